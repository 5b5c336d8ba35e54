"""What to find out next: worth nothing where it changes nothing, and the right amount where it does."""

import pytest

from productgov.errors import InvalidValueError
from productgov.model.estimate import Estimate
from productgov.ranking.information import value_of_information
from productgov.ranking.ranking import rank
from tests.support.initiatives import INTERCOM, item, kano, override, rice

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


def test_no_draws_are_refused() -> None:
    with pytest.raises(InvalidValueError, match="draws must be a whole number of at least 1, not 0"):
        value_of_information(INTERCOM, method="RICE", draws=0)


def test_nothing_can_change_the_choice_of_a_single_item() -> None:
    small = Estimate(low=0.1, likely=0.2, high=0.3)
    values = value_of_information([item("a", rice=rice(small, 1, 1, 1))], method="RICE", draws=100)
    assert {value.term for value in values} == {"reach", "impact", "effort"}
    assert [value.gain for value in values] == pytest.approx([0] * 3)
