"""The objects of a governance, one by one, with their places."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import TypeAlias

from productgov.fields import shapes
from productgov.fields.shapes import fields_of, model_classes
from productgov.model.governance import ProductGovernance
from productgov.paths import Trail

__all__ = ["Held", "objects"]

Held: TypeAlias = tuple[Trail, object]
"""An object and where it is held."""


_Child: TypeAlias = tuple[str, str, bool]
"""A field that may hold objects: its names in Python and in documents, and whether it is a list."""


_END = (0, None)


def objects(governance: ProductGovernance, worth: Callable[[object], bool] = lambda _: True) -> Iterator[Held]:
    """The objects of the model that are worth it, each before those that it holds, and their places.

    Long lists are gone through item by item, so that little waits at any moment.
    """
    children = _children()
    waiting: list[Held] = [(None, governance)]
    lists: list[tuple[Trail, Iterator[tuple[int, object]]]] = []
    while waiting or lists:
        if waiting:
            trail, value = waiting.pop()
        else:
            within, items = lists[-1]
            index, value = next(items, _END)
            if value is None:
                lists.pop()
                continue
            trail = (within, index)
        if worth(value):
            yield trail, value
        for name, wire, is_list in children[type(value)]:
            held = getattr(value, name)
            if not held:
                continue
            if is_list and children[type(held[0])]:
                lists.append(((trail, wire), enumerate(held)))
            elif is_list:
                for index, item in enumerate(held):
                    if worth(item):
                        yield ((trail, wire), index), item
            elif type(held) in children:
                waiting.append(((trail, wire), held))


@cache
def _children() -> Mapping[type, tuple[_Child, ...]]:
    return MappingProxyType({cls: tuple(_children_of(cls)) for cls in model_classes(ProductGovernance)})


def _children_of(cls: type) -> Iterator[_Child]:
    for field in fields_of(cls):
        is_list = isinstance(field.shape, shapes.List)
        if _may_be_object(field.shape.item if isinstance(field.shape, shapes.List) else field.shape):
            yield field.name, field.wire, is_list


def _may_be_object(shape: shapes.Shape) -> bool:
    return isinstance(shape, (shapes.Object, shapes.Either))
