"""A governance with what was imported: new objects added, known ones changed in what the table says of them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias, TypeVar, cast

import attrs

from productgov.analysis.horizons import horizon_in, resolve_as_of, windows_of
from productgov.codec.build import structure
from productgov.codec.to_data import writer_of
from productgov.errors import InvalidDocumentError, ProductGovError
from productgov.fields import shapes
from productgov.fields.shapes import fields_of
from productgov.interchange.building import PlainObject
from productgov.interchange.imported import Arrival, Imported, arrivals_of, open_dependencies
from productgov.interchange.losses import Refused
from productgov.interchange.sections import ImportPlace
from productgov.model.governance import ProductGovernance
from productgov.model.initiative import Initiative, Status
from productgov.model.keys import key_of
from productgov.model.metrics import KPI
from productgov.model.objectives import Objective
from productgov.model.roadmap import Dependency, DependencyType, Horizon
from productgov.model.verbs.finding import holders_of_names

__all__ = ["Conflict", "applied"]

Known = TypeVar("Known", Initiative, KPI, Objective)

Conflict: TypeAlias = Callable[[Refused], None]
"""A function that is told what a governance cannot take over."""

_OPEN = tuple(status.value for status in Status if not status.finished and status is not Status.ROLLING_OUT)
"""The states in which nothing was delivered."""
_ROUNDS = 2
"""How often fields are tried one by one, because one can be possible only after another."""
_KINDS = {Initiative: "item", KPI: "kpi", Objective: "objective"}


def applied(governance: ProductGovernance, imported: Imported, conflict: Conflict) -> ProductGovernance:
    """A governance with what was imported; see `Imported.apply`.

    Args:
        governance: the governance.
        imported: what was imported.
        conflict: is told of what the governance cannot take over.
    """
    arrivals = list(_possible(governance, arrivals_of(imported), conflict))
    governance = _with_initiatives(governance, _of(arrivals, Initiative), conflict)
    governance = _with_kpis(governance, _of(arrivals, KPI), conflict)
    objectives = _with_new(governance.objectives, _of(arrivals, Objective), Objective, conflict)
    governance = attrs.evolve(governance, objectives=objectives)
    governance = _with_dependencies(governance, imported)
    for each in imported.observations:
        seen = each.observation
        try:
            governance = governance.observe(each.kpi, seen.value, on=seen.date, note=seen.note, replace=True)
        except ProductGovError as error:
            conflict(Refused(row=each.row, column="", field="kpi", value=each.kpi, reason=str(error)))
    return governance


def _possible(governance: ProductGovernance, arrivals: Iterable[Arrival], conflict: Conflict) -> Iterator[Arrival]:
    """What arrives, but for an initiative with the id of a vision or external, or an objective with a key result's."""
    taken = {
        (found.kind.replace("key result", "objective"), found.id): found.value for found in holders_of_names(governance)
    }
    for arrival in arrivals:
        value = arrival.value
        known = taken.get((_KINDS[type(value)], value.id), value)
        if isinstance(known, type(value)):
            yield arrival
        else:
            reason = f"the document has another thing with this id: {type(known).__name__.lower()}"
            conflict(Refused(row=arrival.row, column="", field="id", value=value.id, reason=reason))


def _of(arrivals: Iterable[Arrival], cls: type) -> Mapping[str, Arrival]:
    return {arrival.value.id: arrival for arrival in arrivals if isinstance(arrival.value, cls)}


def _with_initiatives(
    governance: ProductGovernance, arrivals: Mapping[str, Arrival], conflict: Conflict
) -> ProductGovernance:
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
            changed = _merged(item, arrival, Initiative, conflict) if arrival else item
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


def _with_kpis(governance: ProductGovernance, arrivals: Mapping[str, Arrival], conflict: Conflict) -> ProductGovernance:
    known = {kpi.id for kpi in governance.kpis()}
    groups = {}
    for group, kpis in governance.metrics.groups():
        here = {kpi.id for kpi in kpis}
        mine = {
            name: arrival
            for name, arrival in arrivals.items()
            if name in here or (name not in known and arrival.to == group.value)
        }
        groups[group.field] = _with_new(kpis, mine, KPI, conflict)
    return attrs.evolve(governance, metrics=attrs.evolve(governance.metrics, **groups))  # type: ignore[arg-type]


def _with_new(
    values: Iterable[Known], arrivals: Mapping[str, Arrival], cls: type[Known], conflict: Conflict
) -> tuple[Known, ...]:
    """The values, changed by what arrives for them, and then what is new."""
    left = dict(arrivals)
    made: list[Known] = []
    for value in values:
        arrival = left.pop(value.id, None)
        made.append(_merged(value, arrival, cls, conflict) if arrival else value)
    made.extend(arrival.value for arrival in left.values() if isinstance(arrival.value, cls))
    return tuple(made)


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


def _merged(value: Known, arrival: Arrival, cls: type[Known], conflict: Conflict) -> Known:
    """A value with what a table says of it; where that contradicts what the value says, without the fields that do."""
    changed, reason = _updated(value, arrival.data, cls)
    if not reason:
        return changed
    waiting = {key: (held, reason) for key, held in arrival.data.items()}
    for _ in range(_ROUNDS):
        for key, (held, _reason) in list(waiting.items()):
            value, reason = _updated(value, {key: held}, cls)
            if reason:
                waiting[key] = held, reason
            else:
                del waiting[key]
    for key, (held, reason) in waiting.items():
        conflict(Refused(row=arrival.row, column="", field=f"{value.id}.{key}", value=str(held), reason=reason))
    return value


def _updated(value: Known, new: Mapping[str, object], cls: type[Known]) -> tuple[Known, str]:
    """A value with other fields; the same value, and the reason, where it would not be valid."""
    data = writer_of(cls)(value)
    _update(data, new, cls)
    if data.get("status") in _OPEN:
        data.pop("deliveredDate", None)
    try:
        return structure(data, cls), ""
    except InvalidDocumentError as error:
        return value, error.findings[0].message


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
    joined = list(held)
    places = {key(value): place for place, value in enumerate(held)}
    for value in new:
        place = places.setdefault(key(value), len(joined))
        if place == len(joined):
            joined.append(value)
        else:
            _update(cast(PlainObject, joined[place]), cast(PlainObject, value), cls)
    return joined
