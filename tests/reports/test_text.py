"""Findings as lines of text."""

from productgov.reports.reporter import CheckedDocument
from productgov.reports.text import text_report
from tests.support.findings import HERE, NOWHERE


def test_each_finding_is_a_line_with_its_place_and_a_hint_under_it() -> None:
    documents = [CheckedDocument("a.json", None, (HERE, NOWHERE)), CheckedDocument("b.json", {}, (HERE,))]
    assert text_report(documents) == (
        "a.json:3:7: error PG005 name must be text, not \\u202e5\n"
        "    hint: write text\n"
        "a.json: warning PG207 a theme without items\n"
        "    hint: use it\n"
        "b.json:3:7: error PG005 name must be text, not \\u202e5\n"
        "    hint: write text\n"
        "2 files checked: 2 errors, 1 warning\n"
    )


def test_documents_without_findings_have_a_summary() -> None:
    assert text_report([CheckedDocument("a.json", {}, ())]) == "1 file checked: no findings\n"


def test_without_documents_there_is_no_text() -> None:
    assert text_report([]) == ""
