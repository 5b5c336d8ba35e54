"""The limits of a reader, applied to data that did not come from text."""

from collections.abc import Mapping
from math import log2

from productgov.codec.strict.mistakes import mistake, subject
from productgov.formats.findings import raise_limit_hint
from productgov.formats.limits import Limits
from productgov.found import Found
from productgov.paths import Trail

__all__ = ["limit_exceeded"]


def limit_exceeded(data: object, limits: Limits) -> Found | None:
    """PG010, when plain data is larger or deeper than the limits allow; iterative, so it ends on cycles too."""
    nodes = characters = 0
    longest_whole = int(limits.max_digits * log2(10))
    waiting: list[tuple[object, Trail, int]] = [(data, None, 1)]
    while waiting:
        value, trail, depth = waiting.pop()
        nodes += 1
        if isinstance(value, str):
            characters += len(value)
        elif isinstance(value, (Mapping, list, tuple)):
            if depth > limits.max_depth:
                return _over(trail, f"nests deeper than {limits.max_depth} levels", "max_depth")
            if nodes + len(waiting) + len(value) > limits.max_nodes:
                return _over(trail, f"is part of a document with more than {limits.max_nodes} values", "max_nodes")
            items = value.items() if isinstance(value, Mapping) else enumerate(value)
            waiting.extend((item, (trail, key if isinstance(key, int) else str(key)), depth + 1) for key, item in items)
        elif isinstance(value, int) and value.bit_length() > longest_whole:
            return _over(trail, f"is a number of more than {limits.max_digits} digits", "max_digits")
        if characters > limits.max_bytes:
            return _over(trail, f"is part of a document of more than {limits.max_bytes} bytes", "max_bytes")
    return None


def _over(trail: Trail, what: str, limit: str) -> Found:
    return mistake("PG010", trail, f"{subject(trail)} {what}", raise_limit_hint(limit))
