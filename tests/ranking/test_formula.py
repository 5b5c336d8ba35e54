"""Ranking by a formula."""

import attrs
import pytest

from productgov import InvalidValueError, compare_frameworks, rank, simulate, value_of_information
from productgov.errors import FormulaError
from productgov.model.estimate import Estimate
from productgov.model.initiative import Initiative
from productgov.model.prioritization import ScoringCriteria
from productgov.model.scoring import NO_SCORING
from productgov.model.teams import TeamEffort
from productgov.ranking.report import RankReport
from tests.support.initiatives import backlog, criteria, ice, inputs, item, opportunity, override, rice, wsjf

WIDE = Estimate(low=0, likely=10, high=40)


def ranked(*items: Initiative, formula: str, **options: object) -> dict[str, float | None]:
    ranking = rank(items, formula=formula, **options)  # type: ignore[arg-type]
    return {each.initiative.id: each.score for each in ranking}


def reason(only: Initiative, formula: str) -> str:
    (unranked,) = rank([only], formula=formula).unranked
    return unranked.reason


def test_a_formula_ranks_by_the_numbers_that_items_give() -> None:
    items = (
        item("a", inputs=inputs(revenue=90, cost=3)),
        item("b", inputs=inputs(revenue=WIDE, cost=0.5)),
        item("c", rice=rice(1, 1, 1, 1)),
    )
    ranking = rank(items, formula="revenue / cost")
    assert [(each.initiative.id, each.score, dict(each.terms)) for each in ranking] == [
        ("a", 30, {"revenue": 90, "cost": 3}),
        ("b", 20, {"revenue": 10, "cost": 0.5}),
    ]
    assert [(each.initiative.id, each.reason) for each in ranking.unranked] == [
        ("c", "no revenue and no cost (scoring.inputs)")
    ]
    assert ranking.notes == ("Formula: revenue / cost",)
    assert str(ranking).startswith("Ranked by Formula: ")


def test_the_inputs_of_other_methods_have_names() -> None:
    everything = item(
        "a",
        rice=rice(2, 3, 0.5, 4),
        ice=ice(5, 6, 7),
        criteria=criteria(1, 2, 3, 4),
        wsjf=wsjf(1, 2, 3, 4),
        opportunity=opportunity(9, 1),
    )
    weights = ScoringCriteria(business_value=1, user_impact=2, effort=3, strategic_alignment=4)
    formula = (
        "rice.reach + 10 * ice.ease + 100 * criteria.userImpact + 1000 * wsjf.jobSize + 10000 * opportunity.importance"
        " + 100000 * weights.strategicAlignment"
    )
    assert ranked(everything, formula=formula, weights=weights) == {"a": 494272}


def test_the_efforts_of_teams_are_the_effort_of_rice() -> None:
    efforts = (TeamEffort(team="x", effort=2), TeamEffort(team="y", effort=3))
    built = attrs.evolve(item("a", rice=rice(10, 1, 1, 9)), efforts=efforts)
    assert ranked(built, formula="rice.reach / rice.effort") == {"a": 2}


@pytest.mark.parametrize(
    ("only", "formula", "expected"),
    [
        (item("a"), "cost", "no cost (scoring.inputs)"),
        (
            item("a", rice=rice(1, 1, 1, 1)),
            "wsjf.jobSize + cost",
            "no cost (scoring.inputs); no wsjf.jobSize (scoring)",
        ),
        (item("a", inputs=(*inputs(cost=1), *inputs(cost=2))), "cost", "cost is given twice (scoring.inputs)"),
        (item("a", inputs=inputs(cost=0)), "1 / cost", "it divides by 0, at column 3 of the formula"),
        (item("a", inputs=inputs(cost=-4)), "sqrt(cost)", "sqrt(-4) is not defined, at column 1 of the formula"),
        (item("a", inputs=inputs(cost=1e15)), "1e190 * cost", "its score is not finite, or too large"),
    ],
)
def test_an_item_without_a_value_is_unranked_and_says_why(only: Initiative, formula: str, expected: str) -> None:
    assert reason(only, formula) == expected


def test_a_document_with_a_formula_is_ranked_by_it_and_so_are_bare_initiatives() -> None:
    items = (item("a", inputs=inputs(cost=1)), item("b", inputs=inputs(cost=2)))
    for ranking in (
        rank(backlog(*items, formula="cost")),
        rank(backlog(*items, formula="cost", rank_by="Formula")),
        rank(items, formula="cost"),
        rank(items, method="Formula", formula="cost"),
        rank(backlog(*items, rank_by="WSJF"), formula="cost"),
    ):
        assert [each.initiative.id for each in ranking] == ["b", "a"]
        assert ranking.method.name == "Formula"


def test_a_formula_that_cannot_be_used_is_an_error_of_the_whole_ranking() -> None:
    with pytest.raises(FormulaError, match="at column 5: "):
        rank([item("a")], formula="1 + ")
    with pytest.raises(InvalidValueError, match=r"there is no formula to rank by; write it in prioritization\.formula"):
        rank(backlog(item("a")), method="Formula")
    with pytest.raises(InvalidValueError, match="a formula is given, but the method is RICE; leave one of them out"):
        rank([item("a")], method="RICE", formula="1")


def test_overrides_count_under_the_formula_of_the_document_alone() -> None:
    items = (item("a", inputs=inputs(cost=1), override=override(9)), item("b", inputs=inputs(cost=2)))
    document = backlog(*items, formula="cost")
    assert [each.initiative.id for each in rank(document)] == ["a", "b"]
    assert rank(document, formula="cost").overrides_left_out == ()
    other = rank(document, formula="cost * 2")
    assert (other.overrides_left_out, [each.initiative.id for each in other]) == (("a",), ["b", "a"])
    assert "Overrides that do not count here, as scores of Formula" in str(other)


def test_the_explanation_shows_every_number() -> None:
    only = item("a", inputs=inputs(revenue=WIDE), rice=rice(1, 1, 1, Estimate(low=1, likely=2, high=3)))
    ranking = rank([only], formula="revenue /\n rice.effort")
    assert str(RankReport(ranking=ranking, explained=ranking.find("a"))).splitlines() == [
        "a: Title of a",
        "Position 1 of 1 by Formula, with a score of 5.",
        "Formula: revenue / rice.effort",
        "  revenue      10, estimated from 0 to 40",
        "  rice.effort  2, estimated from 1 to 3",
        "  = 5",
    ]
    constant = rank([only], formula="2 + 1")
    assert str(RankReport(ranking=constant, explained=constant.find("a"))).endswith("Formula: 2 + 1\n  = 3")
    nothing = rank([item("b", override=override(2))], formula="cost")
    assert "Formula:" not in str(RankReport(ranking=nothing, explained=nothing.find("b")))


def test_estimates_are_drawn_and_plain_numbers_are_certain() -> None:
    items = (item("wide", inputs=inputs(gain=WIDE)), item("plain", inputs=inputs(gain=15)))
    simulation = simulate(rank(items, formula="gain"), draws=4_000)
    first = {outcome.ranked.initiative.id: outcome.p_first for outcome in simulation}
    # P(wide > 15) for a triangular distribution: (40 - 15)² ÷ (40 × 30).
    assert simulation.uncertain
    assert first["wide"] == pytest.approx(625 / 1200, abs=0.03)
    assert not simulate(rank(items[1:], formula="gain"), draws=10).uncertain


def test_an_item_is_last_in_the_draws_in_which_it_has_no_score() -> None:
    near = Estimate(low=-1, likely=1, high=1)
    items = (item("root", inputs=inputs(x=near)), item("below", inputs=inputs(x=0)))
    simulation = simulate(rank(items, formula="sqrt(x)"), draws=2_000)
    assert simulation.outcomes[0].p_first == pytest.approx(0.75, abs=0.03)
    assert value_of_information(rank(items, formula="sqrt(x)"), draws=500) == ()


def test_the_value_of_information_of_one_estimate_is_that_of_its_draws() -> None:
    items = (item("plain", inputs=inputs(gain=18)), item("wide", inputs=inputs(gain=WIDE)))
    (only,) = value_of_information(rank(items, formula="gain"), draws=20_000)
    # The mean of max(gain - 18, 0): ∫ over 18…40 of (x - 18) × 2(40 - x) ÷ (40 × 30).
    assert (only.ranked.initiative.id, only.term, only.pick.initiative.id) == ("wide", "gain", "plain")
    assert only.gain == pytest.approx(22**3 / 3 / 1200, rel=0.05)
    assert only.share == pytest.approx(only.gain / 18)


def test_the_value_of_information_of_several_estimates_comes_from_nearby_draws() -> None:
    small = Estimate(low=0.9, likely=1, high=1.1)
    items = (item("plain", inputs=inputs(gain=18, risk=1)), item("wide", inputs=inputs(gain=WIDE, risk=small)))
    found = {each.term: each.gain for each in value_of_information(rank(items, formula="gain * risk"), draws=20_000)}
    assert found["gain"] == pytest.approx(22**3 / 3 / 1200, rel=0.05)
    assert found["risk"] < 0.3
    assert found == {
        each.term: each.gain for each in value_of_information(rank(items, formula="gain * risk"), draws=20_000)
    }


def test_what_has_no_inputs_or_is_set_by_hand_is_not_drawn() -> None:
    decided = item("decided", inputs=inputs(gain=WIDE), override=override(3))
    ranking = rank(backlog(decided, item("bare", override=override(1)), formula="gain"))
    assert not simulate(ranking, draws=10).uncertain
    assert ranking.method.uncertain is not None
    assert ranking.method.uncertain(NO_SCORING, ranking.settings) is None


def test_a_formula_is_compared_with_other_methods_where_the_document_has_one() -> None:
    items = tuple(item(name, ice=ice(n, 5, 5), inputs=inputs(cost=-n)) for n, name in enumerate("abc", 1))
    pairs = [(pair.first, pair.second, pair.tau) for pair in compare_frameworks(backlog(*items, formula="cost"))]
    assert pairs == [("ICE", "Formula", -1)]
    assert [ranking.method.name for ranking in compare_frameworks(backlog(*items)).rankings] == ["ICE"]
    assert [ranking.method.name for ranking in compare_frameworks(items).rankings] == ["ICE"]
