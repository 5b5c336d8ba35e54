"""Hints for values: how to correct one, in words and as the value to write.

A recogniser knows one slip of people. It takes a value and the kind of value that is expected, and returns a hint, or
None where it sees nothing of its slip. A proposed value that the kind does not accept is never told: `hint_for` drops
such a hint.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from productgov.found import Proposal, Write
from productgov.lookalikes import cleaned
from productgov.wording import escaped

if TYPE_CHECKING:
    from productgov.fields.scalars import Scalar

__all__ = ["NO_HINT", "Hint", "Recogniser", "field_hint", "hint_for", "is_empty", "plain_number", "write"]

_LONGEST = 60
"""How many characters a slip has at most."""


class Hint(NamedTuple):
    """How to correct a value.

    Attributes:
        text: what to do, in words; empty where nothing is known.
        proposal: the same as data, where it is one concrete change.
    """

    text: str
    proposal: Proposal | None = None


NO_HINT = Hint("")

Recogniser: TypeAlias = Callable[[object, "Scalar"], Hint | None]


def write(value: object, why: str = "") -> Hint:
    """The hint to write a value; `why` follows it, such as "for 80 %"."""
    shown = escaped(value) if isinstance(value, str) else str(value)
    return Hint(f"write {shown}{why and ' '}{why}", Write(value))


def hint_for(value: object, shape: "Scalar", recognisers: Sequence[Recogniser]) -> Hint:
    """The first hint whose proposal the kind accepts; without one, the first that proposes nothing concrete."""
    if isinstance(value, str):
        if len(value) > _LONGEST:
            return NO_HINT
        text, removed = cleaned(value)
        if removed:
            return _without(text, removed, shape, recognisers)
    for recognise in recognisers:
        hint = recognise(value, shape)
        if hint and (not isinstance(hint.proposal, Write) or shape.accepts(hint.proposal.value)):
            return hint
    return NO_HINT


def _without(text: str, removed: str, shape: "Scalar", recognisers: Sequence[Recogniser]) -> Hint:
    """The hint for a text in which something cannot be seen, or that stands in typographic quotes."""
    inner = write(text) if shape.accepts(text) else hint_for(text, shape, recognisers)
    if not isinstance(inner.proposal, Write):
        return inner if inner.text else Hint(f"write it without {removed}")
    return write(inner.proposal.value, f"without {removed}")


def is_empty(value: object) -> bool:
    """Whether a value stands for none: null, an empty text, not a number, not a time."""
    if isinstance(value, (float, datetime)):
        return value != value  # noqa: PLR0124 - only nan and pandas.NaT differ from themselves
    return value is None or (isinstance(value, str) and not value)


def field_hint(hint: str, name: str, *, is_required: bool) -> str:
    """The hint for a field that has no value: only a field that is not required can be left out."""
    return f"{hint}: {name} is required" if is_required else f"{hint}, or leave the field out"


def plain_number(value: float) -> int | float:
    """A number in its shortest form: 1500, not 1500.0."""
    return int(value) if value == int(value) else value
