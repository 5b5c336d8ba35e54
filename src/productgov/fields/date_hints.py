"""Slips in dates: other ways to write one, quarters and months for days, time stamps."""

import re
from datetime import datetime, time
from typing import TYPE_CHECKING

from productgov.fields.hints import Hint, Recogniser, write
from productgov.fields.types import DATE
from productgov.found import Write

if TYPE_CHECKING:
    from productgov.fields.scalars import Scalar

__all__ = ["DATE_HINTS", "MONTH_NAMES", "moment_slip"]

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH_NAMES = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
"""The months in English, in lower case."""
_NAME = rf"(?P<name>{'|'.join((*MONTH_NAMES, *_MONTHS, 'sept'))})\.?"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"(?P<year>[0-9]{4})(?P<month>[0-9]{2})(?P<day>[0-9]{2})",
        r"(?P<year>[0-9]{4})[-/.](?P<month>[0-9]{1,2})[-/.](?P<day>[0-9]{1,2})(?:[T ][0-9:.+-]{4,20}Z?)?",
        r"(?P<day>1[3-9]|2[0-9]|3[01])[-/.](?P<month>[0-9]{1,2})[-/.](?P<year>[0-9]{4})",
        r"(?P<month>[0-9]{1,2})[-/.](?P<day>1[3-9]|2[0-9]|3[01])[-/.](?P<year>[0-9]{4})",
        rf"(?P<day>[0-9]{{1,2}})(?:\.|st|nd|rd|th)? {_NAME},? (?P<year>[0-9]{{4}})",
        rf"{_NAME} (?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?,? (?P<year>[0-9]{{4}})",
        rf"(?P<day>[0-9]{{1,2}})-{_NAME}-(?P<year>[0-9]{{4}})",
    )
)
"""Other ways to write a day that are not ambiguous, as 03/04/2026 is."""
_PERIODS = tuple(
    (re.compile(form, re.IGNORECASE), months)
    for form, months in (
        (r"q(?P<part>[1-4])[ /-]?(?P<year>[0-9]{4})", 3),
        (r"(?P<year>[0-9]{4})[ /-]?q(?P<part>[1-4])", 3),
        (r"h(?P<part>[12])[ /-]?(?P<year>[0-9]{4})", 6),
        (r"(?P<year>[0-9]{4})[ /-]?h(?P<part>[12])", 6),
        (r"(?P<year>[0-9]{4})[-/.](?P<part>0?[1-9]|1[0-2])", 1),
        (r"(?P<part>0?[1-9]|1[0-2])[-/.](?P<year>[0-9]{4})", 1),
        (rf"{_NAME},? (?P<year>[0-9]{{4}})", 1),
        (r"(?P<year>(?:19|20)[0-9]{2})(?P<part>)", 12),
    )
)
"""Longer times that people write for a day, with their length in months."""


def _other_form(value: object, shape: "Scalar") -> Hint | None:  # noqa: ARG001 - as every recogniser
    """`30/11/2026`, `20261130`, `30 November 2026`, a time stamp."""
    for form in _FORMS:
        if found := form.fullmatch(str(value).strip()):
            given = found.groupdict()
            month = given["month"] if "month" in given else _month(given["name"])
            meant = f"{given['year']}-{month:0>2}-{given['day']:0>2}"
            return write(meant) if DATE.match(meant) else Hint("there is no such day")
    return None


def _longer_time(value: object, shape: "Scalar") -> Hint | None:  # noqa: ARG001
    """`Q2 2026`, `2026-04`, `May 2026`, 2026. A fiscal quarter is not known: its year can begin in any month."""
    text = str(value).strip()
    for form, months in _PERIODS:
        if found := form.fullmatch(text):
            given = found.groupdict()
            part = _month(given["name"]) if "name" in given else int(given["part"] or 1)
            last = _last_day(int(given["year"]), part * months)
            calendar = "calendar " if months in (3, 6) else ""
            return Hint(f"write {last}, the last day of {calendar}{text}", Write(last))
    return None


def _month(name: str) -> int:
    return _MONTHS.index(name[:3].lower()) + 1


def _last_day(year: int, month: int) -> str:
    days = (f"{year}-{month:0>2}-{day}" for day in (31, 30, 29, 28))
    return next(day for day in days if DATE.match(day))


DATE_HINTS: tuple[Recogniser, ...] = (_other_form, _longer_time)
"""What is recognised in a date, in this order."""


def moment_slip(moment: datetime) -> str:
    """The hint for a time stamp that is not at midnight, as those of data frames for days are; else empty."""
    if moment != moment:  # noqa: PLR0124 - only pandas.NaT, which is a datetime, differs from itself
        return "write a date"
    midnight = datetime.combine(moment.date(), time(), tzinfo=moment.tzinfo)
    return "" if moment == midnight else "it has a time of day: take its date()"
