"""Laws of targets in words: what is stated plainly is read as stated, and nothing is made up."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from productgov.errors import InvalidValueError
from productgov.model.stated_target import Comparison, StatedTarget, parse_target

OPERATORS = {
    "at least": (Comparison.AT_LEAST, False),
    "at or above": (Comparison.AT_LEAST, False),
    ">=": (Comparison.AT_LEAST, False),
    "above": (Comparison.AT_LEAST, True),
    ">": (Comparison.AT_LEAST, True),
    "at most": (Comparison.AT_MOST, False),
    "at or below": (Comparison.AT_MOST, False),
    "≤": (Comparison.AT_MOST, False),
    "below": (Comparison.AT_MOST, True),
    "less than": (Comparison.AT_MOST, True),
    "under": (Comparison.AT_MOST, True),
    "no more than": (Comparison.AT_MOST, False),
    "must not exceed": (Comparison.AT_MOST, False),
    "not to exceed": (Comparison.AT_MOST, False),
    "must not fall below": (Comparison.AT_LEAST, False),
    "must be at least": (Comparison.AT_LEAST, False),
    "should stay above": (Comparison.AT_LEAST, True),
    "p95 <": (Comparison.AT_MOST, True),
    "exactly": (Comparison.EXACTLY, False),
    "at": (Comparison.EXACTLY, False),
}
UNITS = (None, "%", "days", "MRs per month", "open issues", "ms", "USD")

cases = st.sampled_from([str.lower, str.upper, str.capitalize])
blanks = st.sampled_from([" ", "  ", "\n", "\t"])
numbers = st.integers(-(10**14), 10**14) | st.integers(-(10**6), 10**6).map(lambda hundredths: hundredths / 100)
pieces = st.sampled_from(
    [
        *OPERATORS,
        "5",
        "0",
        "1,000",
        ".25",
        "-",
        "%",
        "days",
        "k",
        "$",
        "or more",
        "of",
        "not",
        "(",
        ")",
        ".",
        "95th",
        "p95",
        "/5",
        "within",
        "hours",
        "exceed",
        "must",
        "uptime",
        "or better",
        "+",
        "x",
        "pp",
        "for",
        "TBD",
    ]
)


def is_whole(value: float) -> bool:
    return isinstance(value, int)


@given(st.sampled_from(list(OPERATORS)), numbers, st.sampled_from(UNITS), cases, blanks)
def test_a_canonical_phrase_is_read_as_it_was_meant(
    operator: str, value: float, unit: str | None, case: Callable[[str], str], blank: str
) -> None:
    comparison, strict = OPERATORS[operator]
    text = blank.join([case(operator), str(value), *([unit] if unit else [])])
    stated = StatedTarget(value=value, comparison=comparison, strict=strict, unit=unit, text=text)
    assert parse_target(text) == stated
    assert is_whole(parse_target(text).value) == is_whole(value)


@given(st.integers(1, 10**14), st.sampled_from(UNITS))
def test_thousands_may_be_separated(value: int, unit: str | None) -> None:
    suffix = f" {unit}" if unit else ""
    assert parse_target(f"{value:,}{suffix}").value == value


@given(st.text(max_size=250) | st.lists(pieces, max_size=6).map(" ".join) | st.lists(pieces, max_size=6).map("".join))
def test_nothing_is_read_that_the_text_does_not_say(text: str) -> None:
    try:
        target = parse_target(text)
    except InvalidValueError:
        return
    assert target.text == text
    digits = re.sub(r"\.0$|[.-]", "", str(target.value)).lstrip("0")
    assert digits in re.sub(r"[,.]", "", text)
    assert target.unit is None or target.unit in {"%", "$"} or target.unit in " ".join(text.split())
    assert target.comparison is not None or target.value > 0


@given(st.sampled_from(UNITS))
def test_a_bare_zero_is_no_target_and_a_compared_one_is(unit: str | None) -> None:
    zero = f"0{unit or ''}"
    with pytest.raises(InvalidValueError, match="a bare 0 can mean no target"):
        parse_target(zero)
    assert parse_target(f"at most {zero}").value == 0


@pytest.mark.parametrize(
    ("form", "comparison", "unit"),
    [
        ("{}%+", Comparison.AT_LEAST, "%"),
        ("{} days+", Comparison.AT_LEAST, "days"),
        ("{}% or better", None, "%"),
        ("{}% uptime", None, "%"),
        ("at least {} % coverage", Comparison.AT_LEAST, "%"),
        ("within {} hours", Comparison.AT_MOST, "hours"),
        ("p95: {} ms", None, "ms"),
        ("at most {}.5/5 points", Comparison.AT_MOST, "points"),
    ],
)
@given(value=st.integers(1, 10**12))
def test_other_forms_keep_number_comparison_and_unit(
    form: str, comparison: Comparison | None, unit: str, value: int
) -> None:
    target = parse_target(form.format(value))
    assert (target.comparison, target.unit, target.strict) == (comparison, unit, False)
    assert target.value in {value, value + 0.5}


@given(
    st.sampled_from(["{}x", "{} times", "{} pp", "{} bps", "{}-fold", "+{}%", "{} hours for P1", "{}-20", "{}/5"]),
    st.integers(1, 10**6),
)
def test_what_is_relative_conditional_or_a_range_is_refused(form: str, value: int) -> None:
    with pytest.raises(InvalidValueError, match="cannot be read as a target"):
        parse_target(form.format(value))
