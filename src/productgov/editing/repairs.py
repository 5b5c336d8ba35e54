"""Which findings can be repaired by which edits of a text, and what must remain afterwards."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import cast

import attrs

from productgov.display import Displayed
from productgov.editing.edits import Change, Edit, disjoint
from productgov.editing.rewrite import rewritten_text
from productgov.editing.wanted import Wanted
from productgov.findings import Finding, Location
from productgov.formats.limits import Limits
from productgov.formats.reading import Reading
from productgov.formats.registry import FormatName
from productgov.found import Found, Remove, Repair, Replace
from productgov.paths import Path
from productgov.wording import quoted

__all__ = ["PlannedRepair", "planned_repairs", "remaining"]


@attrs.frozen(kw_only=True, repr=False)
class PlannedRepair(Displayed):
    """How to repair one finding in the text.

    Attributes:
        finding: the finding, with its place.
        what: what the repair does, in words.
        edits: the edits that do it; when several items of one list are removed, the first finding has the edits of all.
        refusal: why the repair was not made; empty when nothing stands against it.
    """

    finding: Finding
    what: str
    edits: tuple[Edit, ...] = ()
    refusal: str = ""


def planned_repairs(
    text: str, form: FormatName, reading: Reading, found: Iterable[Found], limits: Limits
) -> Mapping[Found, PlannedRepair]:
    """A plan for every finding that has a repair, in the order of the text.

    Findings inside an item that is removed need no repair.

    Args:
        text: the text of a document, JSON or YAML.
        form: json or yaml.
        reading: what was read of the text.
        found: the findings.
        limits: the limits within which the text is read.
    """
    repairable = [one for one in found if one.repair]
    removed = _Removed(repairable)
    repairable = [one for one in repairable if isinstance(one.repair, Remove) or not removed.holds(one.path)]
    repairable.sort(key=lambda one: _start(reading, one.path))
    if not repairable:
        return {}
    wanted = _wanted(reading.data, (), _tree(repairable))
    edits = _by_repair(wanted, disjoint(rewritten_text(text, form, wanted, limits).changes), repairable)
    return {
        one: PlannedRepair(
            finding=reading.locate(one),
            what=_in_words(one, reading.data),
            edits=tuple(Edit(start, end, new) for start, end, new, _ in edits[one]),
        )
        for one in repairable
    }


def remaining(found: Iterable[Found], repaired: Collection[Found]) -> Counter[tuple[str, Path]]:
    """The codes and paths of the findings that must remain after repairs, once later items have moved up."""
    done = {(one.code, one.path) for one in repaired}
    removed = _Removed(repaired)
    return Counter(
        (one.code, removed.moved(one.path))
        for one in found
        if (one.code, one.path) not in done and not removed.holds(one.path)
    )


class _Removed:
    """The items that are removed: their indices, by the paths of their lists."""

    def __init__(self, found: Iterable[Found]) -> None:
        removed: dict[Path, set[int]] = {}
        for one in found:
            *above, index = one.path
            if isinstance(one.repair, Remove) and isinstance(index, int):
                removed.setdefault(tuple(above), set()).add(index)
        self._indices = {path: sorted(indices) for path, indices in removed.items()}

    def holds(self, path: Path) -> bool:
        """Whether a path is that of a removed item, or inside one."""
        return any(self._before(path, depth) < self._before(path, depth, past=1) for depth in range(len(path)))

    def moved(self, path: Path) -> Path:
        """The path of a value once later items have moved up."""
        return tuple(
            token - self._before(path, depth) if isinstance(token, int) else token for depth, token in enumerate(path)
        )

    def _before(self, path: Path, depth: int, *, past: int = 0) -> int:
        """How many items are removed before the one that a path leads through."""
        token = path[depth]
        return bisect_left(self._indices.get(path[:depth], ()), token + past) if isinstance(token, int) else 0


_Tree = dict[str | int, "Repair | _Tree"]
"""Repairs by the tokens of their paths."""


def _tree(found: Iterable[Found]) -> _Tree:
    root: _Tree = {}
    for one in found:
        holder = root
        for token in one.path[:-1]:
            holder = cast(_Tree, holder.setdefault(token, {}))
        holder[one.path[-1]] = cast(Repair, one.repair)
    return root


def _wanted(data: object, origin: Path, repairs: "Repair | _Tree | None") -> Wanted:
    """What a text should say once it is repaired."""
    if isinstance(repairs, Replace):
        return Wanted(value=repairs.text, origin=origin)
    if isinstance(repairs, dict) and isinstance(data, dict):
        fields = {name: _wanted(value, (*origin, name), repairs.get(name)) for name, value in data.items()}
        return Wanted(origin=origin, fields=fields)
    if isinstance(repairs, dict) and isinstance(data, list):
        items = enumerate(data)
        kept = ((index, item) for index, item in items if not isinstance(repairs.get(index), Remove))
        return Wanted(
            origin=origin, items=[_wanted(item, (*origin, index), repairs.get(index)) for index, item in kept]
        )
    return Wanted.as_it_was(data, origin)


def _by_repair(wanted: Wanted, changes: Iterable[Change], found: Sequence[Found]) -> Mapping[Found, list[Change]]:
    """The changes of each repair: those of its value or list; what is changed as a whole belongs to the first in it."""
    places: dict[Path, Found] = {}
    for one in found:
        changed = one.path[:-1] if isinstance(one.repair, Remove) else one.path
        for depth in range(len(changed)):
            places.setdefault(changed[:depth], one)
    for one in reversed(found):
        places[one.path[:-1] if isinstance(one.repair, Remove) else one.path] = one
    edits: dict[Found, list[Change]] = {one: [] for one in found}
    for change in changes:
        edits[places[wanted.origin_at(change.path)]].append(change)
    return edits


def _in_words(one: Found, data: object) -> str:
    if not isinstance(one.repair, Replace):
        return f"removed: {one.message}"
    for token in one.path:
        data = cast(Mapping[str | int, object], data)[token]
    return f"{quoted(str(data))} → {quoted(one.repair.text)}"


def _start(reading: Reading, path: Path) -> tuple[int, int]:
    """The place at which a value begins."""
    location = cast(Location, reading.positions.locate(path))
    return location.line, location.column
