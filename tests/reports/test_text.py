"""Findings as lines of text."""

from datetime import date

from productgov.report import Report
from productgov.reports.reporter import CheckedDocument, CheckRun
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


def judged(name: str, day: date | None, *, age: int = 0) -> CheckedDocument:
    return checked(name)._replace(report=Report(as_of=day), age=age)


def test_the_summary_names_the_day() -> None:
    first, second = date(2026, 3, 1), date(2026, 10, 1)
    one, two, unread = judged("a.json", first), judged("b.json", second), judged("c.json", None)
    assert text_report(CheckRun((one,))) == "1 file checked: no findings (as of 2026-03-01)\n"
    assert text_report(CheckRun((one, one, unread))) == "3 files checked: no findings (as of 2026-03-01)\n"
    assert text_report(CheckRun((two, one))) == "2 files checked: no findings (as of 2026-03-01 to 2026-10-01)\n"


def test_a_day_of_long_ago_is_told_once() -> None:
    day = date(2024, 3, 1)
    documents = [judged(f"{name}.json", day, age=age) for name, age in (("a", 92), ("b", 93), ("c", 94), ("d", 95))]
    assert text_report(CheckRun(documents[:1])) == "1 file checked: no findings (as of 2024-03-01)\n"
    told = "b.json: judged as of 2024-03-01, its asOf, 93 days ago"
    advice = "; write a later asOf, leave it out, or give --as-of\n"
    assert text_report(CheckRun(documents[:2])).startswith(f"{told}{advice}2 files")
    assert text_report(CheckRun(documents)).startswith(f"{told}, and 2 other files likewise{advice}4 files")


def test_without_documents_there_is_no_text() -> None:
    assert text_report(CheckRun()) == ""
    assert text_report(CheckRun(unusable=(GONE,))) == ""


def test_related_places_are_lines_below_the_hint() -> None:
    lines = text_report(run_of("a.json", ALSO)).splitlines()
    assert lines[2:4] == ["    also: a.json:9:2 /b/0", "    also: a.json /c"]
    assert lines[-2:] == ["    and 6 more places", "1 file checked: 1 error"]
