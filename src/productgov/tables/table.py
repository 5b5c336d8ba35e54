"""A table: named columns of fixed types, which other tools can take over as they are."""

from collections.abc import Iterable, Iterator, Sequence
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Self

import attrs

from productgov.display import Displayed
from productgov.errors import InvalidValueError
from productgov.model.extensions import LONE_SURROGATE
from productgov.tables.arrow import arrow_stream
from productgov.tables.column import CLASSES, Cell, Column, Values
from productgov.tables.files import Content, save_table
from productgov.tables.frames import pandas_frame, polars_frame
from productgov.wording import counted

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl

__all__ = ["Table"]

_GREATEST = 2**63 - 1
"""The greatest whole number of 64 bits, which is what other tools have."""


def _columns(given: Iterable[Column]) -> tuple[Column, ...]:
    return tuple(given)


def _values(given: Iterable[Iterable[Cell]]) -> Values:
    return tuple(map(tuple, given))


@attrs.frozen(kw_only=True, repr=False)
class Table(Displayed):
    """A table with columns of fixed types, whatever its rows hold; an empty table has them too.

    Iterate over it to read its rows. Tools that read Arrow's PyCapsule interface take it as it is:
    `polars.DataFrame(table)`, `pyarrow.table(table)`, `duckdb.sql("from table")`; that needs the extra `arrow`.

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
        if not names:
            raise InvalidValueError(f"the table {self.name} has no columns; give it one at least")
        if len(set(names)) < len(names):
            raise InvalidValueError(f"the table {self.name} has two columns of one name; give each its own")
        lengths = {len(values) for values in self.values}
        if len(self.values) != len(names) or len(lengths) > 1:
            raise InvalidValueError(
                f"the table {self.name} must have as many values in each of its {len(names)} columns"
            )
        for column, values in zip(self.columns, self.values, strict=True):
            problem = _problem(column, values)
            if problem:
                raise InvalidValueError(f"the column {column.name} of the table {self.name} holds {problem}")

    @classmethod
    def of(cls, name: str, columns: Iterable[Column], rows: Iterable[Sequence[Cell]]) -> Self:
        """A table of rows, each with a value for every column.

        Whole numbers become floats in number columns, terms become their texts.

        Raises:
            InvalidValueError: when a row is too short or too long, or a value does not fit its column.
        """
        given = tuple(columns)
        try:
            turned: Values = tuple(zip(*rows, strict=True)) or ((),) * len(given)
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
        return len(self.values[0])

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

    def to_pandas(self) -> "pd.DataFrame":
        """The table as a pandas frame.

        Its dtypes are string, Int64, float64, boolean and datetime64[s].

        Raises:
            MissingLibraryError: when pandas is not installed.
        """
        return pandas_frame(self.columns, self.values)

    def to_polars(self) -> "pl.DataFrame":
        """The table as a polars frame.

        Its types are String, Int64, Float64, Boolean and Date.

        Raises:
            MissingLibraryError: when polars is not installed.
        """
        return polars_frame(self.columns, self.values)

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """The table as a stream of Arrow, a new one for each call, in batches of at most 10,000 rows.

        Its types are utf8, int64, float64, bool and date32. A requested schema is not
        followed, as the interface allows.

        Raises:
            MissingExtraError: when nanoarrow is not installed.
        """
        return arrow_stream(self.columns, self.values)

    def save(self, path: str | PathLike[str]) -> None:
        """Write the table to a file, by the ending of its name: .csv, .parquet, or .sqlite, .sqlite3 or .db.

        A SQLite file holds this table alone. A file that exists is replaced as a whole, or not at all. In CSV, a text
        that a spreadsheet could take for a formula gets an apostrophe in front.

        Raises:
            OSError: when the file cannot be written.
            UnknownFormatError: when the name has another ending.
            MissingLibraryError: for Parquet, when neither pyarrow nor polars is installed.
        """
        save_table(Path(path), Content(self.name, self.columns, self.values))


def _problem(column: Column, values: Sequence[Cell]) -> str:
    """What is wrong with the values of a column; empty where nothing is."""
    wrong = set(map(type, values)) - {CLASSES[column.type], type(None)}
    if wrong:
        return f"{column.type} values, not {', '.join(sorted(cls.__name__ for cls in wrong))}"
    if column.type == "integer" and any(
        isinstance(each, int) and not -_GREATEST <= each <= _GREATEST for each in values
    ):
        return "a whole number of more than 64 bits"
    if CLASSES[column.type] is str and any(isinstance(each, str) and _is_broken(each) for each in values):
        return "half of a surrogate pair; write the whole character"
    return ""


def _is_broken(text: str) -> bool:
    return not text.isascii() and LONE_SURROGATE.search(text) is not None


def _of_type(column: Column, values: Iterable[Cell]) -> tuple[Cell, ...]:
    """Values as a column holds them, where that needs no guess."""
    if column.type == "number":
        return tuple(float(value) if type(value) is int else value for value in values)
    if CLASSES[column.type] is str:
        return tuple(str.__str__(value) if isinstance(value, str) else value for value in values)
    return tuple(values)
