"""Three versions of a value: what both sides have changed, and where that does not go together."""

from collections import Counter
from collections.abc import Callable, Collection, Hashable, Mapping
from enum import Enum
from functools import cache
from typing import Final, Literal, NamedTuple, TypeAlias

from productgov.changes.merge_records import Identity
from productgov.changes.three_way_order import merged_order
from productgov.editing.wanted import same
from productgov.fields import shapes
from productgov.fields.shapes import Field, class_in, fields_of
from productgov.model.keys import content, key_of

__all__ = ["ABSENT", "Absent", "Both", "Clash", "ConflictKind", "Spot", "Three", "ThreeWay"]


class Absent(Enum):
    """What stands for a value that there is not."""

    ABSENT = "absent"


ABSENT: Final = Absent.ABSENT

ConflictKind: TypeAlias = Literal["changed", "removed", "added", "moved", "together"]
"""Why two sides cannot be merged: both changed a value, one removed what the other changed, both added something
under one key, both moved an item, or each is valid and both together are not."""

Spot: TypeAlias = tuple[Identity, tuple[str, ...]]
"""A record, and the names of the fields that lead to a value in it."""


class Three(NamedTuple):
    """A value before, and what two sides have made of it; `ABSENT` where there is none."""

    base: object
    ours: object
    theirs: object

    def each(self, name: object) -> "Three":
        """The same of a field, or of what has a key, in three objects; in what is no object, there is none."""
        return Three(*(side.get(name, ABSENT) if isinstance(side, dict) else ABSENT for side in self))


class Both(NamedTuple):
    """A merged value, with conflicts decided as ours, and as theirs."""

    ours: object
    theirs: object


class Clash(NamedTuple):
    """A conflict.

    Attributes:
        kind: why there is one.
        spot: where it is.
        three: the value before and on both sides, as plain data.
    """

    kind: ConflictKind
    spot: Spot
    three: Three


class ThreeWay:
    """One merge.

    Args:
        together: where two valid sides made something invalid, so that they are a conflict as a whole.

    Attributes:
        clashes: the conflicts so far.
    """

    def __init__(self, together: Collection[Spot] = ()) -> None:
        self._together = frozenset(together)
        self.clashes: list[Clash] = []

    def value(self, shape: shapes.Shape | None, three: Three, spot: Spot, *, is_item: bool = False) -> Both:
        """Merge a value.

        Args:
            shape: its shape; None for extension data.
            three: the value as plain data in normal form.
            spot: where it is.
            is_item: whether it is an item of a list: what both sides have added is then the same, or a conflict.
        """
        base, ours, theirs = three
        if same(ours, theirs):
            return Both(ours, ours)
        if self.is_together(spot):
            return self.clash("together", spot, three)
        if same(base, ours):
            return Both(theirs, theirs)
        if same(base, theirs):
            return Both(ours, ours)
        if isinstance(shape, shapes.Either):
            shape = shape.object
        if isinstance(ours, dict) and isinstance(theirs, dict) and (isinstance(base, dict) or not is_item):
            if is_item or _is_one_thing(shape, three):
                return self.fields(shape, three, spot)
        elif isinstance(ours, list) and isinstance(theirs, list) and isinstance(shape, shapes.List):
            return self._list(shape.item, three, spot)
        return self.clash(_kind(three, is_item=is_item), spot, three)

    def fields(self, shape: shapes.Shape | None, three: Three, spot: Spot) -> Both:
        """Merge an object field by field."""
        inside = _fields_of_class(shape.cls) if isinstance(shape, shapes.Object) else {}
        mine: dict[str, object] = {}
        others: dict[str, object] = {}
        record, names = spot
        for name in dict.fromkeys(name for side in three[1:] if isinstance(side, dict) for name in side):
            field, values = inside.get(name), three.each(name)
            if field is not None and field.default == ():  # what is left out is an empty list
                values = Three(*([] if value is ABSENT else value for value in values))
            both = self.value(field.shape if field else None, values, (record, (*names, name)))
            for side, value in zip((mine, others), both, strict=True):
                if value is not ABSENT:
                    side[name] = value
        return Both(mine, others)

    def is_together(self, spot: Spot) -> bool:
        """Whether the two sides of a value are a conflict as a whole."""
        return spot in self._together

    def clash(self, kind: ConflictKind, spot: Spot, three: Three) -> Both:
        """A conflict, which each side decides for itself."""
        self.clashes.append(Clash(kind, spot, three))
        return Both(three.ours, three.theirs)

    def _list(self, item: shapes.Shape, three: Three, spot: Spot) -> Both:
        cls = class_in(item)
        key = key_of(cls) if cls else content
        base, ours, theirs = (_keyed(side, key) for side in three)
        replaced = base.keys() - ours.keys() - theirs.keys()
        if replaced and ours.keys() - base.keys() - theirs.keys() and theirs.keys() - base.keys() - ours.keys():
            return self.clash("changed", spot, three)
        keyed = Three(base, ours, theirs)
        merged = {
            each: self.value(item, keyed.each(each), spot, is_item=True) for each in dict.fromkeys((*ours, *theirs))
        }
        sides: list[object] = []
        for side in (0, 1):
            kept = [each for each, both in merged.items() if both[side] is not ABSENT]
            order = merged_order(list(base), list(ours), list(theirs), kept, ascending=cls is not None)
            sides.append([merged[each][side] for each in order])
        return Both(*sides)


def _keyed(items: object, key: Callable[[object], Hashable]) -> dict[tuple[Hashable, int], object]:
    """The items of a list by their keys; of equal keys, each with its number."""
    seen: Counter[Hashable] = Counter()
    found: dict[tuple[Hashable, int], object] = {}
    for item in items if isinstance(items, list) else ():
        name = key(item)
        found[name, seen[name]] = item
        seen[name] += 1
    return found


def _is_one_thing(shape: shapes.Shape | None, three: Three) -> bool:
    """Whether the versions of an object are of the same thing: of one person, not of one person and another."""
    if not isinstance(shape, shapes.Object) or not any(field.key for field in fields_of(shape.cls)):
        return True
    return len({key_of(shape.cls)(version) for version in three if version is not ABSENT}) == 1


def _kind(three: Three, *, is_item: bool) -> ConflictKind:
    if three.ours is ABSENT or three.theirs is ABSENT:
        return "removed"
    return "added" if is_item and three.base is ABSENT else "changed"


@cache
def _fields_of_class(cls: type) -> Mapping[str, Field]:
    return {field.wire: field for field in fields_of(cls)}
