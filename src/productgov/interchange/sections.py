"""The sections of a map: for each class of the model a class with a column for each field, made from its shapes.

A map therefore mirrors the document: `owner.name = {from = ["Assignee"]}` fills the name of the owner. A field that is
added to the model can be filled at once.
"""

from collections.abc import Iterator
from functools import cache
from typing import Annotated, NamedTuple

import attrs

from productgov.fields import Term, WireName, checked, shapes
from productgov.fields.shapes import Field, fields_of
from productgov.interchange.column import Column, Condition
from productgov.model.extensions import Extensions
from productgov.model.initiative import Initiative
from productgov.model.metrics import KPI, MetricGroup, Observation
from productgov.model.objectives import KeyResult, Objective
from productgov.paths import Path

__all__ = [
    "INITIATIVE",
    "KEY_RESULT",
    "KINDS",
    "KPI_SECTION",
    "OBJECTIVE",
    "OBSERVATION",
    "Extra",
    "ImportPlace",
    "Kind",
    "Leaf",
    "Section",
    "extras_of",
    "leaves",
    "section_class",
]

_TEXT = shapes.Text()
_WHERE = "What a row must say to be read as one; left out, every row is."


class ImportPlace(Term):
    """The list of the roadmap that an item is put into; what is done or dropped always is in delivered."""

    NOW = "now", "From 0 to 3 months."
    NEXT = "next", "From 3 to 6 months."
    LATER = "later", "From 6 to 12 months."
    BACKLOG = "backlog", "Not placed in a horizon yet."
    DUE = "due", "The horizon that its due day falls into; without a due day, the backlog."


class Section:
    """The base of the classes of sections, for annotations only: they are made from the classes of the model."""

    __slots__ = ()

    where: tuple[Condition, ...]


class Extra(NamedTuple):
    """What a row can say of an object beside the fields of the model.

    Attributes:
        name: what maps call it.
        meaning: what it means.
        shape: the shape of its value, or of each of its values.
        is_list: whether it has several values.
    """

    name: str
    meaning: str
    shape: shapes.Scalar = _TEXT
    is_list: bool = False


class Kind(NamedTuple):
    """A kind of section.

    Attributes:
        field: the field of a map that holds it.
        cls: the class of the objects that it makes.
        extras: what its columns can say beside the fields of the class.
        without: the fields that no column fills.
    """

    field: str
    cls: type
    extras: tuple[Extra, ...] = ()
    without: tuple[str, ...] = ()


INITIATIVE = Kind(
    "initiative",
    Initiative,
    (
        Extra(
            "horizon",
            "Its list: now, next, later, backlog, or due for that of its due day; finished items are in delivered.",
            shapes.Terms(ImportPlace),
        ),
        Extra("requires", "The ids or titles of the items that it requires.", is_list=True),
        Extra("blocks", "The ids or titles of the items that require it.", is_list=True),
        Extra("relatesTo", "The ids or titles of the items that belong to it, without order.", is_list=True),
    ),
)
KPI_SECTION = Kind(
    "kpi",
    KPI,
    (Extra("group", "Its group of metrics: input, output or guardrail.", shapes.Terms(MetricGroup)),),
)
OBJECTIVE = Kind(
    "objective",
    Objective,
    (Extra("parent", "The id or title of the objective that it contributes to."),),
    without=("key_results", "parent"),
)
KEY_RESULT = Kind(
    "key_result",
    KeyResult,
    (Extra("objective", "The id or title of its objective; left out, the last objective in this row or above it."),),
)
OBSERVATION = Kind("observation", Observation, (Extra("kpi", "The id of the KPI or key result that was measured."),))
KINDS = (INITIATIVE, KPI_SECTION, OBJECTIVE, KEY_RESULT, OBSERVATION)
"""Every kind of section, in the order in which a row is read."""


class Leaf(NamedTuple):
    """A field of the model that a map fills, or what it says beside them.

    Attributes:
        path: its path in the object, in the names of documents; 0 for the only item of a list of objects.
        shape: the shape of its value, or of each of its values.
        is_list: whether it is a list of single values.
        column: where the value is.
    """

    path: Path
    shape: shapes.Scalar
    is_list: bool
    column: Column


def section_class(kind: Kind) -> type:
    """The class of the sections of a kind."""
    extras = {extra.name: _declared(extra.name, Column, extra.meaning) for extra in kind.extras}
    where = attrs.field(type=Annotated[tuple[Condition, ...], _WHERE], default=())  # type: ignore[call-overload]
    return _made(kind.cls, {**extras, "where": where}, kind.without)


def leaves(section: Section, kind: Kind) -> Iterator[Leaf]:
    """The fields of the model that a section fills, in the order of the model."""
    yield from _leaves(section, kind.cls, kind.without, ())


def extras_of(section: Section, kind: Kind) -> Iterator[Leaf]:
    """What a section says beside the fields of the model."""
    for extra in kind.extras:
        column = getattr(section, extra.name)
        if column is not None:
            yield Leaf((extra.name,), extra.shape, extra.is_list, column)


def _leaves(section: object, cls: type, without: tuple[str, ...], path: Path) -> Iterator[Leaf]:
    for field in fields_of(cls):
        column = None if field.name in without else getattr(section, field.name)
        if column is None:
            continue
        here = (*path, field.wire)
        shape, is_list = field.shape, isinstance(field.shape, shapes.List)
        item = shape.item if isinstance(shape, shapes.List) else shape
        match item:
            case shapes.Object(inner):
                yield from _leaves(column, inner, (), (*here, 0) if is_list else here)
            case shapes.Either():
                yield Leaf(here, item.scalar, is_list, column)
            case shapes.Scalar():
                yield Leaf(here, item, is_list, column)


def _made(cls: type, more: dict[str, object], without: tuple[str, ...] = ()) -> type:
    members: dict[str, object] = {
        field.name: _declared(field.wire, _columns_for(field), field.description)
        for field in fields_of(cls)
        if field.name not in without
    }
    extensions = attrs.field(type=Extensions, default=Extensions())
    made: type = attrs.make_class(
        f"{cls.__name__}Columns",
        {**members, **more, "extensions": extensions},
        bases=(Section,),
        class_body={"__doc__": f"The columns of {cls.__name__}.", "__module__": __name__},
        frozen=True,
        kw_only=True,
        slots=True,
        field_transformer=checked,
    )
    return made


def _declared(wire: str, type_: type, meaning: str) -> object:
    annotation = Annotated[type_ | None, WireName(wire), meaning]  # type: ignore[valid-type]
    return attrs.field(type=annotation, default=None)  # type: ignore[call-overload]


def _columns_for(field: Field) -> type:
    """A column for a single value or a list of them, and further columns for an object."""
    shape = field.shape.item if isinstance(field.shape, shapes.List) else field.shape
    return _nested(shape.cls) if isinstance(shape, shapes.Object) else Column


@cache
def _nested(cls: type) -> type:
    return _made(cls, {})
