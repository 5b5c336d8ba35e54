"""The roadmap on the calendar: from when to when each item lasts, what is late, and what slipped."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from productgov.analysis.horizons import Window, windows_of
from productgov.model.governance import ProductGovernance
from productgov.model.initiative import Initiative, Status
from productgov.model.roadmap import ExternalStatus, Horizon

__all__ = ["Bar", "bars_of"]

_KINDS = {
    Status.DONE: "green-box",
    Status.IN_PROGRESS: "blue-box",
    Status.ROLLING_OUT: "blue-box",
    Status.PAUSED: "grey-box",
    Status.DROPPED: "grey-box",
}


class Bar(NamedTuple):
    """An item of the roadmap on the calendar.

    Attributes:
        id: its id.
        title: its title.
        place: its horizon, or external.
        status: its status, or late.
        kind: the class of its colour.
        first: the day it begins.
        last: the day it was delivered, else the day it is due, else the last day of its horizon.
        dated: whether it has a day of its own; else it fills its horizon.
        committed: the day that was first promised.
        deadline: the day after which it is too late.
        late: whether it was due before the day of the chart, and is not finished.
    """

    id: str
    title: str
    place: str
    status: str
    kind: str
    first: date
    last: date
    dated: bool
    committed: date | None
    deadline: date | None
    late: bool

    @property
    def slipped(self) -> bool:
        """Whether it is due after the day that was first promised."""
        return self.committed is not None and self.last > self.committed


def bars_of(governance: ProductGovernance, day: date) -> tuple[Bar, ...]:
    """The initiatives of now, next and later that are not dropped, then the externals with a day."""
    return tuple(_bars(governance, day))


def _bars(governance: ProductGovernance, day: date) -> Iterator[Bar]:
    windows = windows_of(governance, day)
    for initiative, horizon in governance.initiatives():
        if horizon is not None and initiative.status is not Status.DROPPED:
            yield _bar(initiative, horizon, windows, day, governance.fiscal_year_start)
    for each in governance.roadmap.externals:
        due = each.delivered_date or each.expected_date
        if due is not None:
            late = each.status is ExternalStatus.EXPECTED and due < day
            kind = "green-box" if each.status is ExternalStatus.DELIVERED else "orange-box"
            status = "late" if late else each.status.value
            yield Bar(each.id, each.title, "external", status, kind, due, due, True, None, None, late)  # noqa: FBT003


def _bar(
    initiative: Initiative, horizon: Horizon, windows: Mapping[Horizon, Window], day: date, fiscal_year_start: int
) -> Bar:
    due = initiative.due(fiscal_year_start)
    delivered = initiative.delivered_date if initiative.status is Status.DONE else None
    window = windows[horizon]
    first = initiative.start_date or (window.start if due is None and delivered is None else None)
    end = delivered or due or (window.end - timedelta(days=1) if window.end else None)
    last = end or first or window.start
    first = first or last
    late = (
        due is not None and due < day and not initiative.status.finished and initiative.status is not Status.ROLLING_OUT
    )
    return Bar(
        id=initiative.id,
        title=initiative.title,
        place=horizon.value,
        status="late" if late else initiative.status.value,
        kind="red-box" if late else _KINDS.get(initiative.status, "purple-box"),
        first=min(first, last),
        last=max(first, last),
        dated=bool(initiative.start_date or due or delivered),
        committed=initiative.committed_date,
        deadline=initiative.deadline.date if initiative.deadline else None,
        late=late,
    )
