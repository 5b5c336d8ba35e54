"""The displays of a table, with its first rows, and of all tables of a governance."""

from collections.abc import Iterator
from itertools import islice

from productgov.tables.table import Table
from productgov.tables.tables import Tables
from productgov.views.blocks import MOST_ROWS, Block, Grid, Heading

__all__ = ["table_blocks", "tables_blocks"]

_MOST_COLUMNS = 12


def table_blocks(table: Table) -> Iterator[Block]:
    """The name of a table with its size, and its first rows and columns."""
    columns = table.columns[:_MOST_COLUMNS]
    left_out = len(table.columns) - len(columns)
    size = f"{len(table)} × {len(table.columns)}{f', {left_out} columns not shown' if left_out else ''}"
    yield Heading(f"{table.name} ({size})", 3)
    most = MOST_ROWS if len(table) > MOST_ROWS + 1 else len(table)
    yield Grid(
        head=tuple(column.name for column in columns),
        rows=tuple(row[: len(columns)] for row in islice(table, most)),
        more=len(table) - most,
    )


def tables_blocks(tables: Tables) -> Iterator[Block]:
    """The tables by their names, with their sizes."""
    yield Heading("Tables", 3)
    yield Grid(
        head=("table", "rows", "columns"),
        rows=tuple(
            (name, len(table), ", ".join(column.name for column in table.columns)) for name, table in tables.items()
        ),
    )
