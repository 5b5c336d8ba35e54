"""Intervals in words: "weekly", "every 2 weeks", "P2W", and their names."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from productgov.model.cadence.months import AnchorDay, Weekday
from productgov.model.cadence.rhythms import EveryDays, InMonths, OnWeekdays, Rhythm

__all__ = ["INTERVAL", "NUMBERS", "WORKDAYS", "interval_name", "read_interval"]

WORKDAYS = tuple(Weekday)[:5]
"""Monday to Friday."""


def _monthly(months: int) -> InMonths:
    return InMonths(months=months, places=[AnchorDay(clamped=True)])


_NAMED: Mapping[str, Rhythm] = MappingProxyType(
    {
        "daily": EveryDays(days=1),
        "weekdays": OnWeekdays(weekdays=WORKDAYS),
        "weekly": EveryDays(days=7),
        "biweekly": EveryDays(days=14),
        "monthly": _monthly(1),
        "quarterly": _monthly(3),
        "semiannually": _monthly(6),
        "annually": _monthly(12),
    }
)
_NAME_OF: Mapping[Rhythm, str] = MappingProxyType({rhythm: name for name, rhythm in _NAMED.items()})
# Hyphens are blanks here: "half-yearly" is looked up as "half yearly".
_SYNONYMS: Mapping[str, str] = MappingProxyType(
    {
        "every weekday": "weekdays",
        "every workday": "weekdays",
        "every working day": "weekdays",
        "every business day": "weekdays",
        "bi weekly": "biweekly",
        "fortnightly": "biweekly",
        "semi annually": "semiannually",
        "semi annual": "semiannually",
        "semiannual": "semiannually",
        "half yearly": "semiannually",
        "halfyearly": "semiannually",
        "yearly": "annually",
        "annual": "annually",
        "biennial": "every 2 years",
        "biennially": "every 2 years",
    }
)
_COUNTED = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
NUMBERS: Mapping[str, int] = MappingProxyType({word: number for number, word in enumerate(_COUNTED, start=1)})
"""The numbers that are read as words: one to twelve."""
_STEPS: Mapping[str, int] = MappingProxyType(
    {**NUMBERS, "other": 2, "alternate": 2, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6}
)
_UNITS: Mapping[str, tuple[int, int]] = MappingProxyType(
    {
        "day": (1, 0),
        "week": (7, 0),
        "fortnight": (14, 0),
        "month": (0, 1),
        "quarter": (0, 3),
        "half year": (0, 6),
        "year": (0, 12),
        "d": (1, 0),
        "w": (7, 0),
        "m": (0, 1),
        "y": (0, 12),
    }
)
_EVERY = (
    rf"(?:every|each|once (?:a|per|every)) (?:(?P<steps>[1-9][0-9]{{0,2}}|{'|'.join(_STEPS)}) )?"
    r"(?P<unit>day|week|fortnight|month|quarter|half year|year)s?"
)
_DURATION = "p(?P<steps>[1-9][0-9]{0,2})(?P<unit>[dwmy])"
_NAMES = "|".join((*_NAMED, *_SYNONYMS))
INTERVAL = rf"(?:{_NAMES}|{re.sub('[?]P<[a-z]+>', '?:', _EVERY)})"
"""A pattern of the intervals that can stand beside a day, as in "weekly on Mondays"."""


def read_interval(words: str) -> Rhythm | None:
    """The rhythm of an interval; None when the words are no interval.

    Raises:
        InvalidValueError: when the interval is longer than rhythms are.
    """
    name = _SYNONYMS.get(words, words)
    if name in _NAMED:
        return _NAMED[name]
    found = re.fullmatch(_EVERY, name) or re.fullmatch(_DURATION, name)
    if not found:
        return None
    written = found["steps"] or "one"
    steps = _STEPS[written] if written in _STEPS else int(written)
    days, months = _UNITS[found["unit"]]
    return EveryDays(days=steps * days) if days else _monthly(steps * months)


def interval_name(rhythm: EveryDays | OnWeekdays | InMonths) -> str | None:
    """An interval in words that are read back as it; None for a rhythm on days of its own.

    Of months, it is for those that fall on the day of the anchor, or on the last day of a shorter month.
    """
    if name := _NAME_OF.get(rhythm):
        return name
    match rhythm:
        case EveryDays(days=days):
            return f"every {days} days" if days % 7 else f"every {days // 7} weeks"
        case InMonths(months=months, places=(AnchorDay(clamped=True),)):
            return f"every {months} months" if months % 12 else f"every {months // 12} years"
        case _:
            return None
