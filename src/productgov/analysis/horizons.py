"""The day of a check, and the horizons that start there."""

from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import NamedTuple

from productgov.errors import InvalidValueError
from productgov.model.governance import ProductGovernance
from productgov.model.roadmap import Horizon, Windows
from productgov.wording import described

__all__ = ["Window", "add_months", "age_of", "horizon_in", "require_date", "resolve_as_of", "windows_of"]

_FIRST_MONTH = {Horizon.NOW: 0, Horizon.NEXT: 3, Horizon.LATER: 6, Horizon.FUTURE: 12}
_LAST_MONTH_OF_ALL = date.max.year * 12 + date.max.month - 1


class Window(NamedTuple):
    """A range of days: its first day, and the first day after it; None when it never ends."""

    start: date
    end: date | None


def resolve_as_of(
    governance: ProductGovernance, as_of: date | None = None, *, today: Callable[[], date] = date.today
) -> date:
    """The day of a check, a ranking or a report: the argument, else the document's `asOf`, else today.

    Only here and in `age_of` does the library read the clock.

    Raises:
        InvalidValueError: `as_of` is not a date; the message says what to write.
    """
    if as_of is not None:
        require_date(as_of)
    return as_of or governance.as_of or today()


def age_of(governance: ProductGovernance, *, today: Callable[[], date] = date.today) -> int:
    """How many days ago the document's `asOf` is; 0 without one."""
    return (today() - governance.as_of).days if governance.as_of else 0


def require_date(as_of: object) -> None:
    """Refuse a day of a check that is not a date.

    Raises:
        InvalidValueError: it is not; the message says what to write.
    """
    if isinstance(as_of, datetime):
        raise InvalidValueError(f"as_of must be a datetime.date, not the datetime {as_of}; write as_of.date()")
    if isinstance(as_of, str):
        raise InvalidValueError(f"as_of must be a datetime.date, not {described(as_of)}; write {_written(as_of)}")
    if not isinstance(as_of, date):
        raise InvalidValueError(f"as_of must be a datetime.date, not {described(as_of)}; write date(2027, 1, 31)")


def _written(text: str) -> str:
    """How to write a day as a date in Python; an example where the text is not a day."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = date(2027, 1, 31)
    return f"date({day.year}, {day.month}, {day.day})"


def add_months(day: date, months: int) -> date:
    """The same day a number of months later, or the last day of a month that is too short for it.

    After the end of the calendar it is the last day, 9999-12-31, and before its start the first, 0001-01-01.
    """
    number = day.year * 12 + day.month - 1 + months
    if number < date.min.year * 12:
        return date.min
    if number > _LAST_MONTH_OF_ALL:
        return date.max
    year, month = number // 12, number % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def windows_of(governance: ProductGovernance, as_of: date) -> Mapping[Horizon, Window]:
    """The days of each horizon, as the roadmap counts them.

    Rolling windows start on a day: now [0, 3) months, next [3, 6), later [6, 12), future [12, ∞). By quarters, now is
    the fiscal quarter that holds the day, next the one after it, later the two after that, future what follows.
    """
    if governance.roadmap.windows is Windows.QUARTERS:
        first = _quarter_start(as_of, governance.fiscal_year_start)
    else:
        first = as_of
    starts = [add_months(first, months) for months in _FIRST_MONTH.values()]
    ends = (*starts[1:], None)
    return {horizon: Window(start, end) for horizon, start, end in zip(_FIRST_MONTH, starts, ends, strict=True)}


def horizon_in(windows: Mapping[Horizon, Window], day: date) -> Horizon:
    """The horizon whose window holds a day; earlier days belong to now."""
    return next((horizon for horizon in reversed(Horizon) if day >= windows[horizon].start), Horizon.NOW)


def _quarter_start(day: date, fiscal_year_start: int) -> date:
    """The first day of the fiscal quarter that holds a day."""
    return add_months(day.replace(day=1), -((day.month - fiscal_year_start) % 3))
