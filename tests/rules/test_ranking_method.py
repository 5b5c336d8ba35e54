"""The method that ranks: names that there are not, formulas that cannot be used, and what is silent then."""

import pytest

from tests.support.examples import Fragment, codes_and_places, document_with, item, messages

FORMULA = "/prioritization/formula"
RANK_BY = "/prioritization/rankBy"


def ranked_by(**prioritization: str) -> Fragment:
    return {"prioritization": prioritization}


@pytest.mark.parametrize(
    ("fields", "place", "said"),
    [
        ({"rankBy": "Wsfj"}, RANK_BY, 'unknown ranking method "Wsfj" | did you mean WSJF?'),
        (
            {"rankBy": "zzzz"},
            RANK_BY,
            'unknown ranking method "zzzz" | write Weighted, WSJF, MoSCoW, Opportunity or Formula',
        ),
        (
            {"rankBy": "rice"},
            RANK_BY,
            'rankBy is "rice", which is a framework | set framework to RICE, and leave rankBy out',
        ),
        (
            {"rankBy": "Formula"},
            RANK_BY,
            "rankBy is Formula, and there is no formula | write it in formula, next to rankBy",
        ),
        (
            {"formula": "rice.reach +"},
            FORMULA,
            (
                'the formula cannot be read at column 13: a number, a name, a function or "(" was expected, not the end'
                " | correct the formula"
            ),
        ),
        (
            {"formula": "rice.rech"},
            FORMULA,
            'the formula cannot be read at column 1: unknown name "rice.rech" | did you mean rice.reach?',
        ),
        (
            {"formula": "1 / reach"},
            FORMULA,
            "no open item gives reach, which the formula uses | did you mean rice.reach?",
        ),
        (
            {"formula": "wsjf.jobSize"},
            FORMULA,
            "no open item gives wsjf.jobSize, which the formula uses | give scoring.wsjf in the items to be ranked",
        ),
        (
            {"formula": "zzz"},
            FORMULA,
            "no open item gives zzz, which the formula uses | give zzz in scoring.inputs: [{name: zzz, value: 1}]",
        ),
    ],
)
def test_a_method_that_cannot_rank_is_one_finding(fields: dict[str, str], place: str, said: str) -> None:
    assert codes_and_places(ranked_by(**fields)) == [("PG308", place)]
    assert messages(ranked_by(**fields)) == [said]


def test_a_name_that_some_items_give_is_known_and_a_slip_is_hinted() -> None:
    revenue = item("now", "checkout", scoring={"inputs": [{"name": "revenue", "value": 5}]})
    both = item("next", "payments", scoring={"inputs": [{"name": "revenue", "value": 5}]})
    assert codes_and_places(ranked_by(formula="revenue"), revenue, both) == []
    assert messages(ranked_by(formula="revenu"), revenue, both) == [
        "no open item gives revenu, which the formula uses | did you mean revenue?"
    ]


def test_an_item_that_gives_less_than_the_others_cannot_be_ranked() -> None:
    revenue = item("now", "checkout", scoring={"inputs": [{"name": "revenue", "value": 5}]})
    [finding] = document_with(ranked_by(formula="revenue / rice.effort"), revenue).check()
    assert (finding.code, finding.path) == ("PG301", "/roadmap/timeHorizon/next/0/scoring")
    assert finding.message == "payments cannot be ranked by Formula: no revenue (scoring.inputs)"


def test_an_item_whose_formula_has_no_value_has_its_inputs() -> None:
    nothing = [
        item(place, name, scoring={"inputs": [{"name": "x", "value": 0}]})
        for place, name in (("now", "checkout"), ("next", "payments"))
    ]
    assert codes_and_places(ranked_by(formula="1 / x"), *nothing) == []


def test_a_formula_of_constants_and_weights_is_one_that_everybody_gives() -> None:
    assert codes_and_places(ranked_by(formula="weights.effort + 1")) == []


def test_on_an_empty_roadmap_nothing_is_missing() -> None:
    empty: Fragment = {
        "roadmap": {"timeHorizon": {"now": [], "next": [], "later": []}, "themes": []},
        "prioritization": {"formula": "x"},
    }
    assert "PG308" not in [code for code, _ in codes_and_places(empty)]


@pytest.mark.parametrize("method", ["wsjf", "MoSCoW", "Weighted", "Opportunity"])
def test_items_without_the_inputs_of_the_method_are_one_finding(method: str) -> None:
    [finding] = document_with(ranked_by(rankBy=method)).check()
    assert finding.code == "PG301"
    assert finding.message.startswith("both open items in now and next have no ")


def test_a_group_of_moscow_that_outranks_an_earlier_horizon_is_named() -> None:
    checkout = item("now", "checkout", status="planned", scoring={"moscow": "could"})
    payments = item("next", "payments", scoring={"moscow": "must"})
    [finding] = document_with(ranked_by(rankBy="MoSCoW"), checkout, payments).check(select="PG302")
    assert finding.message == "payments (next) outranks checkout (now): MoSCoW must to could"
    same = item("next", "payments", scoring={"moscow": "could"})
    assert [one.code for one in document_with(ranked_by(rankBy="MoSCoW"), checkout, same).check(select="PG302")] == []
    scores = item("next", "payments", scoring={"moscow": "could", "rice": {"reach": 9000}})
    [finding] = document_with(ranked_by(rankBy="MoSCoW"), checkout, scores).check(select="PG302")
    assert finding.message == "payments (next) outranks checkout (now): MoSCoW 3600 to 720"
    bare = item("now", "checkout", status="planned", scoring={"moscow": "could", "rice": None})
    [finding] = document_with(ranked_by(rankBy="MoSCoW"), bare, same).check(select="PG302")
    assert finding.message == "payments (next) outranks checkout (now): MoSCoW could with a score to could without one"


def test_estimates_in_a_formula_can_be_too_close_to_call() -> None:
    wide = {"low": 0, "likely": 10, "high": 40}
    checkout = item("now", "checkout", scoring={"inputs": [{"name": "gain", "value": 14}]})
    payments = item("next", "payments", scoring={"inputs": [{"name": "gain", "value": wide}]})
    found = codes_and_places(ranked_by(formula="gain"), checkout, payments)
    assert found == [("PG306", "/roadmap/timeHorizon/now/0/scoring")]
    certain = item("next", "payments", scoring={"inputs": [{"name": "gain", "value": 13}]})
    assert codes_and_places(ranked_by(formula="gain"), checkout, certain) == []
