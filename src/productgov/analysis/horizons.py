"""Time as the roadmap sees it: the day everything is seen from, and the horizons that begin there."""

from calendar import monthrange
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from productgov.model.governance import ProductGovernance
from productgov.model.roadmap import Horizon

__all__ = ["Window", "add_months", "horizon_of_date", "resolve_as_of", "window"]

_FIRST_MONTH = {Horizon.NOW: 0, Horizon.NEXT: 3, Horizon.LATER: 6, Horizon.FUTURE: 12}
_LAST_MONTH_OF_ALL = date.max.year * 12 + date.max.month - 1


class Window(NamedTuple):
    """A stretch of time: its first day, and the first day after it; None when it never ends."""

    start: date
    end: date | None


def resolve_as_of(
    governance: ProductGovernance, as_of: date | None = None, *, today: Callable[[], date] = date.today
) -> date:
    """The day that everything is seen from: the argument, else the document's `asOf`, else today.

    This is the one place where the library looks at a clock.
    """
    return as_of or governance.as_of or today()


def add_months(day: date, months: int) -> date:
    """The same day so many months on, or the last day of a month that is too short for it.

    Beyond the calendar's end it is the last day there is, 9999-12-31.
    """
    number = day.year * 12 + day.month - 1 + months
    if number > _LAST_MONTH_OF_ALL:
        return date.max
    year, month = number // 12, number % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def window(horizon: Horizon, as_of: date) -> Window:
    """The days of a horizon, seen from a day: now [0, 3) months, next [3, 6), later [6, 12), future [12, ∞)."""
    starts = [add_months(as_of, months) for months in _FIRST_MONTH.values()]
    place = list(_FIRST_MONTH).index(horizon)
    return Window(starts[place], starts[place + 1] if place + 1 < len(starts) else None)


def horizon_of_date(day: date, as_of: date) -> Horizon:
    """The horizon that a day lies in, seen from another; what lies before that other day is due now."""
    return next(
        (horizon for horizon in reversed(Horizon) if day >= add_months(as_of, _FIRST_MONTH[horizon])), Horizon.NOW
    )
