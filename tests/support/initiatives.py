"""Initiatives with the scoring inputs that a test needs, and documents with these initiatives."""

import attrs

from productgov.model.estimate import Estimate
from productgov.model.governance import ProductGovernance
from productgov.model.initiative import Initiative, Status
from productgov.model.kano.counts import KanoCounts
from productgov.model.kano.survey import KanoSurvey
from productgov.model.prioritization import Framework
from productgov.model.scoring import (
    Criteria,
    FormulaInput,
    Ice,
    Opportunity,
    Override,
    Rice,
    Scoring,
    ValueEffort,
    Wsjf,
)
from tests.support.governances import governance

__all__ = [
    "INTERCOM",
    "backlog",
    "criteria",
    "ice",
    "inputs",
    "item",
    "kano",
    "opportunity",
    "override",
    "rice",
    "value_effort",
    "wsjf",
]


def item(id: str, *, status: Status = Status.PROPOSED, **inputs: object) -> Initiative:
    """An initiative with some scoring inputs by their names; without any, it has no scoring at all."""
    scoring = Scoring(**inputs) if inputs else None  # type: ignore[arg-type]
    return Initiative(id=id, title=f"Title of {id}", status=status, scoring=scoring)


def rice(reach: float | Estimate, impact: float | Estimate, confidence: float, effort: float | Estimate) -> Rice:
    return Rice(reach=reach, impact=impact, confidence=confidence, effort=effort)


def ice(impact: float, confidence: float, ease: float) -> Ice:
    return Ice(impact=impact, confidence=confidence, ease=ease)


def value_effort(value: float, effort: float) -> ValueEffort:
    return ValueEffort(value=value, effort=effort)


def kano(
    must: float = 0, one: float = 0, attractive: float = 0, indifferent: float = 0, reverse: float = 0
) -> KanoSurvey:
    """A survey by its counts, in the order M, O, A, I, R."""
    return KanoSurvey(
        counts=KanoCounts(
            must_be=must, one_dimensional=one, attractive=attractive, indifferent=indifferent, reverse=reverse
        )
    )


def criteria(business_value: float, user_impact: float, effort: float, strategic_alignment: float) -> Criteria:
    return Criteria(
        business_value=business_value, user_impact=user_impact, effort=effort, strategic_alignment=strategic_alignment
    )


def wsjf(value: float, criticality: float, risk: float, size: float) -> Wsjf:
    return Wsjf(user_business_value=value, time_criticality=criticality, risk_reduction=risk, job_size=size)


def opportunity(importance: float, satisfaction: float) -> Opportunity:
    return Opportunity(importance=importance, satisfaction=satisfaction)


def inputs(**values: float | Estimate) -> tuple[FormulaInput, ...]:
    return tuple(FormulaInput(name=name, value=value) for name, value in values.items())


def override(score: float, reason: str = "The law asks for it.", by: str | None = None) -> Override:
    return Override(score=score, reason=reason, by=by)


def backlog(
    *now: Initiative,
    framework: Framework = Framework.RICE,
    rank_by: str | None = None,
    formula: str | None = None,
    later: tuple[Initiative, ...] = (),
    delivered: tuple[Initiative, ...] = (),
    unplaced: tuple[Initiative, ...] = (),
) -> ProductGovernance:
    """A document whose roadmap has these initiatives; the unplaced ones are in its backlog."""
    document = governance(now=now, later=later, delivered=delivered)
    document = attrs.evolve(document, roadmap=attrs.evolve(document.roadmap, backlog=unplaced))
    settings = attrs.evolve(document.prioritization, framework=framework, rank_by=rank_by, formula=formula)
    return attrs.evolve(document, prioritization=settings)


INTERCOM = (
    item("p1", rice=rice(450, 3, 1.0, 2)),
    item("p2", rice=rice(2000, 1, 0.8, 4)),
    item("p3", rice=rice(800, 2, 0.5, 1)),
)
"""The worked example of the article that introduced RICE (McBride, Intercom, 2016): 675, 400 and 800."""
