"""PG607, and what ignores do."""

import pytest

from productgov.formats.yaml.reader import read_yaml
from productgov.formats.yaml.writer import write_yaml
from tests.support.examples import codes_and_places, merged, messages
from tests.support.extras import needs

pytestmark = needs("yaml")

NEXT = "/roadmap/timeHorizon/next/0"


def payments(ignore: str, more: str = "metrics: []") -> str:
    """Payments, which name no metric (PG603), and what they ask to ignore."""
    return f"roadmap: {{timeHorizon: {{next: [{{id: payments, {more}, x-productgov: {{ignore: {ignore}}}}}]}}}}"


def test_an_object_ignores_a_code_for_itself() -> None:
    assert codes_and_places(payments("[{code: PG603, reason: the law}]")) == []


@pytest.mark.parametrize("holder", ["{0}", "roadmap: {{{0}}}", "roadmap: {{timeHorizon: {{{0}}}}}"])
def test_an_object_ignores_a_code_for_what_it_holds(holder: str) -> None:
    ignore = holder.format("x-productgov: {ignore: [{code: PG603, reason: the law}]}")
    both = merged(read_yaml(payments("[]")).data, read_yaml(ignore).data)
    assert codes_and_places(payments("[]")) == [("PG603", NEXT)]
    assert codes_and_places(write_yaml(both)) == []


def test_an_ignore_does_not_reach_what_stands_beside_it() -> None:
    fragment = """
        roadmap:
          timeHorizon:
            now: [{id: checkout, metrics: []}]
            next: [{id: payments, metrics: [], x-productgov: {ignore: [{code: PG603, reason: the law}]}}]
        """
    assert ("PG603", "/roadmap/timeHorizon/now/0") in codes_and_places(fragment)


def test_an_ignore_without_reason_silences_and_is_found() -> None:
    for entry in ("{code: PG603}", "{code: PG603, reason: ' '}", "{code: PG603, reason: 5}"):
        assert codes_and_places(payments(f"[{entry}]")) == [("PG607", f"{NEXT}/x-productgov/ignore/0")]


def test_an_unknown_code_is_found_at_the_code() -> None:
    assert codes_and_places(payments("[{code: PG999, reason: the law}]", "metrics: [activation]")) == [
        ("PG607", f"{NEXT}/x-productgov/ignore/0/code")
    ]


def test_an_ignore_that_ignores_nothing_is_found() -> None:
    assert codes_and_places(payments("[{code: PG605, reason: the law}, {code: PG603, reason: the law}]")) == [
        ("PG607", f"{NEXT}/x-productgov/ignore/0")
    ]
    assert "ignores nothing" in messages(payments("[{code: PG605}, {code: PG603, reason: the law}]"))[0]


def test_of_two_ignores_of_one_finding_both_are_of_use() -> None:
    assert codes_and_places(payments("[{code: PG603, reason: a}, {code: PG603, reason: b}]")) == []


@pytest.mark.parametrize(
    ("ignore", "place"),
    [("5", "/ignore"), ("[5]", "/ignore/0"), ("[{reason: why}]", "/ignore/0"), ("[{code: 603}]", "/ignore/0")],
)
def test_an_ignore_of_another_form_is_found(ignore: str, place: str) -> None:
    assert codes_and_places(payments(ignore, "metrics: [activation]")) == [("PG607", f"{NEXT}/x-productgov{place}")]


def test_settings_of_another_form_are_found() -> None:
    assert codes_and_places("x-productgov: [PG603]") == [("PG607", "/x-productgov")]
    assert codes_and_places("x-productgov: {}") == []


def test_a_bad_ignore_can_be_ignored_too_but_not_by_itself() -> None:
    entries = "[{code: PG603}, {code: PG607, reason: we know}]"
    assert codes_and_places(payments(entries)) == []
    assert codes_and_places(payments("[{code: PG603}, {code: PG607}]")) == [("PG607", f"{NEXT}/x-productgov/ignore/1")]
    assert codes_and_places(payments("[{code: PG603, reason: the law}, {code: PG607, reason: we know}]")) == [
        ("PG607", f"{NEXT}/x-productgov/ignore/1")
    ]


def test_what_is_not_selected_still_counts_as_ignored() -> None:
    assert codes_and_places(payments("[{code: PG603, reason: the law}]"), select="PG607") == []
