"""When an initiative is due: on a day, or on some day of a period."""

from datetime import date
from typing import NamedTuple

from productgov.fields import Period
from productgov.model.initiative import Initiative
from productgov.paths import Path

__all__ = ["Due", "due_of"]


class Due(NamedTuple):
    """When an initiative is due.

    Attributes:
        first: the first day that it can be due; with a target period, the first day of the period.
        last: the last day that it can be due, which is its due day.
        path: the path of the field that says so, from the initiative.
        period: the target period, where that is what says so.
    """

    first: date
    last: date
    path: Path
    period: Period | None = None

    @property
    def text(self) -> str:
        """The day, or the period with its days, as it follows "due"."""
        return f"in {self.period} ({self.first} to {self.last})" if self.period else f"on {self.last}"

    def is_before(self, other: "Due") -> bool:
        """True when every day that this can be is before every day that the other can be."""
        return self.last < other.first


def due_of(initiative: Initiative, fiscal_year_start: int) -> Due | None:
    """When an initiative is due; None when nothing says so.

    Args:
        initiative: the initiative.
        fiscal_year_start: the month in which the fiscal year starts, for the target period.
    """
    day = initiative.due(fiscal_year_start)
    if day is None:
        return None
    if initiative.target_date is not None:
        return Due(day, day, ("targetDate",))
    if initiative.target_period is not None:
        return Due(initiative.target_period.first(fiscal_year_start), day, ("targetPeriod",), initiative.target_period)
    return Due(day, day, ("committedDate",) if initiative.committed_date is not None else ("deadline", "date"))
