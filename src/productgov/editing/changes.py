"""Replacements of parts of a text."""

from collections.abc import Iterable
from typing import NamedTuple

from productgov.paths import Path

__all__ = ["Change", "applied"]


class Change(NamedTuple):
    """Replace a part of a text.

    Attributes:
        start: the offset of its first character.
        end: the offset after its last character.
        text: what to write in its place.
        path: the value that is changed by it, by its path in the new document.
    """

    start: int
    end: int
    text: str
    path: Path


def applied(text: str, changes: Iterable[Change], start: int = 0, end: int | None = None) -> str:
    """A part of a text with changes made; those that begin at the same place in the order in which they are given."""
    parts = []
    done = start
    for change in sorted(changes, key=lambda each: each.start):
        parts += [text[done : change.start], change.text]
        done = max(done, change.end)
    return "".join([*parts, text[done : len(text) if end is None else end]])
