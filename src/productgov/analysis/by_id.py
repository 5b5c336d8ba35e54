"""Look up values by their ids."""

from collections.abc import Iterable
from typing import TypeVar

__all__ = ["first_by_id"]

Value = TypeVar("Value")


def first_by_id(pairs: Iterable[tuple[str, Value]]) -> dict[str, Value]:
    """Every id with its value; the first value where an id is used more than once."""
    found: dict[str, Value] = {}
    for name, value in pairs:
        found.setdefault(name, value)
    return found
