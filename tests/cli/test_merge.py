"""`productgov merge`: what it writes, what it says, its exit status; and input that is broken."""

from pathlib import Path

import pytest

import productgov as pg
from productgov.cli.main import main
from tests.changes.test_merge_cases import BASE, NEXT_END, OTHERS
from tests.support.extras import needs
from tests.support.git import needs_git

pytestmark = [needs("yaml"), needs_git]

BETTER = BASE.replace("Now two", "Now two, better")
WORSE = BASE.replace("Now two", "Now two, worse")
ADDED = BASE.replace(NEXT_END, OTHERS)
CONFLICT = "<<<<<<< ours\n        title: Now two, better\n=======\n        title: Now two, worse\n>>>>>>> theirs\n"


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def run(base: str | bytes, ours: str | bytes, theirs: str | bytes, *options: str) -> int:
    """Merge three texts in files named as git names them; the result is in `ours`."""
    for name, text in (("base", base), ("ours", ours), ("theirs", theirs)):
        Path(name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return main(["merge", "base", "ours", "theirs", "-o", "ours", "--path", "plan.yaml", *options])


def result() -> str:
    return Path("ours").read_bytes().decode()


def test_what_goes_together_is_written_without_a_word(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(BASE, BETTER, ADDED) == 0
    assert result() == BETTER.replace(NEXT_END, OTHERS)
    assert capsys.readouterr() == ("", "")


def test_files_are_merged_by_their_names_and_written_to_another_or_to_standard_output(
    capsysbinary: pytest.CaptureFixture[bytes],
) -> None:
    for name, text in (("base.yaml", BASE), ("ours.yaml", BETTER), ("theirs.yaml", ADDED)):
        Path(name).write_text(text, encoding="utf-8")
    assert main(["merge", "base.yaml", "ours.yaml", "theirs.yaml", "-o", "out.yaml"]) == 0
    assert capsysbinary.readouterr().out == b"wrote out.yaml\n"
    assert main(["merge", "base.yaml", "ours.yaml", "theirs.yaml"]) == 0
    assert capsysbinary.readouterr().out == Path("out.yaml").read_bytes()
    assert main(["merge", "base.yaml", "ours.yaml", "theirs.yaml", "-o", "out.json"]) == 2
    assert b"out.json: the merge is yaml, not json; write it, then call convert" in capsysbinary.readouterr().err
    assert main(["merge", "base.yaml", "ours.yaml", "theirs.txt"]) == 2
    assert main(["merge", "base.yaml", "ours.yaml", "none.yaml"]) == 2


def test_conflicts_are_marked_and_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(BASE, BETTER, WORSE) == 1
    assert result() == BASE.replace("        title: Now two\n", CONFLICT)
    assert capsys.readouterr().err == (
        'plan.yaml: conflict: n2: title is "Now two, better" in ours and "Now two, worse" in theirs\n'
        "plan.yaml: 1 conflict\n"
    )
    assert run(BASE, BETTER, WORSE, "--marker-size", "12") == 1
    assert f"{'<' * 12} ours\n" in result()
    with pytest.raises(SystemExit):
        run(BASE, BETTER, WORSE, "--marker-size", "0")


def test_errors_that_neither_side_has_are_said(capsys: pytest.CaptureFixture[str]) -> None:
    head, _, tail = BASE.partition("metrics:\n")
    needing = f"{head}  dependencies: [{{from: n1, to: x2}}]\nmetrics:\n{tail}"
    start = BASE.index("      - id: x2")
    removed = BASE[:start] + BASE[BASE.index("    later:") :]
    assert run(BASE, needing, removed) == 1
    said = capsys.readouterr().err
    assert "plan.yaml:" in said
    assert "error PG102" in said
    assert said.endswith("plan.yaml: merged, with 1 error that neither side has\n")
    assert pg.parse(result(), format="yaml").findings == ()


def test_without_a_base_both_sides_are_merged(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("", BASE, ADDED) == 0
    assert [item.id for item, _ in pg.loads(result(), format="yaml").initiatives()][3:6] == ["x1", "x2", "others"]
    assert "# Wanted by legal." in result()
    assert run(" \n", BETTER, BASE) == 1
    assert "n2: added by both, and not alike" in capsys.readouterr().err


@pytest.mark.parametrize("broken", [b"roadmap: [", b"name: \xff", CONFLICT.encode()])
def test_what_is_broken_is_merged_line_by_line(broken: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(BASE, BASE, broken) == 0
    assert Path("ours").read_bytes() == broken
    said = capsys.readouterr().err
    assert "PG001" in said
    assert said.endswith("plan.yaml: merged line by line, because a version of it is not valid\n")
    assert run(BASE, BETTER, WORSE.encode() + broken) == 1
    assert "<<<<<<< ours\n" in Path("ours").read_bytes().decode(errors="replace")
    assert capsys.readouterr().err.endswith("plan.yaml: 1 conflict\n") or broken.startswith(b"<")


def test_an_empty_side_is_merged_line_by_line() -> None:
    assert run(BASE, "", BASE) == 0
    assert result() == ""


def test_binary_files_are_not_usable(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(BASE, BASE + "# more", b"\0\1\2") == 2
    assert result() == BASE + "# more"
    assert "git cannot merge these files line by line; one of them may be binary" in capsys.readouterr().err


def test_what_is_written_anew_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    toml = [pg.dumps(pg.loads(text, format="yaml"), format="toml") for text in (BASE, BETTER, ADDED)]
    for name, text in zip(("base.toml", "ours.toml", "theirs.toml"), toml, strict=True):
        Path(name).write_text(f"# by hand\n{text}", encoding="utf-8")
    assert main(["merge", "base.toml", "ours.toml", "theirs.toml", "-o", "out.toml"]) == 0
    merged = pg.load("out.toml")
    assert {"Now two, better", "Theirs"} <= {item.title for item, _ in merged.initiatives()}
    Path("theirs.json").write_text(pg.dumps(pg.loads(ADDED, format="yaml")), encoding="utf-8")
    assert main(["merge", "base.toml", "ours.toml", "theirs.json", "-o", "out.toml"]) == 0
    assert "ours.toml: written anew, without the comments in it: the whole document\n" in capsys.readouterr().err
