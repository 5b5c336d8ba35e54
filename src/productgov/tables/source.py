"""What a table is made of: the fields of a class, columns of its own, and the rows of a governance."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import Generic, TypeVar

import attrs

from productgov.analysis.objectives import MeasuredKeyResult, MeasuredObjective, objective_progress
from productgov.errors import ProductGovError
from productgov.model.governance import ProductGovernance
from productgov.ranking.ranking import Ranked, rank
from productgov.tables.column import Cell, Column, ColumnType
from productgov.tables.flat import Flat
from productgov.tables.table import Table

__all__ = ["Extra", "Facts", "Source", "as_of_column", "extra", "optional", "rows_table", "source"]

Row = TypeVar("Row")
Part = TypeVar("Part")


@attrs.frozen(kw_only=True, slots=False)
class Facts:
    """A governance on a day, and what is found out about it once for all tables.

    Attributes:
        governance: the governance.
        as_of: the day.
    """

    governance: ProductGovernance
    as_of: date

    @cached_property
    def ranked(self) -> Mapping[int, Ranked]:
        """The place of each open initiative in the ranking by its identity; none where its method cannot rank."""
        try:
            return {id(each.initiative): each for each in rank(self.governance)}
        except ProductGovError:
            return {}

    @cached_property
    def objectives(self) -> tuple[MeasuredObjective, ...]:
        """How far each objective is."""
        return objective_progress(self.governance, self.as_of).objectives

    @cached_property
    def key_results(self) -> tuple[tuple[MeasuredObjective, MeasuredKeyResult], ...]:
        """How far each key result is, with its objective."""
        return tuple((each, key_result) for each in self.objectives for key_result in each.key_results)


@attrs.frozen(kw_only=True)
class Extra(Generic[Row]):
    """A column that is no field.

    Attributes:
        column: the column.
        read: its value for a row.
    """

    column: Column
    read: Callable[[Row], Cell]


def extra(name: str, type: ColumnType, meaning: str, read: Callable[[Row], Cell]) -> Extra[Row]:
    """A column that is no field."""
    return Extra(column=Column(name=name, type=type, meaning=meaning), read=read)


def as_of_column(read: Callable[[Row], Cell]) -> Extra[Row]:
    """The day that the judgements in a row are for."""
    return extra("as_of", "date", "The day for which what changes with time was found out.", read)


def optional(part: Callable[[Row], Part | None], read: Callable[[Part], Cell]) -> Callable[[Row], Cell]:
    """A value of a part of a row, or None where the row does not have it."""

    def value(row: Row) -> Cell:
        found = part(row)
        return None if found is None else read(found)

    return value


@attrs.frozen(kw_only=True)
class Source:
    """A table of every governance.

    Attributes:
        name: its name.
        meaning: what its rows are, in a sentence.
        flat: how the objects of its rows are columns; None where its rows are no objects of one class.
        columns: all its columns.
        table: the table of a governance on a day.
    """

    name: str
    meaning: str
    flat: Flat | None
    columns: tuple[Column, ...]
    table: Callable[[Facts], Table]


def source(
    name: str,
    meaning: str,
    rows: Callable[[Facts], Iterable[Row]],
    *,
    flat: Flat | None = None,
    held: Callable[[Row], object] = lambda row: row,
    before: Iterable[Extra[Row]] = (),
    after: Iterable[Extra[Row]] = (),
) -> Source:
    """A table of every governance.

    Args:
        name: its name.
        meaning: what its rows are, in a sentence.
        rows: the rows for a governance.
        flat: how the object of a row is columns.
        held: the object of a row.
        before: the columns before those of the object.
        after: the columns after them.
    """
    first, last = tuple(before), tuple(after)
    fields = flat.columns if flat else ()
    columns = (*(each.column for each in first), *fields, *(each.column for each in last))

    def table(facts: Facts) -> Table:
        found = tuple(rows(facts))
        values = (
            *([each.read(row) for row in found] for each in first),
            *(flat.values([held(row) for row in found]) if flat else ()),
            *([each.read(row) for row in found] for each in last),
        )
        return Table(name=name, columns=columns, values=values)

    return Source(name=name, meaning=meaning, flat=flat, columns=columns, table=table)


def rows_table(name: str, rows: Iterable[Row], *columns: Extra[Row]) -> Table:
    """A table of rows that are no objects of the model."""
    found = tuple(rows)
    values = [[each.read(row) for row in found] for each in columns]
    return Table(name=name, columns=[each.column for each in columns], values=values)
