"""Value-Effort: the four quadrants of a matrix, and value ÷ effort within each."""

from collections.abc import Iterator, Sequence
from statistics import median
from typing import NamedTuple

import attrs

from productgov.model.prioritization import FixedCut, Framework, ScoringCriteria, ValueEffortCut
from productgov.model.scoring import CRITERIA_MIDPOINT, Criteria, Quadrant, Scoring
from productgov.ranking.method import Assessment, RankingMethod
from productgov.ranking.settings import MatrixCut, RankingSettings
from productgov.ranking.terms import Terms, TermValue
from productgov.wording import number_text

__all__ = ["VALUE_EFFORT", "cut_of"]

_VALUE_FROM = "value_from"
_CRITERIA_CUT = MatrixCut(CRITERIA_MIDPOINT.value, CRITERIA_MIDPOINT.effort)


class _Axes(NamedTuple):
    """An item's coordinates in the matrix; from the criteria where `valueEffort` is not given."""

    value: float
    effort: float
    criteria: Criteria | None

    def cut(self, settings: RankingSettings) -> MatrixCut:
        return _cut(settings, from_criteria=self.criteria is not None)

    def quadrant(self, settings: RankingSettings) -> Quadrant:
        cut = self.cut(settings)
        return Quadrant.of(high_value=self.value > cut.value, high_effort=self.effort > cut.effort)


def cut_of(terms: Terms, settings: RankingSettings) -> MatrixCut:
    """Where the matrix is cut for an item with these terms."""
    return _cut(settings, from_criteria=_VALUE_FROM in terms)


def _cut(settings: RankingSettings, *, from_criteria: bool) -> MatrixCut:
    """The cut; at the midpoint, the middle of the scale that the item is rated on: criteria begin at 0, not at 1."""
    at_midpoint = settings.prioritization.value_effort_cut is ValueEffortCut.MIDPOINT
    return _CRITERIA_CUT if from_criteria and at_midpoint else settings.cut


def _axes(scoring: Scoring, weights: ScoringCriteria) -> _Axes | None:
    if scoring.value_effort is not None:
        return _Axes(scoring.value_effort.value, scoring.value_effort.effort, None)
    if scoring.criteria is not None:
        value = scoring.criteria.value(weights)
        return None if value is None else _Axes(value, scoring.criteria.effort, scoring.criteria)
    return None


def _has_inputs(scoring: Scoring, _settings: RankingSettings) -> bool:
    return scoring.value_effort is not None or scoring.criteria is not None


def _prepare(settings: RankingSettings, scorings: Sequence[Scoring]) -> RankingSettings:
    """Cut the matrix as fixed, at the midpoint, or at the medians of the items that can be placed in it."""
    cut = settings.prioritization.value_effort_cut
    if isinstance(cut, FixedCut):
        return attrs.evolve(settings, cut=MatrixCut(cut.value, cut.effort))
    if cut is ValueEffortCut.MEDIAN:
        found = (_axes(scoring, settings.prioritization.scoring_criteria) for scoring in scorings)
        axes = [axes for axes in found if axes and axes.effort]
        if axes:
            medians = MatrixCut(median(item.value for item in axes), median(item.effort for item in axes))
            return attrs.evolve(settings, cut=medians)
    return settings


def _assess(scoring: Scoring, settings: RankingSettings) -> Assessment:
    axes = _axes(scoring, settings.prioritization.scoring_criteria)
    if axes is None:
        if scoring.criteria is not None:
            return Assessment(refusal="the weights of the three values are all 0 (prioritization.scoringCriteria)")
        return Assessment(refusal="neither value and effort nor criteria (scoring.valueEffort, scoring.criteria)")
    quadrant = axes.quadrant(settings)
    source: dict[str, TermValue] = {_VALUE_FROM: "weighted criteria"} if axes.criteria else {}
    terms = Terms({"value": axes.value, "effort": axes.effort, "quadrant": quadrant.value, **source})
    if not axes.effort:
        return Assessment(terms=terms, refusal="value ÷ effort is not defined: its effort is 0 (scoring.criteria)")
    return Assessment(
        score=axes.value / axes.effort, group=tuple(Quadrant).index(quadrant), terms=terms, effort=axes.effort
    )


def _explain(scoring: Scoring, settings: RankingSettings) -> Iterator[str]:
    weights = settings.prioritization.scoring_criteria
    axes = _axes(scoring, weights)
    if axes is None:
        return
    cut = axes.cut(settings)
    yield f"Value-Effort: {VALUE_EFFORT.description}"
    for name, number, limit in (("value", axes.value, cut.value), ("effort", axes.effort, cut.effort)):
        side = "high, above" if number > limit else "low, not above"
        yield f"  {name:<6}  {number_text(number)}: {side} the cut at {number_text(limit)}"
    if axes.criteria is not None:
        yield from _criteria_lines(axes.criteria, weights)
    quadrant = axes.quadrant(settings)
    yield f"  {quadrant}: {quadrant.description}"
    if axes.effort:
        ratio = f"{number_text(axes.value)} ÷ {number_text(axes.effort)}"
        yield f"  within its quadrant: {ratio} = {number_text(axes.value / axes.effort)}"


def _criteria_lines(criteria: Criteria, weights: ScoringCriteria) -> Iterator[str]:
    yield "  value and effort are those of the criteria, because valueEffort is not given; the value is the mean of"
    for name, rating, weight in (
        ("business value", criteria.business_value, weights.business_value),
        ("user impact", criteria.user_impact, weights.user_impact),
        ("strategic alignment", criteria.strategic_alignment, weights.strategic_alignment),
    ):
        yield f"    {name:<19}  {number_text(rating)}, with weight {number_text(weight)}"


VALUE_EFFORT = RankingMethod(
    name=Framework.VALUE_EFFORT.value,
    description=Framework.VALUE_EFFORT.description,
    needs="value and effort, or criteria (scoring.valueEffort, scoring.criteria)",
    has_inputs=_has_inputs,
    assess=_assess,
    explain=_explain,
    prepare=_prepare,
    lower_is_better=frozenset({"effort"}),
)
