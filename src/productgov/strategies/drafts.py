"""Drafts: objects of the model as they are drawn, before they become objects or documents.

A draft is drawn from the shapes alone. It is then built, by calling constructors, and written, as plain JSON, without
the code that reads and writes documents: that both are equal is what tests of this code can check.
"""

from collections.abc import Mapping
from enum import Enum
from functools import lru_cache
from types import MappingProxyType
from typing import Any

import attrs
from hypothesis import strategies as st

from productgov.fields import shapes
from productgov.fields.constraints import constraints_of
from productgov.fields.shapes import fields_of, shape_of, shorthand_of
from productgov.strategies.constraints import settled, with_needed
from productgov.strategies.values import Range, extension_keys, scalars

__all__ = ["Draft", "built", "drafts", "written"]

NOTHING_CHOSEN: Mapping[str, object] = MappingProxyType({})


@attrs.frozen(kw_only=True)
class Draft:
    """A drawn object: its class, the values of its given fields, its `x-` data.

    `bare` means that a document has the value of its one field instead of the whole object.
    """

    cls: type
    values: Mapping[str, Any]
    extensions: Mapping[str, object]
    bare: bool = False


def built(value: object) -> Any:
    """The Python value of a draft."""
    if isinstance(value, Draft):
        fields = {name: built(item) for name, item in value.values.items()}
        return value.cls(**fields, extensions=value.extensions)
    return tuple(map(built, value)) if isinstance(value, list) else value


def written(value: object) -> Any:
    """The plain data of a draft."""
    match value:
        case Draft(bare=True):
            return next(map(written, value.values.values()))
        case Draft():
            given = ((field.wire, value.values.get(field.name)) for field in fields_of(value.cls))
            return {wire: written(item) for wire, item in given if item is not None} | dict(value.extensions)
        case list():
            return [written(item) for item in value]
        case Enum():
            return value.value
        case None | bool() | int() | float() | str():
            return value
        case _:
            return str(value)


def drafts(cls: type, within: Range, chosen: Mapping[str, object] = NOTHING_CHOSEN) -> st.SearchStrategy[Draft]:
    """Drafts of one class that satisfy its constraints.

    Values and strategies in `chosen` take the place of those of their fields, by Python name; None leaves a field out.
    """
    return _drafts(shape_of(cls), within, chosen)


@st.composite
def _drafts(draw: st.DrawFn, shape: shapes.Object, within: Range, chosen: Mapping[str, object]) -> Draft:
    constraints = constraints_of(shape.cls)
    wanted = with_needed(draw, draw(_wanted(shape.cls, exhaustive=within.exhaustive)), constraints)
    values: dict[str, object] = {}
    for field in shape.fields:
        if field.name in chosen:
            item = chosen[field.name]
            values[field.name] = draw(item) if isinstance(item, st.SearchStrategy) else item
        elif field.name in wanted:
            values[field.name] = draw(_values(field.shape, within))
    values = {name: value for name, value in values.items() if value is not None}
    for constraint in constraints:
        values |= dict(settled(draw, constraint, values))
        values = {name: value for name, value in values.items() if value is not None}
    extensions = draw(_extensions(within))
    shorthand = shorthand_of(shape.cls)
    short = shorthand is not None and not extensions and values.keys() == {shorthand.name}
    return Draft(cls=shape.cls, values=values, extensions=extensions, bare=short and draw(st.booleans()))


@lru_cache
def _wanted(cls: type, *, exhaustive: bool) -> st.SearchStrategy[frozenset[str]]:
    """The given fields: the required ones, and one in four of the others or more."""
    required = frozenset(field.name for field in fields_of(cls) if field.required)
    others = tuple(field.name for field in fields_of(cls) if not field.required)
    bits = st.integers(0, 2 ** len(others) - 1)

    def marked(mask: int) -> frozenset[str]:
        return required.union(name for place, name in enumerate(others) if mask >> place & 1)

    few = st.builds(int.__and__, bits, bits)
    return (few | bits if exhaustive else few).map(marked) if others else st.just(required)


@lru_cache
def _extensions(within: Range) -> st.SearchStrategy[dict[str, object]]:
    if within.extensions is None:
        return st.just({})
    return st.just({}) | st.dictionaries(extension_keys(), within.extensions, max_size=2)


@lru_cache(maxsize=512)
def _values(shape: shapes.Shape, within: Range) -> st.SearchStrategy[object]:
    match shape:
        case shapes.List(item):
            return st.lists(_values(item, within), max_size=within.longest)
        case shapes.Object():
            return _drafts(shape, within, NOTHING_CHOSEN)
        case shapes.Either(options):
            return st.one_of(*(_values(option, within) for option in options))
        case _:
            return scalars(shape, exhaustive=within.exhaustive)
