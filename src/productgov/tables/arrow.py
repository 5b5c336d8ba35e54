"""Columns as a stream of Arrow record batches, through the PyCapsule interface."""

from collections.abc import Sequence
from datetime import date

from productgov.errors import MissingExtraError
from productgov.tables.column import Cell, Column, Values

__all__ = ["BATCH", "arrow_stream"]

BATCH = 10_000
"""The most rows of a batch."""

_EPOCH = date(1970, 1, 1).toordinal()


def arrow_stream(columns: Sequence[Column], values: Values) -> object:
    """A new capsule with a stream of columns.

    Raises:
        MissingExtraError: when nanoarrow is not installed.
    """
    try:
        import nanoarrow as na  # noqa: PLC0415 - an extra
        from nanoarrow.c_array_stream import CArrayStream  # noqa: PLC0415
    except ImportError:
        raise MissingExtraError("an Arrow stream", "arrow") from None
    types = {
        "text": na.string(),
        "integer": na.int64(),
        "number": na.float64(),
        "boolean": na.bool_(),
        "date": na.date32(),
        "json": na.string(),
    }
    schema = na.struct({column.name: types[column.type] for column in columns})
    batches = []
    for start in range(0, len(values[0]), BATCH):
        parts = [cells[start : start + BATCH] for cells in values]
        children = [
            na.c_array(_days(part) if column.type == "date" else part, types[column.type])
            for column, part in zip(columns, parts, strict=True)
        ]
        batches.append(
            na.c_array_from_buffers(schema, length=len(parts[0]), buffers=[None], null_count=0, children=children)
        )
    return CArrayStream.from_c_arrays(batches, na.c_schema(schema), move=True).__arrow_c_stream__()


def _days(values: Sequence[Cell]) -> list[int | None]:
    """Dates as days since 1970."""
    return [each.toordinal() - _EPOCH if isinstance(each, date) else None for each in values]
