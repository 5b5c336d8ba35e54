"""The scores of one initiative: published numbers, and what the formulas promise."""

import pytest

from productgov.dumping import to_dict
from productgov.errors import InvalidDocumentError, InvalidValueError
from productgov.loading import from_dict
from productgov.model.estimate import Estimate
from productgov.model.initiative import Initiative
from productgov.model.prioritization import EQUAL_WEIGHTS, FixedCut, IceVariant, ScoringCriteria
from productgov.model.roadmap import External
from productgov.model.scoring import (
    FormulaInput,
    MoscowPriority,
    Opportunity,
    Quadrant,
    Rice,
    Scoring,
    ValueEffort,
    Wsjf,
)
from productgov.model.teams import TeamEffort
from tests.support.initiatives import criteria, ice, rice, value_effort


@pytest.mark.parametrize(
    ("reach", "impact", "confidence", "effort", "score"),
    [
        # McBride, Intercom, 2016: 500 customers × 30 % × 3 months is a reach of 450.
        (450, 3, 1.0, 2, 675),
        (2000, 1, 0.8, 4, 400),
        (800, 2, 0.5, 1, 800),
        # Other published examples.
        (2000, 2, 0.8, 4, 800),
        (1000, 2, 0.8, 1, 1600),
        # A real backlog of nine rows.
        (100, 3, 1.0, 0.5, 600),
        (50, 2, 1.0, 0.25, 400),
        (100, 2, 1.0, 1.0, 200),
        (50, 3, 0.8, 1.0, 120),
        (20, 2, 1.0, 0.5, 80),
        (100, 3, 0.8, 2.0, 120),
        (100, 3, 0.8, 2.5, 96),
        (50, 2, 0.8, 2.0, 40),
        (50, 3, 0.5, 3.0, 25),
    ],
)
def test_rice_gives_the_published_scores(
    reach: float, impact: float, confidence: float, effort: float, score: float
) -> None:
    assert rice(reach, impact, confidence, effort).score == pytest.approx(score, rel=1e-12)


def test_rice_keeps_its_full_precision() -> None:
    assert rice(1, 1, 1, 3).score == 1 / 3


def test_a_plain_rice_score_uses_the_likely_values() -> None:
    reach = Estimate(low=100, likely=450, high=2000)
    assert rice(reach, 3, 1.0, Estimate(low=1, likely=2, high=9)).score == 675


def test_an_effort_of_0_is_refused_before_anything_is_divided() -> None:
    with pytest.raises(InvalidValueError, match=r"Rice\.effort must be a number above 0, not 0"):
        rice(1, 1, 1, 0)


def test_a_confidence_in_percent_is_refused_and_the_fraction_named() -> None:
    with pytest.raises(InvalidValueError, match=r"Rice\.confidence must be .* not 80 \(write 0\.8"):
        rice(1, 1, 80, 1)


def test_ice_is_a_mean_or_a_product() -> None:
    # Product: product-tower.com's worked example.
    assert ice(8, 7, 6).mean == 7
    assert ice(8, 7, 6).product == 336
    assert ice(8, 7, 6).score() == 7
    assert ice(8, 7, 6).score(IceVariant.PRODUCT) == 336


def test_the_variants_of_ice_can_disagree_about_the_order() -> None:
    uneven, even = ice(10, 1, 10), ice(6, 6, 6)
    assert uneven.mean == 7 > even.mean == 6
    assert uneven.product == 100 < even.product == 216


@pytest.mark.parametrize(
    ("value", "effort", "quadrant"),
    [
        (9, 2, Quadrant.QUICK_WIN),
        (9, 8, Quadrant.BIG_BET),
        (2, 2, Quadrant.FILL_IN),
        (2, 8, Quadrant.MONEY_PIT),
        (5.5, 5.5, Quadrant.FILL_IN),
    ],
)
def test_value_and_effort_give_a_quadrant_and_what_is_at_the_cut_is_low(
    value: float, effort: float, quadrant: Quadrant
) -> None:
    assert value_effort(value, effort).quadrant() is quadrant


def test_the_quadrant_depends_on_the_cut() -> None:
    assert ValueEffort(value=6, effort=4).quadrant() is Quadrant.QUICK_WIN
    assert ValueEffort(value=6, effort=4).quadrant(FixedCut(value=7, effort=3)) is Quadrant.MONEY_PIT


def test_value_effort_scores_value_over_effort() -> None:
    assert value_effort(8, 2).score == 4


def test_weighted_criteria_count_effort_against_an_item() -> None:
    rated = criteria(business_value=8, user_impact=6, effort=4, strategic_alignment=10)
    assert rated.weighted(EQUAL_WEIGHTS) == (8 + 6 + 10 - 4) / 4
    weights = ScoringCriteria(business_value=3, user_impact=2, effort=1, strategic_alignment=4)
    assert rated.weighted(weights) == (3 * 8 + 2 * 6 + 4 * 10 - 4) / 10
    assert rated.value(weights) == (3 * 8 + 2 * 6 + 4 * 10) / 9


def test_weights_of_0_leave_the_weighted_criteria_undefined() -> None:
    nothing = ScoringCriteria(business_value=0, user_impact=0, effort=0, strategic_alignment=0)
    only_effort = ScoringCriteria(business_value=0, user_impact=0, effort=2, strategic_alignment=0)
    rated = criteria(8, 6, 4, 10)
    assert rated.weighted(nothing) is None
    assert rated.value(nothing) is None
    assert rated.weighted(only_effort) == -4
    assert rated.value(only_effort) is None


def initiative(*efforts: float | Estimate, effort: float | Estimate | None = None) -> Initiative:
    return Initiative(
        id="a",
        title="A",
        efforts=tuple(TeamEffort(team=f"t{place}", effort=each) for place, each in enumerate(efforts)),
        scoring=Scoring(rice=Rice(reach=1, impact=1, confidence=1, effort=effort)),
    )


def test_the_effort_is_the_sum_of_the_efforts_else_that_of_rice() -> None:
    assert initiative(effort=3).effort == 3
    assert initiative(1, 2).effort == 3
    assert initiative(1, 2.5, effort=9).effort == 3.5
    assert Initiative(id="a", title="A").effort is None
    assert Initiative(id="a", title="A", scoring=Scoring()).effort is None


def test_efforts_that_are_estimates_are_added_end_by_end() -> None:
    first, second = Estimate(low=1, likely=2, high=4), Estimate(low=0.5, likely=0.5, high=9)
    assert initiative(first, 2, second).effort == Estimate(low=3.5, likely=4.5, high=15)
    assert initiative(first).effort == first


def test_the_sum_of_huge_efforts_is_still_a_number_of_a_document() -> None:
    assert initiative(1e15, 1e15).effort == 1e15
    huge = Estimate(low=1e15, likely=1e15, high=1e15)
    assert initiative(huge, 1).effort == huge


def test_rice_without_an_effort_has_no_score_and_needs_efforts() -> None:
    assert Rice(reach=1, impact=1, confidence=1).score is None
    assert initiative(2).scoring == Scoring(rice=Rice(reach=1, impact=1, confidence=1))
    with pytest.raises(InvalidValueError, match="effort is needed, because no efforts are given"):
        initiative()


def test_a_document_without_any_effort_says_where_to_give_it() -> None:
    item = {"id": "a", "title": "A", "scoring": {"rice": {"reach": 1, "impact": 1, "confidence": 1}}}
    with pytest.raises(InvalidDocumentError) as caught:
        from_dict(item, Initiative)
    [finding] = caught.value.findings
    assert (finding.code, finding.path) == ("PG008", "/scoring/rice")
    assert finding.hint == "give effort here, or efforts"
    document = {**item, "efforts": [{"team": "t", "effort": 2}]}
    assert from_dict(document, Initiative).effort == 2
    assert to_dict(from_dict(document, Initiative)) == document


@pytest.mark.parametrize(
    ("inputs", "score"),
    [
        ((100, 50, 20, 10), 17),  # beginpm.com
        ((80, 30, 10, 5), 24),
        ((8, 5, 8, 2), 10.5),  # a real backlog
        ((8, 5, 2, 8), 1.875),
    ],
)
def test_wsjf_gives_the_published_scores(inputs: tuple[float, float, float, float], score: float) -> None:
    value, criticality, risk, size = inputs
    wsjf = Wsjf(user_business_value=value, time_criticality=criticality, risk_reduction=risk, job_size=size)
    assert (wsjf.score, wsjf.cost_of_delay) == (score, value + criticality + risk)


def test_a_job_without_size_is_refused() -> None:
    with pytest.raises(InvalidValueError, match=r"Wsjf\.job_size must be a number above 0, not 0"):
        Wsjf(user_business_value=1, time_criticality=1, risk_reduction=1, job_size=0)


@pytest.mark.parametrize(("importance", "satisfaction", "score"), [(9, 3, 15), (9, 9, 9), (8, 4, 12), (5, 10, 5)])
def test_an_opportunity_has_the_published_score(importance: float, satisfaction: float, score: float) -> None:
    assert Opportunity(importance=importance, satisfaction=satisfaction).score == score


def test_the_groups_of_moscow_are_in_their_order() -> None:
    assert [priority.value for priority in MoscowPriority] == ["must", "should", "could", "wont"]


@pytest.mark.parametrize("name", ["cost", "q1_revenue", "A", "x" * 64])
def test_a_formula_can_use_the_name_of_an_input(name: str) -> None:
    assert FormulaInput(name=name, value=-2.5).name == name


@pytest.mark.parametrize("name", ["", "cost-of-delay", "rice.reach", "1st", "_x", "größe", "x" * 65])
def test_a_name_that_a_formula_cannot_use_is_refused(name: str) -> None:
    with pytest.raises(InvalidValueError, match=r"FormulaInput\.name must be a name that a formula can use"):
        FormulaInput(name=name, value=1)


@pytest.mark.parametrize("item", ["billing/invoices", "a.b/c_d"])
def test_an_external_can_be_an_item_of_another_product(item: str) -> None:
    assert External(id="x", title="X", item=item).item == item


@pytest.mark.parametrize("item", ["invoices", "/invoices", "billing/", "a/b/c", "billing / invoices"])
def test_an_item_of_another_product_has_two_parts(item: str) -> None:
    with pytest.raises(InvalidValueError, match="such as billing/invoices"):
        External(id="x", title="X", item=item)
