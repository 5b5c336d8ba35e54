"""A table: named columns of fixed types, which other tools can take over as they are."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Literal, Self, TypeAlias

import attrs

from productgov.display import Displayed
from productgov.errors import InvalidValueError
from productgov.wording import counted

__all__ = ["Cell", "Column", "ColumnType", "Table"]

Cell: TypeAlias = str | int | float | bool | date | None
"""One value of a table; None where there is none."""

ColumnType: TypeAlias = Literal["text", "integer", "number", "boolean", "date", "json"]
"""What the values of a column are; those of a json column are JSON texts."""

_CLASSES: Mapping[ColumnType, type] = MappingProxyType(
    {"text": str, "integer": int, "number": float, "boolean": bool, "date": date, "json": str}
)


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


def _columns(given: Iterable[Column]) -> tuple[Column, ...]:
    return tuple(given)


def _values(given: Iterable[Iterable[Cell]]) -> tuple[tuple[Cell, ...], ...]:
    return tuple(map(tuple, given))


@attrs.frozen(kw_only=True, repr=False)
class Table(Displayed):
    """A table with columns of fixed types, whatever its rows hold; an empty table has them too.

    Iterate over it to read its rows.

    Attributes:
        name: what it is called, in snake_case.
        columns: its columns.
        values: for each column, the values of all rows.

    Raises:
        InvalidValueError: when two columns have one name, or the values do not fit the columns.
    """

    name: str
    columns: tuple[Column, ...] = attrs.field(converter=_columns)
    values: tuple[tuple[Cell, ...], ...] = attrs.field(converter=_values)

    def __attrs_post_init__(self) -> None:
        names = [column.name for column in self.columns]
        if len(set(names)) < len(names):
            raise InvalidValueError(f"the table {self.name} has two columns of one name; give each its own")
        lengths = {len(values) for values in self.values}
        if len(self.values) != len(names) or len(lengths) > 1:
            raise InvalidValueError(
                f"the table {self.name} must have as many values in each of its {len(names)} columns"
            )
        for column, values in zip(self.columns, self.values, strict=True):
            wrong = set(map(type, values)) - {_CLASSES[column.type], type(None)}
            if wrong:
                given = ", ".join(sorted(cls.__name__ for cls in wrong))
                raise InvalidValueError(
                    f"the column {column.name} of the table {self.name} holds {column.type} values, not {given}"
                )

    @classmethod
    def of(cls, name: str, columns: Iterable[Column], rows: Iterable[Sequence[Cell]]) -> Self:
        """A table of rows, each with a value for every column.

        Whole numbers become floats in number columns, terms become their texts.

        Raises:
            InvalidValueError: when a row is too short or too long, or a value does not fit its column.
        """
        given = tuple(columns)
        try:
            turned: tuple[tuple[Cell, ...], ...] = tuple(zip(*rows, strict=True)) or ((),) * len(given)
        except ValueError:
            raise InvalidValueError(f"the rows of the table {name} must each have {len(given)} values") from None
        if len(turned) != len(given):
            raise InvalidValueError(f"the rows of the table {name} must each have {len(given)} values")
        return cls(
            name=name,
            columns=given,
            values=tuple(_of_type(column, values) for column, values in zip(given, turned, strict=True)),
        )

    def __len__(self) -> int:
        return len(self.values[0]) if self.values else 0

    def __iter__(self) -> Iterator[tuple[Cell, ...]]:
        return zip(*self.values, strict=True)

    def __repr__(self) -> str:
        return f"<Table {self.name}: {counted(len(self), 'row')}, {counted(len(self.columns), 'column')}>"

    def to_columns(self) -> dict[str, list[Cell]]:
        """The values of each column, by its name."""
        return {column.name: list(values) for column, values in zip(self.columns, self.values, strict=True)}

    def to_records(self) -> list[dict[str, Cell]]:
        """The rows, each with the value of every column by its name."""
        names = [column.name for column in self.columns]
        return [dict(zip(names, row, strict=True)) for row in self]


def _of_type(column: Column, values: Iterable[Cell]) -> tuple[Cell, ...]:
    """Values as a column holds them, where that needs no guess."""
    if column.type == "number":
        return tuple(float(value) if type(value) is int else value for value in values)
    if column.type in ("text", "json"):
        return tuple(str.__str__(value) if isinstance(value, str) else value for value in values)
    return tuple(values)
