"""Did you mean: the known names that are nearest to one that does not exist.

Two names are near when at least 60 % of their letters match (Ratcliff and Metzener, Pattern Matching: The Gestalt
Approach, 1988, as `difflib` computes it). Upper and lower case, blanks, hyphens, underscores and dots make no
difference, and only the first 64 characters count. Among more than 100 known names, only those one slip away are
near (a letter missing, added, changed, or swapped with the next: Damerau, 1964).

Near names are hints. Which of them was certainly meant is decided by the stricter criterion of `productgov.slips`.

So that many wrong names do not take long, near names are looked up for the first of them only: more when there are few
known names. Of the names after those, the certain ones are still found that differ in case and separators.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from functools import cached_property
from typing import NamedTuple

import attrs

from productgov.found import Replace
from productgov.slips import folded, slipped_word, words_of
from productgov.wording import listed, quoted

__all__ = ["Names", "Near", "nearest"]

_FEW = 100
"""The most known names that a name is compared with one by one."""
_LONGEST = 64
_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"
_ALIKE = 0.6
_EFFORT = 500_000
"""How many letters of known names are compared for all wrong names together."""


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
        meant: the one that was certainly meant: the only one of all names that differs in nothing that could make
            another word.
    """

    names: tuple[str, ...]
    meant: str | None

    @property
    def repair(self) -> Replace | None:
        """What `check --fix` writes instead."""
        return None if self.meant is None else Replace(self.meant)


@attrs.frozen
class Names:
    """The names of one kind that exist, to look up many names that do not.

    Attributes:
        known: the names of the kind.
        others: the names of other kinds; whoever writes one of these, or one as near, may have meant it.
    """

    known: tuple[str, ...]
    others: tuple[str, ...] = ()
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
        plain, whole = _plain(name), folded(name)
        if len(self._found) >= self._searches:
            return Near((), self._certain(self._all.get(whole, ())))
        alike = get_close_matches(plain, _pool(plain, self._by_plain), n=most, cutoff=_ALIKE)
        slips = () if len(name) > _LONGEST else self._slips(name, whole)
        return Near(
            tuple(near for match in alike for near in self._by_plain[match]),
            self._certain(self._all.get(whole) or tuple(slips)),
        )

    def _slips(self, name: str, whole: str) -> Iterator[str]:
        """The names of any kind in which the written one has a slip."""
        for match in _pool(whole, self._all):
            for known in self._all[match]:
                word = slipped_word(name, known) if len(known) <= _LONGEST else None
                if word is not None and word not in self._words:
                    yield known

    def _certain(self, candidates: Sequence[str]) -> str | None:
        """The candidate, where it is the only one and of the kind."""
        if len(candidates) != 1:
            return None
        [candidate] = candidates
        return candidate if candidate in self._by_plain.get(_plain(candidate), ()) else None

    @cached_property
    def _listed(self) -> str:
        return listed([quoted(known) for known in self.known])

    @cached_property
    def _searches(self) -> int:
        """For how many names near ones are looked up."""
        return _EFFORT // max(1, _letters(self._by_plain) + _letters(self._all))

    @cached_property
    def _words(self) -> frozenset[str]:
        """The words that names of any kind consist of; whoever writes one of them means that word."""
        return frozenset(word for names in self._all.values() for name in names for word in words_of(name))

    @cached_property
    def _by_plain(self) -> Mapping[str, Sequence[str]]:
        return _grouped(self.known, _plain)

    @cached_property
    def _all(self) -> Mapping[str, Sequence[str]]:
        """The names of any kind, together where they differ in case and separators only."""
        return _grouped((*self.known, *self.others), folded)


def _grouped(names: Iterable[str], key: Callable[[str], str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name in dict.fromkeys(names):
        found.setdefault(key(name), []).append(name)
    return found


def _plain(name: str) -> str:
    """The start of a name, without the differences that people do not see: case, blanks, hyphens and the like."""
    return folded(name)[:_LONGEST] or name[:_LONGEST]


def _pool(plain: str, index: Mapping[str, object]) -> Collection[str]:
    """The keys to compare a name with: all where they are few, else those that are one slip away."""
    return index if len(index) <= _FEW else [near for near in {plain, *_changed(plain)} if near in index]


def _letters(index: Mapping[str, object]) -> int:
    """How many letters a name is compared with."""
    return sum(min(len(key), _LONGEST) for key in index) if len(index) <= _FEW else _FEW * 10


def _changed(word: str) -> Iterator[str]:
    """Every word with one letter missing, added, changed, or swapped with the next."""
    for at in range(len(word) + 1):
        head, tail = word[:at], word[at:]
        yield head + tail[1:]
        yield head + tail[1:2] + tail[:1] + tail[2:]
        for letter in _LETTERS:
            yield head + letter + tail
            yield head + letter + tail[1:]
