"""What all rules of one check look at: the governance, the day, and what is worth looking up only once."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import NamedTuple, TypeAlias, TypeVar

import attrs

from productgov.analysis.graph import Circle, circles
from productgov.model.governance import ProductGovernance
from productgov.model.initiative import Initiative, Status
from productgov.model.metrics import KPI, KPIStatus
from productgov.model.reviews import Review, ReviewKind
from productgov.model.roadmap import Dependency, DependencyType, External, Horizon
from productgov.model.vision import Vision
from productgov.paths import Path
from productgov.ranking.ranking import Ranking, rank
from productgov.rules.noteworthy import Noteworthy, noteworthy

__all__ = [
    "GROUPS",
    "HORIZONS",
    "Context",
    "Edge",
    "Entry",
    "Group",
    "Item",
    "Other",
    "PlacedKpi",
    "PlacedReview",
    "edges_of",
    "is_later",
]

Value = TypeVar("Value")

HORIZONS = tuple(Horizon)
_COLUMNS: Path = ("roadmap", "timeHorizon")
_PLANNED = (Horizon.NOW, Horizon.NEXT, Horizon.LATER)


class Group(NamedTuple):
    """One of the three groups of KPIs: the word for it, its field in Python and in documents."""

    noun: str
    field: str
    wire: str


GROUPS = (
    Group("input", "input_metrics", "inputMetrics"),
    Group("output", "output_metrics", "outputMetrics"),
    Group("guardrail", "guardrail_metrics", "guardrailMetrics"),
)


class Item(NamedTuple):
    """An initiative and where it stands; the horizon is None for what was delivered."""

    path: Path
    initiative: Initiative
    horizon: Horizon | None

    @property
    def value(self) -> Initiative:
        """The initiative, by the name that it shares with other entries."""
        return self.initiative

    @property
    def status(self) -> Status:
        """The status of the initiative."""
        return self.initiative.status

    @property
    def is_open(self) -> bool:
        """True in now, next and later, unless done or dropped."""
        return self.horizon is not None and not self.initiative.status.finished


class Other(NamedTuple):
    """What a dependency can name beside initiatives, and where it stands; externals have no horizon."""

    path: Path
    value: Vision | External
    horizon: Horizon | None
    status: None = None


Entry: TypeAlias = Item | Other
"""Whatever a dependency can name."""


class PlacedKpi(NamedTuple):
    """A KPI, where it stands, and in which group."""

    path: Path
    kpi: KPI
    group: Group


class PlacedReview(NamedTuple):
    """A review, where it stands, and of what it is."""

    path: Path
    kind: ReviewKind
    review: Review


class Edge(NamedTuple):
    """One item waits for another; "a blocks b" is read as "b requires a".

    Attributes:
        path: where the document names what is waited for.
        waiting: the id of the item that waits.
        awaited: the id of what it waits for.
    """

    path: Path
    waiting: str
    awaited: str


def is_later(horizon: Horizon, than: Horizon) -> bool:
    """True when one horizon lies further away than another."""
    return HORIZONS.index(horizon) > HORIZONS.index(than)


@attrs.frozen(kw_only=True)
class Context:
    """A governance seen from a day.

    Where an id stands twice, the first counts: the second is a finding of its own.
    """

    governance: ProductGovernance
    as_of: date

    @cached_property
    def initiatives(self) -> tuple[Item, ...]:
        """Every initiative: now, next, later, then what was delivered."""
        columns = self.governance.roadmap.time_horizon
        planned = ((horizon, getattr(columns, horizon.value)) for horizon in _PLANNED)
        return (
            *(
                Item((*_COLUMNS, horizon.value, index), initiative, horizon)
                for horizon, items in planned
                for index, initiative in enumerate(items)
            ),
            *(
                Item(("roadmap", "delivered", index), initiative, None)
                for index, initiative in enumerate(self.governance.roadmap.delivered)
            ),
        )

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """The open initiatives."""
        return tuple(item for item in self.initiatives if item.is_open)

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """Everything that a dependency can name, in the order of the document."""
        roadmap = self.governance.roadmap
        visions = (
            Other((*_COLUMNS, "future", index), vision, Horizon.FUTURE)
            for index, vision in enumerate(roadmap.time_horizon.future)
        )
        externals = (
            Other(("roadmap", "externals", index), external, None) for index, external in enumerate(roadmap.externals)
        )
        planned = len(self.initiatives) - len(roadmap.delivered)
        return (*self.initiatives[:planned], *visions, *self.initiatives[planned:], *externals)

    @cached_property
    def by_id(self) -> Mapping[str, Entry]:
        """Everything that a dependency can name, by its id."""
        return _first((entry.value.id, entry) for entry in self.entries)

    @cached_property
    def edges(self) -> tuple[Edge, ...]:
        """Who waits for whom: known ids only, nothing that waits for itself, each pair once."""
        found: dict[tuple[str, str], Edge] = {}
        for edge in edges_of(self.governance.roadmap.dependencies):
            if edge.waiting != edge.awaited and edge.waiting in self.by_id and edge.awaited in self.by_id:
                found.setdefault((edge.waiting, edge.awaited), edge)
        return tuple(found.values())

    @cached_property
    def awaited(self) -> Mapping[str, tuple[Edge, ...]]:
        """The edges of every item that waits for something, by its id, in the order of the document."""
        found: dict[str, list[Edge]] = {}
        for edge in self.edges:
            found.setdefault(edge.waiting, []).append(edge)
        return {name: tuple(found[name]) for name in self.by_id if name in found}

    @cached_property
    def circles(self) -> tuple[Circle[str], ...]:
        """The groups of items that wait for each other."""
        return circles({name: [edge.awaited for edge in edges] for name, edges in self.awaited.items()})

    @cached_property
    def waits(self) -> tuple[tuple[Item, Edge, Entry], ...]:
        """What every open item waits for, outside of circles, in which there is no order to speak of."""
        knot = {name: number for number, circle in enumerate(self.circles) for name in circle.members}
        return tuple(
            (item, edge, self.by_id[edge.awaited])
            for item in self.items
            for edge in self.awaited.get(item.initiative.id, ())
            if edge.waiting not in knot or knot[edge.waiting] != knot.get(edge.awaited)
        )

    @cached_property
    def kpis(self) -> tuple[PlacedKpi, ...]:
        """Every KPI: inputs, outputs, then guardrails."""
        return tuple(
            PlacedKpi(("metrics", group.wire, index), kpi, group)
            for group in GROUPS
            for index, kpi in enumerate(getattr(self.governance.metrics, group.field))
        )

    @cached_property
    def breached(self) -> tuple[PlacedKpi, ...]:
        """The KPIs that are out of their bounds, by observations that are not stale."""
        return tuple(
            placed
            for placed in self.kpis
            if placed.kpi.breached(self.as_of) and placed.kpi.status(self.as_of) is KPIStatus.BREACHED
        )

    @cached_property
    def kpi_by_id(self) -> Mapping[str, PlacedKpi]:
        """Every KPI by its id."""
        return _first((placed.kpi.id, placed) for placed in self.kpis)

    @cached_property
    def influences(self) -> Mapping[str, tuple[str, ...]]:
        """What every KPI is believed to move: known ids, and not its own."""
        found: dict[str, dict[str, None]] = {}
        for placed in self.kpis:
            known = (name for name in placed.kpi.influences if name in self.kpi_by_id and name != placed.kpi.id)
            found.setdefault(placed.kpi.id, {}).update(dict.fromkeys(known))
        return {name: tuple(targets) for name, targets in found.items()}

    @cached_property
    def moved_by(self) -> Mapping[str, tuple[Item, ...]]:
        """The initiatives that are meant to move a KPI, by its id."""
        found: dict[str, list[Item]] = {}
        for item in self.initiatives:
            for name in dict.fromkeys(item.initiative.metrics):
                found.setdefault(name, []).append(item)
        return {name: tuple(items) for name, items in found.items()}

    @property
    def reviews(self) -> tuple[PlacedReview, ...]:
        """The three reviews."""
        named = self.governance.reviews.named()
        return tuple(PlacedReview(("reviews", f"{kind.value}Review"), kind, review) for kind, review in named)

    @cached_property
    def ranking(self) -> Ranking:
        """The open initiatives in the order of the document's framework."""
        return rank(self.governance)

    @cached_property
    def noteworthy(self) -> Noteworthy:
        """The objects that have settings, and those that have a placeholder for a text."""
        return noteworthy(self.governance)

    @cached_property
    def _item_of(self) -> Mapping[int, Item]:
        return {id(item.initiative): item for item in self.initiatives}

    def item_of(self, initiative: Initiative) -> Item:
        """Where an initiative of this very governance stands."""
        return self._item_of[id(initiative)]


def edges_of(dependencies: Iterable[Dependency]) -> Iterator[Edge]:
    """Who waits for whom, as the dependencies say it, sound or not."""
    for index, dependency in enumerate(dependencies):
        path: Path = ("roadmap", "dependencies", index)
        if dependency.type is DependencyType.REQUIRES:
            yield Edge((*path, "to"), dependency.from_, dependency.to)
        elif dependency.type is DependencyType.BLOCKS:
            yield Edge((*path, "from"), dependency.to, dependency.from_)


def _first(entries: Iterable[tuple[str, Value]]) -> dict[str, Value]:
    found: dict[str, Value] = {}
    for name, value in entries:
        found.setdefault(name, value)
    return found
