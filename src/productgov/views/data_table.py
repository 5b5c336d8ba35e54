"""A `Table` as text: as much of it as fits a screen, and how much more there is."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import islice

from productgov.tables.column import Cell
from productgov.tables.table import Table
from productgov.views.layout import WIDTH, cut, width
from productgov.views.tables import Cell as Shown
from productgov.views.tables import table_lines
from productgov.wording import counted, one_line

__all__ = ["table_text"]

_ROWS = 20
_WIDEST = 26


def table_text(table: Table) -> str:
    """The first 20 rows of a table, and as many of its columns as fit into 80; then how many more there are."""
    names = [column.name for column in table.columns]
    shown = [dict(zip(names, map(_shown, row), strict=True)) for row in islice(table, _ROWS)]
    kept = len(names)
    lines = _lines(names, shown)
    while kept > 1 and max(map(width, lines)) > WIDTH:
        kept -= 1
        lines = _lines(names[:kept], shown)
    return "\n".join([*lines, *_more(table, len(shown), kept)])


def _lines(names: Sequence[str], rows: Sequence[Mapping[str, Shown]]) -> list[str]:
    head = dict.fromkeys(names)
    return list(table_lines([{name: row[name] for name in names} for row in rows] or [head]))[: len(rows) + 1]


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
    if isinstance(value, str):
        return cut(one_line(value), _WIDEST)
    return str(value) if isinstance(value, date) else value
