"""Items of the same score, and items that were moved by hand."""

import attrs
import pytest

from productgov.model.initiative import Initiative, Status
from productgov.model.prioritization import Framework, ScoringCriteria
from productgov.ranking.ranking import Ranking, rank
from productgov.ranking.registry import METHODS
from productgov.ranking.ties import TieBreak
from tests.support.initiatives import INTERCOM, backlog, criteria, ice, item, kano, override, rice, value_effort

WEIGHTLESS = ScoringCriteria(business_value=0, user_impact=0, effort=0, strategic_alignment=0)


def ids(ranking: Ranking) -> list[str]:
    return [ranked.initiative.id for ranked in ranking]


def places(ranking: Ranking) -> list[tuple[int, str]]:
    return [(ranked.position, ranked.initiative.id) for ranked in ranking]


RATED = criteria(9, 9, 1, 9)
UNLOVED = criteria(1, 1, 9, 1)


@pytest.mark.parametrize(
    ("first", "second", "decides"),
    [
        (
            item("z", rice=rice(10, 1, 0.5, 5), criteria=RATED),
            item("a", rice=rice(10, 1, 1, 10), criteria=UNLOVED),
            TieBreak.WEIGHTED_CRITERIA,
        ),
        (
            item("z", rice=rice(10, 1, 0.5, 5), criteria=UNLOVED),
            item("a", rice=rice(10, 1, 1, 10)),
            TieBreak.WEIGHTED_CRITERIA,
        ),
        (item("z", rice=rice(10, 1, 1, 10)), item("a", rice=rice(10, 1, 0.5, 5)), TieBreak.CONFIDENCE),
        (item("z", rice=rice(10, 1, 1, 5)), item("a", rice=rice(10, 2, 1, 10)), TieBreak.EFFORT),
        (item("z", ice=ice(5, 6, 4)), item("a", ice=ice(6, 5, 4)), TieBreak.CONFIDENCE),
        (item("z", ice=ice(4, 5, 6)), item("a", ice=ice(6, 5, 4)), TieBreak.EFFORT),
        (item("z", value_effort=value_effort(6, 2)), item("a", value_effort=value_effort(9, 3)), TieBreak.EFFORT),
    ],
)
def test_a_tie_is_broken_by_criteria_then_confidence_then_effort_and_says_so(
    first: Initiative, second: Initiative, decides: TieBreak
) -> None:
    scoring = first.scoring
    assert scoring is not None
    framework = Framework.RICE if scoring.rice else Framework.ICE if scoring.ice else Framework.VALUE_EFFORT
    ranking = rank([second, first], method=framework)
    assert places(ranking) == [(1, first.id), (2, second.id)]
    assert [ranked.tie_break for ranked in ranking] == [decides, decides]


def test_kano_breaks_ties_by_the_effort_of_the_criteria() -> None:
    items = (
        item("a", kano=kano(must=5), criteria=criteria(5, 5, 5, 5)),
        item("z", kano=kano(must=5), criteria=criteria(4, 4, 2, 4)),
    )
    ranking = rank(items, method="Kano")
    assert places(ranking) == [(1, "z"), (2, "a")]
    assert {ranked.tie_break for ranked in ranking} == {TieBreak.EFFORT}


def test_an_effort_that_nobody_gave_decides_no_tie_and_comes_after_any_that_was_given() -> None:
    unrated, rated = item("a", kano=kano(must=5)), item("z", kano=kano(must=5), criteria=criteria(4, 4, 2, 4))
    assert places(rank([unrated, item("b", kano=kano(must=5))], method="Kano")) == [(1, "a"), (1, "b")]
    weightless = rank([unrated, rated], method="Kano", weights=WEIGHTLESS)
    assert places(weightless) == [(1, "z"), (2, "a")]
    assert {ranked.tie_break for ranked in weightless} == {TieBreak.EFFORT}


def test_the_effort_of_the_method_decides_before_that_of_the_criteria() -> None:
    items = (
        item("z", rice=rice(10, 1, 1, 5), criteria=criteria(5, 5, 9, 5)),
        item("a", rice=rice(20, 1, 1, 10), criteria=criteria(5, 5, 1, 5)),
    )
    assert places(rank(items, method="RICE", weights=WEIGHTLESS)) == [(1, "z"), (2, "a")]


def test_items_that_nothing_tells_apart_share_a_dense_position_and_are_listed_by_id() -> None:
    same = rice(10, 1, 1, 1)
    items = (item("c", rice=same), item("low", rice=rice(1, 1, 1, 1)), item("a", rice=same), item("b", rice=same))
    ranking = rank(items, method="RICE")
    assert places(ranking) == [(1, "a"), (1, "b"), (1, "c"), (2, "low")]
    assert [ranked.tie_break for ranked in ranking] == [TieBreak.NONE] * 3 + [None]
    assert ranking.positions() == {"a": 1, "b": 1, "c": 1, "low": 2}


def test_a_tie_of_three_names_what_decided_against_the_one_before() -> None:
    items = (
        item("a", rice=rice(10, 1, 1, 1), criteria=RATED),
        item("b", rice=rice(10, 1, 1, 1)),
        item("c", rice=rice(20, 1, 1, 2)),
    )
    assert [ranked.tie_break for ranked in rank(items, method="RICE")] == [
        TieBreak.WEIGHTED_CRITERIA,
        TieBreak.WEIGHTED_CRITERIA,
        TieBreak.EFFORT,
    ]


def test_the_noise_of_binary_arithmetic_breaks_no_tie() -> None:
    assert rice(3, 0.1, 1, 1).score != rice(1, 0.3, 1, 1).score
    ranking = rank([item("noisy", rice=rice(3, 0.1, 1, 1)), item("exact", rice=rice(1, 0.3, 1, 1))], method="RICE")
    assert places(ranking) == [(1, "exact"), (1, "noisy")]


def test_weights_of_0_decide_no_tie() -> None:
    items = (item("z", rice=rice(1, 1, 1, 1), criteria=RATED), item("a", rice=rice(1, 1, 1, 1), criteria=UNLOVED))
    assert places(rank(items, method="RICE", weights=WEIGHTLESS)) == [(1, "a"), (1, "z")]


def test_an_override_moves_an_item_and_keeps_the_computed_score_and_the_reason() -> None:
    items = (*INTERCOM, item("legal", rice=rice(10, 1, 1, 1), override=override(700)))
    ranking = rank(items, method="RICE")
    assert ids(ranking) == ["p3", "legal", "p1", "p2"]
    legal = ranking.ranked[1]
    assert (legal.score, legal.computed) == (700, 10)
    assert legal.override is not None
    assert legal.override.reason == "The law asks for it."
    assert ids(rank(items, method="RICE", overrides=False)) == ["p3", "p1", "p2", "legal"]
    assert rank(items, method="RICE", overrides=False).ranked[3].override is None


def test_an_override_ranks_an_item_that_has_no_computed_score() -> None:
    ranking = rank((*INTERCOM, item("legal", override=override(700))), method="RICE")
    assert ids(ranking) == ["p3", "legal", "p1", "p2"]
    assert ranking.ranked[1].computed is None
    assert ranking.ranked[1].terms == {}
    assert ranking.unranked == ()


@pytest.mark.parametrize(
    ("score", "order"),
    [
        (999, ["x", "win", "bet", "fill"]),
        (1.6, ["win", "x", "bet", "fill"]),
        (1, ["win", "bet", "x", "fill"]),
        (0.5, ["win", "bet", "fill", "x"]),
    ],
)
def test_an_override_stands_before_the_first_item_that_it_outscores_whatever_its_quadrant(
    score: float, order: list[str]
) -> None:
    items = (
        item("win", value_effort=value_effort(8, 4)),
        item("bet", value_effort=value_effort(9, 6)),
        item("fill", value_effort=value_effort(3, 4), criteria=RATED),
        item("x", value_effort=value_effort(1, 10), override=override(score)),
    )
    assert ids(rank(items, method="Value-Effort")) == order


def test_overrides_below_everything_are_ordered_among_themselves() -> None:
    items = (item("low", override=override(-5)), *INTERCOM, item("lower", override=override(-6)))
    assert ids(rank(items, method="RICE")) == ["p3", "p1", "p2", "low", "lower"]


def test_an_override_counts_under_the_own_method_of_the_document_alone() -> None:
    moved = item("moved", rice=rice(1, 1, 1, 1), ice=ice(1, 1, 1), override=override(9000))
    alone = item("alone", override=override(9001))
    document = backlog(item("best", rice=rice(9, 1, 1, 1), ice=ice(9, 9, 9)), moved, alone)
    for own in (rank(document), rank(document, method="RICE")):
        assert (ids(own), own.overrides_left_out) == (["alone", "moved", "best"], ())
    other = rank(document, method="ICE")
    assert (ids(other), other.overrides_left_out) == (["best", "moved"], ("moved", "alone"))
    assert other.ranked[1].override is None
    assert [unranked.initiative.id for unranked in other.unranked] == ["alone"]
    custom = attrs.evolve(METHODS["ICE"], name="Ours")
    assert rank(document, method=custom).overrides_left_out == ("moved", "alone")


def test_an_override_of_a_finished_item_or_one_that_was_not_to_count_is_not_left_out() -> None:
    document = backlog(*INTERCOM, item("done", status=Status.DONE, override=override(9)))
    assert rank(document, method="ICE").overrides_left_out == ()
    assert rank(document, method="ICE", open_only=False).overrides_left_out == ("done",)
    assert rank(document, method="ICE", open_only=False, overrides=False).overrides_left_out == ()


def test_an_override_of_initiatives_without_a_document_counts_under_any_method() -> None:
    items = (item("a", ice=ice(9, 9, 9)), item("b", override=override(99)))
    assert ids(rank(items, method="ICE")) == ["b", "a"]
