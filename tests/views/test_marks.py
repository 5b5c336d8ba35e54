"""What stands out about items: late, slipped, too late for a deadline, at risk; and what it agrees with."""

from datetime import date

import attrs
import pytest
from hypothesis import given

from productgov import Deadline, DeadlineKind, External, Initiative, Period, ProductGovernance, check
from productgov.model.check_ins import CheckIn, Health
from productgov.model.metrics import KPIStatus
from productgov.model.roadmap import ExternalStatus
from productgov.strategies import governances
from productgov.views.marks import health_mark, marks_of, marks_of_external, status_mark

DAY = date(2026, 3, 2)
ITEM = Initiative(id="sso", title="Single sign-on", status="in-progress")  # type: ignore[arg-type]


def said(**fields: object) -> list[str]:
    return [str(mark) for mark in marks_of(attrs.evolve(ITEM, **fields), DAY)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("fields", "marks"),
    [
        ({}, []),
        ({"target_date": DAY}, []),
        ({"target_date": date(2026, 3, 1)}, ["✗ late by 1 day"]),
        ({"target_date": date(2026, 1, 1), "status": "rolling-out"}, []),
        ({"target_period": Period("2026-Q1")}, []),
        ({"target_period": Period("2026-01")}, ["✗ late by 30 days"]),
        (
            {"committed_date": date(2026, 3, 10), "target_date": date(2026, 3, 12)},
            ["! slipped 2 days, promised for 2026-03-10"],
        ),
        ({"committed_date": date(2026, 3, 12), "target_date": date(2026, 3, 10)}, []),
        ({"status": "dropped", "target_date": date(2026, 1, 1)}, []),
        ({"status": "done", "target_date": date(2026, 1, 1)}, []),
        (
            {"status": "done", "committed_date": date(2026, 1, 1), "delivered_date": date(2026, 1, 2)},
            ["! 1 day after its promise"],
        ),
        (
            {"status": "done", "committed_date": date(2026, 1, 2), "delivered_date": date(2026, 1, 2)},
            ["✓ as promised"],
        ),
        (
            {
                "check_ins": (
                    CheckIn(date=date(2026, 2, 20), health=Health.AT_RISK, confidence=0.4),
                    CheckIn(date=date(2026, 2, 10), health=Health.ON_TRACK),
                )
            },
            ["! at risk, 40 % sure on 2026-02-20"],
        ),
    ],
)
def test_what_stands_out_about_an_initiative(fields: dict[str, object], marks: list[str]) -> None:
    assert said(**fields) == marks


@pytest.mark.parametrize(
    ("target", "deadline", "delivered", "marks"),
    [
        (date(2026, 4, 1), date(2026, 4, 1), None, ["– legal deadline 2026-04-01"]),
        (date(2026, 4, 2), date(2026, 4, 1), None, ["✗ due after its legal deadline of 2026-04-01"]),
        (date(2026, 4, 2), date(2026, 3, 1), None, ["✗ 1 day past its legal deadline"]),
        (date(2026, 4, 2), date(2026, 3, 1), date(2026, 2, 28), []),
    ],
)
def test_a_deadline_is_met_missed_or_about_to_be(
    target: date, deadline: date, delivered: date | None, marks: list[str]
) -> None:
    found = said(
        target_date=target,
        deadline=Deadline(date=deadline, kind=DeadlineKind.LEGAL),
        delivered_date=delivered,
        status="rolling-out",
    )
    assert found == marks


@pytest.mark.parametrize(
    ("status", "expected", "marks"),
    [
        ("expected", date(2026, 3, 1), ["✗ late by 1 day", "✓ on track on 2026-02-01"]),
        ("expected", DAY, ["✓ on track on 2026-02-01"]),
        ("refused", date(2026, 3, 1), ["✗ refused"]),
        ("delivered", date(2026, 3, 1), []),
    ],
)
def test_what_stands_out_about_something_from_others(status: str, expected: date, marks: list[str]) -> None:
    external = External(
        id="maps",
        title="Maps",
        status=ExternalStatus[status.upper()],
        expected_date=expected,
        check_ins=(CheckIn(date=date(2026, 2, 1), health=Health.ON_TRACK),),
    )
    assert [str(mark) for mark in marks_of_external(external, DAY)] == marks


def test_a_check_in_after_the_day_is_not_known_yet() -> None:
    later = (CheckIn(date=date(2026, 3, 3), health=Health.OFF_TRACK),)
    assert health_mark(later, DAY) is None
    assert str(health_mark((CheckIn(date=DAY, confidence=0.7),), DAY)) == "– 70 % sure on 2026-03-02"


def test_every_status_of_a_metric_has_a_sign() -> None:
    assert {str(status_mark(status))[2:] for status in KPIStatus} == {status.value for status in KPIStatus}


@given(governances() | governances(consistent=False))
def test_what_a_check_finds_late_is_marked_late(subject: ProductGovernance) -> None:
    """PG205 is about the same items, but for those that PG219 speaks of."""
    late = {finding.message.split()[0] for finding in check(subject, as_of=DAY, select="PG205")}
    for initiative in (placed.initiative for placed in subject.initiatives()):
        marks = [mark.text for mark in marks_of(initiative, DAY, subject.fiscal_year_start)]
        if initiative.id in late and sum(each.initiative.id == initiative.id for each in subject.initiatives()) == 1:
            assert any(text.startswith("late by ") for text in marks)
