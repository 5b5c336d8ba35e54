"""Recurrence rules of RFC 5545 (iCalendar): those that can be read as a cadence, and those that express one.

Read are `FREQ` (DAILY, WEEKLY, MONTHLY, YEARLY), `INTERVAL`, `WKST`, `COUNT` or `UNTIL`, `BYDAY` for weeks, and for
months `BYDAY` with positions, several weekdays with `BYSETPOS`, or `BYMONTHDAY`, all in every month or those of
`BYMONTH`. They mean what the RFC says: `FREQ=MONTHLY` from the 31st skips the months without one, unlike the named
rhythm "monthly".
"""

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from types import MappingProxyType

import attrs

from productgov.errors import InvalidValueError
from productgov.model.cadence.months import (
    AnchorDay,
    DayOfMonth,
    MonthDay,
    NthAmongWeekdays,
    NthWeekday,
    Weekday,
    days_in_month,
)
from productgov.model.cadence.rhythms import EveryDays, InMonths, InYears, OnWeekdays, Rhythm, is_clamped
from productgov.wording import quoted_value, shortened

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
        "BYMONTH": ("(?:0?[1-9]|1[0-2])(?:,(?:0?[1-9]|1[0-2]))*", "months such as 1,7"),
        "BYSETPOS": ("[+-]?[0-9]{1,2}(?:,[+-]?[0-9]{1,2})*", "positions such as 1, or -1 for the last"),
        "WKST": (_WEEKDAY, "a weekday such as MO"),
        "COUNT": ("[1-9][0-9]{0,5}", "1 to 999999"),
        "UNTIL": ("[0-9]{8}(?:T[0-9]{6}Z?)?", "a date such as 20261231, or a time such as 20261231T120000Z"),
    }
)
_INSTEAD: Mapping[str, str] = MappingProxyType(
    {
        "BYSECOND": "write the time of day as startTime",
        "BYMINUTE": "write the time of day as startTime",
        "BYHOUR": "write the time of day as startTime",
        "BYYEARDAY": "write BYMONTH and BYMONTHDAY",
        "BYWEEKNO": "write BYMONTH and BYDAY with a place, such as 1MO",
        "RSCALE": "dates are those of the Gregorian calendar",
        "SKIP": "dates are those of the Gregorian calendar",
    }
)
_OTHER_LINE = "(DTSTART|DTEND|EXDATE|RDATE|EXRULE)[;:]"


def parse_rule(rule: str, zone: str | None = None) -> tuple[Rhythm, date | None, int | None]:
    """The rhythm of a rule, its `UNTIL` and its `COUNT`; the rule may begin with `RRULE:`.

    Args:
        rule: the text of the rule.
        zone: the IANA name of the time zone in which an `UNTIL` in UTC is a day; without one, that is UTC.

    Raises:
        InvalidValueError: when the text is not a rule, or not a supported one; the message names the part.
    """
    parts = _parts(rule.upper().replace(" ", ""))
    if "FREQ" not in parts:
        raise InvalidValueError("a rule needs FREQ, such as FREQ=WEEKLY")
    until = _last_day(parts["UNTIL"], zone) if "UNTIL" in parts else None
    return _rhythm(parts), until, int(parts["COUNT"]) if "COUNT" in parts else None


def rule_text(rhythm: Rhythm, *, until: date | None = None, count: int | None = None) -> str:
    """The rule that expresses a rhythm; a clamped one has to be made `unclamped` before."""
    match rhythm:
        case EveryDays(days=days):
            frequency, interval, by = ("DAILY", days, "") if days % 7 else ("WEEKLY", days // 7, "")
        case OnWeekdays(weeks=interval, weekdays=weekdays):
            frequency, by = "WEEKLY", _by_day(weekdays)
            if rhythm.week_start is not Weekday.MO:
                by += f";WKST={rhythm.week_start.name}"
        case InYears(years=interval, months=months, places=places):
            # The positions of a yearly rule would be counted over all its months.
            in_each = len(months) > 1 and isinstance(places[0], NthAmongWeekdays)
            frequency, by = "MONTHLY" if in_each else "YEARLY", "BYMONTH=" + ",".join(map(str, months))
            by = ";".join(filter(None, (by, _by_places(places))))
        case InMonths(months=interval, places=places):
            frequency, by = "MONTHLY", _by_places(places)
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
    visited = (
        rhythm.months
        if isinstance(rhythm, InYears)
        else {(anchor.month - 1 + period * rhythm.months) % 12 + 1 for period in range(12)}
    )
    if all(anchor.day <= days_in_month(date(2001, month, 1)) for month in visited):
        return attrs.evolve(rhythm, places=[AnchorDay(clamped=False)])
    if all(anchor.day >= days_in_month(date(2000, month, 1)) for month in visited):
        return attrs.evolve(rhythm, places=[MonthDay(number=-1)])
    return None


def _parts(rule: str) -> dict[str, str]:
    if other := re.match(_OTHER_LINE, rule):
        raise InvalidValueError(
            "DTSTART is the first day, not a part of the rule; write it as startsOn, and here what follows RRULE:"
            if other[1] == "DTSTART"
            else f"{other[1]} is not supported; write the rule alone, without single days"
        )
    parts: dict[str, str] = {}
    for part in rule.removeprefix("RRULE:").split(";"):
        name, _, value = part.partition("=")
        if name not in _PARTS:
            instead = f"; {_INSTEAD[name]}" if name in _INSTEAD else ""
            raise InvalidValueError(f"the part {quoted_value(part)} is not supported{instead}")
        if name in parts:
            raise InvalidValueError(f"duplicate part {name}")
        pattern, words = _PARTS[name]
        if not re.fullmatch(pattern, value):
            raise InvalidValueError(f"{name} is {quoted_value(value)}; allowed is {words}")
        parts[name] = value
    return parts


def _rhythm(parts: Mapping[str, str]) -> Rhythm:
    frequency, interval = parts["FREQ"], int(parts.get("INTERVAL", "1"))
    if frequency in {"DAILY", "WEEKLY"}:
        for name in ("BYMONTHDAY", "BYMONTH", "BYSETPOS"):
            _refuse(name, parts, f"with FREQ={frequency}; write FREQ=MONTHLY")
        if "BYDAY" not in parts:
            return EveryDays(days=interval if frequency == "DAILY" else 7 * interval)
        if frequency == "DAILY" and interval > 1:
            _refuse("BYDAY", parts, f"with FREQ=DAILY and INTERVAL={interval}; write FREQ=WEEKLY")
        return _on_weekdays(parts, interval)
    places = _places(parts)
    if "BYMONTH" in parts:
        months = [int(number) for number in parts["BYMONTH"].split(",")]
        if frequency == "MONTHLY" and interval > 1:
            _refuse("BYMONTH", parts, f"with FREQ=MONTHLY and INTERVAL={interval}; write FREQ=YEARLY")
        if frequency == "YEARLY" and len(set(months)) > 1:
            _refuse("BYSETPOS", parts, "with FREQ=YEARLY and several months; write FREQ=MONTHLY")
        return InYears(months=months, places=places, years=interval)
    if frequency == "YEARLY":
        for name in ("BYDAY", "BYMONTHDAY"):
            _refuse(name, parts, "with FREQ=YEARLY and no BYMONTH; write the month, such as BYMONTH=1")
    return InMonths(months=interval if frequency == "MONTHLY" else 12 * interval, places=places)


def _refuse(name: str, parts: Mapping[str, str], why: str) -> None:
    if name in parts:
        raise InvalidValueError(f"{name}={shortened(parts[name], 40)} is not supported {why}")


def _on_weekdays(parts: Mapping[str, str], interval: int) -> EveryDays | OnWeekdays:
    weekdays = {_weekday(name) for name in parts["BYDAY"].split(",")}
    if len(weekdays) == 7 and interval == 1:
        return EveryDays(days=1)
    week_start = parts.get("WKST", "MO") if interval > 1 else "MO"
    return OnWeekdays(weeks=interval, weekdays=weekdays, week_start=Weekday[week_start])


def _places(parts: Mapping[str, str]) -> list[DayOfMonth]:
    if "BYDAY" in parts:
        _refuse("BYMONTHDAY", parts, "with BYDAY; write either, not both")
    names = parts["BYDAY"].split(",") if "BYDAY" in parts else []
    if "BYSETPOS" in parts and names and all(len(name) == 2 for name in names):
        weekdays = {Weekday[name] for name in names}
        return [_among(int(number), weekdays) for number in parts["BYSETPOS"].split(",")]
    _refuse("BYSETPOS", parts, "without weekdays such as BYDAY=MO,TU,WE,TH,FR")
    if names:
        return [_nth_weekday(name) for name in names]
    if "BYMONTHDAY" in parts:
        return [MonthDay(number=int(number)) for number in parts["BYMONTHDAY"].split(",")]
    return [AnchorDay(clamped=False)]


def _among(place: int, weekdays: set[Weekday]) -> DayOfMonth:
    match len(weekdays):
        case 1:
            return NthWeekday(place=place, weekday=min(weekdays))
        case 7:
            return MonthDay(number=place)
        case _:
            return NthAmongWeekdays(place=place, weekdays=weekdays)


def _weekday(name: str) -> Weekday:
    if len(name) > 2:
        raise InvalidValueError(f"BYDAY={name}: a weekday of a week has no place; write {name[-2:]} for {name}")
    return Weekday[name]


def _nth_weekday(name: str) -> NthWeekday:
    if len(name) == 2:
        raise InvalidValueError(
            f"BYDAY={name}: a weekday of a month needs its place, such as 1{name} or -1{name} (the last)"
        )
    return NthWeekday(place=int(name[:-2]), weekday=Weekday[name[-2:]])


def _last_day(until: str, zone: str | None) -> date:
    """The day of an UNTIL; a time in UTC is on the day that it has in the time zone."""
    try:
        moment = datetime.strptime(until[:15], "%Y%m%dT%H%M%S" if "T" in until else "%Y%m%d").replace(tzinfo=UTC)
    except ValueError:
        raise InvalidValueError(f"UNTIL={until} is not a day of the calendar, or no time of it") from None
    if zone is None or not until.endswith("Z"):
        return moment.date()
    from zoneinfo import ZoneInfo  # noqa: PLC0415 - few documents need it

    try:
        return moment.astimezone(ZoneInfo(zone)).date()
    except (KeyError, ValueError, OSError, OverflowError):
        return moment.date()


def _by_day(weekdays: tuple[Weekday, ...]) -> str:
    return "BYDAY=" + ",".join(weekday.name for weekday in weekdays)


def _by_places(places: tuple[DayOfMonth, ...]) -> str:
    match places:
        case (AnchorDay(),):
            return ""
        case (NthWeekday(), *_):
            return "BYDAY=" + ",".join(map(str, places))
        case (NthAmongWeekdays(weekdays=weekdays), *_):
            return f"{_by_day(weekdays)};BYSETPOS={','.join(map(str, places))}"
        case _:
            return "BYMONTHDAY=" + ",".join(map(str, places))
