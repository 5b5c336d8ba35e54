"""Targets in words: "at or below 45 days", "< 18", "above 80%"."""

import re
from collections.abc import Mapping
from types import MappingProxyType

import attrs

from productgov.errors import InvalidValueError
from productgov.fields import Term
from productgov.model.phrases import phrase, unreadable

__all__ = ["Comparison", "StatedTarget", "parse_target"]


class Comparison(Term):
    """How a measured value must compare with a target to meet it."""

    AT_LEAST = "at least", "The target or more; if strict, more."
    AT_MOST = "at most", "The target or less; if strict, less."
    EXACTLY = "exactly", "The target itself."


@attrs.frozen(kw_only=True, weakref_slot=False)
class StatedTarget:
    """A target in words, as parts.

    Attributes:
        value: the number, an int where it was written as one.
        comparison: which values meet it; None for a bare number ("20").
        strict: whether the number itself does not meet it ("above 80%", unlike "at least 80%").
        unit: what follows the number ("days", "MRs per month"), "%", or the sign of a currency; None without a unit.
            What a percentage is a share of is only in the text.
        text: the text as it was written.
    """

    value: float
    comparison: Comparison | None = None
    strict: bool = False
    unit: str | None = None
    text: str

    def __str__(self) -> str:
        return self.text


_LONGEST_TEXT = 200
_MORE = "(?:greater|more|higher) than"
_LESS = "(?:less|fewer|lower) than"
# What can come before the number. All patterns here are linear, and the length of the text is bounded.
_COMPARISONS: Mapping[str, tuple[Comparison, bool]] = MappingProxyType(
    {
        f">|above|over|{_MORE}": (Comparison.AT_LEAST, True),
        f">=|≥|at least|min(?:imum)?(?: of)?|(?:at|equal(?: to)?) or (?:above|over|{_MORE})"
        f"|(?:above|{_MORE}) or equal to|(?:no|not) {_LESS}|not (?:below|under)": (Comparison.AT_LEAST, False),
        f"<|below|under|{_LESS}": (Comparison.AT_MOST, True),
        f"<=|≤|at most|up to|max(?:imum)?(?: of)?|(?:at|equal(?: to)?) or (?:below|under|{_LESS})"
        f"|(?:below|{_LESS}) or equal to|(?:no|not) {_MORE}|not (?:above|over)": (Comparison.AT_MOST, False),
        "==?|at|exactly|equal to|equals": (Comparison.EXACTLY, False),
    }
)
# Compiled at their first use: importing the model is faster without.
_OR_MORE = r"(?ai) or (?:more|above|over|higher|greater)$"
_OR_LESS = r"(?ai) or (?:less|fewer|below|under|lower)$"
_LEAD = r"(?ai)^(?:the )?target(?: for this metric)?(?: is|:) "
_REMARK = r"(?ai) ?\((?:out of [0-9]{1,15}|until [^()]*)\)$"
_PERCENTILE = r"(?ai) (?:at|for) (?:the )?(?:[0-9]{1,2}th percentile|p[0-9]{1,2})$"
_FIRST_NUMBER = r"(?:(?<!\w)-)?(?:\.[0-9]{1,15}|(?:[1-9][0-9]{0,2}(?:,[0-9]{3}){1,4}|[0-9]{1,15})(?:\.[0-9]{1,15})?)"
_THOUSANDS_OR_DECIMALS = r"-?[1-9][0-9]{0,2}\.[0-9]{3}"
_LETTER = "A-Za-zÀ-ÖØ-öø-ɏ"
_CURRENCIES = "$€£¥"
_UNIT = rf"[{_LETTER}{_CURRENCIES}][{_LETTER}\"'/&. -]{{0,79}}"
_PERCENTAGE = (
    rf"(?ai)(?:%|percent)(?P<rate> per [{_LETTER} ]{{1,80}}?)?(?: (?:of|to)(?P<share> [{_LETTER}'/& -]{{1,80}}))?"
)
# Words that change the meaning of the number: its size, what it is compared with, or whether it is a target at all.
_TELLING_WORDS = frozenset(
    """
    k kk m b t bn mn mm tn mil mio mrd hundred hundreds thousand thousands million millions billion billions trillion
    trillions dozen dozens lakh crore half one two three four five six seven eight nine ten eleven twelve fifteen twenty
    thirty forty fifty sixty seventy eighty ninety st nd rd th am pm
    above below over under than least most more less fewer greater equal equals within between to from and or but not no
    except excluding unless without is are was were be plus minus around about approximately roughly
    max maximum minimum limit cap ceiling floor only by before until since
    change changes changed increase increases increased decrease decreases decreased reduction reductions reduced growth
    improvement improvements improved improve better worse drop fall rise gain deviation variance up down
    higher lower faster slower quicker shorter longer earlier later sooner cheaper smaller larger bigger
    additional extra another last previous prior baseline benchmark budget forecast yoy qoq mom
    current currently today tbd tbc unknown target goal
    """.split()  # noqa: SIM905 - a table of words is best read as text
)
_HINT = 'write a comparison, one number and its unit, such as "at or below 45 days", "above 80%" or "20"'


def parse_target(text: str) -> StatedTarget:
    """Read a target in words; what could be misread is refused.

    A bare zero ("0", "0%") often means "no target", and a bare negative number a change: they are read only with a
    comparison ("at most 0", "below 0"). Relative targets ("5% increase"), two numbers, ratios, magnitudes ("5k",
    "$5M"), and "1.000", which can mean one thousand or one, are refused too.

    Raises:
        InvalidValueError: when the text is not a target, or is ambiguous; the message says what to write.
    """
    try:
        return _read(text)
    except InvalidValueError as error:
        raise unreadable(text, "target", error) from None


def _read(text: str) -> StatedTarget:
    words = phrase(text, longest=_LONGEST_TEXT).removesuffix(".")
    for addition in (_REMARK, _PERCENTILE, _LEAD):
        words = re.sub(addition, "", words)
    number = re.search(_FIRST_NUMBER, words)
    if not number:
        raise InvalidValueError(f"it has no number; {_HINT}")
    before, after = words[: number.start()].rstrip(), words[number.end() :]
    currency = before[-1:] if before.endswith(tuple(_CURRENCIES)) else ""
    comparison, strict = _comparison(before.removesuffix(currency).rstrip())
    if comparison is None:
        comparison, after = _comparison_after(after)
    unit = _unit(currency, after, stated=comparison is not None)
    if re.fullmatch(_THOUSANDS_OR_DECIMALS, number[0]) and not (unit or "").startswith("%"):
        raise InvalidValueError(
            f"{number[0]} is ambiguous, thousands or decimals; write {number[0].replace('.', '')}, or {number[0]}0"
        )
    digits = number[0].replace(",", "")
    value = float(digits) if "." in digits else int(digits)
    if comparison is None and value <= 0:
        raise InvalidValueError(
            f'a bare {digits} can mean no target, or a change; write "at most {digits}" or "at {digits}"'
        )
    return StatedTarget(value=value, comparison=comparison, strict=strict, unit=unit, text=text)


def _comparison(before: str) -> tuple[Comparison | None, bool]:
    if not before:
        return None, False
    for pattern, meaning in _COMPARISONS.items():
        if re.fullmatch(pattern, before, re.ASCII | re.IGNORECASE):
            return meaning
    raise InvalidValueError(f"the words before the number are not a comparison; {_HINT}")


def _comparison_after(after: str) -> tuple[Comparison | None, str]:
    """The comparison in "20+", "20 days or more" and "20 days or less", and what remains of the text."""
    if after.startswith("+"):
        return Comparison.AT_LEAST, after[1:]
    for pattern, comparison in ((_OR_MORE, Comparison.AT_LEAST), (_OR_LESS, Comparison.AT_MOST)):
        if found := re.search(pattern, after):
            return comparison, after[: found.start()]
    return None, after


def _unit(currency: str, after: str, *, stated: bool) -> str | None:
    rest = after.strip()
    percentage = None if currency else re.fullmatch(_PERCENTAGE, rest)
    if not percentage and rest and not re.fullmatch(_UNIT, currency + rest):
        raise InvalidValueError(f"the words after the number are not a unit; {_HINT}")
    words = (percentage["rate"] or "") + (percentage["share"] or "") if percentage else rest
    telling = _TELLING_WORDS if stated else _TELLING_WORDS | {"min"}
    found = telling.intersection(re.findall(f"[{_LETTER}]+", words.casefold()))
    if found:
        raise InvalidValueError(f'"{min(found)}" is not part of a unit; {_HINT}')
    if percentage:
        return "%" + (percentage["rate"] or "")
    return f"{currency} {rest}".strip() or None
