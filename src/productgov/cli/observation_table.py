"""Observations in a table: a row for each (kpi, date, value), or a row for each KPI and a column for each day.

The two forms are two maps of `productgov.interchange`. Here nothing may be lost: what they report is a problem.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from productgov.errors import InvalidValueError
from productgov.interchange.imported import Imported, ImportedObservation
from productgov.interchange.reading import read_table
from productgov.interchange.table import key_of_name
from productgov.wording import listed, quoted_value

__all__ = ["ObservationTable", "read_observations"]

_LONG, _WIDE = "observations", "observations-wide"
_SAYS_NOTHING = ("it has no value", "it has nothing that the map names")
"""The reasons for which a row gives nothing and is no problem: its values are empty."""
_BESIDE = ("name", "unit", "")


class ObservationTable(NamedTuple):
    """What a table holds.

    Attributes:
        observations: what could be read, in the order of the rows.
        problems: what could not, each with its place.
    """

    observations: Sequence[ImportedObservation]
    problems: Sequence[str]


def read_observations(name: str) -> ObservationTable:
    """Read a table with the columns kpi, date, value and, if wanted, note; or kpi and a date for every other column.

    Args:
        name: the name of a CSV, XLSX or JSON file.

    Raises:
        InvalidValueError: when it is no such table.
        OSError: when the file cannot be read.
    """
    imported = read_table(name, _LONG)
    unread = [each.column for each in imported.losses.unread]
    if not imported.observations and not imported.losses.refused and unread:
        imported = read_table(name, _WIDE)
        unread = [each.column for each in imported.losses.unread if key_of_name(each.column) not in _BESIDE]
        if unread:
            others = listed([quoted_value(column) for column in unread])
            raise InvalidValueError(
                f"{name}: the columns are kpi,date,value, or kpi and dates such as 2026-01-31, and not {others}"
            )
    return ObservationTable(imported.observations, tuple(_problems(imported)))


def _problems(imported: Imported) -> Iterator[str]:
    losses = imported.losses
    refused = {one.row for one in losses.refused}
    for one in losses.refused:
        column = f", {one.column}" if one.column else ""
        yield f"row {one.row}{column}: {quoted_value(one.value)} is not read: {one.reason}"
    for row in losses.skipped:
        if row.row not in refused and row.reason not in _SAYS_NOTHING:
            yield f"row {row.row}: {row.reason}"
