"""Edits of a text: one text written in place of another, items of a list taken away, and nothing else touched."""

import json
import re
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from productgov.fixes.outline import Outline
from productgov.formats.yaml.writer import write_yaml

__all__ = ["Edit", "NotEditableError", "applied", "removed_items", "replaced_text"]

_BLOCK_QUOTES = ("|", ">")
_MEANT_IN_BRACKETS = frozenset(",[]{}")
_BEFORE_ITEM = re.compile(r"[ \t]*-[ \t]+")
_REST_OF_LINE = re.compile(r"[ \t]*(\r\n?|\n|\Z)")
_AFTER_KEY = re.compile(r"[ \t]*:")
_COMMENT = re.compile(r"(?:^|\s)#")


class NotEditableError(Exception):
    """Raised where a text is written in a way that this module does not touch; it says which."""


class Edit(NamedTuple):
    """What stands from one offset to another, and what to write instead."""

    start: int
    end: int
    text: str


def applied(text: str, edits: Iterable[Edit]) -> str:
    """The text with the edits made; they do not overlap."""
    parts = []
    done = 0
    for edit in sorted(edits):
        parts += [text[done : edit.start], edit.text]
        done = edit.end
    return "".join([*parts, text[done:]])


def replaced_text(text: str, outline: Outline, start: int, *, old: str, new: str) -> Edit:
    """Write another text where one stands on a single line, in the same quotes.

    Raises:
        NotEditableError: another text stands there, or one of more than one line.
    """
    scalar = outline.scalar(start)
    if scalar is None or scalar.value != old or scalar.quote in _BLOCK_QUOTES or "\n" in text[start : scalar.end]:
        raise NotEditableError("it is not written as a text on one line")
    return Edit(start, scalar.end, _written(new, scalar.quote))


def _written(text: str, quote: str) -> str:
    if quote == "'" and text.isprintable():
        doubled = text.replace("'", "''")
        return f"'{doubled}'"
    plain = write_yaml(text).removesuffix("\n")
    if quote or _MEANT_IN_BRACKETS & set(plain):
        return json.dumps(text, ensure_ascii=False)
    return plain


def removed_items(
    text: str, outline: Outline, *, key: int, start: int, items: Sequence[int], removed: Collection[int]
) -> tuple[Edit, ...]:
    """Take items out of a list; a list that is left empty is written `[]`.

    Args:
        text: the text.
        outline: where its values end.
        key: where the key of the list begins.
        start: where the list begins.
        items: where each of its items begins.
        removed: the indices of those to take away.

    Raises:
        NotEditableError: a comment would go with an item, or an item does not stand on lines of its own.
    """
    whole = outline.container(start)
    if whole is None:
        raise NotEditableError("it is not written as a list")
    if whole.in_brackets:
        edits = tuple(_out_of_brackets(outline, start, whole.end, items, removed))
    else:
        edits = tuple(_without_lines(text, outline, items[index]) for index in sorted(removed))
        if len(removed) == len(items):
            edits = (_emptied(text, outline, key), *edits)
    if any(_COMMENT.search(text[edit.start : edit.end]) for edit in edits):
        raise NotEditableError("a comment would go with it")
    return edits


def _out_of_brackets(
    outline: Outline, start: int, end: int, items: Sequence[int], removed: Collection[int]
) -> Iterable[Edit]:
    """With each item its comma: the one after it where an item that stays follows, else the one before it."""
    if len(removed) == len(items):
        return [Edit(start + 1, end - 1, "")]
    last_kept = max(index for index in range(len(items)) if index not in removed)
    return [
        Edit(items[index], items[index + 1], "")
        if index < last_kept
        else Edit(_end(outline, items[index - 1]), _end(outline, items[index]), "")
        for index in sorted(removed)
    ]


def _without_lines(text: str, outline: Outline, item: int) -> Edit:
    """The lines of an item that begins with a dash."""
    line = max(text.rfind("\n", 0, item), text.rfind("\r", 0, item)) + 1
    rest = _REST_OF_LINE.match(text, _end(outline, item))
    if not _BEFORE_ITEM.fullmatch(text, line, item) or rest is None:
        raise NotEditableError("it does not stand on lines of its own")
    return Edit(line, rest.end(), "")


def _emptied(text: str, outline: Outline, key: int) -> Edit:
    name = outline.scalar(key)
    colon = _AFTER_KEY.match(text, name.end) if name else None
    if colon is None:
        raise NotEditableError("it is not written as a list under a key")
    return Edit(colon.end(), colon.end(), " []")


def _end(outline: Outline, start: int) -> int:
    container = outline.container(start)
    if container is None:
        raise NotEditableError("it is not written as an object")
    return container.end
