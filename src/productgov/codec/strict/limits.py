"""The limits of a reader, applied to data that did not come from text."""

import sys
from collections.abc import Mapping

from productgov.codec.strict.mistakes import mistake, subject
from productgov.formats.findings import raise_limit_hint, too_deep_hint
from productgov.formats.limits import Limits
from productgov.found import Found
from productgov.paths import Trail
from productgov.wording import described

__all__ = ["limit_exceeded"]

_FEWER_DIGITS = "write it with fewer digits, or as a text"
_MOST_DIGITS_OF_FLOAT = 30
"""More digits than Python writes for any float: 17, some zeros before them, and an exponent of three."""


def limit_exceeded(data: object, limits: Limits) -> Found | None:
    """PG010, when plain data is larger or deeper than the limits allow; iterative, so it ends on cycles too."""
    nodes = characters = 0
    float_fits = limits.max_digits >= _MOST_DIGITS_OF_FLOAT
    waiting: list[tuple[object, Trail, int]] = [(data, None, 1)]
    while waiting:
        value, trail, depth = waiting.pop()
        nodes += 1
        if isinstance(value, str):
            characters += len(value)
        elif isinstance(value, (Mapping, list, tuple)):
            if depth > limits.max_depth:
                return _over(trail, f"nests deeper than {limits.max_depth} levels", too_deep_hint(limits))
            if nodes + len(waiting) + len(value) > limits.max_nodes:
                return _over(
                    trail,
                    f"is part of a document with more than {limits.max_nodes} values",
                    raise_limit_hint("max_nodes"),
                )
            items = value.items() if isinstance(value, Mapping) else enumerate(value)
            waiting.extend((item, (trail, _token(key)), depth + 1) for key, item in items)
        elif isinstance(value, int):
            if not limits.allows_whole(value):
                return _over(trail, f"is a number of more than {limits.max_digits:,} digits", _FEWER_DIGITS)
        elif isinstance(value, float) and not (float_fits or limits.allows_number(repr(value))):
            return _over(trail, f"is a number of more than {limits.max_digits:,} digits", _FEWER_DIGITS)
        if characters > limits.max_bytes:
            return _over(
                trail, f"is part of a document of more than {limits.max_bytes} bytes", raise_limit_hint("max_bytes")
            )
    return None


def _token(key: object) -> str | int:
    """A key as a part of a path; those that are not text or an index are described."""
    return key if isinstance(key, str) or (isinstance(key, int) and abs(key) < sys.maxsize) else described(key)


def _over(trail: Trail, what: str, hint: str) -> Found:
    return mistake("PG010", trail, f"{subject(trail)} {what}", hint)
