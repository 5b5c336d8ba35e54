"""Weighted: the ratings under the four criteria of the document, by their weights."""

from collections.abc import Iterator

from productgov.model.scoring import Scoring
from productgov.ranking.method import Assessment, RankingMethod
from productgov.ranking.settings import RankingSettings
from productgov.ranking.terms import Terms
from productgov.wording import number_text

__all__ = ["WEIGHTED"]

_NEEDS = "criteria (scoring.criteria)"


def _has_inputs(scoring: Scoring, _settings: RankingSettings) -> bool:
    return scoring.criteria is not None


def _assess(scoring: Scoring, settings: RankingSettings) -> Assessment:
    criteria = scoring.criteria
    if criteria is None:
        return Assessment(refusal=f"no {_NEEDS}")
    score = criteria.weighted(settings.prioritization.scoring_criteria)
    if score is None:
        return Assessment(refusal="the weights of the four criteria are all 0 (prioritization.scoringCriteria)")
    ratings = {
        "business_value": criteria.business_value,
        "user_impact": criteria.user_impact,
        "strategic_alignment": criteria.strategic_alignment,
        "effort": criteria.effort,
    }
    return Assessment(score=score, terms=Terms(ratings))


def _explain(scoring: Scoring, settings: RankingSettings) -> Iterator[str]:
    criteria, weights = scoring.criteria, settings.prioritization.scoring_criteria
    score = None if criteria is None else criteria.weighted(weights)
    if criteria is None or score is None:
        return
    yield f"Weighted: {WEIGHTED.description}"
    for name, rating, weight in (
        ("business value", criteria.business_value, weights.business_value),
        ("user impact", criteria.user_impact, weights.user_impact),
        ("strategic alignment", criteria.strategic_alignment, weights.strategic_alignment),
        ("effort", criteria.effort, -weights.effort),
    ):
        yield f"  {name:<19}  {number_text(rating)} of 10, with weight {number_text(weight)}"
    yield f"  the sum of rating × weight, divided by the sum of the weights = {number_text(score)}"


WEIGHTED = RankingMethod(
    name="Weighted",
    description="The weighted mean of the criteria, with effort taken away, from -10 to 10.",
    needs=_NEEDS,
    has_inputs=_has_inputs,
    assess=_assess,
    explain=_explain,
    lower_is_better=frozenset({"effort"}),
    effort_of_item=True,
)
