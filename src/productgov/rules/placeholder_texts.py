"""Texts that are only a placeholder for one that is still to be written, such as TBD."""

from functools import cache
from typing import TypeAlias

from productgov.fields import shapes
from productgov.model.extensions import HasExtensions

__all__ = ["TextField", "has_placeholder", "is_placeholder", "text_fields"]

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

TextField: TypeAlias = tuple[str, str, bool]
"""A field that holds a text for people or a list of them: its name in Python, its name in documents (empty when the
text may stand for the whole object), and whether it is a list."""


def is_placeholder(text: str) -> bool:
    """True when a text is a placeholder as a whole."""
    return len(text) <= _LONGEST and text.strip(_AROUND).casefold() in _WORDS


def has_placeholder(value: HasExtensions) -> bool:
    """True when an object has a placeholder among its texts."""
    cls: type = type(value)
    for name, _, is_list in text_fields(cls):
        held = getattr(value, name)
        if held and (any(map(is_placeholder, held)) if is_list else is_placeholder(held)):
            return True
    return False


@cache
def text_fields(cls: type) -> tuple[TextField, ...]:
    """The fields of a class that can hold a placeholder."""
    return tuple(
        (field.name, "" if field.shorthand else field.wire, isinstance(field.shape, shapes.List))
        for field in shapes.fields_of(cls)
        if not _is_checked_by_others(field)
        and shapes.Text() in (field.shape, field.shape.item if isinstance(field.shape, shapes.List) else None)
    )


def _is_checked_by_others(field: shapes.Field) -> bool:
    """True for fields in which another rule always finds a placeholder: as a frequency, or a name that is unknown.

    Themes are not always looked up.
    """
    return field.wire == "frequency" or (field.refers is not None and field.refers.kind != "theme")
