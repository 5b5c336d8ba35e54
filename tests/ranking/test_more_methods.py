"""Weighted, WSJF, MoSCoW and Opportunity: published scores, orders, ties, and what is said about the whole."""

from datetime import date

import attrs
import pytest

from productgov import Initiative, InvalidValueError, Override, load, rank, simulate, value_of_information
from productgov.model.estimate import Estimate
from productgov.model.initiative import Status
from productgov.model.prioritization import Framework, ScoringCriteria, ValueEffortCut
from productgov.model.roadmap import Horizon, PlacedInitiative
from productgov.model.scoring import MoscowPriority, Scoring
from productgov.model.teams import TeamEffort
from productgov.ranking import METHODS, must_share
from productgov.ranking.ranking import Ranking
from productgov.ranking.report import RankReport
from productgov.views import board_text
from productgov.views.ranking import ranking_text, report_text
from tests.support.extras import needs
from tests.support.initiatives import (
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
from tests.support.project import EXAMPLES

MUST, SHOULD, COULD, WONT = MoscowPriority


def order(ranking: Ranking) -> list[tuple[int, str, float | None]]:
    return [(each.position, each.initiative.id, each.score) for each in ranking]


def explained(ranking: Ranking, id: str) -> list[str]:
    return report_text(RankReport(ranking=ranking, explained=ranking.find(id)), width=200).splitlines()


def with_effort(initiative: Initiative, effort: float | Estimate) -> Initiative:
    return attrs.evolve(initiative, efforts=(TeamEffort(team="core", effort=effort),))


def test_weighted_criteria_order_and_effort_lowers() -> None:
    items = (
        item("a", criteria=criteria(9, 6, 4, 6)),
        item("b", criteria=criteria(9, 6, 8, 6)),
        item("c", rice=rice(9, 9, 1, 1)),
    )
    ranking = rank(items, method="Weighted")
    assert order(ranking) == [(1, "a", 17 / 4), (2, "b", 13 / 4)]
    assert [each.reason for each in ranking.unranked] == ["no criteria (scoring.criteria)"]
    weights = ScoringCriteria(business_value=2, user_impact=3, effort=2, strategic_alignment=1)
    weighted = rank(items, method="Weighted", weights=weights)
    assert weighted.ranked[0].score == (18 + 18 + 6 - 8) / 8
    assert explained(weighted, "a")[2:] == [
        "Weighted: The weighted mean of the criteria, with effort taken away, from -10 to 10.",
        "  business value       9 of 10, with weight 2",
        "  user impact          6 of 10, with weight 3",
        "  strategic alignment  6 of 10, with weight 1",
        "  effort               4 of 10, with weight -2",
        "  the sum of rating × weight, divided by the sum of the weights = 4.25",
    ]


def test_weighted_needs_a_weight() -> None:
    nothing = ScoringCriteria(business_value=0, user_impact=0, effort=0, strategic_alignment=0)
    ranking = rank([item("a", criteria=criteria(1, 1, 1, 1))], method="Weighted", weights=nothing)
    assert [each.reason for each in ranking.unranked] == [
        "the weights of the four criteria are all 0 (prioritization.scoringCriteria)"
    ]
    assert list(METHODS["Weighted"].explain(Scoring(criteria=criteria(1, 1, 1, 1)), ranking.settings)) == []


def test_ties_of_weighted_are_broken_by_the_effort_of_the_item() -> None:
    same = criteria(5, 5, 5, 5)
    items = (
        with_effort(item("large", criteria=same), 3),
        with_effort(item("small", criteria=same), Estimate(low=1, likely=2, high=9)),
        item("of rice".replace(" ", "-"), criteria=same, rice=rice(1, 1, 1, 2.5)),
        item("unknown", criteria=same),
    )
    ranking = rank(items, method="Weighted")
    assert [(each.position, each.initiative.id) for each in ranking] == [
        (1, "small"),
        (2, "of-rice"),
        (3, "large"),
        (4, "unknown"),
    ]
    assert {each.tie_break.value for each in ranking if each.tie_break} == {"effort"}


def test_wsjf_ranks_the_published_example() -> None:
    items = (item("feature-a", wsjf=wsjf(100, 50, 20, 10)), item("feature-b", wsjf=wsjf(80, 30, 10, 5)))
    ranking = rank(items, method="WSJF")
    assert order(ranking) == [(1, "feature-b", 24), (2, "feature-a", 17)]
    assert explained(ranking, "feature-a")[2:] == [
        "WSJF: (User-Business Value + Time Criticality + Risk Reduction) ÷ Job Size (Reinertsen, 2009; SAFe).",
        "  user-business value  100",
        "  time criticality     50",
        "  risk reduction       20",
        "  job size             10",
        "  (100 + 50 + 20) ÷ 10 = 17",
    ]


def test_the_smaller_job_of_two_with_the_same_wsjf_comes_first() -> None:
    items = (item("large", wsjf=wsjf(8, 4, 0, 4)), item("small", wsjf=wsjf(2, 1, 0, 1)))
    assert [(each.initiative.id, each.position) for each in rank(items, method="WSJF")] == [("small", 1), ("large", 2)]


def test_opportunities_are_ranked_by_the_published_scores() -> None:
    items = (
        item("served", opportunity=opportunity(9, 9)),
        item("open", opportunity=opportunity(9, 3)),
        item("some", opportunity=opportunity(8, 4)),
    )
    ranking = rank(items, method="Opportunity")
    assert order(ranking) == [(1, "open", 15), (2, "some", 12), (3, "served", 9)]
    assert explained(ranking, "open")[-1] == "  9 + max(9 - 3, 0) = 15"


GROUPS = (
    item("could", moscow=COULD, rice=rice(900, 3, 1, 1)),
    item("wont", moscow=WONT, rice=rice(900, 3, 1, 1)),
    item("must-small", moscow=MUST, rice=rice(10, 1, 1, 1)),
    item("must-bare", moscow=MUST),
    item("must-other", moscow=MUST, ice=ice(9, 9, 9)),
    item("should", moscow=SHOULD, rice=rice(50, 1, 1, 1)),
    item("must-large", moscow=MUST, rice=rice(20, 1, 1, 1)),
    item("none", rice=rice(900, 3, 1, 1)),
)


def test_moscow_ranks_by_group_and_within_it_by_the_framework() -> None:
    ranking = rank(GROUPS, method="MoSCoW")
    assert order(ranking) == [
        (1, "must-large", 20),
        (2, "must-small", 10),
        (3, "must-bare", None),
        (3, "must-other", None),
        (4, "should", 50),
        (5, "could", 2700),
    ]
    assert [(each.initiative.id, each.reason) for each in ranking.unranked] == [
        ("wont", "not this time (scoring.moscow)"),
        ("none", "no MoSCoW group (scoring.moscow)"),
    ]
    shown = ranking_text(ranking, width=200)
    assert "must-bare, must-other (no score): equal in every tie-break, so they share a position" in shown
    assert [row["score"] for row in ranking.to_records()][2] is None
    assert value_of_information(rank([item("bare", moscow=MUST)], method="MoSCoW"), draws=5) == ()


def test_what_is_not_for_this_time_is_explained_by_its_group_alone() -> None:
    chosen = item("chosen", moscow=MoscowPriority.WONT, override=Override(score=5, reason="A promise."))
    lines = explained(rank(backlog(chosen, rank_by="MoSCoW")), "chosen")
    assert lines[3:] == ["  wont: Not this time.", "Overridden: 5 instead of no computed score.", "Reason: A promise."]


def test_the_framework_within_the_groups_is_that_of_the_document() -> None:
    ranking = rank(backlog(*GROUPS, framework=Framework.ICE, rank_by="MoSCoW"))
    assert [each.initiative.id for each in ranking][:4] == [
        "must-other",
        "must-large",  # of those without a score there, the items whose effort is known come first
        "must-small",
        "must-bare",
    ]
    assert explained(ranking, "must-other")[2:7] == [
        "MoSCoW: Must, should, could, and within each by the framework of the document (DSDM).",
        "  must: The plan makes no sense without it.",
        "  within must by ICE: by its score there",
        "  ICE: The mean of the three (Ellis and Brown, 2017).",
        "    impact      9 of 10",
    ]
    assert explained(ranking, "must-bare")[1:] == [
        "Position 3 of 5 by MoSCoW, without a score.",
        "MoSCoW: Must, should, could, and within each by the framework of the document (DSDM).",
        "  must: The plan makes no sense without it.",
        "  within must by ICE: last, as it has no score there: no ICE inputs (scoring.ice)",
        "Without a score, as must-large, must-small: tie broken by effort (the lower effort comes first).",
    ]
    assert explained(ranking, "wont")[1:] == ["Not ranked by MoSCoW: not this time (scoring.moscow)."]
    settings = ranking.settings
    assert list(METHODS["MoSCoW"].explain(Scoring(moscow=WONT), settings)) == [
        "MoSCoW: Must, should, could, and within each by the framework of the document (DSDM).",
        "  wont: Not this time.",
    ]


def test_the_quadrants_and_categories_of_a_framework_are_groups_within_those_of_moscow() -> None:
    items = (
        item("should-quick", moscow=SHOULD, value_effort=value_effort(9, 1)),
        item("must-pit", moscow=MUST, value_effort=value_effort(2, 9)),
        item("must-quick", moscow=MUST, value_effort=value_effort(9, 2)),
        item("must-bet", moscow=MUST, value_effort=value_effort(9, 9)),
    )
    document = backlog(*items, framework=Framework.VALUE_EFFORT, rank_by="MoSCoW")
    expected = ["must-quick", "must-bet", "must-pit", "should-quick"]
    assert [each.initiative.id for each in rank(document)] == expected
    assert [each.initiative.id for each in rank(document, value_effort_cut=ValueEffortCut.MEDIAN)] == expected
    surveys = (item("must-a", moscow=MUST, kano=kano(attractive=9)), item("must-m", moscow=MUST, kano=kano(must=9)))
    document = backlog(*surveys, framework=Framework.KANO, rank_by="MoSCoW")
    assert [each.initiative.id for each in rank(document)] == ["must-m", "must-a"]


def test_an_override_under_moscow_is_put_before_the_first_item_that_it_outscores() -> None:
    ranking = rank(backlog(*GROUPS, item("decided", override=override(15)), rank_by="MoSCoW"))
    assert [each.initiative.id for each in ranking][:3] == ["must-large", "decided", "must-small"]
    assert rank(
        backlog(*GROUPS, item("decided", override=override(15)), rank_by="MoSCoW"), method="RICE"
    ).overrides_left_out == ("decided",)


def test_the_must_share_is_of_effort_and_not_of_items() -> None:
    now = (
        item("a", moscow=MUST, rice=rice(1, 1, 1, 6)),
        item("b", moscow=SHOULD, rice=rice(1, 1, 1, 2)),
        item("c", moscow=COULD, rice=rice(1, 1, 1, 2)),
        item("d", moscow=COULD),
        item("done", moscow=MUST, rice=rice(1, 1, 1, 90), status=Status.DONE),
    )
    ranking = rank(backlog(*now, later=(item("e", moscow=MUST, rice=rice(1, 1, 1, 90)),), rank_by="MoSCoW"))
    assert ranking.notes == ("Must share: 60 % of the effort in now is for musts (known for 3 of 4 open items).",)
    share = must_share([PlacedInitiative(each, Horizon.NOW) for each in now])
    assert share is not None
    assert (share.share, share.known, share.too_high) == (0.6, 0.75, False)


def test_more_than_60_percent_for_musts_is_said() -> None:
    ranking = rank(
        backlog(item("a", moscow=MUST, rice=rice(1, 1, 1, 6.1)), item("b", rice=rice(1, 1, 1, 3.9)), rank_by="MoSCoW")
    )
    assert ranking.notes == (
        "Must share: 61 % of the effort in now is for musts (known for 2 of 2 open items).",
        "More than 60 % for musts leaves too little that can be given up (DSDM).",
    )
    assert ranking.notes[1] in str(ranking)


def test_without_efforts_in_now_nothing_is_said_about_them() -> None:
    assert rank(backlog(item("a", moscow=MUST), rank_by="MoSCoW")).notes == ()
    assert rank([item("a", moscow=MUST, rice=rice(1, 1, 1, 1))], method="MoSCoW").notes == ()


@pytest.mark.parametrize("name", ["Weighted", "WSJF", "MoSCoW", "Opportunity"])
def test_the_other_methods_are_certain(name: str) -> None:
    items = (
        item(
            "a",
            rice=rice(Estimate(low=1, likely=2, high=9), 1, 1, 1),
            criteria=criteria(5, 5, 5, 5),
            wsjf=wsjf(1, 1, 1, 1),
            moscow=MUST,
            opportunity=opportunity(5, 5),
        ),
        item("b", moscow=MUST, criteria=criteria(1, 5, 5, 5), wsjf=wsjf(2, 1, 1, 1), opportunity=opportunity(6, 5)),
    )
    ranking = rank(items, method=name)  # type: ignore[arg-type]
    assert len(ranking) == 2
    assert METHODS[name].uncertain is None
    simulation = simulate(ranking, draws=10)
    assert (simulation.uncertain, [outcome.p_first for outcome in simulation]) == (False, [1, 0])
    assert value_of_information(ranking, draws=10) == ()


def test_a_method_that_there_is_not_is_refused_with_the_nearest() -> None:
    with pytest.raises(
        InvalidValueError, match=r'prioritization\.rankBy: unknown ranking method "Moskow"; did you mean'
    ):
        rank(backlog(item("a"), rank_by="Moskow"))


def test_the_board_names_the_method_and_shows_positions() -> None:
    document = backlog(*GROUPS, rank_by="MoSCoW")
    assert "Roadmap, ranked by MoSCoW" in board_text(document, as_of=date(2026, 3, 1))
    unknown = board_text(backlog(*GROUPS, rank_by="Moskow"), as_of=date(2026, 3, 1))
    assert "Roadmap\n" in unknown
    assert "#1" not in unknown


@needs("yaml")
def test_the_example_is_ranked_by_its_formula() -> None:
    ranking = rank(load(EXAMPLES / "clinic.yaml"))
    assert [(each.initiative.id, each.score) for each in ranking][:2] == [("reminders", 54), ("waiting-list", 33.75)]
