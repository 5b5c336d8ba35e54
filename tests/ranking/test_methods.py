"""Ranking methods: those that there are, and one that a user adds."""

import math
import pickle
from collections.abc import Iterator
from typing import get_args

import attrs
import pytest

from productgov.errors import InvalidValueError
from productgov.model.estimate import Estimate
from productgov.model.kano.evaluation import KanoCategory
from productgov.model.prioritization import Framework, ScoringCriteria
from productgov.model.scoring import FormulaInput, MoscowPriority, Scoring
from productgov.ranking.comparison import compare_frameworks
from productgov.ranking.information import value_of_information
from productgov.ranking.method import Assessment, RankingMethod
from productgov.ranking.ranking import rank
from productgov.ranking.registry import METHODS, MethodName, method_named, method_of
from productgov.ranking.report import RankReport
from productgov.ranking.settings import RankingSettings
from productgov.ranking.simulation import simulate
from productgov.ranking.terms import Terms
from productgov.ranking.uncertain import UncertainScore
from productgov.reports.rank import RANK_REPORTERS
from tests.support.initiatives import (
    INTERCOM,
    backlog,
    criteria,
    ice,
    item,
    kano,
    opportunity,
    override,
    rice,
    value_effort,
    wsjf,
)

EVERYTHING = item(
    "x",
    rice=rice(450, 3, 1.0, 2),
    ice=ice(8, 7, 6),
    value_effort=value_effort(7, 4),
    kano=kano(must=8, one=15, attractive=1),
    criteria=criteria(9, 6, 4, 6),
    wsjf=wsjf(8, 5, 1, 3),
    moscow=MoscowPriority.MUST,
    opportunity=opportunity(9, 3),
)


def test_every_framework_has_a_method_of_its_name() -> None:
    assert list(METHODS) == list(get_args(MethodName))
    assert list(METHODS)[:4] == [framework.value for framework in Framework]
    assert all(method.name == name for name, method in METHODS.items())
    assert all(METHODS[framework].name == framework.value for framework in Framework)
    assert all(METHODS[framework].description == framework.description for framework in Framework)


@pytest.mark.parametrize("name", ["Value-Effort", "value-effort", "VALUE-EFFORT"])
def test_a_method_is_found_by_its_name_in_any_case(name: str) -> None:
    assert method_named(name) is METHODS["Value-Effort"]


def test_an_unknown_name_is_refused_with_the_known_ones() -> None:
    with pytest.raises(InvalidValueError) as caught:
        method_named("Wsfj")
    assert str(caught.value) == 'unknown ranking method "Wsfj"; did you mean WSJF?'
    with pytest.raises(InvalidValueError) as caught:
        method_named("???")
    assert str(caught.value) == f'unknown ranking method "???"; expected one of {", ".join(METHODS)}'


def test_what_is_neither_a_name_nor_a_method_is_refused() -> None:
    with pytest.raises(InvalidValueError, match="must be the name of a ranking method or a RankingMethod, not 5"):
        method_of(5)


@pytest.mark.parametrize("method", METHODS.values(), ids=METHODS)
def test_a_method_says_what_an_item_needs_and_refuses_one_without(method: RankingMethod) -> None:
    assert "scoring." in method.needs
    ranking = rank([item("bare")], method=method, formula="cost" if method.name == "Formula" else None)
    assert not method.has_inputs(Scoring(), ranking.settings)
    assert "scoring." in ranking.unranked[0].reason
    assert list(method.explain(Scoring(), ranking.settings)) == []


@pytest.mark.parametrize(
    ("name", "inputs"),
    [
        ("RICE", Scoring(rice=rice(1, 1, 1, 1))),
        ("ICE", Scoring(ice=ice(1, 1, 1))),
        ("Value-Effort", Scoring(value_effort=value_effort(1, 1))),
        ("Value-Effort, Weighted", Scoring(criteria=criteria(1, 1, 1, 1))),
        ("Kano", Scoring(kano=kano(must=1))),
        ("WSJF", Scoring(wsjf=wsjf(1, 1, 1, 1))),
        ("MoSCoW", Scoring(moscow=MoscowPriority.COULD)),
        ("Opportunity", Scoring(opportunity=opportunity(1, 1))),
        ("Formula", Scoring(inputs=(FormulaInput(name="cost", value=1),))),
    ],
)
def test_a_method_knows_its_inputs_from_those_of_others(name: str, inputs: Scoring) -> None:
    settings = rank([], method="Formula", formula="cost").settings
    takes = [method.name for method in METHODS.values() if method.has_inputs(inputs, settings)]
    assert takes == name.split(", ")


@pytest.mark.parametrize(
    ("name", "compared"),
    [
        ("RICE", {"reach": 1, "impact": 1, "confidence": 1, "effort": -1}),
        ("ICE", {"impact": 1, "confidence": 1, "ease": 1}),
        ("Value-Effort", {"value": 1, "effort": -1}),
        ("Kano", {"better": 1, "worse": -1}),
        ("Weighted", {"business_value": 1, "user_impact": 1, "strategic_alignment": 1, "effort": -1}),
        ("WSJF", {"user_business_value": 1, "time_criticality": 1, "risk_reduction": 1, "job_size": -1}),
        ("MoSCoW", {"reach": 1, "impact": 1, "confidence": 1, "effort": -1}),
        ("Opportunity", {"importance": 1, "satisfaction": -1}),
    ],
)
def test_terms_are_compared_by_whether_more_or_less_of_them_is_better(name: str, compared: dict[str, int]) -> None:
    method = METHODS[name]
    (ranked,) = rank([EVERYTHING], method=method)
    numbers = {term: method.merit(term, 2) for term, value in ranked.terms.items() if not isinstance(value, str)}
    assert {term: merit for term, merit in numbers.items() if merit is not None} == {
        term: 2 * sign for term, sign in compared.items()
    }


def test_kano_categories_are_compared_in_their_order_and_quadrants_are_not() -> None:
    merits = [METHODS["Kano"].merit("category", category.value) for category in KanoCategory]
    assert merits == [0, -1, -2, -3, -4, -5]
    assert METHODS["Value-Effort"].merit("quadrant", "quick win") is None
    assert METHODS["MoSCoW"].merit("priority", "must") == 0
    assert METHODS["MoSCoW"].merit("priority", "could") == -2
    assert METHODS["MoSCoW"].merit("significant", value=True) is None


def test_a_survey_that_nobody_answered_is_no_input() -> None:
    settings = rank([], method="Kano").settings
    assert not METHODS["Kano"].has_inputs(Scoring(kano=kano()), settings)
    assert METHODS["Kano"].has_inputs(Scoring(kano=kano(reverse=1)), settings)


@pytest.mark.parametrize("method", METHODS.values(), ids=METHODS)
def test_a_method_can_be_pickled(method: RankingMethod) -> None:
    assert pickle.loads(pickle.dumps(method)) == method
    assert repr(method) == f"<RankingMethod {method.name}>"


# A method as a user writes it: cost of delay by effort, from inputs that other methods have too.


def _assess(scoring: Scoring, settings: RankingSettings) -> Assessment:
    if scoring.criteria is None:
        return Assessment(refusal="no criteria (scoring.criteria)")
    value, effort = scoring.criteria.value(settings.prioritization.scoring_criteria), scoring.criteria.effort
    size = "small" if effort <= 5 else "large"
    return Assessment(
        score=value / effort if value and effort else math.inf,
        group=("small", "large").index(size),
        terms=Terms({"value": value, "effort": effort, "size": size, "score": "hidden"}),
        effort=effort,
    )


def _explain(scoring: Scoring, _settings: RankingSettings) -> Iterator[str]:
    if scoring.criteria is not None:
        yield f"Mine: {scoring.criteria.effort} to do"


MINE = RankingMethod(
    name="Mine",
    description="Value by effort, small items first.",
    needs="criteria (scoring.criteria)",
    has_inputs=lambda scoring, _settings: scoring.criteria is not None,
    assess=_assess,
    explain=_explain,
    lower_is_better=frozenset({"effort"}),
    categories=("small", "large"),
)
ITEMS = (
    item("large", criteria=criteria(9, 9, 9, 9), ice=ice(9, 9, 9)),
    item("cheap", criteria=criteria(2, 2, 1, 2), ice=ice(2, 2, 2)),
    item("small", criteria=criteria(4, 4, 4, 4), ice=ice(3, 3, 3)),
    item("free", criteria=criteria(1, 1, 0, 1)),
    item("bare"),
)


def test_a_custom_method_ranks_by_group_and_score() -> None:
    ranking = rank(ITEMS, method=MINE)
    assert [(ranked.initiative.id, ranked.group, ranked.score) for ranked in ranking] == [
        ("cheap", 0, 2),
        ("small", 0, 1),
        ("large", 1, 1),
    ]
    assert {unranked.initiative.id: unranked.reason for unranked in ranking.unranked} == {
        "free": "its score is not finite, or too large",
        "bare": "no criteria (scoring.criteria)",
    }
    assert repr(ranking) == "<Ranking Mine: 3 ranked, 2 unranked>"
    weights = ScoringCriteria(business_value=0, user_impact=0, effort=1, strategic_alignment=0)
    assert len(rank(ITEMS, method=MINE, weights=weights)) == 0


def test_a_custom_method_can_rank_items_without_any_scoring() -> None:
    equal = attrs.evolve(MINE, assess=lambda _scoring, _settings: Assessment(score=1))
    ranking = rank([item("b"), item("a"), item("c", criteria=criteria(5, 5, 5, 5))], method=equal)
    assert [(ranked.position, ranked.initiative.id) for ranked in ranking] == [(1, "c"), (2, "a"), (2, "b")]


def test_the_terms_of_a_custom_method_hide_no_field() -> None:
    first, *_ = rank(ITEMS, method=MINE).to_records()
    assert first["score"] == 2
    assert list(first) == [
        "position", "id", "title", "horizon", "score", "value", "effort", "size", "computed", "override", "tie_break",
    ]  # fmt: skip


def test_overrides_are_put_among_the_groups_of_a_custom_method() -> None:
    items = (*ITEMS, item("legal", override=override(1.5)), item("last", override=override(-1)))
    ranking = rank(items, method=MINE)
    assert [ranked.initiative.id for ranked in ranking] == ["cheap", "legal", "small", "large", "last"]
    assert [ranked.group for ranked in ranking] == [0, 0, 0, 1, 2]


def test_a_custom_method_is_explained_and_printed_in_every_format() -> None:
    ranking = rank(backlog(*ITEMS), method=MINE)
    explained = str(RankReport(ranking=ranking, explained=ranking.find("cheap")))
    assert explained.splitlines() == [
        "cheap: Title of cheap (now)",
        "Position 1 of 3 by Mine, with a score of 2.",
        "Mine: 1 to do",
    ]
    printed = {name: reporter(RankReport(ranking=ranking)) for name, reporter in RANK_REPORTERS.items()}
    assert printed["text"].startswith("Ranked by Mine: Value by effort, small items first.\n")
    assert '"framework": "Mine"' in printed["json"]
    assert len(printed["csv"].splitlines()) == 4


def test_a_custom_method_is_compared_with_others() -> None:
    (pair,) = compare_frameworks(ITEMS, methods=[MINE, "ICE"])
    assert (pair.first, pair.second, pair.items) == ("Mine", "ICE", 3)
    why = {move.initiative.id: (move.lifted_by.term, move.held_by.term) for move in pair.moves}
    assert why == {"large": ("impact", "effort"), "cheap": ("effort", "impact")}
    assert "cheap: 1 by Mine, 3 by ICE" in str(compare_frameworks(ITEMS, methods=[MINE, "ICE"]))


def test_a_method_without_terms_is_compared_by_its_scores() -> None:
    bare = attrs.evolve(MINE, assess=lambda scoring, settings: _assess(scoring, settings)._replace(terms=Terms()))
    (pair,) = compare_frameworks(ITEMS, methods=[bare, Framework.ICE])
    lifted = {move.initiative.id: move.lifted_by for move in pair.moves}
    assert (lifted["cheap"].term, lifted["cheap"].value, lifted["cheap"].place) == ("score", 2, 1)


def test_a_text_that_is_no_category_is_not_compared() -> None:
    assert MINE.merit("size", "large") == -1
    assert MINE.merit("size", "huge") is None
    assert MINE.merit("effort", None) == MINE.merit("value", None) == 0


def test_a_custom_method_is_certain_unless_it_says_what_is_not() -> None:
    assert not simulate(ITEMS, method=MINE).uncertain
    assert value_of_information(ITEMS, method=MINE) == ()


def _uncertain(scoring: Scoring, _settings: RankingSettings) -> UncertainScore | None:
    return UncertainScore(factors={"reach": scoring.rice.reach}, confidence=1, effort=1) if scoring.rice else None


def test_a_custom_method_can_have_estimates() -> None:
    reach = attrs.evolve(METHODS["RICE"], name="Reach", uncertain=_uncertain)
    items = [item("estimated", rice=rice(Estimate(low=0, likely=2, high=8), 1, 1, 1)), *INTERCOM]
    assert simulate(items, method=reach, draws=20, error_model=None).uncertain
    assert {value.term for value in value_of_information(items, method=reach, draws=20)} == {"reach", "effort"}
    assert {value.term for value in value_of_information(items, method=reach, draws=20, error_model=None)} == {"reach"}


def test_what_has_no_rice_inputs_has_no_uncertain_score() -> None:
    assert METHODS["RICE"].uncertain is not None
    assert METHODS["RICE"].uncertain(Scoring(), rank([], method="RICE").settings) is None


@pytest.mark.parametrize("name", ["x", "x" * 40, "Größe × 2"])
def test_a_name_that_can_be_shown_on_a_line_is_taken(name: str) -> None:
    assert attrs.evolve(MINE, name=name).name == name


@pytest.mark.parametrize("name", ["", "x" * 41, "two\nlines"])
def test_a_name_that_cannot_be_shown_on_a_line_is_refused(name: str) -> None:
    with pytest.raises(InvalidValueError, match="the name of a ranking method has 1 to 40 printable characters"):
        attrs.evolve(MINE, name=name)
