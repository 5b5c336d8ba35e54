"""Time as the roadmap sees it."""

from collections.abc import Mapping
from datetime import date, timedelta

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from productgov.analysis.horizons import Window, add_months, age_of, horizon_in, resolve_as_of, windows_of
from productgov.fields import Period
from productgov.model.roadmap import Horizon, Windows
from tests.support.governances import governance

DAYS = st.dates()


def test_as_of_is_the_argument_then_the_documents_then_today() -> None:
    document = governance(as_of=date(2026, 2, 1))
    assert resolve_as_of(document, date(2026, 3, 1)) == date(2026, 3, 1)
    assert resolve_as_of(document) == date(2026, 2, 1)
    undated = attrs.evolve(document, as_of=None)
    assert resolve_as_of(undated, today=lambda: date(2026, 4, 5)) == date(2026, 4, 5)
    assert age_of(document, today=lambda: date(2026, 3, 3)) == 30
    assert age_of(undated) == 0


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


def days(as_of: date, windows: Windows = Windows.ROLLING, fiscal_year_start: int = 1) -> Mapping[Horizon, Window]:
    document = governance()
    roadmap = attrs.evolve(document.roadmap, windows=windows)
    return windows_of(attrs.evolve(document, roadmap=roadmap, fiscal_year_start=fiscal_year_start), as_of)


def test_rolling_windows_are_half_open_and_follow_each_other() -> None:
    assert days(date(2026, 1, 31)) == {
        Horizon.NOW: (date(2026, 1, 31), date(2026, 4, 30)),
        Horizon.NEXT: (date(2026, 4, 30), date(2026, 7, 31)),
        Horizon.LATER: (date(2026, 7, 31), date(2027, 1, 31)),
        Horizon.FUTURE: (date(2027, 1, 31), None),
    }


@pytest.mark.parametrize("fiscal_year_start", [2, 5, 8, 11])
def test_windows_by_quarters_start_with_the_fiscal_quarter_that_holds_the_day(fiscal_year_start: int) -> None:
    assert days(date(2026, 1, 31), Windows.QUARTERS, fiscal_year_start) == {
        Horizon.NOW: (date(2025, 11, 1), date(2026, 2, 1)),
        Horizon.NEXT: (date(2026, 2, 1), date(2026, 5, 1)),
        Horizon.LATER: (date(2026, 5, 1), date(2026, 11, 1)),
        Horizon.FUTURE: (date(2026, 11, 1), None),
    }


@given(day=DAYS, fiscal_year_start=st.integers(1, 12))
def test_now_is_a_fiscal_quarter(day: date, fiscal_year_start: int) -> None:
    assume(1002 <= day.year <= 9990)
    start, end = days(day, Windows.QUARTERS, fiscal_year_start)[Horizon.NOW]
    quarters = (Period(f"{year}-Q{number}") for year in (day.year, day.year + 1) for number in (1, 2, 3, 4))
    [quarter] = [quarter for quarter in quarters if quarter.contains(day, fiscal_year_start)]
    assert end is not None
    assert (quarter.first(fiscal_year_start), quarter.last(fiscal_year_start)) == (start, end - timedelta(days=1))


def test_a_quarter_that_begins_before_the_calendar_begins_with_it() -> None:
    assert days(date(1, 1, 15), Windows.QUARTERS, 2)[Horizon.NOW].start == date.min


def test_a_day_before_as_of_is_due_now() -> None:
    assert horizon_in(days(date(2026, 1, 1)), date(2025, 1, 1)) is Horizon.NOW


@given(day=DAYS, as_of=st.dates(max_value=date(9998, 12, 31)), windows=st.sampled_from(Windows))
def test_a_day_is_in_the_window_of_its_horizon_and_in_no_other(day: date, as_of: date, windows: Windows) -> None:
    all_days = days(as_of, windows)
    day = max(day, as_of)
    inside = [horizon for horizon, (start, end) in all_days.items() if start <= day and (end is None or day < end)]
    assert inside == [horizon_in(all_days, day)]
