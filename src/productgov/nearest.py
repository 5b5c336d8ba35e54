"""Did you mean: the known names that are nearest to one that does not exist.

Two names are near when at least 60 % of their letters match (Ratcliff and Metzener, Pattern Matching: The Gestalt
Approach, 1988, as `difflib` computes it). Upper and lower case, blanks, hyphens, underscores and dots make no
difference, and only the first 64 characters count. Among more than 100 known names, only those one slip away are
near (a letter missing, added, changed, or swapped with the next: Damerau, 1964), so that the work does not grow with
the number of names.
"""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from functools import cached_property
from itertools import takewhile
from typing import NamedTuple

import attrs

from productgov.found import Replace
from productgov.wording import listed, quoted

__all__ = ["Names", "Near", "nearest"]

_FEW = 100
"""The most known names that a name is compared with one by one."""
_LONGEST = 64
_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"
_ALIKE = 0.6
_MEANT = 0.8


def nearest(name: str, known: Iterable[str], *, most: int = 3) -> tuple[str, ...]:
    """The known names nearest to a name that is not among them, the nearest first.

    Args:
        name: the name that was written.
        known: the names that exist.
        most: how many to return at most.
    """
    return Names(tuple(known)).near(name, most=most).names[:most]


class Near(NamedTuple):
    """What a name that does not exist may have meant.

    Attributes:
        names: the known names that are near, the nearest first.
        meant: the one that was surely meant: at least 80 % the same or one slip away, the only such name, and the
            same in its digits.
    """

    names: tuple[str, ...]
    meant: str | None

    @property
    def repair(self) -> Replace | None:
        """What `check --fix` writes instead."""
        return None if self.meant is None else Replace(self.meant)


@attrs.frozen
class Names:
    """The names of one kind that exist, to look up many names that do not."""

    known: tuple[str, ...]
    _found: dict[tuple[str, int], Near] = attrs.field(factory=dict, init=False, repr=False, eq=False)

    def near(self, name: str, *, most: int = 3) -> Near:
        """What a name may have meant; names that differ in case or separators count once in `most`."""
        if (name, most) not in self._found:
            self._found[name, most] = self._search(name, most)
        return self._found[name, most]

    def hint(self, name: str, otherwise: str) -> str:
        """What to write instead of a name; where nothing is near, what else to do, and which names are known."""
        near = self.near(name)
        if near.meant is not None:
            return f"write {quoted(near.meant)} (fixable: check --fix)"
        if near.names:
            return f"did you mean {listed([quoted(known) for known in near.names], 'or')}? otherwise, {otherwise}"
        return f"{otherwise}; known: {self._listed}" if self.known else otherwise

    def _search(self, name: str, most: int) -> Near:
        plain, known = _plain(name), self._by_plain
        pool = known if len(known) <= _FEW else [near for near in {plain, *_slips(plain)} if near in known]
        alike = get_close_matches(plain, pool, n=most, cutoff=_ALIKE)
        close = get_close_matches(plain, alike, n=most, cutoff=_MEANT)
        close += [near for near in alike if near not in close and _is_one_slip(near, plain)]
        meant = [candidate for match in close for candidate in known[match]]
        sure = len(meant) == 1 and _digits(meant[0]) == _digits(name)
        return Near(tuple(near for match in alike for near in known[match]), meant[0] if sure else None)

    @cached_property
    def _listed(self) -> str:
        return listed([quoted(known) for known in self.known])

    @cached_property
    def _by_plain(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for name in dict.fromkeys(self.known):
            found.setdefault(_plain(name), []).append(name)
        return found


def _plain(name: str) -> str:
    """The start of a name, without the differences that people do not see: case, blanks, hyphens and the like."""
    plain = "".join(name.casefold().replace("-", " ").replace("_", " ").replace(".", " ").split())
    return plain[:_LONGEST] or name[:_LONGEST]


def _digits(name: str) -> str:
    return "".join(filter(str.isdigit, name))


def _slips(word: str) -> Iterator[str]:
    """Every word that is one slip away from a word."""
    for at in range(len(word) + 1):
        head, tail = word[:at], word[at:]
        yield head + tail[1:]
        yield head + tail[1:2] + tail[:1] + tail[2:]
        for letter in _LETTERS:
            yield head + letter + tail
            yield head + letter + tail[1:]


def _is_one_slip(first: str, second: str) -> bool:
    """True when one word is the other with a letter missing, added, changed, or swapped with the next."""
    start = _shared(first, second)
    first, second = first[start:], second[start:]
    end = _shared(first[::-1], second[::-1])
    first, second = first[: len(first) - end], second[: len(second) - end]
    return max(len(first), len(second)) <= 1 or (len(first) == 2 and first == second[::-1])


def _shared(first: str, second: str) -> int:
    """With how many equal letters two words begin."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(first, second, strict=False)))
