"""The twin of each class of the model: a msgspec.Struct that msgspec decodes, with what it can check by itself.

Twins have the names of documents and hold texts, numbers, dates, terms, tuples and other twins. A field that is not
given is UNSET and not its default, so that a twin encodes again exactly the keys that were read, and refuses null.
"""

from datetime import date
from functools import cache
from typing import Annotated, Literal, Union

import msgspec

from productgov.fields.shapes import (
    ConstantShape,
    DateShape,
    EnumShape,
    ListShape,
    NumberShape,
    ObjectShape,
    Shape,
    TextShape,
    UnionShape,
    fields_of,
    shorthand_of,
)
from productgov.fields.types import TEXT

__all__ = ["depth_of", "twin_of"]

_NOT_EMPTY = Annotated[str, msgspec.Meta(min_length=1)]


@cache
def twin_of(shape: ObjectShape) -> type[msgspec.Struct]:
    """The twin of the objects of one shape."""
    fields = fields_of(shape.cls)
    types = {field.name: _type_of(shape.limits or field.shape) for field in fields}
    return msgspec.defstruct(
        shape.cls.__name__,
        [
            (field.name, types[field.name])
            if field.required
            else (field.name, types[field.name] | msgspec.UnsetType, msgspec.UNSET)
            for field in fields
        ],
        rename={field.name: field.wire for field in fields},
        kw_only=True,
        forbid_unknown_fields=True,
        gc=False,
    )


def depth_of(shape: Shape) -> int:
    """How deep lists and objects nest in values of a shape, at the most."""
    match shape:
        case ObjectShape(cls):
            return 1 + max(depth_of(field.shape) for field in fields_of(cls))
        case ListShape(item):
            return 1 + depth_of(item)
        case UnionShape(options):
            return max(map(depth_of, options))
        case _:
            return 0


def _type_of(shape: Shape) -> object:
    match shape:
        case TextShape(pattern):
            return _NOT_EMPTY if pattern is TEXT else str
        case NumberShape(whole=True):
            return _limited(shape, int)
        case NumberShape():
            return Union[_limited(shape, int), _limited(shape, float)]  # noqa: UP007 - of values
        case DateShape():
            return date
        case ConstantShape(value):
            return Literal[value]
        case EnumShape(terms):
            return terms
        case ListShape(item):
            return tuple[_type_of(item), ...]  # type: ignore[misc]
        case ObjectShape(cls):
            shorthand = shorthand_of(cls)
            return Union[twin_of(shape), _type_of(shorthand.shape)] if shorthand else twin_of(shape)  # noqa: UP007
        case UnionShape(options):
            return Union[tuple(map(_type_of, options))]  # noqa: UP007


def _limited(shape: NumberShape, kind: type) -> object:
    limits = {"ge": shape.at_least, "gt": shape.above, "le": shape.at_most}
    return Annotated[kind, msgspec.Meta(**{name: kind(limit) for name, limit in limits.items() if limit is not None})]
