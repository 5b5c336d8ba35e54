"""The roadmap as the board shows it: lists of items, in the order of the ranking, with what stands out about each."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

import attrs

from productgov.analysis.horizons import windows_of
from productgov.model.governance import ProductGovernance
from productgov.model.initiative import Initiative
from productgov.model.people import Role
from productgov.model.roadmap import DependencyType, External, ExternalStatus, Horizon, Windows
from productgov.model.vision import Vision
from productgov.ranking.ranking import Ranking
from productgov.views.marks import Mark, marks_of
from productgov.views.selection import Selection
from productgov.wording import one_line

__all__ = ["BoardItem", "BoardList", "board_lists", "planned_text", "who"]

_TITLES = {
    Windows.ROLLING: ("0-3 months", "3-6 months", "6-12 months", "12+ months"),
    Windows.QUARTERS: ("this quarter", "one quarter", "2 quarters", "after that"),
}


@attrs.frozen(kw_only=True)
class BoardItem:
    """An initiative or a vision on the board.

    Attributes:
        item: the initiative or the vision.
        position: its position in the ranking; None where it is not ranked.
        marks: what stands out about it.
        waits_for: the ids of what it requires and is not finished.
        needed_by: the ids of what requires it.
    """

    item: Initiative | Vision
    position: int | None = None
    marks: tuple[Mark, ...] = ()
    waits_for: tuple[str, ...] = ()
    needed_by: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class BoardList:
    """A list of the roadmap.

    Attributes:
        name: now, next, later, future, backlog or delivered.
        title: what it covers, such as "0-3 months"; empty for backlog and delivered.
        days: its first and last day, as text; empty for backlog and delivered.
        items: its items, in the order of the ranking; those that are not ranked last.
    """

    name: str
    title: str
    days: str
    items: tuple[BoardItem, ...]


def board_lists(
    governance: ProductGovernance, ranking: Ranking, as_of: date, selection: Selection
) -> tuple[BoardList, ...]:
    """The lists of the roadmap: now, next, later, future, the backlog and what was delivered.

    Args:
        governance: whose roadmap to show.
        ranking: the ranking of its open items.
        as_of: the day.
        selection: what to show of it.
    """
    roadmap = governance.roadmap
    columns, titles = roadmap.time_horizon, dict(zip(Horizon, _TITLES[roadmap.windows], strict=True))
    windows = windows_of(governance, as_of)
    maker = _Maker(governance, ranking.positions(), as_of)
    lists: tuple[tuple[Horizon | None, str, Sequence[Initiative | Vision]], ...] = (
        (Horizon.NOW, "now", columns.now),
        (Horizon.NEXT, "next", columns.next),
        (Horizon.LATER, "later", columns.later),
        (Horizon.FUTURE, "future", columns.future),
        (None, "backlog", roadmap.backlog),
        (None, "delivered", roadmap.delivered),
    )
    return tuple(
        BoardList(
            name=name,
            title=titles[horizon] if horizon else "",
            days=_days(*windows[horizon]) if horizon else "",
            items=maker.ranked(item for item in items if selection.has_item(item)),
        )
        for horizon, name, items in lists
    )


def planned_text(item: Initiative) -> str:
    """When an item is planned for, or what became of it."""
    if item.delivered_date:
        return f"{item.status} {item.delivered_date}"
    if item.start_date and item.target_date:
        return f"{item.start_date} to {item.target_date}"
    if item.target_date:
        return f"by {item.target_date}"
    if item.target_period:
        return f"in {item.target_period}"
    if item.committed_date:
        return f"by {item.committed_date}"
    return f"from {item.start_date}" if item.start_date else ""


def who(role: Role | None) -> str:
    """The name of an owner, else their title; empty where there is none."""
    return one_line(role.name or role.title) if role else ""


class _Maker:
    """Makes the items of one governance."""

    def __init__(self, governance: ProductGovernance, positions: Mapping[str, int], as_of: date) -> None:
        self._positions, self._as_of, self._fiscal = positions, as_of, governance.fiscal_year_start
        self._waits_for, self._needed_by = _waiting(governance)

    def ranked(self, items: Iterable[Initiative | Vision]) -> tuple[BoardItem, ...]:
        """Some items as the board shows them, in the order of the ranking."""
        return tuple(sorted(map(self._item, items), key=lambda each: (each.position is None, each.position or 0)))

    def _item(self, item: Initiative | Vision) -> BoardItem:
        return BoardItem(
            item=item,
            position=self._positions.get(item.id),
            marks=marks_of(item, self._as_of, self._fiscal) if isinstance(item, Initiative) else (),
            waits_for=tuple(self._waits_for.get(item.id, ())),
            needed_by=tuple(self._needed_by.get(item.id, ())),
        )


def _waiting(governance: ProductGovernance) -> tuple[dict[str, dict[str, None]], dict[str, dict[str, None]]]:
    """What each unfinished item waits for, and the other way round."""
    finished = set(_finished(governance))
    waits_for: dict[str, dict[str, None]] = {}
    needed_by: dict[str, dict[str, None]] = {}
    for dependency in governance.roadmap.dependencies:
        first, second = dependency.from_, dependency.to
        if dependency.type is DependencyType.BLOCKS:
            first, second = second, first
        if dependency.type is not DependencyType.RELATES_TO and not finished & {first, second}:
            waits_for.setdefault(first, {})[second] = None
            needed_by.setdefault(second, {})[first] = None
    return waits_for, needed_by


def _finished(governance: ProductGovernance) -> Iterator[str]:
    roadmap = governance.roadmap
    for placed in governance.initiatives():
        if placed.initiative.status.finished:
            yield placed.initiative.id
    yield from (item.id for item in roadmap.backlog if item.status.finished)
    yield from (each.id for each in roadmap.externals if _arrived(each))


def _arrived(external: External) -> bool:
    return external.status is ExternalStatus.DELIVERED


def _days(start: date, end: date | None) -> str:
    return f"from {start}" if end is None else f"{start} to {date.fromordinal(end.toordinal() - 1)}"
