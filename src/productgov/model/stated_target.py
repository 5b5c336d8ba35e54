"""Targets in words: "at or below 45 days", "< 18", "above 80%"."""

import re
from collections.abc import Mapping
from types import MappingProxyType

import attrs

from productgov.display import Displayed
from productgov.errors import InvalidValueError
from productgov.fields import Term
from productgov.model.phrases import phrase, unreadable

__all__ = ["Comparison", "StatedTarget", "parse_target"]


class Comparison(Term):
    """How a measured value must compare with a target to meet it."""

    AT_LEAST = "at least", "The target or more; if strict, more."
    AT_MOST = "at most", "The target or less; if strict, less."
    EXACTLY = "exactly", "The target itself."


@attrs.frozen(kw_only=True, weakref_slot=False, repr=False)
class StatedTarget(Displayed):
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
_WITHIN = "within"
_MUST = "(?:must|should|shall|may|can|does|do|to)"
# What can come before the number. All patterns here are linear, and the length of the text is bounded.
_COMPARISONS: Mapping[str, tuple[Comparison, bool]] = MappingProxyType(
    {
        f">|above|over|{_MORE}": (Comparison.AT_LEAST, True),
        f">=|≥|at least|min(?:imum)?(?: of)?|(?:at|equal(?: to)?) or (?:above|over|{_MORE})"
        f"|(?:above|{_MORE}) or equal to|(?:no|not) {_LESS}|not (?:below|under)"
        f"|{_MUST} not (?:be|fall|drop|go) (?:below|under|{_LESS})": (Comparison.AT_LEAST, False),
        f"<|below|under|{_LESS}": (Comparison.AT_MOST, True),
        f"<=|≤|at most|up to|max(?:imum)?(?: of)?|(?:at|equal(?: to)?) or (?:below|under|{_LESS})"
        f"|(?:below|{_LESS}) or equal to|(?:no|not) {_MORE}|not (?:above|over)"
        f"|(?:{_MUST} )?not (?:to )?exceed|not exceeding|cannot exceed|never exceed"
        f"|{_MUST} not (?:be|rise|go) (?:above|over|{_MORE})|{_WITHIN}": (Comparison.AT_MOST, False),
        "==?|at|exactly|equal to|equals": (Comparison.EXACTLY, False),
    }
)
# Compiled at their first use: importing the model is faster without.
_OR_MORE = r"(?ai) or (?:more|above|over|higher|greater)$"
_OR_LESS = r"(?ai) or (?:less|fewer|below|under|lower)$"
_OR_BETTER = r"(?ai) or better$"
_PLUS = r"(?a)^( ?%)?\+|\+$"
_LEAD = r"(?ai)^(?:the )?target(?: for this metric)?(?: is|:) "
_MUST_BE = r"(?ai)^(?:must|should|shall|to) (?:be|stay|remain) "
_PERCENTILE_NAME = r"(?:[0-9]{1,2}th percentile|p[5-9][0-9](?:\.9{1,2})?)"
_PERCENTILE_LEAD = rf"(?ai)^(?:the )?{_PERCENTILE_NAME}(?: latency| response time)?:? "
_MULTIPLE = r"(?ai)times(?! (?:per|a|each) ).*"
_SCALE = r"(?ai) ?/ ?(?:5|10|100)(?= (?:stars|points|rating|score)$|$)"
_REMARK = r"(?ai) ?\((?:out of [0-9]{1,15}|until [^()]*)\)$"
_PERCENTILE = rf"(?ai) (?:at|for) (?:the )?{_PERCENTILE_NAME}$"
_FIRST_NUMBER = r"(?:(?<!\w)-)?(?:\.[0-9]{1,15}|(?:[1-9][0-9]{0,2}(?:,[0-9]{3}){1,4}|[0-9]{1,15})(?:\.[0-9]{1,15})?)"
_THOUSANDS_OR_DECIMALS = r"-?[1-9][0-9]{0,2}\.[0-9]{3}"
_LETTER = "A-Za-zÀ-ÖØ-öø-ɏ"
_CURRENCIES = "$€£¥"
_UNIT = rf"[{_LETTER}{_CURRENCIES}][{_LETTER}\"'/&. -]{{0,79}}"
# A level, unlike a change, is a percentage by itself: "99.9% uptime", "5% error rate".
_LEVEL = (
    rf"(?:[{_LETTER}]{{1,20}} )?(?:uptime|availability|coverage|adoption|retention|churn|satisfaction|completion"
    "|accuracy|attainment|utili[sz]ation|compliance|participation|rate)"
)
_PERCENTAGE = (
    rf"(?ai)(?:%|per ?cent)(?P<rate> per [{_LETTER} ]{{1,80}}?)?"
    rf"(?: (?:of|to)(?P<share> [{_LETTER}'/& -]{{1,80}})|(?P<level> {_LEVEL}))?"
)
_TIME = (
    r"(?ai)(?:(?:business|working|work|calendar) )?(?:ms|milliseconds?|s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?"
    "|days?|weeks?|months?|quarters?|years?)"
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
    pp ppt bp bps percentage basis x fold as lift uplift boost delta
    ish odd circa ca for additional extra another last previous prior baseline benchmark budget forecast yoy qoq mom
    current currently today tbd tbc unknown target goal
    """.split()  # noqa: SIM905 - a table of words is best read as text
)
_HINT = 'write a comparison, one number and its unit, such as "at or below 45 days", "above 80%" or "20"'


def parse_target(text: str) -> StatedTarget:
    """Read a target in words; what could be misread is refused.

    A bare zero ("0", "0%") often means "no target", and a bare negative number a change: they are read only with a
    comparison ("at most 0", "below 0"). Refused are relative targets ("5% increase", "2x", "10 pp"), conditions ("4
    hours for P1"), two numbers, ratios, magnitudes ("5k", "$5M"), and "1.000", which can mean one thousand or one.
    "80% or better" has no comparison: the direction of the metric says what is better.

    Raises:
        InvalidValueError: when the text is not a target, or is ambiguous; the message says what to write.
    """
    try:
        return _read(text)
    except InvalidValueError as error:
        raise unreadable(text, "target", error) from None


def _read(text: str) -> StatedTarget:
    words = phrase(text, longest=_LONGEST_TEXT).removesuffix(".")
    for addition in (_REMARK, _PERCENTILE, _LEAD, _PERCENTILE_LEAD, _MUST_BE):
        words = re.sub(addition, "", words)
    number = re.search(_FIRST_NUMBER, words)
    if not number:
        raise InvalidValueError(f"it has no number; {_HINT}")
    before, after = words[: number.start()].rstrip(), words[number.end() :]
    currency = before[-1:] if before.endswith(tuple(_CURRENCIES)) else ""
    compared = before.removesuffix(currency).rstrip()
    comparison, strict = _comparison(compared)
    if comparison is None:
        comparison, after = _comparison_after(after)
    if compared.lower() == _WITHIN and not re.fullmatch(_TIME, after.strip()):
        raise InvalidValueError('only a time can be within a target, such as "within 24 hours"; write "at most"')
    after = _without_scale(number[0], after)
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
    """The comparison in "20+", "20 days or more" and "20 days or less", and what remains of the text.

    Whether more or less is better depends on the metric: "80% or better" has no comparison.
    """
    if found := re.search(_PLUS, after):
        return Comparison.AT_LEAST, after[: found.start()] + (found[1] or "") + after[found.end() :]
    for pattern, comparison in ((_OR_MORE, Comparison.AT_LEAST), (_OR_LESS, Comparison.AT_MOST), (_OR_BETTER, None)):
        if found := re.search(pattern, after):
            return comparison, after[: found.start()]
    return None, after


def _without_scale(number: str, after: str) -> str:
    """What remains without the best value of a rating, as in "4.5/5"; a whole number could be a fraction."""
    scale = re.match(_SCALE, after)
    if not scale:
        return after
    if "." not in number:
        raise InvalidValueError(f'"{number}{scale[0]}" can be a rating or a fraction; write "{number} (out of …)"')
    return after[scale.end() :]


def _unit(currency: str, after: str, *, stated: bool) -> str | None:
    rest = after.strip()
    percentage = None if currency else re.fullmatch(_PERCENTAGE, rest)
    if not percentage and rest and not re.fullmatch(_UNIT, currency + rest):
        raise InvalidValueError(f"the words after the number are not a unit; {_HINT}")
    words = " ".join(filter(None, percentage.groups())) if percentage else rest
    if re.fullmatch(_MULTIPLE, words):
        raise InvalidValueError(f"as many times as what? {_HINT}")
    telling = _TELLING_WORDS if stated else _TELLING_WORDS | {"min"}
    found = telling.intersection(re.findall(f"[{_LETTER}]+", words.casefold()))
    if found:
        raise InvalidValueError(f'"{min(found)}" is not part of a unit; {_HINT}')
    if percentage:
        return "%" + (percentage["rate"] or "")
    return f"{currency} {rest}".strip() or None
