"""What an import could not take over: rows, values, columns and references, each with its place and the reason."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TypeAlias

import attrs

from productgov.paths import Path

__all__ = ["Dangling", "LossList", "Losses", "Refused", "Skipped", "Unread", "field_text"]

_KEPT = 10_000


@attrs.frozen(kw_only=True)
class Skipped:
    """A row that gave nothing.

    Attributes:
        row: its number in the file, counted from 1.
        reason: why.
    """

    row: int
    reason: str


@attrs.frozen(kw_only=True)
class Refused:
    """A value that was not taken over; the rest of its row was.

    Attributes:
        row: the number of its row in the file, counted from 1.
        column: the name of its column; empty where it has none.
        field: the field that it was meant for, as documents name it, such as `owner.name`.
        value: the value as text.
        reason: why.
    """

    row: int
    column: str
    field: str
    value: str
    reason: str


@attrs.frozen(kw_only=True)
class Unread:
    """A column that the map does not name.

    Attributes:
        column: its name; empty where it has none.
        position: its place in the table, counted from 1.
        values: how many of its cells are not empty.
    """

    column: str
    position: int
    values: int


@attrs.frozen(kw_only=True)
class Dangling:
    """A reference that leads to no row of the file.

    Attributes:
        row: the number of its row in the file, counted from 1.
        field: what it was meant for, such as `requires`.
        name: the id or title that was written.
        reason: why it leads nowhere.
    """

    row: int
    field: str
    name: str
    reason: str


@attrs.frozen(kw_only=True, repr=False)
class Losses:
    """What an import could not take over.

    Attributes:
        rows: how many rows the table has below its header, without those that are blank.
        read: how many of them gave something.
        skipped: the rows that gave nothing.
        refused: the values that were not taken over.
        unread: the columns that the map does not name, and that are not empty.
        dangling: the references that lead to no row of the file.
        notes: what else is worth knowing, in sentences.
        omitted: how many further losses were only counted, above 10,000 of a kind.
    """

    rows: int = 0
    read: int = 0
    skipped: tuple[Skipped, ...] = ()
    refused: tuple[Refused, ...] = ()
    unread: tuple[Unread, ...] = ()
    dangling: tuple[Dangling, ...] = ()
    notes: tuple[str, ...] = ()
    omitted: int = 0

    def __repr__(self) -> str:
        lost = (
            f"{len(self.skipped)} rows, {len(self.refused)} values and {len(self.unread)} columns not read, "
            f"{len(self.dangling)} references to nothing"
        )
        return f"<Losses: {self.read} of {self.rows} rows read; {lost}>"

    def __str__(self) -> str:
        from productgov.interchange.loss_text import loss_text  # noqa: PLC0415 - for display only

        return loss_text(self)


One: TypeAlias = Skipped | Refused | Dangling


class LossList:
    """Losses while they are collected."""

    def __init__(self) -> None:
        self.kept: list[One] = []
        self.rows: int = 0
        self.read: int = 0
        self.removed: int = 0
        self.cut: int = 0
        self._counts: Counter[type] = Counter()

    def add(self, one: One) -> None:
        """Keep a loss, or count it."""
        self._counts[type(one)] += 1
        if self._counts[type(one)] <= _KEPT:
            self.kept.append(one)

    def count_removed(self, count: int) -> None:
        """Count mail addresses and account ids that were taken out of a text."""
        self.removed += count

    def count_cut(self) -> None:
        """Count a text that was longer than its limit."""
        self.cut += 1

    def losses(self, unread: Iterable[Unread], notes: Iterable[str]) -> Losses:
        """The losses as they are now."""
        return Losses(
            rows=self.rows,
            read=self.read,
            skipped=tuple(one for one in self.kept if isinstance(one, Skipped)),
            refused=tuple(one for one in self.kept if isinstance(one, Refused)),
            dangling=tuple(one for one in self.kept if isinstance(one, Dangling)),
            unread=tuple(unread),
            notes=(*notes, *self._counted()),
            omitted=self._counts.total() - len(self.kept),
        )

    def _counted(self) -> Iterator[str]:
        if self.removed:
            yield f"mail addresses and account ids taken out of texts: {self.removed}"
        if self.cut:
            yield f"texts that were cut at the limit of their column: {self.cut}"


def field_text(path: Path) -> str:
    """A field as documents name it: `owner.name`."""
    return ".".join(token for token in path if isinstance(token, str))
