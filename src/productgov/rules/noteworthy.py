"""The objects of a governance that the checks of its words look at: found in one walk, for all of them."""

from functools import cache
from typing import NamedTuple, TypeAlias

from productgov.fields import shapes
from productgov.fields.shapes import fields_of
from productgov.fields.types import TEXT
from productgov.model.extensions import Extensions
from productgov.model.governance import ProductGovernance
from productgov.model.walk import Held, objects

__all__ = ["SETTINGS", "Noteworthy", "TextField", "is_placeholder", "noteworthy", "texts_of"]

SETTINGS = "x-productgov"
"""The key under which any object can say something to this library."""

_WORDS = frozenset(
    {
        "fixme",
        "lorem ipsum",
        "lorem ipsum dolor sit amet",
        "n/a",
        "placeholder",
        "t.b.d",
        "tba",
        "tbc",
        "tbd",
        "to be announced",
        "to be confirmed",
        "to be decided",
        "to be defined",
        "to be determined",
        "todo",
        "xxx",
    }
)
_LONGEST = 32
_AROUND = " \t\n.…:!?-_*()[]{}<>\"'"
_FOUND_BY_OTHERS = ("frequency", "north_star_metric", "pillar")
"""Fields in which a placeholder is no valid value either, and is found as that."""


class Noteworthy(NamedTuple):
    """The objects that have settings, and those that have a placeholder for a text."""

    with_settings: tuple[Held, ...]
    with_placeholders: tuple[Held, ...]


TextField: TypeAlias = tuple[str, str, bool]
"""A field that holds texts for people: its name, its token (shorthands have none), whether it is a list."""


def noteworthy(governance: ProductGovernance) -> Noteworthy:
    """What is worth a look, each object before those that it holds."""
    held = tuple(objects(governance, lambda value: _has_settings(value) or _may_wait(value)))
    return Noteworthy(
        with_settings=tuple(item for item in held if _has_settings(item[1])),
        with_placeholders=tuple(item for item in held if _may_wait(item[1])),
    )


def is_placeholder(text: str) -> bool:
    """True for a text that only stands where one is still to be written."""
    return len(text) <= _LONGEST and text.strip(_AROUND).casefold() in _WORDS


@cache
def texts_of(cls: type) -> tuple[TextField, ...]:
    """The fields of a class that hold texts for people."""
    return tuple(
        (field.name, "" if field.shorthand else field.wire, isinstance(field.shape, shapes.List))
        for field in fields_of(cls)
        if field.name not in _FOUND_BY_OTHERS
        and shapes.Text(TEXT) in (field.shape, field.shape.item if isinstance(field.shape, shapes.List) else None)
    )


def _has_settings(value: object) -> bool:
    extensions: Extensions = value.extensions  # type: ignore[attr-defined]
    return bool(extensions) and SETTINGS in extensions


def _may_wait(value: object) -> bool:
    """True for an object with a placeholder among its texts."""
    cls: type = type(value)
    for name, _, is_list in texts_of(cls):
        held = getattr(value, name)
        if held and (any(map(is_placeholder, held)) if is_list else is_placeholder(held)):
            return True
    return False
