"""Roadmap quality: how much of what was promised was delivered by its day."""

from collections.abc import Mapping
from datetime import date
from statistics import median
from typing import Literal, TypeAlias

import attrs

from productgov.analysis.horizons import resolve_as_of
from productgov.display import Displayed
from productgov.model.governance import ProductGovernance
from productgov.model.initiative import Initiative, Status
from productgov.model.roadmap import Horizon
from productgov.tabular import Tabular

__all__ = ["CalendarPeriod", "Promise", "RoadmapProgress", "name_of_period", "roadmap_progress"]


CalendarPeriod: TypeAlias = Literal["month", "quarter"]
"""The part of the calendar by which promises are counted: months such as 2026-03, quarters such as 2026-Q1."""


@attrs.frozen(kw_only=True, repr=False)
class Promise(Displayed):
    """A promise that has come due, or was kept before its day.

    Attributes:
        initiative: what was promised.
        horizon: its horizon; None for `roadmap.delivered`.
        due: the day it was promised for: the first promise that is known, the committed date, else the target date.
        delivered: whether it was delivered on or before `as_of`.
        slip: by how many days it was late, negative when early; an open item is late until `as_of`. None when it was
            dropped, or is done without a delivered date.
    """

    initiative: Initiative
    horizon: Horizon | None
    due: date
    delivered: bool
    slip: int | None

    @property
    def on_time(self) -> bool:
        """True when its delivered date is on or before the promised day."""
        return self.delivered and self.slip is not None and self.slip <= 0


@attrs.frozen(kw_only=True, repr=False)
class RoadmapProgress(Displayed, Tabular):
    """What became of a set of promises.

    Attributes:
        promises: every promise that is counted.
    """

    promises: tuple[Promise, ...]

    @property
    def due(self) -> int:
        """How many promises there were."""
        return len(self.promises)

    @property
    def delivered(self) -> int:
        """How many were delivered, on time or late."""
        return sum(promise.delivered for promise in self.promises)

    @property
    def on_time(self) -> int:
        """How many were delivered on the promised day or before."""
        return sum(promise.on_time for promise in self.promises)

    @property
    def delivered_share(self) -> float | None:
        """Delivered over promised; None where nothing was promised."""
        return self.delivered / self.due if self.promises else None

    @property
    def quality(self) -> float | None:
        """Roadmap quality: delivered on time over promised; None where nothing was promised."""
        return self.on_time / self.due if self.promises else None

    @property
    def median_slip(self) -> float | None:
        """The median number of days late, negative when early; None where no slip is known."""
        slips = [promise.slip for promise in self.promises if promise.slip is not None]
        return median(slips) if slips else None

    def by_horizon(self) -> dict[Horizon | None, "RoadmapProgress"]:
        """The same for each horizon; None is `roadmap.delivered`."""
        groups = ((horizon, [one for one in self.promises if one.horizon is horizon]) for horizon in (*Horizon, None))
        return {horizon: RoadmapProgress(promises=tuple(group)) for horizon, group in groups if group}

    def by_period(self, period: CalendarPeriod = "quarter") -> dict[str, "RoadmapProgress"]:
        """The same for each period of the promised days, in the order of time."""
        groups: dict[str, list[Promise]] = {}
        for promise in sorted(self.promises, key=lambda promise: promise.due):
            groups.setdefault(name_of_period(period, promise.due), []).append(promise)
        return {name: RoadmapProgress(promises=tuple(group)) for name, group in groups.items()}


def name_of_period(period: CalendarPeriod, day: date) -> str:
    """The name of the period of a day; names sort by time."""
    if period == "month":
        return f"{day.year:04}-{day.month:02}"
    return f"{day.year:04}-Q{(day.month + 2) // 3}"


def roadmap_progress(
    governance: ProductGovernance,
    as_of: date | None = None,
    *,
    first_promises: Mapping[str, date] | None = None,
) -> RoadmapProgress:
    """What became of every promise that has come due.

    A promise is an initiative with a committed date, or else a target date. It counts once that day has passed, or
    once it is delivered. A dropped item counts as promised and not delivered. An item that is done without a delivered
    date counts as delivered, but not as on time. An item that was delivered after `as_of` counts as open.

    Args:
        governance: whose promises to count.
        as_of: the day to count from; left out, the document's `asOf`, else today.
        first_promises: the day that was first promised, by the id of the initiative, where it is known from elsewhere:
            the `first_promises` of a `History` are those that no edit of the document can change. They count instead
            of the dates in the document.
    """
    day = resolve_as_of(governance, as_of)
    known = first_promises or {}
    placed = (
        _promise(
            initiative, horizon, known.get(initiative.id) or initiative.committed_date or initiative.target_date, day
        )
        for initiative, horizon in governance.initiatives()
    )
    return RoadmapProgress(promises=tuple(promise for promise in placed if promise is not None))


def _promise(initiative: Initiative, horizon: Horizon | None, first: date | None, as_of: date) -> Promise | None:
    due = first or initiative.committed_date or initiative.target_date
    if due is None:
        return None
    day = initiative.delivered_date
    delivered = initiative.status is Status.DONE and (day is None or day <= as_of)
    if due >= as_of and not (delivered and day):
        return None
    slip: int | None = None
    if delivered and day:
        slip = (day - due).days
    elif not delivered and initiative.status is not Status.DROPPED:
        slip = (as_of - due).days
    return Promise(initiative=initiative, horizon=horizon, due=due, delivered=delivered, slip=slip)
