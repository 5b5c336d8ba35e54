"""Rhythms of dates, computed directly from an anchor: without drift, and without endless loops.

A rhythm divides the time from its anchor on into equal periods of days, weeks or months, numbered from 0. It knows the
period of a day, and the dates of a period. The rest is common to all rhythms.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import chain, islice
from math import gcd
from typing import ClassVar, TypeAlias, TypeGuard

import attrs

from productgov.errors import InvalidValueError
from productgov.model.cadence.months import AnchorDay, DayOfMonth, Weekday, days_in_month, in_order

__all__ = ["EveryDays", "InMonths", "OnWeekdays", "Rhythm", "dates_between", "is_clamped", "nth_date"]

_DAYS_A_MONTH = 365.25 / 12
# The Gregorian calendar repeats after 400 years: 4,800 months, or 146,097 days, which are whole weeks.
_CALENDAR_TURN = 4800


def _interval(larger: int = 1) -> Callable[[object, "attrs.Attribute[int]", int], None]:
    """A validator: 1 to 999 steps, or 1 to 999 larger steps (weeks of 7 days, years of 12 months)."""

    def validate(_instance: object, attribute: "attrs.Attribute[int]", value: int) -> None:
        if not 1 <= value <= 999 and (value % larger or not 1 <= value // larger <= 999):
            raise InvalidValueError(f"{attribute.name} must be an interval from 1 to 999, not {value}")

    return validate


def _week_order(weekdays: Iterable[Weekday]) -> tuple[Weekday, ...]:
    ordered = tuple(sorted(set(weekdays)))
    if not ordered:
        raise InvalidValueError("a rhythm of weekdays needs one or more of them")
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
    """On the given days of the week; weeks start on Monday, and the week of the anchor is the first.

    Attributes:
        weekdays: the days, each once and in order, whatever the order they are given in.
        weeks: every how many weeks, 1 to 999.

    Raises:
        InvalidValueError: when there is no day, or the number of weeks is outside its limits.
    """

    weekdays: tuple[Weekday, ...] = attrs.field(converter=_week_order)
    weeks: int = attrs.field(default=1, validator=_interval())
    cycle: ClassVar[int] = 1

    @property
    def length(self) -> float:
        """The average number of days between two dates."""
        return 7 * self.weeks / len(self.weekdays)

    def period_at(self, anchor: date, day: date) -> int:
        """The number of the period of a day."""
        return (day.toordinal() - _monday(anchor)) // (7 * self.weeks)

    def dates_in(self, anchor: date, period: int) -> tuple[date, ...]:
        """The dates of a period, in order; those after the end of the calendar are left out."""
        monday = _monday(anchor) + 7 * self.weeks * period
        ordinals = (monday + weekday for weekday in self.weekdays)
        return tuple(date.fromordinal(ordinal) for ordinal in ordinals if ordinal <= date.max.toordinal())


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
        return _CALENDAR_TURN // gcd(self.months, _CALENDAR_TURN)

    @property
    def length(self) -> float:
        """The average number of days between two dates, as if every month had every place."""
        return self.months * _DAYS_A_MONTH / len(self.places)

    def period_at(self, anchor: date, day: date) -> int:
        """The number of the period of a day."""
        return (_month_number(day) - _month_number(anchor)) // self.months

    def dates_in(self, anchor: date, period: int) -> tuple[date, ...]:
        """The dates of a period, in order; places that the month does not have are left out."""
        year, month = divmod(_month_number(anchor) + period * self.months, 12)
        first = date(year, month + 1, 1)
        last = days_in_month(first)
        days = {place.day_in(first, last, anchor) for place in self.places}
        return tuple(first.replace(day=day) for day in sorted(days) if 1 <= day <= last)


Rhythm: TypeAlias = EveryDays | OnWeekdays | InMonths
"""How the dates of a cadence follow each other."""


def is_clamped(rhythm: Rhythm | None) -> TypeGuard[InMonths]:
    """Whether a rhythm falls on the last day of months that do not have the day of the anchor."""
    return isinstance(rhythm, InMonths) and AnchorDay(clamped=True) in rhythm.places


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


def _monday(day: date) -> int:
    return day.toordinal() - day.weekday()


def _month_number(day: date) -> int:
    return day.year * 12 + day.month - 1
