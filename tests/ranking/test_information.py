"""What to find out next: worth nothing where it changes nothing, and the right amount where it does."""

from math import log, sqrt
from statistics import NormalDist, fmean

import pytest

from productgov.errors import InvalidValueError
from productgov.model.estimate import Estimate
from productgov.ranking.information import value_of_information
from productgov.ranking.ranking import rank
from productgov.ranking.uncertain import UncertainScore
from tests.support.initiatives import INTERCOM, item, kano, override, rice

PHI = NormalDist().cdf
WIDE = Estimate(low=0, likely=5, high=10)


def test_knowing_an_estimate_is_worth_what_the_better_choice_would_bring() -> None:
    # Whoever knows X, triangular from 0 over 5 to 10, gains E[max(X, 5)] - 5 = 5/6 over either blind choice.
    items = (item("wide", rice=rice(WIDE, 1, 1, 1)), item("certain", rice=rice(5, 1, 1, 1)))
    (only,) = value_of_information(items, method="RICE", draws=20_000, error_model=None)
    assert (only.ranked.initiative.id, only.term) == ("wide", "reach")
    assert only.gain == pytest.approx(5 / 6, rel=0.02)
    assert only.share == pytest.approx(1 / 6, rel=0.02)


def test_confidence_multiplies_the_expected_score() -> None:
    items = (item("wide", rice=rice(WIDE, 1, 0.5, 1)), item("certain", rice=rice(2.5, 1, 1, 1)))
    (only,) = value_of_information(items, method="RICE", draws=20_000, error_model=None)
    assert only.gain == pytest.approx(5 / 12, rel=0.02)


def test_what_cannot_change_the_choice_is_worth_nothing() -> None:
    items = (item("wide", rice=rice(WIDE, 1, 1, 1)), item("certain", rice=rice(11, 1, 1, 1)))
    assert [each.gain for each in value_of_information(items, method="RICE", draws=100, error_model=None)] == [0]
    alone = value_of_information(items[:1], method="RICE", draws=100, error_model=None)
    assert [each.gain for each in alone] == pytest.approx([0])


def test_the_most_worthwhile_comes_first_and_every_estimate_is_there() -> None:
    found = value_of_information(rank(INTERCOM, method="RICE"), draws=2_000)
    assert len(found) == 9
    assert {each.ranked.initiative.id for each in found[:2]} == {"p3"}
    assert {each.term for each in found[:2]} == {"reach", "impact"}
    assert [each.gain for each in found] == sorted((each.gain for each in found), reverse=True)
    assert all(each.gain >= 0 for each in found)


def test_decisions_and_other_frameworks_hold_no_estimates() -> None:
    decided = item("decided", rice=rice(WIDE, 1, 1, 1), override=override(0))
    assert value_of_information([decided], method="RICE", draws=10) == ()
    assert value_of_information([item("kano", kano=kano(must=3))], method="Kano", draws=10) == ()
    assert value_of_information([], method="RICE", draws=10) == ()


def test_a_pick_that_is_worth_nothing_has_no_shares() -> None:
    found = value_of_information([item("moonshot", rice=rice(10, 1, 0, 1))], method="RICE", draws=10)
    assert {(each.gain, each.share) for each in found} == {(0, 0)}


def call(score: float, strike: float, sigma: float) -> float:
    """E[max(score · error - strike, 0)] of a lognormal error of mean 1 (Black, 1976)."""
    d = log(score / strike) / sigma + sigma / 2
    return score * PHI(d) - strike * PHI(d - sigma)


def put(score: float, strike: float, sigma: float) -> float:
    """E[max(strike - score · error, 0)] of the same error."""
    return call(score, strike, sigma) + strike - score


def test_equal_items_are_worth_what_the_closed_form_says() -> None:
    items = (item("a", rice=rice(100, 1, 0.8, 1)), item("b", rice=rice(100, 1, 0.8, 1)))
    found = value_of_information(items, method="RICE", draws=40_000)
    expected = {"reach": call(80, 80, 0.35), "impact": call(80, 80, 0.35), "effort": call(80, 80, 0.3)}
    assert expected["reach"] == pytest.approx(11.1136, abs=1e-4)
    assert len(found) == 6
    for each in found:
        assert each.gain == pytest.approx(expected[each.term], rel=0.03)
        assert each.share == pytest.approx(each.gain / 80)
        assert each.pick.initiative.id == "a"


@pytest.mark.parametrize("draws", [10, 50])
def test_few_draws_are_unbiased_at_ties(draws: int) -> None:
    items = (item("a", rice=rice(100, 1, 0.8, 1)), item("b", rice=rice(100, 1, 0.8, 1)))
    gains = [
        each.gain
        for seed in range(20_000 // draws)
        for each in value_of_information(items, method="RICE", draws=draws, seed=seed)
        if each.term == "reach"
    ]
    assert fmean(gains) == pytest.approx(call(80, 80, 0.35), rel=0.03)


def test_it_is_measured_from_the_item_that_the_ranking_puts_first() -> None:
    items = (item("vague", rice=rice(190, 1, 0.5, 1)), item("sure", rice=rice(100, 1, 1, 1)))
    found = value_of_information(items, method="RICE", draws=40_000)
    expected = {
        ("vague", "reach"): call(95, 100, 0.7),
        ("vague", "impact"): call(95, 100, 0.7),
        ("vague", "effort"): call(95, 100, 0.3),
        ("sure", "reach"): put(100, 95, 0.15),
        ("sure", "impact"): put(100, 95, 0.15),
        ("sure", "effort"): put(100, 95, 0.3),
    }
    assert {each.pick.initiative.id for each in found} == {"sure"}
    assert {(each.ranked.initiative.id, each.term) for each in found} == expected.keys()
    for each in found:
        assert each.gain == pytest.approx(expected[each.ranked.initiative.id, each.term], rel=0.05)


def test_a_first_item_that_is_likely_and_not_better_is_measured_from_all_the_same() -> None:
    # Ranked by 1000, its most likely value; the mean of its reach is 667.
    skewed = Estimate(low=0, likely=1000, high=1001)
    items = (item("skewed", rice=rice(skewed, 1, 1, 1)), item("even", rice=rice(950, 1, 1, 1)))
    (only,) = value_of_information(items, method="RICE", draws=40_000, error_model=None)
    assert (only.ranked.initiative.id, only.pick.initiative.id) == ("skewed", "skewed")
    # E[max(950 - X, 0)] is the integral of the distribution function, x² / 1001000, up to 950.
    assert only.gain == pytest.approx(950**3 / 3 / 1_001_000, rel=0.02)
    assert only.share == pytest.approx(only.gain / (2001 / 3))


def test_what_concerns_neither_the_first_nor_a_better_item_is_worth_nothing() -> None:
    skewed = Estimate(low=0, likely=1000, high=1001)
    small = Estimate(low=1, likely=2, high=3)
    items = (
        item("skewed", rice=rice(skewed, 1, 1, 1)),
        item("even", rice=rice(950, 1, 1, 1)),
        item("small", rice=rice(small, 1, 1, 1)),
    )
    found = value_of_information(items, method="RICE", draws=100, error_model=None)
    assert {each.ranked.initiative.id: each.gain > 0 for each in found} == {"skewed": True, "small": False}


@pytest.mark.parametrize(
    ("low", "likely", "high"),
    [
        (1, 2, 6),
        (1, 1, 4),
        (1, 4, 4),
        (2, 2, 2),
        (100, 100.005, 100.009),
        (100, 100.005, 100.02),
        (1e-9, 2, 3),
        (5e-324, 1, 2),
        (5e-324, 5e-324, 5e-324),
    ],
)
def test_the_expected_score_of_an_estimated_effort_is_exact(low: float, likely: float, high: float) -> None:
    score = UncertainScore(factors={"reach": 6}, confidence=0.5, effort=Estimate(low=low, likely=likely, high=high))
    expected = min(3 * integral(low, likely, high), 3e200)
    assert score.expectation({}, {}).score == pytest.approx(expected, rel=1e-6)


def integral(low: float, mode: float, high: float) -> float:
    """The mean of 1 ÷ x of a triangular distribution, by its quantiles."""
    if low == high:
        return 1 / low
    steps, share = 200_000, (mode - low) / (high - low)
    total = 0.0
    for step in range(steps):
        # The midpoint of equal probabilities; the square makes the steps small near the low end.
        u = ((step + 0.5) / steps) ** 2
        x = low + sqrt(u * share) * (high - low) if u < share else high - sqrt((1 - u) * (1 - share)) * (high - low)
        total += 2 * sqrt(u) / x
    return total / steps


def test_no_draws_are_refused() -> None:
    with pytest.raises(InvalidValueError, match="draws must be a whole number of at least 1, not 0"):
        value_of_information(INTERCOM, method="RICE", draws=0)


def test_nothing_can_change_the_choice_of_a_single_item() -> None:
    small = Estimate(low=0.1, likely=0.2, high=0.3)
    values = value_of_information([item("a", rice=rice(small, 1, 1, 1))], method="RICE", draws=100)
    assert {value.term for value in values} == {"reach", "impact", "effort"}
    assert [value.gain for value in values] == pytest.approx([0] * 3)
