"""The rules and the ranking method do what they promise."""

import pytest
from acme_governance.methods import METHODS
from acme_governance.rules import RULES

from productgov import FormulaInput, Initiative, Scoring, rank
from productgov.rules import Rule
from productgov.testing import findings_of, verify_method, verify_rule


def _item(id: str, cost: float, weeks: float) -> Initiative:
    inputs = (FormulaInput(name="delay_cost", value=cost), FormulaInput(name="weeks", value=weeks))
    return Initiative(id=id, title=id, scoring=Scoring(inputs=inputs))


ITEMS = (_item("a", 10, 2), _item("b", 30, 4))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_examples_of_a_rule_do_what_they_promise(rule: Rule) -> None:
    verify_rule(rule)


def test_only_what_is_open_and_in_now_needs_a_ticket() -> None:
    links, _ = RULES
    done = {"roadmap": {"timeHorizon": {"now": [{"id": "checkout", "status": "done"}]}}}
    assert [finding.path for finding in findings_of(links)] == ["/roadmap/timeHorizon/now/0"]
    assert findings_of(links, done) == ()


def test_the_method_ranks_the_published_example() -> None:
    (method,) = METHODS
    verify_method(method, ITEMS)
    assert [(each.initiative.id, each.score) for each in rank(ITEMS, method=method)] == [("b", 7.5), ("a", 5)]
