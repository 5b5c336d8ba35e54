"""Annotations of fields, read as shapes; what is not supported is refused with a sentence that says what to write."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from enum import Enum
from functools import reduce
from operator import or_
from types import NoneType, UnionType
from typing import Literal, NamedTuple, Union, get_args, get_origin

import attrs
from annotated_types import BaseMetadata, Ge, GroupedMetadata, Gt, Le

from productgov.fields.marks import Pattern
from productgov.fields.shapes import (
    Constant,
    Date,
    Either,
    Flag,
    List,
    Number,
    Object,
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
    options = tuple(_options(annotation, ()))
    shapes = tuple(_shape(plain, marks) for plain, marks in options if plain is not NoneType)
    marks = tuple({id(mark): mark for _, marks in options for mark in marks}.values())
    if not any(isinstance(shape, (Number, Object)) for shape in shapes) and any(map(_is_limit, marks)):
        raise TypeError("limits are for numbers; remove Ge, Gt and Le, or annotate a number")
    return Annotation(_one_of(shapes), len(shapes) < len(options), marks, _without_marks(annotation))


def _options(annotation: object, outer: tuple[object, ...]) -> Iterator[tuple[object, tuple[object, ...]]]:
    """The types that an annotation names, each with the marks of `Annotated` around it, the inner first."""
    plain, inner = _split(annotation)
    marks = (*inner, *outer)
    if _is_union(plain):
        for option in get_args(plain):
            yield from _options(option, marks)
    else:
        yield plain, marks


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


def _split(annotation: object) -> tuple[object, tuple[object, ...]]:
    """A type, and the marks that `Annotated` adds to it."""
    metadata: tuple[object, ...] | None = getattr(annotation, "__metadata__", None)
    if metadata is None:
        return annotation, ()
    return get_args(annotation)[0], tuple(_ungrouped(metadata))


def _is_union(annotation: object) -> bool:
    return isinstance(annotation, UnionType) or get_origin(annotation) is Union


def _ungrouped(marks: Iterable[object]) -> Iterator[object]:
    for mark in marks:
        if isinstance(mark, (str, Pattern)) or _is_limit(mark):
            yield mark
        elif isinstance(mark, BaseMetadata):
            raise TypeError(f"{mark} is not checked; write Ge, Gt or Le for numbers, and a Pattern for texts")
        elif isinstance(mark, GroupedMetadata):
            yield from _ungrouped(mark)
        else:
            yield mark


def _is_limit(mark: object) -> bool:
    return isinstance(mark, (Ge, Gt, Le))


def _shape(plain: object, marks: tuple[object, ...]) -> Shape:
    for mark in marks:
        if isinstance(mark, Scalar):
            return mark
    if plain is str:
        return Text(next((mark for mark in marks if isinstance(mark, Pattern)), TEXT))
    if plain is bool:
        return Flag()
    if plain in (int, float):
        return _number(marks, whole=plain is int)
    if plain is date:
        return Date()
    if isinstance(plain, type) and issubclass(plain, Term):
        return Terms(plain)
    if isinstance(plain, type) and is_model(plain):
        return Object(plain, _number(marks, whole=False) if any(map(_is_limit, marks)) else None)
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


def _number(marks: Iterable[object], *, whole: bool) -> Number:
    least = [mark.ge for mark in marks if isinstance(mark, Ge) and isinstance(mark.ge, (int, float))]
    above = [mark.gt for mark in marks if isinstance(mark, Gt) and isinstance(mark.gt, (int, float))]
    most = [mark.le for mark in marks if isinstance(mark, Le) and isinstance(mark.le, (int, float))]
    at_least, at_most = max(least, default=-MAGNITUDE), min(most, default=MAGNITUDE)
    if above and max(above) >= at_least:
        return Number(whole=whole, at_least=None, above=max(above), at_most=at_most)
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
        f"{name} is not a type for fields; write str, bool, int, float, date, a value type of productgov.fields, "
        "a Term, a class of fields, or tuple[X, ...]"
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
