"""A `Table` as text, HTML and Markdown: as much of it as fits a screen, and how much more there is."""

from collections.abc import Iterator
from datetime import date
from itertools import islice

from productgov.tables.column import Cell
from productgov.tables.table import Table
from productgov.views.layout import WIDTH, width
from productgov.views.tables import Cell as Shown
from productgov.views.tables import table_lines
from productgov.wording import counted

__all__ = ["table_text"]

_ROWS = 20


def table_text(table: Table) -> str:
    """The first 20 rows of a table, and as many of its columns as fit into 80; then how many more there are."""
    shown = _rows(table)
    names = [column.name for column in table.columns]
    lines: list[str] = [" ".join(names)]
    kept = len(names)
    while kept:
        lines = list(table_lines([{name: row[name] for name in names[:kept]} for row in shown]))
        if kept == 1 or max(map(width, lines), default=0) <= WIDTH:
            break
        kept -= 1
    return "\n".join([*lines, *_more(table, len(shown), kept)])


def _rows(table: Table) -> list[dict[str, Shown]]:
    names = [column.name for column in table.columns]
    return [dict(zip(names, map(_shown, row), strict=True)) for row in islice(table, _ROWS)]


def _more(table: Table, rows: int, columns: int) -> Iterator[str]:
    """What is not shown, in words."""
    left = [
        counted(count, noun)
        for count, noun in ((len(table) - rows, "more row"), (len(table.columns) - columns, "more column"))
        if count
    ]
    if left:
        yield f"and {' and '.join(left)}"


def _shown(value: Cell) -> Shown:
    return str(value) if isinstance(value, date) else value
