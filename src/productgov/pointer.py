"""JSON Pointers (RFC 6901): the path of a value in a document, as one text."""

import re
from collections.abc import Iterable

from productgov.errors import InvalidValueError

__all__ = ["from_pointer", "to_pointer"]

_POINTER = re.compile(r"(?:/(?:[^~/]|~[01])*)*")
_INDEX = re.compile(r"0|[1-9][0-9]{0,17}")


def to_pointer(tokens: Iterable[str | int]) -> str:
    """Write a path of object keys and list indices as a JSON Pointer; the empty path is the whole document."""
    return "".join(f"/{_escaped(str(token))}" for token in tokens)


def from_pointer(text: str) -> tuple[str | int, ...]:
    """Read a JSON Pointer; a token that could be the index of a list becomes an int.

    Raises:
        InvalidValueError: the text is no JSON Pointer.
    """
    if not _POINTER.fullmatch(text):
        form = "it starts with '/'; within a key, '~' is written '~0' and '/' is written '~1'"
        raise InvalidValueError(f"not a JSON Pointer: {text[:80]!r} ({form})")
    return tuple(_token(part) for part in text.split("/")[1:])


def _token(part: str) -> str | int:
    return int(part) if _INDEX.fullmatch(part) else part.replace("~1", "/").replace("~0", "~")


def _escaped(token: str) -> str:
    return token.replace("~", "~0").replace("/", "~1")
