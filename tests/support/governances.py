"""Small documents for the tests, built from what a test is about."""

from datetime import date

from productgov.model.governance import ProductGovernance
from productgov.model.initiative import Initiative
from productgov.model.metrics import KPI, Metrics
from productgov.model.people import Role
from productgov.model.prioritization import Framework, Prioritization, ReviewCadence
from productgov.model.reviews import Review, Reviews
from productgov.model.roadmap import Roadmap, TimeHorizon
from productgov.model.vision import ProductVision

__all__ = ["AD_HOC", "governance"]

AD_HOC = Review(frequency="ad hoc", participants=(Role(title="Head of Product"),))


def governance(
    *,
    name: str | None = "Tempo",
    as_of: date | None = date(2026, 3, 1),
    north_star: str = "weekly-teams",
    inputs: tuple[KPI, ...] = (),
    outputs: tuple[KPI, ...] = (),
    guardrails: tuple[KPI, ...] = (),
    now: tuple[Initiative, ...] = (),
    later: tuple[Initiative, ...] = (),
    delivered: tuple[Initiative, ...] = (),
    product_review: Review = AD_HOC,
    strategy_review: Review = AD_HOC,
    portfolio_review: Review = AD_HOC,
) -> ProductGovernance:
    """A document that says what it must, and what is given."""
    return ProductGovernance(
        name=name,
        as_of=as_of,
        product_vision=ProductVision(
            mission="Give teams their mornings back.",
            target_market=("small teams",),
            value_proposition="A plan that keeps itself.",
            strategic_pillars=("Calm",),
        ),
        prioritization=Prioritization(framework=Framework.RICE, review_cadence=ReviewCadence.MONTHLY),
        roadmap=Roadmap(time_horizon=TimeHorizon(now=now, later=later), delivered=delivered),
        metrics=Metrics(
            north_star_metric=north_star, input_metrics=inputs, output_metrics=outputs, guardrail_metrics=guardrails
        ),
        reviews=Reviews(
            product_review=product_review, strategy_review=strategy_review, portfolio_review=portfolio_review
        ),
    )
