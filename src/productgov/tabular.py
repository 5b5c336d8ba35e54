"""Results that are also tables."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from productgov.tables.table import Table

__all__ = ["Tabular"]


class Tabular:
    """A result that is also a table, with the same columns whatever it holds."""

    __slots__ = ()

    @property
    def table(self) -> "Table":
        """The result as a table: for data frames, Arrow, CSV, SQLite and Parquet."""
        # The tables know the results, not the other way round: this late import is the one exception.
        from productgov.tables.results import table_of  # noqa: PLC0415

        return table_of(self)
