"""What each column of the roadmap needs, and what does not belong in it, on 2026-03-02."""

import pytest

from tests.support.examples import Fragment, codes_and_places, item, messages

HORIZONS = "/roadmap/timeHorizon"


@pytest.mark.parametrize(
    ("dates", "inside"),
    [
        ({"targetDate": "2026-06-01"}, False),
        ({"targetDate": "2026-06-02"}, True),
        ({"targetDate": "2026-09-01"}, True),
        ({"targetDate": "2026-09-02"}, False),
        ({"startDate": "2026-04-01", "status": "planned"}, False),
        ({"startDate": "2026-04-01", "targetDate": "2026-06-02", "status": "planned"}, True),
        ({"startDate": "2026-01-01", "targetDate": "2026-06-02", "status": "in-progress"}, True),
        ({"startDate": "2026-09-01", "targetDate": "2027-06-02"}, True),
        ({"startDate": "2026-09-02", "targetDate": "2027-06-02"}, False),
    ],
)
def test_the_span_of_an_item_meets_its_horizon(dates: dict[str, str], inside: bool) -> None:
    codes = [code for code, _ in codes_and_places(item("next", "payments", **dates))]
    assert codes == ([] if inside else ["PG203"])


def test_the_message_says_where_the_dates_fall() -> None:
    fragment = item("next", "payments", targetDate="2026-10-01")
    assert codes_and_places(fragment) == [("PG203", f"{HORIZONS}/next/0/targetDate")]
    assert (
        "payments is in next (2026-06-02 to 2026-09-01), but is due on 2026-10-01, which is in later"
        in messages(fragment)[0]
    )
    span = item("next", "payments", startDate="2026-11-01", targetDate="2027-10-01")
    assert "runs from 2026-11-01 to 2027-10-01, which is in later" in messages(span)[0]
    far = item("next", "payments", startDate="2027-03-02")
    assert codes_and_places(far) == [("PG203", f"{HORIZONS}/next/0/startDate")]
    assert "starts on 2027-03-02, which is in future | make it a vision in future" in messages(far)[0]


def test_days_that_have_passed_count_as_the_day_of_the_check() -> None:
    assert codes_and_places(item("now", "checkout", startDate="2025-03-02", targetDate="2026-03-02")) == []
    assert codes_and_places(item("now", "checkout", targetDate="2026-03-01")) == [
        ("PG205", f"{HORIZONS}/now/0/targetDate")
    ]


def test_now_needs_an_owner_and_a_due_day() -> None:
    neither = item("now", "checkout", owner=None, targetDate=None)
    assert codes_and_places(neither) == [("PG206", f"{HORIZONS}/now/0")] * 2
    assert [message.partition(" |")[0] for message in messages(neither)] == [
        "checkout is in now but has no owner",
        "checkout is in now but has no due day",
    ]


@pytest.mark.parametrize(
    "day",
    [
        {"targetPeriod": "2026-Q2"},
        {"committedDate": "2026-04-01"},
        {"deadline": {"date": "2026-04-01", "kind": "event"}},
    ],
)
def test_any_due_day_will_do_in_now(day: Fragment) -> None:
    assert codes_and_places(item("now", "checkout", targetDate=None, **day)) == []


def test_a_theme_is_not_asked_for_where_none_is_listed() -> None:
    later: Fragment = {"roadmap": {"themes": [], "timeHorizon": {"later": [{"id": "a", "title": "A"}]}}}
    assert codes_and_places(later) == []


def test_later_needs_a_theme_alone() -> None:
    assert codes_and_places(item("later", "identity", theme=None)) == [("PG206", f"{HORIZONS}/later/0")]


def test_a_theme_needs_an_open_item_or_a_vision() -> None:
    themes: Fragment = {"roadmap": {"themes": ["Fewer meetings", "Anywhere"]}}
    done = {"id": "trial", "title": "A trial", "status": "done", "theme": "Anywhere"}
    delivered: Fragment = {"roadmap": {"delivered": [done]}}
    vision = item("future", "offline", title="No network", theme="Anywhere")
    assert codes_and_places(themes) == [("PG207", "/roadmap/themes/1")]
    assert codes_and_places(themes, delivered) == [("PG207", "/roadmap/themes/1")]
    assert codes_and_places(themes, vision) == []
    assert "plan an item for it" in messages(themes)[0]
    assert "everything planned for it is finished" in messages(themes, delivered)[0]


def test_a_theme_needs_nothing_while_the_roadmap_is_empty() -> None:
    empty: Fragment = {"roadmap": {"themes": ["A"], "timeHorizon": {"now": [], "next": [], "later": []}}}
    assert codes_and_places(empty, select="PG207") == []


def test_a_misspelt_theme_is_not_also_a_theme_without_items() -> None:
    themes: Fragment = {"roadmap": {"themes": ["Fewer meetings", "Anywhere"]}}
    assert codes_and_places(themes, item("next", "payments", theme="Anywere")) == [
        ("PG104", f"{HORIZONS}/next/0/theme")
    ]


@pytest.mark.parametrize("status", ["done", "dropped"])
def test_what_is_finished_leaves_next_and_later(status: str) -> None:
    assert codes_and_places(item("next", "payments", status=status)) == [("PG210", f"{HORIZONS}/next/0/status")]
    assert ("PG210", f"{HORIZONS}/later/0/status") in codes_and_places(item("later", "identity", status=status))


def test_a_span_before_its_horizon_is_in_the_horizon_of_its_last_day() -> None:
    fragment = item("later", "identity", startDate="2026-03-10", targetDate="2026-07-01")
    assert "runs from 2026-03-10 to 2026-07-01, which is in next" in messages(fragment)[0]


@pytest.mark.parametrize(
    ("horizon", "dates", "inside"),
    [
        ("next", {"targetPeriod": "2026-Q2"}, True),
        ("next", {"targetPeriod": "2026-Q3"}, True),
        ("next", {"targetPeriod": "2026-Q4"}, False),
        ("next", {"targetPeriod": "2026-04"}, False),
        ("now", {"targetPeriod": "2026"}, True),
        ("next", {"targetPeriod": "2026-Q4", "startDate": "2026-08-01"}, True),
        ("next", {"committedDate": "2026-10-01"}, False),
        ("next", {"deadline": {"date": "2026-10-01", "kind": "event"}}, False),
        ("next", {"targetDate": "2026-07-01", "committedDate": "2026-06-20"}, True),
    ],
)
def test_every_due_day_counts_and_of_a_period_any_day(horizon: str, dates: Fragment, inside: bool) -> None:
    name = {"now": "checkout", "next": "payments"}[horizon]
    found = codes_and_places(item(horizon, name, **{"targetDate": None, **dates}), select="PG203")
    assert [code for code, _ in found] == ([] if inside else ["PG203"])


def test_the_message_shows_the_days_of_a_period() -> None:
    (message,) = messages(item("next", "payments", targetPeriod="2026-Q4"))
    assert "but is due in 2026-Q4 (2026-10-01 to 2026-12-31), which is in later" in message
    assert codes_and_places(item("next", "payments", targetPeriod="2026-Q4")) == [
        ("PG203", f"{HORIZONS}/next/0/targetPeriod")
    ]
    deadline = {"date": "2026-10-01", "kind": "event"}
    assert codes_and_places(item("next", "payments", deadline=deadline)) == [
        ("PG203", f"{HORIZONS}/next/0/deadline/date")
    ]


def test_the_fiscal_year_and_the_quarters_of_the_roadmap_count() -> None:
    quarters: Fragment = {"fiscalYearStart": 2, "roadmap": {"windows": "quarters"}}
    assert codes_and_places(quarters, item("next", "payments", targetDate="2026-05-01")) == []
    assert codes_and_places(quarters, item("next", "payments", targetPeriod="2027-Q2")) == []
    (message,) = messages(quarters, item("next", "payments", targetPeriod="2027-Q1"))
    assert "is due in 2027-Q1 (2026-02-01 to 2026-04-30), which is in now" in message


def test_what_is_overdue_is_not_also_outside_its_horizon() -> None:
    assert codes_and_places(item("next", "payments", targetDate="2026-02-01")) == [
        ("PG205", f"{HORIZONS}/next/0/targetDate")
    ]
    rolling = item("next", "payments", targetDate="2026-02-01", status="rolling-out")
    assert codes_and_places(rolling) == [("PG203", f"{HORIZONS}/next/0/targetDate")]


def test_a_start_after_its_deadline_has_days_in_some_horizon() -> None:
    late = item("next", "payments", startDate="2026-07-10", deadline={"date": "2026-07-01", "kind": "event"})
    assert codes_and_places(late) == []


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({"status": "done", "deliveredDate": "2025-12-01"}, True),
        ({"status": "done", "deliveredDate": "2025-12-02"}, False),
        ({"status": "done"}, False),
        ({"status": "dropped"}, True),
        ({"status": "rolling-out", "deliveredDate": "2025-01-01"}, False),
    ],
)
def test_what_is_finished_leaves_now_after_three_months(fields: Fragment, found: bool) -> None:
    assert codes_and_places(item("now", "checkout", **fields), select="PG210") == (
        [("PG210", f"{HORIZONS}/now/0/status")] if found else []
    )


def test_the_message_says_when_it_was_delivered() -> None:
    (message,) = messages(item("now", "checkout", status="done", deliveredDate="2025-11-03"))
    assert message.startswith(
        "checkout was delivered on 2025-11-03, more than 3 months before 2026-03-02, and is still"
    )
