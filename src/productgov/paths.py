"""Paths in a document: tuples of keys and indices, linked trails while walking, JSON Pointers (RFC 6901) as text."""

import re
from collections.abc import Iterable
from typing import TypeAlias

from productgov.errors import InvalidValueError

__all__ = ["LONGEST_POINTER", "Path", "Trail", "bounded_pointer", "from_pointer", "path_of", "to_pointer"]

Path: TypeAlias = tuple[str | int, ...]
"""The object keys and list indices that lead from the root of a document to a value."""

Trail: TypeAlias = "tuple[Trail, str | int] | None"
"""A path as a linked list: the trail of the parent, and the last key or index; None is the root."""

LONGEST_POINTER = 1_000
"""How long the JSON Pointer of a finding may be; only extension data and unknown keys make longer ones."""

_POINTER = re.compile(r"(?:/(?:[^~/]|~[01])*)*")
_INDEX = re.compile(r"0|[1-9][0-9]{0,17}")


def path_of(trail: Trail) -> Path:
    """The path that a trail stands for."""
    tokens: list[str | int] = []
    while trail is not None:
        trail, token = trail
        tokens.append(token)
    return tuple(reversed(tokens))


def to_pointer(path: Iterable[str | int]) -> str:
    """Write a path as a JSON Pointer; the empty path is the whole document."""
    return "".join(f"/{_escaped(str(token))}" for token in path)


def bounded_pointer(path: Iterable[str | int]) -> str:
    """Write a path as a JSON Pointer of at most `LONGEST_POINTER` characters: a longer path ends at a parent."""
    pointer = ""
    for token in path:
        text = str(token)
        if len(pointer) + len(text) >= LONGEST_POINTER:
            break
        longer = f"{pointer}/{_escaped(text)}"
        if len(longer) > LONGEST_POINTER:
            break
        pointer = longer
    return pointer


def from_pointer(text: str) -> Path:
    """Read a JSON Pointer; a token that could be the index of a list becomes an int.

    Raises:
        InvalidValueError: the text is not a JSON Pointer.
    """
    if not _POINTER.fullmatch(text):
        form = "it starts with '/'; within a key, '~' is written '~0' and '/' is written '~1'"
        raise InvalidValueError(f"not a JSON Pointer: {text[:80]!r} ({form})")
    return tuple(_token(part) for part in text.split("/")[1:])


def _token(part: str) -> str | int:
    return int(part) if _INDEX.fullmatch(part) else part.replace("~1", "/").replace("~0", "~")


def _escaped(token: str) -> str:
    return token.replace("~", "~0").replace("/", "~1")
