"""What is worked on is reported, and what was delivered is looked at."""

import pytest

from tests.support.examples import Fragment, codes_and_places, document_with, item, messages, review

NOW = "/roadmap/timeHorizon/now/0"
USED = item("later", "identity", checkIns=[{"date": "2026-03-01", "confidence": 0.5}])
"""An item of the document has a check-in."""


def found(code: str, *fragments: Fragment) -> list[str]:
    return [place for one, place in codes_and_places(*fragments) if one == code]


def checked_in(*days: str, **fields: object) -> Fragment:
    return item("now", "checkout", checkIns=[{"date": day, "confidence": 0.5} for day in days], **fields)


@pytest.mark.parametrize(
    ("fragment", "is_found"),
    [
        # Weekly: 2026-02-22 and 2026-03-01, before the check on 2026-03-02.
        (checked_in("2026-02-15"), True),
        (checked_in("2026-02-16"), False),
        (checked_in("2026-02-01", "2026-02-20"), False),
        (checked_in("2026-02-20", "2026-02-01"), False),
        (checked_in("2026-02-01", startDate="2026-02-20"), False),
        (checked_in("2026-02-01", "2026-03-20"), True),
        (checked_in("2026-03-20"), False),
        (checked_in("2026-03-02"), False),
        (checked_in(startDate="2026-02-01"), True),
        (checked_in(), False),
        (checked_in("2026-02-01", status="planned", startDate="2026-03-09"), False),
        (checked_in("2026-02-01", status="paused"), False),
        (item("now", "checkout", startDate="2026-02-01"), True),
    ],
)
def test_an_item_in_progress_is_heard_of_every_two_reviews(fragment: Fragment, *, is_found: bool) -> None:
    assert found("PG903", fragment, USED) == ([NOW] if is_found else [])


@pytest.mark.parametrize(
    "fragment",
    [
        item("later", "identity", checkIns=[]),
        review("product", frequency="ad hoc"),
        review("product", frequency="whenever we like"),
        review("product", frequency="monthly"),
        review("product", startsOn="2026-02-23"),
        review("product", startsOn="2026-03-03"),
    ],
)
def test_where_no_two_reviews_took_place_or_nobody_checks_in_it_is_silent(fragment: Fragment) -> None:
    assert found("PG903", item("now", "checkout", startDate="2026-02-16"), USED, fragment) == []


def test_the_dates_of_reviews_count_from_the_first_one() -> None:
    start = item("now", "checkout", startDate="2026-02-16")
    assert found("PG903", start, USED, review("product", startsOn="2026-02-17")) == [NOW]


def test_an_item_of_next_is_not_asked() -> None:
    assert found("PG903", item("next", "payments", status="in-progress", startDate="2026-01-05"), USED) == []


def delivered(day: str = "2025-12-01", **fields: object) -> dict[str, object]:
    base = {"id": "invites", "title": "Invites", "status": "done", "deliveredDate": day, "metrics": ["activation"]}
    return {**base, **fields}


def record(*items: dict[str, object]) -> Fragment:
    seen = delivered(id="seen", outcome={"date": "2026-02-01", "verdict": "partly"})
    return {"roadmap": {"delivered": [seen, *items]}}


def test_an_item_that_was_delivered_long_ago_has_an_outcome() -> None:
    assert found("PG904", record(delivered())) == ["/roadmap/delivered/1"]
    in_now = item("now", "checkout", status="done", deliveredDate="2025-12-01")
    assert found("PG904", record(), in_now) == [NOW]


@pytest.mark.parametrize(
    "items",
    [
        [delivered("2025-12-02")],
        [delivered(metrics=[])],
        [{key: value for key, value in delivered().items() if key != "deliveredDate"}],
        [delivered(outcome={"date": "2026-02-01", "verdict": "missed"})],
        [{"id": "gone", "title": "Gone", "status": "dropped", "metrics": ["activation"]}],
    ],
)
def test_what_is_recent_measured_by_nothing_or_looked_at_is_right(items: list[dict[str, object]]) -> None:
    assert found("PG904", record(*items)) == []


def test_a_document_without_any_outcome_is_not_asked() -> None:
    assert found("PG904", {"roadmap": {"delivered": [delivered()]}}) == []


def test_what_several_items_lack_is_said_once() -> None:
    several = record(*(delivered(id=f"old-{number}") for number in range(3)))
    (message,) = [each for each in messages(several) if "no outcome" in each]
    assert message.startswith(
        "3 of the 4 items that were delivered more than 90 days ago to move a metric have no outcome: old-0, old-1"
    )
    (finding,) = document_with(several).check(select="PG904")
    assert [place.path for place in finding.related] == ["/roadmap/delivered/2", "/roadmap/delivered/3"]
