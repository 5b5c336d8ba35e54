"""Observations in a CSV table: a row for each (kpi, date, value), or a row for each KPI and a column for each day."""

import csv
import io
from collections.abc import Iterator, Sequence
from datetime import date
from math import isfinite
from typing import NamedTuple

from productgov.errors import InvalidValueError
from productgov.fields.types import DATE
from productgov.wording import counted, quoted_value

__all__ = ["Measured", "ObservationTable", "read_observations"]

_DELIMITERS = ",;\t"
_MOST_CELLS = 1_000_000


class Measured(NamedTuple):
    """One observation, and where it is in the table."""

    place: str
    kpi: str
    day: date
    value: float
    note: str | None = None


class ObservationTable(NamedTuple):
    """What a table holds.

    Attributes:
        observations: what could be read, in the order of the rows.
        problems: what could not, each with its place.
    """

    observations: Sequence[Measured]
    problems: Sequence[str]


class _ProblemError(Exception):
    """Raised for a cell that cannot be read."""


def read_observations(data: bytes) -> ObservationTable:
    """Read a table: comma, semicolon or tab between cells, UTF-8 with or without a byte order mark.

    The first row names the columns: kpi, date, value and, if wanted, note; or kpi and a date for every other column.
    An empty cell of a value is no observation.

    Raises:
        InvalidValueError: when it is no such table.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InvalidValueError("the table is not UTF-8; save it as CSV UTF-8") from None
    first = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=first.count)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as error:
        raise InvalidValueError(f"the table is not CSV: {error}") from None
    if sum(map(len, rows)) > _MOST_CELLS:
        raise InvalidValueError(f"the table has more than {_MOST_CELLS:,} cells")
    if not rows:
        raise InvalidValueError("the table is empty; its first row names the columns: kpi,date,value")
    header = [cell.strip().lower() for cell in rows[0]]
    numbered = [(number, row) for number, row in enumerate(rows[1:], start=2) if any(cell.strip() for cell in row)]
    if "kpi" not in header:
        raise InvalidValueError(f"the table has no column kpi, but {', '.join(map(quoted_value, rows[0][:6]))}")
    if "date" in header and "value" in header:
        found = (_long(header, number, row) for number, row in numbered)
    else:
        days = _days(header)
        found = (each for number, row in numbered for each in _wide(header.index("kpi"), days, number, row))
    return _collected(found)


def _collected(found: "Iterator[Measured | str | None]") -> ObservationTable:
    observations: list[Measured] = []
    problems: list[str] = []
    for each in found:
        if isinstance(each, Measured):
            observations.append(each)
        elif each is not None:
            problems.append(each)
    return ObservationTable(observations, problems)


def _long(header: Sequence[str], number: int, row: Sequence[str]) -> Measured | str | None:
    place = f"row {number}"
    if len(row) != len(header):
        return f"{place}: {counted(len(row), 'cell')} in a table of {counted(len(header), 'column')}"
    cells = dict(zip(header, (cell.strip() for cell in row), strict=True))
    try:
        day, value = _day(cells["date"]), _value(cells["value"])
    except _ProblemError as error:
        return f"{place}: {error}"
    return None if value is None else Measured(place, cells["kpi"], day, value, cells.get("note") or None)


def _wide(
    kpi: int, days: Sequence[tuple[int, date]], number: int, row: Sequence[str]
) -> Iterator[Measured | str | None]:
    if len(row) <= kpi:
        yield f"row {number}: no KPI"
        return
    for column, day in days:
        place = f"row {number}, {day}"
        try:
            value = _value(row[column].strip()) if column < len(row) else None
        except _ProblemError as error:
            yield f"{place}: {error}"
        else:
            yield None if value is None else Measured(place, row[kpi].strip(), day, value)


def _days(header: Sequence[str]) -> Sequence[tuple[int, date]]:
    """The columns whose names are dates."""
    days = [(column, date.fromisoformat(name)) for column, name in enumerate(header) if DATE.match(name)]
    others = [name for name in header if name not in ("kpi", "name", "unit", "") and not DATE.match(name)]
    if others or not days:
        named = f", and not {', '.join(map(quoted_value, others[:4]))}" if others else ""
        raise InvalidValueError(f"the columns are kpi,date,value, or kpi and dates such as 2026-01-31{named}")
    return days


def _day(text: str) -> date:
    if not DATE.match(text):
        raise _ProblemError(f"{quoted_value(text)} is not a date; write YYYY-MM-DD")
    return date.fromisoformat(text)


def _value(text: str) -> float | None:
    """A number; nothing for an empty cell. A guard against formulas, as in '-5, is taken off."""
    plain = text.removeprefix("'")
    if not plain:
        return None
    try:
        number = float(plain) if plain.isascii() and "_" not in plain else float("nan")
    except ValueError:
        number = float("nan")
    if not isfinite(number):
        raise _ProblemError(f"{quoted_value(text)} is not a number; write it with a point and nothing else, as 1234.5")
    return int(number) if number.is_integer() and plain.lstrip("+-").isdecimal() else number
