"""Edits of a text: replace one scalar, or remove items of a list, and leave everything else as it is."""

import json
import re
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from productgov.editing.spans import Spans
from productgov.formats.lines import Lines
from productgov.formats.yaml.writer import scalar_in_brackets

__all__ = ["Edit", "NotEditableError", "applied", "removed_items", "replaced_text"]

_BLOCK_QUOTES = ("|", ">")
_BEFORE_ITEM = re.compile(r"[ \t]*-[ \t]+")
_REST_OF_LINE = re.compile(r"[ \t]*(\r\n?|\n|\Z)")
_AFTER_KEY = re.compile(r"[ \t]*:")
_COMMENT = re.compile(r"(?:^|\s)#")


class NotEditableError(Exception):
    """Raised where a text is written in a way that these edits do not handle; the message says which."""


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


def applied(text: str, edits: Iterable[Edit]) -> str:
    """The text with the edits made; they do not overlap."""
    parts = []
    done = 0
    for edit in sorted(edits):
        parts += [text[done : edit.start], edit.text]
        done = edit.end
    return "".join([*parts, text[done:]])


def replaced_text(text: str, spans: Spans, start: int, *, old: str, new: str) -> Edit:
    """Replace a scalar on a single line, and keep its quotation marks.

    Raises:
        NotEditableError: another scalar starts there, or one of more than one line.
    """
    scalar = spans.scalar(start)
    if scalar is None or scalar.value != old or scalar.quote in _BLOCK_QUOTES or "\n" in text[start : scalar.end]:
        raise NotEditableError("it is not written as a text on one line")
    return Edit(start, scalar.end, _written(new, scalar.quote))


def _written(text: str, quote: str) -> str:
    if quote == "'" and text.isprintable():
        doubled = text.replace("'", "''")
        return f"'{doubled}'"
    return json.dumps(text, ensure_ascii=False) if quote else scalar_in_brackets(text)


def removed_items(
    text: str, spans: Spans, *, key: int, start: int, items: Sequence[int], removed: AbstractSet[int]
) -> tuple[Edit, ...]:
    """Remove items of a list; an empty list remains as `[]`.

    Args:
        text: the text.
        spans: where its values end.
        key: where the key of the list starts.
        start: where the list starts.
        items: where each of its items starts.
        removed: the indices of the items to remove.

    Raises:
        NotEditableError: a comment would be removed with an item, or an item shares a line with something else.
    """
    whole = spans.container(start)
    if whole is None:
        raise NotEditableError("it is not written as a list")
    if whole.in_brackets:
        edits = tuple(_out_of_brackets(spans, start, whole.end, items, removed))
    else:
        lines = Lines(text)
        edits = tuple(_without_lines(text, spans, lines, items[index]) for index in sorted(removed))
        if len(removed) == len(items):
            edits = (_emptied(text, spans, key), *edits)
    if any(_COMMENT.search(text[edit.start : edit.end]) for edit in edits):
        raise NotEditableError("a comment would be removed with it")
    return edits


def _out_of_brackets(
    spans: Spans, start: int, end: int, items: Sequence[int], removed: AbstractSet[int]
) -> Iterable[Edit]:
    """Remove each item with a comma: the one after it where an item that stays follows, else the one before it."""
    if len(removed) == len(items):
        return [Edit(start + 1, end - 1, "")]
    last_kept = max(index for index in range(len(items)) if index not in removed)
    return [
        Edit(items[index], items[index + 1], "")
        if index < last_kept
        else Edit(_end(spans, items[index - 1]), _end(spans, items[index]), "")
        for index in sorted(removed)
    ]


def _without_lines(text: str, spans: Spans, lines: Lines, item: int) -> Edit:
    """Remove the lines of an item that starts with a dash."""
    line = lines.start(item)
    rest = _REST_OF_LINE.match(text, _end(spans, item))
    if not _BEFORE_ITEM.fullmatch(text, line, item) or rest is None:
        raise NotEditableError("it is not alone on its lines")
    return Edit(line, rest.end(), "")


def _emptied(text: str, spans: Spans, key: int) -> Edit:
    name = spans.scalar(key)
    colon = _AFTER_KEY.match(text, name.end) if name else None
    if colon is None:
        raise NotEditableError("it is not written as a list under a key")
    return Edit(colon.end(), colon.end(), " []")


def _end(spans: Spans, start: int) -> int:
    container = spans.container(start)
    if container is None:
        raise NotEditableError("it is not written as an object")
    return container.end
