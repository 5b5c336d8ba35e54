"""Cadences: how often something recurs, read from words, and the dates that follow."""

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import lru_cache
from types import MappingProxyType
from typing import Self

import attrs

from productgov.errors import InvalidValueError
from productgov.model.cadence.months import AnchorDay, Weekday
from productgov.model.cadence.rhythms import (
    EveryDays,
    InMonths,
    OnWeekdays,
    Rhythm,
    dates_between,
    is_clamped,
    nth_date,
)
from productgov.model.cadence.rrule import parse_rule, rule_text, unclamped
from productgov.model.phrases import phrase, unreadable

__all__ = ["Cadence"]

_LONGEST_TEXT = 500
_NO_DATES = "ad hoc"


def _monthly(months: int) -> InMonths:
    return InMonths(months=months, places=[AnchorDay(clamped=True)])


_NAMED: Mapping[str, Rhythm] = MappingProxyType(
    {
        "daily": EveryDays(days=1),
        "weekdays": OnWeekdays(weekdays=list(Weekday)[:5]),
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
_OTHER_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "every weekday": "weekdays",
        "bi weekly": "biweekly",
        "fortnightly": "biweekly",
        "semi annually": "semiannually",
        "half yearly": "semiannually",
        "halfyearly": "semiannually",
        "semiannual": "semiannually",
        "yearly": "annually",
        "annual": "annually",
        "adhoc": _NO_DATES,
        "as needed": _NO_DATES,
    }
)
_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NUMBERS: Mapping[str, int] = MappingProxyType(
    {word: number for number, word in enumerate(_WORDS, start=1)} | {"other": 2, "second": 2}
)
_EVERY = (
    rf"(?:every|each|once (?:a|per|every)) (?:([1-9][0-9]{{0,2}}|{'|'.join(_NUMBERS)}) )?"
    r"(day|week|fortnight|month|quarter|half year|year)s?"
)
_DURATION = r"p([1-9][0-9]{0,2})([dwmy])"
_DAYS: Mapping[str, int] = MappingProxyType({"day": 1, "d": 1, "week": 7, "w": 7, "fortnight": 14})
_MONTHS: Mapping[str, int] = MappingProxyType({"month": 1, "m": 1, "quarter": 3, "half year": 6, "year": 12, "y": 12})
_AMBIGUOUS: Mapping[str, str] = MappingProxyType(
    {
        "bimonthly": 'it is ambiguous: every 2 months or twice a month? write "every 2 months" or "biweekly"',
        "biannual": 'it is ambiguous: twice a year or every 2 years? write "semiannually" or "every 2 years"',
        "biyearly": 'it is ambiguous: twice a year or every 2 years? write "semiannually" or "every 2 years"',
        "twice": "it says how many times, not when; write biweekly, semiannually or FREQ=WEEKLY;BYDAY=MO,TH",
        "semimonthly": "it says how many times, not when; write biweekly or FREQ=MONTHLY;BYMONTHDAY=1,15",
    }
)
_HINT = (
    "write daily, weekdays, weekly, biweekly, monthly, quarterly, semiannually, annually, every 2 weeks (1 to 999), "
    "ad hoc, or a rule such as FREQ=WEEKLY;BYDAY=MO"
)


@attrs.frozen(kw_only=True, weakref_slot=False, repr=False)
class Cadence:
    """How often something recurs. Equal rhythms are equal, however they were written: `P2W` is `biweekly`.

    The dates follow from an anchor, the first day: none is before it. Rhythms in words that count months fall on the
    day of the anchor, or on the last day of a shorter month; rules of RFC 5545 skip shorter months, as the RFC says.

    Attributes:
        rhythm: what recurs; None for "ad hoc", a rhythm without dates.
        until: the last possible day; only rules have it.
        count: the number of dates from the anchor on; only rules have it, and not together with `until`.
    """

    rhythm: Rhythm | None
    until: date | None = None
    count: int | None = None

    def __attrs_post_init__(self) -> None:
        if self.until is None and self.count is None:
            return
        if self.rhythm is None or is_clamped(self.rhythm):
            raise InvalidValueError("only rhythms that a recurrence rule can express have an end (until, count)")
        if self.until is not None and self.count is not None:
            raise InvalidValueError("give either until or count, not both")
        if self.count is not None and not 1 <= self.count <= 999_999:
            raise InvalidValueError(f"count must be a whole number from 1 to 999999, not {self.count}")

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a cadence: a named rhythm, `every 2 weeks`, `ad hoc`, an ISO 8601 duration or an RFC 5545 rule.

        Raises:
            InvalidValueError: when it is none of these, or ambiguous; the message says what to write.
        """
        try:
            return cls._parsed(text)
        except InvalidValueError as error:
            raise unreadable(text, "cadence", error) from None

    @classmethod
    def problem(cls, text: str) -> str | None:
        """Why a text cannot be read as a cadence, and what to write instead; None when it can."""
        try:
            cls._parsed(text)
        except InvalidValueError as error:
            return str(error)
        return None

    @classmethod
    def _parsed(cls, text: str) -> Self:
        rhythm, until, count = _read(text)
        return cls(rhythm=rhythm, until=until, count=count)

    def between(self, start: date, end: date, *, anchor: date) -> Iterator[date]:
        """The dates in [start, end), in order, counted from the anchor."""
        if self.rhythm is None or end <= start:
            return iter(())
        return dates_between(self.rhythm, anchor, start, min(end - timedelta(days=1), self._last(self.rhythm, anchor)))

    def next(self, after: date, *, anchor: date) -> date | None:
        """The first date after a day; None when there is none."""
        if self.rhythm is None or after == date.max:
            return None
        first = after + timedelta(days=1)
        return next(dates_between(self.rhythm, anchor, first, self._last(self.rhythm, anchor)), None)

    @property
    def days(self) -> float | None:
        """The average number of days between two dates, with 30.4375 days a month; None without dates."""
        return None if self.rhythm is None else self.rhythm.length

    def rrule(self, anchor: date) -> str | None:
        """The RFC 5545 rule with the same dates from this anchor; None when there is no such rule, or no dates.

        An event with this rule starts on the first of its dates, which can be after the anchor. There is no rule for a
        day that shorter months do not have, such as the 30th: list the dates instead.
        """
        rhythm = self.rhythm and unclamped(self.rhythm, anchor)
        return None if rhythm is None else rule_text(rhythm, until=self.until, count=self.count)

    def __str__(self) -> str:
        if self.rhythm is None:
            return _NO_DATES
        if self.until is None and self.count is None:
            if name := _NAME_OF.get(self.rhythm):
                return name
            if isinstance(self.rhythm, EveryDays):
                days = self.rhythm.days
                return f"every {days} days" if days % 7 else f"every {days // 7} weeks"
            if is_clamped(self.rhythm):
                months = self.rhythm.months
                return f"every {months} months" if months % 12 else f"every {months // 12} years"
        return rule_text(self.rhythm, until=self.until, count=self.count)

    def __repr__(self) -> str:
        return f"Cadence.parse({str(self)!r})"

    def _last(self, rhythm: Rhythm, anchor: date) -> date:
        end = self.until if self.count is None else nth_date(rhythm, anchor, self.count)
        return end or date.max


@lru_cache(maxsize=256)
def _read(text: str) -> tuple[Rhythm | None, date | None, int | None]:
    line = phrase(text, longest=_LONGEST_TEXT)
    if not line.isascii():
        raise InvalidValueError(_HINT)
    return parse_rule(line) if "=" in line else (_spoken_rhythm(line.lower().replace("-", " ")), None, None)


def _spoken_rhythm(words: str) -> Rhythm | None:
    name = _OTHER_NAMES.get(words, words)
    if name == _NO_DATES:
        return None
    if name in _NAMED:
        return _NAMED[name]
    if every := re.fullmatch(_EVERY, words):
        return _steps(every[1] or "one", every[2])
    if duration := re.fullmatch(_DURATION, words):
        return _steps(duration[1], duration[2])
    solid = words.replace(" ", "")
    raise InvalidValueError(next((why for word, why in _AMBIGUOUS.items() if solid.startswith(word)), _HINT))


def _steps(number: str, unit: str) -> Rhythm:
    steps = _NUMBERS[number] if number in _NUMBERS else int(number)
    return EveryDays(days=steps * _DAYS[unit]) if unit in _DAYS else _monthly(steps * _MONTHS[unit])
