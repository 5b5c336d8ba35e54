"""Texts that look filled in and are not quite: placeholders such as TBD, and texts in typographic quotes."""

from functools import cache
from typing import TypeAlias

from productgov.fields import shapes
from productgov.lookalikes import OPENING_QUOTES, typographic_quotes
from productgov.model.extensions import HasExtensions

__all__ = ["TextField", "has_odd_text", "is_placeholder", "is_quoted", "text_fields"]

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


def is_quoted(text: str) -> bool:
    """True when a text begins and ends with typographic quotes, and has none of them inside."""
    return bool(typographic_quotes(text))


def has_odd_text(value: HasExtensions) -> bool:
    """True when an object may have a placeholder or a text in typographic quotes among its texts."""
    cls: type = type(value)
    for name, _, is_list in text_fields(cls):
        held = getattr(value, name)
        if held and (any(map(_may_be_odd, held)) if is_list else _may_be_odd(held)):
            return True
    return False


def _may_be_odd(text: str) -> bool:
    """One call for both, because it is made for each text of a document."""
    return text[0] in OPENING_QUOTES or (len(text) <= _LONGEST and text.strip(_AROUND).casefold() in _WORDS)


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
