"""The shape of every field: single values, lists, objects, and alternatives of them.

The constructors, the loader, the schemas, TypeScript, the strategies and the reference tables are all compiled from
these shapes and from nothing else. Import the module and match qualified names: `case shapes.List(item)`.
"""

from collections.abc import Callable, Iterator
from functools import cache
from inspect import getdoc
from operator import attrgetter
from typing import TypeAlias

import attrs

from productgov.fields.marks import Refers
from productgov.fields.periods import Periods
from productgov.fields.scalars import Constant, Date, Flag, Number, Patterned, Problem, Scalar, Terms, Text
from productgov.fields.types import MAGNITUDE, Term
from productgov.paths import Path

__all__ = [
    "DECLARATION",
    "EXTENSIONS",
    "Constant",
    "Date",
    "Either",
    "Field",
    "Flag",
    "List",
    "Number",
    "Object",
    "Patterned",
    "Periods",
    "Problem",
    "Scalar",
    "Shape",
    "Terms",
    "Text",
    "class_in",
    "fields_of",
    "is_model",
    "model_classes",
    "python_path",
    "shape_of",
    "shorthand_of",
    "summary_of",
    "terms_of",
    "wire_path",
]

EXTENSIONS = "extensions"
"""The name of the attribute with the `x-` keys of an object; it is not a field of the document."""

DECLARATION = "productgov"
"""The key in the metadata of an attribute under which `checked` keeps its `Field`."""


@attrs.frozen
class List:
    """A list whose items have one shape; a tuple in Python."""

    item: "Shape"


@attrs.frozen
class Object:
    """An object of a model class; `limits` also applies to every number in it."""

    cls: type
    limits: Number | None = None

    @property
    def name(self) -> str:
        """The name of its class, and of its limits where it has some."""
        if self.limits is None:
            return self.cls.__name__
        least, above, most = self.limits.at_least, self.limits.above, self.limits.at_most
        low = f"AtLeast{least:g}" if above is None else f"Above{above:g}"
        return f"{self.cls.__name__}{low}{f'AtMost{most:g}' if most < MAGNITUDE else ''}"

    @property
    def fields(self) -> "tuple[Field, ...]":
        """The fields of its class, its numbers within the limits."""
        return fields_of(self.cls) if self.limits is None else _limited_fields(self.cls, self.limits)

    @property
    def shorthand(self) -> "Field | None":
        """The field whose bare value can be given for the whole object."""
        return shorthand_of(self.cls)


@attrs.frozen
class Either:
    """An object or a single value, told apart by their type in JSON."""

    options: "tuple[Object | Scalar, Object | Scalar]"

    @property
    def object(self) -> Object:
        """The alternative that is an object."""
        return next(option for option in self.options if isinstance(option, Object))

    @property
    def scalar(self) -> Scalar:
        """The alternative that is a single value."""
        return next(option for option in self.options if isinstance(option, Scalar))


Shape: TypeAlias = Scalar | List | Object | Either


@attrs.frozen(kw_only=True)
class Field:
    """One field of a model class, as every reading of the model sees it.

    Attributes:
        name: its name in Python.
        wire: its name in documents.
        shape: the shape of its value.
        description: what it means, in one sentence or more.
        required: whether it must be given.
        default: its value when it is left out.
        always_written: whether it is written even with its default.
        shorthand: whether its bare value can be given for the whole object.
        names: the kind of thing whose names it contains, such as "kpi"; None for other fields.
        refers: the kind of thing it refers to by name; None for other fields.
        key: whether the objects of a list are told apart by it.
    """

    name: str
    wire: str
    shape: Shape
    description: str
    required: bool
    default: object
    always_written: bool
    shorthand: bool
    names: str | None
    refers: Refers | None
    key: bool


def is_model(cls: object) -> bool:
    """True for classes that are declared with `checked` and keep extensions."""
    return isinstance(cls, type) and attrs.has(cls) and EXTENSIONS in attrs.fields_dict(cls) and bool(fields_of(cls))


@cache
def fields_of(cls: type) -> tuple[Field, ...]:
    """The fields of a model class, in the order in which they are written."""
    declared = (attribute.metadata.get(DECLARATION) for attribute in attrs.fields(cls))
    return tuple(field for field in declared if isinstance(field, Field))


@cache
def _limited_fields(cls: type, limits: Number) -> tuple[Field, ...]:
    return tuple(
        attrs.evolve(field, shape=limits) if isinstance(field.shape, Number) else field for field in fields_of(cls)
    )


def shape_of(cls: type) -> Object:
    """The shape of a model class."""
    return Object(cls)


def shorthand_of(cls: type) -> Field | None:
    """The field whose bare value can be given for a whole object of this class."""
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


def class_in(shape: Shape) -> type | None:
    """The class of the objects in values of this shape; None when there are none."""
    match shape:
        case Object(cls):
            return cls
        case List(item):
            return class_in(item)
        case Either():
            return shape.object.cls
        case _:
            return None


def wire_path(cls: type, path: Path) -> Path:
    """A path below an object of a class, in the names of documents, from one in Python names."""
    return tuple(field.wire if field else token for field, token in _fields_along(cls, path, attrgetter("name")))


def python_path(cls: type, path: Path) -> Path:
    """A path below an object of a class, in Python names, from one in the names of documents."""
    return tuple(field.name if field else token for field, token in _fields_along(cls, path, attrgetter("wire")))


def _fields_along(cls: type, path: Path, name: Callable[[Field], str]) -> Iterator[tuple[Field | None, str | int]]:
    """Each token of a path, with the field that it names."""
    holder: type | None = cls
    for token in path:
        field = next((field for field in fields_of(holder) if name(field) == token), None) if holder else None
        yield field, token
        holder = class_in(field.shape) if field else holder


def _types_of(root: type) -> tuple[type, ...]:
    found: dict[type, None] = {}
    waiting: list[Shape] = [shape_of(root)]
    while waiting:
        match waiting.pop():
            case Object(cls) if cls not in found:
                found[cls] = None
                waiting.extend(field.shape for field in reversed(fields_of(cls)))
            case Terms(terms):
                found[terms] = None
            case List(item):
                waiting.append(item)
            case Either(options):
                waiting.extend(reversed(options))
    return tuple(found)
