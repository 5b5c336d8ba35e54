"""Slips in the terms of enumerations: other words for them, other spellings, slips of the keyboard."""

from typing import TYPE_CHECKING

from productgov.fields.hints import Hint, Recogniser, write
from productgov.fields.synonyms import TERMS, meant, respelt
from productgov.nearest import nearest

if TYPE_CHECKING:
    from productgov.fields.scalars import Scalar

__all__ = ["TERM_HINTS"]


def _synonym(value: object, shape: "Scalar") -> Hint | None:
    """`shipped` for done."""
    term = meant(value, TERMS, shape.values) if isinstance(value, str) else None
    return write(term) if term is not None else None


def _other_spelling(value: object, shape: "Scalar") -> Hint | None:
    """`In Progress`, `in_progress`, `plannd`."""
    term = respelt(value, shape.values) if isinstance(value, str) else None
    return write(term) if term is not None else None


def _near(value: object, shape: "Scalar") -> Hint | None:
    """A word that is like several terms, or not enough like one: the nearest are named first."""
    near = nearest(value, shape.values) if isinstance(value, str) else ()
    return Hint(f"write one of: {', '.join(dict.fromkeys((*near, *shape.values)))}")


TERM_HINTS: tuple[Recogniser, ...] = (_synonym, _other_spelling, _near)
"""What is recognised in a term, in this order."""
