"""What is usual for the person who leads product: the values that rules compare an organization with.

The source of all of them are the articles on the role of the Chief Product Officer that this library follows.
"""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from productgov.analysis.horizons import add_months
from productgov.model.organization import Level, Phase

__all__ = ["ENGINEERS_PER_MANAGER", "LADDER", "PHASES", "TIME", "Days", "Interval"]


class Interval(NamedTuple):
    """A range of numbers.

    Attributes:
        least: the lowest.
        most: the highest; None where there is none.
    """

    least: float
    most: float | None

    def __contains__(self, value: object) -> bool:
        return isinstance(value, (int, float)) and self.least <= value and (self.most is None or value <= self.most)

    def __str__(self) -> str:
        return f"{self.least:g} or more" if self.most is None else f"{self.least:g} to {self.most:g}"


class Days(NamedTuple):
    """How long a phase lasts at most, counted from the first day in the role.

    Attributes:
        days: days, where it is counted in days.
        months: months, where it is counted in months.
    """

    days: int = 0
    months: int = 0

    def after(self, start: date) -> date:
        """Its last day."""
        if self.months:
            return add_months(start, self.months)
        return date.fromordinal(min(start.toordinal() + self.days, date.max.toordinal()))


TIME: Mapping[str, float] = MappingProxyType({"customers": 0.4, "teams": 0.3, "executives": 0.2, "administration": 0.1})
"""How the most effective leaders of product divide their time."""

ENGINEERS_PER_MANAGER = Interval(6, 8)
"""How many engineers there are for each product manager, typically 1:6 to 1:8."""

LADDER: Mapping[Level, Interval] = MappingProxyType(
    {Level.HEAD: Interval(20, 100), Level.VP: Interval(100, 500), Level.CPO: Interval(200, None)}
)
"""The employees of a company in which each level is usual; the ranges overlap."""

PHASES: Mapping[Phase, Days] = MappingProxyType(
    {
        Phase.LISTENING: Days(days=30),
        Phase.DIAGNOSIS: Days(days=60),
        Phase.VISION: Days(days=90),
        Phase.STRUCTURING: Days(months=6),
        Phase.OPTIMIZATION: Days(months=12),
    }
)
"""When each phase of the plan for the first year ends."""
