"""Annotations of fields, read as shapes; what is not supported is refused with a sentence that says what to write."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from enum import Enum
from functools import reduce
from math import inf
from operator import or_
from types import NoneType, UnionType
from typing import Literal, NamedTuple, Union, get_args, get_origin

import attrs
from annotated_types import BaseMetadata, Ge, Gt, Le

from productgov.fields.marks import Pattern, Scale
from productgov.fields.periods import Period
from productgov.fields.shapes import (
    Constant,
    Date,
    Either,
    Flag,
    List,
    Number,
    Object,
    Periods,
    Scalar,
    Shape,
    Terms,
    Text,
    is_model,
)
from productgov.fields.types import MAGNITUDE, TEXT, Term

__all__ = ["Annotation", "read_annotation"]


class Annotation(NamedTuple):
    """What one annotation says.

    Attributes:
        shape: the shape of the values.
        optional: whether None stands for a field that is left out.
        marks: what is written next to the type: descriptions, limits, and the marks of `productgov.fields`.
        type: the type without its marks, as signatures show it.
    """

    shape: Shape
    optional: bool
    marks: tuple[object, ...]
    type: object


def read_annotation(annotation: object) -> Annotation:
    """Read the annotation of a field.

    Raises:
        TypeError: when fields cannot have such a type; the message says what to write.
    """
    options = _options(annotation)
    marks = tuple({id(mark): mark for _, marks in options for mark in marks}.values())
    shapes = tuple(_shape(plain, marks) for plain, marks in options if plain is not NoneType)
    if any(True for _ in _limits(marks)) and not any(isinstance(shape, (Number, Object)) for shape in shapes):
        raise TypeError("limits are for numbers; remove Ge, Gt and Le, or annotate a number")
    return Annotation(_one_of(shapes), len(shapes) < len(options), marks, _without_marks(annotation))


def _options(annotation: object) -> list[tuple[object, tuple[object, ...]]]:
    """The types that an annotation names, each with the marks of `Annotated` around it, the inner first."""
    plain, *outer = get_args(annotation) if hasattr(annotation, "__metadata__") else (annotation,)
    if not _is_union(plain):
        return [(plain, tuple(outer))]
    return [(option, (*inner, *outer)) for each in get_args(plain) for option, inner in _options(each)]


def _is_union(annotation: object) -> bool:
    return not isinstance(annotation, type) and (isinstance(annotation, UnionType) or get_origin(annotation) is Union)


def _one_of(shapes: tuple[Shape, ...]) -> Shape:
    match shapes:
        case (shape,):
            return shape
        case (Object() | Scalar() as first, Object() | Scalar() as second) if isinstance(first, Object) != isinstance(
            second, Object
        ):
            return Either((first, second))
        case _:
            raise TypeError("a field has one type, or either a class or a single value; write one of these")


def _limits(marks: Iterable[object]) -> Iterator[BaseMetadata]:
    """The limits of numbers among the marks.

    Raises:
        TypeError: when there is another kind of constraint, which would not be checked.
    """
    for mark in marks:
        if isinstance(mark, (Ge, Gt, Le)):
            yield mark
        elif isinstance(mark, BaseMetadata):
            raise TypeError(f"{mark} is not checked; write Ge, Gt or Le for numbers, and a Pattern for texts")
        elif isinstance(mark, Iterable) and hasattr(mark, "__is_annotated_types_grouped_metadata__"):
            yield from _limits(mark)


def _shape(plain: object, marks: tuple[object, ...]) -> Shape:
    for mark in marks:
        if isinstance(mark, Scalar):
            return mark
    if plain is str:
        return Text(next((mark for mark in marks if isinstance(mark, Pattern)), TEXT))
    if plain is bool:
        return Flag()
    if plain in (int, float):
        scale = next((tuple(mark.steps.items()) for mark in marks if isinstance(mark, Scale)), ())
        return attrs.evolve(_number(_limits(marks), whole=plain is int), scale=scale)
    if plain is date:
        return Date()
    if plain is Period:
        return Periods()
    if isinstance(plain, type) and issubclass(plain, Term):
        return Terms(plain)
    if isinstance(plain, type) and is_model(plain):
        limits = tuple(_limits(marks))
        return Object(plain, _number(limits, whole=False) if limits else None)
    if get_origin(plain) is tuple:
        return List(_item(get_args(plain)))
    if get_origin(plain) is Literal:
        return _constant(get_args(plain))
    raise TypeError(_refusal(plain))


def _item(arguments: tuple[object, ...]) -> Shape:
    if len(arguments) != 2 or arguments[1] is not ...:
        raise TypeError("a list has items of one type; write tuple[X, ...]")
    item = read_annotation(arguments[0])
    if item.optional:
        raise TypeError("a list does not contain None; write tuple[X, ...] with an X that is never None")
    return item.shape


def _constant(values: tuple[object, ...]) -> Constant:
    match values:
        case (str(value),):
            return Constant(value)
        case _:
            raise TypeError(
                'a Literal has one text; for several, declare a Term: class Size(Term): SMALL = "small", "…"'
            )


def _number(limits: Iterable[BaseMetadata], *, whole: bool) -> Number:
    at_least, at_most, above = -MAGNITUDE, MAGNITUDE, -inf
    for limit in limits:
        match limit:
            case Ge(ge=int() | float() as least):
                at_least = max(at_least, least)
            case Gt(gt=int() | float() as least):
                above = max(above, least)
            case Le(le=int() | float() as most):
                at_most = min(at_most, most)
            case _:
                raise TypeError(f"{limit} is not a limit of numbers; write a number in it")
    if above >= at_least:
        return Number(whole=whole, at_least=None, above=above, at_most=at_most)
    return Number(whole=whole, at_least=at_least, at_most=at_most)


def _refusal(annotation: object) -> str:
    name = getattr(annotation, "__name__", repr(annotation))
    origin = get_origin(annotation) or annotation
    if annotation is None:
        return "it has no annotation; write its type, such as str"
    if isinstance(annotation, str):
        return "its annotation is a text; write the type itself, without `from __future__ import annotations`"
    if isinstance(origin, type) and issubclass(origin, datetime):
        return "a field cannot be a time of a day; write date"
    if isinstance(origin, type) and issubclass(origin, Enum):
        return f'{name} is not a Term; declare it as class {name}(Term): MEMBER = "value", "what it means"'
    if isinstance(origin, type) and issubclass(origin, Iterable):
        return f"{name} is not a type for fields; write tuple[X, ...] for a list, or declare a class for an object"
    if isinstance(origin, type) and attrs.has(origin):
        return f"{name} is not declared with `field_transformer=checked` and `extensions: Extensions = Extensions()`"
    return (
        f"{name} is not a type for fields; write str, bool, int, float, date, Period, a value type of "
        "productgov.fields such as Text, a Term, a class of fields, or tuple[X, ...]"
    )


def _without_marks(annotation: object) -> object:
    if isinstance(annotation, type):
        return annotation
    if hasattr(annotation, "__metadata__"):
        return _without_marks(get_args(annotation)[0])
    if _is_union(annotation):
        return reduce(or_, map(_without_marks, get_args(annotation)))
    if get_origin(annotation) is tuple:
        return tuple[_without_marks(get_args(annotation)[0]), ...]  # type: ignore[misc]
    return annotation
