"""Rows as tables: aligned text for a terminal, CSV that no spreadsheet takes for formulas."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeGuard

import attrs

from productgov.escaping import command_free, escaped_in_data, formula_free
from productgov.views.layout import cut, pad, width
from productgov.wording import number_text, one_line, percent_text

__all__ = ["Cell", "Percent", "cell_text", "csv_text", "table_lines"]

_WIDEST = 40
_NARROWEST = 16
_BETWEEN = "  "

Cell = float | str | bool | None


class Percent(float):
    """A share that a table shows as a percentage."""

    __slots__ = ()


def table_lines(
    rows: Sequence[Mapping[str, Cell]], columns: int | None = None, *, groups: Sequence[Sequence[str]] = ()
) -> Iterator[str]:
    """Rows with the same keys as lines of text: a heading, texts aligned to the left, numbers to the right.

    Where they do not fit, the longest texts are cut, but never a number or an id, and never below 16 columns. Where
    that is not enough, the columns become several tables, an empty line between them, each with the first column.

    Args:
        rows: the rows.
        columns: the most columns that a line may take; left out, as many as the rows need.
        groups: the names of columns that belong together, where there are several tables.
    """
    if not rows:
        return
    widest = _WIDEST if columns is None else columns
    all_columns = {name: _column(name, [row[name] for row in rows], widest) for name in rows[0]}
    key = next(iter(all_columns))
    for number, names in enumerate(_split(all_columns, columns, groups or [list(all_columns)])):
        if number:
            yield ""
        yield from _aligned([all_columns[name] for name in dict.fromkeys((key, *names))], columns)


@attrs.frozen(kw_only=True)
class _Column:
    """A column of a table: its cells with the heading, and how it is laid out."""

    cells: tuple[str, ...]
    right: bool
    whole: bool

    @property
    def wide(self) -> int:
        return max(map(width, self.cells))

    @property
    def least(self) -> int:
        """The least width that it can be cut to."""
        return self.wide if self.whole else min(self.wide, _NARROWEST)


def _column(name: str, values: Sequence[Cell], widest: int) -> _Column:
    numeric = any(_is_number(value) for value in values)
    whole = numeric or name == "id"
    texts = (cell_text(value) if whole else cut(cell_text(value), widest) for value in values)
    return _Column(cells=(name, *texts), right=numeric, whole=whole)


def _split(
    columns: Mapping[str, _Column], room: int | None, groups: Sequence[Sequence[str]]
) -> Iterator[tuple[str, ...]]:
    """The names of the columns of each table: all in one where they fit, else group by group as many as fit."""
    if room is None or _least(columns.values()) <= room:
        yield tuple(columns)
        return
    key = next(iter(columns))
    for group in groups:
        names: list[str] = []
        for name in group:
            if name == key:
                continue
            if names and _least(columns[one] for one in (key, *names, name)) > room:
                yield tuple(names)
                names = []
            names.append(name)
        if names:
            yield tuple(names)


def _least(columns: Iterable[_Column]) -> int:
    return sum(column.least + len(_BETWEEN) for column in columns) - len(_BETWEEN)


def _aligned(columns: Sequence[_Column], room: int | None) -> Iterator[str]:
    widths = [column.wide for column in columns]
    while room is not None and sum(widths) + len(_BETWEEN) * (len(widths) - 1) > room:
        over = max(range(len(columns)), key=lambda at: widths[at] - columns[at].least)
        if widths[over] == columns[over].least:
            break
        widths[over] -= 1
    for row in zip(*(column.cells for column in columns), strict=True):
        shown = (cut(cell, wide) for cell, wide in zip(row, widths, strict=True))
        aligned = (
            " " * (wide - width(cell)) + cell if column.right else pad(cell, wide)
            for cell, column, wide in zip(shown, columns, widths, strict=True)
        )
        yield _BETWEEN.join(aligned).rstrip()


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
    """A value as a table shows it: rounded, on one line."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Percent):
        return percent_text(value)
    if isinstance(value, (int, float)):
        return number_text(value)
    return one_line(value or "")


def _cell(value: Cell) -> float | str:
    if _is_number(value):
        return value
    return _neutral("" if value is None else str(value).lower() if isinstance(value, bool) else str(value))


def _neutral(text: str) -> str:
    guarded = formula_free(text)
    return f"'{escaped_in_data(text)}" if guarded != text else escaped_in_data(text)


def _is_number(value: Cell) -> TypeGuard[float]:
    return isinstance(value, (int, float)) and not isinstance(value, bool)
