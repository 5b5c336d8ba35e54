"""The same document as pydantic v2 models: frozen, nothing unknown, the same limits, patterns and agreements.

What they cannot say: that a key stands twice, that 450 stays 450 and does not become 450.0, and extensions on every
object without accepting any key. Shorthands are left out, which only helps them.
"""

import datetime as dt
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from productgov.fields.types import CLOCK_TIME, EMAIL_ADDRESS, MAGNITUDE, TIME_ZONE

__all__ = ["ProductGovernance"]

Text = Annotated[str, Field(pattern=r"^[^\x00-\x08\x0b-\x1f\x7f]+\z")]
Identifier = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}\z")]
Url = Annotated[str, Field(pattern=r"^(?:https?://[A-Za-z0-9\[]|mailto:[A-Za-z0-9])[!#-;=?-\[\]_a-z~]*\z")]
EmailAddress = Annotated[str, Field(pattern=EMAIL_ADDRESS.regex)]
ClockTime = Annotated[str, Field(pattern=CLOCK_TIME.regex)]
TimeZoneName = Annotated[str, Field(pattern=TIME_ZONE.regex)]
Number = Annotated[float, Field(ge=-MAGNITUDE, le=MAGNITUDE, allow_inf_nan=False)]
NonNegative = Annotated[float, Field(ge=0, le=MAGNITUDE, allow_inf_nan=False)]
Positive = Annotated[float, Field(gt=0, le=MAGNITUDE, allow_inf_nan=False)]
Fraction = Annotated[float, Field(ge=0, le=1)]
OneToTen = Annotated[float, Field(ge=1, le=10)]
ZeroToTen = Annotated[float, Field(ge=0, le=10)]

Status = Literal["proposed", "planned", "in-progress", "done", "paused", "dropped"]
Answer = Literal["like", "expect", "neutral", "tolerate", "dislike"]


def camel(name: str) -> str:
    head, *tail = name.strip("_").split("_")
    return head + "".join(word.capitalize() for word in tail)


class Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, alias_generator=camel, populate_by_name=False)


class ProductVision(Model):
    mission: Text
    target_market: tuple[Text, ...]
    value_proposition: Text
    strategic_pillars: tuple[Text, ...]


class FixedCut(Model):
    value: OneToTen
    effort: OneToTen


class ScoringCriteria(Model):
    business_value: NonNegative
    user_impact: NonNegative
    effort: NonNegative
    strategic_alignment: NonNegative


class Prioritization(Model):
    framework: Literal["RICE", "ICE", "Value-Effort", "Kano"]
    scoring_criteria: ScoringCriteria = ScoringCriteria.model_validate(
        {"businessValue": 1, "userImpact": 1, "effort": 1, "strategicAlignment": 1}
    )
    review_cadence: Literal["weekly", "biweekly", "monthly"]
    ice_variant: Literal["mean", "product"] = "mean"
    value_effort_cut: Literal["midpoint", "median"] | FixedCut = "midpoint"
    reach_period: Literal["month", "quarter", "year"] = "quarter"


class Role(Model):
    title: Text
    name: Text | None = None
    email: EmailAddress | None = None
    responsibility: Literal["driver", "approver", "contributor", "informed"] | None = None


class Estimate(Model):
    low: Number
    likely: Number
    high: Number

    @model_validator(mode="after")
    def ordered(self) -> "Estimate":
        if not self.low <= self.likely <= self.high:
            raise ValueError("put them in order")
        return self


class NonNegativeEstimate(Estimate):
    low: NonNegative
    likely: NonNegative
    high: NonNegative


class PositiveEstimate(Estimate):
    low: Positive
    likely: Positive
    high: Positive


class Rice(Model):
    reach: NonNegative | NonNegativeEstimate
    impact: NonNegative | NonNegativeEstimate
    confidence: Fraction
    effort: Positive | PositiveEstimate


class Ice(Model):
    impact: OneToTen
    confidence: OneToTen
    ease: OneToTen


class ValueEffort(Model):
    value: OneToTen
    effort: OneToTen


class KanoResponse(Model):
    functional: Answer
    dysfunctional: Answer
    count: Annotated[int, Field(ge=0, le=MAGNITUDE)] = 1


class KanoCounts(Model):
    attractive: NonNegative = 0
    one_dimensional: NonNegative = 0
    must_be: NonNegative = 0
    indifferent: NonNegative = 0
    reverse: NonNegative = 0
    questionable: NonNegative = 0


class KanoSurvey(Model):
    responses: tuple[KanoResponse, ...] | None = None
    counts: KanoCounts | None = None

    @model_validator(mode="after")
    def one_of_two(self) -> "KanoSurvey":
        if (self.responses is None) == (self.counts is None):
            raise ValueError("exactly one of responses and counts is needed")
        return self


class Criteria(Model):
    business_value: ZeroToTen
    user_impact: ZeroToTen
    effort: ZeroToTen
    strategic_alignment: ZeroToTen


class Override(Model):
    score: Number
    reason: Text
    by: Text | None = None


class Scoring(Model):
    rice: Rice | None = None
    ice: Ice | None = None
    value_effort: ValueEffort | None = None
    kano: KanoSurvey | None = None
    criteria: Criteria | None = None
    override: Override | None = None


class Link(Model):
    title: Text | None = None
    url: Url


class Initiative(Model):
    id: Identifier
    title: Text
    description: Text | None = None
    owner: Role | None = None
    theme: Text | None = None
    pillar: Text | None = None
    status: Status = "proposed"
    start_date: dt.date | None = None
    committed_date: dt.date | None = None
    target_date: dt.date | None = None
    delivered_date: dt.date | None = None
    metrics: tuple[Identifier, ...] = ()
    guardrails: tuple[Identifier, ...] = ()
    scoring: Scoring | None = None
    tags: tuple[Text, ...] = ()
    links: tuple[Link, ...] = ()

    @model_validator(mode="after")
    def dates_agree(self) -> "Initiative":
        start = self.start_date
        if start is not None:
            for other in (self.committed_date, self.target_date, self.delivered_date):
                if other is not None and other < start:
                    raise ValueError("a date is before startDate")
        if self.delivered_date is not None and self.status != "done":
            raise ValueError("deliveredDate is given, but status is not done")
        return self


class Vision(Model):
    id: Identifier
    title: Text
    statement: Text | None = None
    theme: Text | None = None
    pillar: Text | None = None
    signals: tuple[Text, ...] = ()


class TimeHorizon(Model):
    now: tuple[Initiative, ...] = ()
    next: tuple[Initiative, ...] = ()
    later: tuple[Initiative, ...] = ()
    future: tuple[Vision, ...] = ()


class Dependency(Model):
    from_: Identifier
    to: Identifier
    type: Literal["requires", "blocks", "relatesTo"] = "requires"
    reason: Text | None = None


class External(Model):
    id: Identifier
    title: Text
    owner: Role | None = None
    expected_date: dt.date | None = None


class Roadmap(Model):
    time_horizon: TimeHorizon
    delivered: tuple[Initiative, ...] = ()
    themes: tuple[Text, ...] = ()
    dependencies: tuple[Dependency, ...] = ()
    externals: tuple[External, ...] = ()

    @model_validator(mode="after")
    def delivered_is_finished(self) -> "Roadmap":
        if any(item.status not in ("done", "dropped") for item in self.delivered):
            raise ValueError("an item of delivered must be done or dropped")
        return self


class Target(Model):
    value: Number
    by: dt.date | None = None


class Bounds(Model):
    min: Number | None = None
    max: Number | None = None

    @model_validator(mode="after")
    def ordered(self) -> "Bounds":
        if self.min is not None and self.max is not None and self.min > self.max:
            raise ValueError("min is above max")
        return self


class Observation(Model):
    date: dt.date
    value: Number
    note: Text | None = None


class KPI(Model):
    id: Identifier
    name: Text
    description: Text | None = None
    unit: Text | None = None
    direction: Literal["increase", "decrease", "maintain"] | None = None
    baseline: Number | None = None
    target: Target | None = None
    bounds: Bounds | None = None
    observations: tuple[Observation, ...] = ()
    refresh: Text | None = None
    owner: Role | None = None
    source: Text | None = None
    influences: tuple[Identifier, ...] = ()


class Metrics(Model):
    north_star_metric: Text
    input_metrics: tuple[KPI, ...] = ()
    output_metrics: tuple[KPI, ...] = ()
    guardrail_metrics: tuple[KPI, ...] = ()


class Review(Model):
    frequency: Text
    participants: tuple[Role, ...]
    metrics: tuple[Identifier, ...] | None = None
    starts_on: dt.date | None = None
    start_time: ClockTime | None = None
    time_zone: TimeZoneName | None = None
    duration_minutes: Annotated[int, Field(ge=1, le=10_080)] | None = None
    agenda: tuple[Text, ...] = ()


class Reviews(Model):
    product_review: Review
    strategy_review: Review
    portfolio_review: Review


class ProductGovernance(Model):
    schema_: Annotated[Text | None, Field(alias="$schema")] = None
    schema_version: Literal["1.0"] = "1.0"
    name: Text | None = None
    as_of: dt.date | None = None
    product_vision: ProductVision
    prioritization: Prioritization
    roadmap: Roadmap
    metrics: Metrics
    reviews: Reviews
