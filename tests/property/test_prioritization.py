"""Properties of prioritization that hold for every input."""

from collections import Counter
from collections.abc import Sequence
from math import isclose, isfinite
from random import Random

import attrs
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from productgov.model.estimate import Estimate
from productgov.model.initiative import Initiative
from productgov.model.kano.counts import KanoCounts
from productgov.model.kano.evaluation import KanoAnswer, KanoCategory
from productgov.model.kano.survey import KanoResponse, KanoSurvey
from productgov.model.prioritization import Framework
from productgov.model.scoring import Criteria, Ice, Override, Rice, Scoring, ValueEffort
from productgov.ranking.comparison import kendall_tau
from productgov.ranking.information import value_of_information
from productgov.ranking.ranking import Ranking, rank
from productgov.ranking.registry import METHODS
from productgov.ranking.simulation import simulate

ratings = st.integers(1, 10)
reaches = st.integers(0, 5_000)
impacts = st.sampled_from((0.25, 0.5, 1, 2, 3))
confidences = st.sampled_from((0, 0.3, 0.5, 0.8, 1))
efforts = st.integers(1, 24).map(lambda halves: halves / 2)
rices = st.builds(Rice, reach=reaches, impact=impacts, confidence=confidences, effort=efforts)
answers = st.sampled_from(KanoAnswer)
responses = st.builds(KanoResponse, functional=answers, dysfunctional=answers, count=st.integers(0, 30))
surveys = st.builds(KanoSurvey, responses=st.lists(responses, max_size=8).map(tuple))
criteria = st.builds(Criteria, business_value=ratings, user_impact=ratings, effort=ratings, strategic_alignment=ratings)
overrides = st.builds(Override, score=st.integers(-10, 2_000), reason=st.just("decided"))
scorings = st.builds(
    Scoring,
    rice=st.none() | rices,
    ice=st.none() | st.builds(Ice, impact=ratings, confidence=ratings, ease=ratings),
    value_effort=st.none() | st.builds(ValueEffort, value=ratings, effort=ratings),
    kano=st.none() | surveys,
    criteria=st.none() | criteria,
    override=st.none() | overrides,
)
frameworks = st.sampled_from(Framework)


def named(scorings: Sequence[Scoring]) -> list[Initiative]:
    return [Initiative(id=f"i{index}", title="An item", scoring=scoring) for index, scoring in enumerate(scorings)]


backlogs = st.lists(scorings, max_size=8).map(named)
rice_backlogs = st.lists(st.builds(Scoring, rice=rices, criteria=st.none() | criteria), min_size=1, max_size=8).map(
    named
)


smallest = st.sampled_from((5e-324, 1e-310, 1e-200, 0.5, 1, 1e15))


@st.composite
def extremes(draw: st.DrawFn) -> float | Estimate:
    low, likely, high = sorted(draw(st.tuples(smallest, smallest, smallest)))
    return low if draw(st.booleans()) else Estimate(low=low, likely=likely, high=high)


extreme_rices = st.builds(
    Rice,
    reach=extremes() | st.just(0),
    impact=extremes() | st.just(0),
    confidence=st.sampled_from((0, 5e-324, 1)),
    effort=extremes(),
)


def order(ranking: Ranking) -> list[str]:
    return [ranked.initiative.id for ranked in ranking]


def with_rice(items: Sequence[Initiative], index: int, rice: Rice) -> list[Initiative]:
    scoring = items[index].scoring
    assert scoring is not None
    changed = attrs.evolve(items[index], scoring=attrs.evolve(scoring, rice=rice))
    return [changed if place == index else item for place, item in enumerate(items)]


@given(rice_backlogs, st.data())
def test_more_reach_impact_or_confidence_never_lowers_an_item_and_more_effort_never_raises_it(
    items: list[Initiative], data: st.DataObject
) -> None:
    index = data.draw(st.integers(0, len(items) - 1))
    before, after = data.draw(rices), data.draw(rices)
    term = data.draw(st.sampled_from(("reach", "impact", "confidence", "effort")))
    more, less = sorted((getattr(before, term), getattr(after, term)), reverse=True)
    low, high = (
        rank(with_rice(items, index, attrs.evolve(before, **{term: value})), method="RICE").positions()[items[index].id]
        for value in (less, more)
    )
    assert low <= high if term == "effort" else high <= low


@given(rice_backlogs, st.integers(1, 1_000))
def test_multiplying_every_reach_by_a_constant_keeps_the_order(items: list[Initiative], constant: int) -> None:
    scaled = list(items)
    for index, item in enumerate(items):
        assert item.scoring is not None
        assert item.scoring.rice is not None
        assert not isinstance(item.scoring.rice.reach, Estimate)
        rice = attrs.evolve(item.scoring.rice, reach=item.scoring.rice.reach * constant)
        scaled = with_rice(scaled, index, rice)
    assert rank(items, method="RICE").positions() == rank(scaled, method="RICE").positions()


@settings(max_examples=150)
@given(backlogs, scorings, frameworks)
def test_adding_an_item_keeps_the_relative_order_of_the_others(
    items: list[Initiative], added: Scoring, framework: Framework
) -> None:
    more = rank([*items, Initiative(id="new", title="A new item", scoring=added)], method=framework)
    assert [name for name in order(more) if name != "new"] == order(rank(items, method=framework))


@given(backlogs, frameworks, st.randoms(use_true_random=False))
def test_the_order_in_which_items_are_given_does_not_matter(
    items: list[Initiative], framework: Framework, random: Random
) -> None:
    shuffled = list(items)
    random.shuffle(shuffled)
    assert rank(shuffled, method=framework).ranked == rank(items, method=framework).ranked


@given(backlogs, frameworks)
def test_every_item_is_ranked_or_unranked_and_positions_are_dense(
    items: list[Initiative], framework: Framework
) -> None:
    ranking = rank(items, method=framework)
    places = [ranked.position for ranked in ranking]
    assert len(ranking) + len(ranking.unranked) == len(items)
    assert sorted(set(places)) == list(range(1, len(set(places)) + 1))
    assert places == sorted(places)
    assert all(unranked.reason for unranked in ranking.unranked)


@given(scorings, frameworks)
def test_only_an_item_with_inputs_has_a_score_and_one_without_a_score_says_why(
    scoring: Scoring, framework: Framework
) -> None:
    method = METHODS[framework]
    settings = rank([], method=method).settings
    assessment = method.assess(scoring, settings)
    assert method.has_inputs(scoring, settings) or assessment.score is None
    assert (assessment.score is None) == bool(assessment.refusal)
    assert assessment.refusal or list(method.explain(scoring, settings))


@given(surveys)
def test_counts_and_raw_answers_agree(survey: KanoSurvey) -> None:
    counted = KanoSurvey(counts=survey.tally())
    assert counted.tally() == survey.tally()
    assert (counted.category, counted.better, counted.worse) == (survey.category, survey.better, survey.worse)


@given(surveys)
def test_swapping_the_two_questions_turns_the_table(survey: KanoSurvey) -> None:
    swapped = KanoSurvey(
        responses=tuple(
            attrs.evolve(response, functional=response.dysfunctional, dysfunctional=response.functional)
            for response in survey.responses or ()
        )
    )
    before, after = survey.tally(), swapped.tally()
    wanted = before.must_be + before.one_dimensional + before.attractive
    assert after.reverse == wanted
    assert after.must_be + after.one_dimensional + after.attractive == before.reverse
    assert (after.indifferent, after.questionable) == (before.indifferent, before.questionable)


@given(st.builds(KanoCounts, **{category.name.lower(): st.floats(0, 1e6) for category in KanoCategory}))
def test_coefficients_and_strengths_stay_in_their_ranges(counts: KanoCounts) -> None:
    for value, least, most in (
        (counts.better, 0, 1),
        (counts.worse, -1, 0),
        (counts.total_strength, 0, 1),
        (counts.category_strength, 0, 1),
    ):
        assert value is None or least <= value <= most or isclose(value, most) or isclose(value, least)
    assert (counts.category is None) == (counts.total == 0)


@given(surveys)
def test_the_records_of_a_survey_give_the_survey(survey: KanoSurvey) -> None:
    rows = [
        {"with": str(response.functional), "without": str(response.dysfunctional)}
        for response in survey.responses or ()
        for _ in range(response.count)
    ]
    assume(rows)
    sample = KanoSurvey.from_records(rows, functional="with", dysfunctional="without")
    assert sample.missing == 0
    assert sample.survey.tally() == survey.tally()


estimates = st.tuples(reaches, reaches, reaches).map(sorted).map(lambda v: Estimate(low=v[0], likely=v[1], high=v[2]))
uncertain = st.builds(Rice, reach=reaches | estimates, impact=impacts, confidence=confidences, effort=efforts)
uncertain_backlogs = st.lists(st.builds(Scoring, rice=uncertain), min_size=1, max_size=6).map(named)


@given(uncertain_backlogs, st.integers(0, 2**64), st.integers(1, 8))
def test_probabilities_sum_to_1_and_to_k(items: list[Initiative], seed: int, top: int) -> None:
    simulation = simulate(items, method="RICE", draws=40, seed=seed, top=top)
    assert isclose(sum(outcome.p_first for outcome in simulation), 1)
    assert isclose(sum(outcome.p_top for outcome in simulation), min(top, len(items)))
    assert all(1 <= outcome.best <= outcome.worst <= len(items) for outcome in simulation)
    assert all(0 <= pair.probability <= 1 for pair in simulation.pairs)


@given(backlogs, frameworks)
def test_without_uncertainty_the_probability_of_being_first_is_the_ranking(
    items: list[Initiative], framework: Framework
) -> None:
    simulation = simulate(items, method=framework, error_model=None)
    sharing = Counter(outcome.ranked.position for outcome in simulation)
    for outcome in simulation:
        expected = 1 / sharing[1] if outcome.ranked.position == 1 else 0
        assert isclose(outcome.p_first, expected)


@given(uncertain_backlogs, st.integers(0, 1_000))
def test_information_is_never_worth_less_than_nothing(items: list[Initiative], seed: int) -> None:
    assert all(each.gain >= 0 for each in value_of_information(items, method="RICE", draws=20, seed=seed))


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=12))
def test_kendalls_tau_is_the_one_that_counts_all_pairs(pairs: list[tuple[float, float]]) -> None:
    signs = [((x > u) - (x < u), (y > v) - (y < v)) for index, (x, y) in enumerate(pairs) for u, v in pairs[:index]]
    untied = sum(first != 0 for first, _ in signs) * sum(second != 0 for _, second in signs)
    tau = sum(first * second for first, second in signs) / untied**0.5 if untied else None
    assert kendall_tau(pairs) == (None if tau is None else pytest.approx(tau))


@given(st.lists(extreme_rices.map(lambda rice: Scoring(rice=rice)), max_size=4).map(named))
def test_the_smallest_and_the_greatest_numbers_give_finite_results(backlog: list[Initiative]) -> None:
    ranking = rank(backlog, method="RICE")
    for outcome in simulate(ranking, draws=20):
        assert 0 <= outcome.p_first <= 1
        assert outcome.ranked.score is not None
        assert isfinite(outcome.ranked.score)
    for value in value_of_information(ranking, draws=20):
        assert isfinite(value.gain)
        assert isfinite(value.share)
        assert value.gain >= 0
