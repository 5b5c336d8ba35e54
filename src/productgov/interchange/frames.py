"""Data frames and records as tables, by what they can do: no library of frames is imported."""

from collections.abc import Iterable, Mapping
from importlib import import_module
from itertools import islice

from productgov.errors import InvalidValueError, MissingExtraError
from productgov.interchange.import_map import Rows
from productgov.interchange.limits import TableLimits
from productgov.interchange.records import records_table
from productgov.interchange.table import Row, Table
from productgov.wording import described

__all__ = ["frame_table"]

_NAME = "<table>"


def frame_table(source: object, rows: Rows, limits: TableLimits) -> Table:
    """The table in a data frame, in anything with `__arrow_c_stream__`, or in a list of mappings.

    Raises:
        InvalidValueError: when it is none of these, or exceeds a limit.
        MissingExtraError: when Arrow is all that it offers, and the extra `arrow` is not installed.
    """
    header = getattr(source, "columns", None)
    # pandas and polars, whose rows keep columns of one name apart
    of_pandas, of_polars = getattr(source, "itertuples", None), getattr(source, "iter_rows", None)
    if header is not None and of_pandas:
        return _table(header, of_pandas(index=False, name=None), limits)
    if header is not None and of_polars:
        return _table(header, of_polars(), limits)
    if isinstance(source, Mapping):
        return records_table(source, _NAME, rows, limits)
    if hasattr(source, "__arrow_c_stream__"):
        return _arrow_table(source, limits)
    if isinstance(source, Iterable) and not isinstance(source, (str, bytes)):
        return records_table(list(islice(source, limits.max_rows + 1)), _NAME, rows, limits)
    raise InvalidValueError(f"expected the name of a file, a data frame or a list of mappings, not {described(source)}")


def _arrow_table(source: object, limits: TableLimits) -> Table:
    try:
        nanoarrow = import_module("nanoarrow")
    except ImportError:
        raise MissingExtraError("reading Arrow data", "arrow") from None
    stream = nanoarrow.ArrayStream(source)
    header = [stream.schema.field(at).name for at in range(stream.schema.n_fields)]
    return _table(header, stream.read_all().to_pylist(), limits)


def _table(header: Iterable[object], rows: Iterable[object], limits: TableLimits) -> Table:
    names = [str(name) for name in header]
    if len(names) > limits.max_columns:
        raise InvalidValueError(f"{_NAME}: {len(names):,} columns; at most {limits.max_columns:,} are read")
    taken: list[Row] = []
    for number, row in enumerate(rows, 1):
        if number > limits.max_rows:
            raise InvalidValueError(f"{_NAME}: more than {limits.max_rows:,} rows")
        cells = list(row.values()) if isinstance(row, Mapping) else list(row)  # type: ignore[call-overload]
        taken.append(Row(number, cells))
    return Table(name=_NAME, header=names, rows=iter(taken))
