"""Damage to good documents: every single mistake that can be made in one, from the shapes alone."""

import copy
from collections.abc import Iterator

import attrs

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
)
from productgov.model.governance import ProductGovernance
from productgov.paths import to_pointer

__all__ = ["Damage", "damaged", "damages"]

Tokens = tuple[str | int, ...]
Json = dict[str, object]
REMOVED = object()


@attrs.frozen
class Damage:
    """One mistake: what is written where, and the findings that must come of it, and no others."""

    kind: str
    at: Tokens
    value: object
    findings: frozenset[tuple[str, str]]
    renamed: str | None = None

    def is_apart_from(self, other: "Damage") -> bool:
        """True when the two are made in different objects, neither of which holds the other mistake."""
        mine, others = self.at[:-1], other.at[:-1]
        return mine != others and self.at != others[: len(self.at)] and other.at != mine[: len(other.at)]


def damaged(document: Json, *chosen: Damage) -> Json:
    """A copy of the document with these mistakes."""
    result = copy.deepcopy(document)
    for damage in chosen:
        holder: object = result
        for token in damage.at[:-1]:
            holder = holder[token]  # type: ignore[index]
        key = damage.at[-1]
        if damage.renamed is not None:
            holder[damage.renamed] = holder.pop(key)  # type: ignore[attr-defined, index]
        elif damage.value is REMOVED:
            del holder[key]  # type: ignore[attr-defined]
        else:
            holder[key] = damage.value  # type: ignore[index]
    return result


def damages(document: Json) -> list[Damage]:
    """Every single mistake that these kinds of damage can make in the document."""
    return list(_in_object(ProductGovernance, document, ()))


def _in_object(cls: type, data: Json, at: Tokens, limits: Shape | None = None) -> Iterator[Damage]:
    holder = to_pointer(at)
    for field in fields_of(cls):
        if field.wire not in data or field.name == "schema_version":
            continue
        place = (*at, field.wire)
        if field.required:
            yield Damage("dropped", place, REMOVED, frozenset({("PG004", holder)}))
            misspelt = f"{field.wire}Q"
            found = frozenset({("PG003", to_pointer((*at, misspelt))), ("PG004", holder)})
            yield Damage("misspelt", place, None, found, renamed=misspelt)
        yield from _in_value(limits or field.shape, data[field.wire], place)


def _in_value(shape: Shape, value: object, at: Tokens) -> Iterator[Damage]:
    wrong: object = "text" if isinstance(shape, ListShape) else [0]
    yield Damage("wrong type", at, wrong, frozenset({("PG005", to_pointer(at))}))
    yield Damage("null", at, None, frozenset({("PG005", to_pointer(at))}))
    if isinstance(shape, UnionShape):
        shape = next(option for option in shape.options if isinstance(option, ObjectShape) == isinstance(value, dict))
    if isinstance(shape, ListShape):
        assert isinstance(value, list)
        for index, item in enumerate(value):
            yield from _in_value(shape.item, item, (*at, index))
    elif isinstance(shape, ObjectShape):
        if isinstance(value, dict):
            yield from _in_object(shape.cls, value, at, shape.limits)
    else:
        outside, code = _outside(shape)
        yield Damage("out of range", at, outside, frozenset({(code, to_pointer(at))}))


def _outside(shape: Shape) -> tuple[object, str]:
    match shape:
        case NumberShape():
            return 1e16, "PG007"
        case DateShape():
            return "2026-02-30", "PG007"
        case TextShape():
            return "\u0001", "PG007"
        case EnumShape() | ConstantShape():
            return "no such term", "PG006"
        case _:
            raise AssertionError(shape)
