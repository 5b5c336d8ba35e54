"""The strict walk over single values, and what to say of a value of the wrong type."""

from collections.abc import Callable

from productgov.codec.strict.mistakes import Mistakes, mistake, subject
from productgov.fields.shapes import Problem, Scalar
from productgov.nearest import nearest
from productgov.paths import Trail
from productgov.wording import described

__all__ = ["Walk", "scalar_walk", "wrong_type"]

Walk = Callable[[object, Trail, Mistakes], None]
"""A function of a value, its trail, and what mistakes are added to."""


def wrong_type(value: object, expected: str, trail: Trail, mistakes: Mistakes, hint: str = "") -> None:
    """Report PG005: a value of another type than the one expected, null included."""
    if trail is None:
        hint = "productgov init writes an example to start from"
    elif value is None:
        in_list = isinstance(trail[1], int)
        hint = "write a value, or remove it from the list" if in_list else "leave the field out instead of writing null"
    message = f"{subject(trail)} must be {expected}, not {described(value)}"
    mistakes.append(mistake("PG005", trail, message, hint or f"write {expected}"))


def scalar_walk(shape: Scalar) -> Walk:
    """The walk over values of one kind."""
    accepts = shape.accepts

    def walk(value: object, trail: Trail, mistakes: Mistakes) -> None:
        if accepts(value):
            return
        problem = shape.problem(value)
        match problem:
            case Problem("PG005", allowed, hint):
                wrong_type(value, allowed, trail, mistakes, hint)
            case Problem("PG006"):
                message = f"{subject(trail)} must be one of the allowed values, not {described(value)}"
                near = nearest(str(value), shape.values, most=1)
                ordered = dict.fromkeys((*near, *shape.values))
                mistakes.append(mistake("PG006", trail, message, f"write one of: {', '.join(ordered)}"))
            case Problem(code, allowed, hint):
                message = f"{subject(trail)} must be {allowed}, not {described(value)}"
                mistakes.append(mistake(code, trail, message, hint or f"write {allowed}"))

    return walk
