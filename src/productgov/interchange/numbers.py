"""Numbers as tables write them, with the decimal mark that a map states."""

import re
from math import isfinite

from productgov.interchange.column import DecimalMark

__all__ = ["number_of", "scaled"]

_PLAIN = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]{1,3})?|[+-]?\.[0-9]+")
_GROUPED = re.compile(r"[+-]?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_SWAPPED = str.maketrans(",.", ".,")
_BLANKS = re.compile(r"(?<=[0-9])[\xa0\u202f\u2009 '](?=[0-9]{3}(?![0-9]))")
_LONGEST = 40


def number_of(text: str, decimal: DecimalMark, *, percent: bool) -> int | float | None:
    """The number that a text says; None where it says none, or could say two."""
    is_share = percent and text.endswith("%")
    plain = text[:-1].rstrip() if is_share else text
    if not plain or len(plain) > _LONGEST:
        return None
    plain = _BLANKS.sub("", plain)
    if decimal is DecimalMark.COMMA:
        plain = plain.translate(_SWAPPED)
    if _GROUPED.fullmatch(plain):
        plain = plain.replace(",", "")
    elif not _PLAIN.fullmatch(plain):
        return None
    number = float(plain)
    if is_share:
        number = round(number / 100, 12)
    if not isfinite(number):
        return None
    return int(plain) if not is_share and plain.lstrip("+-").isdigit() else number


def scaled(number: float, times: float) -> int | float:
    """A number multiplied, without the noise of binary fractions; whole numbers stay whole."""
    product = round(number * times, 12)
    return int(product) if isinstance(number, int) and product == int(product) else product
