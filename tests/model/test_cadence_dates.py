"""The dates of a cadence follow from its anchor, directly: no drift, and no endless search."""

from datetime import date
from itertools import islice

import pytest

from productgov.model.cadence.cadence import Cadence


def first_dates(text: str, anchor: date, number: int) -> list[str]:
    dates = islice(Cadence.parse(text).between(anchor, date.max, anchor=anchor), number)
    return [day.isoformat() for day in dates]


def test_the_dates_lie_in_the_half_open_interval() -> None:
    weekly = Cadence.parse("weekly")
    anchor = date(2026, 1, 5)
    dates = weekly.between(date(2026, 1, 12), date(2026, 1, 26), anchor=anchor)
    assert list(dates) == [date(2026, 1, 12), date(2026, 1, 19)]
    assert list(weekly.between(date(2026, 1, 26), date(2026, 1, 12), anchor=anchor)) == []


def test_a_rhythm_starts_at_its_anchor() -> None:
    weekly = Cadence.parse("weekly")
    dates = weekly.between(date(2025, 1, 1), date(2026, 1, 13), anchor=date(2026, 1, 5))
    assert list(dates) == [date(2026, 1, 5), date(2026, 1, 12)]
    assert list(weekly.between(date(2025, 1, 1), date(2025, 6, 1), anchor=date(2026, 1, 5))) == []
    assert weekly.next(date.min, anchor=date(2026, 1, 5)) == date(2026, 1, 5)


@pytest.mark.parametrize(
    ("text", "anchor", "dates"),
    [
        ("monthly", date(2026, 1, 31), "2026-01-31 2026-02-28 2026-03-31 2026-04-30"),
        ("monthly", date(2024, 1, 30), "2024-01-30 2024-02-29 2024-03-30 2024-04-30"),
        ("quarterly", date(2025, 11, 30), "2025-11-30 2026-02-28 2026-05-30 2026-08-30"),
        ("annually", date(2024, 2, 29), "2024-02-29 2025-02-28 2026-02-28 2027-02-28 2028-02-29"),
        ("FREQ=MONTHLY", date(2026, 1, 31), "2026-01-31 2026-03-31 2026-05-31 2026-07-31"),
        ("FREQ=YEARLY", date(1896, 2, 29), "1896-02-29 1904-02-29 1908-02-29"),
        ("FREQ=MONTHLY;BYMONTHDAY=31;INTERVAL=2", date(2026, 2, 1), "2026-08-31 2026-10-31 2026-12-31 2027-08-31"),
        ("FREQ=MONTHLY;BYMONTHDAY=-1,15", date(2026, 1, 16), "2026-01-31 2026-02-15 2026-02-28"),
        ("FREQ=MONTHLY;BYMONTHDAY=-31", date(2026, 2, 1), "2026-03-01 2026-05-01"),
        ("FREQ=MONTHLY;BYDAY=2TU", date(2026, 1, 14), "2026-02-10 2026-03-10"),
        ("FREQ=MONTHLY;BYDAY=-1FR", date(2026, 1, 1), "2026-01-30 2026-02-27"),
        ("FREQ=MONTHLY;BYDAY=5FR", date(2026, 1, 1), "2026-01-30 2026-05-29"),
        ("FREQ=MONTHLY;BYDAY=-5FR", date(2026, 1, 1), "2026-01-02 2026-05-01"),
        (
            "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1",
            date(2026, 1, 1),
            "2026-01-01 2026-02-02 2026-03-02 2026-04-01",
        ),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", date(2026, 1, 1), "2026-01-30 2026-02-27 2026-03-31"),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=22", date(2026, 1, 1), "2026-01-30 2026-03-31 2026-04-30"),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-22", date(2026, 1, 1), "2026-01-01 2026-03-02 2026-04-01"),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=23", date(2026, 1, 1), "2026-07-31 2026-12-31"),
        ("FREQ=MONTHLY;BYDAY=SA,SU;BYSETPOS=2", date(2026, 1, 1), "2026-01-04 2026-02-07 2026-03-07"),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR,SA;BYSETPOS=2,-2", date(2026, 2, 1), "2026-02-03 2026-02-27 2026-03-03"),
        ("FREQ=WEEKLY;BYDAY=MO,FR;INTERVAL=2", date(2026, 1, 7), "2026-01-09 2026-01-19 2026-01-23 2026-02-02"),
        ("weekdays", date(2026, 1, 3), "2026-01-05 2026-01-06 2026-01-07 2026-01-08 2026-01-09 2026-01-12"),
        ("FREQ=WEEKLY;BYDAY=MO,FR;COUNT=3", date(2026, 1, 7), "2026-01-09 2026-01-12 2026-01-16"),
        ("FREQ=DAILY;UNTIL=20260103", date(2026, 1, 1), "2026-01-01 2026-01-02 2026-01-03"),
        ("first workday of the month", date(2026, 1, 1), "2026-01-01 2026-02-02 2026-03-02 2026-04-01"),
        ("second workday of the month", date(2026, 1, 1), "2026-01-02 2026-02-03 2026-03-03 2026-04-02"),
        ("last workday of the month", date(2026, 1, 1), "2026-01-30 2026-02-27 2026-03-31 2026-04-30"),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=23", date(2026, 1, 1), "2026-07-31 2026-12-31 2027-03-31"),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-23", date(2026, 1, 1), "2026-07-01 2026-12-01 2027-03-01"),
        ("FREQ=MONTHLY;BYDAY=SA,SU;BYSETPOS=1,-1", date(2026, 5, 1), "2026-05-02 2026-05-31 2026-06-06 2026-06-28"),
        ("at the end of each quarter", date(2026, 1, 1), "2026-03-31 2026-06-30 2026-09-30 2026-12-31"),
        ("every other Tuesday", date(2026, 1, 8), "2026-01-20 2026-02-03"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;WKST=MO", date(2026, 1, 11), "2026-01-20 2026-02-03"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;WKST=SU", date(2026, 1, 11), "2026-01-13 2026-01-27"),
        ("every 2 years in February", date(2024, 2, 29), "2024-02-29 2026-02-28 2028-02-29"),
        ("FREQ=YEARLY;BYMONTH=2", date(2024, 2, 29), "2024-02-29 2028-02-29"),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", date(2026, 1, 1), "2028-02-29 2032-02-29"),
        ("FREQ=YEARLY;INTERVAL=3;BYMONTH=1,7;BYDAY=1MO", date(2025, 2, 1), "2025-07-07 2028-01-03 2028-07-03"),
    ],
)
def test_the_dates_are_those_a_reader_expects(text: str, anchor: date, dates: str) -> None:
    expected = dates.split()
    ends = "COUNT" in text or "UNTIL" in text
    assert first_dates(text, anchor, len(expected) + ends) == expected


def test_a_day_that_no_year_has_is_searched_for_one_turn_of_the_calendar() -> None:
    assert Cadence.parse("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30").next(date.min, anchor=date.min) is None


def test_a_rhythm_without_dates_has_none() -> None:
    ad_hoc = Cadence.parse("as needed")
    assert list(ad_hoc.between(date.min, date.max, anchor=date.min)) == []
    assert ad_hoc.next(date.min, anchor=date.min) is None
    assert ad_hoc.rrule(date.min) is None


@pytest.mark.parametrize("text", ["daily", "weekdays", "weekly", "monthly", "annually", "FREQ=MONTHLY;BYDAY=-1FR"])
def test_the_ends_of_the_calendar_are_no_error(text: str) -> None:
    cadence = Cadence.parse(text)
    assert next(cadence.between(date.min, date.max, anchor=date.min)) <= date(1, 1, 31)
    last = max(cadence.between(date(9998, 12, 1), date.max, anchor=date(1, 12, 31)))
    assert cadence.next(last, anchor=date(1, 12, 31)) in {None, date.max}
    assert cadence.next(date.max, anchor=date.min) is None
    assert list(cadence.between(date.min, date.min, anchor=date.max)) == []


def test_the_last_week_of_the_calendar_lacks_its_weekend() -> None:
    weekend = Cadence.parse("FREQ=WEEKLY;BYDAY=SA,SU")
    assert weekend.next(date(9999, 12, 26), anchor=date.min) is None
    assert weekend.next(date.min, anchor=date.max) is None


@pytest.mark.parametrize(
    ("text", "anchor", "last"),
    [
        ("FREQ=DAILY;COUNT=999999", date.min, date.fromordinal(999_999)),
        ("FREQ=WEEKLY;BYDAY=MO,WE;COUNT=4", date(2026, 1, 6), date(2026, 1, 19)),
        ("FREQ=MONTHLY;BYMONTHDAY=31;COUNT=2801", date(2000, 1, 31), date(2400, 1, 31)),
        ("FREQ=YEARLY;COUNT=98", date(2000, 2, 29), date(2400, 2, 29)),
    ],
)
def test_a_count_ends_the_rhythm_however_large_it_is(text: str, anchor: date, last: date) -> None:
    cadence = Cadence.parse(text)
    assert cadence.next(date.fromordinal(last.toordinal() - 1), anchor=anchor) == last
    assert cadence.next(last, anchor=anchor) is None


def test_a_count_beyond_the_calendar_ends_nothing() -> None:
    daily = Cadence.parse("FREQ=DAILY;COUNT=999999")
    assert daily.next(date(9999, 12, 30), anchor=date(9999, 1, 1)) == date.max
    assert Cadence.parse("FREQ=DAILY;COUNT=2").next(date.min, anchor=date.max) == date.max


@pytest.mark.parametrize(
    ("text", "anchor", "rule"),
    [
        ("biweekly", date(2026, 1, 5), "FREQ=WEEKLY;INTERVAL=2"),
        ("every 10 days", date(2026, 1, 5), "FREQ=DAILY;INTERVAL=10"),
        ("monthly", date(2026, 1, 28), "FREQ=MONTHLY"),
        ("monthly", date(2026, 1, 30), None),
        ("monthly", date(2026, 1, 31), "FREQ=MONTHLY;BYMONTHDAY=-1"),
        ("quarterly", date(2026, 1, 30), "FREQ=MONTHLY;INTERVAL=3"),
        ("quarterly", date(2025, 11, 30), None),
        ("annually", date(2026, 1, 31), "FREQ=YEARLY"),
        ("annually", date(2024, 2, 29), "FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=-1"),
        ("FREQ=MONTHLY;BYDAY=-1FR;COUNT=5", date(2026, 1, 31), "FREQ=MONTHLY;BYDAY=-1FR;COUNT=5"),
    ],
)
def test_the_rule_states_the_dates_or_there_is_none(text: str, anchor: date, rule: str | None) -> None:
    assert Cadence.parse(text).rrule(anchor) == rule


@pytest.mark.parametrize("text", ["daily", "weekdays", "FREQ=WEEKLY;BYDAY=FR", "end of month", "end of year"])
def test_the_last_day_of_the_calendar_is_a_date_like_others(text: str) -> None:
    cadence = Cadence.parse(text)
    assert cadence.next(date(9999, 12, 30), anchor=date(9999, 1, 1)) == date.max
    assert date.max not in cadence.between(date(9999, 12, 1), date.max, anchor=date(9999, 1, 1))
    assert cadence.next(date(9999, 12, 30), anchor=date.max) == date.max


def test_the_first_day_of_the_calendar_may_lie_within_a_week() -> None:
    cadence = Cadence.parse("FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;WKST=SU")
    dates = cadence.between(date.min, date(1, 1, 20), anchor=date.min)
    assert list(dates) == [date.min, date(1, 1, 14), date(1, 1, 15)]


@pytest.mark.parametrize(
    ("text", "anchor", "last"),
    [
        ("FREQ=DAILY;COUNT=1", date(9999, 12, 30), date(9999, 12, 30)),
        ("FREQ=DAILY;COUNT=2", date(9999, 12, 29), date(9999, 12, 30)),
        ("FREQ=WEEKLY;BYDAY=TH,FR;COUNT=1", date(9999, 12, 27), date(9999, 12, 30)),
        ("FREQ=WEEKLY;BYDAY=TH,FR;COUNT=3", date(9999, 12, 20), date(9999, 12, 30)),
        ("FREQ=MONTHLY;BYMONTHDAY=1,31;COUNT=3", date(9999, 11, 1), date(9999, 12, 31)),
        ("FREQ=MONTHLY;BYMONTHDAY=1,31;COUNT=2", date(9999, 11, 1), date(9999, 12, 1)),
        ("FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=1;COUNT=3", date(9998, 1, 1), date(9999, 6, 1)),
        ("FREQ=DAILY;COUNT=999999", date(9999, 12, 30), date.max),
    ],
)
def test_a_count_ends_the_rhythm_in_the_last_period_of_the_calendar(text: str, anchor: date, last: date) -> None:
    cadence = Cadence.parse(text)
    assert list(cadence.between(last, date.max, anchor=anchor)) == ([last] if last < date.max else [])
    assert cadence.next(last, anchor=anchor) is None


@pytest.mark.parametrize("number", [1, 2, 4800, 4801, 9600, 9601, 20_000])
def test_a_count_is_exact_around_the_turns_of_the_calendar(number: int) -> None:
    cadence = Cadence.parse(f"FREQ=MONTHLY;COUNT={number}")
    year, month = divmod(number - 1, 12)
    last = date(2000 + year, month + 1, 1)
    assert cadence.next(date.fromordinal(last.toordinal() - 1), anchor=date(2000, 1, 1)) == last
    assert cadence.next(last, anchor=date(2000, 1, 1)) is None
