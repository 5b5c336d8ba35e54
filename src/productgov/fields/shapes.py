"""The neutral shape of the model: what each annotation of the vocabulary says, as plain values.

One walk from annotations to shapes; the constructors, the loader, the schemas, TypeScript, the strategies
and the reference tables are all compiled from these shapes and from nothing else.
"""

from datetime import date
from enum import Enum
from functools import cache
from inspect import getdoc
from types import NoneType, UnionType
from typing import Annotated, Literal, Union, get_args, get_origin

import attrs
from annotated_types import Ge, Gt, Le

from productgov.fields.types import AlwaysWritten, Pattern, Shorthand, Term, WireName, wire_name

__all__ = [
    "EXTENSIONS",
    "ConstantShape",
    "DateShape",
    "EnumShape",
    "Field",
    "ListShape",
    "NumberShape",
    "ObjectShape",
    "Shape",
    "TextShape",
    "UnionShape",
    "fields_of",
    "is_model",
    "model_classes",
    "read_annotation",
    "shape_of",
    "shorthand_of",
    "summary_of",
    "terms_of",
]

EXTENSIONS = "extensions"
"""The name of the field that every model class keeps its `x-` keys in; it is no field of the document."""


@attrs.frozen
class TextShape:
    """A text that matches a pattern."""

    pattern: Pattern


@attrs.frozen(kw_only=True)
class NumberShape:
    """A finite number within limits; `above` excludes its limit, the others include theirs."""

    whole: bool = False
    at_least: float | None = None
    above: float | None = None
    at_most: float | None = None


@attrs.frozen
class DateShape:
    """A calendar date, written YYYY-MM-DD."""


@attrs.frozen
class ConstantShape:
    """One text and no other."""

    value: str


@attrs.frozen
class EnumShape:
    """One of the terms of an enumeration."""

    terms: type[Term]


@attrs.frozen
class ListShape:
    """A list whose items have one shape; a tuple in Python."""

    item: "Shape"


@attrs.frozen
class ObjectShape:
    """An object of the model; `limits`, when given, also bounds every number in it."""

    cls: type
    limits: NumberShape | None = None


@attrs.frozen
class UnionShape:
    """One of several shapes, told apart by their JSON type alone."""

    options: "tuple[Shape, ...]"


Shape = TextShape | NumberShape | DateShape | ConstantShape | EnumShape | ListShape | ObjectShape | UnionShape


@attrs.frozen(kw_only=True)
class Field:
    """One field of a model class, as every reading of the model sees it."""

    name: str
    wire: str
    shape: Shape
    description: str
    required: bool
    default: object
    always_written: bool
    shorthand: bool


@attrs.frozen
class Annotation:
    """What one annotation says: a shape, whether None may stand for absence, and the marks beside it."""

    shape: Shape
    optional: bool
    marks: tuple[object, ...]


def is_model(cls: object) -> bool:
    """True for the classes of the model: attrs classes that keep extensions."""
    return isinstance(cls, type) and attrs.has(cls) and EXTENSIONS in attrs.fields_dict(cls)


@cache
def fields_of(cls: type) -> tuple[Field, ...]:
    """The fields of a model class, in the order in which they are written."""
    return tuple(_field(attribute) for attribute in attrs.fields(cls) if attribute.name != EXTENSIONS)


def shape_of(cls: type) -> ObjectShape:
    """The shape of a model class."""
    return ObjectShape(cls)


def shorthand_of(cls: type) -> Field | None:
    """The field whose bare value may stand for a whole object of this class."""
    return next((field for field in fields_of(cls) if field.shorthand), None)


def summary_of(cls: type) -> str:
    """What a class means: the first paragraph of its docstring, on one line."""
    return " ".join((getdoc(cls) or "").partition("\n\n")[0].split())


def model_classes(root: type) -> tuple[type, ...]:
    """A model class and every other that its fields lead to, each once, in the order in which they are met."""
    return tuple(cls for cls in _types_of(root) if not issubclass(cls, Term))


def terms_of(root: type) -> tuple[type[Term], ...]:
    """Every enumeration that the fields of a model class lead to, each once, in the order in which they are met."""
    return tuple(terms for terms in _types_of(root) if issubclass(terms, Term))


def _types_of(root: type) -> tuple[type, ...]:
    found: dict[type, None] = {}
    waiting: list[Shape] = [shape_of(root)]
    while waiting:
        match waiting.pop():
            case ObjectShape(cls) if cls not in found:
                found[cls] = None
                waiting.extend(field.shape for field in reversed(fields_of(cls)))
            case EnumShape(terms):
                found[terms] = None
            case ListShape(item):
                waiting.append(item)
            case UnionShape(options):
                waiting.extend(reversed(options))
    return tuple(found)


def _field(attribute: "attrs.Attribute[object]") -> Field:
    annotation = read_annotation(attribute.type)
    names = [mark.name for mark in annotation.marks if isinstance(mark, WireName)]
    required = attribute.default is attrs.NOTHING
    return Field(
        name=attribute.name,
        wire=names[0] if names else wire_name(attribute.name),
        shape=annotation.shape,
        description=" ".join(mark for mark in annotation.marks if isinstance(mark, str)),
        required=required,
        default=attribute.default,
        always_written=required or any(isinstance(mark, AlwaysWritten) for mark in annotation.marks),
        shorthand=any(isinstance(mark, Shorthand) for mark in annotation.marks),
    )


def read_annotation(annotation: object) -> Annotation:
    """Read one annotation of the vocabulary.

    Raises:
        TypeError: when the annotation is not one the vocabulary knows.
    """
    marks: tuple[object, ...] = ()
    if get_origin(annotation) is Annotated:
        annotation, *rest = get_args(annotation)
        marks = tuple(rest)
    options = get_args(annotation) if get_origin(annotation) in (Union, UnionType) else (annotation,)
    shapes = tuple(_shape(option, marks) for option in options if option is not NoneType)
    shape = shapes[0] if len(shapes) == 1 else UnionShape(shapes)
    return Annotation(shape, NoneType in options, marks)


def _shape(annotation: object, outer: tuple[object, ...]) -> Shape:
    marks = outer
    if get_origin(annotation) is Annotated:
        annotation, *inner = get_args(annotation)
        marks = (*inner, *outer)
    if get_origin(annotation) is tuple:
        return ListShape(read_annotation(get_args(annotation)[0]).shape)
    if get_origin(annotation) is Literal:
        return ConstantShape(get_args(annotation)[0])
    if annotation in (int, float):
        return _number(marks, whole=annotation is int)
    if annotation is date:
        return DateShape()
    if annotation is str:
        return TextShape(next(mark for mark in marks if isinstance(mark, Pattern)))
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return EnumShape(annotation)  # type: ignore[arg-type]
    if is_model(annotation):
        limits = _number(marks)
        return ObjectShape(annotation, None if limits == NumberShape() else limits)  # type: ignore[arg-type]
    raise TypeError(f"{annotation!r} is no type of the vocabulary")


def _number(marks: tuple[object, ...], *, whole: bool = False) -> NumberShape:
    return NumberShape(
        whole=whole,
        at_least=next((mark.ge for mark in marks if isinstance(mark, Ge)), None),  # type: ignore[arg-type]
        above=next((mark.gt for mark in marks if isinstance(mark, Gt)), None),  # type: ignore[arg-type]
        at_most=next((mark.le for mark in marks if isinstance(mark, Le)), None),  # type: ignore[arg-type]
    )
