"""Cadences in words: what people write is put into one form, read, or refused with what to write instead."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from productgov.errors import InvalidValueError
from productgov.model.cadence.calendar_words import RANGE, months_in_words, read_days, read_months, read_places
from productgov.model.cadence.intervals import NUMBERS, interval_name, read_interval
from productgov.model.cadence.rhythms import InYears, Rhythm, is_clamped
from productgov.model.cadence.undated import EVENTS, PerEvent, TimesPer, Undated

__all__ = ["AD_HOC", "HINT", "read_words", "words_of"]

AD_HOC = "ad hoc"
HINT = (
    "write daily, weekdays, weekly, biweekly, monthly, quarterly, semiannually, annually, every 2 weeks (1 to 999), "
    "every Monday, last Friday of the month, ad hoc, or a rule such as FREQ=WEEKLY;BYDAY=MO"
)

_AD_HOC = (AD_HOC, "adhoc", "as needed", "when needed", "if needed", "as required", "demand")
_SEMI = {"semiweekly": "week", "semi weekly": "week", "semimonthly": "month", "semi monthly": "month"}
_TIMES = (
    rf"(?:(?P<twice>twice)|(?P<number>[1-9][0-9]{{0,2}}|{'|'.join(NUMBERS)}) ?(?:x|times?))"
    "(?:(?: (?:a|per|each|every) | ?/ ?)(?P<period>day|week|month|quarter|year)"
    "| (?P<adverb>daily|weekly|monthly|quarterly|yearly|annually))"
)
_ADVERBS = {"daily": "day", "annually": "year"}
_EVENT = f"(?:(?:once |after |before |end of )?(?:per|every|each)|after|before|end of) ({'|'.join(EVENTS)})"
_AMBIGUOUS: Mapping[str, str] = MappingProxyType(
    {
        "bimonthly": 'it is ambiguous: every 2 months or twice a month? write "every 2 months" or "twice a month"',
        "biannual": 'it is ambiguous: twice a year or every 2 years? write "semiannually" or "every 2 years"',
        "biyearly": 'it is ambiguous: twice a year or every 2 years? write "semiannually" or "every 2 years"',
        "triweekly": 'it is ambiguous: 3 times a week or every 3 weeks? write "3 times a week" or "every 3 weeks"',
        "trimonthly": 'it is ambiguous: 3 times a month or every 3 months? write "3 times a month" or "quarterly"',
        "triannual": 'it is ambiguous: 3 times a year or every 3 years? write "every 4 months" or "every 3 years"',
    }
)
_TIME_OF_DAY = r"\b[0-9]{1,2}(?::[0-9]{2}|h\b| ?[ap]\.?m\b| o'clock)"
_FISCAL = (
    "fiscal years begin in different months; write the months, such as "
    '"every February, May, August and November" or "last Friday of January"'
)


def read_words(line: str) -> Rhythm | Undated | None:
    """The rhythm that words say; None for "ad hoc".

    Raises:
        InvalidValueError: when they say none, or could mean two; the message says what to write.
    """
    # Most cadences are plain intervals, and need no other pattern.
    if interval := read_interval(line.lower().replace("-", " ")):
        return interval
    if re.search(_TIME_OF_DAY, line.lower()):
        raise InvalidValueError("a time of day is not part of a cadence; write it as startTime")
    words = _plain(line)
    if words in _AD_HOC:
        return None
    for read in (read_interval, _read_times, _read_event):
        if rhythm := read(words):
            return rhythm
    if re.search(r"\b(?:fiscal|fy)\b", words):
        raise InvalidValueError(_FISCAL)
    dated = _with_days(words)
    for read in (read_days, read_places, read_months):
        if rhythm := read(dated):
            return rhythm
    solid = words.replace(" ", "")
    raise InvalidValueError(next((why for word, why in _AMBIGUOUS.items() if solid.startswith(word)), HINT))


def words_of(rhythm: Rhythm | Undated | None) -> str | None:
    """A rhythm in words that are read back as it; None for those that only a rule expresses."""
    match rhythm:
        case None:
            return AD_HOC
        case TimesPer() | PerEvent():
            return str(rhythm)
        case InYears(months=months, years=years):
            return months_in_words(months, years) if is_clamped(rhythm) else None
        case _:
            return interval_name(rhythm)


def _plain(line: str) -> str:
    """The words in small letters, without punctuation and the little words that change nothing."""
    words = re.sub(RANGE, r"\1 to ", line.lower())
    words = words.replace("&", " and ").replace("through", "to")
    kept = re.sub("[-(),.]", " ", words).split()
    return " ".join(word for word in kept if word not in {"the", "on", "at", "in"})


def _with_days(words: str) -> str:
    """The ends of periods as days: "end of month" and "every month end" are the last day of the month."""
    words = re.sub(r"\b(month|quarter|year) ends?$", r"last day of \1", words)
    return re.sub(r"\b(?:begin|beginning|start) of\b", "first day of", re.sub(r"\bend of\b", "last day of", words))


def _read_times(words: str) -> Rhythm | TimesPer | None:
    if words in _SEMI:
        return TimesPer(times=2, period=_SEMI[words])
    found = re.fullmatch(_TIMES, words)
    if not found:
        return None
    period = found["period"] or _ADVERBS.get(found["adverb"]) or found["adverb"].removesuffix("ly")
    number = "2" if found["twice"] else found["number"]
    times = NUMBERS[number] if number in NUMBERS else int(number)
    return read_interval(f"every {period}") if times == 1 else TimesPer(times=times, period=period)


def _read_event(words: str) -> PerEvent | None:
    found = re.fullmatch(_EVENT, words)
    return PerEvent(event=found[1]) if found else None
