"""Damage to good documents: every single mistake that can be made in one, from the shapes alone."""

import copy
from collections.abc import Iterator

import attrs

from productgov.fields import shapes
from productgov.fields.shapes import shape_of
from productgov.model.governance import ProductGovernance
from productgov.paths import to_pointer

__all__ = ["Damage", "damaged", "damages"]

Tokens = tuple[str | int, ...]
Json = dict[str, object]
REMOVED = object()
OUTSIDE = ("2026-02-30", "\u0001", 1e16)
"""Values of every type, one of which no kind of single value accepts."""


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
    return list(_in_object(shape_of(ProductGovernance), document, ()))


def _in_object(shape: shapes.Object, data: Json, at: Tokens) -> Iterator[Damage]:
    holder = to_pointer(at)
    for field in shape.fields:
        if field.wire not in data or field.name == "schema_version":
            continue
        place = (*at, field.wire)
        if field.required:
            yield Damage("dropped", place, REMOVED, frozenset({("PG004", holder)}))
        misspelt = f"{field.wire}Q"
        found = frozenset({("PG003", to_pointer((*at, misspelt)))})
        yield Damage("misspelt", place, None, found, renamed=misspelt)
        yield from _in_value(field.shape, data[field.wire], place)


def _in_value(shape: shapes.Shape, value: object, at: Tokens) -> Iterator[Damage]:
    wrong: object = "text" if isinstance(shape, shapes.List) else [0]
    yield Damage("wrong type", at, wrong, frozenset({("PG005", to_pointer(at))}))
    yield Damage("null", at, None, frozenset({("PG005", to_pointer(at))}))
    if isinstance(shape, shapes.Either):
        shape = shape.object if isinstance(value, dict) else shape.scalar
    match shape:
        case shapes.List(item):
            assert isinstance(value, list)
            for index, each in enumerate(value):
                yield from _in_value(item, each, (*at, index))
        case shapes.Object():
            if isinstance(value, dict):
                yield from _in_object(shape, value, at)
        case _:
            for outside in OUTSIDE:
                if shape.fits(outside) and not shape.accepts(outside):
                    code = "PG006" if shape.values else "PG007"
                    yield Damage("out of range", at, outside, frozenset({(code, to_pointer(at))}))
                    return
