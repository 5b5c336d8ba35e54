"""Which items of a list are which items of its earlier version, and which of them have moved."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence

__all__ = ["Pairs", "paired", "renamed", "staying"]

Pairs = dict[int, int]
"""For the index of an item in the new list, its index in the old one."""

_NEAR = 8
"""With how many items that are left over in the old list one of the new list is compared."""


def paired(old: Sequence[Hashable], new: Sequence[Hashable]) -> Pairs:
    """Pair the items of two lists by their keys; of equal keys in one list, the first with the first.

    Items at the beginning and at the end that are equal on both sides are paired first: where a list has equal items
    and loses one, the others stay where they are.
    """
    most = min(len(old), len(new))
    first = next((index for index in range(most) if old[index] != new[index]), most)
    last = next((index for index in range(most - first) if old[-1 - index] != new[-1 - index]), most - first)
    pairs = {index: index for index in range(first)}
    waiting: dict[Hashable, list[int]] = defaultdict(list)
    for index in reversed(range(first, len(old) - last)):
        waiting[old[index]].append(index)
    for index in range(first, len(new) - last):
        if waiting.get(new[index]):
            pairs[index] = waiting[new[index]].pop()
    pairs |= {len(new) - index: len(old) - index for index in range(1, last + 1)}
    return pairs


def renamed(pairs: Pairs, old: Sequence[int], new: Sequence[int], alike: Callable[[int, int], bool]) -> Pairs:
    """Pair items that are left over on both sides, where one has most likely become the other.

    Args:
        pairs: the pairs that are known.
        old: the indices of the items that are left over in the old list.
        new: the indices of the items that are left over in the new list.
        alike: whether an item of the old list could have become one of the new list; asked for few of them.
    """
    found: Pairs = {}
    left = sorted(old)
    places = sorted(pairs)
    for index in sorted(new):
        before = bisect_left(places, index)
        expected = pairs[places[before - 1]] + 1 if before else 0
        near = bisect_left(left, expected)
        candidates = left[max(0, near - _NEAR // 2) : near + _NEAR]
        candidates.sort(key=lambda each: (each < expected, abs(each - expected)))
        match = next((each for each in candidates if alike(each, index)), None)
        if match is not None:
            found[index] = match
            left.remove(match)
    return found


def staying(order: Sequence[int], weights: Sequence[int]) -> frozenset[int]:
    """The members of a sequence that stay in place when the fewest others are moved: its heaviest increasing part.

    Args:
        order: the old places of items, in their new order; each once.
        weights: how much it costs to move each of them.

    Returns:
        The old places of the items that stay.
    """
    ends: list[int] = []
    totals: list[int] = []
    before: dict[int, int | None] = {}
    for place, weight in zip(order, weights, strict=True):
        at = bisect_right(ends, place)
        total = weight + (totals[at - 1] if at else 0)
        before[place] = ends[at - 1] if at else None
        beyond = at
        while beyond < len(ends) and totals[beyond] <= total:
            beyond += 1
        ends[at:beyond] = [place]
        totals[at:beyond] = [total]
    stays: set[int] = set()
    last = ends[-1] if ends else None
    while last is not None:
        stays.add(last)
        last = before[last]
    return frozenset(stays)
