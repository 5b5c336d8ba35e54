"""From the value of a field to the text of a cell: what a column reads, backwards, where that is possible."""

from collections.abc import Callable
from datetime import date
from typing import TypeAlias

from productgov.errors import InvalidValueError
from productgov.fields import shapes
from productgov.interchange.column import Column, DateForm, DecimalMark
from productgov.interchange.numbers import scaled

__all__ = ["CellWriter", "cell_writer", "guarded", "obstacle"]

CellWriter: TypeAlias = Callable[[object], str]
"""A function that writes a value as the text of a cell.

Raises:
    InvalidValueError: when the column cannot say it.
"""

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_FIRST_SERIAL = date(1899, 12, 30)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def obstacle(column: Column) -> str:
    """Why a column cannot be written; empty where it can."""
    if not column.from_ or "{" in (column.writes or column.from_[0]):
        return "the map names no column for it"
    for option in ("crosses", "lookup", "part", "parent", "within", "stated", "join", "filled"):
        if getattr(column, option):
            return f"the map reads it by {option}, which has no way back"
    return ""


def cell_writer(column: Column, shape: shapes.Scalar) -> CellWriter:
    """The function that writes single values of a field."""
    prefix = column.prefix or ""
    write = _plain_writer(column, shape)
    known = {value.to: value.from_[0] for value in reversed(column.values)}

    def written(value: object) -> str:
        if known or column.otherwise is not None:
            text = str(value)
            if text in known:
                return known[text]
            if text == column.otherwise:
                return ""
            if known:
                raise InvalidValueError("no text of the map becomes it")
        text = write(value)
        if prefix and not text.startswith(prefix):
            raise InvalidValueError(f"it does not begin with {prefix}")
        return text.removeprefix(prefix)

    return written


def guarded(text: str) -> str:
    """A text that no spreadsheet program reads as a formula; the reader of imports takes the guard off."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def _plain_writer(column: Column, shape: shapes.Scalar) -> CellWriter:
    match shape:
        case shapes.Date():
            return lambda value: _day_text(date.fromisoformat(str(value)), column.dates[0])
        case shapes.Number():
            return lambda value: _number_text(value, column)
        case _:
            return str


def _day_text(day: date, form: DateForm) -> str:
    match form:
        case DateForm.ISO:
            return day.isoformat()
        case DateForm.DMY:
            return f"{day.day:02}/{day.month:02}/{day.year}"
        case DateForm.MDY:
            return f"{day.month:02}/{day.day:02}/{day.year}"
        case DateForm.D_MON_Y:
            return f"{day.day:02}/{_MONTHS[day.month - 1]}/{day.year}"
        case DateForm.MON_D_Y:
            return f"{_MONTHS[day.month - 1]} {day.day}, {day.year}"
        case DateForm.SERIAL:
            return str((day - _FIRST_SERIAL).days)


def _number_text(value: object, column: Column) -> str:
    if not isinstance(value, (int, float)):
        raise InvalidValueError("it is an estimate, and a cell takes one number")
    number = value if column.times == 1 else scaled(value, 1 / column.times)
    text = f"{scaled(number, 100):.15g}%" if column.percent else repr(number)
    return text.replace(".", ",") if column.decimal is DecimalMark.COMMA else text
