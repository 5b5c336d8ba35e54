"""Hints for dates that are written in other ways, and for time stamps."""

import re
from datetime import datetime, time

from productgov.fields.types import DATE

__all__ = ["date_slip", "moment_slip"]

_SLIPS = (
    r"(?P<year>[0-9]{4})(?P<month>[0-9]{2})(?P<day>[0-9]{2})",
    r"(?P<year>[0-9]{4})[-/.](?P<month>[0-9]{1,2})[-/.](?P<day>[0-9]{1,2})(?:[T ][0-9:.+-]{4,20}Z?)?",
    r"(?P<day>1[3-9]|2[0-9]|3[01])[-/.](?P<month>[0-9]{1,2})[-/.](?P<year>[0-9]{4})",
    r"(?P<month>[0-9]{1,2})[-/.](?P<day>1[3-9]|2[0-9]|3[01])[-/.](?P<year>[0-9]{4})",
)
"""Other ways to write a date that are not ambiguous, as 03/04/2026 is."""


def date_slip(text: str) -> str:
    """The hint for a date that is written in another way; empty where the text is not a date, or is ambiguous."""
    for slip in _SLIPS:
        if found := re.fullmatch(slip, text):
            meant = f"{found['year']}-{found['month']:0>2}-{found['day']:0>2}"
            return f"write {meant}" if DATE.match(meant) else "there is no such day"
    return ""


def moment_slip(moment: datetime) -> str:
    """The hint for a time stamp that is not at midnight, as those of data frames for days are; else empty."""
    if moment != moment:  # noqa: PLR0124 - only pandas.NaT, which is a datetime, differs from itself
        return "write None, or leave the field out"
    midnight = datetime.combine(moment.date(), time(), tzinfo=moment.tzinfo)
    return "" if moment == midnight else "it has a time of day: take its date()"
