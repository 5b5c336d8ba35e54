"""Targets in words are read without a doubt, or refused with a hint."""

import pickle

import pytest

from productgov.errors import InvalidValueError
from productgov.model.stated_target import Comparison, StatedTarget, parse_target

AT_LEAST, AT_MOST, EXACTLY = Comparison.AT_LEAST, Comparison.AT_MOST, Comparison.EXACTLY


@pytest.mark.parametrize(
    ("text", "value", "comparison", "unit"),
    [
        ("at or below 45 days", 45, AT_MOST, "days"),
        ("At or above 95%", 95, AT_LEAST, "%"),
        ("at or above 95% to Priority Support SLAs", 95, AT_LEAST, "%"),
        ("At or greater than 200 MR Reviews per month", 200, AT_LEAST, "MR Reviews per month"),
        ("equal or greater than 99.95%", 99.95, AT_LEAST, "%"),
        ("greater than or equal to 5", 5, AT_LEAST, None),
        ("no less than 5 interviews", 5, AT_LEAST, "interviews"),
        ("no more than 5 bugs", 5, AT_MOST, "bugs"),
        ("not above 5", 5, AT_MOST, None),
        ("at least 1,000,000 users", 1_000_000, AT_LEAST, "users"),
        ("up to 3 incidents per week", 3, AT_MOST, "incidents per week"),
        (">= 4.5 stars", 4.5, AT_LEAST, "stars"),
        ("≤5", 5, AT_MOST, None),
        ("20+", 20, AT_LEAST, None),
        ("20+ customers", 20, AT_LEAST, "customers"),
        ("20 customers or more", 20, AT_LEAST, "customers"),
        ("5 days or less.", 5, AT_MOST, "days"),
        ("at 90 mins", 90, EXACTLY, "mins"),
        ("At 48 Software Engineers in Test", 48, EXACTLY, "Software Engineers in Test"),
        ("=20", 20, EXACTLY, None),
        ("at most 0", 0, AT_MOST, None),
        ("at or above -5", -5, AT_LEAST, None),
        ("20", 20, None, None),
        (".25", 0.25, None, None),
        ("0.125", 0.125, None, None),
        ("99.995%", 99.995, None, "%"),
        ("12 percent", 12, None, "%"),
        ("2% per month of active users", 2, None, "% per month"),
        ("99.9% uptime", 99.9, None, "%"),
        ("at least 99.9 % Availability", 99.9, AT_LEAST, "%"),
        ("at most 5% monthly churn", 5, AT_MOST, "%"),
        ("95 per cent", 95, None, "%"),
        ("within 24 hours", 24, AT_MOST, "hours"),
        ("Within 2 business days", 2, AT_MOST, "business days"),
        ("must not exceed 5 %", 5, AT_MOST, "%"),
        ("not to exceed 3 incidents", 3, AT_MOST, "incidents"),
        ("should not be above 5", 5, AT_MOST, None),
        ("must not fall below 80%", 80, AT_LEAST, "%"),
        ("must be at least 5", 5, AT_LEAST, None),
        ("no more than 2 per week", 2, AT_MOST, "per week"),
        ("3 times per week", 3, None, "times per week"),
        ("80% or better", 80, None, "%"),
        ("200 ms or better", 200, None, "ms"),
        ("20%+", 20, AT_LEAST, "%"),
        ("20 %+", 20, AT_LEAST, "%"),
        ("20 days+", 20, AT_LEAST, "days"),
        ("≥ 95 %", 95, AT_LEAST, "%"),
        ("4.5/5", 4.5, None, None),
        ("at least 4.5 / 5 stars", 4.5, AT_LEAST, "stars"),
        ("p95: 200 ms", 200, None, "ms"),
        ("$500", 500, None, "$"),
        ("at least $1,000 per month", 1000, AT_LEAST, "$ per month"),
        ("500 €", 500, None, "€"),
        ("77 (out of 100)", 77, None, None),
        ("7 days (until further data is provided)", 7, None, "days"),
        ("the target for this metric is at or below 10", 10, AT_MOST, None),
        ("Target: 20", 20, None, None),
    ],
)
def test_a_target_is_read(text: str, value: float, comparison: Comparison | None, unit: str | None) -> None:
    assert parse_target(text) == StatedTarget(value=value, comparison=comparison, unit=unit, text=text)


@pytest.mark.parametrize(
    ("text", "value", "comparison", "unit"),
    [
        ("< 18", 18, AT_MOST, None),
        ("<18", 18, AT_MOST, None),
        ("below 18", 18, AT_MOST, None),
        ("below 0", 0, AT_MOST, None),
        ("less than 1 hours", 1, AT_MOST, "hours"),
        ("below 90 min", 90, AT_MOST, "min"),
        ("Below 2500ms at the 90th percentile", 2500, AT_MOST, "ms"),
        ("< 200 ms for p95", 200, AT_MOST, "ms"),
        ('Below 50 open "ux debt" issues', 50, AT_MOST, 'open "ux debt" issues'),
        ("p95 < 200 ms", 200, AT_MOST, "ms"),
        ("P99.9 latency < 1 s", 1, AT_MOST, "s"),
        ("the 90th percentile below 3 days", 3, AT_MOST, "days"),
        ("under 5 minutes", 5, AT_MOST, "minutes"),
        ("must stay above 80%", 80, AT_LEAST, "%"),
        ("above 80%", 80, AT_LEAST, "%"),
        ("Above 8% of all MRs", 8, AT_LEAST, "%"),
        ("more than 120 hours", 120, AT_LEAST, "hours"),
        ("> 1 MR\nper person  per month", 1, AT_LEAST, "MR per person per month"),
    ],
)
def test_a_strict_target_is_not_met_by_its_own_number(
    text: str, value: float, comparison: Comparison, unit: str
) -> None:
    assert parse_target(text) == StatedTarget(value=value, comparison=comparison, strict=True, unit=unit, text=text)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("", "it is empty"),
        ("5" * 201, "at most 200 are read"),
        ("TBD", "it has no number"),
        ("Unknown", "it has no number"),
        ("Identified in Sisense Chart", "it has no number"),
        ("Greater than TBD MRs per month", "it has no number"),
        ("at least ٥", "it has no number"),
        ("at or within 5% of Fiscal Year Operating plan", "before the number are not a comparison"),
        ("Expenses to be at or below 10% of ARR", "before the number are not a comparison"),
        ("between 5 and 10", "before the number are not a comparison"),
        ("unlikely to be above 5%", "before the number are not a comparison"),
        ("~20", "before the number are not a comparison"),
        ("=> 20", "before the number are not a comparison"),
        ("+20 %", "before the number are not a comparison"),
        ("must exceed 5 or 6", "before the number are not a comparison"),
        ("p1 < 200 ms", "before the number are not a comparison"),
        ("p95", "before the number are not a comparison"),
        ("at-5", "before the number are not a comparison"),
        ("at or below 10:1", "after the number are not a unit"),
        ("Less than 10% are over 14 days", "after the number are not a unit"),
        ("5% increase in overall score", "after the number are not a unit"),
        ("95% to ten", '"ten"'),
        ("5-10 days", "after the number are not a unit"),
        ("1 000 users", "after the number are not a unit"),
        ("1,5", "after the number are not a unit"),
        ("0,500", "after the number are not a unit"),
        ("1.000.000", "after the number are not a unit"),
        ("1e5", "after the number are not a unit"),
        ("5½ days", "after the number are not a unit"),
        ("10² users", "after the number are not a unit"),
        ("5万", "after the number are not a unit"),
        ("$5 €", "after the number are not a unit"),
        ("20 (minimum)", "after the number are not a unit"),
        ("1234567890123456", "after the number are not a unit"),
        ("4 hours for P1", "after the number are not a unit"),
        ("4.5/6", "after the number are not a unit"),
        ("4.5/5 days", "after the number are not a unit"),
        ("20%+5", "after the number are not a unit"),
        ("5% churn reduction", "after the number are not a unit"),
        ("20% lift", "after the number are not a unit"),
        ("5% growth rate", '"growth"'),
        ("4 hours for urgent", '"for"'),
        ("20ish", '"ish"'),
        ("2x", '"x"'),
        ("1.5 X", '"x"'),
        ("10 pp", '"pp"'),
        ("10 bps", '"bps"'),
        ("10 percentage points", '"percentage"'),
        ("2 times", "as many times as what"),
        ("3 times faster", "as many times as what"),
        ("double", "it has no number"),
        ("within 5% of plan", "only a time can be within"),
        ("within 24 hours of request", "only a time can be within"),
        ("within 5", "only a time can be within"),
        ("4/5", "can be a rating or a fraction"),
        ("at least 85/100", "can be a rating or a fraction"),
        ("0% or better", "a bare 0"),
        ("1.000", "write 1000, or 1.0000"),
        ("at most 1.234 seconds", "write 1234, or 1.2340"),
        ("$5M", '"m"'),
        ("5k users", '"k"'),
        ("5 million", '"million"'),
        ("3x last year", '"last"'),
        ("20 max", '"max"'),
        ("90 min", '"min"'),
        ("20 by June", '"by"'),
        ("at 5 pm", '"pm"'),
        ("at least 5 or more", '"more"'),
        ("0", 'write "at most 0" or "at 0"'),
        ("0%", 'write "at most 0" or "at 0"'),
        ("-5%", "no target, or a change"),
    ],
)
def test_what_could_be_misread_is_refused(text: str, hint: str) -> None:
    with pytest.raises(InvalidValueError, match=f"cannot be read as a target: .*(?:{hint})"):
        parse_target(text)


def test_a_number_keeps_its_form() -> None:
    assert [repr(parse_target(text).value) for text in ("20", "20.0", "1,000")] == ["20", "20.0", "1000"]


def test_a_stated_target_shows_its_source_and_is_picklable() -> None:
    target = parse_target(" at or below  45 days ")
    assert str(target) == " at or below  45 days "
    assert pickle.loads(pickle.dumps(target)) == target
