"""Rows as tables: aligned text for a terminal, CSV that no spreadsheet takes for formulas."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeGuard

from productgov.escaping import command_free, escaped_in_data, formula_free
from productgov.views.layout import cut, pad, width
from productgov.wording import number_text, one_line, percent_text

__all__ = ["Cell", "Percent", "cell_text", "csv_text", "table_lines"]

_WIDEST = 40

Cell = float | str | bool | None


class Percent(float):
    """A share that a table shows as a percentage."""

    __slots__ = ()


def table_lines(rows: Sequence[Mapping[str, Cell]]) -> Iterator[str]:
    """Rows with the same keys as lines of text: a heading, texts aligned to the left, numbers to the right."""
    if not rows:
        return
    columns = [[name, *(cell_text(row[name]) for row in rows)] for name in rows[0]]
    numeric = [any(_is_number(row[name]) for row in rows) for name in rows[0]]
    widths = [max(map(width, column)) for column in columns]
    for cells in zip(*columns, strict=True):
        aligned = (
            " " * (columns_wide - width(cell)) + cell if right else pad(cell, columns_wide)
            for cell, right, columns_wide in zip(cells, numeric, widths, strict=True)
        )
        yield "  ".join(aligned).rstrip()


def csv_text(rows: Sequence[Mapping[str, Cell]]) -> str:
    r"""Rows with the same keys as CSV with a heading; texts are quoted, numbers are bare and at full precision.

    A text that a spreadsheet could take for a formula gets an apostrophe in front: one that begins with = + - @,
    their full-width forms or a control character, blanks before them or not. Characters that are unsafe to print are
    written as their codes, such as \u200b; line ends and tabs stay as they are.
    """
    text = io.StringIO()
    writer = csv.writer(text, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\n")
    if rows:
        writer.writerow([_neutral(name) for name in rows[0]])
    writer.writerows([_cell(row[name]) for name in rows[0]] for row in rows)
    return command_free(text.getvalue())


def cell_text(value: Cell) -> str:
    """A value as a table shows it: rounded, on one line, cut where it is long."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Percent):
        return percent_text(value)
    if isinstance(value, (int, float)):
        return number_text(value)
    return cut(one_line(value or ""), _WIDEST)


def _cell(value: Cell) -> float | str:
    if _is_number(value):
        return value
    return _neutral("" if value is None else str(value).lower() if isinstance(value, bool) else str(value))


def _neutral(text: str) -> str:
    guarded = formula_free(text)
    return f"'{escaped_in_data(text)}" if guarded != text else escaped_in_data(text)


def _is_number(value: Cell) -> TypeGuard[float]:
    return isinstance(value, (int, float)) and not isinstance(value, bool)
