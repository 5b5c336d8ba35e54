"""What the rules of one check look at: the governance, the day, and what several rules look up."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property

import attrs

from productgov.analysis.by_id import first_by_id
from productgov.analysis.graph import Cycle, cycles
from productgov.errors import InvalidValueError
from productgov.model.extensions import SETTINGS, HasExtensions
from productgov.model.governance import ProductGovernance
from productgov.model.initiative import Initiative, Status
from productgov.model.references import Lookup, look_up
from productgov.model.roadmap import Dependency, DependencyType, Horizon
from productgov.model.walk import objects
from productgov.paths import Path, path_of
from productgov.plugins import is_failure
from productgov.ranking.frameworks import FRAMEWORKS
from productgov.ranking.method import RankingMethod
from productgov.ranking.ranking import Ranking, rank
from productgov.ranking.registry import METHODS, method_of_document
from productgov.ranking.settings import RankingSettings
from productgov.rules.due import Due, due_of
from productgov.rules.odd_texts import has_odd_text
from productgov.rules.placed import (
    Breach,
    Edge,
    Mover,
    PlacedEntry,
    PlacedItem,
    PlacedKpi,
    PlacedObject,
    PlacedObjective,
    PlacedReview,
    Requirement,
    UnknownName,
)

__all__ = ["Context"]

_COLUMNS: Path = ("roadmap", "timeHorizon")
_PLANNED = (Horizon.NOW, Horizon.NEXT, Horizon.LATER)


@attrs.frozen(kw_only=True)
class Context:
    """A governance and the day of the check.

    Where an id is used twice, the first use counts; PG101 finds the second.

    Attributes:
        governance: what is checked.
        as_of: the day of the check.
        methods: the ranking methods that there are.
    """

    governance: ProductGovernance
    as_of: date
    methods: tuple[RankingMethod, ...] = tuple(METHODS.values())

    @cached_property
    def initiatives(self) -> tuple[PlacedItem, ...]:
        """Every initiative but those of the backlog: now, next, later, then delivered."""
        columns = self.governance.roadmap.time_horizon
        planned = ((horizon, getattr(columns, horizon.value)) for horizon in _PLANNED)
        return (
            *(
                PlacedItem((*_COLUMNS, horizon.value, index), initiative, horizon)
                for horizon, items in planned
                for index, initiative in enumerate(items)
            ),
            *(
                PlacedItem(("roadmap", "delivered", index), initiative, None)
                for index, initiative in enumerate(self.governance.roadmap.delivered)
            ),
        )

    @cached_property
    def items(self) -> tuple[PlacedItem, ...]:
        """The open initiatives."""
        return tuple(item for item in self.initiatives if item.is_open)

    def due(self, initiative: Initiative) -> Due | None:
        """When an initiative of this very governance is due; None when nothing says so."""
        return self._due[id(initiative)]

    @cached_property
    def _due(self) -> Mapping[int, Due | None]:
        start = self.governance.fiscal_year_start
        items = (*self.initiatives, *self.backlog)
        return {id(item.initiative): due_of(item.initiative, start) for item in items}

    def is_overdue(self, initiative: Initiative) -> bool:
        """True for an initiative whose due day has passed; what is rolling out is with its first customers."""
        due = self.due(initiative)
        return due is not None and due.last < self.as_of and initiative.status is not Status.ROLLING_OUT

    def misses_deadline(self, initiative: Initiative) -> bool:
        """True when the deadline of an unfinished initiative has passed, or it is due after it."""
        deadline, due, delivered = initiative.deadline, self.due(initiative), initiative.delivered_date
        if deadline is None or due is None or (delivered is not None and delivered <= deadline.date):
            return False
        return deadline.date < self.as_of or due.first > deadline.date

    @cached_property
    def backlog(self) -> tuple[PlacedItem, ...]:
        """The initiatives of the backlog."""
        backlog = self.governance.roadmap.backlog
        return tuple(PlacedItem(("roadmap", "backlog", index), each, None) for index, each in enumerate(backlog))

    @property
    def open_backlog(self) -> tuple[PlacedItem, ...]:
        """The initiatives of the backlog that are neither done nor dropped."""
        return tuple(item for item in self.backlog if not item.initiative.status.finished)

    @cached_property
    def entries(self) -> tuple[PlacedEntry, ...]:
        """Everything that a dependency can name, in the order of the document."""
        roadmap = self.governance.roadmap
        items = tuple(PlacedEntry(*item) for item in self.initiatives)
        visions = (
            PlacedEntry((*_COLUMNS, "future", index), vision, Horizon.FUTURE)
            for index, vision in enumerate(roadmap.time_horizon.future)
        )
        externals = (
            PlacedEntry(("roadmap", "externals", index), external, None)
            for index, external in enumerate(roadmap.externals)
        )
        planned = len(items) - len(roadmap.delivered)
        backlog = (PlacedEntry(*item) for item in self.backlog)
        return (*items[:planned], *visions, *backlog, *items[planned:], *externals)

    @cached_property
    def by_id(self) -> Mapping[str, PlacedEntry]:
        """Everything that a dependency can name, by its id."""
        return first_by_id((entry.value.id, entry) for entry in self.entries)

    @cached_property
    def prerequisites(self) -> Mapping[str, tuple[Edge, ...]]:
        """The edges to the prerequisites of each item that has any, by its id, in the order of the document.

        Only known ids, no item that requires itself, and each pair once.
        """
        pairs: dict[tuple[str, str], Edge] = {}
        for edge in _edges(self.governance.roadmap.dependencies):
            _, dependent, prerequisite = edge
            if dependent != prerequisite and dependent in self.by_id and prerequisite in self.by_id:
                pairs.setdefault((dependent, prerequisite), edge)
        found: dict[str, list[Edge]] = {}
        for edge in pairs.values():
            found.setdefault(edge.dependent, []).append(edge)
        return {name: tuple(found[name]) for name in self.by_id if name in found}

    @cached_property
    def cycles(self) -> tuple[Cycle[str], ...]:
        """The groups of items that require each other."""
        return cycles({name: [edge.prerequisite for edge in edges] for name, edges in self.prerequisites.items()})

    @cached_property
    def requirements(self) -> tuple[Requirement, ...]:
        """What every open item requires; inside a cycle there is no order to check, so its edges are left out."""
        cycle_of = {name: number for number, cycle in enumerate(self.cycles) for name in cycle.members}
        return tuple(
            Requirement(item, edge, self.by_id[edge.prerequisite])
            for item in self.items
            for edge in self.prerequisites.get(item.initiative.id, ())
            if edge.dependent not in cycle_of or cycle_of[edge.dependent] != cycle_of.get(edge.prerequisite)
        )

    @cached_property
    def kpis(self) -> tuple[PlacedKpi, ...]:
        """Every KPI: inputs, outputs, then guardrails."""
        return tuple(
            PlacedKpi(("metrics", group.wire, index), kpi, group)
            for group, kpis in self.governance.metrics.groups()
            for index, kpi in enumerate(kpis)
        )

    @cached_property
    def breaches(self) -> tuple[Breach, ...]:
        """The KPIs that are outside their bounds by their latest observation, however old it is."""
        return tuple(self._breaches())

    def _breaches(self) -> Iterator[Breach]:
        for placed in self.kpis:
            bounds, current = placed.kpi.bounds, placed.kpi.current(self.as_of)
            if bounds is None or current is None:
                continue
            if bounds.max is not None and current.value > bounds.max:
                yield Breach(placed, current, bounds.max)
            elif bounds.min is not None and current.value < bounds.min:
                yield Breach(placed, current, bounds.min)

    @cached_property
    def kpi_by_id(self) -> Mapping[str, PlacedKpi]:
        """Every KPI by its id."""
        return first_by_id((placed.kpi.id, placed) for placed in self.kpis)

    @cached_property
    def influences(self) -> Mapping[str, tuple[str, ...]]:
        """The ids of the KPIs that every KPI influences: known ids, and not its own."""
        found: dict[str, dict[str, None]] = {}
        for placed in self.kpis:
            known = (name for name in placed.kpi.influences if name in self.kpi_by_id and name != placed.kpi.id)
            found.setdefault(placed.kpi.id, {}).update(dict.fromkeys(known))
        return {name: tuple(targets) for name, targets in found.items()}

    @cached_property
    def measured(self) -> Mapping[str, tuple[str, ...]]:
        """The ids of the KPIs that measure an objective or a key result, by its id."""
        found: dict[str, list[str]] = {}
        for objective in self.governance.objectives:
            for each in objective.key_results:
                if each.kpi is not None:
                    for goal in (objective.id, each.id):
                        found.setdefault(goal, []).append(each.kpi)
        return {goal: tuple(names) for goal, names in found.items()}

    @cached_property
    def moved_by(self) -> Mapping[str, frozenset[Mover]]:
        """What is meant to move a KPI, by its id: the initiatives that name it, or a goal that it measures.

        Where many initiatives have one goal that many KPIs measure, these are too many to list for each KPI.
        """
        movers: dict[str, set[Mover]] = {}
        through: dict[str, set[Mover]] = {}
        for item in self.initiatives:
            mover = Mover(item.horizon, item.initiative.status)
            for name in item.initiative.metrics:
                movers.setdefault(name, set()).add(mover)
            for goal in item.initiative.objectives:
                through.setdefault(goal, set()).add(mover)
        for goal, names in self.measured.items():
            for name in names:
                movers.setdefault(name, set()).update(through.get(goal, ()))
        return {name: frozenset(found) for name, found in movers.items()}

    @cached_property
    def names(self) -> Mapping[str, tuple[str, ...]]:
        """The names that exist, by the kind of what they name, in the order of the document."""
        return self._lookup.names

    @cached_property
    def unknown_names(self) -> tuple[UnknownName, ...]:
        """The texts that must name something in the document, but do not.

        The record keeps the names of its time: what was delivered, and objectives with a grade. What a decision is
        about may be gone too, but not the decision that it replaces.
        """
        return tuple(one for one in self._unknown if not self._is_record(one.path))

    @cached_property
    def _unknown(self) -> tuple[UnknownName, ...]:
        unknown = self._lookup.unknown
        return tuple(UnknownName(one.path, one.kind, one.name, one.holder, one.field.wire) for one in unknown)

    def _is_record(self, path: Path) -> bool:
        _, second, *_ = path
        if isinstance(second, int):
            return path[0] == "objectives" and self.governance.objectives[second].grade is not None
        return second == "delivered"

    def has_unknown(self, *fields: str) -> bool:
        """True while a name in one of these fields is unknown: what would follow from it is not reported as well."""
        return any(unknown.field in fields for unknown in self.unknown_names)

    @cached_property
    def _lookup(self) -> Lookup:
        return look_up(self.governance)

    @cached_property
    def objectives(self) -> tuple[PlacedObjective, ...]:
        """Every objective."""
        return tuple(
            PlacedObjective(("objectives", index), each) for index, each in enumerate(self.governance.objectives)
        )

    @property
    def reviews(self) -> tuple[PlacedReview, ...]:
        """The three reviews."""
        named = self.governance.reviews.named()
        return tuple(PlacedReview(("reviews", f"{kind.value}Review"), kind, review) for kind, review in named)

    @cached_property
    def ranking(self) -> Ranking:
        """The open initiatives in the order of the document's method; empty where it cannot rank (PG308)."""
        if not isinstance(self._ranked, InvalidValueError):
            return self._ranked
        prioritization = self.governance.prioritization
        settings = RankingSettings(prioritization=prioritization)
        return Ranking(method=FRAMEWORKS[prioritization.framework], settings=settings, ranked=(), unranked=())

    @property
    def ranking_failure(self) -> str:
        """Why the method of the document failed, where it is that of a plug-in; empty where it did not."""
        if isinstance(self._ranked, InvalidValueError):
            reasons = [str(self._ranked)]
        else:
            reasons = [unranked.reason for unranked in self._ranked.unranked]
        return next(filter(is_failure, reasons), "")

    @cached_property
    def _ranked(self) -> Ranking | InvalidValueError:
        try:
            method = method_of_document(self.governance.prioritization, self.methods)
            return rank(self.governance, method=method)
        except InvalidValueError as error:
            return error

    @cached_property
    def with_settings(self) -> tuple[PlacedObject, ...]:
        """The objects that have settings under `x-productgov`."""
        return tuple(placed for placed in self._inspected if _has_settings(placed.value))

    @cached_property
    def with_odd_texts(self) -> tuple[PlacedObject, ...]:
        """The objects that may have a placeholder or a text in typographic quotes among their texts."""
        return tuple(placed for placed in self._inspected if has_odd_text(placed.value))

    @cached_property
    def _inspected(self) -> tuple[PlacedObject, ...]:
        """The objects with settings or odd texts, found in one walk."""
        found = objects(self.governance, lambda value: _has_settings(value) or has_odd_text(value))
        return tuple(PlacedObject(path_of(trail), value) for trail, value in found)

    @cached_property
    def _item_of(self) -> Mapping[int, PlacedItem]:
        return {id(item.initiative): item for item in (*self.initiatives, *self.backlog)}

    def item_of(self, initiative: Initiative) -> PlacedItem:
        """The path and the horizon of an initiative of this very governance."""
        return self._item_of[id(initiative)]


def _edges(dependencies: Iterable[Dependency]) -> Iterator[Edge]:
    """Which item requires which, as the dependencies say it, with unknown ids and duplicates."""
    for index, dependency in enumerate(dependencies):
        path: Path = ("roadmap", "dependencies", index)
        if dependency.type is DependencyType.REQUIRES:
            yield Edge((*path, "to"), dependency.from_, dependency.to)
        elif dependency.type is DependencyType.BLOCKS:
            yield Edge((*path, "from"), dependency.to, dependency.from_)


def _has_settings(value: HasExtensions) -> bool:
    return bool(value.extensions) and SETTINGS in value.extensions
