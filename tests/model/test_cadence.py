"""Cadences are read from the words people use, and equal rhythms are equal values."""

import pickle
from datetime import date

import attrs
import pytest

from productgov.errors import InvalidValueError
from productgov.model.cadence.cadence import Cadence
from productgov.model.cadence.months import AnchorDay, MonthDay, NthAmongWeekdays, NthWeekday, Weekday
from productgov.model.cadence.rhythms import EveryDays, InMonths, InYears, OnWeekdays
from productgov.model.cadence.undated import PerEvent, TimesPer

WORKDAYS = list(Weekday)[:5]


@pytest.mark.parametrize(
    ("written", "canonical", "days"),
    [
        ("daily", "daily", 1),
        ("every day", "daily", 1),
        ("FREQ=DAILY", "daily", 1),
        ("FREQ=WEEKLY;BYDAY=SU,MO,TU,WE,TH,FR,SA", "daily", 1),
        ("weekdays", "weekdays", 1.4),
        ("every weekday", "weekdays", 1.4),
        ("FREQ=WEEKLY;BYDAY=FR,TH,WE,TU,MO", "weekdays", 1.4),
        ("Weekly", "weekly", 7),
        (" every   week\n", "weekly", 7),
        ("once a week", "weekly", 7),
        ("every 7 days", "weekly", 7),
        ("RRULE:FREQ=WEEKLY", "weekly", 7),
        ("biweekly", "biweekly", 14),
        ("bi-weekly", "biweekly", 14),
        ("fortnightly", "biweekly", 14),
        ("every fortnight", "biweekly", 14),
        ("every other week", "biweekly", 14),
        ("every two weeks", "biweekly", 14),
        ("every 2 weeks", "biweekly", 14),
        ("P2W", "biweekly", 14),
        ("P14D", "biweekly", 14),
        ("rrule:freq=weekly; interval=2", "biweekly", 14),
        ("P10D", "every 10 days", 10),
        ("every 3 weeks", "every 3 weeks", 21),
        ("monthly", "monthly", 30.4375),
        ("P1M", "monthly", 30.4375),
        ("quarterly", "quarterly", 91.3125),
        ("every quarter", "quarterly", 91.3125),
        ("every 3 months", "quarterly", 91.3125),
        ("semiannually", "semiannually", 182.625),
        ("half-yearly", "semiannually", 182.625),
        ("every half-year", "semiannually", 182.625),
        ("annually", "annually", 365.25),
        ("yearly", "annually", 365.25),
        ("every 12 months", "annually", 365.25),
        ("P1Y", "annually", 365.25),
        ("every 5 months", "every 5 months", 5 * 30.4375),
        ("every 24 months", "every 2 years", 2 * 365.25),
        ("ad hoc", "ad hoc", None),
        ("Ad-hoc", "ad hoc", None),
        ("as needed", "ad hoc", None),
        ("on demand", "ad hoc", None),
        ("semi-annual", "semiannually", 182.625),
        ("biennial", "every 2 years", 2 * 365.25),
        ("every six weeks", "every 6 weeks", 42),
        ("every third month", "quarterly", 91.3125),
        ("every fourth week", "every 4 weeks", 28),
        ("every fifth day", "every 5 days", 5),
        ("every sixth month", "semiannually", 182.625),
        ("FREQ=MONTHLY", "FREQ=MONTHLY", 30.4375),
        ("FREQ=MONTHLY;INTERVAL=24", "FREQ=YEARLY;INTERVAL=2", 2 * 365.25),
        ("FREQ=WEEKLY;BYDAY=TH,MO,MO;INTERVAL=2", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH", 7),
        (
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO,TU,WE,TH,FR,SA",
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU,WE,TH,FR,SA,SU",
            2,
        ),
        ("FREQ=MONTHLY;BYMONTHDAY=15,+1", "FREQ=MONTHLY;BYMONTHDAY=1,15", 30.4375 / 2),
        ("FREQ=MONTHLY;BYDAY=-1FR,+2TU", "FREQ=MONTHLY;BYDAY=-1FR,2TU", 30.4375 / 2),
        ("FREQ=WEEKLY;UNTIL=20261231", "FREQ=WEEKLY;UNTIL=20261231", 7),
        ("COUNT=3;FREQ=YEARLY", "FREQ=YEARLY;COUNT=3", 365.25),
        ("FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR", "weekdays", 1.4),
        ("FREQ=WEEKLY;BYDAY=TU;WKST=SU", "FREQ=WEEKLY;BYDAY=TU", 7),
        ("FREQ=WEEKLY;INTERVAL=2;WKST=SU", "biweekly", 14),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;WKST=MO", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", 14),
        ("FREQ=WEEKLY;WKST=SU;INTERVAL=2;BYDAY=TU", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;WKST=SU", 14),
        ("FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1", "FREQ=MONTHLY;BYDAY=1MO", 30.4375),
        ("FREQ=MONTHLY;BYDAY=SU,MO,TU,WE,TH,FR,SA;BYSETPOS=-1", "FREQ=MONTHLY;BYMONTHDAY=-1", 30.4375),
        (
            "FREQ=MONTHLY;BYSETPOS=-1,1;BYDAY=FR,MO,TU,WE,TH",
            "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1,1",
            30.4375 / 2,
        ),
        ("FREQ=YEARLY;BYMONTHDAY=15;BYMONTH=3", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=15", 365.25),
        ("FREQ=MONTHLY;BYMONTH=3;BYMONTHDAY=15", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=15", 365.25),
        ("FREQ=YEARLY;BYMONTH=07,1;BYDAY=1MO", "FREQ=YEARLY;BYMONTH=1,7;BYDAY=1MO", 182.625),
        ("FREQ=YEARLY;INTERVAL=2;BYMONTH=5", "FREQ=YEARLY;INTERVAL=2;BYMONTH=5", 730.5),
        (
            "FREQ=YEARLY;INTERVAL=2;BYMONTH=5;BYDAY=TU,MO;BYSETPOS=1",
            "FREQ=YEARLY;INTERVAL=2;BYMONTH=5;BYDAY=MO,TU;BYSETPOS=1",
            730.5,
        ),
        ("FREQ=DAILY;UNTIL=20261231T120000Z", "FREQ=DAILY;UNTIL=20261231", 1),
        ("FREQ=DAILY;UNTIL=20261231T235959", "FREQ=DAILY;UNTIL=20261231", 1),
    ],
)
def test_every_spelling_of_a_rhythm_is_the_same_value(written: str, canonical: str, days: float | None) -> None:
    cadence = Cadence.parse(written)
    assert str(cadence) == canonical
    assert cadence == Cadence.parse(canonical)
    assert hash(cadence) == hash(Cadence.parse(canonical))
    assert cadence.days == days


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("bimonthly", "every 2 months or twice a month?"),
        ("bi-monthly", "every 2 months or twice a month?"),
        ("biannual", "twice a year or every 2 years?"),
        ("Bi-Annually", "twice a year or every 2 years?"),
        ("biyearly", "twice a year or every 2 years?"),
        ("tri-weekly", "3 times a week or every 3 weeks?"),
        ("sometimes", "write daily, weekdays, weekly"),
        ("every 0 weeks", "1 to 999"),
        ("every 1000 weeks", "1 to 999"),
        ("every 999 quarters", "1 to 999"),
        ("every ２ weeks", "write daily"),
        ("wee\u212aly", "write daily"),
        ("P1M10D", "write daily"),
        ("PT1H", "write daily"),
        ("", "it is empty"),
        (" \n", "it is empty"),
        ("w" * 10_000, "it is 10000 characters long"),
        ("FREQ=HOURLY", "DAILY, WEEKLY, MONTHLY or YEARLY"),
        ("FREQ=SECONDLY;COUNT=100000000", "DAILY, WEEKLY, MONTHLY or YEARLY"),
        ("INTERVAL=2", "needs FREQ"),
        ("FREQ=DAILY;INTERVAL=0", "1 to 999"),
        ("FREQ=DAILY;INTERVAL=1000", "1 to 999"),
        ("FREQ=DAILY;FREQ=DAILY", "duplicate part"),
        ("FREQ=DAILY;", 'the part "" is not supported'),
        ("FREQ=DAILY;BYHOUR=9", 'the part "BYHOUR=9" is not supported; write the time of day as startTime'),
        ("FREQ=YEARLY;BYYEARDAY=100", 'the part "BYYEARDAY=100" is not supported; write BYMONTH and BYMONTHDAY'),
        ("FREQ=DAILY;X-VENDOR=\x1b[2J", 'the part "X-VENDOR=\\u001b[2J" is not supported'),
        ("FREQ=WEEKLY;BYSETPOS=1", "BYSETPOS=1 is not supported with FREQ=WEEKLY"),
        ("FREQ=WEEKLY;BYMONTH=1,2", "BYMONTH=1,2 is not supported with FREQ=WEEKLY"),
        ("FREQ=WEEKLY;BYMONTHDAY=1", "BYMONTHDAY=1 is not supported with FREQ=WEEKLY"),
        ("FREQ=DAILY;BYMONTHDAY=1", "BYMONTHDAY=1 is not supported with FREQ=DAILY"),
        ("FREQ=DAILY;INTERVAL=2;BYDAY=MO", "BYDAY=MO is not supported with FREQ=DAILY and INTERVAL=2"),
        ("FREQ=YEARLY;BYMONTHDAY=1", "BYMONTHDAY=1 is not supported with FREQ=YEARLY and no BYMONTH"),
        ("FREQ=YEARLY;BYDAY=1MO", "BYDAY=1MO is not supported with FREQ=YEARLY and no BYMONTH"),
        ("FREQ=YEARLY;BYMONTH=13", 'BYMONTH is "13"; allowed is months'),
        ("FREQ=MONTHLY;INTERVAL=2;BYMONTH=1", "BYMONTH=1 is not supported with FREQ=MONTHLY and INTERVAL=2"),
        ("FREQ=YEARLY;BYMONTH=1,7;BYDAY=MO;BYSETPOS=1", "BYSETPOS=1 is not supported with FREQ=YEARLY and several"),
        ("FREQ=MONTHLY;BYMONTHDAY=28,29;BYSETPOS=-1", "BYSETPOS=-1 is not supported without weekdays"),
        ("FREQ=MONTHLY;BYDAY=1MO;BYSETPOS=-1", "BYSETPOS=-1 is not supported without weekdays"),
        ("FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=0", "place must be from 1 to 31"),
        ("FREQ=WEEKLY;WKST=1", 'WKST is "1"; allowed is a weekday'),
        ("DTSTART:20260113T140000Z\nRRULE:FREQ=WEEKLY;X=", "DTSTART is the first day, not a part of the rule"),
        ("EXDATE;VALUE=DATE:20260113", "EXDATE is not supported"),
        ("FREQ=MONTHLY;BYMONTHDAY=1;BYDAY=1MO", "BYMONTHDAY=1 is not supported with BYDAY; write either, not both"),
        ("FREQ=MONTHLY;BYDAY=FR", "1FR or -1FR"),
        ("FREQ=MONTHLY;BYDAY=6FR", "from 1 to 5"),
        ("FREQ=MONTHLY;BYMONTHDAY=0", "from 1 to 31"),
        ("FREQ=MONTHLY;BYMONTHDAY=32", "from 1 to 31"),
        ("FREQ=WEEKLY;BYDAY=1MO", "write MO"),
        ("FREQ=WEEKLY;BYDAY=", "weekdays such as MO,TH"),
        ("FREQ=DAILY;COUNT=0", "1 to 999999"),
        ("FREQ=DAILY;COUNT=3;UNTIL=20261231", "not both"),
        ("FREQ=DAILY;UNTIL=20260230", "not a day of the calendar"),
        ("FREQ=DAILY;UNTIL=20261231T000000+01", "a date such as 20261231"),
        ("FREQ=DAILY;UNTIL=20261231T240000Z", "UNTIL=20261231T240000Z is not a day of the calendar"),
    ],
)
def test_what_no_one_can_schedule_is_refused_with_a_hint(written: str, hint: str) -> None:
    with pytest.raises(InvalidValueError, match="cannot be read as a cadence: ") as refused:
        Cadence.parse(written)
    assert hint in str(refused.value)
    assert len(str(refused.value)) < 300
    assert str(refused.value).endswith(f"cannot be read as a cadence: {Cadence.problem(written)}")


def test_what_can_be_read_has_no_problem() -> None:
    assert Cadence.problem("every 2 weeks") is None


def test_it_shows_itself_as_the_expression_that_makes_it() -> None:
    assert repr(Cadence.parse("P2W")) == "Cadence.parse('biweekly')"


def test_it_is_frozen_and_picklable() -> None:
    cadence = Cadence.parse("FREQ=MONTHLY;BYDAY=-1FR;COUNT=4")
    assert pickle.loads(pickle.dumps(cadence)) == cadence
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        cadence.count = 5  # type: ignore[misc]


def test_only_what_a_rule_can_state_has_an_end() -> None:
    monthly = Cadence.parse("monthly")
    with pytest.raises(InvalidValueError, match="only rhythms that a recurrence rule can express have an end"):
        attrs.evolve(monthly, count=3)
    with pytest.raises(InvalidValueError, match="only rhythms"):
        Cadence(rhythm=None, until=date(2026, 12, 31))
    with pytest.raises(InvalidValueError, match="count must be a whole number from 1 to 999999, not 0"):
        attrs.evolve(Cadence.parse("weekly"), count=0)
    assert str(attrs.evolve(Cadence.parse("weekly"), count=3)) == "FREQ=WEEKLY;COUNT=3"


def test_the_parts_of_a_rhythm_hold_only_what_can_recur() -> None:
    for impossible in (
        lambda: EveryDays(days=0),
        lambda: EveryDays(days=7 * 1000),
        lambda: InMonths(months=1001, places=[AnchorDay(clamped=True)]),
        lambda: InMonths(months=12 * 1000, places=[AnchorDay(clamped=True)]),
        lambda: OnWeekdays(weekdays=[]),
        lambda: InMonths(places=[]),
        lambda: InMonths(places=[MonthDay(number=1), NthWeekday(place=1, weekday=Weekday.MO)]),
        lambda: InMonths(places=[NthAmongWeekdays(place=1, weekdays=days) for days in (WORKDAYS, WORKDAYS[:2])]),
        lambda: NthAmongWeekdays(place=1, weekdays=[Weekday.MO]),
        lambda: NthAmongWeekdays(place=1, weekdays=list(Weekday)),
        lambda: NthAmongWeekdays(place=32, weekdays=WORKDAYS),
        lambda: OnWeekdays(weekdays=[Weekday.MO], week_start=Weekday.SU),
        lambda: InYears(months=[], places=[MonthDay(number=1)]),
        lambda: InYears(months=[0, 1], places=[MonthDay(number=1)]),
        lambda: InYears(months=[1, 13], places=[MonthDay(number=1)]),
        lambda: InYears(months=[1, 2], places=[NthAmongWeekdays(place=1, weekdays=WORKDAYS)], years=2),
        lambda: TimesPer(times=1, period="week"),
        lambda: TimesPer(times=1000, period="week"),
        lambda: TimesPer(times=2, period="sprint"),
        lambda: PerEvent(event="moon"),
    ):
        with pytest.raises(InvalidValueError):
            impossible()


def test_the_longest_interval_is_999_steps() -> None:
    assert EveryDays(days=999).days == 999
    assert OnWeekdays(weekdays=[Weekday.MO], weeks=999).weeks == 999
    assert EveryDays(days=999 * 7).length == 6993
    assert InMonths(places=[AnchorDay(clamped=True)], months=999 * 12).months == 11_988
    assert Cadence.parse("every 999 weeks").days == 6993
    for impossible in (
        lambda: EveryDays(days=1000),
        lambda: OnWeekdays(weekdays=[Weekday.MO], weeks=1000),
        lambda: InMonths(places=[AnchorDay(clamped=True)], months=1000),
        lambda: InYears(months=[1], places=[AnchorDay(clamped=True)], years=1000),
    ):
        with pytest.raises(InvalidValueError, match="must be an interval from 1 to 999, not 1000"):
            impossible()


@pytest.mark.parametrize(
    ("zone", "until", "day"),
    [
        (None, "20260701T045959Z", date(2026, 7, 1)),
        ("America/New_York", "20260701T035959Z", date(2026, 6, 30)),
        ("Europe/Berlin", "20260630T120000Z", date(2026, 6, 30)),
        ("Asia/Tokyo", "20260630T150000Z", date(2026, 7, 1)),
        ("Asia/Tokyo", "20260630T150000", date(2026, 6, 30)),
        ("Asia/Tokyo", "20260630", date(2026, 6, 30)),
        ("Asia/Tokyo", "99991231T235959Z", date.max),
        ("America/New_York", "00010101T000000Z", date.min),
        ("Mars/Base", "20260701T035959Z", date(2026, 7, 1)),
        ("../etc", "20260701T035959Z", date(2026, 7, 1)),
    ],
)
def test_an_end_in_utc_is_the_day_it_has_in_the_time_zone(zone: str | None, until: str, day: date) -> None:
    assert Cadence.parse(f"FREQ=DAILY;UNTIL={until}", time_zone=zone).until == day
