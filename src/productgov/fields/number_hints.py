"""Slips in numbers: units and separators in them, percentages, words of a scale."""

import re
from math import inf
from typing import TYPE_CHECKING

from productgov.fields.hints import Hint, Recogniser, plain_number, write

if TYPE_CHECKING:
    from productgov.fields.scalars import Scalar

__all__ = ["NUMBER_HINTS"]

_DIGITS = r"[-+]?[0-9]{1,15}(?:\.[0-9]{1,15})?"
_UNQUOTED = re.compile(_DIGITS)
_PERCENT = re.compile(rf"({_DIGITS}) ?%")
_OF = re.compile(r"([0-9]{1,3}) ?(?:/|of|out of) ?([1-9][0-9]{0,2})")
_GROUPED = re.compile(r"([-+]?[0-9]{1,3})((?:[,'’_ ][0-9]{3})+)(\.[0-9]{1,15})?")
_COMMA = re.compile(r"([-+]?[0-9]{1,15}),([0-9]{1,15})")
_SHORT = re.compile(rf"({_DIGITS}) ?(k|K|M|mn|mio|million|B|bn|billion)")
_POWERS = {"k": 3, "K": 3, "M": 6, "mn": 6, "mio": 6, "million": 6, "B": 9, "bn": 9, "billion": 9}
_COMPARED = re.compile(
    r"(?i)(?:[<>]=?|[≤≥=]|at least|at most|above|below|over|under|up to|(?:more|less|fewer) than)"
    rf" ?({_DIGITS})(?: ?[^0-9.,].*)?"
)
_AROUND = re.compile(rf"(?P<before>~|≈|about |ca\. ?|[$€£¥] ?)?(?P<number>{_DIGITS})(?P<after>\+| ?[€£$¥])?")


def _step_of_the_scale(value: object, shape: "Scalar") -> Hint | None:
    """`high`, where the scale of the field names its steps."""
    steps = getattr(shape, "scale", ())
    word = value.strip().casefold() if isinstance(value, str) else None
    return next((write(step, f"for {name}") for step, name in steps if name == word), None)


def _unquoted(value: object, shape: "Scalar") -> Hint | None:  # noqa: ARG001 - as every recogniser
    """`"5"`."""
    return write(_number(value), "without quotes") if isinstance(value, str) and _UNQUOTED.fullmatch(value) else None


def _percentage(value: object, shape: "Scalar") -> Hint | None:
    """`80%`; and 80 where a share is expected. 8 and 1.5 are no percentages: people mean 8 of 10."""
    if isinstance(value, str):
        found = _PERCENT.fullmatch(value)
        percent = float(found[1]) if found else None
    else:
        percent = value if isinstance(value, (int, float)) and 10 <= value <= 100 and _is_share(shape) else None
    if percent is None:
        return None
    if _is_share(shape):
        return write(percent / 100, f"for {percent:g} %")
    return write(plain_number(percent), "without the %")


def _share(value: object, shape: "Scalar") -> Hint | None:
    """8, or `8 of 10`, where a share is expected."""
    if not _is_share(shape):
        return None
    if isinstance(value, str):
        found = _OF.fullmatch(value)
        return write(plain_number(int(found[1]) / int(found[2])), f"for {value}") if found else None
    is_above = isinstance(value, (int, float)) and 1 < value < inf
    return Hint("write a share from 0 to 1, such as 0.8") if is_above else None


def _grouped(value: object, shape: "Scalar") -> Hint | None:  # noqa: ARG001
    """`1,200`."""
    found = _GROUPED.fullmatch(value) if isinstance(value, str) else None
    if found is None or found[1].lstrip("-+") == "0":
        return None
    return write(_number(found[1] + re.sub("[^0-9]", "", found[2]) + (found[3] or "")), "without separators")


def _decimal_comma(value: object, shape: "Scalar") -> Hint | None:  # noqa: ARG001
    """`0,8`."""
    found = _COMMA.fullmatch(value) if isinstance(value, str) else None
    return write(_number(f"{found[1]}.{found[2]}"), "with a point") if found else None


def _abbreviated(value: object, shape: "Scalar") -> Hint | None:  # noqa: ARG001
    """`4k`, `1.5M`."""
    found = _SHORT.fullmatch(value) if isinstance(value, str) else None
    return write(_number(f"{found[1]}e{_POWERS[found[2]]}"), f"for {value}") if found else None


def _with_a_sign(value: object, shape: "Scalar") -> Hint | None:  # noqa: ARG001
    """`~500`, `$40`, `20+`."""
    found = _AROUND.fullmatch(value.strip()) if isinstance(value, str) else None
    sign = (found["before"] or found["after"] or "").strip() if found else ""
    return write(_number(found["number"]), f"without {sign}") if found and sign else None


def _compared(value: object, shape: "Scalar") -> Hint | None:  # noqa: ARG001
    """`> 90 %`, `at least 3`; no value is proposed, for what the words say would be lost."""
    found = _COMPARED.fullmatch(value.strip()) if isinstance(value, str) else None
    return Hint(f"write the number alone: {found[1]}, without a comparison or a unit") if found else None


def _not_finite(value: object, shape: "Scalar") -> Hint | None:  # noqa: ARG001
    """Infinity, and not a number."""
    is_finite = not isinstance(value, (int, float)) or -inf < value < inf
    return None if is_finite else Hint("write a finite number")


def _not_whole(value: object, shape: "Scalar") -> Hint | None:
    """2.5, where whole numbers are expected."""
    is_part = getattr(shape, "whole", False) and isinstance(value, float) and not value.is_integer()
    return Hint("round it to a whole number") if is_part else None


def _is_share(shape: "Scalar") -> bool:
    return getattr(shape, "at_most", None) == 1


def _number(text: str) -> int | float:
    return int(text) if text.lstrip("+-").isdecimal() else plain_number(float(text))


NUMBER_HINTS: tuple[Recogniser, ...] = (
    _step_of_the_scale,
    _unquoted,
    _percentage,
    _share,
    _grouped,
    _decimal_comma,
    _abbreviated,
    _with_a_sign,
    _compared,
    _not_finite,
    _not_whole,
)
"""What is recognised in a number, in this order."""
