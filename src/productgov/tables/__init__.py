"""Tables: a governance, and what was found out about it, as flat tables with columns of fixed types."""

from productgov.tables.table import Cell, Column, ColumnType, Table

__all__ = ["Cell", "Column", "ColumnType", "Table"]
