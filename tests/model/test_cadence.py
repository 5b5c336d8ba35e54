"""Cadences are read from the words people use, and equal rhythms are equal values."""

import pickle
from datetime import date

import attrs
import pytest

from productgov.errors import InvalidValueError
from productgov.model.cadence.cadence import Cadence
from productgov.model.cadence.months import AnchorDay, MonthDay, NthWeekday, Weekday
from productgov.model.cadence.rhythms import EveryDays, InMonths, OnWeekdays


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
        ("FREQ=MONTHLY", "FREQ=MONTHLY", 30.4375),
        ("FREQ=MONTHLY;INTERVAL=24", "FREQ=YEARLY;INTERVAL=2", 2 * 365.25),
        ("FREQ=WEEKLY;BYDAY=TH,MO,MO;INTERVAL=2", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH", 7),
        ("FREQ=MONTHLY;BYMONTHDAY=15,+1", "FREQ=MONTHLY;BYMONTHDAY=1,15", 30.4375 / 2),
        ("FREQ=MONTHLY;BYDAY=-1FR,+2TU", "FREQ=MONTHLY;BYDAY=-1FR,2TU", 30.4375 / 2),
        ("FREQ=WEEKLY;UNTIL=20261231", "FREQ=WEEKLY;UNTIL=20261231", 7),
        ("COUNT=3;FREQ=YEARLY", "FREQ=YEARLY;COUNT=3", 365.25),
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
        ("twice a month", "not when"),
        ("semi-monthly", "not when"),
        ("sometimes", "write daily, weekdays, weekly"),
        ("every Monday", "FREQ=WEEKLY;BYDAY=MO"),
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
        ("FREQ=DAILY;", "the parts of a rule"),
        ("FREQ=WEEKLY;BYSETPOS=1", "the parts of a rule"),
        ("FREQ=YEARLY;BYMONTH=2", "the parts of a rule"),
        ("FREQ=DAILY;BYDAY=MO", "BYDAY is not supported"),
        ("FREQ=YEARLY;BYMONTHDAY=1", "BYMONTHDAY is not supported"),
        ("FREQ=WEEKLY;BYMONTHDAY=1", "BYMONTHDAY is not supported"),
        ("FREQ=MONTHLY;BYMONTHDAY=1;BYDAY=1MO", "not both"),
        ("FREQ=MONTHLY;BYDAY=FR", "1FR or -1FR"),
        ("FREQ=MONTHLY;BYDAY=6FR", "from 1 to 5"),
        ("FREQ=MONTHLY;BYMONTHDAY=0", "from 1 to 31"),
        ("FREQ=MONTHLY;BYMONTHDAY=32", "from 1 to 31"),
        ("FREQ=WEEKLY;BYDAY=1MO", "write MO"),
        ("FREQ=WEEKLY;BYDAY=", "weekdays such as MO,TH"),
        ("FREQ=DAILY;COUNT=0", "1 to 999999"),
        ("FREQ=DAILY;COUNT=3;UNTIL=20261231", "not both"),
        ("FREQ=DAILY;UNTIL=20260230", "not a day of the calendar"),
        ("FREQ=DAILY;UNTIL=20261231T000000Z", "a date such as 20261231"),
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
        lambda: OnWeekdays(weekdays=[]),
        lambda: InMonths(places=[]),
        lambda: InMonths(places=[MonthDay(number=1), NthWeekday(place=1, weekday=Weekday.MO)]),
    ):
        with pytest.raises(InvalidValueError):
            impossible()
