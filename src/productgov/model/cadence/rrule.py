"""Recurrence rules of RFC 5545 (iCalendar): those that can be read as a cadence, and those that express one.

Supported are `FREQ` (DAILY, WEEKLY, MONTHLY, YEARLY), `INTERVAL`, `BYDAY` for weeks, `BYDAY` with positions or
`BYMONTHDAY` for months, and `COUNT` or `UNTIL` as a date. They mean what the RFC says: `FREQ=MONTHLY` from the 31st
skips the months without one, unlike the named rhythm "monthly".
"""

import re
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from productgov.errors import InvalidValueError
from productgov.model.cadence.months import AnchorDay, MonthDay, NthWeekday, Weekday, days_in_month
from productgov.model.cadence.rhythms import EveryDays, InMonths, OnWeekdays, Rhythm, is_clamped

__all__ = ["parse_rule", "rule_text", "unclamped"]

_WEEKDAY = "MO|TU|WE|TH|FR|SA|SU"
# For each part: its pattern, and the pattern in words. All are linear, and the length of the text is bounded.
_PARTS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "FREQ": ("DAILY|WEEKLY|MONTHLY|YEARLY", "DAILY, WEEKLY, MONTHLY or YEARLY"),
        "INTERVAL": ("[1-9][0-9]{0,2}", "1 to 999"),
        "BYDAY": (
            f"(?:[+-]?[1-9])?(?:{_WEEKDAY})(?:,(?:[+-]?[1-9])?(?:{_WEEKDAY}))*",
            "weekdays such as MO,TH, or for months with their place, such as 1MO or -1FR",
        ),
        "BYMONTHDAY": ("[+-]?[0-9]{1,2}(?:,[+-]?[0-9]{1,2})*", "days such as 1,15, or -1 for the last"),
        "COUNT": ("[1-9][0-9]{0,5}", "1 to 999999"),
        "UNTIL": ("[0-9]{8}", "a date such as 20261231"),
    }
)
_ALLOWED_BY = MappingProxyType({"DAILY": (), "WEEKLY": ("BYDAY",), "MONTHLY": ("BYDAY", "BYMONTHDAY"), "YEARLY": ()})


def parse_rule(rule: str) -> tuple[Rhythm, date | None, int | None]:
    """The rhythm of a rule, its `UNTIL` and its `COUNT`; the rule may begin with `RRULE:`.

    Raises:
        InvalidValueError: when the text is not a rule, or not a supported one.
    """
    parts = _parts(rule.upper().replace(" ", "").removeprefix("RRULE:"))
    if "FREQ" not in parts:
        raise InvalidValueError("a rule needs FREQ, such as FREQ=WEEKLY")
    frequency = parts["FREQ"]
    by = [name for name in ("BYDAY", "BYMONTHDAY") if name in parts]
    if len(by) > 1:
        raise InvalidValueError("write either BYDAY or BYMONTHDAY, not both")
    if by and by[0] not in _ALLOWED_BY[frequency]:
        raise InvalidValueError(f"{by[0]} is not supported with FREQ={frequency}; write BYDAY with WEEKLY or MONTHLY")
    rhythm = _rhythm(frequency, int(parts.get("INTERVAL", "1")), parts)
    return (
        rhythm,
        _date(parts["UNTIL"]) if "UNTIL" in parts else None,
        int(parts["COUNT"]) if "COUNT" in parts else None,
    )


def rule_text(rhythm: Rhythm, *, until: date | None = None, count: int | None = None) -> str:
    """The rule that expresses a rhythm; a clamped one has to be made `unclamped` before."""
    match rhythm:
        case EveryDays(days=days):
            frequency, interval, by = ("DAILY", days, "") if days % 7 else ("WEEKLY", days // 7, "")
        case OnWeekdays(weeks=interval, weekdays=weekdays):
            frequency, by = "WEEKLY", "BYDAY=" + ",".join(weekday.name for weekday in weekdays)
        case _:
            frequency, interval, by = "MONTHLY", rhythm.months, _by_places(rhythm)
            if not by and interval % 12 == 0:
                frequency, interval = "YEARLY", interval // 12
    parts = (
        f"FREQ={frequency}",
        f"INTERVAL={interval}" if interval > 1 else "",
        by,
        f"UNTIL={until.isoformat().replace('-', '')}" if until else "",
        f"COUNT={count}" if count else "",
    )
    return ";".join(filter(None, parts))


def unclamped(rhythm: Rhythm, anchor: date) -> Rhythm | None:
    """A rhythm with the same dates from this anchor that a rule can express; None when there is none.

    A clamped day that every month of the rhythm has is that day; one that no month goes beyond is the last day.
    Anything else (the 30th of every month) would need BYSETPOS, which some widely used clients expand wrongly.
    """
    if not is_clamped(rhythm):
        return rhythm
    visited = {(anchor.month - 1 + period * rhythm.months) % 12 + 1 for period in range(12)}
    if all(anchor.day <= days_in_month(date(2001, month, 1)) for month in visited):
        return InMonths(months=rhythm.months, places=[AnchorDay(clamped=False)])
    if all(anchor.day >= days_in_month(date(2000, month, 1)) for month in visited):
        return InMonths(months=rhythm.months, places=[MonthDay(number=-1)])
    return None


def _parts(rule: str) -> dict[str, str]:
    parts: dict[str, str] = {}
    for part in rule.split(";"):
        name, _, value = part.partition("=")
        if name not in _PARTS:
            raise InvalidValueError(f"the parts of a rule that are read are {', '.join(_PARTS)}")
        if name in parts:
            raise InvalidValueError(f"duplicate part {name}")
        pattern, words = _PARTS[name]
        if not re.fullmatch(pattern, value):
            raise InvalidValueError(f"allowed for {name} is {words}")
        parts[name] = value
    return parts


def _rhythm(frequency: str, interval: int, parts: Mapping[str, str]) -> Rhythm:
    by_day = parts["BYDAY"].split(",") if "BYDAY" in parts else []
    match frequency:
        case "DAILY":
            return EveryDays(days=interval)
        case "WEEKLY" if by_day:
            weekdays = {_weekday(name) for name in by_day}
            return (
                EveryDays(days=1)
                if len(weekdays) == 7 and interval == 1
                else OnWeekdays(weeks=interval, weekdays=weekdays)
            )
        case "WEEKLY":
            return EveryDays(days=7 * interval)
        case "MONTHLY" if by_day:
            return InMonths(months=interval, places=[_nth_weekday(name) for name in by_day])
        case "MONTHLY" if "BYMONTHDAY" in parts:
            numbers = parts["BYMONTHDAY"].split(",")
            return InMonths(months=interval, places=[MonthDay(number=int(number)) for number in numbers])
        case _:
            months = interval if frequency == "MONTHLY" else 12 * interval
            return InMonths(months=months, places=[AnchorDay(clamped=False)])


def _weekday(name: str) -> Weekday:
    if len(name) > 2:
        raise InvalidValueError(f"a weekday of FREQ=WEEKLY has no place; write {name[-2:]} for {name}")
    return Weekday[name]


def _nth_weekday(name: str) -> NthWeekday:
    if len(name) == 2:
        raise InvalidValueError(f"a weekday of FREQ=MONTHLY needs its place, such as 1{name} or -1{name} (the last)")
    return NthWeekday(place=int(name[:-2]), weekday=Weekday[name[-2:]])


def _date(digits: str) -> date:
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        raise InvalidValueError(f"UNTIL={digits} is not a day of the calendar") from None


def _by_places(rhythm: InMonths) -> str:
    match rhythm.places:
        case (AnchorDay(),):
            return ""
        case (NthWeekday(), *_):
            return "BYDAY=" + ",".join(map(str, rhythm.places))
        case _:
            return "BYMONTHDAY=" + ",".join(map(str, rhythm.places))
