"""The explanation of a position: the whole computation in words and numbers, the override, and the tie."""

from typing import Any

import pytest

from productgov.model.estimate import Estimate
from productgov.model.initiative import Initiative
from productgov.model.kano.evaluation import KanoAnswer
from productgov.model.kano.survey import KanoResponse, KanoSurvey
from productgov.model.prioritization import Framework, IceVariant, ScoringCriteria
from productgov.ranking.explanation import explanation_lines, override_text, tie_text
from productgov.ranking.ranking import Ranking, rank
from productgov.ranking.ties import TieBreak
from tests.support.initiatives import backlog, criteria, ice, item, kano, override, rice, value_effort


def explained(ranking: Ranking, id: str) -> list[str]:
    found = ranking.find(id)
    assert found is not None
    return list(explanation_lines(ranking, found))


def computation(only: Initiative, framework: Framework, **settings: Any) -> list[str]:
    """What is explained after the two lines about the item and its position."""
    return explained(rank([only], method=framework, **settings), only.id)[2:]


def test_rice_shows_the_named_steps_and_the_ranges_of_its_inputs() -> None:
    reach, effort = Estimate(low=100, likely=900, high=2000), Estimate(low=1, likely=2, high=3)
    assert computation(item("a", rice=rice(reach, 2, 0.8, effort)), Framework.RICE) == [
        "RICE: Reach × Impact × Confidence ÷ Effort (McBride, 2016).",
        "  reach       900 people or events in a quarter, estimated from 100 to 2,000",
        "  impact      2 (high)",
        "  confidence  0.8 (medium)",
        "  effort      2 person-months, estimated from 1 to 3",
        "  900 × 2 × 0.8 ÷ 2 = 720",
    ]
    assert computation(item("a", rice=rice(900, 1.5, 0.7, 2)), Framework.RICE)[1:4] == [
        "  reach       900 people or events in a quarter",
        "  impact      1.5",
        "  confidence  0.7",
    ]


def test_ice_shows_the_formula_of_its_variant() -> None:
    rated = item("a", ice=ice(8, 7, 6))
    assert computation(rated, Framework.ICE) == [
        "ICE: The mean of the three (Ellis and Brown, 2017).",
        "  impact      8 of 10",
        "  confidence  7 of 10",
        "  ease        6 of 10",
        "  (8 + 7 + 6) ÷ 3 = 7",
    ]
    assert computation(rated, Framework.ICE, ice_variant=IceVariant.PRODUCT)[-1] == "  8 × 7 × 6 = 336"


def test_value_effort_shows_the_side_of_the_cut_on_each_axis() -> None:
    assert computation(item("a", value_effort=value_effort(7, 5.5)), Framework.VALUE_EFFORT) == [
        "Value-Effort: The four quadrants of value against effort.",
        "  value   7: high, above the cut at 5.5",
        "  effort  5.5: low, not above the cut at 5.5",
        "  quick win: High value, low effort: do it first.",
        "  within its quadrant: 7 ÷ 5.5 = 1.27",
    ]


def test_value_effort_shows_the_criteria_where_they_stand_in() -> None:
    weights = ScoringCriteria(business_value=2, user_impact=1, effort=0, strategic_alignment=1)
    assert computation(item("a", criteria=criteria(9, 6, 4, 6)), Framework.VALUE_EFFORT, weights=weights)[3:7] == [
        "  value and effort are those of the criteria, because valueEffort is not given; the value is the mean of",
        "    business value       9, with weight 2",
        "    user impact          6, with weight 1",
        "    strategic alignment  6, with weight 1",
    ]


def test_value_effort_shows_no_ratio_without_an_effort() -> None:
    free = item("a", criteria=criteria(9, 6, 0, 6), override=override(5))
    assert not any("÷" in line for line in computation(free, Framework.VALUE_EFFORT))


def test_kano_shows_the_counts_the_lead_and_both_coefficients() -> None:
    assert computation(item("a", kano=kano(8, 15, 1, 4)), Framework.KANO) == [
        "Kano: mustBe 8, oneDimensional 15, attractive 1, indifferent 4, reverse 0, questionable 0",
        "  most frequent is oneDimensional: The more the better, the less the worse.",
        "  ahead of mustBe by 7, where 6.07 are needed: significant (Fong, 1996)",
        "  Better = (1 + 15) ÷ (1 + 15 + 8 + 4) = 0.571",
        "  Worse = -(15 + 8) ÷ (1 + 15 + 8 + 4) = -0.821",
        "  within its category: Better - Worse = 1.39",
    ]
    assert computation(item("a", kano=kano(8, 9)), Framework.KANO)[2].endswith(
        "are needed: not significant (Fong, 1996)"
    )


def test_kano_names_the_table_only_where_answers_were_evaluated_by_it() -> None:
    answer = KanoResponse(functional=KanoAnswer.LIKE, dysfunctional=KanoAnswer.DISLIKE, count=5)
    lines = computation(item("a", kano=KanoSurvey(responses=(answer,))), Framework.KANO)
    assert lines[1] == "  evaluated by the table of Berger et al., 1993"
    assert not any("evaluated" in line for line in computation(item("a", kano=kano(5)), Framework.KANO))


@pytest.mark.parametrize(
    ("survey", "lines"),
    [
        (kano(), ["Kano: nobody answered."]),
        (
            kano(reverse=9),
            [
                "Kano: mustBe 0, oneDimensional 0, attractive 0, indifferent 0, reverse 9, questionable 0",
                "  most frequent is reverse: They would rather not have it.",
                "  ahead of mustBe by 9, where 3.5 are needed: significant (Fong, 1996)",
            ],
        ),
    ],
)
def test_kano_shows_no_coefficients_of_a_survey_that_has_none(survey: KanoSurvey, lines: list[str]) -> None:
    moved = computation(item("a", kano=survey, override=override(5)), Framework.KANO)
    assert moved == [*lines, "Overridden: 5 instead of no computed score.", "Reason: The law asks for it."]


def test_the_first_lines_name_the_item_its_horizon_and_its_position() -> None:
    document = backlog(
        item("a", rice=rice(9, 1, 1, 1)), item("b", rice=rice(9, 1, 1, 1)), later=(item("c", rice=rice(1, 1, 1, 1)),)
    )
    assert explained(rank(document), "c")[:2] == [
        "c: Title of c (later)",
        "Position 2 of 2 by RICE, with a score of 1.",
    ]
    assert explained(rank([item("c", rice=rice(1, 1, 1, 1))], method="RICE"), "c")[0] == "c: Title of c"


def test_an_item_that_is_not_ranked_is_explained_by_the_reason_alone() -> None:
    assert explained(rank([item("a")], method="RICE"), "a") == [
        "a: Title of a",
        "Not ranked by RICE: no RICE inputs (scoring.rice).",
    ]


def test_an_override_is_explained_with_the_score_it_replaces_and_who_decided() -> None:
    moved = item("a", rice=rice(10, 1, 1, 1), override=override(700, reason="A law.", by="Ana"))
    assert explained(rank([moved], method="RICE"), "a")[-2:] == [
        "Overridden: 700 instead of 10 (decided by Ana).",
        "Reason: A law.",
    ]
    assert override_text(override(0), 0) == "0 instead of 0"


def test_a_tie_is_explained_with_at_most_three_of_the_items_of_the_same_score() -> None:
    same = rice(10, 1, 1, 1)
    items = [item(name, rice=same) for name in "abcd"]
    shared = "equal in every tie-break, so they share a position"
    assert explained(rank(items, method="RICE"), "b")[-1] == f"Same score as a, c, d: {shared}."
    five = rank([*items, item("e", rice=same), item("z", rice=rice(1, 1, 1, 1))], method="RICE")
    assert explained(five, "b")[-1] == f"Same score as a, c, d and 1 more: {shared}."
    assert not any("Same score" in line for line in explained(five, "z"))


def test_items_of_the_same_score_in_another_group_are_no_tie() -> None:
    items = (
        item("win", value_effort=value_effort(6, 3)),
        item("win-too", value_effort=value_effort(8, 4)),
        item("fill", value_effort=value_effort(4, 2)),
    )
    assert explained(rank(items, method="Value-Effort"), "win")[-1].startswith("Same score as win-too: tie broken by ")


@pytest.mark.parametrize("tie_break", [each for each in TieBreak if each is not TieBreak.NONE])
def test_a_broken_tie_says_what_broke_it(tie_break: TieBreak) -> None:
    assert tie_text(tie_break).startswith(f"tie broken by {tie_break.value} (the ")
    assert tie_text(TieBreak.NONE) == tie_text(None) == "equal in every tie-break, so they share a position"
