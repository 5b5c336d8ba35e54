"""Every rule is complete: one code, a family, an explanation, and examples that do what they promise."""

import pytest

from productgov.errors import InvalidValueError
from productgov.rules.registry import FAMILIES, RULES, explain
from productgov.rules.retired import RETIRED
from productgov.rules.selection import selected_codes
from tests.support.examples import bad_document, good_document, readable

CODES = tuple(RULES)
READABLE = tuple(code for code, rule in RULES.items() if readable(rule))


def test_every_rule_is_in_one_family_and_has_its_own_code() -> None:
    rules = [rule for family in FAMILIES for rule in family.rules]
    assert [rule.code for rule in sorted(rules, key=lambda rule: rule.code)] == list(RULES)
    assert len(rules) == len(RULES)
    for family in FAMILIES:
        assert all(rule.code.startswith(family.prefix) for rule in family.rules)
    assert len({family.title for family in FAMILIES}) == len(FAMILIES)


@pytest.mark.parametrize("code", READABLE)
def test_the_bad_example_gives_exactly_one_finding_of_its_rule(code: str) -> None:
    rule = RULES[code]
    (finding,) = bad_document(rule).check()
    assert (finding.code, finding.severity) == (code, rule.severity)
    assert finding.hint
    assert finding.location


@pytest.mark.parametrize("code", READABLE)
def test_the_good_example_gives_no_finding(code: str) -> None:
    assert good_document(RULES[code]).check().findings == ()


@pytest.mark.parametrize("code", ["PG203", " pg203 "])
def test_a_code_is_explained_in_upper_and_lower_case(code: str) -> None:
    rule = explain(code)
    assert rule is RULES["PG203"]
    assert rule.heading == "PG203 (warning): dates outside the horizon"
    assert rule.bad_text == ("roadmap:\n  timeHorizon:\n    next:\n      - {id: payments, targetDate: 2026-12-01}")
    explanation = str(rule)
    assert explanation.startswith("The span from startDate to the due day")
    assert f"Bad:\n    {rule.bad_text.splitlines()[0]}\n" in explanation
    assert explanation.endswith(rule.good_text.splitlines()[-1])


@pytest.mark.parametrize("code", CODES)
def test_an_explanation_fits_a_terminal(code: str) -> None:
    rule = explain(code)
    assert max(map(len, (rule.heading, *str(rule).splitlines()))) <= 80


@pytest.mark.parametrize("code", ["PG208", "PG2", "", "everything"])
def test_an_unknown_code_is_refused_with_the_nearest_ones(code: str) -> None:
    with pytest.raises(InvalidValueError, match="unknown code") as caught:
        explain(code)
    assert ("did you mean" in str(caught.value)) == code.startswith("PG2")


def test_a_retired_code_is_explained_and_never_used_again() -> None:
    assert not RETIRED.keys() & RULES.keys()
    with pytest.raises(InvalidValueError, match=r"^PG204 is retired: .*PG213"):
        explain("pg204")
    with pytest.raises(InvalidValueError, match="PG204 is retired"):
        selected_codes("PG204", None)
    assert selected_codes(None, "PG204") == RULES.keys()


def test_a_rule_has_a_short_repr() -> None:
    assert len(repr(RULES["PG203"])) < 120
