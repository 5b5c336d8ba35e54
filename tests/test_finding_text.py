"""Findings as text: places, lines, lists and counts."""

import pytest

from productgov.finding_text import (
    count_by_severity,
    counts_text,
    finding_line,
    finding_lines,
    finding_list,
    place_text,
)
from productgov.findings import Finding, Severity
from tests.support.findings import HERE, NOWHERE, finding


@pytest.mark.parametrize(
    ("shown", "name", "place"),
    [
        (HERE, "a.json", "a.json:3:7"),
        (HERE, "", "3:7"),
        (finding(path="/name"), "a.json", "a.json /name"),
        (finding(path="/name"), "", "/name"),
        (NOWHERE, "a.json", "a.json"),
        (NOWHERE, "", "(the whole document)"),
    ],
)
def test_a_place_is_as_exact_as_it_is_known(shown: Finding, name: str, place: str) -> None:
    assert place_text(shown, name) == place


def test_a_finding_is_shown_on_two_lines_or_on_one() -> None:
    assert finding_lines(HERE, "a.json") == (
        "a.json:3:7: error PG005 name must be text, not \\u202e5",
        "    hint: write text",
    )
    assert finding_line(HERE, "a.json") == "a.json:3:7 PG005 name must be text, not \\u202e5; write text"
    assert finding_lines(NOWHERE, "a.json")[0] == "a.json: warning PG207 a theme without items"
    assert finding_lines(NOWHERE)[0] == "(the whole document): warning PG207 a theme without items"


def test_a_list_shows_twenty_findings_and_counts_the_rest() -> None:
    assert finding_list("found:", [NOWHERE]) == ("found:\n  (the whole document) PG207 a theme without items; use it")
    assert len(finding_list("found:", [HERE] * 20).splitlines()) == 21
    lines = finding_list("found:", [HERE] * 54).splitlines()
    assert len(lines) == 22
    assert lines[-1] == "  and 34 more"


def test_findings_are_counted_by_severity() -> None:
    assert count_by_severity([HERE, NOWHERE, HERE]) == {Severity.ERROR: 2, Severity.WARNING: 1, Severity.INFO: 0}
    assert counts_text([HERE, NOWHERE, HERE]) == "2 errors, 1 warning"
    assert counts_text([]) == "no findings"
