"""Cadences as people write them: what is wrong with one that cannot be read, and the nearest that can."""

from productgov.model.cadence.cadence import Cadence
from productgov.model.cadence.words import HINT
from productgov.nearest import nearest
from productgov.wording import listed, quoted

__all__ = ["unreadable_cadence"]

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_UNITS = ("day", "week", "month", "quarter", "year")
_WRITTEN = (
    *("daily", "weekdays", "weekly", "biweekly", "fortnightly", "monthly", "quarterly", "semiannually", "annually"),
    *("yearly", "ad hoc", "on demand", "per release", "per sprint"),
    *(f"every {unit}" for unit in _UNITS),
    *(f"every 2 {unit}s" for unit in _UNITS),
    *(f"twice a {unit}" for unit in _UNITS),
    *(f"every {day}" for day in _WEEKDAYS),
    *(f"every other {day}" for day in _WEEKDAYS),
    *(f"first {day} of the month" for day in _WEEKDAYS),
    *(f"last {day} of the month" for day in _WEEKDAYS),
)
"""What people write most, to find the nearest of it."""


def unreadable_cadence(text: str) -> str | None:
    """Why a cadence cannot be read and what to write instead, the nearest that can be read first; None when it can."""
    problem = Cadence.problem(text)
    near = nearest(text, _WRITTEN, most=2) if problem == HINT else ()
    return f"did you mean {listed([quoted(one) for one in near], 'or')}? otherwise, {problem}" if near else problem
