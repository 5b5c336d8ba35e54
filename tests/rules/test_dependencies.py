"""PG201, PG202, PG204, PG209, PG211: what waits for what."""

import pytest

from tests.support.examples import codes_and_places, document_with, messages
from tests.support.extras import needs

pytestmark = needs("yaml")

TO = "/roadmap/dependencies/0/to"


def dependencies(*lines: str, more: str = "") -> str:
    return "\n".join(["roadmap:", "  dependencies:", *(f"    - {{{line}}}" for line in lines), more])


def test_a_cycle_is_walked_whole_from_its_first_item() -> None:
    fragment = dependencies(
        "from: checkout, to: payments", "from: payments, to: identity", "from: identity, to: checkout"
    )
    assert codes_and_places(fragment) == [("PG201", TO)]
    assert "checkout → payments → identity → checkout" in messages(fragment)[0]


def test_a_cycle_of_blocks_is_found_at_the_name_of_what_is_waited_for() -> None:
    fragment = dependencies("from: payments, to: checkout, type: blocks", "from: payments, to: checkout")
    assert codes_and_places(fragment) == [("PG201", "/roadmap/dependencies/0/from")]


def test_one_knot_is_one_finding_with_a_shortest_way_round() -> None:
    fragment = dependencies(
        "from: checkout, to: payments",
        "from: payments, to: identity",
        "from: identity, to: checkout",
        "from: payments, to: checkout",
    )
    assert codes_and_places(fragment) == [("PG201", TO)]
    assert "checkout → payments → checkout" in messages(fragment)[0]
    assert "1 more item of the same knot" in messages(fragment)[0]


def test_what_is_only_related_makes_no_cycle() -> None:
    assert (
        codes_and_places(dependencies("from: payments, to: checkout", "from: checkout, to: payments, type: relatesTo"))
        == []
    )


def test_cycles_count_what_is_finished_too() -> None:
    delivered = "  delivered: [{id: trial, title: A trial, status: done}]"
    assert codes_and_places(dependencies("from: trial, to: checkout", "from: checkout, to: trial", more=delivered)) == [
        ("PG201", "/roadmap/dependencies/1/to")
    ]


def test_a_later_prerequisite_is_named_with_both_horizons() -> None:
    fragment = dependencies("from: checkout, to: payments")
    assert codes_and_places(fragment) == [("PG202", TO)]
    assert "checkout in now requires payments, which stands in next" in messages(fragment)[0]
    assert codes_and_places(dependencies("from: payments, to: checkout, type: blocks")) == [
        ("PG202", "/roadmap/dependencies/0/from")
    ]


def test_a_vision_is_later_than_everything() -> None:
    vision = "  timeHorizon: {future: [{id: everywhere, title: Sell everywhere}]}"
    fragment = dependencies("from: identity, to: everywhere", more=vision)
    assert codes_and_places(fragment) == [("PG202", TO)]
    assert "make everywhere an initiative" in messages(fragment)[0]


@pytest.mark.parametrize("status", ["done", "dropped"])
def test_what_is_finished_is_no_later_prerequisite(status: str) -> None:
    later = f"  timeHorizon: {{later: [{{id: identity, status: {status}}}]}}"
    codes = [code for code, _ in codes_and_places(dependencies("from: checkout, to: identity", more=later))]
    assert "PG202" not in codes


def test_what_is_finished_may_have_required_anything() -> None:
    done = "  timeHorizon: {now: [{id: checkout, status: done}]}"
    assert codes_and_places(dependencies("from: checkout, to: payments", more=done)) == []


def start(day: str, awaited: str) -> str:
    """Payments start on a day, and wait for `bank`, which is in the record or an external."""
    column = "delivered" if "status" in awaited else "externals"
    starting = f"  timeHorizon: {{next: [{{id: payments, startDate: {day}}}]}}"
    more = f"{starting}\n  {column}: [{{id: bank, title: B, {awaited}}}]"
    return dependencies("from: payments, to: bank", more=more)


@pytest.mark.parametrize(
    "awaited",
    [
        "expectedDate: 2026-07-01",
        "status: done, targetDate: 2026-07-01, deliveredDate: 2026-07-01",
    ],
)
def test_a_start_before_what_is_required_ends_is_found(awaited: str) -> None:
    assert ("PG204", TO) in codes_and_places(start("2026-06-30", awaited))
    assert ("PG204", TO) not in codes_and_places(start("2026-07-01", awaited))


@pytest.mark.parametrize("awaited", ["owner: Bank", "status: done, targetDate: 2026-07-01", "status: done"])
def test_what_is_over_or_has_no_day_starts_nothing_too_early(awaited: str) -> None:
    assert codes_and_places(start("2026-06-30", awaited)) == []


def test_an_open_item_ends_on_its_target_date() -> None:
    more = """
  timeHorizon:
    now: [{id: checkout, targetDate: 2026-05-31}]
    next: [{id: payments, startDate: 2026-05-04, targetDate: 2026-07-01}]
    """
    assert codes_and_places(dependencies("from: payments, to: checkout", more=more)) == [("PG204", TO)]
    assert codes_and_places(dependencies("from: checkout, to: payments", more=more)) == [("PG202", TO)]


def test_a_later_prerequisite_is_not_said_twice() -> None:
    more = """
  timeHorizon:
    now: [{id: checkout, startDate: 2026-03-02}]
    next: [{id: payments, targetDate: 2026-07-01}]
    """
    assert codes_and_places(dependencies("from: checkout, to: payments", more=more)) == [("PG202", TO)]


def test_a_vision_never_ends() -> None:
    more = "  timeHorizon: {future: [{id: everywhere, title: E}], later: [{id: identity, startDate: 2026-10-01}]}"
    assert codes_and_places(dependencies("from: identity, to: everywhere", more=more)) == [("PG202", TO)]


def test_a_dependency_on_itself_is_found_and_nothing_else() -> None:
    assert codes_and_places(dependencies("from: payments, to: payments")) == [("PG209", "/roadmap/dependencies/0")]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("from: payments, to: checkout", "from: payments, to: checkout"),
        ("from: payments, to: checkout", "from: checkout, to: payments, type: blocks"),
        ("from: payments, to: checkout, type: relatesTo", "from: checkout, to: payments, type: relatesTo"),
    ],
)
def test_the_second_statement_of_a_dependency_is_found(first: str, second: str) -> None:
    assert codes_and_places(dependencies(first, second)) == [("PG209", "/roadmap/dependencies/1")]
    assert "fixable" in messages(dependencies(first, second))[0]


def test_a_second_statement_that_says_more_is_not_removed() -> None:
    fragment = dependencies("from: payments, to: checkout", "from: payments, to: checkout, reason: one basket")
    assert codes_and_places(fragment) == [("PG209", "/roadmap/dependencies/1")]
    assert "fixable" not in messages(fragment)[0]


def test_to_require_and_to_relate_are_two_statements() -> None:
    assert (
        codes_and_places(dependencies("from: payments, to: checkout", "from: payments, to: checkout, type: relatesTo"))
        == []
    )


@pytest.mark.parametrize("status", ["dropped", "paused"])
def test_what_rests_is_no_prerequisite(status: str) -> None:
    more = f"  timeHorizon: {{now: [{{id: checkout, status: {status}}}]}}"
    assert codes_and_places(dependencies("from: payments, to: checkout", more=more)) == [("PG211", TO)]


def test_a_paused_item_may_wait_for_a_paused_one() -> None:
    more = "  timeHorizon: {now: [{id: checkout, status: paused}], next: [{id: payments, status: paused}]}"
    assert codes_and_places(dependencies("from: payments, to: checkout", more=more)) == []


def test_a_finding_stands_at_the_very_end_of_the_dependency() -> None:
    document = document_with(dependencies("from: checkout, to: payments"))
    finding = next(iter(document.check()))
    assert finding.location
    line = document.text.splitlines()[finding.location.line - 1]
    assert line[finding.location.column - 1 :].startswith('"payments"')
