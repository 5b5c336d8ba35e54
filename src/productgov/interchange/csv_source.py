"""CSV: bytes to rows, whatever stands between the cells; nothing about the encoding or the columns is guessed.

A byte order mark says how letters are stored; without one they are UTF-8, or what the map says. What stands between
cells is what the columns of the map are found with.
"""

import csv
import io
import re
from collections.abc import Iterator, Sequence

from productgov.errors import InvalidValueError
from productgov.interchange.forms import Delimiter, Encoding
from productgov.interchange.import_map import Rows
from productgov.interchange.limits import TableLimits
from productgov.interchange.table import Row, Table, headed, is_blank, matching
from productgov.wording import counted

__all__ = ["csv_rows", "csv_table", "decoded", "without_guard"]

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_GUARDED = re.compile(r"'(?=[=+\-@∑\t\r])")
_SEPARATOR = re.compile(r"(?i)sep=([^\r\n\"])(?=[\r\n])")
_TRIED = 20
"""The rows in which the columns are looked for with each delimiter."""


def decoded(data: bytes, encoding: Encoding | None = None) -> str:
    """The text of a CSV file.

    Raises:
        InvalidValueError: when the bytes are not of this encoding.
    """
    marked = next((codec for mark, codec in _MARKS if data.startswith(mark)), None)
    codec = marked or (encoding or Encoding.UTF_8).value
    if marked is None and b"\0" in data[:2] and encoding is not Encoding.UTF_16:
        raise InvalidValueError('it is UTF-16 without a byte order mark; say so: encoding = "utf-16"')
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        others = ", ".join(each.value for each in Encoding if each.value != codec)
        raise InvalidValueError(
            f"it is not {codec}: byte 0x{data[error.start]:02X} at offset {error.start}; save it as CSV UTF-8, "
            f"or say its encoding: {others}"
        ) from None


def csv_rows(text: str, delimiter: str, limits: TableLimits) -> Iterator[Row]:
    """The rows of a CSV text, without those that are blank; guards against formulas are taken off.

    Raises:
        InvalidValueError: when a row is not CSV, or a limit is exceeded; the message names the row.
    """
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    cells_seen = 0
    number = 0
    while True:
        number += 1
        try:
            cells = next(reader, None)
        except csv.Error as error:
            raise InvalidValueError(f"row {number}, from line {reader.line_num}: not CSV: {error}") from None
        if cells is None:
            return
        if len(cells) > limits.max_columns:
            raise InvalidValueError(f"row {number}: {len(cells):,} columns; at most {limits.max_columns:,} are read")
        cells_seen += len(cells)
        if number > limits.max_rows or cells_seen > limits.max_cells:
            raise InvalidValueError(
                f"row {number}: more than {limits.max_rows:,} rows or {limits.max_cells:,} cells; divide the file"
            )
        if not all(map(is_blank, cells)):
            guarded = any(cell[:1] == "'" for cell in cells)
            yield Row(number, [without_guard(cell) for cell in cells] if guarded else cells)


def without_guard(cell: str) -> str:
    """A cell without the `'` that stops a spreadsheet program from reading it as a formula."""
    return cell[1:] if _GUARDED.match(cell) else cell


def csv_table(data: bytes, name: str, rows: Rows, names: Sequence[str], limits: TableLimits) -> Table:
    """The table in a CSV file.

    Raises:
        InvalidValueError: when it cannot be decoded, is not CSV, exceeds a limit or has no column of the map.
    """
    try:
        text, stated = _without_separator(decoded(data, rows.encoding))
        if rows.delimiter is not None:
            stated = rows.delimiter.value
        delimiter = stated or _delimiter(text, rows, names, limits)
        header, below = headed(csv_rows(text, delimiter, limits), rows, names)
    except InvalidValueError as error:
        raise InvalidValueError(f"{name}: {error}") from None
    notes: list[str] = []
    return Table(name=name, header=header, rows=_fitting(below, len(header), name, notes), notes=notes)


def _without_separator(text: str) -> tuple[str, str]:
    """The text without `sep=;`, with which Excel states the delimiter in a line of its own, and the delimiter."""
    found = _SEPARATOR.match(text)
    return (text[found.end() :], found[1]) if found else (text, "")


def _delimiter(text: str, rows: Rows, names: Sequence[str], limits: TableLimits) -> str:
    """The delimiter with which the most cells of one row are names of the map."""

    def found(delimiter: str) -> int:
        most = 0
        try:
            for row, _ in zip(csv_rows(text, delimiter, limits), range(_TRIED), strict=False):
                texts = [str(cell) for cell in row.cells]
                most = max(most, len({at for name in names for at in matching(name, texts, rows.headings)}))
        except InvalidValueError:
            pass
        return most

    return max((each.value for each in Delimiter), key=found)


def _fitting(below: Iterator[Row], width: int, name: str, notes: list[str]) -> Iterator[Row]:
    """The rows; in one that is wider than the header, cells would be read as those of other columns."""
    short = 0
    try:
        for row in below:
            if any(row.cells[width:]):
                table = f"a table of {counted(width, 'column')}"
                problem = f"it has {len(row.cells)} cells in {table}: values may have moved"
                yield row._replace(cells=row.cells[:width], problem=problem)
                continue
            short += len(row.cells) < width
            yield row
    except InvalidValueError as error:
        raise InvalidValueError(f"{name}: {error}") from None
    if short:
        notes.append(f"{counted(short, 'row')} narrower than the header; the missing cells count as empty")
