"""Drafts: objects of the model as they are drawn, before they become objects or documents.

A draft is drawn from the shapes alone. The same draft is then built, by calling constructors, and written, as
plain JSON; that both say the same is for the code under test to prove.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from types import MappingProxyType
from typing import Any

import attrs
from hypothesis import assume
from hypothesis import strategies as st

from productgov.fields.constraints import Agreement, AllFinished, Ascending, ExactlyOne, NotBefore, OnlyWhen
from productgov.fields.shapes import (
    ConstantShape,
    DateShape,
    EnumShape,
    ListShape,
    NumberShape,
    ObjectShape,
    Shape,
    TextShape,
    fields_of,
    shorthand_of,
)
from productgov.fields.types import Term
from productgov.strategies.values import Latitude, dates, extension_keys, numbers, texts

__all__ = ["Draft", "built", "drafts", "written"]

NOTHING_CHOSEN: Mapping[str, object] = MappingProxyType({})


@attrs.frozen(kw_only=True)
class Draft:
    """An object to be: its class, the values of the fields that are given, its `x-` data.

    `bare` means that a document shows the value of its one field in place of the whole object.
    """

    cls: type
    values: Mapping[str, Any]
    extensions: Mapping[str, object]
    bare: bool = False


def built(value: object) -> Any:
    """What a draft stands for, in Python."""
    if isinstance(value, Draft):
        fields = {name: built(item) for name, item in value.values.items()}
        return value.cls(**fields, extensions=value.extensions)
    return tuple(map(built, value)) if isinstance(value, list) else value


def written(value: object) -> Any:
    """What a draft stands for, in a document."""
    match value:
        case Draft(bare=True):
            return next(map(written, value.values.values()))
        case Draft():
            given = ((field.wire, value.values.get(field.name)) for field in fields_of(value.cls))
            return {wire: written(item) for wire, item in given if item is not None} | dict(value.extensions)
        case list():
            return [written(item) for item in value]
        case date():
            return value.isoformat()
        case Term():
            return value.value
        case _:
            return value


@st.composite
def drafts(
    draw: st.DrawFn,
    cls: type,
    latitude: Latitude,
    chosen: Mapping[str, object] = NOTHING_CHOSEN,
    limits: NumberShape | None = None,
) -> Draft:
    """Drafts of one class that keep its agreements.

    Values and strategies in `chosen` take the place of those of their fields, by Python name; None leaves a field out.
    """
    agreements: Sequence[Agreement] = getattr(cls, "__agreements__", ())
    wanted = draw(_wanted(cls, wild=latitude.wild))
    for agreement in agreements:
        if isinstance(agreement, ExactlyOne):
            wanted = (wanted - {*agreement.fields}) | {draw(st.sampled_from(agreement.fields))}
    values: dict[str, object] = {}
    for field in fields_of(cls):
        if field.name in chosen:
            item = chosen[field.name]
            values[field.name] = draw(item) if isinstance(item, st.SearchStrategy) else item
        elif field.name in wanted:
            values[field.name] = draw(_values(limits or field.shape, latitude))
    values = {name: value for name, value in values.items() if value is not None}
    for agreement in agreements:
        values |= dict(_settled(draw, agreement, values))
    values = {name: value for name, value in values.items() if value is not None}
    extensions = draw(_extensions(latitude))
    shorthand = shorthand_of(cls)
    short = shorthand is not None and not extensions and values.keys() == {shorthand.name}
    return Draft(cls=cls, values=values, extensions=extensions, bare=short and draw(st.booleans()))


@lru_cache
def _wanted(cls: type, *, wild: bool) -> st.SearchStrategy[frozenset[str]]:
    """The fields that are given: those that must be, and one in four of the others, or more of them."""
    required = frozenset(field.name for field in fields_of(cls) if field.required)
    others = tuple(field.name for field in fields_of(cls) if not field.required)
    bits = st.integers(0, 2 ** len(others) - 1)

    def marked(mask: int) -> frozenset[str]:
        return required.union(name for place, name in enumerate(others) if mask >> place & 1)

    few = st.builds(int.__and__, bits, bits)
    return (few | bits if wild else few).map(marked) if others else st.just(required)


@lru_cache
def _extensions(latitude: Latitude) -> st.SearchStrategy[dict[str, object]]:
    if latitude.extensions is None:
        return st.just({})
    return st.just({}) | st.dictionaries(extension_keys(), latitude.extensions, max_size=2)


@lru_cache(maxsize=512)
def _values(shape: Shape, latitude: Latitude) -> st.SearchStrategy[object]:
    match shape:
        case TextShape(pattern):
            return texts(pattern, wild=latitude.wild)
        case NumberShape():
            return numbers(shape, wild=latitude.wild)
        case DateShape():
            return dates(wild=latitude.wild)
        case ConstantShape(value):
            return st.just(value)
        case EnumShape(terms):
            return st.sampled_from(tuple(terms))
        case ListShape(item):
            return st.lists(_values(item, latitude), max_size=latitude.longest)
        case ObjectShape(cls, limits):
            return drafts(cls, latitude, NOTHING_CHOSEN, limits)
    return st.one_of(*(_values(option, latitude) for option in shape.options))


def _settled(draw: st.DrawFn, agreement: Agreement, values: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    """The values that must change for the fields to agree; None takes a value away."""
    match agreement:
        case NotBefore(later, earlier):
            first, second = values.get(earlier), values.get(later)
            if isinstance(first, date) and isinstance(second, date):
                yield later, max(first, second)
        case OnlyWhen(field, other, term):
            if values.get(other) != term:
                yield field, None
        case Ascending(names):
            given = [name for name in names if name in values]
            numbers_given = [value for name in given if isinstance(value := values[name], (int, float))]
            yield from zip(given, sorted(numbers_given), strict=True)
        case AllFinished(name, _, finished):
            items = values.get(name)
            if isinstance(items, list):
                yield name, [_finished(draw, item, finished) for item in items]
        case ExactlyOne():
            pass
        case _:
            assume(not any(agreement.broken(values)))


def _finished(draw: st.DrawFn, item: object, finished: tuple[str, ...]) -> object:
    if not isinstance(item, Draft) or item.values.get("status") in finished:
        return item
    return attrs.evolve(item, values={**item.values, "status": draw(st.sampled_from(finished))})
