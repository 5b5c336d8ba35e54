"""The inputs from which the priority of an initiative is computed, one class per framework."""

from collections.abc import Mapping
from math import fsum
from types import MappingProxyType
from typing import Annotated

import attrs
from annotated_types import Ge, Gt

from productgov.display import Displayed
from productgov.fields import Fraction, Number, OneToTen, Scale, Term, Text, ZeroToTen, checked
from productgov.model.estimate import Estimate, likely
from productgov.model.extensions import Extensions
from productgov.model.kano.survey import KanoSurvey
from productgov.model.prioritization import FixedCut, IceVariant, ScoringCriteria

__all__ = [
    "CONFIDENCE_SCALE",
    "CRITERIA_MIDPOINT",
    "IMPACT_SCALE",
    "MIDPOINT",
    "NO_SCORING",
    "Criteria",
    "Ice",
    "Override",
    "Quadrant",
    "Rice",
    "Scoring",
    "ValueEffort",
]

MIDPOINT = FixedCut(value=5.5, effort=5.5)
"""The cut in the middle of the scale from 1 to 10."""

CRITERIA_MIDPOINT = FixedCut(value=5, effort=5)
"""The cut in the middle of the scale from 0 to 10, on which criteria are rated."""

IMPACT_SCALE: Mapping[float, str] = MappingProxyType(
    {3: "massive", 2: "high", 1: "medium", 0.5: "low", 0.25: "minimal"}
)
"""The steps of RICE's impact and their names, the greatest first (McBride, Intercom, 2016)."""

CONFIDENCE_SCALE: Mapping[float, str] = MappingProxyType({1: "high", 0.8: "medium", 0.5: "low"})
"""The steps of RICE's confidence and their names, the greatest first (McBride, Intercom, 2016)."""


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False, field_transformer=checked)
class Rice(Displayed):
    """Reach, Impact, Confidence and Effort: the total impact per time worked (McBride, Intercom, 2016)."""

    reach: Annotated[
        float | Estimate, Ge(0), "How many people or events it reaches in the reach period of the document."
    ]
    impact: Annotated[
        float | Estimate,
        Ge(0),
        Scale(IMPACT_SCALE),
        "How much it affects each of them: massive 3, high 2, medium 1, low 0.5, minimal 0.25.",
    ]
    confidence: Annotated[
        Fraction,
        Scale(CONFIDENCE_SCALE),
        "The confidence in the other numbers: high 1.0, medium 0.8, low 0.5.",
    ]
    effort: Annotated[
        float | Estimate | None,
        Gt(0),
        "Its cost, in person-months; left out where the initiative has efforts, whose sum it then is.",
    ] = None
    extensions: Extensions = Extensions()

    @property
    def score(self) -> float | None:
        """Reach × Impact × Confidence ÷ Effort, at full precision (McBride, 2016); None without an effort."""
        if self.effort is None:
            return None
        return likely(self.reach) * likely(self.impact) * self.confidence / likely(self.effort)


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False, field_transformer=checked)
class Ice(Displayed):
    """Impact, Confidence and Ease, each from 1 to 10 (Ellis and Brown, 2017)."""

    impact: Annotated[OneToTen, "How much it would contribute to the goal, from 1 to 10."]
    confidence: Annotated[OneToTen, "The confidence in this impact, from 1 to 10."]
    ease: Annotated[OneToTen, "How easy it is, from 1 to 10; the opposite of effort."]
    extensions: Extensions = Extensions()

    @property
    def mean(self) -> float:
        """The mean of the three, from 1 to 10 (Ellis and Brown, 2017)."""
        return fsum((self.impact, self.confidence, self.ease)) / 3

    @property
    def product(self) -> float:
        """Impact × Confidence × Ease, from 1 to 1,000 (Gilad, 2023); a low rating counts more than in the mean."""
        return self.impact * self.confidence * self.ease

    def score(self, variant: IceVariant = IceVariant.MEAN) -> float:
        """The mean or the product, by variant."""
        return self.product if variant is IceVariant.PRODUCT else self.mean


class Quadrant(Term):
    """A quadrant of the value-effort matrix; they are ranked in this order."""

    QUICK_WIN = "quick win", "High value, low effort: do it first."
    BIG_BET = "big bet", "High value, high effort: plan it well."
    FILL_IN = "fill-in", "Low value, low effort: do it when there is time."
    MONEY_PIT = "money pit", "Low value, high effort: avoid it."

    @classmethod
    def of(cls, *, high_value: bool, high_effort: bool) -> "Quadrant":
        """The quadrant for the two verdicts."""
        if high_value:
            return cls.BIG_BET if high_effort else cls.QUICK_WIN
        return cls.MONEY_PIT if high_effort else cls.FILL_IN


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False, field_transformer=checked)
class ValueEffort(Displayed):
    """Value and effort, each from 1 to 10: the axes of the value-effort matrix."""

    value: Annotated[OneToTen, "Its value, from 1 to 10."]
    effort: Annotated[OneToTen, "Its effort, from 1 to 10."]
    extensions: Extensions = Extensions()

    @property
    def score(self) -> float:
        """Value ÷ Effort, which orders items within a quadrant."""
        return self.value / self.effort

    def quadrant(self, cut: FixedCut = MIDPOINT) -> Quadrant:
        """Its quadrant of the matrix; a value exactly at the cut counts as low."""
        return Quadrant.of(high_value=self.value > cut.value, high_effort=self.effort > cut.effort)


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False, field_transformer=checked)
class Criteria(Displayed):
    """The ratings of an initiative under the four scoring criteria of the document, from 0 to 10."""

    business_value: Annotated[ZeroToTen, "Its value to the business, from 0 to 10."]
    user_impact: Annotated[ZeroToTen, "Its value to users, from 0 to 10."]
    effort: Annotated[ZeroToTen, "Its effort, from 0 to 10; more is worse."]
    strategic_alignment: Annotated[ZeroToTen, "Its fit with the strategy, from 0 to 10."]
    extensions: Extensions = Extensions()

    def weighted(self, weights: ScoringCriteria) -> float | None:
        """The weighted criteria, from -10 to 10: the three values raise it, effort lowers it.

        (w·businessValue + w·userImpact + w·strategicAlignment - w·effort) / Σ w; None when all weights are 0.
        """
        total = fsum((*_value_weights(weights), weights.effort))
        if not total:
            return None
        return fsum((*self._weighted_values(weights), -weights.effort * self.effort)) / total

    def value(self, weights: ScoringCriteria) -> float | None:
        """The weighted mean of the three values, from 0 to 10; None when their weights are all 0."""
        total = fsum(_value_weights(weights))
        return fsum(self._weighted_values(weights)) / total if total else None

    def _weighted_values(self, weights: ScoringCriteria) -> tuple[float, ...]:
        ratings = (self.business_value, self.user_impact, self.strategic_alignment)
        return tuple(weight * rating for weight, rating in zip(_value_weights(weights), ratings, strict=True))


def _value_weights(weights: ScoringCriteria) -> tuple[float, float, float]:
    return weights.business_value, weights.user_impact, weights.strategic_alignment


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False, field_transformer=checked)
class Override(Displayed):
    """A score set by hand, with its reason."""

    score: Annotated[Number, "The score that replaces the computed one."]
    reason: Annotated[Text, "Why the computed score is replaced."]
    by: Annotated[Text | None, "Who decided."] = None
    extensions: Extensions = Extensions()


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False, field_transformer=checked)
class Scoring(Displayed):
    """The inputs of an initiative for one framework or several."""

    rice: Annotated[Rice | None, "The inputs of RICE."] = None
    ice: Annotated[Ice | None, "The inputs of ICE."] = None
    value_effort: Annotated[ValueEffort | None, "The inputs of the value-effort matrix."] = None
    kano: Annotated[KanoSurvey | None, "The results of a Kano survey."] = None
    criteria: Annotated[Criteria | None, "The ratings under the scoring criteria of the document."] = None
    override: Annotated[Override | None, "A score set by hand, with its reason."] = None
    extensions: Extensions = Extensions()


NO_SCORING = Scoring()
"""The scoring of an initiative that has none."""
