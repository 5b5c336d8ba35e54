"""What comes first: order, ties, overrides, and who has no place."""

import pickle

import pytest

from productgov.errors import InvalidValueError
from productgov.model.estimate import Estimate
from productgov.model.initiative import Initiative, Status
from productgov.model.kano.evaluation import EvaluationTable, KanoAnswer
from productgov.model.kano.survey import KanoResponse, KanoSurvey
from productgov.model.prioritization import FixedCut, Framework, IceVariant, ScoringCriteria, ValueEffortCut
from productgov.model.roadmap import Horizon, PlacedInitiative
from productgov.model.scoring import Quadrant, Rice, Scoring
from productgov.model.teams import TeamEffort
from productgov.ranking.explanation import explanation_lines
from productgov.ranking.ranking import Ranking, Unranked, rank
from productgov.ranking.registry import METHODS
from productgov.ranking.simulation import simulate
from productgov.ranking.terms import Terms
from tests.support.initiatives import INTERCOM, backlog, criteria, ice, item, kano, override, rice, value_effort

WEIGHTLESS = ScoringCriteria(business_value=0, user_impact=0, effort=0, strategic_alignment=0)


def ids(ranking: Ranking) -> list[str]:
    return [ranked.initiative.id for ranked in ranking]


def places(ranking: Ranking) -> list[tuple[int, str]]:
    return [(ranked.position, ranked.initiative.id) for ranked in ranking]


def reasons(ranking: Ranking) -> dict[str, str]:
    return {unranked.initiative.id: unranked.reason for unranked in ranking.unranked}


def test_the_article_that_introduced_rice_ranks_p3_p1_p2() -> None:
    ranking = rank(INTERCOM, method="RICE")
    assert places(ranking) == [(1, "p3"), (2, "p1"), (3, "p2")]
    assert [ranked.score for ranked in ranking] == [800, 675, 400]
    assert ranking.ranked[0].terms == {"reach": 800, "impact": 2, "confidence": 0.5, "effort": 1}
    assert ranking.ranked[0].computed == 800
    assert ranking.ranked[0].tie_break is None
    assert ranking.method is METHODS[Framework.RICE]
    assert len(ranking) == 3


def test_a_document_is_ranked_by_its_own_framework_or_another_and_keeps_the_horizons() -> None:
    document = backlog(item("a", rice=rice(1, 1, 1, 1), ice=ice(2, 2, 2)), later=(item("b", rice=rice(9, 1, 1, 1)),))
    assert ids(rank(document)) == ["b", "a"]
    assert [ranked.horizon for ranked in rank(document)] == [Horizon.LATER, Horizon.NOW]
    assert ids(rank(document, method=Framework.ICE)) == ["a"]
    assert ids(rank(document, method="ICE")) == ["a"]
    assert ids(rank(document, method=METHODS["ICE"])) == ["a"]


def test_placed_initiatives_keep_their_horizons() -> None:
    placed = PlacedInitiative(INTERCOM[0], Horizon.NEXT)
    assert [ranked.horizon for ranked in rank([placed], method="RICE")] == [Horizon.NEXT]


def test_what_is_done_or_dropped_is_ranked_only_on_request() -> None:
    document = backlog(
        item("dropped", status=Status.DROPPED, rice=rice(5, 1, 1, 1)),
        item("open", rice=rice(1, 1, 1, 1)),
        delivered=(item("done", status=Status.DONE, rice=rice(9, 1, 1, 1)), item("idle", status=Status.DONE)),
    )
    assert ids(rank(document)) == ["open"]
    assert rank(document).unranked == ()
    assert ids(rank(document, open_only=False)) == ["done", "dropped", "open"]
    assert reasons(rank(document, open_only=False)) == {"idle": "no RICE inputs (scoring.rice)"}


def test_the_variant_of_ice_decides_the_order() -> None:
    items = (item("uneven", ice=ice(10, 1, 10)), item("even", ice=ice(6, 6, 6)))
    assert ids(rank(items, method="ICE")) == ["uneven", "even"]
    product = rank(items, method="ICE", ice_variant=IceVariant.PRODUCT)
    assert ids(product) == ["even", "uneven"]
    assert product.ranked[0].terms == {"impact": 6, "confidence": 6, "ease": 6}


def test_value_effort_goes_by_quadrant_and_then_by_value_over_effort() -> None:
    items = (
        item("pit", value_effort=value_effort(5, 6)),
        item("fill", value_effort=value_effort(5, 1)),
        item("bet", value_effort=value_effort(6, 6)),
        item("win", value_effort=value_effort(6, 5)),
        item("better-win", value_effort=value_effort(6, 4)),
    )
    ranking = rank(items, method="Value-Effort")
    assert ids(ranking) == ["better-win", "win", "bet", "fill", "pit"]
    assert ranking.ranked[1].terms == {"value": 6, "effort": 5, "quadrant": "quick win"}
    assert [ranked.score for ranked in ranking] == [1.5, 1.2, 1, 5, 5 / 6]


def test_the_cut_can_be_fixed_or_the_median_of_the_ranked_items() -> None:
    items = tuple(item(f"v{value}", value_effort=value_effort(value, 2)) for value in (6, 7, 8))
    quadrants = {
        cut: [ranked.terms["quadrant"] for ranked in rank(items, method="Value-Effort", value_effort_cut=cut)]
        for cut in (ValueEffortCut.MIDPOINT, ValueEffortCut.MEDIAN, FixedCut(value=7.5, effort=1))
    }
    win, fill, bet, pit = Quadrant.QUICK_WIN, Quadrant.FILL_IN, Quadrant.BIG_BET, Quadrant.MONEY_PIT
    assert list(quadrants.values()) == [[win, win, win], [win, fill, fill], [bet, pit, pit]]


def test_the_median_is_that_of_the_items_that_have_a_place_in_the_matrix() -> None:
    items = (
        item("low", value_effort=value_effort(2, 2)),
        item("high", value_effort=value_effort(6, 4)),
        item("free", criteria=criteria(10, 10, 0, 10)),
    )
    assert rank(items, method="Value-Effort", value_effort_cut=ValueEffortCut.MEDIAN).settings.cut == (4, 3)


def test_a_median_of_nothing_falls_back_to_the_midpoint() -> None:
    ranking = rank([item("a")], method="Value-Effort", value_effort_cut=ValueEffortCut.MEDIAN)
    assert ranking.settings.cut == (5.5, 5.5)
    assert len(ranking) == 0


def test_value_effort_falls_back_to_the_criteria_and_says_so() -> None:
    items = (item("rated", criteria=criteria(9, 6, 4, 6)), item("placed", value_effort=value_effort(8, 4)))
    ranking = rank(items, method="Value-Effort")
    assert ids(ranking) == ["placed", "rated"]
    assert ranking.ranked[1].terms == {
        "value": 7,
        "effort": 4,
        "quadrant": "quick win",
        "value_from": "weighted criteria",
    }
    weighted = rank(
        items,
        method="Value-Effort",
        weights=ScoringCriteria(business_value=1, user_impact=0, effort=0, strategic_alignment=0),
    )
    assert ids(weighted) == ["rated", "placed"]


def test_value_effort_refuses_what_cannot_be_divided_or_weighed() -> None:
    items = (
        item("free", criteria=criteria(9, 6, 0, 6)),
        item("nothing"),
        item("rated", criteria=criteria(9, 6, 4, 6)),
    )
    assert reasons(rank(items, method="Value-Effort")) == {
        "free": "value ÷ effort is not defined: its effort is 0 (scoring.criteria)",
        "nothing": "neither value and effort nor criteria (scoring.valueEffort, scoring.criteria)",
    }
    assert reasons(rank(items, method="Value-Effort", weights=WEIGHTLESS))["rated"] == (
        "the weights of the three values are all 0 (prioritization.scoringCriteria)"
    )


def test_kano_goes_by_category_and_then_by_better_minus_worse() -> None:
    items = (
        item("indifferent", kano=kano(1, 2, 3, 90)),
        item("attractive", kano=kano(1, 2, 90, 3)),
        item("performance", kano=kano(1, 90, 2, 3)),
        item("weak-basic", kano=kano(50, 0, 0, 40)),
        item("basic", kano=kano(90, 1, 2, 3)),
    )
    ranking = rank(items, method="Kano")
    assert ids(ranking) == ["basic", "weak-basic", "performance", "attractive", "indifferent"]
    assert ranking.ranked[1].terms == {
        "category": "mustBe",
        "better": 0,
        "worse": -50 / 90,
        "significant": False,
        "n": 90,
    }
    assert ranking.ranked[1].score == 50 / 90


def test_a_kano_survey_that_says_no_or_nothing_has_no_place() -> None:
    contradicting = KanoSurvey(
        responses=(KanoResponse(functional=KanoAnswer.LIKE, dysfunctional=KanoAnswer.LIKE, count=5),)
    )
    items = (
        item("unwanted", kano=kano(1, 1, 1, 1, reverse=9)),
        item("odd", kano=contradicting),
        item("empty", kano=kano()),
        item("none"),
    )
    ranking = rank(items, method="Kano")
    assert len(ranking) == 0
    assert reasons(ranking) == {
        "unwanted": "its Kano survey says reverse: customers do not want it",
        "odd": "its Kano survey says questionable: the answers contradict each other",
        "empty": "its Kano survey holds no answers (scoring.kano)",
        "none": "no Kano survey (scoring.kano)",
    }
    lenient = EvaluationTable.from_letters("lenient", "OAAAO", "RIIIM", "RIIIM", "RIIIM", "RRRRQ")
    assert ids(rank(items, method="Kano", kano_table=lenient)) == ["odd"]


def test_items_without_inputs_are_unranked_in_the_order_of_the_roadmap() -> None:
    ranking = rank([item("z"), item("a", ice=ice(1, 1, 1))], method="RICE")
    assert [unranked.initiative.id for unranked in ranking.unranked] == ["z", "a"]
    assert reasons(ranking)["a"] == "no RICE inputs (scoring.rice)"
    assert reasons(rank([item("z")], method="ICE")) == {"z": "no ICE inputs (scoring.ice)"}


def test_a_score_that_is_not_finite_has_no_place() -> None:
    ranking = rank([item("huge", rice=rice(1e15, 1e15, 1, 1e-300))], method="RICE")
    assert reasons(ranking) == {"huge": "its score is not finite, or too large"}


def test_two_bare_initiatives_with_one_id_are_refused() -> None:
    with pytest.raises(InvalidValueError, match="duplicate id 'p1': 2 initiatives have it; give each its own"):
        rank([*INTERCOM, INTERCOM[0]], method="RICE")


def test_a_document_with_one_id_twice_is_ranked_whole_because_the_check_reports_it() -> None:
    ranking = rank(backlog(item("a", rice=rice(1, 1, 1, 1)), later=(item("a", rice=rice(2, 1, 1, 1)),)))
    assert places(ranking) == [(1, "a"), (2, "a")]
    assert ranking.positions() == {"a": 1}


def test_bare_initiatives_need_a_method() -> None:
    with pytest.raises(InvalidValueError, match="initiatives without a document need a method; expected one of RICE"):
        rank(INTERCOM)


def test_an_item_is_found_by_its_id_ranked_or_not() -> None:
    ranking = rank([*INTERCOM, item("bare")], method="RICE")
    assert ranking.find("p1") is ranking.ranked[1]
    assert isinstance(ranking.find("bare"), Unranked)
    assert ranking.find("unknown") is None


def test_the_top_of_a_ranking_is_a_ranking() -> None:
    assert ids(rank(INTERCOM, method="RICE").top(2)) == ["p3", "p1"]


def test_records_are_plain_rows_with_the_same_keys() -> None:
    items = (
        item("rated", criteria=criteria(9, 6, 4, 6)),
        item("placed", value_effort=value_effort(8, 4), override=override(1.75)),
    )
    assert rank(backlog(*items, framework=Framework.VALUE_EFFORT)).to_records() == [
        {
            "position": 1,
            "id": "rated",
            "title": "Title of rated",
            "horizon": "now",
            "score": 1.75,
            "value": 7,
            "effort": 4,
            "quadrant": "quick win",
            "value_from": "weighted criteria",
            "computed": 1.75,
            "override": None,
            "tie_break": "weighted criteria",
        },
        {
            "position": 2,
            "id": "placed",
            "title": "Title of placed",
            "horizon": "now",
            "score": 1.75,
            "value": 8,
            "effort": 4,
            "quadrant": "quick win",
            "value_from": None,
            "computed": 2,
            "override": "The law asks for it.",
            "tie_break": "weighted criteria",
        },
    ]
    assert all(type(row["horizon"]) is str for row in rank(backlog(*items), method="Value-Effort").to_records())


def test_terms_are_an_immutable_mapping() -> None:
    terms = Terms({"reach": 3, "impact": 2})
    assert terms == {"impact": 2, "reach": 3}
    assert hash(terms) == hash(Terms({"impact": 2, "reach": 3}))
    assert len(terms) == 2
    assert repr(terms) == "Terms({'reach': 3, 'impact': 2})"
    assert pickle.loads(pickle.dumps(terms)) == terms
    with pytest.raises(KeyError):
        terms["ease"]


def test_a_ranking_can_be_pickled_and_hashed() -> None:
    ranking = rank(INTERCOM, method="RICE")
    assert pickle.loads(pickle.dumps(ranking)) == ranking
    assert hash(ranking) == hash(rank(INTERCOM, method="RICE"))


def test_the_backlog_is_ranked_with_the_roadmap() -> None:
    idea, bare = item("idea", rice=rice(500, 1, 1, 1)), item("bare")
    document = backlog(
        item("a", rice=rice(900, 1, 1, 1)), later=(item("b", rice=rice(1, 1, 1, 1)),), unplaced=(idea, bare)
    )
    ranking = rank(document)
    assert [(ranked.initiative.id, ranked.place) for ranked in ranking] == [
        ("a", "now"),
        ("idea", "backlog"),
        ("b", "later"),
    ]
    assert [ranked.horizon for ranked in ranking] == [Horizon.NOW, None, Horizon.LATER]
    assert [row["horizon"] for row in ranking.to_records()] == ["now", "backlog", "later"]
    [unranked] = ranking.unranked
    assert (unranked.initiative, unranked.place, unranked.horizon) == (bare, "backlog", None)


def test_what_was_delivered_or_has_no_roadmap_is_in_no_horizon() -> None:
    document = backlog(delivered=(item("old", status=Status.DONE, rice=rice(1, 1, 1, 1)),))
    for ranking, place in ((rank(document, open_only=False), "delivered"), (rank(INTERCOM, method="RICE"), None)):
        assert ranking.ranked[0].place == place
        assert ranking.ranked[0].horizon is None
        assert ranking.to_records()[0]["horizon"] is None


@pytest.mark.parametrize(
    ("value", "effort", "quadrant"),
    [(5.2, 5, "quick win"), (5, 5, "fill-in"), (5.2, 5.2, "big bet"), (5, 5.2, "money pit")],
)
def test_criteria_begin_at_0_and_are_cut_at_5(value: float, effort: float, quadrant: str) -> None:
    rated = item("rated", criteria=criteria(value, value, effort, value))
    direct = item("direct", value_effort=value_effort(value, effort))
    ranking = rank([rated, direct], method="Value-Effort")
    assert {ranked.initiative.id: ranked.terms["quadrant"] for ranked in ranking} == {
        "rated": quadrant,
        "direct": "fill-in",
    }
    for cut in (FixedCut(value=5.5, effort=5.5), FixedCut(value=6, effort=6)):
        assert rank([rated], method="Value-Effort", value_effort_cut=cut).ranked[0].terms["quadrant"] == "fill-in"


def with_efforts(id: str, *efforts: float | Estimate, **inputs: object) -> Initiative:
    teams = tuple(TeamEffort(team=f"team-{place}", effort=effort) for place, effort in enumerate(efforts))
    return Initiative(id=id, title=id, efforts=teams, scoring=Scoring(**inputs))  # type: ignore[arg-type]


def test_rice_divides_by_the_efforts_of_the_teams() -> None:
    reach = Rice(reach=900, impact=1, confidence=1)
    items = (
        with_efforts("two", 1, 2, rice=reach),
        with_efforts("estimated", 1, Estimate(low=1, likely=1, high=4), rice=reach),
        with_efforts("both", 9, rice=rice(900, 1, 1, 1)),
        with_efforts("neither", 9),
    )
    ranking = rank(items, method="RICE")
    assert [(ranked.initiative.id, ranked.score) for ranked in ranking] == [
        ("estimated", 450),
        ("two", 300),
        ("both", 100),
    ]
    assert ranking.ranked[1].terms["effort"] == 3
    assert reasons(ranking) == {"neither": "no RICE inputs (scoring.rice)"}
    assert simulate(ranking, draws=100, error_model=None).uncertain
    assert "  effort      2 person-months, estimated from 2 to 5" in explanation_lines(ranking, ranking.ranked[0])
    assert "  900 × 1 × 1 ÷ 3 = 300" in explanation_lines(ranking, ranking.ranked[1])


def test_rice_inputs_without_an_effort_are_refused_by_the_method() -> None:
    scoring, method = Scoring(rice=Rice(reach=1, impact=1, confidence=1)), METHODS["RICE"]
    settings = rank((), method="RICE").settings
    assert method.assess(scoring, settings).refusal == "no effort (scoring.rice.effort, or efforts)"
    assert list(method.explain(scoring, settings)) == []
    assert method.uncertain is not None
    assert method.uncertain(scoring, rank([], method=method).settings) is None
