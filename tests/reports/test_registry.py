"""One protocol for all formats: a reporter takes what a check did and returns a text."""

from pathlib import Path

import attrs
import pytest

from productgov.cli import check
from productgov.cli.main import main
from productgov.reports.registry import REPORTERS
from productgov.reports.reporter import CheckRun, Reporter
from tests.support.checked import GONE, MORE, checked, run_of
from tests.support.findings import HERE, NOWHERE


def counts_report(run: CheckRun) -> str:
    """A reporter that productgov does not have: the number of findings of each file."""
    return "".join(f"{document.path} {len(document.report)}\n" for document in run.documents)


@pytest.mark.parametrize("reporter", REPORTERS.values(), ids=REPORTERS)
def test_every_reporter_takes_documents_and_ends_with_a_line_end(reporter: Reporter) -> None:
    text = reporter(CheckRun((checked("a.json", HERE, NOWHERE), checked("b.json"))))
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert "PG005" in text


@pytest.mark.parametrize("reporter", REPORTERS.values(), ids=REPORTERS)
def test_every_reporter_says_what_is_only_counted(reporter: Reporter) -> None:
    text = reporter(run_of("a.json", HERE, omitted=(attrs.evolve(MORE, count=4711),)))
    assert "4711" in text
    assert "PG003" in text


@pytest.mark.parametrize("name", sorted({*REPORTERS} - {"text"}))
def test_every_format_for_programs_tells_which_files_could_not_be_checked(name: str) -> None:
    text = REPORTERS[name](CheckRun((checked("a.json", HERE),), (GONE,)))
    assert "plans/gone.json" in text
    assert "no such file or directory" in text


def test_a_reporter_that_is_added_is_a_format_of_the_command_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(check, "REPORTERS", {**REPORTERS, "counts": counts_report})
    monkeypatch.chdir(tmp_path)
    Path("a.json").write_text('{"name": 5}')
    assert main(["check", "--format", "counts", "./a.json"]) == 1
    assert capsys.readouterr().out == "a.json 6\n"
