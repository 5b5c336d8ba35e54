"""Values of rows from anywhere, data frames included, as plain data."""

import re
from collections.abc import Mapping
from datetime import date, datetime, time

from productgov.formats.limits import DEFAULT_LIMITS
from productgov.formats.registry import read_text
from productgov.tables.column import ColumnType

__all__ = ["NotJson", "is_missing", "plain"]

_NUMBER = re.compile(r"-?[0-9]{1,20}(?:\.[0-9]{1,20})?(?:[eE][+-]?[0-9]{1,3})?")


class NotJson(Exception):  # noqa: N818 - it is caught at once
    """A value of a json column is no JSON."""


def is_missing(value: object) -> bool:
    """True for None, an empty text, NaN, and what pandas has in the place of a value."""
    if value is None:
        return True
    if isinstance(value, str):
        return not value
    try:
        return bool(value != value)  # noqa: PLR0124 - NaN and NaT are not equal to themselves
    except TypeError:  # pandas.NA is neither
        return True
    except ValueError:  # an array
        return False


def plain(value: object, type: ColumnType) -> object:
    """A value of a column as plain data; what the column cannot hold stays as it is.

    Raises:
        NotJson: when the column is json, and the value is a text that is no JSON.
    """
    if isinstance(value, str):
        return _of_text(str.__str__(value), type)
    to_python = getattr(value, "tolist", None)  # numbers and arrays of numpy have it
    if to_python is not None:
        value = to_python()
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time.min else value.isoformat(" ")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return list(value) if isinstance(value, tuple) else value


def _of_text(text: str, type: ColumnType) -> object:
    if type == "json":
        _, reading = read_text(text, "json", DEFAULT_LIMITS)
        if reading.findings or not isinstance(reading.data, (list, Mapping)):
            raise NotJson
        return reading.data
    if type in ("number", "integer") and _NUMBER.fullmatch(text.strip()):
        number = float(text)
        return int(number) if number.is_integer() else number
    return text
