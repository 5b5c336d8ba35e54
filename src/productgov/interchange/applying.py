"""A governance with what was imported: new objects added, known ones changed in what the table says of them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

import attrs

from productgov.analysis.horizons import horizon_in, resolve_as_of, windows_of
from productgov.codec.build import structure
from productgov.codec.to_data import writer_of
from productgov.errors import InvalidDocumentError, InvalidValueError
from productgov.fields import shapes
from productgov.fields.shapes import fields_of
from productgov.interchange.building import PlainObject
from productgov.interchange.imported import Arrival, Imported, arrivals_of, open_dependencies
from productgov.interchange.sections import ImportPlace
from productgov.model.governance import ProductGovernance
from productgov.model.initiative import Initiative
from productgov.model.keys import key_of
from productgov.model.metrics import KPI, MetricGroup
from productgov.model.objectives import Objective
from productgov.model.roadmap import Dependency, DependencyType, Horizon
from productgov.model.verbs.finding import holders_of_names
from productgov.wording import listed, quoted_value

__all__ = ["applied"]

Known = TypeVar("Known", Initiative, KPI, Objective)

_KINDS = {Initiative: "item", KPI: "kpi", Objective: "objective"}


def applied(governance: ProductGovernance, imported: Imported) -> ProductGovernance:
    """A governance with what was imported; see `Imported.apply`."""
    _check_ids(governance, arrivals_of(imported))
    governance = _with_initiatives(governance, _of(imported, Initiative))
    governance = _with_kpis(governance, _of(imported, KPI))
    objectives = _changed(governance.objectives, _of(imported, Objective), Objective)
    governance = attrs.evolve(governance, objectives=(*objectives.values(), *_new(objectives, imported, Objective)))
    governance = _with_dependencies(governance, imported)
    for each in imported.observations:
        seen = each.observation
        governance = governance.observe(each.kpi, seen.value, on=seen.date, note=seen.note, replace=True)
    return governance


def _of(imported: Imported, cls: type) -> Mapping[str, Arrival]:
    return {arrival.value.id: arrival for arrival in arrivals_of(imported) if isinstance(arrival.value, cls)}


def _check_ids(governance: ProductGovernance, arrivals: Iterable[Arrival]) -> None:
    """Refuse an initiative with the id of a vision or an external, and an objective with that of a key result."""
    taken = {
        (found.kind.replace("key result", "objective"), found.id): found.value for found in holders_of_names(governance)
    }
    wrong = [
        arrival.value.id
        for arrival in arrivals
        if not isinstance(
            taken.get((_KINDS[type(arrival.value)], arrival.value.id), arrival.value), type(arrival.value)
        )
    ]
    if wrong:
        names = listed([quoted_value(name) for name in wrong])
        raise InvalidValueError(f"the document uses ids of the table for something else: {names}")


def _with_initiatives(governance: ProductGovernance, arrivals: Mapping[str, Arrival]) -> ProductGovernance:
    roadmap = governance.roadmap
    columns = roadmap.time_horizon
    lists: dict[str, list[Initiative]] = {
        "now": list(columns.now),
        "next": list(columns.next),
        "later": list(columns.later),
        "backlog": list(roadmap.backlog),
        "delivered": list(roadmap.delivered),
    }
    left = dict(arrivals)
    moved: dict[str, list[Initiative]] = {}
    place = _placing(governance)
    for name, items in lists.items():
        kept: list[Initiative] = []
        for item in items:
            arrival = left.pop(item.id, None)
            changed = _merged(item, arrival, Initiative) if arrival else item
            to = name
            if arrival and changed.status.finished is not item.status.finished:
                to = "delivered" if changed.status.finished else place(changed, arrival.to)
            (kept if to == name else moved.setdefault(to, [])).append(changed)
        lists[name] = kept
    for arrival in left.values():
        assert isinstance(arrival.value, Initiative)
        moved.setdefault(place(arrival.value, arrival.to), []).append(arrival.value)
    for name, items in moved.items():
        lists[name] += items
    themes = dict.fromkeys((*roadmap.themes, *_themes(arrivals.values())))
    horizons = attrs.evolve(columns, now=tuple(lists["now"]), next=tuple(lists["next"]), later=tuple(lists["later"]))
    return attrs.evolve(
        governance,
        roadmap=attrs.evolve(
            roadmap,
            time_horizon=horizons,
            backlog=tuple(lists["backlog"]),
            delivered=tuple(lists["delivered"]),
            themes=tuple(themes),
        ),
    )


def _placing(governance: ProductGovernance) -> Callable[[Initiative, str], str]:
    """The function that says into which list of the roadmap an initiative goes."""
    windows = windows_of(governance, resolve_as_of(governance))

    def place(item: Initiative, to: str) -> str:
        if to != ImportPlace.DUE.value:
            return to
        due = item.due(governance.fiscal_year_start)
        if due is None:
            return ImportPlace.BACKLOG.value
        horizon = horizon_in(windows, due)
        return Horizon.LATER.value if horizon is Horizon.FUTURE else horizon.value

    return place


def _themes(arrivals: Iterable[Arrival]) -> Sequence[str]:
    """The themes of items that are not in the record, in which names are not looked up."""
    return [
        arrival.value.theme
        for arrival in arrivals
        if isinstance(arrival.value, Initiative) and arrival.value.theme and arrival.to != "delivered"
    ]


def _with_kpis(governance: ProductGovernance, arrivals: Mapping[str, Arrival]) -> ProductGovernance:
    groups = {}
    left = dict(arrivals)
    for group, kpis in governance.metrics.groups():
        mine = {kpi.id: left.pop(kpi.id) for kpi in kpis if kpi.id in left}
        groups[group.field] = tuple(_changed(kpis, mine, KPI).values())
    for group in MetricGroup:
        groups[group.field] += tuple(
            arrival.value for arrival in left.values() if arrival.to == group.value and isinstance(arrival.value, KPI)
        )
    return attrs.evolve(governance, metrics=attrs.evolve(governance.metrics, **groups))  # type: ignore[arg-type]


def _with_dependencies(governance: ProductGovernance, imported: Imported) -> ProductGovernance:
    held = governance.roadmap.dependencies
    known = {found.id for found in holders_of_names(governance) if found.kind == "item"}
    seen = {_meaning(each) for each in held}
    added = []
    for each in (*imported.dependencies, *open_dependencies(imported)):
        if _meaning(each) not in seen and each.from_ in known and each.to in known:
            seen.add(_meaning(each))
            added.append(each)
    if not added:
        return governance
    return attrs.evolve(governance, roadmap=attrs.evolve(governance.roadmap, dependencies=(*held, *added)))


def _meaning(dependency: Dependency) -> tuple[str, str, bool]:
    """What a dependency says, whichever end it is said from."""
    first, second = dependency.from_, dependency.to
    if dependency.type is DependencyType.BLOCKS or (dependency.type is DependencyType.RELATES_TO and second < first):
        first, second = second, first
    return first, second, dependency.type is DependencyType.RELATES_TO


def _changed(values: Iterable[Known], arrivals: Mapping[str, Arrival], cls: type[Known]) -> dict[str, Known]:
    return {value.id: _merged(value, arrivals[value.id], cls) if value.id in arrivals else value for value in values}


def _new(known: Mapping[str, object], imported: Imported, cls: type[Known]) -> Sequence[Known]:
    return [
        arrival.value
        for arrival in arrivals_of(imported)
        if isinstance(arrival.value, cls) and arrival.value.id not in known
    ]


def _merged(value: Known, arrival: Arrival, cls: type[Known]) -> Known:
    data = writer_of(cls)(value)
    _update(data, arrival.data, cls)
    try:
        return structure(data, cls)
    except InvalidDocumentError as error:
        finding = error.findings[0]
        raise InvalidValueError(f"row {arrival.row}: {value.id} as it is in the document: {finding.message}") from None


def _update(data: PlainObject, new: Mapping[str, object], cls: type) -> None:
    """Change what is said anew; an object keeps what nothing is said of, a list keeps its items and gains new ones."""
    by_wire = {field.wire: field for field in fields_of(cls)}
    for key, value in new.items():
        held = data.get(key)
        shape = by_wire[key].shape
        if isinstance(value, Mapping) and isinstance(held, dict) and isinstance(shape, shapes.Object):
            _update(held, value, shape.cls)
        elif isinstance(value, list) and isinstance(held, list):
            item = shape.item if isinstance(shape, shapes.List) else shape
            data[key] = _joined(held, value, item.cls if isinstance(item, shapes.Object) else None)
        else:
            data[key] = value


def _joined(held: list[object], new: list[object], cls: type | None) -> list[object]:
    if cls is None:
        return [*held, *(value for value in new if value not in held)]
    key = key_of(cls)
    joined = {key(value): value for value in held}
    for value in new:
        known = joined.setdefault(key(value), value)
        if isinstance(known, dict) and isinstance(value, dict):
            _update(known, value, cls)
    return list(joined.values())
