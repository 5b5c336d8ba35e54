"""Findings as text: places, lines, lists and counts."""

import attrs
import pytest

from productgov.finding_text import (
    count_by_severity,
    counts_text,
    finding_line,
    finding_lines,
    finding_list,
    place_text,
    related_text,
)
from productgov.findings import Finding, Severity
from tests.support.findings import ALSO, HERE, NOWHERE, finding


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


def test_the_first_related_places_are_shown_and_the_others_counted() -> None:
    head = finding_lines(HERE, "a.json")
    assert finding_lines(ALSO, "a.json") == (
        *head,
        "    also: a.json:9:2 /b/0",
        "    also: a.json /c",
        "    also: a.json:20:1 /d/20",
        "    also: a.json:21:1 /d/21",
        "    also: a.json:22:1 /d/22",
        "    and 6 more places",
    )
    one = attrs.evolve(ALSO, related=ALSO.related[:1], related_omitted=0)
    assert finding_lines(one) == (*finding_lines(HERE), "    also: 9:2 /b/0")
    assert finding_lines(attrs.evolve(one, related_omitted=1))[-1] == "    and 1 more place"


def test_after_a_message_related_places_are_listed_on_its_line() -> None:
    assert related_text(HERE) == ""
    assert related_text(attrs.evolve(ALSO, related=ALSO.related[:2], related_omitted=0)) == "; also at 9:2 and /c"
    assert related_text(ALSO) == "; also at 9:2, /c, 20:1, 21:1, 22:1 and 6 more"


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
