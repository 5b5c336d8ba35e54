"""Replacements of parts of a text."""

from collections.abc import Iterable
from typing import NamedTuple

from productgov.paths import Path

__all__ = ["Change", "Edit", "applied", "disjoint"]


class Edit(NamedTuple):
    """Replace a part of a text.

    Attributes:
        start: the offset of its first character, from 0.
        end: the offset after its last character.
        text: what to write in its place.
    """

    start: int
    end: int
    text: str


class Change(NamedTuple):
    """An edit, and the value that is changed by it.

    Attributes:
        start: the offset of its first character, from 0.
        end: the offset after its last character.
        text: what to write in its place.
        path: the path of the value in the new document.
    """

    start: int
    end: int
    text: str
    path: Path


def applied(text: str, edits: Iterable[Edit | Change], start: int = 0, end: int | None = None) -> str:
    """A part of a text with edits made; of those that begin at the same place, those that only add come first."""
    parts = []
    done = start
    for edit in sorted(edits, key=_place):
        parts += [text[done : edit.start], edit.text]
        done = max(done, edit.end)
    return "".join([*parts, text[done : len(text) if end is None else end]])


def disjoint(changes: Iterable[Change]) -> list[Change]:
    """The same changes in the order of the text, those that overlap or begin at one place as one."""
    found: list[Change] = []
    for change in sorted(changes, key=_place):
        before = found[-1] if found else None
        if before and (change.start < before.end or change.start == before.start):
            found[-1] = before._replace(end=max(before.end, change.end), text=before.text + change.text)
        else:
            found.append(change)
    return found


def _place(edit: Edit | Change) -> tuple[int, bool]:
    return edit.start, edit.end > edit.start
