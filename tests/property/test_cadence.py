"""Laws of cadences: reading and writing, the dates of an interval, the work they take, and RFC 5545."""

from calendar import month_name
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from itertools import pairwise

import pytest
from dateutil.rrule import rrulestr
from hypothesis import assume, example, given
from hypothesis import strategies as st

from productgov.errors import InvalidValueError
from productgov.model.cadence.cadence import Cadence
from productgov.model.cadence.rhythms import EveryDays, InMonths, InYears, OnWeekdays

NAMES = ("daily", "weekdays", "weekly", "biweekly", "monthly", "quarterly", "semiannually", "annually")
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
MONTHS = tuple(month_name)[1:]
UNDATED = ("ad hoc", "twice a month", "3 times a week", "per release")
# What a rhythm may look at beyond its dates: one turn of the calendar's leap years for each, two for its count.
BARREN_PERIODS = 400
COUNTING_PERIODS = 2 * 4800 + 1

intervals = st.integers(1, 999)
near_dates = st.dates(date(1999, 1, 1), date(2061, 12, 31))


def some(items: tuple[str, ...]) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(items), min_size=1, max_size=4).map(",".join)


def spoken(largest: int) -> st.SearchStrategy[str]:
    units = st.sampled_from(["day", "week", "month", "year"])
    every = st.builds("every {} {}s".format, st.integers(1, largest), units)
    durations = st.builds("P{}{}".format, st.integers(1, largest), st.sampled_from("DWMY"))
    return st.sampled_from(NAMES) | every | durations


def in_months(largest: int) -> st.SearchStrategy[str]:
    months = st.lists(st.sampled_from(MONTHS), min_size=1, max_size=12).map(", ".join)
    one = st.builds("every {} years in {}".format, st.integers(2, largest), st.sampled_from(MONTHS))
    return months.map("every {}".format) | one


def rules(largest: int, ends: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    month_days = tuple(str(day) for day in (*range(1, 32), *range(-31, 0)))
    places = tuple(f"{place}{weekday}" for place in (*range(1, 6), *range(-5, 0)) for weekday in WEEKDAYS)
    heads = (
        st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"])
        | some(WEEKDAYS).map("WEEKLY;BYDAY={}".format)
        | some(month_days).map("MONTHLY;BYMONTHDAY={}".format)
        | some(places).map("MONTHLY;BYDAY={}".format)
    )
    weeks = st.builds("WEEKLY;BYDAY={};WKST={}".format, some(WEEKDAYS), st.sampled_from(WEEKDAYS))
    days = st.just("") | some(month_days).map(";BYMONTHDAY={}".format) | some(places).map(";BYDAY={}".format)
    several = st.lists(st.sampled_from(WEEKDAYS), min_size=2, max_size=7, unique=True).map(",".join)
    positions = some(tuple(str(place) for place in (*range(1, 6), *range(-5, 0), 20, -22)))
    in_set = st.builds(";BYDAY={};BYSETPOS={}".format, several, positions)
    months = st.lists(st.integers(1, 12).map(str), min_size=1, max_size=4).map(",".join).map(";BYMONTH={}".format)
    one_month = st.integers(1, 12).map(";BYMONTH={}".format)
    steps = st.integers(1, largest)
    return (
        st.builds("FREQ={};INTERVAL={}{}".format, heads | weeks | in_set.map("MONTHLY{}".format), steps, ends)
        | st.builds("FREQ=YEARLY;INTERVAL={}{}{}{}".format, steps, one_month, days | in_set, ends)
        | st.builds("FREQ=YEARLY;INTERVAL={}{}{}{}".format, steps, months, days, ends)
        | st.builds("FREQ=MONTHLY{}{}{}".format, months, days | in_set, ends)
    )


counts = st.integers(1, 999_999) | st.integers(1, 99)
any_end = st.just("") | counts.map(";COUNT={}".format) | near_dates.map(lambda day: f";UNTIL={day:%Y%m%d}")
cadences = (spoken(999) | in_months(999) | rules(999, any_end) | st.sampled_from(UNDATED)).map(Cadence.parse)


@contextmanager
def counted_periods() -> Iterator[list[int]]:
    """Lists the periods that rhythms look at."""
    seen: list[int] = []

    def counting(look: Callable[..., tuple[date, ...]]) -> Callable[..., tuple[date, ...]]:
        def dates_in(self: object, anchor: date, period: int) -> tuple[date, ...]:
            seen.append(period)
            return look(self, anchor, period)

        return dates_in

    with pytest.MonkeyPatch.context() as patch:
        for rhythm in (EveryDays, InMonths, InYears, OnWeekdays):
            patch.setattr(rhythm, "dates_in", counting(rhythm.dates_in))
        yield seen


@given(cadences)
def test_a_cadence_is_read_back_from_what_it_is_written_as(cadence: Cadence) -> None:
    assert Cadence.parse(str(cadence)) == cadence
    assert str(Cadence.parse(str(cadence))) == str(cadence)


@given(st.text(max_size=600) | st.text("FREQ=;WKLYBDAINTVU0123456789,+- every", max_size=60))
def test_what_cannot_be_read_is_an_invalid_value_and_nothing_else(text: str) -> None:
    try:
        cadence = Cadence.parse(text)
    except InvalidValueError:
        return
    assert Cadence.parse(str(cadence)) == cadence


@given(cadences, near_dates, st.lists(near_dates, min_size=3, max_size=3).map(sorted))
def test_adjacent_intervals_concatenate_to_the_whole(cadence: Cadence, anchor: date, cuts: list[date]) -> None:
    start, middle, end = cuts
    parts = [*cadence.between(start, middle, anchor=anchor), *cadence.between(middle, end, anchor=anchor)]
    whole = list(cadence.between(start, end, anchor=anchor))
    assert parts == whole
    assert whole == sorted(set(whole))
    assert all(max(start, anchor) <= day < end for day in whole)


@given(spoken(99).map(Cadence.parse), near_dates)
def test_the_dates_of_a_named_rhythm_lie_its_interval_apart(cadence: Cadence, anchor: date) -> None:
    dates = list(cadence.between(anchor, anchor + timedelta(days=2_000), anchor=anchor))
    for number, (day, following) in enumerate(pairwise(dates)):
        match cadence.rhythm:
            case EveryDays(days=days):
                assert following - day == timedelta(days=days)
            case InMonths(months=months):
                assert (day.year - anchor.year) * 12 + day.month - anchor.month == number * months
                assert day.day == anchor.day or (day.day < anchor.day and (day + timedelta(days=1)).day == 1)
            case _:
                assert day.weekday() < 5
                assert following - day == timedelta(days=3 if day.weekday() == 4 else 1)


@given(cadences, st.dates(), st.dates())
@example(Cadence.parse("daily"), date.min, date.max)
@example(Cadence.parse("FREQ=MONTHLY;BYMONTHDAY=31"), date.max, date(9999, 12, 30))
def test_the_next_date_is_the_first_one_after(cadence: Cadence, anchor: date, after: date) -> None:
    assume(after < date.max)
    following = cadence.next(after, anchor=anchor)
    dates = cadence.between(after + timedelta(days=1), date.max, anchor=anchor)
    assert following == next(dates, None) or following == date.max


@given(cadences, st.dates(), st.dates(), st.integers(0, 400))
@example(Cadence.parse("FREQ=DAILY;COUNT=999999"), date.min, date(2000, 1, 1), 1)
@example(Cadence.parse("FREQ=WEEKLY;BYDAY=MO,TU;COUNT=999999"), date.min, date(9000, 1, 1), 7)
@example(Cadence.parse("FREQ=MONTHLY;BYMONTHDAY=30;INTERVAL=12"), date(1, 2, 1), date(9000, 1, 1), 400)
@example(Cadence.parse("FREQ=MONTHLY;BYMONTHDAY=31;COUNT=70000"), date.min, date(9000, 1, 1), 400)
def test_no_cadence_takes_more_than_a_bounded_number_of_steps_per_date(
    cadence: Cadence, anchor: date, start: date, length: int
) -> None:
    end = date.fromordinal(min(start.toordinal() + length, date.max.toordinal()))
    with counted_periods() as seen:
        dates = list(cadence.between(start, end, anchor=anchor))
        in_between = len(seen)
        cadence.next(start, anchor=anchor)
    counting = COUNTING_PERIODS if cadence.count else 0
    assert in_between <= len(dates) + 1 + length // 28 + counting
    assert len(seen) - in_between <= BARREN_PERIODS + 1 + counting


@pytest.mark.parametrize(
    ("text", "anchor", "most"),
    [
        ("daily", date.min, 1),
        ("FREQ=DAILY;COUNT=999999", date.min, 4),
        ("FREQ=WEEKLY;BYDAY=MO,TU;COUNT=999999", date.min, 4),
        ("FREQ=MONTHLY;BYMONTHDAY=31;INTERVAL=12", date(1, 4, 1), 400),
        ("FREQ=MONTHLY;BYMONTHDAY=30;INTERVAL=12", date(1, 2, 1), 400),
        ("FREQ=MONTHLY;BYMONTHDAY=30;INTERVAL=12;COUNT=9", date(1, 2, 1), 801),
        ("FREQ=YEARLY", date(4, 2, 29), 8),
    ],
)
def test_a_far_or_impossible_date_takes_few_steps(text: str, anchor: date, most: int) -> None:
    with counted_periods() as seen:
        Cadence.parse(text).next(date(2638, 1, 1), anchor=anchor)
    assert 0 < len(seen) <= most


def expanded(rule: str, anchor: date, end: date) -> list[date]:
    """What dateutil makes of a rule; it is slow where dates are rare, so intervals here are short."""
    found = rrulestr(rule, dtstart=datetime.combine(anchor, time()))
    return [
        day.date() for day in found.between(datetime.combine(anchor, time()), datetime.combine(end, time()), inc=True)
    ]


short_end = (
    st.just("") | st.integers(1, 30).map(";COUNT={}".format) | near_dates.map(lambda day: f";UNTIL={day:%Y%m%d}")
)


@given(rules(11, short_end), near_dates)
@example("FREQ=YEARLY;INTERVAL=1", date(2000, 2, 29))
def test_a_rule_has_the_dates_that_rfc_5545_gives_it(rule: str, anchor: date) -> None:
    end = anchor + timedelta(days=3_000)
    dates = Cadence.parse(rule).between(anchor, end + timedelta(days=1), anchor=anchor)
    assert list(dates) == expanded(rule, anchor, end)


@given(
    (spoken(30) | in_months(30)).map(Cadence.parse),
    near_dates | st.sampled_from([date(2024, month, 29) for month in range(1, 13)]),
)
@example(Cadence.parse("annually"), date(2024, 2, 29))
@example(Cadence.parse("quarterly"), date(2026, 8, 31))
def test_a_cadence_has_the_dates_of_its_rule(cadence: Cadence, anchor: date) -> None:
    rule = cadence.rrule(anchor)
    assert rule is not None or anchor.day in {29, 30}
    if rule is not None:
        end = anchor + timedelta(days=3_000)
        assert list(cadence.between(anchor, end + timedelta(days=1), anchor=anchor)) == expanded(rule, anchor, end)
