"""Cadences: how often something recurs, read from words, and the dates that follow."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import Self

import attrs

from productgov.errors import InvalidValueError
from productgov.model.cadence.rhythms import Rhythm, dates_between, is_clamped, nth_date
from productgov.model.cadence.rrule import parse_rule, rule_text, unclamped
from productgov.model.cadence.undated import PerEvent, TimesPer, Undated
from productgov.model.cadence.words import AD_HOC, HINT, read_words, words_of
from productgov.model.phrases import phrase, unreadable

__all__ = ["Cadence"]

_LONGEST_TEXT = 500


@attrs.frozen(kw_only=True, weakref_slot=False, repr=False)
class Cadence:
    """How often something recurs. Equal rhythms are equal, however they were written: `P2W` is `biweekly`.

    The dates follow from an anchor, the first day: none is before it. Rhythms in words that count months fall on the
    day of the anchor, or on the last day of a shorter month; rules of RFC 5545 skip shorter months, as the RFC says.

    Attributes:
        rhythm: what recurs; None for "ad hoc". Of this, `TimesPer` and `PerEvent` no dates follow.
        until: the last possible day; only rules have it.
        count: the number of dates from the anchor on; only rules have it, and not together with `until`.
    """

    rhythm: Rhythm | Undated | None
    until: date | None = None
    count: int | None = None

    def __attrs_post_init__(self) -> None:
        if self.until is None and self.count is None:
            return
        if self.dated is None or is_clamped(self.rhythm):
            raise InvalidValueError("only rhythms that a recurrence rule can express have an end (until, count)")
        if self.until is not None and self.count is not None:
            raise InvalidValueError("give either until or count, not both")
        if self.count is not None and not 1 <= self.count <= 999_999:
            raise InvalidValueError(f"count must be a whole number from 1 to 999999, not {self.count}")

    @classmethod
    def parse(cls, text: str, *, time_zone: str | None = None) -> Self:
        """Read a cadence: words such as `every 2 weeks` or `ad hoc`, an ISO 8601 duration or an RFC 5545 rule.

        Args:
            text: the text.
            time_zone: the IANA name of the time zone in which the end of a rule, where it is given in UTC, is a day.
                Without one, or with one that is not known, it is the day in UTC.

        Raises:
            InvalidValueError: when it is none of these, or ambiguous; the message says what to write.
        """
        try:
            return cls._parsed(text, time_zone)
        except InvalidValueError as error:
            raise unreadable(text, "cadence", error) from None

    @classmethod
    def problem(cls, text: str) -> str | None:
        """Why a text cannot be read as a cadence, and what to write instead; None when it can."""
        try:
            cls._parsed(text, None)
        except InvalidValueError as error:
            return str(error)
        return None

    @classmethod
    def _parsed(cls, text: str, time_zone: str | None) -> Self:
        rhythm, until, count = _read(text, time_zone)
        return cls(rhythm=rhythm, until=until, count=count)

    @property
    def dated(self) -> Rhythm | None:
        """The rhythm, if dates follow from it; None for "ad hoc", "twice a month" or "per release"."""
        return None if isinstance(self.rhythm, (TimesPer, PerEvent)) else self.rhythm

    def between(self, start: date, end: date, *, anchor: date) -> Iterator[date]:
        """The dates in [start, end), in order, counted from the anchor; none of a rhythm without dates."""
        if self.dated is None or end <= start:
            return iter(())
        return dates_between(self.dated, anchor, start, min(end - timedelta(days=1), self._last(self.dated, anchor)))

    def next(self, after: date, *, anchor: date) -> date | None:
        """The first date after a day; None when there is none."""
        if self.dated is None or after == date.max:
            return None
        first = after + timedelta(days=1)
        return next(dates_between(self.dated, anchor, first, self._last(self.dated, anchor)), None)

    @property
    def days(self) -> float | None:
        """The average number of days between two dates, with 30.4375 days a month; None where it is not known."""
        return None if self.rhythm is None else self.rhythm.length

    def rrule(self, anchor: date) -> str | None:
        """The RFC 5545 rule with the same dates from this anchor; None when there is no such rule, or no dates.

        An event with this rule starts on the first of its dates, which can be after the anchor. There is no rule for a
        day that shorter months do not have, such as the 30th: list the dates instead.
        """
        rhythm = self.dated and unclamped(self.dated, anchor)
        return None if rhythm is None else rule_text(rhythm, until=self.until, count=self.count)

    def __str__(self) -> str:
        words = None if self.until or self.count else words_of(self.rhythm)
        return words or (rule_text(self.dated, until=self.until, count=self.count) if self.dated else AD_HOC)

    def __repr__(self) -> str:
        return f"Cadence.parse({str(self)!r})"

    def _last(self, rhythm: Rhythm, anchor: date) -> date:
        end = self.until if self.count is None else nth_date(rhythm, anchor, self.count)
        return end or date.max


@lru_cache(maxsize=256)
def _read(text: str, zone: str | None) -> tuple[Rhythm | Undated | None, date | None, int | None]:
    line = phrase(text, longest=_LONGEST_TEXT).replace("×", "x")
    if not line.isascii():
        raise InvalidValueError(HINT)
    return parse_rule(line, zone) if "=" in line else (read_words(line), None, None)
