"""Opportunity: what is important to customers, and not done well enough today (Ulwick, 2005)."""

from collections.abc import Iterator

from productgov.model.scoring import Scoring
from productgov.ranking.method import Assessment, RankingMethod
from productgov.ranking.settings import RankingSettings
from productgov.ranking.terms import Terms
from productgov.wording import number_text

__all__ = ["OPPORTUNITY"]

_NEEDS = "importance and satisfaction (scoring.opportunity)"


def _has_inputs(scoring: Scoring, _settings: RankingSettings) -> bool:
    return scoring.opportunity is not None


def _assess(scoring: Scoring, _settings: RankingSettings) -> Assessment:
    opportunity = scoring.opportunity
    if opportunity is None:
        return Assessment(refusal=f"no {_NEEDS}")
    terms = Terms({"importance": opportunity.importance, "satisfaction": opportunity.satisfaction})
    return Assessment(score=opportunity.score, terms=terms)


def _explain(scoring: Scoring, _settings: RankingSettings) -> Iterator[str]:
    opportunity = scoring.opportunity
    if opportunity is None:
        return
    importance, satisfaction = number_text(opportunity.importance), number_text(opportunity.satisfaction)
    yield f"Opportunity: {OPPORTUNITY.description}"
    yield f"  importance    {importance}: 10 × the share of customers who call it important"
    yield f"  satisfaction  {satisfaction}: 10 × the share of customers who are satisfied"
    yield f"  {importance} + max({importance} - {satisfaction}, 0) = {number_text(opportunity.score)}"


OPPORTUNITY = RankingMethod(
    name="Opportunity",
    description="Importance + max(Importance - Satisfaction, 0), from 0 to 20 (Ulwick, 2005).",
    source="Ulwick, 2005",
    needs=_NEEDS,
    has_inputs=_has_inputs,
    assess=_assess,
    explain=_explain,
    lower_is_better=frozenset({"satisfaction"}),
    effort_of_item=True,
)
