"""What each framework makes of one initiative: a score, its terms, or the reason why there is none."""

from collections.abc import Callable, Iterable, Mapping
from math import isfinite
from statistics import median
from types import MappingProxyType
from typing import NamedTuple

import attrs

from productgov.errors import InvalidValueError
from productgov.model.kano.evaluation import BERGER_1993, EvaluationTable, KanoCategory
from productgov.model.prioritization import FixedCut, Framework, Prioritization, ScoringCriteria, ValueEffortCut
from productgov.model.scoring import MIDPOINT, Quadrant, Scoring, likely
from productgov.ranking.terms import Terms, TermValue

__all__ = ["Assessment", "Cut", "Method", "assess", "cut_of", "framework_named"]


class Cut(NamedTuple):
    """Above which value, and above which effort, an item counts as high."""

    value: float
    effort: float


_MIDPOINT = Cut(MIDPOINT.value, MIDPOINT.effort)
_NO_TERMS = Terms()


@attrs.frozen(kw_only=True)
class Method:
    """Everything that decides how scores are computed, beside the items themselves.

    Attributes:
        prioritization: the framework and its settings.
        kano_table: the table that evaluates raw Kano answers.
        cut: where the value-effort matrix is cut; of no meaning to the other frameworks.
    """

    prioritization: Prioritization
    kano_table: EvaluationTable = BERGER_1993
    cut: Cut = _MIDPOINT


class Assessment(NamedTuple):
    """What a framework makes of one initiative.

    Attributes:
        score: the higher, the better within its group; None when it cannot be computed.
        group: quadrants and categories come one after the other, whatever the scores; 0 comes first.
        terms: every input and intermediate value.
        confidence: how sure the framework's own inputs are, where it asks.
        effort: what it costs by the framework's own inputs, where it asks; only its order counts.
        refusal: why the item cannot be ranked; empty when it can.
    """

    score: float | None = None
    group: int = 0
    terms: Terms = _NO_TERMS
    confidence: float | None = None
    effort: float | None = None
    refusal: str = ""


def framework_named(name: str) -> Framework:
    """The framework with this name, in whatever case.

    Raises:
        InvalidValueError: when there is no such framework.
    """
    for framework in Framework:
        if framework.lower() == name.lower():
            return framework
    raise InvalidValueError(f"{name!r:.40} is no framework; allowed is one of {', '.join(Framework)}")


def assess(scoring: Scoring, method: Method) -> Assessment:
    """What the chosen framework makes of an initiative's inputs."""
    assessment = _SCORERS[method.prioritization.framework](scoring, method)
    if assessment.score is not None and not isfinite(assessment.score):
        return assessment._replace(score=None, refusal="its score is not finite")
    return assessment


def cut_of(prioritization: Prioritization, scorings: Iterable[Scoring]) -> Cut:
    """Where the value-effort matrix is cut: as fixed, at the midpoint, or at the medians of these items."""
    cut = prioritization.value_effort_cut
    if isinstance(cut, FixedCut):
        return Cut(cut.value, cut.effort)
    if cut is ValueEffortCut.MEDIAN and prioritization.framework is Framework.VALUE_EFFORT:
        found = (_axes(scoring, prioritization.scoring_criteria) for scoring in scorings)
        axes = [axes for axes in found if axes and axes.effort]
        if axes:
            return Cut(median(item.value for item in axes), median(item.effort for item in axes))
    return _MIDPOINT


def _rice(scoring: Scoring, _method: Method) -> Assessment:
    rice = scoring.rice
    if rice is None:
        return Assessment(refusal="no RICE inputs (scoring.rice)")
    effort = likely(rice.effort)
    terms = Terms(
        {"reach": likely(rice.reach), "impact": likely(rice.impact), "confidence": rice.confidence, "effort": effort}
    )
    return Assessment(score=rice.score, terms=terms, confidence=rice.confidence, effort=effort)


def _ice(scoring: Scoring, method: Method) -> Assessment:
    ice = scoring.ice
    if ice is None:
        return Assessment(refusal="no ICE inputs (scoring.ice)")
    return Assessment(
        score=ice.score(method.prioritization.ice_variant),
        terms=Terms({"impact": ice.impact, "confidence": ice.confidence, "ease": ice.ease}),
        confidence=ice.confidence,
        effort=-ice.ease,
    )


class _Axes(NamedTuple):
    value: float
    effort: float
    from_criteria: bool


def _axes(scoring: Scoring, weights: ScoringCriteria) -> _Axes | None:
    if scoring.value_effort is not None:
        return _Axes(scoring.value_effort.value, scoring.value_effort.effort, from_criteria=False)
    if scoring.criteria is not None:
        value = scoring.criteria.value(weights)
        return None if value is None else _Axes(value, scoring.criteria.effort, from_criteria=True)
    return None


def _value_effort(scoring: Scoring, method: Method) -> Assessment:
    axes = _axes(scoring, method.prioritization.scoring_criteria)
    if axes is None:
        if scoring.criteria is not None:
            return Assessment(refusal="the weights of the three values are all 0 (prioritization.scoringCriteria)")
        return Assessment(refusal="neither value and effort nor criteria (scoring.valueEffort, scoring.criteria)")
    quadrant = Quadrant.of(high_value=axes.value > method.cut.value, high_effort=axes.effort > method.cut.effort)
    source: dict[str, TermValue] = {"value_from": "weighted criteria"} if axes.from_criteria else {}
    terms = Terms({"value": axes.value, "effort": axes.effort, "quadrant": quadrant.value, **source})
    if not axes.effort:
        return Assessment(terms=terms, refusal="value ÷ effort is not defined: its effort is 0 (scoring.criteria)")
    return Assessment(
        score=axes.value / axes.effort, group=tuple(Quadrant).index(quadrant), terms=terms, effort=axes.effort
    )


_REFUSED: Mapping[KanoCategory | None, str] = MappingProxyType(
    {
        None: "its Kano survey holds no answers (scoring.kano)",
        KanoCategory.REVERSE: "its Kano survey says reverse: customers do not want it",
        KanoCategory.QUESTIONABLE: "its Kano survey says questionable: the answers contradict each other",
    }
)


def _kano(scoring: Scoring, method: Method) -> Assessment:
    if scoring.kano is None:
        return Assessment(refusal="no Kano survey (scoring.kano)")
    counts = scoring.kano.tally(method.kano_table)
    category, better, worse = counts.category, counts.better, counts.worse
    terms = Terms(
        {
            "category": None if category is None else category.value,
            "better": better,
            "worse": worse,
            "significant": counts.significant,
            "n": counts.total,
        }
    )
    if category is None or category in _REFUSED:
        return Assessment(terms=terms, refusal=_REFUSED[category])
    # Some answered M, O, A or I when one of these is the category, so that both coefficients are defined.
    score = (better or 0) - (worse or 0)
    return Assessment(score=score, group=tuple(KanoCategory).index(category), terms=terms)


_SCORERS: Mapping[Framework, Callable[[Scoring, Method], Assessment]] = MappingProxyType(
    {
        Framework.RICE: _rice,
        Framework.ICE: _ice,
        Framework.VALUE_EFFORT: _value_effort,
        Framework.KANO: _kano,
    }
)
