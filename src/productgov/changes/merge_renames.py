"""Renames before a merge: what one side calls by another name is the same thing on all three sides."""

from collections import Counter
from typing import NamedTuple

from productgov.changes.renames import renames, with_new_names
from productgov.model.governance import ProductGovernance
from productgov.model.references import definitions

__all__ = ["Rename", "Renamed", "with_one_name"]


class Rename(NamedTuple):
    """A name that has changed.

    Attributes:
        kind: the kind of thing that it names.
        old: the name before.
        new: the name now.
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
        removed: what one side has renamed and the other has removed: its kind and its new name.
        apart: what both sides have renamed, each to another name: from the name that ours has given to that of theirs.
    """

    base: ProductGovernance
    ours: ProductGovernance
    theirs: ProductGovernance
    removed: tuple[tuple[str, str], ...]
    apart: tuple[Rename, ...]


_Names = dict[str, dict[str, str]]


class _Sides:
    """What is called otherwise on each of the sides."""

    def __init__(self, *sides: ProductGovernance) -> None:
        self._known = [Counter((each.kind, each.name) for each in definitions(side)) for side in sides]
        self._names: list[_Names] = [{} for _ in sides]
        self._sides = sides

    def has(self, side: int, kind: str, name: str) -> bool:
        """Whether a side has something of a name."""
        return self._known[side][kind, name] > 0

    def call(self, renamed: tuple[tuple[int, Rename], ...]) -> bool:
        """Rename something where it is; nothing where a name is taken, or would not tell what it names."""
        meant = [(side, one) for side, one in renamed if one.old != one.new and self.has(side, one.kind, one.old)]
        for side, (kind, old, new) in meant:
            if self._known[side][kind, old] > 1 or self.has(side, kind, new):
                return False
        for side, (kind, old, new) in meant:
            self._names[side].setdefault(kind, {})[old] = new
        return True

    def renamed(self) -> list[ProductGovernance]:
        """The sides with their new names."""
        return [with_new_names(side, names) for side, names in zip(self._sides, self._names, strict=True)]


def with_one_name(base: ProductGovernance, ours: ProductGovernance, theirs: ProductGovernance) -> Renamed:
    """Call everything by the name that the side which renamed it has given; of two names, by that of ours."""
    by_ours, by_theirs = _renames(base, ours), _renames(base, theirs)
    sides = _Sides(base, ours, theirs)
    removed: list[tuple[str, str]] = []
    apart: list[Rename] = []
    for (kind, old), new in by_ours.items():
        other = by_theirs.get((kind, old), old)
        if not sides.call(((0, Rename(kind, old, new)), (2, Rename(kind, other, new)))):
            continue
        if not sides.has(2, kind, other):
            removed.append((kind, new))
        elif other not in (old, new):
            apart.append(Rename(kind, new, other))
    for (kind, old), new in by_theirs.items():
        if (kind, old) in by_ours or not sides.call(((0, Rename(kind, old, new)), (1, Rename(kind, old, new)))):
            continue
        if not sides.has(1, kind, old):
            removed.append((kind, new))
    before, mine, others = sides.renamed()
    return Renamed(before, mine, others, tuple(removed), tuple(apart))


def _renames(base: ProductGovernance, side: ProductGovernance) -> dict[tuple[str, str], str]:
    return {(kind, old): new for kind, names in renames(base, side).items() for old, new in names.items()}
