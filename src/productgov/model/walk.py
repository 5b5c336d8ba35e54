"""Every object of a governance, with its path."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import TypeAlias

from productgov.fields import shapes
from productgov.fields.shapes import fields_of, model_classes
from productgov.model.extensions import HasExtensions
from productgov.model.governance import ProductGovernance
from productgov.paths import Trail

__all__ = ["Held", "objects"]

Held: TypeAlias = tuple[Trail, HasExtensions]
"""An object of the model and its trail."""


_Child: TypeAlias = tuple[str, str, bool]
"""A field that can hold objects: its names in Python and in documents, and whether it is a list."""


def _any(_: HasExtensions) -> bool:
    return True


def objects(governance: ProductGovernance, wanted: Callable[[HasExtensions], bool] = _any) -> tuple[Held, ...]:
    """The objects of a governance that are wanted, each before those that it holds."""
    children = _children()
    found: list[Held] = []

    def visit(trail: Trail, value: HasExtensions) -> None:
        """Recursive, for the model is only a few levels deep, however large a document is."""
        if wanted(value):
            found.append((trail, value))
        for name, wire, is_list in children[type(value)]:
            held = getattr(value, name)
            if not held:
                continue
            if not is_list:
                if type(held) in children:
                    visit((trail, wire), held)
            elif children[type(held[0])]:
                for index, item in enumerate(held):
                    visit(((trail, wire), index), item)
            else:
                found.extend((((trail, wire), index), item) for index, item in enumerate(held) if wanted(item))

    visit(None, governance)
    return tuple(found)


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
