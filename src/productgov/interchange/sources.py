"""From a source of any kind to a table: files by the endings of their names, data frames, records."""

from collections.abc import Mapping, Sequence
from os import PathLike, fspath
from pathlib import Path, PurePath

from productgov.errors import InvalidDocumentError, InvalidValueError
from productgov.formats.limits import Limits
from productgov.formats.registry import FormatName, read_text
from productgov.interchange.csv_source import csv_table
from productgov.interchange.frames import frame_table
from productgov.interchange.import_map import Rows
from productgov.interchange.limits import TableLimits
from productgov.interchange.records import records_table
from productgov.interchange.table import Table, check_names

__all__ = ["table_of"]

_RECORDS: Mapping[str, FormatName] = {".json": "json", ".yaml": "yaml", ".yml": "yaml", ".toml": "toml"}
_INPUT = "<input>"
_CSV = (".csv", ".tsv", ".txt")
_XLSX = (".xlsx", ".xlsm")


def table_of(source: object, rows: Rows, names: Sequence[str], limits: TableLimits) -> Table:
    """The table in a source.

    Args:
        source: the name of a file, a data frame or records.
        rows: how the map finds the rows.
        names: the names of columns that the map knows.
        limits: how much to read.

    Raises:
        InvalidDocumentError: when a JSON, YAML or TOML file cannot be read.
        InvalidValueError: when it is no table, has no column of the map, or exceeds a limit.
        MissingExtraError: when an extra is not installed.
        OSError: when a file cannot be read.
    """
    if isinstance(source, bytes):
        return _unnamed(source, rows, names, limits)
    if not isinstance(source, (str, PathLike)):
        return _known(frame_table(source, rows, limits), names, rows)
    name = fspath(source)
    ending = PurePath(name).suffix.lower()
    if ending in _RECORDS:
        return _known(_records(_bytes(name, limits), name, _RECORDS[ending], rows, limits), names, rows)
    if ending in _XLSX:
        from productgov.interchange.xlsx_source import xlsx_table  # noqa: PLC0415 - needs an extra

        return xlsx_table(_bytes(name, limits), name, rows, names, limits)
    if ending in _CSV:
        return csv_table(_bytes(name, limits), name, rows, names, limits)
    endings = ", ".join((*_CSV, *_XLSX, *_RECORDS))
    raise InvalidValueError(f"{name}: unknown file ending; expected one of {endings}")


def _unnamed(data: bytes, rows: Rows, names: Sequence[str], limits: TableLimits) -> Table:
    """The table in bytes without a name: JSON, XLSX or CSV."""
    _check_length(data, _INPUT, limits)
    if data.lstrip()[:1] in (b"{", b"["):
        return _known(_records(data, _INPUT, "json", rows, limits), names, rows)
    if data.startswith(b"PK"):
        from productgov.interchange.xlsx_source import xlsx_table  # noqa: PLC0415 - needs an extra

        return xlsx_table(data, _INPUT, rows, names, limits)
    return csv_table(data, _INPUT, rows, names, limits)


def _bytes(name: str, limits: TableLimits) -> bytes:
    with Path(name).open("rb") as file:
        data = file.read(limits.max_bytes + 1)
    _check_length(data, name, limits)
    return data


def _check_length(data: bytes, name: str, limits: TableLimits) -> None:
    if len(data) > limits.max_bytes:
        raise InvalidValueError(f"{name}: longer than {limits.max_bytes:,} bytes; divide the file")


def _records(data: bytes, name: str, form: FormatName, rows: Rows, limits: TableLimits) -> Table:
    of_text = Limits(max_bytes=limits.max_bytes, max_nodes=2 * limits.max_cells)
    _, reading = read_text(data, form, of_text)
    if reading.broken:
        raise InvalidDocumentError(reading.findings, name, reading.omitted)
    table = records_table(reading.data, name, rows, limits)
    table.notes.extend(f"{each.message} ({each.hint})" for each in reading.findings)
    return table


def _known(table: Table, names: Sequence[str], rows: Rows) -> Table:
    try:
        check_names(table.header, names, rows)
    except InvalidValueError as error:
        raise InvalidValueError(f"{table.name}: {error}") from None
    return table
