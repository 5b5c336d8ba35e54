"""ICE: the mean of Impact, Confidence and Ease (Ellis and Brown, 2017), or their product (Gilad, 2023)."""

from collections.abc import Iterator

from productgov.model.prioritization import Framework, IceVariant
from productgov.model.scoring import Scoring
from productgov.ranking.method import Assessment, RankingMethod
from productgov.ranking.settings import RankingSettings
from productgov.ranking.terms import Terms
from productgov.wording import number_text

__all__ = ["ICE"]

_NEEDS = "ICE inputs (scoring.ice)"


def _has_inputs(scoring: Scoring, _settings: RankingSettings) -> bool:
    return scoring.ice is not None


def _assess(scoring: Scoring, settings: RankingSettings) -> Assessment:
    ice = scoring.ice
    if ice is None:
        return Assessment(refusal=f"no {_NEEDS}")
    return Assessment(
        score=ice.score(settings.prioritization.ice_variant),
        terms=Terms({"impact": ice.impact, "confidence": ice.confidence, "ease": ice.ease}),
        confidence=ice.confidence,
        effort=-ice.ease,
    )


def _explain(scoring: Scoring, settings: RankingSettings) -> Iterator[str]:
    ice = scoring.ice
    if ice is None:
        return
    variant = settings.prioritization.ice_variant
    ratings = {"impact": ice.impact, "confidence": ice.confidence, "ease": ice.ease}
    numbers = list(map(number_text, ratings.values()))
    yield f"ICE: {variant.description}"
    for name, number in zip(ratings, numbers, strict=True):
        yield f"  {name:<10}  {number} of 10"
    total = " × ".join(numbers) if variant is IceVariant.PRODUCT else f"({' + '.join(numbers)}) ÷ 3"
    yield f"  {total} = {number_text(ice.score(variant))}"


ICE = RankingMethod(
    name=Framework.ICE.value,
    description=Framework.ICE.description,
    source="Ellis and Brown, 2017",
    needs=_NEEDS,
    has_inputs=_has_inputs,
    assess=_assess,
    explain=_explain,
)
