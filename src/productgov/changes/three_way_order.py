"""The order of a list that two sides have changed."""

from collections.abc import Collection, Hashable, Sequence
from heapq import merge
from typing import NamedTuple, TypeVar

from productgov.model.alignment import staying

__all__ = ["merged_order"]

Item = TypeVar("Item", bound=Hashable)


class _Gap(NamedTuple):
    """What two sides have put between two items that neither of them has moved."""

    ours: list[object]
    theirs: list[object]


def merged_order(
    base: Sequence[Item], ours: Sequence[Item], theirs: Sequence[Item], members: Collection[Item], *, ascending: bool
) -> list[Item]:
    """The order of the members of a list: those that one side has moved or added are where that side has put them.

    Items that neither side has moved keep their order, and all others find their place between them. An item that
    both sides have moved or added is where ours has put it. What both sides have put in the same place is sorted, so
    that the result is the same when the sides change roles.

    Args:
        base: the items before, each once, as in the other lists; where there were none, those of both sides count.
        ours: the items on one side.
        theirs: the items on the other side.
        members: the items of the merged list, each of them in `ours` or in `theirs`.
        ascending: whether items in one place that ascend on both sides ascend together, as those with dates do;
            else what one side has put there stays together.
    """
    kept = frozenset(members)
    base = base or _common(ours, theirs)
    moved_by_ours, moved_by_theirs = _moved(base, ours), _moved(base, theirs)
    in_ours, in_theirs = frozenset(ours), frozenset(theirs)
    fixed = kept & frozenset(base) & in_ours & in_theirs - moved_by_ours - moved_by_theirs
    by_theirs = {
        item
        for item in kept & in_theirs
        if item not in in_ours or (item in moved_by_theirs and item not in moved_by_ours)
    }
    gaps: list[_Gap] = [_Gap([], []) for _ in range(len(fixed) + 1)]
    order = _fill(gaps, ours, fixed, kept - by_theirs, side=0)
    _fill(gaps, theirs, fixed, by_theirs, side=1)
    merged: list[Item] = []
    for gap, item in zip(gaps, [*order, None], strict=True):
        merged += _together(gap, ascending=ascending)  # type: ignore[arg-type]
        if item is not None:
            merged.append(item)
    return merged


def _common(ours: Sequence[Item], theirs: Sequence[Item]) -> list[Item]:
    in_theirs = frozenset(theirs)
    return [item for item in ours if item in in_theirs]


def _moved(base: Sequence[Item], side: Sequence[Item]) -> frozenset[Item]:
    """The items that a side has moved within the list."""
    places = {item: place for place, item in enumerate(base)}
    order = [places[item] for item in side if item in places]
    stays = staying(order, [1] * len(order))
    return frozenset(item for item in side if item in places and places[item] not in stays)


def _fill(
    gaps: Sequence[_Gap], side_items: Sequence[Item], fixed: Collection[Item], own: Collection[Item], *, side: int
) -> list[Item]:
    """Put the items that a side decides about into the gaps; the fixed items in their order."""
    order: list[Item] = []
    for item in side_items:
        if item in fixed:
            order.append(item)
        elif item in own:
            gaps[len(order)][side].append(item)
    return order


def _together(gap: _Gap, *, ascending: bool) -> list[object]:
    if not gap.ours or not gap.theirs:
        return [*gap.ours, *gap.theirs]
    sides = sorted((gap.ours, gap.theirs), key=lambda items: list(map(str, items)))
    if ascending and all(items == sorted(items, key=str) for items in sides):
        return list(merge(*sides, key=str))
    return [*sides[0], *sides[1]]
