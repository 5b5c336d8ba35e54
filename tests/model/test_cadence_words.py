"""Cadences in the words of people: weekdays, days of the month, quarters, and rhythms without dates."""

from datetime import date

import pytest

from productgov.errors import InvalidValueError
from productgov.model.cadence.cadence import Cadence
from productgov.model.cadence.undated import EVENTS


@pytest.mark.parametrize(
    ("written", "rule"),
    [
        ("every Monday", "FREQ=WEEKLY;BYDAY=MO"),
        ("Each monday.", "FREQ=WEEKLY;BYDAY=MO"),
        ("Mondays", "FREQ=WEEKLY;BYDAY=MO"),
        ("on Mondays", "FREQ=WEEKLY;BYDAY=MO"),
        ("weekly (Mon)", "FREQ=WEEKLY;BYDAY=MO"),
        ("Weekly, Monday", "FREQ=WEEKLY;BYDAY=MO"),
        ("weekly on Mondays", "FREQ=WEEKLY;BYDAY=MO"),
        ("Monday, weekly", "FREQ=WEEKLY;BYDAY=MO"),
        ("once a week on Sunday", "FREQ=WEEKLY;BYDAY=SU"),
        ("every Tue, Thurs & Sat", "FREQ=WEEKLY;BYDAY=TU,TH,SA"),
        ("Wednesdays and Fridays", "FREQ=WEEKLY;BYDAY=WE,FR"),
        ("Mon/Wed", "FREQ=WEEKLY;BYDAY=MO,WE"),
        ("Mon-Thu", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH"),
        ("every Friday through Monday", "FREQ=WEEKLY;BYDAY=MO,FR,SA,SU"),
        ("every other Tuesday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"),
        ("alternate Tuesdays", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"),
        ("bi-weekly (Tue.)", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"),
        ("Tuesdays, fortnightly", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"),
        ("every 6 weeks on Monday", "FREQ=WEEKLY;INTERVAL=6;BYDAY=MO"),
        ("last Friday of the month", "FREQ=MONTHLY;BYDAY=-1FR"),
        ("the first Monday of each month", "FREQ=MONTHLY;BYDAY=1MO"),
        ("every 3rd Thursday of the month", "FREQ=MONTHLY;BYDAY=3TH"),
        ("monthly on the second Tuesday", "FREQ=MONTHLY;BYDAY=2TU"),
        ("monthly (last Friday)", "FREQ=MONTHLY;BYDAY=-1FR"),
        ("first Monday, monthly", "FREQ=MONTHLY;BYDAY=1MO"),
        ("1st and 3rd Monday of every month", "FREQ=MONTHLY;BYDAY=1MO,3MO"),
        ("every 2 months on the fourth Monday", "FREQ=MONTHLY;INTERVAL=2;BYDAY=4MO"),
        ("first Monday of every other month", "FREQ=MONTHLY;INTERVAL=2;BYDAY=1MO"),
        ("last workday of the month", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"),
        ("2nd business day of each month", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=2"),
        ("20th working day of the month", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=20"),
        ("last work day of the quarter", "FREQ=MONTHLY;BYMONTH=3,6,9,12;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"),
        ("end of month", "FREQ=MONTHLY;BYMONTHDAY=-1"),
        ("at month-end", "FREQ=MONTHLY;BYMONTHDAY=-1"),
        ("monthly at the end of the month", "FREQ=MONTHLY;BYMONTHDAY=-1"),
        ("last day of every month", "FREQ=MONTHLY;BYMONTHDAY=-1"),
        ("on the 1st and 15th of the month", "FREQ=MONTHLY;BYMONTHDAY=1,15"),
        ("monthly on the 28th", "FREQ=MONTHLY;BYMONTHDAY=28"),
        ("at the end of each quarter", "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1"),
        ("at the start of each quarter", "FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=1"),
        ("beginning of the year", "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1"),
        ("every year end", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1"),
        ("first Monday of the quarter", "FREQ=YEARLY;BYMONTH=1,4,7,10;BYDAY=1MO"),
        ("quarterly, last Friday of the quarter", "FREQ=YEARLY;BYMONTH=3,6,9,12;BYDAY=-1FR"),
        ("every first Monday of January and July", "FREQ=YEARLY;BYMONTH=1,7;BYDAY=1MO"),
        ("31st of January", "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=31"),
        ("every 2 years on the first Monday of May", "FREQ=YEARLY;INTERVAL=2;BYMONTH=5;BYDAY=1MO"),
    ],
)
def test_days_in_words_are_the_rule_that_says_the_same(written: str, rule: str) -> None:
    assert str(Cadence.parse(written)) == rule
    assert Cadence.parse(written) == Cadence.parse(rule)


@pytest.mark.parametrize(
    ("written", "canonical", "days"),
    [
        ("every March", "every March", 365.25),
        ("annually in Mar", "every March", 365.25),
        ("each Jan. and Sept.", "every January and September", 182.625),
        ("quarterly in January, April, July and October", "every January, April, July and October", 91.3125),
        ("semi-annually in June/Dec", "every June and December", 182.625),
        ("every other year in May", "every 2 years in May", 730.5),
        ("every 18 months", "every 18 months", 18 * 30.4375),
        ("twice a month", "2 times a month", 30.4375 / 2),
        ("2x per month", "2 times a month", 30.4375 / 2),
        ("two times monthly", "2 times a month", 30.4375 / 2),
        ("semi-monthly", "2 times a month", 30.4375 / 2),
        ("2x/week", "2 times a week", 3.5),
        ("semiweekly", "2 times a week", 3.5),
        ("2 × / week", "2 times a week", 3.5),
        ("3 times daily", "3 times a day", 1 / 3),
        ("4 times annually", "4 times a year", 365.25 / 4),
        ("3 times each quarter", "3 times a quarter", 30.4375),
        ("999 times a year", "999 times a year", 365.25 / 999),
        ("1x per month", "monthly", 30.4375),
        ("one time per quarter", "quarterly", 91.3125),
        ("per release", "per release", None),
        ("After each release.", "per release", None),
        ("every sprint", "per sprint", None),
        ("at the end of each sprint", "per sprint", None),
        ("ad-hoc.", "ad hoc", None),
        ("when needed", "ad hoc", None),
    ],
)
def test_other_words_have_one_form_that_is_read_back(written: str, canonical: str, days: float | None) -> None:
    cadence = Cadence.parse(written)
    assert str(cadence) == canonical
    assert Cadence.parse(canonical) == cadence
    assert cadence.days == pytest.approx(days) if days else cadence.days is None


@pytest.mark.parametrize("written", ["ad hoc", "twice a month", *(f"per {event}" for event in EVENTS)])
def test_a_rhythm_without_dates_has_none(written: str) -> None:
    cadence = Cadence.parse(written)
    assert cadence.dated is None
    assert list(cadence.between(date.min, date.max, anchor=date.min)) == []
    assert cadence.next(date.min, anchor=date.min) is None
    assert cadence.rrule(date.min) is None
    with pytest.raises(InvalidValueError, match="only rhythms that a recurrence rule can express have an end"):
        Cadence(rhythm=cadence.rhythm, count=3)


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("Monday", 'write "every Monday"'),
        ("every second Tuesday", 'write "every other Tuesday" or "second Tuesday of the month"'),
        ("every 3rd Friday", 'write "every 3 weeks on Friday" or "third Friday of the month"'),
        ("every 6th Friday", 'write "every 6 weeks on Friday"'),
        ("every first Monday", 'write "first Monday of the month"'),
        ("each last Friday", 'write "last Friday of the month"'),
        ("monthly on Mondays", 'write "every Monday" or "first Monday of the month"'),
        ("daily on Mondays", 'write "every Monday"'),
        ("last Friday", "of which months?"),
        ("quarterly on the first Monday", "of which months?"),
        ("annually on the first Monday", "of which months?"),
        ("weekly on the first Monday", '"weekly" is no interval of months'),
        ("monthly on the 29th", "no day with the number 29"),
        ("monthly on the 31st", 'write "last day of the month"'),
        ("29th of February", 'write "last day of the month"'),
        ("fifth Monday of the month", "no Monday with the number 5"),
        ("5th Monday of the month", "FREQ=MONTHLY;BYDAY=5MO"),
        ("30th of April and February", "no day with the number 30"),
        ("21st workday of the month", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=21"),
        ("first and last Monday of the quarter", "in different months"),
        ("1st-15th of the month", "write daily"),
        ("quarterly in January", '"quarterly" is not how far these months are apart'),
        ("annually in March and July", '"annually" is not how far'),
        ("every 13 months in March", '"every 13 months" is not how far'),
        ("every 18 months in March", '"every 18 months" is not how far'),
        ("end of the fiscal quarter", "fiscal years begin in different months"),
        ("every FY quarter", "fiscal years begin in different months"),
        ("every Monday at 10:00", "write it as startTime"),
        ("every Monday, 9 a.m.", "write it as startTime"),
        ("end of week", "write daily"),
        ("every Monday except holidays", "write daily"),
        ("every Monday and the last Friday of the month", "write daily"),
        ("2-3 times a week", "write daily"),
        ("every 2-3 weeks", "write daily"),
        ("weekly or monthly", "write daily"),
        ("1000 times a year", "write daily"),
        ("per moon", "write daily"),
    ],
)
def test_doubtful_words_are_refused_with_a_hint(written: str, hint: str) -> None:
    assert hint in str(Cadence.problem(written))


def test_a_fifth_weekday_is_not_one_of_every_month() -> None:
    assert Cadence.problem("every 5th Friday") == 'it is ambiguous: write "every 5 weeks on Friday"'


def test_every_rhythm_that_a_hint_names_is_read() -> None:
    for written in ("Monday", "every 3rd Friday", "each last Friday", "monthly on Mondays", "monthly on the 31st"):
        named = str(Cadence.problem(written)).split('"')[1::2]
        assert named
        assert [Cadence.problem(one) for one in named] == [None] * len(named)
