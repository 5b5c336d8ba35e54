"""What displays are made of, before it is HTML or Markdown: headings, paragraphs, facts, tables, columns and charts."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TypeAlias, TypeVar

import attrs

from productgov.views.chart import Chart
from productgov.views.tables import cell_text
from productgov.wording import shortened

__all__ = [
    "MOST_ROWS",
    "Block",
    "Card",
    "CardColumn",
    "CardColumns",
    "Facts",
    "Grid",
    "Heading",
    "Paragraph",
    "Value",
    "bounded",
    "value_text",
]

MOST_ROWS = 20
"""How many rows a display shows of a table, so that it is not longer than a screen."""

_LONGEST = 280

Item = TypeVar("Item")

Value: TypeAlias = str | bool | float | date | None
"""What a cell of a display can hold; a `Percent` is shown as a percentage, None as nothing."""


@attrs.frozen
class Heading:
    """A heading; level 1 is the highest."""

    text: str
    level: int = 2


@attrs.frozen
class Paragraph:
    """A sentence or more."""

    text: str


@attrs.frozen
class Facts:
    """Names with their values, one a line."""

    pairs: tuple[tuple[str, Value], ...]


@attrs.frozen(kw_only=True)
class Grid:
    """A table.

    Attributes:
        head: the names of the columns.
        rows: the rows, each with a value for every column.
        more: how many further rows there are, which are only counted.
    """

    head: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    more: int = 0

    def numeric(self, column: int) -> bool:
        """Whether a column holds numbers, which are aligned to the right."""
        values = [row[column] for row in self.rows]
        return any(isinstance(value, (int, float)) and not isinstance(value, bool) for value in values)


@attrs.frozen
class Card:
    """One thing in a column of a board: what it is, and what else is to be said of it."""

    title: str
    lines: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class CardColumn:
    """A column of a board.

    Attributes:
        title: its heading.
        cards: what is in it.
        more: how many further things there are, which are only counted.
    """

    title: str
    cards: tuple[Card, ...]
    more: int = 0


@attrs.frozen
class CardColumns:
    """The columns of a board, next to each other."""

    columns: tuple[CardColumn, ...]


Block: TypeAlias = Heading | Paragraph | Facts | Grid | CardColumns | Chart


def bounded(items: Iterable[Item], most: int = MOST_ROWS) -> tuple[Sequence[Item], int]:
    """The first items, and how many more there are; one more is shown rather than counted."""
    found = tuple(items)
    return (found, 0) if len(found) <= most + 1 else (found[:most], len(found) - most)


def value_text(value: Value) -> str:
    """A value as a display shows it: rounded, on one line, cut where it is very long."""
    return shortened(cell_text(value.isoformat() if isinstance(value, date) else value), _LONGEST)
