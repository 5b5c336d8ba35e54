"""Periods of planning: years, halves and quarters of a fiscal year, and calendar months."""

from calendar import monthrange
from collections.abc import Callable
from datetime import date
from typing import ClassVar

import attrs

from productgov.errors import InvalidValueError
from productgov.fields.marks import Pattern
from productgov.fields.scalars import Json, Patterned, Problem
from productgov.wording import described

__all__ = ["PERIOD", "Period", "Periods"]

PERIOD = Pattern(
    r"^[1-9][0-9]{3}(?:-(?:H[12]|Q[1-4]|0[1-9]|1[0-2]))?$",
    "a period such as 2026, 2026-H1, 2026-Q1 or 2026-03",
)
_EARLIEST, _LATEST = 1000, 9999
_MONTHS = {"": 12, "H": 6, "Q": 3}
"""How many months a year, a half and a quarter have."""


def _is_period(_period: object, _attribute: "attrs.Attribute[str]", text: object) -> None:
    if not isinstance(text, str) or not PERIOD.match(text):
        raise InvalidValueError(f"Period.text must be {PERIOD.allows}, not {described(text)}")


@attrs.frozen
class Period:
    """A period of planning, such as `2026`, `2026-H1`, `2026-Q1` or `2026-03`.

    Years, halves and quarters are those of the fiscal year, which is named for the calendar year in which it ends;
    months are calendar months. The days therefore depend on the month in which the fiscal year starts: the
    `fiscalYearStart` of a document, January by default. Periods of one length are ordered; to sort periods of
    several lengths, use `key=lambda period: period.first(fiscal_year_start)`.

    Attributes:
        text: how documents write it.

    Raises:
        InvalidValueError: when the text is no period of the years 1000 to 9999.
    """

    text: str = attrs.field(validator=_is_period)

    def __str__(self) -> str:
        return self.text

    def __lt__(self, other: object) -> bool:
        """Whether it is earlier than another period of the same length."""
        if not isinstance(other, Period) or self.months != other.months:
            return NotImplemented
        return self.text < other.text

    @property
    def year(self) -> int:
        """The fiscal year, or for a month the calendar year."""
        return int(self.text[:4])

    @property
    def months(self) -> int:
        """How many months it has: 12, 6, 3 or 1."""
        return _MONTHS.get(self.text[5:6], 1)

    def first(self, fiscal_year_start: int = 1) -> date:
        """Its first day.

        Args:
            fiscal_year_start: the month in which the fiscal year starts, from 1 to 12.

        Raises:
            InvalidValueError: when there is no such month.
        """
        number = self._first_month(fiscal_year_start)
        return date(number // 12, number % 12 + 1, 1)

    def last(self, fiscal_year_start: int = 1) -> date:
        """Its last day; the argument and the errors are those of `first`."""
        number = self._first_month(fiscal_year_start) + self.months - 1
        year, month = number // 12, number % 12 + 1
        return date(year, month, monthrange(year, month)[1])

    def days(self, fiscal_year_start: int = 1) -> int:
        """How many days it has; the argument and the errors are those of `first`."""
        return (self.last(fiscal_year_start) - self.first(fiscal_year_start)).days + 1

    def contains(self, other: "date | Period", fiscal_year_start: int = 1) -> bool:
        """Whether a day, or every day of another period, is in it; the errors are those of `first`."""
        first, last = self.first(fiscal_year_start), self.last(fiscal_year_start)
        if isinstance(other, Period):
            return first <= other.first(fiscal_year_start) and other.last(fiscal_year_start) <= last
        return first <= other <= last

    def parts(self, fiscal_year_start: int = 1) -> "tuple[Period, ...]":
        """The next shorter periods that it consists of: two halves, two quarters, three months; none for a month.

        The argument and the errors are those of `first`; a month before the year 1000 is an error too.
        """
        match self.months:
            case 12:
                return Period(f"{self.text}-H1"), Period(f"{self.text}-H2")
            case 6:
                first = 1 if self.text.endswith("1") else 3
                return Period(f"{self.year}-Q{first}"), Period(f"{self.year}-Q{first + 1}")
            case 3:
                start = self._first_month(fiscal_year_start)
                return tuple(Period(f"{month // 12:04}-{month % 12 + 1:02}") for month in range(start, start + 3))
            case _:
                return ()

    def _first_month(self, fiscal_year_start: int) -> int:
        """Its first month, counted from January of the year 0."""
        if type(fiscal_year_start) is not int or not 1 <= fiscal_year_start <= 12:
            raise InvalidValueError(
                f"fiscal_year_start must be a month from 1 to 12, not {described(fiscal_year_start)}"
            )
        if self.months == 1:
            return self.year * 12 + int(self.text[5:]) - 1
        year_begins = self.year * 12 if fiscal_year_start == 1 else (self.year - 1) * 12 + fiscal_year_start - 1
        return year_begins + (int(self.text[6:] or 1) - 1) * self.months


@attrs.frozen
class Periods(Patterned):
    """The kind of value that is a period; a year can also be given as a number."""

    plain_types: ClassVar[tuple[type, ...]] = (str, int)

    pattern: Pattern = PERIOD

    @property
    def type_words(self) -> str:
        return "a period as text"

    def accepts(self, value: object) -> bool:
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            return _EARLIEST <= value <= _LATEST and value == int(value)
        return super().accepts(value)

    def problem(self, value: object) -> Problem:
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            return Problem("PG007", self.words)
        return Problem("PG007" if isinstance(value, str) else "PG005", self.words)

    @property
    def reader(self) -> Callable[..., object]:
        return _period

    @property
    def writer(self) -> Callable[..., object]:
        return str

    def take(self, value: object) -> object:
        return value if isinstance(value, Period) else super().take(value)

    def input_schema(self) -> Json:
        return {"anyOf": [self.schema(), {"type": "integer", "minimum": _EARLIEST, "maximum": _LATEST}]}


def _period(value: str | float) -> Period:
    return Period(value if isinstance(value, str) else str(int(value)))
