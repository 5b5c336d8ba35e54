"""Columns as a Parquet file, by pyarrow or polars, whichever is installed."""

from collections.abc import Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from productgov.errors import MissingLibraryError
from productgov.tables.column import Column, Values
from productgov.tables.frames import polars_frame

__all__ = ["require_parquet", "write_parquet"]

_PYARROW = {
    "text": "string",
    "integer": "int64",
    "number": "float64",
    "boolean": "bool_",
    "date": "date32",
    "json": "string",
}
"""The functions of pyarrow for each type."""


def require_parquet() -> None:
    """Raise `MissingLibraryError` where no library can write Parquet."""
    if not (find_spec("pyarrow") or find_spec("polars")):
        raise MissingLibraryError("Parquet", ("pyarrow", "polars"))


def write_parquet(file: Path, columns: Sequence[Column], values: Values) -> None:
    """Write columns into a Parquet file.

    Raises:
        MissingLibraryError: when neither pyarrow nor polars is installed.
        OSError: when the file cannot be written.
    """
    require_parquet()
    if find_spec("pyarrow"):
        pa, parquet = import_module("pyarrow"), import_module("pyarrow.parquet")
        arrays = [
            pa.array(cells, getattr(pa, _PYARROW[column.type])()) for column, cells in zip(columns, values, strict=True)
        ]
        parquet.write_table(pa.table(arrays, names=[column.name for column in columns]), file)
    else:
        polars_frame(columns, values).write_parquet(file)
