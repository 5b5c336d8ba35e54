"""The name that was most likely meant, among those that exist."""

from collections.abc import Iterator
from difflib import get_close_matches
from functools import cached_property
from itertools import takewhile
from typing import NamedTuple

import attrs

from productgov.found import Replace
from productgov.wording import listed, quoted

__all__ = ["Names", "Near"]

_FEW = 100
"""Up to so many names each is compared with the one that was written; of more, only those one slip away."""
_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"
_ALIKE = 0.6
_SURELY_MEANT = 0.8


class Near(NamedTuple):
    """What a name that does not exist may have meant.

    Attributes:
        names: up to three names that look like it, the most alike first.
        meant: the one that was surely meant: close in its letters, the same in its digits, and alone in that.
    """

    names: tuple[str, ...]
    meant: str | None

    @property
    def repair(self) -> Replace | None:
        """What `check --fix` writes instead."""
        return None if self.meant is None else Replace(self.meant)


@attrs.frozen
class Names:
    """The names of one kind that exist, to be searched for the one that was meant."""

    known: tuple[str, ...]
    _found: dict[str, Near] = attrs.field(factory=dict, init=False, repr=False, eq=False)

    def near(self, name: str) -> Near:
        """What looks like this name.

        The cost does not grow with the number of names: of many, only those are looked at that are one letter
        more, less, other or elsewhere away.
        """
        if name not in self._found:
            self._found[name] = self._search(name)
        return self._found[name]

    def hint(self, name: str, otherwise: str) -> str:
        """What to write instead, and whether `check --fix` writes it; else what is known, and what else to do."""
        near = self.near(name)
        if near.meant is not None:
            return f"write {quoted(near.meant)} (fixable: check --fix)"
        if near.names:
            return f"did you mean {listed([quoted(known) for known in near.names], 'or')}? otherwise, {otherwise}"
        return f"{otherwise}; known: {listed([quoted(known) for known in self.known])}" if self.known else otherwise

    def _search(self, name: str) -> Near:
        plain, known = _plain(name), self._by_plain
        pool = known if len(known) <= _FEW else [near for near in {plain, *_edits(plain)} if near in known]
        alike = get_close_matches(plain, pool, n=3, cutoff=_ALIKE)
        close = get_close_matches(plain, alike, n=3, cutoff=_SURELY_MEANT)
        close += [near for near in alike if near not in close and _is_one_slip(near, plain)]
        meant = [candidate for match in close for candidate in known[match]]
        sure = len(meant) == 1 and _digits(meant[0]) == _digits(name)
        return Near(tuple(near for match in alike for near in known[match]), meant[0] if sure else None)

    @cached_property
    def _by_plain(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for name in dict.fromkeys(self.known):
            found.setdefault(_plain(name), []).append(name)
        return found


def _plain(name: str) -> str:
    """A name without what people do not see as a difference: case, blanks, hyphens, underscores and dots."""
    plain = "".join(name.casefold().replace("-", " ").replace("_", " ").replace(".", " ").split())
    return plain[:64] or name


def _digits(name: str) -> str:
    return "".join(filter(str.isdigit, name))


def _edits(word: str) -> Iterator[str]:
    """All that is one slip away from a word."""
    for at in range(len(word) + 1):
        head, tail = word[:at], word[at:]
        yield head + tail[1:]
        yield head + tail[1:2] + tail[:1] + tail[2:]
        for letter in _LETTERS:
            yield head + letter + tail
            yield head + letter + tail[1:]


def _is_one_slip(first: str, second: str) -> bool:
    """True when one word is the other with a letter more, less, other, or changed with the next (Damerau, 1964)."""
    start = _shared(first, second)
    first, second = first[start:], second[start:]
    end = _shared(first[::-1], second[::-1])
    first, second = first[: len(first) - end], second[: len(second) - end]
    return max(len(first), len(second)) <= 1 or (len(first) == 2 and first == second[::-1])


def _shared(first: str, second: str) -> int:
    """How many letters two words begin with in common."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(first, second, strict=False)))
