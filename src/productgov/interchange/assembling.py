"""From the objects of all rows to what was imported: places, references between rows, key results in objectives."""

from collections.abc import Iterator, Sequence

import attrs

from productgov.fields.types import IDENTIFIER
from productgov.interchange.building import PlainObject
from productgov.interchange.imported import Arrival, Imported, ImportedObservation
from productgov.interchange.losses import Dangling, LossList, Skipped
from productgov.interchange.row_reader import Made
from productgov.interchange.table import key_of_name
from productgov.model.initiative import Initiative
from productgov.model.metrics import KPI, Observation
from productgov.model.objectives import KeyResult, Objective
from productgov.model.roadmap import Dependency, DependencyType

__all__ = ["Assembly"]


class Assembly:
    """Collects what rows make.

    Args:
        losses: what is told of rows and references that lead nowhere.
    """

    def __init__(self, losses: LossList) -> None:
        self._losses = losses
        self._made: dict[type, list[Made]] = {}
        self._rows_of_ids: dict[tuple[str, str], int] = {}
        self._objective_above: str | None = None
        self._objective_of: list[tuple[Made, str | None]] = []

    def add(self, made: Made) -> str:
        """Add an object; the reason where that is not possible, because its id is that of another row."""
        cls = type(made.value)
        if cls is Observation and not made.extra.get("kpi"):
            return "it does not say what was measured"
        if isinstance(made.value, Objective):
            self._objective_above = made.value.id
        name = getattr(made.value, "id", None)
        if name is not None:
            kind = "objective" if cls is KeyResult else cls.__name__.casefold()
            taken = self._rows_of_ids.setdefault((kind, name), made.row)
            if taken != made.row or (cls is KeyResult and self._has_key_result(name)):
                return f"its id {name} is that of row {taken}"
        self._made.setdefault(cls, []).append(made)
        if cls is KeyResult:
            self._objective_of.append((made, self._objective_above))
        return ""

    def imported(self) -> Imported:
        """What was imported, without the losses."""
        known = _Names(self._made.get(Initiative, ()))
        stated = [each for made in self._made.get(Initiative, ()) for each in self._dependencies(made, known)]
        dependencies = _distinct(each for each, is_known in stated if is_known)
        objectives = list(self._objectives())
        observations = [
            ImportedObservation(row=made.row, kpi=str(made.extra["kpi"]), observation=made.value)
            for made in self._made.get(Observation, ())
            if isinstance(made.value, Observation)
        ]
        arrivals = (*map(_initiative, self._made.get(Initiative, ())), *map(_kpi, self._made.get(KPI, ())), *objectives)
        return Imported(
            initiatives=tuple(each.value for each in arrivals if isinstance(each.value, Initiative)),
            kpis=tuple(each.value for each in arrivals if isinstance(each.value, KPI)),
            objectives=tuple(each.value for each in arrivals if isinstance(each.value, Objective)),
            dependencies=dependencies,
            observations=tuple(observations),
            arrivals=arrivals,
            open=_distinct(each for each, is_known in stated if not is_known),
        )

    def _has_key_result(self, name: str) -> bool:
        return any(made.data.get("id") == name for made in self._made.get(KeyResult, ()))

    def _dependencies(self, made: Made, known: "_Names") -> Iterator[tuple[Dependency, bool]]:
        own = str(made.data["id"])
        for field, type_ in (
            ("requires", DependencyType.REQUIRES),
            ("blocks", DependencyType.REQUIRES),
            ("relatesTo", DependencyType.RELATES_TO),
        ):
            for name in _texts(made.extra.get(field)):
                other = known.find(name)
                if other is None:
                    self._losses.add(Dangling(row=made.row, field=field, name=name, reason=known.why(name)))
                    other = known.as_id(name)
                if other is None or other == own:
                    continue
                ends = (other, own) if field == "blocks" else (own, other)
                yield Dependency(from_=ends[0], to=ends[1], type=type_), known.find(name) is not None

    def _objectives(self) -> Iterator[Arrival]:
        known = _Names(self._made.get(Objective, ()))
        held: dict[str, list[Made]] = {}
        for made, above in self._objective_of:
            name = made.extra.get("objective")
            objective = known.find(str(name)) if name else above
            if objective is None:
                reason = known.why(str(name)) if name else "there is no objective above it"
                self._losses.add(Dangling(row=made.row, field="objective", name=str(name or ""), reason=reason))
                self._losses.add(Skipped(row=made.row, reason="a key result without an objective"))
            else:
                held.setdefault(objective, []).append(made)
        for made in self._made.get(Objective, ()):
            value = made.value
            assert isinstance(value, Objective)
            data: PlainObject = dict(made.data)
            parent = made.extra.get("parent")
            if parent:
                found = known.find(str(parent))
                if found is None or found == value.id:
                    self._losses.add(
                        Dangling(row=made.row, field="parent", name=str(parent), reason=known.why(str(parent)))
                    )
                else:
                    data["parent"] = found
                    value = attrs.evolve(value, parent=found)
            mine = held.get(value.id, [])
            if mine:
                data["keyResults"] = [each.data for each in mine]
                results = tuple(each.value for each in mine if isinstance(each.value, KeyResult))
                value = attrs.evolve(value, key_results=results)
            yield Arrival(made.row, value, data, "")


class _Names:
    """The ids of what rows made, by what other rows can call it: its id in the table, its id, its title."""

    def __init__(self, all_made: Sequence[Made]) -> None:
        self._ids: dict[str, str] = {}
        self._titles: dict[str, list[str]] = {}
        for made in all_made:
            name = str(made.data["id"])
            self._ids[made.source] = self._ids[name] = name
            self._titles.setdefault(key_of_name(str(made.data.get("title", ""))), []).append(name)

    def find(self, name: str) -> str | None:
        """The id; None where there is none, or several."""
        titled = self._titles.get(key_of_name(name), [])
        return self._ids.get(name) or (titled[0] if len(titled) == 1 else None)

    def why(self, name: str) -> str:
        """Why there is no id."""
        return "several rows have this title" if self._titles.get(key_of_name(name)) else "no row has this id or title"

    def as_id(self, name: str) -> str | None:
        """The name as an id that the document may know."""
        return name if IDENTIFIER.match(name) else None


def _initiative(made: Made) -> Arrival:
    value = made.value
    assert isinstance(value, Initiative)
    to = "delivered" if value.status.finished else str(made.extra.get("horizon") or "backlog")
    return Arrival(made.row, value, made.data, to)


def _kpi(made: Made) -> Arrival:
    assert isinstance(made.value, KPI)
    return Arrival(made.row, made.value, made.data, str(made.extra.get("group") or "input"))


def _texts(value: object) -> Sequence[str]:
    return [str(each) for each in value] if isinstance(value, list) else []


def _distinct(dependencies: Iterator[Dependency]) -> tuple[Dependency, ...]:
    """Each dependency once, also where both ends say it."""
    found: dict[tuple[object, ...], Dependency] = {}
    for each in dependencies:
        ends = frozenset((each.from_, each.to)) if each.type is DependencyType.RELATES_TO else (each.from_, each.to)
        found.setdefault((each.type, ends), each)
    return tuple(found.values())
