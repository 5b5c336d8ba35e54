"""Tables as a SQLite database."""

from collections.abc import Iterable, Mapping
from contextlib import closing
from datetime import date
from pathlib import Path

from productgov.tables.column import Cell, Column, ColumnType, Values

__all__ = ["write_sqlite"]

_TYPES: Mapping[ColumnType, str] = {
    "text": "TEXT",
    "integer": "INTEGER",
    "number": "REAL",
    "boolean": "BOOLEAN",
    "date": "DATE",
    "json": "TEXT",
}
"""The declared types: tools such as DuckDB and Tableau take them up, SQLite itself keeps what it is given."""


def write_sqlite(file: Path, tables: Iterable[tuple[str, tuple[Column, ...], Values]]) -> None:
    """Write tables into a new SQLite file; dates are texts YYYY-MM-DD, booleans are 0 and 1.

    Raises:
        OSError: when the file cannot be written.
    """
    import sqlite3  # noqa: PLC0415 - some builds of Python have none

    try:
        with closing(sqlite3.connect(file)) as connection:
            connection.execute("PRAGMA journal_mode = OFF")
            connection.execute("PRAGMA synchronous = OFF")
            for name, columns, values in tables:
                declared = ", ".join(f"{_quoted(column.name)} {_TYPES[column.type]}" for column in columns)
                connection.execute(f"CREATE TABLE {_quoted(name)} ({declared})")
                places = ", ".join("?" * len(columns))
                rows = zip(*map(_cells, columns, values), strict=True)
                connection.executemany(f"INSERT INTO {_quoted(name)} VALUES ({places})", rows)  # noqa: S608 - quoted
            connection.commit()
    except sqlite3.OperationalError as error:
        raise OSError(str(error)) from error


def _cells(column: Column, values: Iterable[Cell]) -> Iterable[Cell]:
    return map(_text, values) if column.type == "date" else values


def _text(value: Cell) -> Cell:
    return value.isoformat() if isinstance(value, date) else None


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
