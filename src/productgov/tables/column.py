"""Columns: their names, types and meanings, and the values they can hold."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Literal, TypeAlias

import attrs

__all__ = ["CLASSES", "Cell", "Column", "ColumnType", "Values", "number"]

Cell: TypeAlias = str | int | float | bool | date | None
"""One value of a table; None where there is none."""

ColumnType: TypeAlias = Literal["text", "integer", "number", "boolean", "date", "json"]
"""What the values of a column are; those of a json column are JSON texts."""

CLASSES: Mapping[ColumnType, type] = MappingProxyType(
    {"text": str, "integer": int, "number": float, "boolean": bool, "date": date, "json": str}
)
"""The class of the values of each type."""

Values: TypeAlias = tuple[tuple[Cell, ...], ...]
"""For each column, the values of all rows."""


@attrs.frozen(kw_only=True)
class Column:
    """A column of a table.

    Attributes:
        name: its name, in snake_case.
        type: what its values are: text, integer, number (with 64 bits), boolean, date, or json (a JSON text). Any
            column can hold None, for a value that is not there.
        meaning: what its values mean, in a sentence.
    """

    name: str
    type: ColumnType
    meaning: str


def number(value: float | None) -> float | None:
    """A number of the model as a number column holds it, where there is one."""
    return None if value is None else float(value)
