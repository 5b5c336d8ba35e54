"""Columns as CSV."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain, islice

from productgov.escaping import formula_free
from productgov.tables.column import Cell, Column, Values

__all__ = ["csv_chunks"]

_ROWS = 1_000


def csv_chunks(columns: Sequence[Column], values: Values) -> Iterator[bytes]:
    """The bytes of a CSV file with a heading, in pieces of 1,000 rows.

    It is UTF-8, a value that is not there is empty, dates are YYYY-MM-DD, booleans are true and false, numbers are at
    full precision. A text that a spreadsheet could take for a formula gets an apostrophe in front.
    """
    head = tuple(column.name for column in columns)
    rows: Iterable[Iterable[Cell]] = chain((head,), zip(*map(_cells, values), strict=True))
    remaining = iter(rows)
    while piece := tuple(islice(remaining, _ROWS)):
        text = io.StringIO()
        csv.writer(text, lineterminator="\n").writerows(piece)
        yield text.getvalue().encode()


def _cells(values: Iterable[Cell]) -> Iterator[Cell]:
    return map(_cell, values)


def _cell(value: Cell) -> Cell:
    if isinstance(value, str):
        return formula_free(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat() if isinstance(value, date) else value
