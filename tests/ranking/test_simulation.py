"""How sure a ranking is: published figures, shared ties, and the same draws again."""

from math import log

import pytest

from productgov.errors import InvalidValueError
from productgov.model.estimate import Estimate
from productgov.ranking.draws import DEFAULT_ERRORS, ErrorModel, Sampling
from productgov.ranking.ranking import rank
from productgov.ranking.simulation import Simulation, simulate
from productgov.ranking.uncertain import UncertainScore
from tests.support.initiatives import INTERCOM, backlog, item, kano, override, rice


def first(simulation: Simulation) -> dict[str, float]:
    return {outcome.ranked.initiative.id: outcome.p_first for outcome in simulation}


def test_the_first_of_the_rice_article_is_really_first_in_about_53_percent() -> None:
    # 200,000 draws of the same model elsewhere: 53 %, 36 % and 11 %.
    simulation = simulate(INTERCOM, method="RICE", draws=20_000, seed=1)
    assert first(simulation) == pytest.approx({"p3": 0.53, "p1": 0.36, "p2": 0.11}, abs=0.015)
    assert [(pair.upper.initiative.id, pair.lower.initiative.id) for pair in simulation.pairs] == [
        ("p3", "p1"),
        ("p1", "p2"),
    ]
    assert simulation.pairs[0].probability == pytest.approx(0.56, abs=0.015)


def test_confidence_multiplies_the_score_and_does_not_only_widen_it() -> None:
    # Reach divided by confidence takes the multiplication out again: P3 would be first in about 74 %.
    unmultiplied = [
        item("p1", rice=rice(450, 3, 1, 2)),
        item("p2", rice=rice(2000 / 0.8, 1, 0.8, 4)),
        item("p3", rice=rice(800 / 0.5, 2, 0.5, 1)),
    ]
    assert first(simulate(unmultiplied, method="RICE", draws=20_000, seed=1))["p3"] == pytest.approx(0.74, abs=0.02)


def test_the_same_seed_gives_the_same_result_and_another_another() -> None:
    once, again = (simulate(INTERCOM, method="RICE", draws=500, seed=7) for _ in range(2))
    assert once == again
    assert first(once) != first(simulate(INTERCOM, method="RICE", draws=500, seed=8))


def test_an_item_is_drawn_alike_whatever_else_is_ranked() -> None:
    pair = simulate(rank(INTERCOM, method="RICE").top(2), draws=500).pairs[0]
    assert pair.probability == simulate(INTERCOM, method="RICE", draws=500).pairs[0].probability


def test_estimates_are_drawn_from_triangular_distributions() -> None:
    # P(X > 4) for a triangle from 0 over 2 to 8 is (8 - 4)² / ((8 - 0)(8 - 2)) = 1/3.
    items = (
        item("estimated", rice=rice(Estimate(low=0, likely=2, high=8), 1, 1, 1)),
        item("certain", rice=rice(4, 1, 1, 1)),
    )
    simulation = simulate(items, method="RICE", draws=20_000, error_model=None)
    assert first(simulation)["estimated"] == pytest.approx(1 / 3, abs=0.01)
    assert simulation.uncertain


def test_the_estimate_of_an_effort_counts_too() -> None:
    items = (
        item("estimated", rice=rice(10, 1, 1, Estimate(low=1, likely=2, high=3))),
        item("certain", rice=rice(5, 1, 1, 1)),
    )
    simulation = simulate(items, method="RICE", draws=5_000, error_model=None)
    assert first(simulation)["estimated"] == pytest.approx(0.5, abs=0.03)


def test_an_estimate_without_width_is_certain() -> None:
    exact = Estimate(low=2, likely=2, high=2)
    simulation = simulate([item("a", rice=rice(exact, exact, 1, exact))], method="RICE", error_model=None)
    assert not simulation.uncertain


def test_without_errors_the_simulation_is_the_ranking() -> None:
    simulation = simulate(INTERCOM, method="RICE", error_model=None)
    assert first(simulation) == {"p3": 1, "p1": 0, "p2": 0}
    assert [(outcome.best, outcome.worst) for outcome in simulation] == [(1, 1), (2, 2), (3, 3)]
    assert [pair.probability for pair in simulation.pairs] == [1, 1]
    assert not simulation.uncertain
    assert simulation.sampling.draws == 10_000


def test_other_frameworks_are_taken_as_they_are() -> None:
    simulation = simulate([item("a", kano=kano(must=9)), item("b", kano=kano(one=9))], method="Kano")
    assert first(simulation) == {"a": 1, "b": 0}
    assert not simulation.uncertain


def test_an_override_is_not_drawn() -> None:
    items = (*INTERCOM, item("legal", rice=rice(1, 1, 0.5, 1), override=override(1e9)))
    assert first(simulate(items, method="RICE", draws=200))["legal"] == 1


def test_items_that_share_a_position_share_its_probability() -> None:
    same = rice(10, 1, 0, 1)
    items = (item("a", rice=same), item("b", rice=same), item("c", rice=same))
    for errors in (None, DEFAULT_ERRORS):
        simulation = simulate(items, method="RICE", draws=200, top=2, error_model=errors)
        assert list(first(simulation).values()) == pytest.approx([1 / 3] * 3)
        assert [outcome.p_top for outcome in simulation] == pytest.approx([2 / 3] * 3)
        assert [(outcome.best, outcome.worst) for outcome in simulation] == [(1, 3)] * 3
        assert [pair.probability for pair in simulation.pairs] == [0.5, 0.5]


def test_a_broken_tie_stays_broken() -> None:
    items = (item("sure", rice=rice(10, 1, 1, 1)), item("cheap", rice=rice(10, 2, 0.5, 1)))
    simulation = simulate(items, method="RICE", error_model=None)
    assert first(simulation) == {"sure": 1, "cheap": 0}
    assert [pair.probability for pair in simulation.pairs] == [1]


def test_a_document_can_be_simulated_and_its_rows_handed_on() -> None:
    rows = simulate(backlog(*INTERCOM), draws=100, top=1).to_records()
    assert [row["id"] for row in rows] == ["p3", "p1", "p2"]
    assert all(row["p_first"] == row["p_top"] for row in rows)
    assert all({"rank_best", "rank_worst", "reach"} <= row.keys() for row in rows)


def test_nothing_ranked_gives_no_outcomes() -> None:
    simulation = simulate([item("bare")], method="RICE")
    assert len(simulation) == 0
    assert simulation.pairs == ()


def test_one_draw_is_enough() -> None:
    simulation = simulate(INTERCOM, method="RICE", draws=1, top=1)
    assert sorted(first(simulation).values()) == [0, 0, 1]


@pytest.mark.parametrize("given", [{"draws": 0}, {"top": 0}])
def test_no_draws_are_refused(given: dict[str, int]) -> None:
    with pytest.raises(InvalidValueError, match="must be a whole number of at least 1, not 0"):
        simulate(INTERCOM, method="RICE", draws=given.get("draws", 1), top=given.get("top", 1))


@pytest.mark.parametrize(
    ("confidence", "spread"), [(1, 0.15), (0.9, 0.25), (0.8, 0.35), (0.65, 0.525), (0.5, 0.7), (0.2, 1.05)]
)
def test_the_spread_is_interpolated_and_widens_with_doubt(confidence: float, spread: float) -> None:
    assert DEFAULT_ERRORS.spread(confidence) == pytest.approx(spread)


@pytest.mark.parametrize(("confidence", "spread"), [(0, 0.6), (0.15, 0.45), (0.3, 0.35), (0.6, 0.2)])
def test_the_spread_is_extrapolated_along_the_first_and_the_last_line(confidence: float, spread: float) -> None:
    model = ErrorModel(spreads=((0.1, 0.5), (0.2, 0.4), (0.4, 0.3)))
    assert model.spread(confidence) == pytest.approx(spread)


def test_a_spread_is_never_below_0() -> None:
    assert ErrorModel(spreads=((0.1, 0.5), (0.2, 0.1))).spread(1) == 0


@pytest.mark.parametrize(
    ("spreads", "effort"),
    [
        (((0.5, 0.7),), 0.3),
        (((0.5, 0.7), (0.5, 0.3)), 0.3),
        (((0.8, 0.3), (0.5, 0.7)), 0.3),
        (((0.5, 0.7), (0.8, -1)), 0.3),
        (((0.5, 1), (1, 0)), -1),
    ],
)
def test_an_error_model_that_makes_no_sense_is_refused(spreads: tuple[tuple[float, float], ...], effort: float) -> None:
    with pytest.raises(InvalidValueError, match="needs two or more pairs of confidence and σ by rising confidence"):
        ErrorModel(spreads=spreads, effort=effort)


def test_two_items_that_share_a_position_and_are_drawn_apart_keep_their_own_places() -> None:
    simulation = simulate(rank(backlog(item("a", rice=rice(1, 1, 1, 1)), item("b", rice=rice(1, 1, 1, 1)))), draws=101)
    assert [outcome.ranked.position for outcome in simulation] == [1, 1]
    assert first(simulation)["a"] != first(simulation)["b"]


def test_a_plain_number_is_drawn_too_high_as_often_as_too_low() -> None:
    score = UncertainScore(factors={"reach": 40}, confidence=1, effort=3)
    drawn = Sampling(draws=10_000, seed=0, error_model=DEFAULT_ERRORS).draw("a", score)
    assert drawn.keys() == {"reach", "effort"}
    for name, value in (("reach", 40), ("effort", 3)):
        assert sum(number > value for number in drawn[name]) / 10_000 == pytest.approx(0.5, abs=0.02)


def test_two_in_three_plain_numbers_are_within_their_spread() -> None:
    score = UncertainScore(factors={"reach": 40}, confidence=0.5, effort=3)
    drawn = Sampling(draws=10_000, seed=0, error_model=DEFAULT_ERRORS).draw("a", score)
    for name, value, spread in (("reach", 40, 0.7), ("effort", 3, 0.3)):
        within = sum(abs(log(number / value)) < spread for number in drawn[name])
        assert within / 10_000 == pytest.approx(0.683, abs=0.02)


def test_a_number_of_0_and_an_estimate_without_width_are_not_drawn() -> None:
    exact = Estimate(low=2, likely=2, high=2)
    score = UncertainScore(factors={"reach": 0, "impact": exact}, confidence=1, effort=1)
    assert Sampling(draws=10, seed=0, error_model=DEFAULT_ERRORS).draw("a", score).keys() == {"effort"}
    assert Sampling(draws=10, seed=0, error_model=None).draw("a", score) == {}


def test_the_smallest_effort_is_never_drawn_as_0() -> None:
    simulation = simulate(rank(backlog(item("a", rice=rice(5e-324, 1, 1, 5e-324)))), draws=2_000)
    assert first(simulation) == {"a": 1}
