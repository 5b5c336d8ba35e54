"""RICE: Reach × Impact × Confidence ÷ Effort (McBride, Intercom, 2016)."""

from collections.abc import Iterator

from productgov.model.estimate import Estimate, likely
from productgov.model.prioritization import Framework
from productgov.model.scoring import CONFIDENCE_SCALE, IMPACT_SCALE, Scoring
from productgov.ranking.method import Assessment, RankingMethod
from productgov.ranking.settings import RankingSettings
from productgov.ranking.terms import Terms
from productgov.ranking.uncertain import UncertainScore
from productgov.wording import number_text

__all__ = ["RICE"]

_NEEDS = "RICE inputs (scoring.rice)"


def _has_inputs(scoring: Scoring, _settings: RankingSettings) -> bool:
    return scoring.rice is not None


def _assess(scoring: Scoring, _settings: RankingSettings) -> Assessment:
    rice = scoring.rice
    if rice is None:
        return Assessment(refusal=f"no {_NEEDS}")
    if rice.effort is None:
        return Assessment(refusal="no effort (scoring.rice.effort, or efforts)")
    effort = likely(rice.effort)
    terms = Terms(
        {"reach": likely(rice.reach), "impact": likely(rice.impact), "confidence": rice.confidence, "effort": effort}
    )
    return Assessment(score=rice.score, terms=terms, confidence=rice.confidence, effort=effort)


def _explain(scoring: Scoring, settings: RankingSettings) -> Iterator[str]:
    rice = scoring.rice
    if rice is None or rice.effort is None:
        return
    reach, impact, effort = likely(rice.reach), likely(rice.impact), likely(rice.effort)
    period = settings.prioritization.reach_period
    factors = " × ".join(map(number_text, (reach, impact, rice.confidence)))
    yield f"RICE: {RICE.description}"
    yield f"  reach       {number_text(reach)} people or events in a {period}{_range(rice.reach)}"
    yield f"  impact      {number_text(impact)}{_named(IMPACT_SCALE.get(impact))}{_range(rice.impact)}"
    yield f"  confidence  {number_text(rice.confidence)}{_named(CONFIDENCE_SCALE.get(rice.confidence))}"
    yield f"  effort      {number_text(effort)} person-months{_range(rice.effort)}"
    yield f"  {factors} ÷ {number_text(effort)} = {number_text(rice.score or 0)}"


def _uncertain(scoring: Scoring, _settings: RankingSettings) -> UncertainScore | None:
    rice = scoring.rice
    if rice is None or rice.effort is None:
        return None
    return UncertainScore(
        factors={"reach": rice.reach, "impact": rice.impact}, confidence=rice.confidence, effort=rice.effort
    )


def _named(name: str | None) -> str:
    return f" ({name})" if name else ""


def _range(value: float | Estimate) -> str:
    if not isinstance(value, Estimate):
        return ""
    return f", estimated from {number_text(value.low)} to {number_text(value.high)}"


RICE = RankingMethod(
    name=Framework.RICE.value,
    description=Framework.RICE.description,
    source="McBride, Intercom, 2016",
    needs=_NEEDS,
    has_inputs=_has_inputs,
    assess=_assess,
    explain=_explain,
    uncertain=_uncertain,
    lower_is_better=frozenset({"effort"}),
)
