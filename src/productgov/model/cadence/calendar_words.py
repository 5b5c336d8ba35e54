"""Days of the calendar in words: "every other Tuesday", "last Friday of the month", "every March and September"."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise
from types import MappingProxyType

from productgov.errors import InvalidValueError
from productgov.model.cadence.intervals import INTERVAL, WORKDAYS, read_interval
from productgov.model.cadence.months import (
    AnchorDay,
    DayOfMonth,
    MonthDay,
    NthAmongWeekdays,
    NthWeekday,
    Weekday,
    days_in_month,
)
from productgov.model.cadence.rhythms import EveryDays, InMonths, InYears, OnWeekdays

__all__ = ["RANGE", "months_in_words", "read_days", "read_months", "read_places"]

_MONTH_NAMES = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_MONTHS: Mapping[str, int] = MappingProxyType(
    {name[:3].lower(): number for number, name in enumerate(_MONTH_NAMES, start=1)}
)
_ORDER: Mapping[str, int] = MappingProxyType({"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": -1})
_LAST_MONTHS: Mapping[str, tuple[int, ...]] = MappingProxyType({"quarter": (3, 6, 9, 12), "year": (12,)})
_FIRST_MONTHS: Mapping[str, tuple[int, ...]] = MappingProxyType({"quarter": (1, 4, 7, 10), "year": (1,)})

# All patterns here are linear, and the length of the text is bounded.
_AND = "(?: ?/ ?| and | )"
_WEEKDAY = "(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|mon|tues?|weds?|thu(?:rs?)?|fri|sat|sun)"
_MONTH = f"(?:{'|'.join(name.lower() for name in _MONTH_NAMES)}|sept|{'|'.join(_MONTHS)})"
_PLACE = f"(?:{'|'.join(_ORDER)}|[1-9][0-9]?(?:st|nd|rd|th))"
_WEEKDAYS = f"(?P<days>{_WEEKDAY}(?:(?:{_AND}| to ){_WEEKDAY}){{0,6}})"
_MONTHS_LIST = f"(?P<months>{_MONTH}(?:{_AND}{_MONTH}){{0,11}})"
_PLACES = f"(?P<places>{_PLACE}(?:{_AND}{_PLACE}){{0,4}})"
_WORKDAY = "(?:work ?|week|working |business )days?"
_EVERY = ("every", "each")
_EVERY_OTHER = ("every other", "every alternate", "alternate")
_OFTEN = f"(?P<often>{INTERVAL}|{'|'.join((*_EVERY_OTHER, *_EVERY))})"
_PLACED = (
    f"{_PLACES}(?: (?:(?P<weekday>{_WEEKDAY})|(?P<workday>{_WORKDAY})|days?))?"
    f"(?: (?:of )?(?:(?:each|every|a|per) )?(?:(?P<period>month|quarter|year)s?|{_MONTHS_LIST}))?"
)
RANGE = rf"\b({_WEEKDAY}|{_MONTH}|{_PLACE}|[0-9]+) ?- ?(?=(?:{_WEEKDAY}|{_MONTH}|{_PLACE}|[0-9]+)\b)"
"""A pattern of what a hyphen makes a range, as in "Mon-Fri"; elsewhere it is a blank."""


def read_days(words: str) -> OnWeekdays | None:
    """The rhythm of weekdays: "every Monday", "Mondays and Thursdays", "biweekly Tue"; None when it is none.

    Raises:
        InvalidValueError: when it is ambiguous, or the interval is not one of weeks.
    """
    if doubtful := re.fullmatch(f"(?:every|each) ({_PLACE}) ({_WEEKDAY})", words):
        raise InvalidValueError(_two_meanings(_number(doubtful[1]), _weekday(doubtful[2])))
    found = re.fullmatch(f"(?:{_OFTEN} )?{_WEEKDAYS}", words) or re.fullmatch(f"{_WEEKDAYS} {_OFTEN}", words)
    if not found:
        return None
    often, days = found["often"], _weekdays(found["days"])
    if not often and len(days) == 1 and not found["days"].endswith("days"):
        raise InvalidValueError(f'it is one day, or every week? write "every {_name(days[0])}"')
    return OnWeekdays(weekdays=days, weeks=_weeks(often, days[0]))


def read_places(words: str) -> InMonths | InYears | None:
    """The rhythm of places in months, quarters or years: "last Friday of the month"; None when it is none.

    Raises:
        InvalidValueError: when a place is not in every month, or the interval contradicts it.
    """
    found = re.fullmatch(f"(?:{_OFTEN} )?{_PLACED}", words) or re.fullmatch(f"{_PLACED} (?:of )?{_OFTEN}", words)
    if not found:
        return None
    steps, numbers = _months(found["often"]), [_number(word) for word in re.findall(_PLACE, found["places"])]
    months = _month_numbers(found["months"] or "")
    places = _chosen(numbers, found, months)
    if months:
        return InYears(months=months, places=places, years=_years(found["often"], steps, months))
    if found["period"] in _LAST_MONTHS:
        months = _months_with(found["period"], numbers)
        return InYears(months=months, places=places, years=_years(found["often"], steps, months))
    if not found["period"] and (steps is None or "month" not in found["often"]):
        raise InvalidValueError(
            'of which months? write, for example, "last Friday of the month", "last Friday of the quarter" or '
            '"every 2 months on the last Friday"'
        )
    return InMonths(places=places, months=steps or 1)


def read_months(words: str) -> InYears | None:
    """The rhythm of months of the year: "every March", "quarterly in January, April, …"; None when it is none.

    Raises:
        InvalidValueError: when the interval contradicts the months.
    """
    found = re.fullmatch(f"{_OFTEN} {_MONTHS_LIST}", words)
    if not found:
        return None
    months = _month_numbers(found["months"])
    return InYears(
        months=months, places=[AnchorDay(clamped=True)], years=_years(found["often"], _months(found["often"]), months)
    )


def months_in_words(months: Sequence[int], years: int) -> str:
    """Months of the year as words that `read_months` reads."""
    *names, last = (_MONTH_NAMES[month - 1] for month in months)
    often = "every" if years == 1 else f"every {years} years in"
    return f"{often} {', '.join(names)} and {last}" if names else f"{often} {last}"


def _weekday(name: str) -> Weekday:
    return Weekday[name[:2].upper()]


def _name(day: Weekday) -> str:
    return ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")[day]


def _weekdays(text: str) -> list[Weekday]:
    """The days of a list, with those inside its ranges: Monday to Friday are five."""
    days: list[Weekday] = []
    for before, name in re.findall(rf"(\bto )?({_WEEKDAY})", text):
        day = _weekday(name)
        days += [Weekday((days[-1] + more) % 7) for more in range(1, (day - days[-1]) % 7)] if before else []
        days.append(day)
    return days


def _number(place: str) -> int:
    return _ORDER[place] if place in _ORDER else int(place[:-2])


def _month_numbers(text: str) -> tuple[int, ...]:
    return tuple(_MONTHS[name[:3]] for name in re.findall(_MONTH, text))


def _weeks(often: str | None, day: Weekday) -> int:
    if often is None or often in _EVERY:
        return 1
    if often in _EVERY_OTHER:
        return 2
    match read_interval(often):
        case EveryDays(days=days) if days % 7 == 0:
            return days // 7
        case _:
            raise InvalidValueError(
                f'which {_name(day)}? write "every {_name(day)}" or "first {_name(day)} of the month"'
            )


def _months(often: str | None) -> int | None:
    """The months of an interval; None where there is no interval, or just "every"."""
    if often is None or often in _EVERY:
        return None
    match read_interval(often):
        case InMonths(months=months):
            return months
        case _:
            raise InvalidValueError(f'"{often}" is no interval of months, quarters or years')


def _chosen(numbers: Sequence[int], found: re.Match[str], months: Sequence[int]) -> list[DayOfMonth]:
    """The days of the month; those that some of the months do not have are refused, as people mean many things."""
    if found["weekday"]:
        weekday = _weekday(found["weekday"])
        _require(numbers, 4, _name(weekday), f"FREQ=MONTHLY;BYDAY=5{weekday.name}")
        return [NthWeekday(place=number, weekday=weekday) for number in numbers]
    if found["workday"]:
        _require(numbers, 20, "workday", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=21")
        return [NthAmongWeekdays(place=number, weekdays=WORKDAYS) for number in numbers]
    shortest = min((days_in_month(date(2001, month, 1)) for month in months), default=28)
    _require(numbers, shortest, "day", "FREQ=MONTHLY;BYMONTHDAY=31")
    return [MonthDay(number=number) for number in numbers]


def _require(numbers: Sequence[int], latest: int, kind: str, rule: str) -> None:
    if max(numbers) > latest:
        raise InvalidValueError(
            f"some months have no {kind} with the number {max(numbers)}; "
            f'write "last {kind} of the month", or a rule that leaves such months out: {rule}'
        )


def _months_with(period: str, numbers: Sequence[int]) -> tuple[int, ...]:
    """The months of the year that hold the places of a quarter or year: the first of them, or the last."""
    if all(number < 0 for number in numbers):
        return _LAST_MONTHS[period]
    if all(number > 0 for number in numbers):
        return _FIRST_MONTHS[period]
    raise InvalidValueError(f"the first and the last days of a {period} are in different months; write two rhythms")


def _years(often: str | None, steps: int | None, months: Sequence[int]) -> int:
    """Every how many years, for months that are `steps` apart.

    Raises:
        InvalidValueError: when they are not.
    """
    if steps is None:
        return 1
    ordered = sorted(set(months))
    apart = {(later - earlier) % 12 or 12 for earlier, later in pairwise([*ordered, ordered[0]])}
    if apart != {min(steps, 12)} or (steps > 12 and steps % 12):
        raise InvalidValueError(
            f'"{often}" is not how far these months are apart; write only the months, such as '
            '"every January, April, July and October"'
        )
    return max(steps // 12, 1)


def _two_meanings(number: int, day: Weekday) -> str:
    name = _name(day)
    place = next((word for word, place in _ORDER.items() if place == number), f"{number}th")
    if number in {1, -1}:
        return f'it is ambiguous: of what? write "{place} {name} of the month"'
    weeks = f"every other {name}" if number == 2 else f"every {number} weeks on {name}"
    if number > 4:
        return f'it is ambiguous: write "{weeks}"'
    return f'it is ambiguous: every {number} weeks or once a month? write "{weeks}" or "{place} {name} of the month"'
