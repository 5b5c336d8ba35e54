"""A msgspec.Struct for each class of the model, which decodes JSON and checks what msgspec can check.

Fields have the names of documents and contain texts, numbers, dates, terms, tuples and other structs. A field that is
not given is UNSET rather than its default, so that a struct encodes exactly the keys that were read, and refuses null.
"""

from datetime import date
from typing import Annotated, Literal, Union

import msgspec

from productgov.codec.once import once
from productgov.fields import shapes
from productgov.fields.types import TEXT

__all__ = ["depth_of", "struct_of"]

_NOT_EMPTY = Annotated[str, msgspec.Meta(min_length=1)]


@once
def struct_of(shape: shapes.Object) -> type[msgspec.Struct]:
    """The struct for the objects of one shape."""
    types = {field.name: _type_of(field.shape) for field in shape.fields}
    return msgspec.defstruct(
        shape.cls.__name__,
        [
            (field.name, types[field.name])
            if field.required
            else (field.name, types[field.name] | msgspec.UnsetType, msgspec.UNSET)
            for field in shape.fields
        ],
        rename={field.name: field.wire for field in shape.fields},
        kw_only=True,
        forbid_unknown_fields=True,
        gc=False,
    )


def depth_of(shape: shapes.Shape) -> int:
    """The deepest nesting of lists and objects in values of a shape."""
    match shape:
        case shapes.Object():
            return 1 + max(depth_of(field.shape) for field in shape.fields)
        case shapes.List(item):
            return 1 + depth_of(item)
        case shapes.Either(options):
            return max(map(depth_of, options))
        case _:
            return 0


def _type_of(shape: shapes.Shape) -> object:
    match shape:
        case shapes.Text(pattern):
            return _NOT_EMPTY if pattern is TEXT else str
        case shapes.Number():
            return _limited(shape, int) if shape.whole else _any_of(_limited(shape, int), _limited(shape, float))
        case shapes.Date():
            return date
        case shapes.Constant(value):
            return Literal[value]
        case shapes.Terms(terms):
            return terms
        case shapes.List(item):
            return tuple[_type_of(item), ...]  # type: ignore[misc]
        case shapes.Object():
            return _any_of(struct_of(shape), _type_of(shape.shorthand.shape)) if shape.shorthand else struct_of(shape)
        case shapes.Either(options):
            return _any_of(*map(_type_of, options))
        case _:
            return _any_of(*shape.plain_types)


def _any_of(*types: object) -> object:
    return Union[types]  # noqa: UP007 - of values


def _limited(shape: shapes.Number, kind: type) -> object:
    limits = {"ge": shape.at_least, "gt": shape.above, "le": shape.at_most}
    return Annotated[kind, msgspec.Meta(**{name: kind(limit) for name, limit in limits.items() if limit is not None})]
