"""The fields of the records that rankings are printed as: each written once, for rows, JSON and its schema."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Generic, Never, TypeVar

import attrs

__all__ = [
    "COUNT",
    "NUMBER",
    "PLACE",
    "SHARE",
    "TEXT",
    "VALUE",
    "RecordField",
    "cells",
    "fields_schema",
    "list_of",
    "mapping_of",
    "nullable",
    "one_of",
    "record",
]

Schema = Mapping[str, object]
Row_contra = TypeVar("Row_contra", contravariant=True)
Value_co = TypeVar("Value_co", covariant=True)

TEXT: Schema = MappingProxyType({"type": "string"})
VALUE: Schema = MappingProxyType({"anyOf": [{"type": name} for name in ("number", "string", "boolean", "null")]})
NUMBER: Schema = MappingProxyType({"type": "number"})
COUNT: Schema = MappingProxyType({"type": "integer", "minimum": 0})
PLACE: Schema = MappingProxyType({"type": "integer", "minimum": 1})
SHARE: Schema = MappingProxyType({"type": "number", "minimum": 0, "maximum": 1})


@attrs.frozen
class RecordField(Generic[Row_contra, Value_co]):
    """One field of a printed record.

    Attributes:
        name: the key.
        type: the type of the value, as JSON Schema says it.
        meaning: what the value is, in a sentence.
        read: the value of a row.
        included: the rows whose JSON has the field; None for all of them.
    """

    name: str
    type: Schema
    meaning: str
    read: Callable[[Row_contra], Value_co]
    included: Callable[[Row_contra], bool] | None = attrs.field(default=None, kw_only=True)


def cells(fields: Iterable[RecordField[Row_contra, Value_co]], row: Row_contra) -> dict[str, Value_co]:
    """All fields of a row, for tables, where each row has the same."""
    return {field.name: field.read(row) for field in fields}


def record(fields: Iterable[RecordField[Row_contra, object]], row: Row_contra) -> dict[str, object]:
    """The fields of a row that its JSON includes."""
    return cells((field for field in fields if field.included is None or field.included(row)), row)


def fields_schema(
    fields: Iterable[RecordField[Never, object]], optional: Iterable[RecordField[Never, object]] = ()
) -> Schema:
    """The JSON Schema of a record; the optional fields, and those not always included, may be missing."""
    given = tuple(fields)
    properties = {field.name: {"description": field.meaning, **field.type} for field in (*given, *optional)}
    required = [field.name for field in given if field.included is None]
    return {"type": "object", "properties": properties, "required": required}


def nullable(type: Schema) -> Schema:
    """The type, or null."""
    values = type.get("enum")
    enum = {"enum": [*values, None]} if isinstance(values, list) else {}
    return {**type, "type": [type["type"], "null"], **enum}


def one_of(values: Iterable[str]) -> Schema:
    """One of several texts."""
    return {"type": "string", "enum": list(values)}


def list_of(item: Schema) -> Schema:
    """A list of items of one type."""
    return {"type": "array", "items": dict(item)}


def mapping_of(value: Schema) -> Schema:
    """An object whose values all have one type, by names that are not known in advance."""
    return {"type": "object", "additionalProperties": dict(value)}
