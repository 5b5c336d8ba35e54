"""Days as tables write them, in the forms that a map states."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, timedelta

from productgov.fields.date_hints import MONTH_NAMES
from productgov.interchange.column import DateForm, PeriodLength

__all__ = ["DayReader", "day_reader", "month_numbers", "period_of", "period_text", "plain_day"]

DayReader = Callable[[str], "date | None"]
"""A function that reads a day; None where the text is not in a stated form."""

_TIME = (
    r"(?:[T ,]+[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]+)?)?(?: ?[AaPp]\.?[Mm]\.?)?\s?(?:Z|UTC|[+-][0-9:]{2,6})?)?"
)
_YEAR = r"(?P<year>[0-9]{4}|[0-9]{2})"
_NAME = r"(?P<name>[^\W\d_]{3,12})\.?"
_DAY = r"(?P<day>[0-9]{1,2})"
_GAP = r"[\s/.\-]\s?"
_FORMS: Mapping[DateForm, str] = {
    DateForm.ISO: rf"(?P<year>[0-9]{{4}})[-/](?P<month>[0-9]{{1,2}})[-/]{_DAY}{_TIME}",
    DateForm.DMY: rf"{_DAY}[/.\-](?P<month>[0-9]{{1,2}})[/.\-]{_YEAR}{_TIME}",
    DateForm.MDY: rf"(?P<month>[0-9]{{1,2}})[/.\-]{_DAY}[/.\-]{_YEAR}{_TIME}",
    DateForm.D_MON_Y: rf"{_DAY}{_GAP}{_NAME}{_GAP}{_YEAR}{_TIME}",
    DateForm.MON_D_Y: rf"(?:[^\W\d_]{{3,9}},? )?{_NAME}{_GAP}{_DAY}(?:,\s?|{_GAP}){_YEAR}"
    rf"(?:{_TIME}| [0-9:]{{8}} GMT[+-][0-9]{{4}} \([^()]{{1,60}}\))",
    DateForm.SERIAL: r"(?P<serial>[0-9]{1,6})(?:\.[0-9]+)?",
}
_FIRST_SERIAL = date(1899, 12, 30)
_MONTH = re.compile(r"(?P<name>[^\W\d_]{3,12})\.?[\s/-]+(?P<year>[0-9]{4})")
_PERIOD = re.compile(
    r"(?i)(?P<part>[QH][1-4])[\s/'-]*Y?(?P<year>[0-9]{4})|Y?(?P<first>[0-9]{4})(?:[\s/-]*(?P<second>[QH][1-4]))?"
)


def month_numbers(names: Sequence[str]) -> Mapping[str, int]:
    """The number of each month by its name: English ones, whole or of three letters, and those of a map."""
    found = {name[:length]: number for number, name in enumerate(MONTH_NAMES, 1) for length in (3, len(name))}
    found["sept"] = 9
    for text in names:
        found.update((word.casefold(), number) for number, word in enumerate(text.split(), 1))
    return found


def day_reader(forms: Sequence[DateForm], months: Mapping[str, int]) -> DayReader:
    """A function that reads days in one of several forms."""
    patterns = [re.compile(_FORMS[form]) for form in forms]
    known: dict[str, date | None] = {}

    def read(text: str) -> date | None:
        if text not in known:
            found = next((match for pattern in patterns if (match := pattern.fullmatch(text))), None)
            known[text] = _day(found, months) if found else None
        return known[text]

    return read


def _day(found: re.Match[str], months: Mapping[str, int]) -> date | None:
    parts = found.groupdict()
    if parts.get("serial"):
        return _FIRST_SERIAL + timedelta(days=int(parts["serial"]))
    year = int(parts["year"])
    month = months.get(parts["name"].casefold()) if "name" in parts else int(parts["month"])
    try:
        return date(year + 2000 if len(parts["year"]) == 2 else year, month or 0, int(parts["day"]))
    except ValueError:
        return None


def period_of(day: date, length: PeriodLength) -> str:
    """The period of the calendar year that holds a day, as documents write it."""
    match length:
        case PeriodLength.MONTH:
            return f"{day:%Y-%m}"
        case PeriodLength.QUARTER:
            return f"{day.year}-Q{(day.month + 2) // 3}"
        case PeriodLength.HALF:
            return f"{day.year}-H{(day.month + 5) // 6}"
        case PeriodLength.YEAR:
            return str(day.year)


def plain_day(value: object) -> str | None:
    """The day of a date or time stamp, as documents write it."""
    if isinstance(value, datetime):
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, date) else None


def period_text(text: str, months: Mapping[str, int]) -> str:
    """A period as documents write it: "Q3 2025", "2025 Q3" and "Q3 Y2025" are 2025-Q3, "Jan 2026" is 2026-01.

    Another text stays as it is.
    """
    found = _PERIOD.fullmatch(text)
    if not found:
        named = _MONTH.fullmatch(text)
        month = months.get(named["name"].casefold()) if named else None
        return f"{named['year']}-{month:02}" if named and month else text
    year, part = found["year"] or found["first"], found["part"] or found["second"]
    return f"{year}-{part.upper()}" if part else year
