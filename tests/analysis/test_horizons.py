"""Time as the roadmap sees it."""

from datetime import date

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from productgov.analysis.horizons import add_months, horizon_of_date, resolve_as_of, window
from productgov.model.roadmap import Horizon
from tests.support.governances import governance

DAYS = st.dates()


def test_as_of_is_the_argument_then_the_documents_then_today() -> None:
    document = governance(as_of=date(2026, 2, 1))
    assert resolve_as_of(document, date(2026, 3, 1)) == date(2026, 3, 1)
    assert resolve_as_of(document) == date(2026, 2, 1)
    undated = attrs.evolve(document, as_of=None)
    assert resolve_as_of(undated, today=lambda: date(2026, 4, 5)) == date(2026, 4, 5)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2026, 8, 31), 3, date(2026, 11, 30)),
        (date(2026, 11, 15), 3, date(2027, 2, 15)),
        (date(2026, 3, 31), 0, date(2026, 3, 31)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(9999, 12, 1), 1, date.max),
        (date(9999, 11, 15), 1, date(9999, 12, 15)),
    ],
)
def test_months_are_added_by_the_calendar_and_clamped_to_the_months_end(day: date, months: int, expected: date) -> None:
    assert add_months(day, months) == expected


def test_the_windows_are_half_open_and_follow_each_other() -> None:
    as_of = date(2026, 1, 31)
    assert window(Horizon.NOW, as_of) == (date(2026, 1, 31), date(2026, 4, 30))
    assert window(Horizon.NEXT, as_of) == (date(2026, 4, 30), date(2026, 7, 31))
    assert window(Horizon.LATER, as_of) == (date(2026, 7, 31), date(2027, 1, 31))
    assert window(Horizon.FUTURE, as_of) == (date(2027, 1, 31), None)


def test_a_day_before_as_of_is_due_now() -> None:
    assert horizon_of_date(date(2025, 1, 1), date(2026, 1, 1)) is Horizon.NOW


@given(day=DAYS, as_of=st.dates(max_value=date(9998, 12, 31)))
def test_a_day_lies_in_the_window_of_its_horizon_and_in_no_other(day: date, as_of: date) -> None:
    def inside(horizon: Horizon) -> bool:
        start, end = window(horizon, as_of)
        return start <= max(day, as_of) and (end is None or max(day, as_of) < end)

    assert [horizon for horizon in Horizon if inside(horizon)] == [horizon_of_date(day, as_of)]
