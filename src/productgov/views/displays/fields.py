"""The display of any object: the fields that are not as by default, by their names."""

from collections.abc import Iterator, Sequence
from datetime import date
from enum import Enum
from itertools import accumulate

import attrs

from productgov.display import Displayed, brief, has_own_text
from productgov.fields.shapes import EXTENSIONS
from productgov.views.blocks import Block, Facts, Heading, Value, bounded

__all__ = ["field_blocks", "is_small"]

_MOST, _LONGEST = 8, 200
"""How many items of a list are named, and how long they may be together."""


def field_blocks(value: Displayed) -> Iterator[Block]:
    """The name of the class with the id of the object, and a line for each field that says something."""
    yield Heading(_title(value), 3)
    shown = [(field.name.replace("_", " ").strip(), getattr(value, field.name)) for field in _fields(value)]
    pairs = tuple((name, _value(given)) for name, given in shown if given not in (None, ()))
    if pairs:
        yield Facts(pairs)


def is_small(value: object) -> bool:
    """Whether an object is a value rather than a thing: it has no id and no lists, and one short line says it all."""
    fields: tuple[attrs.Attribute[object], ...] = attrs.fields(type(value))  # type: ignore[arg-type]  # of attrs
    if hasattr(value, "id") or not all(field.repr or field.name == EXTENSIONS for field in fields):
        return False
    given = (getattr(value, field.name) for field in fields)
    return "…" not in brief(value) and not any(isinstance(each, (tuple, list)) and each for each in given)


def _fields(value: object) -> Iterator["attrs.Attribute[object]"]:
    for field in attrs.fields(type(value)):  # type: ignore[arg-type]  # all that is displayed is of attrs
        default: object = field.default
        if field.repr and getattr(value, field.name) != default:
            yield field


def _title(value: object) -> str:
    name = getattr(value, "id", None)
    return f"{type(value).__name__} {name}" if isinstance(name, str) else type(value).__name__


def _value(value: object) -> Value:
    if isinstance(value, Enum):
        return str(value.value)
    if value is None or isinstance(value, (str, bool, int, float, date)):
        return value
    if isinstance(value, (tuple, list)):
        return _listed(value)
    return _named(value)


def _listed(values: Sequence[object]) -> str:
    """The first items, and how many more there are."""
    items, _ = bounded(values, _MOST)
    named = [str(_named(item)) for item in items]
    lengths = accumulate(len(name) for name in named)
    kept = named[: max(1, sum(length <= _LONGEST for length in lengths))]
    more = len(values) - len(kept)
    return ", ".join([*kept, *([f"and {more} more"] if more else [])])


def _named(value: object) -> Value:
    """A value within another: an object by its id, name or title, or in short."""
    for attribute in ("id", "name", "title", "url"):
        name = getattr(value, attribute, None)
        if isinstance(name, str) and not isinstance(value, str):
            return name
    if attrs.has(type(value)) and not has_own_text(value):
        return brief(value)
    return _value(value) if isinstance(value, (Enum, str, bool, int, float, date)) else str(value)
