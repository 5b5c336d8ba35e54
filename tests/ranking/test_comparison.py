"""Where frameworks disagree: Kendall's tau, and why an item moves."""

import pytest

from productgov.errors import InvalidValueError
from productgov.model.prioritization import Framework
from productgov.ranking.comparison import compare_frameworks, kendall_tau
from productgov.ranking.registry import METHODS
from tests.support.initiatives import INTERCOM, backlog, ice, item, kano, override, rice, value_effort


@pytest.mark.parametrize(
    ("first", "second", "tau"),
    [
        ((1, 2, 3, 4), (1, 2, 3, 4), 1),
        ((1, 2, 3, 4), (4, 3, 2, 1), -1),
        ((1, 2, 3, 4), (2, 1, 4, 3), 1 / 3),
        # With ties: 5 concordant, 0 discordant, one pair tied in the second order.
        ((1, 2, 3, 4), (1, 2, 2, 3), 5 / (6 * 5) ** 0.5),
        ((1, 1, 2), (1, 1, 2), 1),
        ((1, 1, 2), (2, 1, 1), -1 / 2),
        ((1,), (1,), None),
        ((), (), None),
        ((1, 1), (1, 2), None),
        ((1, 2), (1, 1), None),
    ],
)
def test_kendalls_tau_b(first: tuple[float, ...], second: tuple[float, ...], tau: float | None) -> None:
    pairs = list(zip(first, second, strict=True))
    assert kendall_tau(pairs) == pytest.approx(tau)
    assert kendall_tau((y, x) for x, y in reversed(pairs)) == pytest.approx(tau)


ITEMS = (
    item("wide", rice=rice(9000, 1, 0.8, 2), ice=ice(5, 9, 2)),
    item("deep", rice=rice(500, 3, 0.8, 2), ice=ice(9, 7, 6)),
    item("easy", rice=rice(100, 1, 0.5, 1), ice=ice(3, 5, 9)),
)


def test_the_items_that_move_are_named_with_the_terms_that_move_them() -> None:
    comparison = compare_frameworks(ITEMS)
    assert [ranking.method for ranking in comparison.rankings] == [METHODS["RICE"], METHODS["ICE"]]
    assert len(comparison) == 1
    (pair,) = comparison
    assert (pair.first, pair.second, pair.items) == (Framework.RICE, Framework.ICE, 3)
    assert pair.tau == pytest.approx(-1 / 3)
    wide, *others = pair.moves
    assert {move.initiative.id for move in others} == {"deep", "easy"}
    assert (wide.initiative.id, wide.first, wide.second) == ("wide", 1, 3)
    lifted, held = wide.lifted_by, wide.held_by
    assert (lifted.method, lifted.term, lifted.value, lifted.place, lifted.of) == (
        Framework.RICE,
        "reach",
        9000,
        1,
        3,
    )
    assert (held.method, held.term, held.value, held.place, held.of) == (Framework.ICE, "ease", 2, 3, 3)


def test_less_effort_lifts_and_categories_count_in_their_order() -> None:
    items = (
        item("cheap", value_effort=value_effort(7, 1), kano=kano(indifferent=9)),
        item("basic", value_effort=value_effort(7, 5), kano=kano(must=9)),
    )
    (pair,) = compare_frameworks(backlog(*items))
    assert pair.tau == -1
    why = {move.initiative.id: (move.lifted_by.term, move.held_by.term) for move in pair.moves}
    assert why == {"cheap": ("value", "category"), "basic": ("category", "effort")}


def test_positions_are_those_among_the_items_that_both_rank() -> None:
    items = (*ITEMS, item("rice-only", rice=rice(9e9, 3, 1, 1)), item("ice-only", ice=ice(10, 10, 10)))
    (pair,) = compare_frameworks(items)
    assert pair.items == 3
    assert (pair.moves[0].first, pair.moves[0].second) == (1, 3)


def test_overrides_do_not_hide_where_frameworks_differ() -> None:
    items = (*ITEMS[1:], item("wide", rice=rice(9000, 1, 0.8, 2), ice=ice(5, 9, 2), override=override(1e9)))
    (pair,) = compare_frameworks(items)
    assert pair.tau == pytest.approx(-1 / 3)


def test_two_items_with_one_id_stay_two() -> None:
    (pair,) = compare_frameworks(backlog(ITEMS[0], later=(item("wide", rice=rice(1, 1, 1, 1), ice=ice(1, 1, 1)),)))
    assert pair.items == 2
    assert pair.tau == 1
    assert pair.moves == ()


def test_frameworks_without_inputs_or_without_common_items_have_nothing_to_compare() -> None:
    assert len(compare_frameworks(INTERCOM)) == 0
    assert compare_frameworks(backlog()).rankings == ()
    (pair,) = compare_frameworks([item("a", rice=rice(1, 1, 1, 1)), item("b", ice=ice(1, 1, 1))])
    assert (pair.items, pair.tau, pair.moves) == (0, None, ())


def test_bare_initiatives_with_one_id_are_refused() -> None:
    with pytest.raises(InvalidValueError, match="duplicate id"):
        compare_frameworks([ITEMS[0], ITEMS[0]])
