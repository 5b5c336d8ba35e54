"""The validating walk: every level-1 finding about a value, in one pass, compiled from the shapes.

Each shape compiles to a function of a value, the place it stands at and the list that findings go to. A place
is a chain of tokens, made into a JSON Pointer only when there is something to report.
"""

from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache

from productgov.codec.quick.from_data import doubtful
from productgov.codec.strict.extensions import walk_extension
from productgov.codec.strict.mistakes import mistake, subject
from productgov.codec.strict.scalars import Walk, number_slip, number_walk, one_of_walk, text_walk, wrong_type
from productgov.fields.checked import allowed_number
from productgov.fields.constraints import Agreement
from productgov.fields.shapes import (
    ConstantShape,
    DateShape,
    EnumShape,
    Field,
    ListShape,
    NumberShape,
    ObjectShape,
    Shape,
    TextShape,
    UnionShape,
    fields_of,
    shorthand_of,
)
from productgov.fields.types import DATE
from productgov.found import Found
from productgov.paths import Trail
from productgov.wording import described, quoted_value

__all__ = ["Walk", "walk_of"]

_FOREIGN = "nothing of a governance document is here; productgov init writes an example to start from"

_DATE = TextShape(DATE)


@cache
def walk_of(shape: Shape) -> Walk:
    """The walk over values of this shape."""
    match shape:
        case TextShape():
            return text_walk(shape, "text")
        case DateShape():
            return text_walk(_DATE, "a date as text")
        case NumberShape():
            return number_walk(shape)
        case ConstantShape():
            return one_of_walk((shape.value,))
        case EnumShape():
            return one_of_walk(tuple(term.value for term in shape.terms))
        case ListShape():
            return _list_walk(shape)
        case ObjectShape():
            return _ObjectWalk(shape)
        case UnionShape():
            return _union_walk(shape)


def _list_walk(shape: ListShape) -> Walk:
    walk_item = walk_of(shape.item)
    objects = shape.item if isinstance(shape.item, ObjectShape) else None

    def walk(value: object, place: Trail, mistakes: list[Found]) -> None:
        if not isinstance(value, (list, tuple)):
            hint = "" if value is None else "put it in brackets, also when it is the only one"
            wrong_type(value, "a list", place, mistakes, hint)
            return
        for index in doubtful(value, objects) if objects else range(len(value)):
            walk_item(value[index], (place, index), mistakes)

    return walk


def _union_walk(shape: UnionShape) -> Walk:
    texts = next((walk_of(option) for option in shape.options if isinstance(option, EnumShape)), None)
    numbers = next((walk_of(option) for option in shape.options if isinstance(option, NumberShape)), None)
    objects = next(walk_of(option) for option in shape.options if isinstance(option, ObjectShape))
    scalar = next(option for option in shape.options if not isinstance(option, ObjectShape))
    expected = f"{_in_words(scalar)}, or an object"

    def walk(value: object, place: Trail, mistakes: list[Found]) -> None:
        if isinstance(value, Mapping):
            objects(value, place, mistakes)
        elif texts and isinstance(value, str):
            texts(value, place, mistakes)
        elif numbers and isinstance(value, (int, float)) and not isinstance(value, bool):
            numbers(value, place, mistakes)
        else:
            hint = number_slip(scalar, value) if isinstance(scalar, NumberShape) else ""
            wrong_type(value, expected, place, mistakes, hint)

    return walk


def _in_words(shape: Shape) -> str:
    if isinstance(shape, NumberShape):
        return allowed_number(shape)
    return f"one of {', '.join(shape.terms)}" if isinstance(shape, EnumShape) else "text"


class _ObjectWalk:
    """The walk over objects of one class: its fields, its extensions, and what its fields must agree on."""

    def __init__(self, shape: ObjectShape) -> None:
        fields = fields_of(shape.cls)
        shorthand = shorthand_of(shape.cls)
        self._walks = {field.wire: walk_of(shape.limits or field.shape) for field in fields}
        self._names = {field.wire: field.name for field in fields}
        self._wires = {field.name: field.wire for field in fields}
        self._required = tuple(field for field in fields if field.required)
        self._is_document = any(isinstance(field.shape, ConstantShape) for field in fields)
        self._agreements: tuple[Agreement, ...] = getattr(shape.cls, "__agreements__", ())
        self._walk_shorthand = walk_of(shorthand.shape) if shorthand else None
        self._shorthand = shorthand.shape if shorthand else None

    def __call__(self, value: object, place: Trail, mistakes: list[Found]) -> None:
        if not isinstance(value, Mapping):
            self._not_an_object(value, place, mistakes)
            return
        walks = self._walks
        bad: set[str] = set()
        for key, item in value.items():
            walk = walks.get(key)
            if walk is not None:
                before = len(mistakes)
                walk(item, (place, key), mistakes)
                if len(mistakes) != before:
                    bad.add(self._names[key])
            elif isinstance(key, str) and key.startswith("x-"):
                walk_extension(key, item, place, mistakes)
            else:
                mistakes.append(self._unknown(key, value, place))
        missing = [field for field in self._required if field.wire not in value]
        if missing:
            foreign = place is None and self._is_document and len(missing) == len(self._required)
            mistakes.extend(_missing(field, place, _FOREIGN if foreign else "") for field in missing)
        if self._agreements:
            self._agree(value, bad, place, mistakes)

    def _not_an_object(self, value: object, place: Trail, mistakes: list[Found]) -> None:
        kind = str if isinstance(self._shorthand, TextShape) else (int, float)
        if self._walk_shorthand is None or self._shorthand is None:
            wrong_type(value, "an object", place, mistakes)
        elif isinstance(value, kind) and not isinstance(value, bool):
            self._walk_shorthand(value, place, mistakes)
        else:
            hint = number_slip(self._shorthand, value) if isinstance(self._shorthand, NumberShape) else ""
            wrong_type(value, f"{_in_words(self._shorthand)}, or an object", place, mistakes, hint)

    def _unknown(self, key: object, value: Mapping[object, object], place: Trail) -> Found:
        if not isinstance(key, str):
            message = f"{subject(place)} has the key {described(key)}; keys must be text"
            return mistake("PG005", place, message, "write the key as text")
        free = {wire.lower(): wire for wire in self._walks if wire not in value}
        near = get_close_matches(key[:64].replace("_", "").replace("-", "").lower(), free, n=1, cutoff=0.6)
        known = f"known are {', '.join(self._walks)}; data of your own goes under an x- key"
        hint = f"did you mean {free[near[0]]}?" if near else known
        if value[key] is None and not near:
            hint = f"{hint}; if it is the end of a text with a comma, put that text in quotes"
        message = f"{subject(place)} has the unknown field {quoted_value(key)}"
        return mistake("PG003", (place, key), message, hint, on_key=True)

    def _agree(self, value: Mapping[object, object], bad: set[str], place: Trail, mistakes: list[Found]) -> None:
        given = {name: value[wire] for name, wire in self._wires.items() if wire in value}
        for agreement in self._agreements:
            if bad.isdisjoint(agreement.fields):
                for broken in agreement.broken(given):
                    where: Trail = place
                    for token in broken.at:
                        where = (where, self._wires.get(token, token) if isinstance(token, str) else token)
                    mistakes.append(mistake("PG008", where, broken.message, broken.hint))


def _missing(field: Field, place: Trail, hint: str) -> Found:
    message = f"{subject(place)} has no {field.wire}, which is required"
    return mistake("PG004", place, message, hint or f"add {field.wire}: {field.description}")
