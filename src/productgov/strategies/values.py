"""Strategies for single values of every kind, and for `x-` data."""

from datetime import date
from functools import lru_cache
from math import ceil, floor
from string import ascii_letters, ascii_lowercase, ascii_uppercase, digits
from typing import cast

import attrs
from hypothesis import strategies as st

from productgov.fields import shapes
from productgov.fields.marks import Pattern
from productgov.fields.types import (
    CLOCK_TIME,
    EMAIL_ADDRESS,
    IDENTIFIER,
    PRODUCT_ITEM,
    TEXT,
    TIME_ZONE,
    URL,
    VARIABLE_NAME,
)

__all__ = ["Range", "dates", "extension_keys", "extension_values", "scalars"]

_PHRASES = ("Faster answers", "Self-serve onboarding", "Trust", "Search", "Teams", "Fewer steps", "Head of Product")
_LETTERS_AND_DIGITS = ascii_letters + digits
_CONTROLS = "".join(map(chr, (*range(0x09), *range(0x0B, 0x20), 0x7F)))


@attrs.frozen(kw_only=True)
class Range:
    """How far values reach: a few readable ones, or, where `exhaustive`, whatever is valid.

    `longest` bounds every list; `extensions` makes the values of `x-` keys, and None leaves such keys out.
    """

    exhaustive: bool = False
    longest: int = 2
    extensions: st.SearchStrategy[object] | None = None


@lru_cache
def scalars(shape: shapes.Scalar, *, exhaustive: bool) -> st.SearchStrategy[object]:
    """Values of one kind, as the model holds them.

    Raises:
        TypeError: when nothing is known of the kind, neither a few values nor a pattern.
    """
    match shape:
        case shapes.Text(pattern):
            return _texts(pattern, exhaustive=exhaustive)
        case shapes.Number():
            return _numbers(shape, exhaustive=exhaustive)
        case shapes.Flag():
            return st.booleans()
        case shapes.Date():
            return dates(exhaustive=exhaustive)
        case shapes.Patterned():
            return _matching(shape.pattern).filter(shape.accepts).map(shape.reader)
        case shapes.Scalar() if shape.values:
            return st.sampled_from(shape.values).map(shape.reader)
    raise TypeError(f"there is no strategy for {type(shape).__name__}; choose the values of such fields")


def _texts(pattern: Pattern, *, exhaustive: bool) -> st.SearchStrategy[str]:
    few, many = _TEXTS.get(pattern) or (_matching(pattern), st.nothing())
    return few | many if exhaustive else few


def _matching(pattern: Pattern) -> st.SearchStrategy[str]:
    return st.from_regex(pattern.inner, fullmatch=True)


def _numbers(shape: shapes.Number, *, exhaustive: bool) -> st.SearchStrategy[float]:
    """Numbers within the limits of a shape; where exhaustive, whole ones both as int and as float."""
    low = cast(float, shape.above if shape.at_least is None else shape.at_least)
    high, open_below = shape.at_most, shape.above is not None
    if not exhaustive:
        low, high = max(low, -1000.0 if open_below else 0.0) if low < -1000 else low, min(high, max(low, 0.0) + 1000.0)
    least = floor(low) + 1 if open_below else ceil(low)
    whole: st.SearchStrategy[float] = st.integers(least, floor(high)) if least <= high else st.nothing()
    if shape.whole:
        return whole | whole.map(float) if exhaustive else whole
    if exhaustive:
        return whole | st.floats(low, high, exclude_min=open_below)
    step = (high - low) / 20
    return whole | st.integers(1, 20).map(lambda count: round(low + step * count, 6))


@lru_cache
def dates(*, exhaustive: bool) -> st.SearchStrategy[date]:
    """Dates of 2026 and 2027, or of any year."""
    return st.dates() if exhaustive else st.dates(date(2026, 1, 1), date(2027, 12, 31))


@lru_cache
def extension_keys() -> st.SearchStrategy[str]:
    """Keys under which an object keeps data of other tools: `x-` and anything."""
    return st.sampled_from(("x-note", "x-jira", "x-")) | _unicode(max_size=8).map("x-{}".format)


@lru_cache
def extension_values(*, nulls: bool = True) -> st.SearchStrategy[object]:
    """Any JSON value, as plain dicts and lists; without nulls it can be written as TOML too."""
    scalars = (
        st.booleans()
        | st.integers(-(2**53), 2**53)
        | st.floats(allow_nan=False, allow_infinity=False)
        | _unicode(max_size=12)
    )
    return st.recursive(
        scalars | st.none() if nulls else scalars,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_unicode(max_size=8), inner, max_size=3),
        max_leaves=6,
    )


def _unicode(*, max_size: int) -> st.SearchStrategy[str]:
    return st.text(st.characters(exclude_categories=["Cs"]), max_size=max_size)


def _joined(*parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.tuples(*parts).map("".join)


def _repeated(separator: str, alphabet: str, *, longest: int, times: int) -> st.SearchStrategy[str]:
    part = st.text(alphabet, min_size=1, max_size=longest)
    return st.lists(part, max_size=times).map(lambda found: "".join(separator + text for text in found))


_ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters=_CONTROLS), min_size=1, max_size=30)
_IDS = st.sampled_from(("a", "b", "c"))
_ANY_ID = _joined(st.sampled_from(_LETTERS_AND_DIGITS), st.text(_LETTERS_AND_DIGITS + "._-", max_size=63))
_ANY_VARIABLE = _joined(st.sampled_from(ascii_letters), st.text(_LETTERS_AND_DIGITS + "_", max_size=63))
_ADDRESS = "!#$%&'()*+,-./0123456789:;=?@" + ascii_uppercase + "[]_" + ascii_lowercase + "~"
_ANY_URL = _joined(
    st.sampled_from(("http://", "https://", "mailto:")), st.sampled_from(_LETTERS_AND_DIGITS), st.text(_ADDRESS)
)
_LABEL = _LETTERS_AND_DIGITS + "-"
_ANY_EMAIL = _joined(
    st.text(_LETTERS_AND_DIGITS + ".!#$%&'*+/=?^_`{|}~-", min_size=1, max_size=64),
    st.just("@"),
    st.text(_LABEL, min_size=1, max_size=63),
    _repeated(".", _LABEL, longest=63, times=9),
)
_CLOCKS = st.times().map("{:%H:%M}".format)
_ANY_ZONE = _joined(
    st.sampled_from(ascii_letters),
    st.text(_LETTERS_AND_DIGITS + "_+-", max_size=31),
    _repeated("/", _LETTERS_AND_DIGITS + "_+-", longest=31, times=3),
)

_TEXTS: dict[Pattern, tuple[st.SearchStrategy[str], st.SearchStrategy[str]]] = {
    TEXT: (st.sampled_from(_PHRASES), _ANY_TEXT),
    IDENTIFIER: (_IDS, _ANY_ID),
    VARIABLE_NAME: (st.sampled_from(("cost", "revenue", "risk")), _ANY_VARIABLE),
    PRODUCT_ITEM: (st.sampled_from(("billing/invoices", "identity/sso")), _joined(_ANY_ID, st.just("/"), _ANY_ID)),
    URL: (st.sampled_from(("https://example.com/1", "mailto:ana@example.com")), _ANY_URL),
    EMAIL_ADDRESS: (st.sampled_from(("ana@example.com", "bo@example.com")), _ANY_EMAIL),
    CLOCK_TIME: (st.sampled_from(("09:00", "14:30")), _CLOCKS),
    TIME_ZONE: (st.sampled_from(("Europe/Paris", "America/New_York", "UTC")), _ANY_ZONE),
}
"""For each pattern, a few readable texts and any valid ones."""
