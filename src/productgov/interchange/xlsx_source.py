"""XLSX by openpyxl: bounded before anything is unpacked, one sheet, the values that formulas had when it was saved."""

import io
import zipfile
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Protocol, cast

from productgov.errors import InvalidValueError, MissingExtraError
from productgov.interchange.import_map import Rows
from productgov.interchange.limits import TableLimits
from productgov.interchange.table import Row, Table, headed, is_blank
from productgov.wording import listed, quoted_value

if TYPE_CHECKING:
    from openpyxl.workbook.workbook import Workbook

__all__ = ["xlsx_table"]


class _Sheet(Protocol):
    """What is used of a sheet that openpyxl reads row by row."""

    title: str

    @property
    def max_column(self) -> int | None: ...

    def reset_dimensions(self) -> None: ...

    def iter_rows(self, *, max_row: int, max_col: int, values_only: bool) -> Iterator[tuple[object, ...]]: ...


_MOST_PARTS = 2_000
_PARTS = ("[Content_Types].xml", "xl/workbook.xml")
_INEXACT = 10**15
_MOST_BLANK = 5_000
"""After how many blank rows together a sheet has ended."""


def xlsx_table(data: bytes, name: str, rows: Rows, names: Sequence[str], limits: TableLimits) -> Table:
    """The table in one sheet of a workbook.

    Raises:
        InvalidValueError: when it is no workbook, has no such sheet or no column of the map, or exceeds a limit.
        MissingExtraError: when openpyxl is not installed.
    """
    try:
        from openpyxl import load_workbook  # noqa: PLC0415 - needs an extra
    except ImportError:
        raise MissingExtraError("reading XLSX", "excel") from None
    try:
        _check_size(data, limits)
        try:
            workbook = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        except Exception as error:  # noqa: BLE001 - openpyxl raises what it meets: KeyError, ValueError, its own
            raise InvalidValueError(f"it is no workbook that can be read: {type(error).__name__}") from None
        sheet = _sheet(workbook, rows.sheet)
        header, below = headed(_rows(sheet, limits), rows, names)
    except InvalidValueError as error:
        raise InvalidValueError(f"{name}: {error}") from None
    others = [title for title in workbook.sheetnames if title != sheet.title]
    notes = [f"read from the sheet {quoted_value(sheet.title)}, not from {listed(others)}"] if others else []
    return Table(name=name, header=header, rows=_named(below, name), notes=notes)


def _check_size(data: bytes, limits: TableLimits) -> None:
    """Refuse a file by what it says of its parts; no more than that is unpacked of a part."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise InvalidValueError(f"it is no XLSX file: {error}") from None
    known = {part.filename for part in parts}
    if not known.issuperset(_PARTS):
        raise InvalidValueError("it is a zip file, and not a workbook")
    size = sum(part.file_size for part in parts)
    if len(parts) > _MOST_PARTS or size > limits.max_unpacked:
        raise InvalidValueError(
            f"its {len(parts):,} parts unpack to {size:,} bytes; at most {limits.max_unpacked:,} are read"
        )


def _sheet(workbook: "Workbook", title: str | None) -> _Sheet:
    sheets = {sheet.title: cast(_Sheet, sheet) for sheet in workbook.worksheets}
    wanted = next(iter(sheets), "") if title is None else title
    if wanted not in sheets:
        raise InvalidValueError(f"it has no sheet {quoted_value(wanted)}; there are {', '.join(sheets) or 'none'}")
    return sheets[wanted]


def _rows(sheet: _Sheet, limits: TableLimits) -> Iterator[Row]:
    """The rows that are not blank; a sheet that says to be wider than the limit, or is, is refused."""
    said = sheet.max_column
    if said is not None and said > limits.max_columns:
        raise InvalidValueError(f"the sheet is {said:,} columns wide; at most {limits.max_columns:,} are read")
    sheet.reset_dimensions()
    cells_seen = blank = 0
    wide = limits.max_columns + 1
    all_rows = sheet.iter_rows(max_row=limits.max_rows + 1, max_col=wide, values_only=True)
    for number, cells in enumerate(_unspoilt(all_rows), 1):
        last = 0 if cells.count(None) == len(cells) else len(cells)
        while last and cells[last - 1] is None:
            last -= 1
        if all(map(is_blank, cells[:last])):
            blank += 1
            if blank > _MOST_BLANK:
                return
            continue
        blank = 0
        cells_seen += last
        if number > limits.max_rows or last > limits.max_columns or cells_seen > limits.max_cells:
            raise InvalidValueError(
                f"row {number:,}: more than {limits.max_rows:,} rows, {limits.max_columns:,} columns or "
                f"{limits.max_cells:,} cells"
            )
        yield Row(number, [_as_stored(cell) for cell in cells[:last]])


def _as_stored(cell: object) -> object:
    """A whole number of more digits than a workbook keeps is no longer exact."""
    return float(cell) if isinstance(cell, int) and abs(cell) >= _INEXACT else cell


def _unspoilt(rows: Iterator[tuple[object, ...]]) -> Iterator[tuple[object, ...]]:
    try:
        yield from rows
    except Exception as error:  # noqa: BLE001 - openpyxl raises what it meets in a broken sheet
        raise InvalidValueError(f"the sheet cannot be read: {type(error).__name__}") from None


def _named(below: Iterator[Row], name: str) -> Iterator[Row]:
    try:
        yield from below
    except InvalidValueError as error:
        raise InvalidValueError(f"{name}: {error}") from None
