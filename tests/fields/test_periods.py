"""Periods: their days by fiscal year, their order and their parts, and how fields take them."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

import productgov as pg
from productgov.fields import Period, shapes
from productgov.fields.periods import Periods

STARTS = st.integers(1, 12)
YEARS = st.integers(1001, 9999)
PERIODS = st.builds(
    lambda year, part: Period(f"{year}{part}"),
    YEARS,
    st.sampled_from(("", "-H1", "-H2", "-Q1", "-Q2", "-Q3", "-Q4", *(f"-{month:02}" for month in range(1, 13)))),
)


@pytest.mark.parametrize(
    ("text", "start", "first", "last"),
    [
        ("2026", 1, date(2026, 1, 1), date(2026, 12, 31)),
        ("2026", 7, date(2025, 7, 1), date(2026, 6, 30)),
        ("2026-H1", 1, date(2026, 1, 1), date(2026, 6, 30)),
        ("2026-H2", 2, date(2025, 8, 1), date(2026, 1, 31)),
        ("2026-Q1", 1, date(2026, 1, 1), date(2026, 3, 31)),
        ("2026-Q1", 10, date(2025, 10, 1), date(2025, 12, 31)),
        ("2026-Q4", 4, date(2026, 1, 1), date(2026, 3, 31)),
        ("2028-02", 1, date(2028, 2, 1), date(2028, 2, 29)),
        ("2028-02", 7, date(2028, 2, 1), date(2028, 2, 29)),
    ],
)
def test_a_period_is_named_for_the_calendar_year_in_which_its_fiscal_year_ends(
    text: str, start: int, first: date, last: date
) -> None:
    period = Period(text)
    assert (period.first(start), period.last(start)) == (first, last)
    assert period.days(start) == (last - first).days + 1


@given(PERIODS, STARTS)
def test_a_period_consists_of_its_parts_one_after_the_other(period: Period, start: int) -> None:
    parts = period.parts(start)
    assert len(parts) == {12: 2, 6: 2, 3: 3, 1: 0}[period.months]
    if parts:
        assert (parts[0].first(start), parts[-1].last(start)) == (period.first(start), period.last(start))
        assert sum(part.days(start) for part in parts) == period.days(start)
        for earlier, later in pairwise(parts):
            assert earlier < later
            assert earlier.last(start) + timedelta(days=1) == later.first(start)
        assert all(period.contains(part, start) and not part.contains(period, start) for part in parts)


@given(PERIODS, STARTS, st.dates())
def test_a_period_contains_the_days_from_its_first_to_its_last(period: Period, start: int, day: date) -> None:
    assert period.contains(day, start) == (period.first(start) <= day <= period.last(start))


@given(PERIODS, PERIODS, STARTS)
def test_periods_of_one_length_are_ordered_by_their_days(one: Period, other: Period, start: int) -> None:
    if one.months == other.months:
        assert (one < other) == (one.first(start) < other.first(start))
    else:
        with pytest.raises(TypeError):
            _ = one < other


def test_a_period_is_not_compared_with_a_text() -> None:
    with pytest.raises(TypeError):
        _ = Period("2026") < "2027"  # type: ignore[operator]


@pytest.mark.parametrize("text", ["26", "2026-Q5", "2026-H3", "2026-13", "2026-1", "2026-q1", "0999", "2026\n", 2026])
def test_a_text_that_is_no_period_is_refused(text: object) -> None:
    with pytest.raises(pg.InvalidValueError, match="a period such as 2026"):
        Period(text)  # type: ignore[arg-type]


def test_a_month_before_the_year_1000_is_not_a_part() -> None:
    with pytest.raises(pg.InvalidValueError, match="a period such as"):
        Period("1000-Q1").parts(10)


@pytest.mark.parametrize("start", [0, 13, True, 1.0])
def test_a_month_that_does_not_exist_is_refused(start: object) -> None:
    with pytest.raises(pg.InvalidValueError, match="fiscal_year_start must be a month from 1 to 12"):
        Period("2026").first(start)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("value", "code"), [(999, "PG007"), (10_000, "PG007"), (2026.5, "PG007"), ("2026-Q9", "PG007"), (True, "PG005")]
)
def test_a_value_that_is_no_period_has_its_code(value: object, code: str) -> None:
    kind = shapes.Periods()
    assert not kind.accepts(value)
    assert kind.problem(value).code == code


def test_a_year_can_be_given_as_a_number() -> None:
    objective = {"id": "calm", "title": "Calm"}
    expected = pg.Objective(id="calm", title="Calm", period=Period("2026"))
    for period in ("2026", 2026, 2026.0):
        assert pg.from_dict({**objective, "period": period}, pg.Objective) == expected
    assert pg.Objective(id="calm", title="Calm", period="2026") == expected  # type: ignore[arg-type]
    assert pg.to_dict(expected)["period"] == "2026"
    assert str(Period("2026-Q1")) == "2026-Q1"


@pytest.mark.parametrize(
    ("value", "accepted"), [(2026, True), (2026.0, True), (2026.5, False), (999999, False), ("2026-Q1", True)]
)
def test_a_year_may_be_a_number_for_the_kind_itself(value: object, accepted: bool) -> None:
    assert Periods().accepts(value) is accepted


def test_the_kind_says_what_it_takes_and_a_month_has_no_parts() -> None:
    assert Periods().type_words == "a period as text"
    assert Period("2026-03").parts() == ()
    assert [part.text for part in Period("2026-Q1").parts()] == ["2026-01", "2026-02", "2026-03"]
