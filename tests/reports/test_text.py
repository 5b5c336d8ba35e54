"""Findings as lines of text."""

from productgov.reports.reporter import CheckRun
from productgov.reports.text import text_report
from tests.support.checked import GONE, MORE, checked, run_of
from tests.support.findings import ALSO, HERE, NOWHERE


def test_each_finding_is_a_line_with_its_place_and_a_hint_under_it() -> None:
    run = CheckRun((checked("a.json", HERE, NOWHERE), checked("b.json", HERE)))
    assert text_report(run) == (
        "a.json:3:7: error PG005 name must be text, not \\u202e5\n"
        "    hint: write text\n"
        "a.json: warning PG207 a theme without items\n"
        "    hint: use it\n"
        "b.json:3:7: error PG005 name must be text, not \\u202e5\n"
        "    hint: write text\n"
        "2 files checked: 2 errors, 1 warning\n"
    )


def test_what_is_only_counted_is_said_and_counted() -> None:
    lines = text_report(run_of("a.json", HERE, omitted=(MORE,))).splitlines()
    assert lines[-2:] == ["a.json: 7 more errors of PG003, counted but not listed", "1 file checked: 8 errors"]


def test_the_name_is_the_one_that_was_given() -> None:
    document = checked("./a.json", HERE)._replace(path="plans/a.json")
    assert text_report(CheckRun((document,))).startswith("./a.json:3:7: ")


def test_documents_without_findings_have_a_summary() -> None:
    assert text_report(run_of("a.json")) == "1 file checked: no findings\n"


def test_without_documents_there_is_no_text() -> None:
    assert text_report(CheckRun()) == ""
    assert text_report(CheckRun(unusable=(GONE,))) == ""


def test_related_places_are_lines_below_the_hint() -> None:
    lines = text_report(run_of("a.json", ALSO)).splitlines()
    assert lines[2:4] == ["    also: a.json:9:2 /b/0", "    also: a.json /c"]
    assert lines[-2:] == ["    and 6 more places", "1 file checked: 1 error"]
