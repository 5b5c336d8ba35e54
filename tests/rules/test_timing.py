"""Horizons, dates and statuses that must fit each other and the day of the check, 2026-03-02."""

from datetime import date

import pytest

from tests.support.examples import Fragment, codes_and_places, item, kpi, messages

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


def test_a_target_date_passes_with_the_day_after_it() -> None:
    fragment = item("now", "checkout", targetDate="2026-03-02")
    assert codes_and_places(fragment) == []
    assert codes_and_places(fragment, as_of=date(2026, 3, 3), select="PG205") == [
        ("PG205", f"{HORIZONS}/now/0/targetDate")
    ]


@pytest.mark.parametrize("status", ["done", "dropped"])
def test_what_is_finished_is_neither_late_nor_incomplete_nor_outside_its_horizon(status: str) -> None:
    assert codes_and_places(item("now", "checkout", status=status, targetDate="2025-03-02", owner=None)) == []


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
def test_what_is_finished_leaves_next_and_later_but_may_stay_in_now(status: str) -> None:
    assert codes_and_places(item("next", "payments", status=status)) == [("PG210", f"{HORIZONS}/next/0/status")]
    assert ("PG210", f"{HORIZONS}/later/0/status") in codes_and_places(item("later", "identity", status=status))
    assert codes_and_places(item("now", "checkout", status=status)) == []


def test_nothing_is_delivered_after_the_day_of_the_check() -> None:
    trial = {"id": "trial", "title": "A trial", "status": "done", "deliveredDate": "2026-03-03"}
    fragment: Fragment = {"roadmap": {"delivered": [trial]}}
    assert codes_and_places(fragment) == [("PG212", "/roadmap/delivered/0/deliveredDate")]
    assert codes_and_places(fragment, as_of=date(2026, 3, 3)) == []


def test_nothing_is_observed_after_the_day_of_the_check_and_each_kpi_says_so_once() -> None:
    days = ("2026-03-01", "2026-03-09", "2026-03-10")
    fragment = kpi("guardrail", "crash-rate", observations=[{"date": day, "value": 1} for day in days])
    assert codes_and_places(fragment) == [("PG212", "/metrics/guardrailMetrics/0/observations/1/date")]
    assert "(2 observations in all)" in messages(fragment)[0]


@pytest.mark.parametrize(
    ("status", "found"), [("proposed", True), ("planned", True), ("in-progress", False), ("paused", False)]
)
def test_what_was_to_start_has_started(status: str, found: bool) -> None:
    fragment = item("now", "checkout", status=status, startDate="2026-03-01")
    assert codes_and_places(fragment) == ([("PG212", f"{HORIZONS}/now/0/startDate")] if found else [])
    assert codes_and_places(item("now", "checkout", status=status, startDate="2026-03-02")) == []


def test_an_observation_of_the_day_of_the_check_is_fine() -> None:
    seen = [{"date": "2026-03-02", "value": 1}]
    assert codes_and_places(kpi("guardrail", "crash-rate", observations=seen)) == []


def test_a_span_before_its_horizon_is_in_the_horizon_of_its_last_day() -> None:
    fragment = item("later", "identity", startDate="2026-03-10", targetDate="2026-07-01")
    assert "runs from 2026-03-10 to 2026-07-01, which is in next" in messages(fragment)[0]


@pytest.mark.parametrize(("day", "late"), [("2026-03-01", "1 day"), ("2026-02-20", "10 days")])
def test_a_delay_is_counted_in_days_from_the_target_date(day: str, late: str) -> None:
    assert f"was due on {day}, {late} before 2026-03-02" in messages(item("now", "checkout", targetDate=day))[0]


def test_observations_are_counted_only_where_there_are_several() -> None:
    one, two = ({"date": f"2026-03-0{day}", "value": 1} for day in (3, 4))
    assert "in all" not in messages(kpi("guardrail", "crash-rate", observations=[one]))[0]
    assert "(2 observations in all)" in messages(kpi("guardrail", "crash-rate", observations=[one, two]))[0]
