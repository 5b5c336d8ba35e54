"""The objects of a governance, one by one, with their places."""

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

from productgov.model.governance import ProductGovernance
from productgov.shape import ListShape, ObjectShape, Shape, UnionShape, fields_of, model_classes

__all__ = ["Held", "Trail", "objects", "path_of"]

Trail: TypeAlias = "tuple[Trail, str | int] | None"
"""A place as it is gone to: the place before, and the last step; None is the document."""


Held: TypeAlias = tuple[Trail, object]
"""An object and where it is held."""


class _Children(NamedTuple):
    """The fields of a class that hold objects: single ones and lists, by their names in Python and in documents."""

    single: tuple[tuple[str, str], ...]
    lists: tuple[tuple[str, str], ...]


def objects(governance: ProductGovernance) -> Iterator[Held]:
    """Every object of the model, each before those that it holds."""
    children = _children()
    waiting: list[Held] = [(None, governance)]
    while waiting:
        found = waiting.pop()
        yield found
        trail, value = found
        single, lists = children[type(value)]
        for name, wire in single:
            held = getattr(value, name)
            if type(held) in children:
                waiting.append(((trail, wire), held))
        for name, wire in lists:
            items = getattr(value, name)
            if items:
                within = (trail, wire)
                waiting += [((within, index), held) for index, held in enumerate(items)]


def path_of(trail: Trail) -> tuple[str | int, ...]:
    """The names and indices that lead from the document to a place."""
    steps: list[str | int] = []
    while trail is not None:
        trail, step = trail
        steps.append(step)
    return tuple(reversed(steps))


@cache
def _children() -> Mapping[type, _Children]:
    found: dict[type, _Children] = {}
    for cls in model_classes(ProductGovernance):
        fields = fields_of(cls)
        single = tuple((field.name, field.wire) for field in fields if _may_be_object(field.shape))
        lists = tuple(
            (field.name, field.wire)
            for field in fields
            if isinstance(field.shape, ListShape) and _may_be_object(field.shape.item)
        )
        found[cls] = _Children(single, lists)
    return MappingProxyType(found)


def _may_be_object(shape: Shape) -> bool:
    return isinstance(shape, (ObjectShape, UnionShape))
