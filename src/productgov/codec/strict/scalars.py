"""The walks over scalars: texts, numbers and terms, and what to say when they are of the wrong type."""

from collections.abc import Callable
from difflib import get_close_matches
from math import inf

from productgov.codec.strict.mistakes import mistake, subject
from productgov.fields.checked import Problem, accepts_text, allowed_number, number_problem, text_problem
from productgov.fields.shapes import NumberShape, TextShape
from productgov.found import Found
from productgov.paths import Trail
from productgov.wording import described

__all__ = ["Walk", "number_slip", "number_walk", "one_of_walk", "text_walk", "wrong_type"]

Walk = Callable[[object, Trail, list[Found]], None]
"""A function of a value, the place it stands at, and the list that its mistakes go to."""


def wrong_type(value: object, expected: str, place: Trail, mistakes: list[Found], hint: str = "") -> None:
    """Report PG005: a value of another type than the one expected, null included."""
    if place is None:
        hint = "productgov init writes an example to start from"
    elif value is None:
        hint = "leave the field out instead of writing null"
    mistakes.append(
        mistake(
            "PG005", place, f"{subject(place)} must be {expected}, not {described(value)}", hint or f"write {expected}"
        )
    )


def text_walk(shape: TextShape, expected: str) -> Walk:
    """The walk over texts that match the pattern of a shape."""
    accepts = accepts_text(shape)

    def walk(value: object, place: Trail, mistakes: list[Found]) -> None:
        if type(value) is str and accepts(value):
            return
        if not isinstance(value, str):
            wrong_type(value, expected, place, mistakes, "put it in quotes" if isinstance(value, (int, float)) else "")
            return
        problem = text_problem(shape, value)
        if problem:
            _outside(value, problem, place, mistakes)

    return walk


def number_walk(shape: NumberShape) -> Walk:
    """The walk over numbers within the limits of a shape."""
    least = next(limit for limit in (shape.at_least, shape.above, -inf) if limit is not None)
    most = inf if shape.at_most is None else shape.at_most
    excluded, decimal = shape.above, int if shape.whole else float

    def walk(value: object, place: Trail, mistakes: list[Found]) -> None:
        kind = type(value)
        if (kind is int or kind is decimal) and (least <= value <= most) and value != excluded:  # type: ignore[operator]
            return
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            wrong_type(value, allowed_number(shape), place, mistakes, number_slip(shape, value))
            return
        problem = number_problem(shape, value)
        if problem:
            _outside(value, problem, place, mistakes)

    return walk


def number_slip(shape: NumberShape, value: object) -> str:
    """The hint for a text that was meant to be a number: `80%`, `5`."""
    if not isinstance(value, str):
        return ""
    text = value.strip()
    if not text.removesuffix("%").strip().replace(".", "", 1).isdecimal() or not text.isascii() or len(text) > 20:
        return ""
    number = float(text.removesuffix("%"))
    if text.endswith("%"):
        return (
            f"write {number / 100:g} for {number:g} %"
            if shape.at_most == 1
            else f"write {number:g}, and name the unit elsewhere"
        )
    return f"write {text} without quotes"


def _outside(value: object, problem: Problem, place: Trail, mistakes: list[Found]) -> None:
    message = f"{subject(place)} must be {problem.allowed}, not {described(value)}"
    mistakes.append(mistake("PG007", place, message, problem.hint or f"write {problem.allowed}"))


def one_of_walk(values: tuple[str, ...]) -> Walk:
    """The walk over texts of which only a few are allowed."""
    allowed = frozenset(values)

    def walk(value: object, place: Trail, mistakes: list[Found]) -> None:
        if isinstance(value, str):
            if value not in allowed:
                near = get_close_matches(value.lower(), values, n=1, cutoff=0.5)
                ordered = (*near, *(term for term in values if term not in near))
                message = f"{subject(place)} is {described(value)}, which is not one of the allowed values"
                mistakes.append(mistake("PG006", place, message, f"write one of: {', '.join(ordered)}"))
        else:
            wrong_type(value, f"one of {', '.join(values)}", place, mistakes)

    return walk
