"""Tables: a governance, and what was found out about it, as flat tables with columns of fixed types.

`to_tables(governance)` gives all tables of a governance, `.table` of a result its own. A table goes on to lists,
pandas, polars, Arrow, CSV, SQLite and Parquet; `from_records` reads rows back into objects of the model.
"""

from productgov.tables.column import Cell, Column, ColumnType
from productgov.tables.files import TableFormat
from productgov.tables.records import from_records
from productgov.tables.table import Table
from productgov.tables.tables import Tables, stacked, to_tables

__all__ = ["Cell", "Column", "ColumnType", "Table", "TableFormat", "Tables", "from_records", "stacked", "to_tables"]
