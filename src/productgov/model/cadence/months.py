"""Places within a month: the day of the anchor, a day by its number, a weekday by its position."""

from calendar import monthrange
from collections.abc import Callable, Iterable
from datetime import date
from enum import IntEnum
from typing import TypeAlias

import attrs

from productgov.errors import InvalidValueError

__all__ = ["AnchorDay", "DayOfMonth", "MonthDay", "NthWeekday", "Weekday", "days_in_month", "in_order"]


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


DayOfMonth: TypeAlias = AnchorDay | MonthDay | NthWeekday
"""How a day is chosen in every month."""


def days_in_month(day: date) -> int:
    """How many days the month of a day has."""
    return monthrange(day.year, day.month)[1]


def in_order(places: Iterable[DayOfMonth]) -> tuple[DayOfMonth, ...]:
    """The places, each once, in one canonical order.

    Raises:
        InvalidValueError: when there are none, or they are of different kinds.
    """
    distinct = set(places)
    if len({type(place) for place in distinct}) != 1:
        raise InvalidValueError("a rhythm of months needs one or more places, all of one kind")
    return tuple(sorted(distinct, key=attrs.astuple))
