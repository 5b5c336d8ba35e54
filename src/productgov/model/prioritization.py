"""How a document prioritizes."""

from typing import Annotated, ClassVar

import attrs

from productgov.display import Displayed
from productgov.fields import (
    AlwaysWritten,
    Constraint,
    NeverOneOf,
    NonNegative,
    OneToTen,
    OnlyWhen,
    Term,
    Text,
    checked,
)
from productgov.model.extensions import Extensions

__all__ = [
    "FORMULA",
    "FixedCut",
    "Framework",
    "IceVariant",
    "Prioritization",
    "ReachPeriod",
    "ReviewCadence",
    "ScoringCriteria",
    "ValueEffortCut",
]


FORMULA = "Formula"
"""The name of the method that ranks by the formula of the document."""


class Framework(Term):
    """A way to rank initiatives."""

    RICE = "RICE", "Reach × Impact × Confidence ÷ Effort (McBride, 2016)."
    ICE = "ICE", "Impact, Confidence and Ease, each from 1 to 10 (Ellis and Brown, 2017)."
    VALUE_EFFORT = "Value-Effort", "The four quadrants of value against effort."
    KANO = (
        "Kano",
        "What customers expect, want more of, or are delighted by, from a survey (Kano et al., 1984).",
    )


class ReviewCadence(Term):
    """How often priorities are reviewed."""

    WEEKLY = "weekly", "Every week."
    BIWEEKLY = "biweekly", "Every two weeks."
    MONTHLY = "monthly", "Every month."


class IceVariant(Term):
    """How the three ratings of ICE are combined; the two variants can rank differently."""

    MEAN = "mean", "The mean of the three (Ellis and Brown, 2017)."
    PRODUCT = "product", "The product of the three (Gilad, 2023)."


class ReachPeriod(Term):
    """The period over which RICE counts reach, the same for every initiative."""

    MONTH = "month", "People or events in a month."
    QUARTER = "quarter", "People or events in a quarter."
    YEAR = "year", "People or events in a year."


class ValueEffortCut(Term):
    """Where the value-effort matrix divides high from low."""

    MIDPOINT = "midpoint", "At 5.5, the middle of the scale from 1 to 10."
    MEDIAN = "median", "At the medians of the ranked items, so that adding an item can move others."


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False, field_transformer=checked)
class FixedCut(Displayed):
    """A cut of the value-effort matrix at chosen values."""

    value: Annotated[OneToTen, "The value above which it counts as high."]
    effort: Annotated[OneToTen, "The effort above which it counts as high."]
    extensions: Extensions = Extensions()


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False, field_transformer=checked)
class ScoringCriteria(Displayed):
    """The weights of the four scoring criteria; only their proportions matter."""

    business_value: Annotated[NonNegative, "The weight of the value to the business."]
    user_impact: Annotated[NonNegative, "The weight of the value to users."]
    effort: Annotated[NonNegative, "The weight of the effort, which lowers the score."]
    strategic_alignment: Annotated[NonNegative, "The weight of the fit with the strategy."]
    extensions: Extensions = Extensions()


EQUAL_WEIGHTS = ScoringCriteria(business_value=1, user_impact=1, effort=1, strategic_alignment=1)


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False, field_transformer=checked)
class Prioritization(Displayed):
    """The framework that ranks the roadmap, its settings, and how often priorities are reviewed."""

    constraints: ClassVar[tuple[Constraint, ...]] = (
        NeverOneOf("rank_by", tuple(framework.value for framework in Framework), "framework"),
        OnlyWhen("formula", "rank_by", (FORMULA,), or_none=True),
    )

    framework: Annotated[Framework, "The framework that ranks the roadmap."]
    scoring_criteria: Annotated[
        ScoringCriteria, AlwaysWritten(), "The weights of the four criteria; by default, all are 1."
    ] = EQUAL_WEIGHTS
    review_cadence: Annotated[ReviewCadence, "How often priorities are reviewed."]
    ice_variant: Annotated[IceVariant, "How ICE combines its three ratings."] = IceVariant.MEAN
    value_effort_cut: Annotated[ValueEffortCut | FixedCut, "Where the value-effort matrix divides high from low."] = (
        ValueEffortCut.MIDPOINT
    )
    reach_period: Annotated[ReachPeriod, "The period over which RICE counts reach."] = ReachPeriod.QUARTER
    rank_by: Annotated[
        Text | None,
        "The method that ranks instead of the framework: Weighted, WSJF, MoSCoW, Opportunity, Formula, or a plug-in's.",
    ] = None
    formula: Annotated[
        Text | None, "The formula that ranks instead of the framework; higher is better. It makes rankBy Formula."
    ] = None
    extensions: Extensions = Extensions()

    @property
    def method_name(self) -> str:
        """The name of the method that ranks: `rank_by`, else Formula where there is a formula, else the framework."""
        if self.rank_by is not None:
            return self.rank_by
        return self.framework.value if self.formula is None else FORMULA
