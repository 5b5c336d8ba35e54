"""The objects of a governance, one by one, with their places."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from productgov.model.governance import ProductGovernance
from productgov.rules.context import Path
from productgov.shape import Field, ListShape, ObjectShape, Shape, UnionShape, fields_of

__all__ = ["objects"]


class _Children(NamedTuple):
    """The fields of a class that hold objects: single ones and lists, by their names in Python and in documents."""

    single: tuple[tuple[str, str], ...]
    lists: tuple[tuple[str, str], ...]


def objects(governance: ProductGovernance) -> Iterator[tuple[Path, object]]:
    """Every object, each before those that it holds."""
    waiting: list[tuple[Path, object]] = [((), governance)]
    while waiting:
        path, value = waiting.pop()
        yield path, value
        cls: type = type(value)
        children = _children(cls)
        for name, wire in children.single:
            held = getattr(value, name)
            if hasattr(held, "extensions"):
                waiting.append(((*path, wire), held))
        for name, wire in children.lists:
            waiting.extend(((*path, wire, index), held) for index, held in enumerate(getattr(value, name) or ()))


@cache
def _children(cls: type) -> _Children:
    single = tuple((field.name, field.wire) for field in fields_of(cls) if _may_be_object(field.shape))
    return _Children(single, tuple((field.name, field.wire) for field in fields_of(cls) if _holds_objects(field)))


def _may_be_object(shape: Shape) -> bool:
    return isinstance(shape, (ObjectShape, UnionShape))


def _holds_objects(field: Field) -> bool:
    return isinstance(field.shape, ListShape) and _may_be_object(field.shape.item)
