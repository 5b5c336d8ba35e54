"""How a document prioritizes."""

from typing import Annotated

import attrs

from productgov.display import Displayed
from productgov.fields import AlwaysWritten, NonNegative, OneToTen, Term, checked
from productgov.model.extensions import Extensions

__all__ = [
    "FixedCut",
    "Framework",
    "IceVariant",
    "Prioritization",
    "ReachPeriod",
    "ReviewCadence",
    "ScoringCriteria",
    "ValueEffortCut",
]


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
    extensions: Extensions = Extensions()
