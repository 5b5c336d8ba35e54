"""When an initiative is due: on a day, or on some day of a period."""

from datetime import date
from typing import NamedTuple

from productgov.model.initiative import Initiative
from productgov.paths import Path

__all__ = ["Due", "due_of"]


class Due(NamedTuple):
    """When an initiative is due.

    Attributes:
        first: the first day that it can be due; with a target period, the first day of the period.
        last: the last day that it can be due, which is its due day.
        path: the path of the field that says so, from the initiative.
        text: the day, or the period with its days, after "due".
    """

    first: date
    last: date
    path: Path
    text: str

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
    period = initiative.target_period
    if period is not None and initiative.target_date is None:
        first = period.first(fiscal_year_start)
        return Due(first, day, ("targetPeriod",), f"in {period} ({first} to {day})")
    if initiative.target_date is not None:
        path: Path = ("targetDate",)
    else:
        path = ("committedDate",) if initiative.committed_date is not None else ("deadline", "date")
    return Due(day, day, path, f"on {day}")
