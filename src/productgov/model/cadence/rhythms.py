"""Rhythms of dates, computed directly from an anchor: without drift, and without endless loops.

A rhythm divides the time from its anchor on into equal periods of days, weeks, months or years, numbered from 0. It
knows the period of a day, and the dates of a period. The rest is common to all rhythms.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import chain, islice
from math import gcd
from typing import ClassVar, TypeAlias, TypeGuard

import attrs

from productgov.errors import InvalidValueError
from productgov.model.cadence.months import (
    AnchorDay,
    DayOfMonth,
    NthAmongWeekdays,
    Weekday,
    dates_in_month,
    in_order,
    week_order,
)

__all__ = ["EveryDays", "InMonths", "InYears", "OnWeekdays", "Rhythm", "dates_between", "is_clamped", "nth_date"]

_DAYS_A_YEAR = 365.25
# The Gregorian calendar repeats after 400 years: 4,800 months, or 146,097 days, which are whole weeks.
_YEARS_OF_A_TURN = 400


def _interval(larger: int = 1) -> Callable[[object, "attrs.Attribute[int]", int], None]:
    """A validator: 1 to 999 steps, or 1 to 999 larger steps (weeks of 7 days, years of 12 months)."""

    def validate(_instance: object, attribute: "attrs.Attribute[int]", value: int) -> None:
        if not 1 <= value <= 999 and (value % larger or not 1 <= value // larger <= 999):
            raise InvalidValueError(f"{attribute.name} must be an interval from 1 to 999, not {value}")

    return validate


def _months_of_year(months: Iterable[int]) -> tuple[int, ...]:
    ordered = tuple(sorted(set(months)))
    if not ordered or not 1 <= ordered[0] <= ordered[-1] <= 12:
        raise InvalidValueError("a rhythm of years needs one or more months, from 1 (January) to 12")
    return ordered


@attrs.frozen(kw_only=True, weakref_slot=False)
class EveryDays:
    """A fixed number of days apart from the anchor: daily (1), weekly (7), biweekly (14).

    Attributes:
        days: the number of days: 1 to 999, or as many weeks.

    Raises:
        InvalidValueError: when the number is outside its limits.
    """

    days: int = attrs.field(validator=_interval(larger=7))
    cycle: ClassVar[int] = 1

    @property
    def length(self) -> float:
        """The number of days between two dates."""
        return float(self.days)

    def period_at(self, anchor: date, day: date) -> int:
        """The number of the period of a day."""
        return (day - anchor).days // self.days

    def dates_in(self, anchor: date, period: int) -> tuple[date, ...]:
        """The one date of a period, its first day."""
        return (date.fromordinal(anchor.toordinal() + period * self.days),)


@attrs.frozen(kw_only=True, weakref_slot=False)
class OnWeekdays:
    """On the given days of the week; the week of the anchor is the first.

    Attributes:
        weekdays: the days, each once and in order, whatever the order they are given in.
        weeks: every how many weeks, 1 to 999.
        week_start: the first day of a week, which tells the days that are in the week of the anchor. A rhythm of every
            week has the same dates whatever it is, and takes no other than Monday.

    Raises:
        InvalidValueError: when there is no day, the number of weeks is outside its limits, or the start of the week
            would change nothing.
    """

    weekdays: tuple[Weekday, ...] = attrs.field(converter=week_order)
    weeks: int = attrs.field(default=1, validator=_interval())
    week_start: Weekday = Weekday.MO
    cycle: ClassVar[int] = 1

    def __attrs_post_init__(self) -> None:
        if self.weeks == 1 and self.week_start is not Weekday.MO:
            raise InvalidValueError("a rhythm of every week has the same dates whatever day a week starts on")

    @property
    def length(self) -> float:
        """The average number of days between two dates."""
        return 7 * self.weeks / len(self.weekdays)

    def period_at(self, anchor: date, day: date) -> int:
        """The number of the period of a day."""
        return (day.toordinal() - self._first_day(anchor)) // (7 * self.weeks)

    def dates_in(self, anchor: date, period: int) -> tuple[date, ...]:
        """The dates of a period, in order; those outside the calendar are left out."""
        first = self._first_day(anchor) + 7 * self.weeks * period
        ordinals = sorted(first + (weekday - self.week_start) % 7 for weekday in self.weekdays)
        return tuple(date.fromordinal(ordinal) for ordinal in ordinals if 1 <= ordinal <= date.max.toordinal())

    def _first_day(self, anchor: date) -> int:
        """The first day of the anchor's week, which can be before the calendar begins."""
        return anchor.toordinal() - (anchor.weekday() - self.week_start) % 7


@attrs.frozen(kw_only=True, weakref_slot=False)
class InMonths:
    """On the given days of the month; the month of the anchor is the first.

    Attributes:
        places: the days, each once and in order, whatever the order they are given in.
        months: every how many months: 1 to 999, or as many years.

    Raises:
        InvalidValueError: when there is no day, or the number of months is outside its limits.
    """

    places: tuple[DayOfMonth, ...] = attrs.field(converter=in_order)
    months: int = attrs.field(default=1, validator=_interval(larger=12))

    @property
    def cycle(self) -> int:
        """The number of periods after which the pattern of full and empty periods repeats."""
        return 12 * _YEARS_OF_A_TURN // gcd(self.months, 12 * _YEARS_OF_A_TURN)

    @property
    def length(self) -> float:
        """The average number of days between two dates, as if every month had every place."""
        return self.months * _DAYS_A_YEAR / 12 / len(self.places)

    def period_at(self, anchor: date, day: date) -> int:
        """The number of the period of a day."""
        return (_month_number(day) - _month_number(anchor)) // self.months

    def dates_in(self, anchor: date, period: int) -> tuple[date, ...]:
        """The dates of a period, in order; places that the month does not have are left out."""
        year, month = divmod(_month_number(anchor) + period * self.months, 12)
        return dates_in_month(self.places, year, month + 1, anchor)


@attrs.frozen(kw_only=True, weakref_slot=False)
class InYears:
    """On the given days of the given months of the year; the year of the anchor is the first.

    Attributes:
        months: the months from 1 (January) to 12, each once and in order, whatever the order they are given in.
        places: the days in each of these months, each once and in order.
        years: every how many years, 1 to 999.

    Raises:
        InvalidValueError: when there is no month or no day, a number is outside its limits, or no rule could express
            it: a position among weekdays, in several months of not every year.
    """

    months: tuple[int, ...] = attrs.field(converter=_months_of_year)
    places: tuple[DayOfMonth, ...] = attrs.field(converter=in_order)
    years: int = attrs.field(default=1, validator=_interval())

    def __attrs_post_init__(self) -> None:
        if self.years > 1 and len(self.months) > 1 and isinstance(self.places[0], NthAmongWeekdays):
            raise InvalidValueError("with positions among weekdays, give one month, or every year")

    @property
    def cycle(self) -> int:
        """The number of periods after which the pattern of full and empty periods repeats."""
        return _YEARS_OF_A_TURN // gcd(self.years, _YEARS_OF_A_TURN)

    @property
    def length(self) -> float:
        """The average number of days between two dates, as if every month had every place."""
        return self.years * _DAYS_A_YEAR / len(self.months) / len(self.places)

    def period_at(self, anchor: date, day: date) -> int:
        """The number of the period of a day."""
        return (day.year - anchor.year) // self.years

    def dates_in(self, anchor: date, period: int) -> tuple[date, ...]:
        """The dates of a period, in order; places that a month does not have are left out."""
        year = anchor.year + period * self.years
        return tuple(chain.from_iterable(dates_in_month(self.places, year, month, anchor) for month in self.months))


Rhythm: TypeAlias = EveryDays | OnWeekdays | InMonths | InYears
"""How the dates of a cadence follow each other."""


def is_clamped(rhythm: object) -> TypeGuard[InMonths | InYears]:
    """Whether a rhythm falls on the last day of months that do not have the day of the anchor."""
    return isinstance(rhythm, (InMonths, InYears)) and AnchorDay(clamped=True) in rhythm.places


def dates_between(rhythm: Rhythm, anchor: date, first: date, last: date) -> Iterator[date]:
    """The dates of a rhythm from `first` to `last`, both included, and none before its anchor.

    A rhythm without a date in one whole turn of its pattern (30 February) never has one: the search ends there.
    """
    first = max(first, anchor)
    barren = 0
    for period in range(rhythm.period_at(anchor, first), rhythm.period_at(anchor, last) + 1):
        dates = rhythm.dates_in(anchor, period)
        barren = 0 if dates else barren + 1
        if barren == rhythm.cycle:
            return
        yield from (day for day in dates if first <= day <= last)


def nth_date(rhythm: Rhythm, anchor: date, number: int) -> date | None:
    """The date with this number, counted from 1 at the anchor; None when the calendar ends before it.

    However large the number, at most two turns of the pattern are computed; the turns between are only counted.
    """
    end = rhythm.period_at(anchor, date.max) + 1

    def dates(periods: Iterable[int]) -> Iterator[date]:
        return (day for period in periods for day in rhythm.dates_in(anchor, period) if day >= anchor)

    opening = tuple(dates([0]))
    seen = 0
    for seen, day in enumerate(chain(opening, dates(range(1, min(1 + rhythm.cycle, end)))), start=1):
        if seen == number:
            return day
    in_turn = seen - len(opening)
    if not in_turn:
        return None
    turns, rest = divmod(number - len(opening) - 1, in_turn)
    start = 1 + turns * rhythm.cycle
    return next(islice(dates(range(start, min(start + rhythm.cycle, end))), rest, None), None)


def _month_number(day: date) -> int:
    return day.year * 12 + day.month - 1
