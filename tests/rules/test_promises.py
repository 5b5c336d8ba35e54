"""What is due: days that have passed, deadlines, and promises that have slipped, on 2026-03-02."""

from datetime import date

import pytest

from productgov.findings import Severity
from tests.support.examples import Fragment, codes_and_places, document_with, item, messages

HORIZONS = "/roadmap/timeHorizon"


def test_a_target_date_passes_with_the_day_after_it() -> None:
    fragment = item("now", "checkout", targetDate="2026-03-02")
    assert codes_and_places(fragment) == []
    assert codes_and_places(fragment, as_of=date(2026, 3, 3), select="PG205") == [
        ("PG205", f"{HORIZONS}/now/0/targetDate")
    ]


@pytest.mark.parametrize("status", ["done", "dropped"])
def test_what_is_finished_is_neither_late_nor_incomplete_nor_outside_its_horizon(status: str) -> None:
    finished = item("now", "checkout", status=status, targetDate="2025-03-02", owner=None)
    assert codes_and_places(finished, ignore="PG210,PG601") == []


@pytest.mark.parametrize(("day", "late"), [("2026-03-01", "1 day"), ("2026-02-20", "10 days")])
def test_a_delay_is_counted_in_days_from_the_target_date(day: str, late: str) -> None:
    assert f"was due on {day}, {late} before 2026-03-02" in messages(item("now", "checkout", targetDate=day))[0]


def due(**fields: object) -> Fragment:
    """Checkout, which has these dates and no others."""
    return item("now", "checkout", **{"targetDate": None, **fields})


@pytest.mark.parametrize(
    ("fields", "place"),
    [
        ({"committedDate": "2026-03-01"}, "committedDate"),
        ({"targetPeriod": "2026-02"}, "targetPeriod"),
        ({"targetDate": "2026-03-01", "committedDate": "2026-02-20"}, "targetDate"),
    ],
)
def test_any_due_day_can_pass(fields: Fragment, place: str) -> None:
    assert codes_and_places(due(**fields)) == [("PG205", f"{HORIZONS}/now/0/{place}")]


@pytest.mark.parametrize(
    "fields",
    [
        {"targetPeriod": "2026-03"},
        {"targetPeriod": "2026-Q1"},
        {"committedDate": "2026-02-20", "targetDate": "2026-03-02"},
        {"targetDate": "2026-02-20", "status": "rolling-out"},
        {"targetDate": "2026-02-20", "status": "done", "deliveredDate": "2026-02-21"},
        {"committedDate": "2026-02-20", "targetPeriod": "2026-03"},
    ],
)
def test_what_is_not_overdue(fields: Fragment) -> None:
    assert codes_and_places(due(**fields)) == []


def test_the_message_shows_the_days_of_a_period() -> None:
    (message,) = messages(due(targetPeriod="2026-02"))
    assert message.startswith(
        "checkout was due in 2026-02 (2026-02-01 to 2026-02-28), 2 days before 2026-03-02, and is still in-progress | "
    )


def found(*fragments: Fragment) -> list[tuple[str, Severity, str]]:
    return [(one.code, one.severity, one.path) for one in document_with(*fragments).check()]


SEVERITIES = [
    ("legal", Severity.ERROR),
    ("contract", Severity.ERROR),
    ("event", Severity.WARNING),
    ("internal", Severity.WARNING),
]


@pytest.mark.parametrize(("kind", "severity"), SEVERITIES)
def test_an_open_item_after_its_deadline_is_found_once(kind: str, severity: Severity) -> None:
    late = due(targetDate="2026-02-20", deadline={"date": "2026-02-27", "kind": kind})
    assert found(late) == [("PG219", severity, f"{HORIZONS}/now/0/deadline/date")]
    assert (
        f"checkout is still in-progress on 2026-03-02, 3 days after its {kind} deadline of 2026-02-27 |"
        in messages(late)[0]
    )


@pytest.mark.parametrize(("kind", "severity"), SEVERITIES)
def test_an_item_that_is_due_after_its_deadline_is_found_once(kind: str, severity: Severity) -> None:
    late = due(targetDate="2026-04-15", committedDate="2026-03-10", deadline={"date": "2026-04-01", "kind": kind})
    assert found(late) == [("PG219", severity, f"{HORIZONS}/now/0/targetDate")]
    assert f"checkout is due on 2026-04-15, after its {kind} deadline of 2026-04-01 |" in messages(late)[0]


DEADLINE = {"date": "2026-04-01", "kind": "legal"}
PASSED = {"date": "2026-02-27", "kind": "legal"}


@pytest.mark.parametrize(
    "fields",
    [
        {"deadline": DEADLINE},
        {"deadline": DEADLINE, "targetDate": "2026-04-01"},
        {"deadline": DEADLINE, "targetPeriod": "2026-Q2"},
        {"deadline": DEADLINE, "targetPeriod": "2026-04"},
        {"deadline": PASSED, "status": "done"},
        {"deadline": PASSED, "status": "rolling-out", "deliveredDate": "2026-02-27"},
        {"deadline": {"date": "2026-03-02", "kind": "legal"}},
    ],
)
def test_what_keeps_its_deadline(fields: Fragment) -> None:
    assert codes_and_places(due(**fields)) == []


def test_a_deadline_is_missed_by_a_later_period_and_by_a_late_first_delivery() -> None:
    (message,) = messages(due(deadline=DEADLINE, targetPeriod="2026-05"))
    assert "due in 2026-05 (2026-05-01 to 2026-05-31), after" in message
    rolling = due(deadline=PASSED, status="rolling-out", deliveredDate="2026-02-28")
    assert [code for code, *_ in found(rolling)] == ["PG219"]


def test_a_due_day_that_has_passed_before_its_deadline_is_overdue() -> None:
    assert [code for code, *_ in found(due(deadline=DEADLINE, targetDate="2026-02-20"))] == ["PG205"]


@pytest.mark.parametrize(
    ("fields", "place"),
    [
        ({"committedDate": "2026-03-10", "targetDate": "2026-04-10"}, "targetDate"),
        ({"committedDate": "2026-01-10", "targetDate": "2026-04-10"}, "targetDate"),
        ({"committedDate": "2026-02-27", "targetPeriod": "2026-04"}, "targetPeriod"),
    ],
)
def test_a_promise_that_has_slipped_is_an_info(fields: Fragment, place: str) -> None:
    assert found(due(**fields)) == [("PG215", Severity.INFO, f"{HORIZONS}/now/0/{place}")]


@pytest.mark.parametrize(
    "fields",
    [
        {"committedDate": "2026-03-11", "targetDate": "2026-04-10"},
        {"committedDate": "2026-03-02", "targetPeriod": "2026-04"},
        {"committedDate": "2026-04-10", "targetPeriod": "2026-Q2"},
        {"committedDate": "2026-03-10"},
        {"committedDate": "2026-04-10", "targetDate": "2026-03-10"},
        {"committedDate": "2026-01-10", "targetDate": "2026-04-10", "status": "done", "deliveredDate": "2026-03-01"},
    ],
)
def test_a_promise_that_has_not(fields: Fragment) -> None:
    assert codes_and_places(due(**fields)) == []


def test_a_slip_is_counted_in_days_and_of_a_period_at_least() -> None:
    assert (
        "checkout was promised for 2026-03-10 and is now due on 2026-04-15, 36 days later |"
        in messages(due(committedDate="2026-03-10", targetDate="2026-04-15"))[0]
    )
    assert (
        "and is now due in 2026-05 (2026-05-01 to 2026-05-31), at least 52 days later |"
        in messages(due(committedDate="2026-03-10", targetPeriod="2026-05"))[0]
    )


def test_a_slip_is_not_told_of_what_is_overdue_or_misses_its_deadline() -> None:
    assert [code for code, *_ in found(due(committedDate="2025-12-01", targetDate="2026-02-01"))] == ["PG205"]
    missed = due(committedDate="2026-03-05", targetDate="2026-04-10", deadline=DEADLINE)
    assert [code for code, *_ in found(missed)] == ["PG219"]
