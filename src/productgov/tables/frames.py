"""Columns as data frames of pandas and polars, with fixed types."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from productgov.errors import MissingLibraryError
from productgov.tables.column import Column, ColumnType, Values

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl

__all__ = ["pandas_frame", "polars_frame"]

_PANDAS: Mapping[ColumnType, str] = {
    "text": "string",
    "integer": "Int64",
    "number": "float64",
    "boolean": "boolean",
    "date": "datetime64[s]",
    "json": "string",
}
"""The dtypes of pandas; all of them have a missing value."""


def pandas_frame(columns: Sequence[Column], values: Values) -> "pd.DataFrame":
    """Columns as a frame of pandas.

    Raises:
        MissingLibraryError: when pandas is not installed.
    """
    try:
        import pandas as pd  # noqa: PLC0415 - only when it is asked for
    except ImportError:
        raise MissingLibraryError("to_pandas", ("pandas",)) from None
    series = {
        column.name: pd.Series(list(cells), dtype=_PANDAS[column.type])
        for column, cells in zip(columns, values, strict=True)
    }
    return pd.DataFrame(series)


def polars_frame(columns: Sequence[Column], values: Values) -> "pl.DataFrame":
    """Columns as a frame of polars.

    Raises:
        MissingLibraryError: when polars is not installed.
    """
    try:
        import polars as pl  # noqa: PLC0415 - only when it is asked for
    except ImportError:
        raise MissingLibraryError("to_polars", ("polars",)) from None
    types = {
        "text": pl.String,
        "integer": pl.Int64,
        "number": pl.Float64,
        "boolean": pl.Boolean,
        "date": pl.Date,
        "json": pl.String,
    }
    return pl.DataFrame(
        [pl.Series(column.name, cells, dtype=types[column.type]) for column, cells in zip(columns, values, strict=True)]
    )
