"""The fields of a class of the model as columns of a table, derived from their shapes.

A single value is a column, and an object one for each of its fields: `deadline` becomes `deadline_date`,
`deadline_kind` and `deadline_source`. A field that stands for its whole object has the name of the object: the title of
`owner` is in `owner`. A number that can be an estimate is a column with the number, or the likely value, and two more,
`…_low` and `…_high`, that are empty for a plain number. A list is a JSON text. `x-` data of the object itself is the
JSON text `extensions`; that of objects within it is left out.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import cast

import attrs

from productgov.codec.to_data import writer_of
from productgov.fields import shapes
from productgov.fields.shapes import EXTENSIONS, Field, class_in, fields_of
from productgov.model.estimate import Estimate, likely
from productgov.model.extensions import Extensions, thaw_object
from productgov.tables.column import Cell, Column, ColumnType

__all__ = ["Flat", "Leaf", "json_text"]


@attrs.frozen(kw_only=True)
class Leaf:
    """One column.

    Attributes:
        column: the column.
        field: the attribute that it is read from.
        path: where its value is in plain data, below the object of the row.
        write: the cell for a value of the attribute that is not None.
        is_likely: whether it is the number, or the likely value of an estimate in its place.
    """

    column: Column
    field: str
    path: tuple[str, ...]
    write: Callable[[object], Cell]
    is_likely: bool = False


@attrs.frozen(kw_only=True)
class _Branch:
    """An attribute with an object, whose fields are columns."""

    field: str
    path: tuple[str, ...]
    name: str
    parts: "tuple[Leaf | _Branch, ...]"


@attrs.frozen(kw_only=True, slots=False)
class Flat:
    """How the objects of a class are rows.

    Attributes:
        cls: the class.
        apart: the fields that are left out, because they have tables of their own.
        names: columns with other names than their fields, which are `from_` or a word of SQL; a field whose name
            becomes empty gives none to the columns of its object.
    """

    cls: type
    apart: frozenset[str] = frozenset()
    names: Mapping[str, str] = attrs.field(factory=dict)

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The columns."""
        return tuple(leaf.column for leaf in self.leaves)

    @cached_property
    def leaves(self) -> tuple[Leaf, ...]:
        """The columns with where they are in plain data."""
        return tuple(_leaves(self._parts))

    @cached_property
    def names_by_path(self) -> Mapping[tuple[str, ...], str]:
        """The name of the column, or the beginning of the names of several, for each path below the object."""
        return dict(_names(self._parts))

    def values(self, objects: Sequence[object]) -> Iterator[list[Cell]]:
        """The values of each column for these objects."""
        return _values(self._parts, objects)

    @cached_property
    def _parts(self) -> tuple[Leaf | _Branch, ...]:
        fields = (field for field in fields_of(self.cls) if field.name not in self.apart)
        parts = (part for field in fields for part in self._of_field(field, "", "", ()))
        meaning = "Its `x-` data, as a JSON object; that of objects within it is left out."
        column = Column(name=EXTENSIONS, type="json", meaning=meaning)
        return (*parts, Leaf(column=column, field=EXTENSIONS, path=(EXTENSIONS,), write=_extensions_text))

    def _of_field(self, field: Field, prefix: str, said: str, path: tuple[str, ...]) -> Iterator[Leaf | _Branch]:
        """The columns of a field of the object, or of an object within it.

        Args:
            field: the field.
            prefix: what their names begin with.
            said: what is said of the object that the field is in.
            path: where that object is.
        """
        own = prefix + (field.name if path else self.names.get(field.name, field.name))
        name = prefix.removesuffix("_") if path and field.shorthand else own
        meaning = _joined(said, "" if path and field.shorthand else field.description)
        here = (*path, field.wire)

        def leaf(type: ColumnType, write: Callable[[object], Cell]) -> Leaf:
            return Leaf(column=Column(name=name, type=type, meaning=meaning), field=field.name, path=here, write=write)

        match field.shape:
            case shapes.Object(cls):
                inner = "" if not name else f"{name}_"
                about = meaning if name else ""
                parts = tuple(part for each in fields_of(cls) for part in self._of_field(each, inner, about, here))
                yield _Branch(field=field.name, path=here, name=name, parts=parts)
            case shapes.Either() if field.shape.object.cls is Estimate:
                number = leaf("number", _likely)
                yield attrs.evolve(number, path=(*here, "likely"), is_likely=True)
                for end, write in _ENDS.items():
                    said = f"The {end} end of `{name}`, where it is an estimate; empty where it is a plain number."
                    column = Column(name=f"{name}_{end}", type="number", meaning=said)
                    yield Leaf(column=column, field=field.name, path=(*here, end), write=write)
            case shapes.List():
                yield leaf("json", _json_writer(field))
            case _:
                yield leaf(*_scalar(field.shape))


def json_text(value: object) -> str:
    """Plain data as a JSON text."""
    return json.dumps(value, ensure_ascii=False)


def _low(value: object) -> Cell:
    return float(value.low) if isinstance(value, Estimate) else None


def _high(value: object) -> Cell:
    return float(value.high) if isinstance(value, Estimate) else None


_ENDS: Mapping[str, Callable[[object], Cell]] = {"low": _low, "high": _high}


def _likely(value: object) -> Cell:
    return float(likely(cast("float | Estimate", value)))


def _scalar(shape: shapes.Shape) -> tuple[ColumnType, Callable[[object], Cell]]:
    match shape:
        case shapes.Number(whole=True):
            return "integer", cast("Callable[[object], Cell]", int)
        case shapes.Number():
            return "number", cast("Callable[[object], Cell]", float)
        case shapes.Flag():
            return "boolean", bool
        case shapes.Date():
            return "date", _date
        case _:
            return "text", str


def _date(value: object) -> Cell:
    return cast("date", value)


def _json_writer(field: Field) -> Callable[[object], Cell]:
    """A list as JSON; an empty one that can be left out is not there."""
    item = field.shape.item if isinstance(field.shape, shapes.List) else field.shape
    cls = class_in(item)
    write: Callable[[object], object] = writer_of(cls) if cls else cast("shapes.Scalar", item).writer

    def text(value: object) -> Cell:
        items = cast("Sequence[object]", value)
        return None if not items and field.default == () else json_text([write(each) for each in items])

    return text


def _extensions_text(value: object) -> Cell:
    return json_text(thaw_object(value)) if isinstance(value, Extensions) and value else None


def _joined(said: str, description: str) -> str:
    """What is said of an object, and of a field of it: "Who is responsible for it: the person in this role."."""
    if not said or not description:
        return said or description
    return f"{said.rstrip('.')}: {description[0].lower()}{description[1:]}"


def _leaves(parts: Sequence[Leaf | _Branch]) -> Iterator[Leaf]:
    for part in parts:
        if isinstance(part, Leaf):
            yield part
        else:
            yield from _leaves(part.parts)


def _names(parts: Sequence[Leaf | _Branch]) -> Iterator[tuple[tuple[str, ...], str]]:
    for part in parts:
        if isinstance(part, Leaf):
            yield part.path, part.column.name
            if part.is_likely:
                yield part.path[:-1], part.column.name
        else:
            yield part.path, part.name
            yield from _names(part.parts)


def _values(parts: Sequence[Leaf | _Branch], objects: Sequence[object]) -> Iterator[list[Cell]]:
    for part in parts:
        held = [None if each is None else getattr(each, part.field) for each in objects]
        if isinstance(part, Leaf):
            write = part.write
            yield [None if each is None else write(each) for each in held]
        else:
            yield from _values(part.parts, held)
