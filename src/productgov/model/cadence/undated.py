"""Rhythms without dates: so many times in a period, on days that are not said, or once for each event."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TypeAlias

import attrs

from productgov.errors import InvalidValueError

__all__ = ["EVENTS", "PerEvent", "TimesPer", "Undated"]

EVENTS = ("release", "sprint", "iteration", "launch", "deployment", "milestone", "incident")
"""What a rhythm can follow instead of the calendar."""

_DAYS: Mapping[str, float] = MappingProxyType(
    {"day": 1, "week": 7, "month": 365.25 / 12, "quarter": 365.25 / 4, "year": 365.25}
)


@attrs.frozen(kw_only=True, weakref_slot=False)
class TimesPer:
    """So many times in each period, on days that are not said: twice a month.

    Attributes:
        times: how many times, 2 to 999.
        period: day, week, month, quarter or year.

    Raises:
        InvalidValueError: when the number is outside its limits, or there is no such period.
    """

    times: int
    period: str

    def __attrs_post_init__(self) -> None:
        if not 2 <= self.times <= 999:
            raise InvalidValueError(f"times must be a number from 2 to 999, not {self.times}")
        if self.period not in _DAYS:
            raise InvalidValueError(f"period must be {', '.join(_DAYS)}")

    @property
    def length(self) -> float:
        """The average number of days from one time to the next."""
        return _DAYS[self.period] / self.times

    def __str__(self) -> str:
        return f"{self.times} times a {self.period}"


@attrs.frozen(kw_only=True, weakref_slot=False)
class PerEvent:
    """Once for each event of a kind, whenever that is: per release.

    Attributes:
        event: release, sprint, iteration, launch, deployment, milestone or incident.

    Raises:
        InvalidValueError: when there is no such event.
    """

    event: str

    def __attrs_post_init__(self) -> None:
        if self.event not in EVENTS:
            raise InvalidValueError(f"event must be one of {', '.join(EVENTS)}")

    @property
    def length(self) -> None:
        """There is no number of days from one event to the next."""
        return

    def __str__(self) -> str:
        return f"per {self.event}"


Undated: TypeAlias = TimesPer | PerEvent
"""How often something recurs, where the days do not follow."""
