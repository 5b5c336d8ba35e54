"""Places within a month: the day of the anchor, a day by its number, a weekday or a workday by its position."""

from calendar import monthrange
from collections.abc import Callable, Iterable
from datetime import date
from enum import IntEnum
from typing import TypeAlias

import attrs

from productgov.errors import InvalidValueError

__all__ = [
    "AnchorDay",
    "DayOfMonth",
    "MonthDay",
    "NthAmongWeekdays",
    "NthWeekday",
    "Weekday",
    "dates_in_month",
    "days_in_month",
    "in_order",
    "week_order",
]


class Weekday(IntEnum):
    """A day of the week, by its name in RFC 5545; the week starts on Monday."""

    MO = 0
    """Monday."""
    TU = 1
    """Tuesday."""
    WE = 2
    """Wednesday."""
    TH = 3
    """Thursday."""
    FR = 4
    """Friday."""
    SA = 5
    """Saturday."""
    SU = 6
    """Sunday."""


def _from_either_end(furthest: int) -> Callable[[object, "attrs.Attribute[int]", int], None]:
    """A validator: 1 (the first) up to `furthest`, or -1 (the last) down to minus that."""

    def validate(_instance: object, attribute: "attrs.Attribute[int]", value: int) -> None:
        if not 1 <= abs(value) <= furthest:
            allowed = f"from 1 to {furthest}, or from -1 (the last) to -{furthest}"
            raise InvalidValueError(f"{attribute.name} must be {allowed}, not {value}")

    return validate


@attrs.frozen(kw_only=True, weakref_slot=False)
class AnchorDay:
    """The day of the month of the anchor.

    Attributes:
        clamped: whether a month without this day takes its last day; otherwise it is skipped, as RFC 5545 says.
    """

    clamped: bool

    def day_in(self, _first: date, last: int, anchor: date) -> int:
        """The day of the month; beyond its last where the month has none."""
        return min(anchor.day, last) if self.clamped else anchor.day


@attrs.frozen(kw_only=True, weakref_slot=False)
class MonthDay:
    """A day of the month by its number.

    Attributes:
        number: 1 to 31, or -1 (the last) to -31.

    Raises:
        InvalidValueError: when the number is outside its limits.
    """

    number: int = attrs.field(validator=_from_either_end(31))

    def __str__(self) -> str:
        return str(self.number)

    def day_in(self, _first: date, last: int, _anchor: date) -> int:
        """The day of the month; below 1 or beyond its last where the month has none."""
        return self.number if self.number > 0 else last + 1 + self.number


@attrs.frozen(kw_only=True, weakref_slot=False)
class NthWeekday:
    """A weekday by its position in the month: 2TU is the second Tuesday, -1FR the last Friday.

    Attributes:
        place: the position, 1 to 5, or -1 (the last) to -5.
        weekday: the weekday.

    Raises:
        InvalidValueError: when the position is outside its limits.
    """

    place: int = attrs.field(validator=_from_either_end(5))
    weekday: Weekday

    def __str__(self) -> str:
        return f"{self.place}{self.weekday.name}"

    def day_in(self, first: date, last: int, _anchor: date) -> int:
        """The day of the month; below 1 or beyond its last where the month has none."""
        if self.place > 0:
            return 1 + (self.weekday - first.weekday()) % 7 + 7 * (self.place - 1)
        last_weekday = first.weekday() + last - 1
        return last - (last_weekday - self.weekday) % 7 + 7 * (self.place + 1)


def week_order(weekdays: Iterable[Weekday]) -> tuple[Weekday, ...]:
    """The weekdays, each once, from Monday to Sunday.

    Raises:
        InvalidValueError: when there are none.
    """
    ordered = tuple(sorted(set(weekdays)))
    if not ordered:
        raise InvalidValueError("a rhythm of weekdays needs one or more of them")
    return ordered


def _two_to_six(_instance: object, _attribute: object, weekdays: tuple[Weekday, ...]) -> None:
    if not 2 <= len(weekdays) <= 6:
        raise InvalidValueError(
            "a position among weekdays needs 2 to 6 of them; of one it is an NthWeekday, of all seven a MonthDay"
        )


@attrs.frozen(kw_only=True, weakref_slot=False)
class NthAmongWeekdays:
    """A day by its position among several weekdays of the month: the last workday is -1 of Monday to Friday.

    Attributes:
        place: the position, 1 to 31, or -1 (the last) to -31.
        weekdays: 2 to 6 weekdays, each once and in order, whatever the order they are given in.

    Raises:
        InvalidValueError: when the position or the number of weekdays is outside its limits.
    """

    place: int = attrs.field(validator=_from_either_end(31))
    weekdays: tuple[Weekday, ...] = attrs.field(converter=week_order, validator=_two_to_six)

    def __str__(self) -> str:
        return str(self.place)

    def day_in(self, first: date, last: int, _anchor: date) -> int:
        """The day of the month; 0 where the month has none."""
        days = [day for day in range(1, last + 1) if (first.weekday() + day - 1) % 7 in self.weekdays]
        index = self.place - 1 if self.place > 0 else self.place
        return days[index] if -len(days) <= index < len(days) else 0


DayOfMonth: TypeAlias = AnchorDay | MonthDay | NthWeekday | NthAmongWeekdays
"""How a day is chosen in every month."""


def days_in_month(day: date) -> int:
    """How many days the month of a day has."""
    return monthrange(day.year, day.month)[1]


def dates_in_month(places: tuple[DayOfMonth, ...], year: int, month: int, anchor: date) -> tuple[date, ...]:
    """The dates of the places in a month, in order; places that the month does not have are left out."""
    first = date(year, month, 1)
    last = days_in_month(first)
    days = {place.day_in(first, last, anchor) for place in places}
    return tuple(first.replace(day=day) for day in sorted(days) if 1 <= day <= last)


def in_order(places: Iterable[DayOfMonth]) -> tuple[DayOfMonth, ...]:
    """The places, each once, in one canonical order.

    Raises:
        InvalidValueError: when there are none, or they are of different kinds or among different weekdays.
    """
    distinct = set(places)
    if len({(type(place), place.weekdays if isinstance(place, NthAmongWeekdays) else ()) for place in distinct}) != 1:
        raise InvalidValueError("a rhythm of months needs one or more places, all of one kind")
    return tuple(sorted(distinct, key=attrs.astuple))
