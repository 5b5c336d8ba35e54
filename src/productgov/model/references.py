"""The references of a governance: where a text names something, and the names that exist.

Which fields refer to what is declared with the fields, as `Refers` and `Names`. The kinds are "item" (initiatives,
visions and externals), "kpi", "theme" and "pillar".
"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Literal, NamedTuple, TypeAlias

from productgov.fields.shapes import Field, class_in, fields_of, model_classes
from productgov.model.governance import ProductGovernance
from productgov.paths import Path, Trail, path_of

__all__ = ["Definition", "Reference", "definitions", "names_of", "references"]

_Mark: TypeAlias = Literal["names", "refers"]


class Reference(NamedTuple):
    """One text that refers to something by its name.

    Attributes:
        kind: the kind of thing it refers to.
        name: the name.
        exact: False where the text can also be something else than a name.
        holder: the object whose field it is.
        field: the field.
        trail: where it is.
    """

    kind: str
    name: str
    exact: bool
    holder: object
    field: Field
    trail: Trail

    @property
    def path(self) -> Path:
        """Where it is, in the names of documents."""
        return path_of(self.trail)


class Definition(NamedTuple):
    """One name that references can use.

    Attributes:
        kind: the kind of thing that has the name.
        name: the name.
        holder: the object that has the name, or lists it.
        field: the field that holds it.
        trail: where it is.
    """

    kind: str
    name: str
    holder: object
    field: Field
    trail: Trail

    @property
    def path(self) -> Path:
        """Where it is, in the names of documents."""
        return path_of(self.trail)


def references(governance: ProductGovernance) -> Iterator[Reference]:
    """Every reference of a governance, those of an object before those of the objects that it holds."""
    for holder, field, name, trail in _marked(governance, "refers"):
        assert field.refers is not None
        yield Reference(field.refers.kind, name, field.refers.exact, holder, field, trail)


def definitions(governance: ProductGovernance) -> Iterator[Definition]:
    """Every name of a governance that references can use, in the order of `references`."""
    for holder, field, name, trail in _marked(governance, "names"):
        assert field.names is not None
        yield Definition(field.names, name, holder, field, trail)


def names_of(governance: ProductGovernance, kind: str) -> tuple[str, ...]:
    """The names of one kind that exist, each once."""
    return tuple(dict.fromkeys(each.name for each in definitions(governance) if each.kind == kind))


class _Plan(NamedTuple):
    """What to look at in the objects of a class: the fields with the mark, and those that lead to others."""

    marked: tuple[Field, ...]
    leading: tuple[Field, ...]


def _marked(governance: ProductGovernance, mark: _Mark) -> Iterator[tuple[object, Field, str, Trail]]:
    plans = _plans(mark)
    waiting: list[tuple[object, Trail]] = [(governance, None)]
    while waiting:
        holder, trail = waiting.pop()
        plan = plans[type(holder)]
        for field in plan.marked:
            for text, place in _values(holder, field, trail):
                if isinstance(text, str):
                    yield holder, field, text, place
        for field in reversed(plan.leading):
            waiting.extend(reversed([held for held in _values(holder, field, trail) if type(held[0]) in plans]))


def _values(holder: object, field: Field, trail: Trail) -> Iterator[tuple[object, Trail]]:
    """The value of a field, or the items of its list, with their trails."""
    value: object = getattr(holder, field.name)
    place: Trail = (trail, field.wire)
    if isinstance(value, tuple):
        for index, item in enumerate(value):
            yield item, (place, index)
    else:
        yield value, place


@cache
def _plans(mark: _Mark) -> Mapping[type, _Plan]:
    """The plans of the classes that have a field with the mark, or lead to one."""
    plans: dict[type, _Plan] = {}
    for cls in model_classes(ProductGovernance):
        fields = fields_of(cls)
        marked = tuple(field for field in fields if getattr(field, mark) is not None)
        leading = tuple(field for field in fields if _leads(field, mark))
        if marked or leading:
            plans[cls] = _Plan(marked, leading)
    return plans


def _leads(field: Field, mark: _Mark) -> bool:
    cls = class_in(field.shape)
    return cls is not None and any(
        getattr(inner, mark) is not None for each in model_classes(cls) for inner in fields_of(each)
    )
