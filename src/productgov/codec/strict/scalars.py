"""The strict walk over single values, and what to say of a value of the wrong type."""

from collections.abc import Callable

from productgov.codec.strict.mistakes import Mistakes, mistake, subject
from productgov.fields.shapes import Scalar
from productgov.found import Proposal
from productgov.paths import Trail
from productgov.wording import described

__all__ = ["Walk", "scalar_walk", "wrong_type"]

Walk = Callable[[object, Trail, Mistakes], None]
"""A function of a value, its trail, and what mistakes are added to."""


def wrong_type(
    value: object,
    expected: str,
    trail: Trail,
    mistakes: Mistakes,
    hint: str = "",
    proposal: Proposal | None = None,
) -> None:
    """Report PG005: a value of another type than the one expected, null included."""
    if trail is None:
        hint = "productgov init writes an example to start from"
    elif value is None:
        in_list = isinstance(trail[1], int)
        hint = "write a value, or remove it from the list" if in_list else "write a value"
    message = f"{subject(trail)} must be {expected}, not {described(value)}"
    mistakes.append(mistake("PG005", trail, message, hint or f"write {expected}", proposal=proposal))


def scalar_walk(shape: Scalar) -> Walk:
    """The walk over values of one kind."""
    accepts = shape.accepts

    def walk(value: object, trail: Trail, mistakes: Mistakes) -> None:
        if accepts(value):
            return
        code, allowed, hint, proposal = shape.problem(value)
        if code == "PG005":
            wrong_type(value, allowed, trail, mistakes, hint, proposal)
            return
        named = allowed
        if code == "PG006":
            named = "one of the allowed values"
            hint = f"{hint}; allowed are {', '.join(shape.values)}" if proposal else hint
        message = f"{subject(trail)} must be {named}, not {described(value)}"
        mistakes.append(mistake(code, trail, message, hint or f"write {allowed}", proposal=proposal))

    return walk
