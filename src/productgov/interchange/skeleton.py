"""A new document for what is imported: what no table knows says TBD, so that a check asks for it."""

from productgov.interchange.imported import Imported
from productgov.model.governance import ProductGovernance
from productgov.model.metrics import Metrics
from productgov.model.prioritization import Framework, Prioritization, ReviewCadence
from productgov.model.reviews import Review, Reviews
from productgov.model.roadmap import Roadmap, TimeHorizon
from productgov.model.vision import ProductVision

__all__ = ["new_governance"]

_OPEN = "TBD"
_FRAMEWORKS = {"rice": Framework.RICE, "ice": Framework.ICE, "value_effort": Framework.VALUE_EFFORT}


def new_governance(imported: Imported) -> ProductGovernance:
    """A governance with what was imported, and TBD where only its owner knows what to write.

    The framework is the one that most initiatives have the inputs of; where none has any, it is RICE.
    """
    counts = dict.fromkeys(_FRAMEWORKS, 0)
    for initiative in imported.initiatives:
        for name in counts:
            counts[name] += initiative.scoring is not None and getattr(initiative.scoring, name) is not None
    framework = _FRAMEWORKS[max(counts, key=lambda name: counts[name])]
    governance = ProductGovernance(
        product_vision=ProductVision(
            mission=_OPEN, target_market=(_OPEN,), value_proposition=_OPEN, strategic_pillars=(_OPEN,)
        ),
        prioritization=Prioritization(framework=framework, review_cadence=ReviewCadence.MONTHLY),
        roadmap=Roadmap(time_horizon=TimeHorizon()),
        metrics=Metrics(north_star_metric=_OPEN),
        reviews=Reviews(
            product_review=_review("weekly"),
            strategy_review=_review("monthly"),
            portfolio_review=_review("quarterly"),
        ),
    )
    return imported.apply(governance)


def _review(frequency: str) -> Review:
    return Review(frequency=frequency, participants=(_OPEN,))  # type: ignore[arg-type]
