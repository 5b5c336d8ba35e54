"""A table as every reader gives it: named columns, rows of cells, and what the reader has to say."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import NamedTuple, TypeAlias

import attrs

from productgov.errors import InvalidValueError
from productgov.interchange.forms import Headings
from productgov.interchange.import_map import Rows
from productgov.wording import listed, quoted_value

__all__ = ["Cell", "Row", "Table", "check_names", "headed", "is_blank", "key_of_name", "matching"]

Cell: TypeAlias = object
"""The value of a cell: a text, a number, true or false, a date, a list of these, or None."""

_SEARCHED = 50
"""Among how many rows the one with the names of the columns is searched."""
_WORD = re.compile(r"[^\W_]+")


class Row(NamedTuple):
    """A row of a table.

    Attributes:
        number: its number in the file, counted from 1.
        cells: its cells by columns; those at the end may be left out.
        problem: why it cannot be read; empty where it can.
    """

    number: int
    cells: Sequence[Cell]
    problem: str = ""


@attrs.frozen(kw_only=True)
class Table:
    """A table.

    Attributes:
        name: the name of its file.
        header: the names of the columns, as they are written; several can have one name, or none.
        rows: the rows below the header; they can be read once.
        notes: what the reader has to say; complete once the rows are read.
        whole: what the file holds beside the table, to look names up in.
    """

    name: str
    header: Sequence[str]
    rows: Iterator[Row] = attrs.field(repr=False)
    notes: list[str] = attrs.field(factory=list)
    whole: object = attrs.field(default=None, repr=False)


def is_blank(cell: Cell) -> bool:
    """Whether a cell holds nothing."""
    if isinstance(cell, str):
        return not cell or cell.isspace()
    return cell is None or cell != cell  # noqa: PLR0124 - not a number, as data frames mark what is missing


def key_of_name(name: str) -> str:
    """The name of a column as names are compared: without case, and with single blanks."""
    return " ".join(name.split()).casefold()


def matching(name: str, header: Sequence[str], headings: Headings) -> tuple[int, ...]:
    """The indices of the columns that a name of a map stands for."""
    wanted = key_of_name(name)
    if headings is Headings.WORDS:
        words = _WORD.findall(wanted)
        return tuple(at for at, given in enumerate(header) if _has_words(words, given))
    return tuple(
        at
        for at, given in enumerate(header)
        if key_of_name(given) == wanted or ("\n" in given and wanted in map(key_of_name, given.splitlines()))
    )


def _has_words(words: Sequence[str], given: str) -> bool:
    found = _WORD.findall(given.casefold())
    return any(found[at : at + len(words)] == words for at in range(len(found)))


def headed(rows: Iterable[Row], settings: Rows, names: Sequence[str]) -> tuple[Sequence[str], Iterator[Row]]:
    """Find the row with the names of the columns: that row as texts, and the rows below it.

    Args:
        rows: all rows of a sheet or file.
        settings: how the map says to find it.
        names: the names that the map knows, of which the row must have one.

    Raises:
        InvalidValueError: when there is no such row; the message shows what the first row holds.
    """
    rest = iter(rows)
    first = list(islice(rest, max(_SEARCHED, settings.header or 0)))
    for index, row in enumerate(first):
        texts = ["" if is_blank(cell) else str(cell) for cell in row.cells]
        if _is_header(row.number, texts, settings):
            check_names(texts, names, settings)
            return texts, chain(first[index + 1 :], rest)
    if not first:
        raise InvalidValueError("it is empty")
    wanted = (
        f"row {settings.header}" if settings.header else listed([quoted_value(each) for each in settings.header_has])
    )
    raise InvalidValueError(f"no row among the first {len(first)} is the header: {wanted}")


def check_names(header: Sequence[str], names: Sequence[str], settings: Rows) -> None:
    """Check that a table has a column of the map.

    Raises:
        InvalidValueError: when it has none; the message shows what it has.
    """
    if names and not any(matching(each, header, settings.headings) for each in names):
        wanted = listed([quoted_value(each) for each in names[:5]], "or")
        held = listed([quoted_value(each) for each in header if each][:6] or ["no names"])
        raise InvalidValueError(f"no column is called {wanted}, as the map says; there are {held}")


def _is_header(number: int, texts: Sequence[str], settings: Rows) -> bool:
    if settings.header is not None:
        return number == settings.header
    if settings.header_has:
        return all(matching(each, texts, settings.headings) for each in settings.header_has)
    return any(texts)
