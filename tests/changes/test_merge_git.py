"""Git merges documents through the driver: merges, rebases and cherry-picks of real repositories."""

import os
import re
import sys
from pathlib import Path

import pytest

import productgov as pg
from productgov.cli.main import main
from tests.changes.test_merge_cases import BASE, NEXT_END, OTHERS, comments
from tests.support.extras import needs
from tests.support.git import commit, git, needs_git, repository

pytestmark = [needs("yaml"), needs_git]

NAME = "the plan.yaml"
MINE = BASE.replace("Now two", "Now two, better").replace(
    NEXT_END, f"{NEXT_END}      - id: mine\n        title: Mine\n"
)
THEIRS = BASE.replace("status: in-progress", "status: paused").replace(NEXT_END, OTHERS)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    """A repository in which the driver is enabled, with the base on main and theirs on the branch topic."""
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(sys.path))
    monkeypatch.chdir(repository(tmp_path))
    commit(tmp_path, {NAME: BASE})
    assert (
        main(["git-config", "--enable", "--program", f'"{Path(sys.executable).as_posix()}" -m productgov', NAME]) == 0
    )
    assert '.gitattributes: + "/the plan.yaml" merge=productgov' in capsys.readouterr().out
    commit(tmp_path, {})
    git(tmp_path, "checkout", "-q", "-b", "topic")
    commit(tmp_path, {NAME: THEIRS})
    git(tmp_path, "checkout", "-q", "main")
    return tmp_path


def test_git_merges_rebases_and_cherry_picks_through_the_driver(folder: Path) -> None:
    commit(folder, {NAME: MINE})
    git(folder, "branch", "start")
    git(folder, "merge", "-q", "-m", "merge", "topic")
    merged = pg.read(NAME)
    assert merged.findings == ()
    assert [item.id for item in merged.governance.roadmap.time_horizon.next] == ["x1", "x2", "mine", "others"]
    assert set(comments(merged.text)) == set(comments(THEIRS))
    git(folder, "checkout", "-q", "-b", "picked", "start")
    git(folder, "cherry-pick", "topic")
    assert pg.read(NAME).text == merged.text
    git(folder, "checkout", "-q", "topic")
    git(folder, "rebase", "-q", "start")
    assert pg.read(NAME).governance == merged.governance
    assert git(folder, "status", "--short") == ""


def test_git_shows_a_conflict_and_the_document_says_that_it_is_not_decided(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    commit(folder, {NAME: MINE.replace("status: in-progress", "status: done")})
    said = git(folder, "merge", "-q", "-m", "merge", "topic", fails=True)
    assert 'the plan.yaml: conflict: n2: status is "done" in ours and "paused" in theirs' in said
    assert git(folder, "status", "--short") == 'UU "the plan.yaml"\n'
    text = Path(NAME).read_text(encoding="utf-8")
    conflict = "<<<<<<< ours\n        status: done\n=======\n        status: paused\n>>>>>>> theirs\n"
    assert conflict in text
    assert main(["check", NAME]) == 1
    out = capsys.readouterr().out
    line = text[: text.index("<<<<<<<")].count("\n") + 1
    assert out.startswith(f"the plan.yaml:{line}:1: error PG001 a conflict of a merge is not decided yet\n")
    assert "1 error" in out
    assert "title: Mine" in text
    assert "# Wanted by legal." in text


def test_a_file_that_one_side_has_removed_is_a_conflict_of_git(folder: Path) -> None:
    git(folder, "rm", "-q", NAME)
    commit(folder, {})
    git(folder, "merge", "-q", "-m", "merge", "topic", fails=True)
    assert git(folder, "status", "--short") == 'DU "the plan.yaml"\n'


def test_git_config_says_what_it_does_and_undoes_it(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("other.json").write_text("{}", encoding="utf-8")
    attributes = Path(".gitattributes")
    attributes.write_text("*.png binary", encoding="utf-8")
    assert main(["git-config", "--enable", NAME, "other.json"]) == 0
    assert capsys.readouterr().out.splitlines()[0].startswith("git config --local merge.productgov.driver")
    assert main(["git-config", "--enable", NAME, "other.json"]) == 0
    assert capsys.readouterr().out.splitlines()[0] == "nothing to change"
    assert attributes.read_text(encoding="utf-8") == (
        '*.png binary\n"/the plan.yaml" merge=productgov\n/other.json merge=productgov\n'
    )
    assert main(["git-config", "--disable", NAME]) == 0
    assert capsys.readouterr().out == '.gitattributes: - "/the plan.yaml" merge=productgov\n'
    assert "productgov merge" in git(folder, "config", "merge.productgov.driver")
    assert main(["git-config", "--disable"]) == 0
    assert "git config --local --unset-all merge.productgov.driver" in capsys.readouterr().out
    assert attributes.read_text(encoding="utf-8") == "*.png binary\n"
    assert git(folder, "config", "merge.productgov.driver", fails=True) == ""


def test_what_git_config_wrote_alone_is_removed_with_its_file(folder: Path) -> None:
    assert main(["git-config", "--disable"]) == 0
    assert not Path(".gitattributes").exists()
    assert main(["git-config", "--disable"]) == 0


def test_git_config_works_in_a_folder_below_and_refuses_what_is_outside(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    below = folder / "plans[1]"
    below.mkdir()
    Path(below, "governance.yaml").write_text(BASE, encoding="utf-8")
    monkeypatch.chdir(below)
    assert main(["git-config", "--enable"]) == 0
    assert "/plans\\[1]/governance.yaml merge=productgov\n" in Path(folder, ".gitattributes").read_text("utf-8")
    assert git(folder, "check-attr", "merge", "plans[1]/governance.yaml").endswith("merge: productgov\n")
    outside = folder.parent / f"{folder.name}.yaml"
    outside.write_text(BASE, encoding="utf-8")
    assert main(["git-config", "--enable", str(outside)]) == 2
    assert "it is not in this git repository" in capsys.readouterr().err
    monkeypatch.chdir(folder.parent)
    assert main(["git-config", "--enable", str(outside)]) == 2
    assert "git repository" in capsys.readouterr().err


def test_settings_of_the_user_are_written_where_that_is_asked_for(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(folder / "settings"))
    assert main(["git-config", "--enable", "--global", NAME]) == 0
    assert re.search("driver = productgov merge %O %A %B", Path("settings").read_text("utf-8"))
    assert main(["git-config", "--disable", "--global"]) == 0
    assert "productgov merge" not in Path("settings").read_text("utf-8")
