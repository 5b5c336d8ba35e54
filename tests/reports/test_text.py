"""Findings as lines and as records."""

from productgov.findings import Finding, Location, Severity
from productgov.reports.text import finding_lines, finding_record, summary, summary_line

HERE = Finding(
    code="PG005",
    severity=Severity.ERROR,
    path="/name",
    message="name must be text,\nnot \u202e5",
    hint="write text",
    location=Location(line=3, column=7),
)
NOWHERE = Finding(code="PG207", severity=Severity.WARNING, path="", message="a theme without items", hint="use it")


def test_a_finding_is_a_line_with_its_place_and_a_hint_under_it() -> None:
    assert finding_lines("a.json", HERE) == (
        "a.json:3:7: error PG005 name must be text, not \\u202e5",
        "    hint: write text",
    )


def test_a_finding_without_a_place_names_its_file() -> None:
    assert finding_lines("a.json", NOWHERE)[0] == "a.json: warning PG207 a theme without items"


def test_a_record_holds_all_of_it() -> None:
    assert finding_record("a.json", HERE) == {
        "code": "PG005",
        "severity": "error",
        "file": "a.json",
        "line": 3,
        "column": 7,
        "path": "/name",
        "message": HERE.message,
        "hint": "write text",
    }
    assert finding_record("a.json", NOWHERE)["line"] is None


def test_summaries_count() -> None:
    assert summary([HERE, NOWHERE, HERE]) == {"errors": 2, "warnings": 1, "infos": 0}
    assert summary_line(1, []) == "1 file checked: nothing found"
    assert summary_line(2, [HERE, NOWHERE, HERE]) == "2 files checked: 2 errors, 1 warning"
