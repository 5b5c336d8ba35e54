"""Columns as CSV."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain, islice

from productgov.escaping import formula_free
from productgov.tables.column import Cell, Column, Values

__all__ = ["csv_chunks"]

_ROWS = 1_000
_QUOTED = re.compile(r'[",\r\n]|^$')


def csv_chunks(columns: Sequence[Column], values: Values) -> Iterator[bytes]:
    """The bytes of a CSV file (RFC 4180, with plain line ends) with a heading, in pieces of 1,000 rows.

    It is UTF-8, a value that is not there is empty, dates are YYYY-MM-DD, booleans are true and false, numbers are at
    full precision. A text that a spreadsheet could take for a formula gets an apostrophe in front.
    """
    head = tuple(column.name for column in columns)
    rows = chain((head,), zip(*values, strict=True))
    while piece := tuple(islice(rows, _ROWS)):
        yield "".join(map(_line, piece)).encode()


def _line(row: tuple[Cell, ...]) -> str:
    """A row; one that would be an empty line is a pair of quotes, which readers do not skip."""
    return (",".join(map(_field, row)) or '""') + "\n"


def _field(value: Cell) -> str:
    # By hand: Python's own writer leaves a carriage return without quotes before 3.13.
    if value is None:
        return ""
    if isinstance(value, str):
        text = formula_free(value)
        return '"' + text.replace('"', '""') + '"' if _QUOTED.search(text) else text
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat() if isinstance(value, date) else repr(value)
