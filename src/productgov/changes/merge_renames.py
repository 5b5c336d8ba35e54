"""Renames before a merge: what one side calls by another id is the same thing on all three sides."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from productgov.codec.to_data import writer_of
from productgov.editing.restated import alike
from productgov.errors import InvalidValueError
from productgov.model.alignment import renamed
from productgov.model.governance import ProductGovernance
from productgov.model.verbs.finding import Found, holders_of_names

__all__ = ["Rename", "Renamed", "followed", "with_one_name"]


class Rename(NamedTuple):
    """An id that one side has changed.

    Attributes:
        kind: the kind of thing that it names.
        old: the id before.
        new: the id now.
    """

    kind: str
    old: str
    new: str


class Renamed(NamedTuple):
    """The three sides of a merge after what was renamed has one name on all of them.

    Attributes:
        base: the governance before.
        ours: the one side.
        theirs: the other side.
        removed: what one side has renamed and the other has removed, by its new name.
        apart: what both sides have renamed, each to another name: the name that ours has given, and that of theirs.
    """

    base: ProductGovernance
    ours: ProductGovernance
    theirs: ProductGovernance
    removed: tuple[tuple[str, str], ...]
    apart: tuple[Rename, ...]


def with_one_name(base: ProductGovernance, ours: ProductGovernance, theirs: ProductGovernance) -> Renamed:
    """Call everything by the name that the side which renamed it has given; of two names, by that of ours."""
    by_ours, by_theirs = _renames(base, ours), _renames(base, theirs)
    removed: list[tuple[str, str]] = []
    apart: list[Rename] = []
    for kind, old, new in by_ours.values():
        also = by_theirs.get((kind, old))
        name = also.new if also else old
        before, others = followed(base, kind, old, new), followed(theirs, kind, name, new)
        if before is None or others is None:
            continue
        base, theirs = before, others
        if not _has(theirs, kind, new):
            removed.append((kind, new))
        elif name not in (old, new):
            apart.append(Rename(kind, new, name))
    for kind, old, new in by_theirs.values():
        if (kind, old) in by_ours:
            continue
        before, mine = followed(base, kind, old, new), followed(ours, kind, old, new)
        if before is None or mine is None:
            continue
        base, ours = before, mine
        if not _has(ours, kind, new):
            removed.append((kind, new))
    return Renamed(base, ours, theirs, tuple(removed), tuple(apart))


def _renames(base: ProductGovernance, side: ProductGovernance) -> dict[tuple[str, str], Rename]:
    """What a side has renamed, by kind and old id."""
    old, new = _named(base), _named(side)
    found = {}
    for kind in old.keys() & new.keys():
        before, after = old[kind], new[kind]
        places = {each.id: place for place, each in enumerate(before)}
        pairs = {index: places[each.id] for index, each in enumerate(after) if each.id in places}
        gone = set(range(len(before))).difference(pairs.values())
        fresh = [index for index in range(len(after)) if index not in pairs]
        for index, place in renamed(pairs, sorted(gone), fresh, _Likeness(before, after)).items():
            found[kind, before[place].id] = Rename(kind, before[place].id, after[index].id)
    return found


class _Likeness:
    """Whether one of the old objects could have become one of the new ones."""

    def __init__(self, old: list[Found], new: list[Found]) -> None:
        self._old = old
        self._new = new

    def __call__(self, one: int, other: int) -> bool:
        old, new = self._old[one].value, self._new[other].value
        return type(old) is type(new) and alike(writer_of(type(old))(old), writer_of(type(new))(new))


def _named(governance: ProductGovernance) -> dict[str, list[Found]]:
    """The objects of each kind whose id only they have."""
    found: dict[str, list[Found]] = {}
    for each in holders_of_names(governance):
        found.setdefault(each.kind, []).append(each)
    return {kind: list(_once(objects)) for kind, objects in found.items()}


def _once(objects: list[Found]) -> Iterator[Found]:
    times = Counter(each.id for each in objects)
    return (each for each in objects if times[each.id] == 1)


def _has(governance: ProductGovernance, kind: str, id: str) -> bool:
    return any(each.kind == kind and each.id == id for each in holders_of_names(governance))


def followed(governance: ProductGovernance, kind: str, old: str, new: str) -> ProductGovernance | None:
    """The governance with an id renamed, where it has it; None where the new one is taken already."""
    if old == new or not _has(governance, kind, old):
        return governance
    try:
        return governance.rename(f"{kind.replace(' ', '-')}:{old}", new)
    except InvalidValueError:
        return None
