"""Scales: where a number or a day is on an axis, and where its ticks are."""

from collections.abc import Iterator
from datetime import date
from math import ceil, floor, log10
from typing import NamedTuple

from productgov.analysis.horizons import add_months

__all__ = ["DayScale", "NumberScale", "Tick", "number_scale", "number_ticks"]

_STEPS = (1, 2, 5, 10)
_MONTH_STEPS = (1, 3, 6, 12, 24, 60, 120, 600, 1200, 6000, 12000, 60000)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class Tick(NamedTuple):
    """A mark on an axis: where it is, and what it says."""

    at: float
    text: str


class NumberScale(NamedTuple):
    """Numbers on an axis, which runs from one place to another.

    Attributes:
        low: the number at the start.
        high: the number at the end, above `low`.
        start: the place of the lowest number.
        end: the place of the highest.
    """

    low: float
    high: float
    start: float
    end: float

    def at(self, number: float) -> float:
        """The place of a number; numbers beyond the ends are at the ends."""
        share = number / (self.high - self.low) - self.low / (self.high - self.low)
        return self.start + min(1.0, max(0.0, share)) * (self.end - self.start)


def number_scale(low: float, high: float, start: float, end: float, *, room: float = 0) -> NumberScale:
    """A scale that holds two numbers, with room on both sides: a share of the way between them."""
    if low == high:
        around = abs(low) / 2 or 1.0
        return NumberScale(low - around, high + around, start, end)
    more = (high - low) * room
    return NumberScale(low - more, high + more, start, end)


class DayScale(NamedTuple):
    """Days on an axis.

    Attributes:
        first: the day at the start.
        last: the day at the end, after `first`.
        start: the place of the first day.
        end: the place of the last.
    """

    first: date
    last: date
    start: float
    end: float

    def at(self, day: date) -> float:
        """The place of a day; days beyond the ends are at the ends."""
        share = (day - self.first).days / max(1, (self.last - self.first).days)
        return self.start + min(1.0, max(0.0, share)) * (self.end - self.start)

    def ticks(self, room: float) -> Iterator[Tick]:
        """The first days of months, or of every so many months, each with at least `room` to the next."""
        months = max(1, (self.last - self.first).days / 30.44)
        fitting = max(1.0, (self.end - self.start) / room)
        step = next((step for step in _MONTH_STEPS if months / step <= fitting), _MONTH_STEPS[-1])
        day = self.first.replace(day=1)
        day = add_months(day, -((day.year * 12 + day.month - 1) % step)) if step > 1 else day
        while day <= self.last:
            if day >= self.first:
                yield Tick(self.at(day), _month_text(day, step))
            following = add_months(day, step)
            if following <= day or following == date.max:
                return
            day = following


def number_ticks(scale: NumberScale, most: int) -> Iterator[Tick]:
    """Round numbers within a scale, at most so many."""
    rough = (scale.high - scale.low) / max(1, most)
    power = 10.0 ** floor(log10(rough))
    step = next(step * power for step in _STEPS if step * power >= rough * 0.999)
    for number in range(ceil(scale.low / step), floor(scale.high / step) + 1):
        value = number * step
        yield Tick(scale.at(value), f"{value:,.{max(0, -floor(log10(step)))}f}" if abs(value) < 1e6 else f"{value:.3g}")


def _month_text(day: date, step: int) -> str:
    return str(day.year) if step >= 12 else f"{_MONTHS[day.month - 1]} {day.year}"
