"""Texts that look filled in and are not quite: placeholders such as TBD, and texts in typographic quotes."""

import re
from functools import cache
from typing import NamedTuple

from productgov.fields import shapes
from productgov.lookalikes import OPENING_QUOTES, typographic_quotes
from productgov.model.extensions import HasExtensions
from productgov.model.people import Role

__all__ = ["TextField", "has_odd_text", "is_placeholder", "is_quoted", "text_fields"]

_WORDS = frozenset(
    {
        "",
        "coming soon",
        "fixme",
        "lorem ipsum",
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
        "wip",
        "work in progress",
        "xxx",
    }
)
"""Placeholders without the punctuation around them; nothing is left of "-", "..." and "???"."""
_NOBODY = frozenset({"nobody", "no one", "none", "not assigned", "unassigned", "unknown"})
"""What stands for a role that nobody has."""
_LONGEST = 32
_AROUND = " \t\n.…:!?-_*()[]{}<>\"'–—"
_STARTS = frozenset({"tbd", "tba", "tbc", "tod"})
_PHRASE = re.compile(
    r"(?:tbd|tba|tbc|todo)(?: (?:by|until|till|after|see|pending) .*| ?\(.*|(?: ?/ ?(?:tbd|tba|tbc|todo))+)"
)
"""A placeholder with a remark: "TBD by Q3", "TBD (see Jira)", "tbd/tba"."""
_TEMPLATE = re.compile(
    r"\[+ *(?:(?:insert|enter|add|your|describe|fill in)\b[^\[\]]*|[^\[\]]* here) *\]+"
    r"|<+ *(?:(?:insert|enter|add|your|describe|fill in)\b[^<>]*|[^<>]* here) *>+"
    r"|\{\{[^{}]*\}\}",
    re.IGNORECASE,
)
"""What a template asks for: "[insert mission]", "<mission here>", "{{ mission }}"."""
_LOREM = "lorem ipsum dolor"
_SHORT = _WORDS | _NOBODY
_OPENING = OPENING_QUOTES | frozenset("[<{")
_FIRST = _OPENING | frozenset(_AROUND) | {letter for word in _SHORT if word for letter in (word[0], word[0].upper())}
"""With what an odd text can begin."""


class TextField(NamedTuple):
    """A field that holds a text for people, or a list of them.

    Attributes:
        name: its name in Python.
        wire: its name in documents; empty when the text may stand for the whole object.
        is_list: whether it is a list.
        required: whether it must be given.
        nobody: whether it names a role, so that "unknown" and "none" are placeholders too.
    """

    name: str
    wire: str
    is_list: bool
    required: bool
    nobody: bool


def is_placeholder(text: str, *, nobody: bool = False) -> bool:
    """True when a text is a placeholder as a whole.

    Args:
        text: the text.
        nobody: whether it names a role, so that "unknown" and "none" are placeholders too.
    """
    if text[: len(_LOREM)].casefold() == _LOREM or (text[0] in "[<{" and _TEMPLATE.fullmatch(text)):
        return True
    word = text.strip(_AROUND).casefold() if len(text) <= _LONGEST else None
    return word is not None and (word in _WORDS or (nobody and word in _NOBODY) or bool(_PHRASE.fullmatch(word)))


def is_quoted(text: str) -> bool:
    """True when a text begins and ends with typographic quotes, and has none of them inside."""
    return bool(typographic_quotes(text))


def has_odd_text(value: HasExtensions) -> bool:
    """True when an object may have a placeholder or a text in typographic quotes among its texts."""
    cls: type = type(value)
    for name, _, is_list, _, _ in text_fields(cls):
        held = getattr(value, name)
        if held and (any(map(_may_be_odd, held)) if is_list else _may_be_odd(held)):
            return True
    return False


def _may_be_odd(text: str) -> bool:
    """One call for all, because it is made for each text of a document; most end with the first character."""
    if text[0] not in _FIRST:
        return False
    if text[0] in _OPENING or text[:5].casefold() == _LOREM[:5]:
        return True
    return len(text) <= _LONGEST and ((word := text.strip(_AROUND).casefold()) in _SHORT or word[:3] in _STARTS)


@cache
def text_fields(cls: type) -> tuple[TextField, ...]:
    """The fields of a class that can hold a placeholder."""
    return tuple(
        TextField(
            field.name,
            "" if field.shorthand else field.wire,
            isinstance(field.shape, shapes.List),
            field.required and not field.shorthand,
            cls is Role,
        )
        for field in shapes.fields_of(cls)
        if not _is_checked_by_others(field)
        and shapes.Text() in (field.shape, field.shape.item if isinstance(field.shape, shapes.List) else None)
    )


def _is_checked_by_others(field: shapes.Field) -> bool:
    """True for fields in which another rule always finds a placeholder: as a frequency, or a name that is unknown.

    Themes are not always looked up.
    """
    return field.wire == "frequency" or (field.refers is not None and field.refers.kind != "theme")
