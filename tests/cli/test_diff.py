"""`productgov diff`: versions as files and in git, formats, levels and exit statuses."""

import io
import json
import os
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from productgov import Document, Limits, read
from productgov.changes.versions import read_version
from productgov.cli.main import main
from productgov.errors import GitError
from productgov.formats.json.writer import write_json
from productgov.schema.outputs import OUTPUTS
from tests.support.examples import document_with, item
from tests.support.repositories import commit, git, needs_git, new_repository
from tests.support.unsafe import unsafe_in

OLD = document_with({}).text
NEW = document_with(item("now", "checkout", status="paused", targetDate="2026-03-20")).text
MOVED = document_with(item("next", "payments", title="Pay ::error::<b>|%0A by *invoice*\u202e")).text


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = new_repository(tmp_path / "repository")
    commit(folder, "governance.json", OLD, day="2026-01-10")
    commit(folder, "plans/-x.json", OLD, day="2026-02-10")
    (folder / "governance.json").write_text(NEW, "utf-8")
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, text in {"old.json": OLD, "new.json": NEW, "moved.json": MOVED, "bad.json": "{", "bare.txt": ""}.items():
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def printed(capsys: pytest.CaptureFixture[str], *arguments: str, status: int = 0) -> str:
    assert main(["diff", *arguments]) == status
    out, err = capsys.readouterr()
    return out if status < 2 else err


def test_two_files(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(capsys, "old.json", "new.json") == (
        "checkout\n"
        "  breaking  PGD105  status: in-progress → paused\n"
        "  notable   PGD208  targetDate: 2026-04-15 → 2026-03-20 (26 days earlier)\n"
        "1 breaking, 1 notable (as of 2026-03-02)\n"
    )
    assert printed(capsys, "old.json", "old.json") == "no changes (as of 2026-03-02)\n"


def test_a_level_leaves_out_what_is_below_it(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(capsys, "old.json", "new.json", "--level", "breaking").splitlines()[1:] == [
        "  breaking  PGD105  status: in-progress → paused",
        "1 breaking, 1 notable (as of 2026-03-02)",
        "1 change below breaking not shown",
    ]
    only = printed(capsys, "old.json", "moved.json", "--level", "breaking")
    assert only == "1 info (as of 2026-03-02)\n1 change below breaking not shown\n"


@pytest.mark.parametrize(
    ("options", "status"),
    [
        ((), 0),
        (("--exit-code",), 1),
        (("--fail-on", "breaking"), 1),
        (("--fail-on", "notable", "--level", "breaking"), 1),
        (("--exit-code", "--fail-on", "breaking"), 1),
    ],
)
def test_the_exit_status_is_1_only_on_demand(
    files: Path, capsys: pytest.CaptureFixture[str], options: tuple[str, ...], status: int
) -> None:
    printed(capsys, "old.json", "new.json", *options, status=status)
    printed(capsys, "old.json", "old.json", *options, status=0)


def test_words_alone_do_not_fail_on_notable(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    printed(capsys, "old.json", "moved.json", "--fail-on", "notable", status=0)
    printed(capsys, "old.json", "moved.json", "--fail-on", "info", status=1)


def test_json_is_what_its_schema_says(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    output = json.loads(printed(capsys, "old.json", "new.json", "--format", "json"))
    Draft202012Validator(OUTPUTS["diff"]()).validate(output)
    assert output["summary"] == {"breaking": 1, "notable": 1, "info": 0}
    first = output["changes"][0]
    assert (first["code"], first["old"], first["new"], first["newPath"]) == (
        "PGD105", "in-progress", "paused", "/roadmap/timeHorizon/now/0/status",
    )  # fmt: skip
    assert (output["old"], output["new"], output["asOf"]) == ("old.json", "new.json", "2026-03-02")
    place = document_with(item("now", "checkout", status="paused", targetDate="2026-03-20")).locate(first["newPath"])
    assert place
    assert (first["line"], first["column"]) == (place.line, place.column)


def test_values_in_json_are_as_in_documents(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    parts = document_with(
        {
            "x-a": {"b": [1, None]},
            "objectives": [{"id": "o", "title": "O", "period": "2026-Q1"}],
            "metrics": {"inputMetrics": [{"id": "activation", "targets": [{"value": 1, "by": "2026-05-01"}]}]},
        }
    )
    data = parts.data
    assert isinstance(data, dict)
    del data["metrics"]["inputMetrics"][0]["target"]
    (files / "parts.json").write_text(write_json(data), "utf-8")
    (files / "other.json").write_text(parts.text.replace("2026-Q1", "2026-Q2"), "utf-8")
    changes = json.loads(printed(capsys, "old.json", "parts.json", "--format", "json"))["changes"]
    new = {change["field"] or change["item"]: change["new"] for change in changes if change["kind"] != "derived"}
    assert new["x-a"] == {"b": [1, None]}
    assert new["targets"] == [{"value": 1, "by": "2026-05-01"}]
    assert new["o"] == {"id": "o", "title": "O", "period": "2026-Q1"}


def test_markdown_is_a_changelog(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = printed(capsys, "old.json", "new.json", "--format", "markdown")
    assert text.startswith("## What changed from old.json to new.json\n\n### Breaking\n\n- **checkout**: status")
    assert text.endswith("\n\n1 breaking, 1 notable (as of 2026-03-02)\n")
    assert "No changes." in printed(capsys, "old.json", "old.json", "--format", "markdown")
    evil = printed(capsys, "old.json", "moved.json", "--format", "markdown")
    assert "<b>" not in evil
    assert "*invoice*" not in evil.replace("\\*", "")
    assert unsafe_in(evil) == set()


def test_several_changes_of_one_item_are_a_list(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    more = document_with(item("now", "checkout", title="Buy", tags=["a"])).text
    (files / "more.json").write_text(more, "utf-8")
    text = printed(capsys, "old.json", "more.json", "--format", "markdown")
    assert "- **checkout**\n  - title" in text


def test_github_shows_changes_at_their_lines(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first, second, last = printed(capsys, "old.json", "new.json", "--format", "github").splitlines()
    assert first.startswith("::error file=")
    assert ",title=PGD105::checkout: status: in-progress → paused" in first
    assert ",line=" in first
    assert second.startswith("::warning file=")
    assert last == "1 breaking, 1 notable (as of 2026-03-02)"
    (evil, _) = printed(capsys, "old.json", "moved.json", "--format", "github").splitlines()
    assert evil.startswith("::notice file=")
    assert "%250A" in evil


def test_github_is_told_what_it_does_not_show(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    more = [{"id": f"new-{n}", "title": f"New {n}"} for n in range(11)]
    (files / "more.json").write_text(document_with({"roadmap": {"backlog": more}}).text, "utf-8")
    text = printed(capsys, "old.json", "more.json", "--format", "github")
    assert "GitHub shows only 10 of the 11 info changes of this step at their lines; this log has them all\n" in text
    gone = printed(capsys, "more.json", "old.json", "--format", "github")
    assert ",line=" not in gone


def test_changes_of_the_document_have_a_name(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (files / "named.json").write_text(document_with({"name": "Other"}).text, "utf-8")
    assert printed(capsys, "old.json", "named.json").startswith(
        "the document\n  info      PGD601  name: Tempo → Other\n"
    )
    assert "::notice file=" in printed(capsys, "old.json", "named.json", "--format", "github")
    assert "- **the document**: " in printed(capsys, "old.json", "named.json", "--format", "markdown")


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_the_output_can_be_a_file(files: Path, capsys: pytest.CaptureFixture[str], form: str) -> None:
    assert printed(capsys, "old.json", "new.json", "--format", form, "-o", "out.md") == "wrote out.md\n"
    assert "status" in (files / "out.md").read_text("utf-8")


@pytest.mark.parametrize("operands", [("old.json", "bad.json"), ("bad.json", "old.json"), ("bad.json", "bad.json")])
def test_a_document_that_is_not_valid_is_not_usable(
    files: Path, capsys: pytest.CaptureFixture[str], operands: tuple[str, ...]
) -> None:
    assert "bad.json:1" in printed(capsys, *operands, status=2)


def test_findings_that_are_only_counted_are_told(
    files: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def opened(name: str) -> Document:
        return read(name, limits=Limits(max_findings=1))

    monkeypatch.setattr("productgov.cli.versions.open_document", opened)
    (files / "many.json").write_text(OLD.replace('"id": "identity"', '"id": "identity", "tags": [1, 2, 3]'), "utf-8")
    assert "2 more errors of PG005, counted but not listed" in printed(capsys, "old.json", "many.json", status=2)


@pytest.mark.parametrize(
    ("operands", "message"),
    [
        (("a", "b", "c"), "diff compares two versions; more are given"),
        (("-", "-"), "only one of the two versions can be standard input"),
        (("old.json", "new.json", "--since", "2026-01-01"), "--since takes the place of OLD"),
        (("main", "--since", "2026-01-01"), "--since takes the place of OLD"),
        (("old.json", "gone.json"), "gone.json: no such file or directory"),
        (("gone.yaml",), "gone.yaml: no such file or directory"),
        (("main", "-"), '"main": no file is named; write REVISION:PATH'),
    ],
)
def test_operands_that_do_not_go_together(
    files: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, operands: tuple[str, ...],
    message: str,
) -> None:  # fmt: skip
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(files.parent))
    monkeypatch.setattr(sys, "stdin", io.StringIO(OLD))
    assert message in printed(capsys, *operands, status=2)


@needs_git
def test_a_file_outside_of_a_repository_has_no_past(
    files: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(files.parent))
    error = printed(capsys, "old.json", status=2)
    assert error == "productgov: old.json cannot be compared with its past: this folder is in no git repository\n"
    error = printed(capsys, "maine", "old.json", status=2)
    assert '"maine" is no file, and old.json cannot be compared with its past' in error


@needs_git
@pytest.mark.parametrize(
    "operands",
    [
        (),
        ("HEAD",),
        ("main",),
        ("governance.json",),
        ("HEAD", "governance.json"),
        ("HEAD~1:governance.json",),
        ("HEAD:./governance.json", "governance.json"),
        ("main@{0}:plans/-x.json", "governance.json"),
        ("--since", "2026-02-01"),
        ("--since", "2026-02-01", "governance.json"),
    ],
)
def test_versions_in_git_are_compared_with_the_file(
    here: Path, capsys: pytest.CaptureFixture[str], operands: tuple[str, ...]
) -> None:
    assert "PGD105" in printed(capsys, *operands, "--exit-code", status=1)


@needs_git
def test_versions_in_git_are_compared_with_each_other(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    commit(here, "governance.json", NEW, day="2026-03-10")
    assert "PGD105" in printed(capsys, "HEAD~1", "HEAD")
    assert "PGD105" in printed(capsys, "HEAD~1:governance.json", "HEAD")
    assert "PGD105" in printed(capsys, "HEAD~1", "HEAD:governance.json", "--format", "github")
    assert printed(capsys, "governance.json") == "no changes (as of 2026-03-02)\n"
    assert "PGD103" in printed(capsys, "governance.json", "HEAD~1")


@needs_git
def test_paths_are_from_the_root_or_from_here(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(here / "plans")
    assert "PGD105" in printed(capsys, "HEAD:governance.json")
    assert "PGD105" in printed(capsys, "HEAD:../governance.json")
    assert printed(capsys, "HEAD:./-x.json") == "no changes (as of 2026-03-02)\n"
    assert printed(capsys, "HEAD", "./-x.json") == "no changes (as of 2026-03-02)\n"
    assert "no governance.yaml here" in printed(capsys, status=2)


@needs_git
@pytest.mark.parametrize(
    ("operands", "message"),
    [
        (("nothing",), '"nothing" is no revision of this git repository'),
        (("--", "-x"), '"-x" is no revision of this git repository'),
        (("HEAD:gone.json",), "gone.json: no such file or directory"),
        (("HEAD:gone.json", "governance.json"), "gone.json is not in HEAD; where it had another name"),
        (("--since", "2026-01-10"), "there is no commit before 2026-01-10"),
        (("--since", "2026-02-01", "plans/-x.json"), "the last before 2026-02-01"),
        (("HEAD:governance.txt", "governance.json"), "unknown file ending"),
    ],
)
def test_versions_that_are_not_there(
    here: Path, capsys: pytest.CaptureFixture[str], operands: tuple[str, ...], message: str
) -> None:
    assert message in printed(capsys, *operands, status=2)


@needs_git
def test_an_existing_file_is_a_file(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    if os.name == "nt":
        pytest.skip("names of files have no colon there")
    (here / "main:governance.json").write_text(NEW, "utf-8")
    assert printed(capsys, "main:governance.json", "governance.json") == "no changes (as of 2026-03-02)\n"


@needs_git
def test_several_documents_have_to_be_told_apart(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "pyproject.toml").write_text('[tool.productgov]\nfiles = ["governance.json", "plans/*.json"]\n', "utf-8")
    assert "there are several documents: governance.json and plans/-x.json; name one" in printed(capsys, status=2)


@needs_git
def test_standard_input_can_be_one_version(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(NEW))
    assert "PGD105" in printed(capsys, "HEAD:governance.json", "-")


@needs_git
def test_a_version_can_be_read_in_python(here: Path) -> None:
    assert read_version("governance.json", "HEAD").text == OLD
    assert read_version(here / "governance.json", "HEAD").governance == document_with({}).governance
    with pytest.raises(GitError, match="is not in main"):
        read_version("gone.json", "main")


@needs_git
def test_a_hook_of_git_may_compare(here: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    other = new_repository(tmp_path / "other")
    os.environ["GIT_DIR"] = str(other / ".git")
    try:
        assert "PGD105" in printed(capsys)
    finally:
        del os.environ["GIT_DIR"]
    assert git(here, "status", "--short") == " M governance.json\n"
