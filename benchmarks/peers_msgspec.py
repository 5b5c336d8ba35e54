"""The same document as msgspec.Struct models: frozen, nothing unknown, the same limits, patterns and agreements.

What they cannot say: that a key stands twice, and extensions on every object without accepting any key.
"""

import datetime as dt
from typing import Annotated, Literal

from msgspec import Meta, Struct, field

from productgov.fields.types import CLOCK_TIME, EMAIL_ADDRESS, IDENTIFIER, MAGNITUDE, TEXT, TIME_ZONE, URL

__all__ = ["ProductGovernance"]

MOST = int(MAGNITUDE)

Text = Annotated[str, Meta(pattern=TEXT.regex)]
Identifier = Annotated[str, Meta(pattern=IDENTIFIER.regex)]
Url = Annotated[str, Meta(pattern=URL.regex)]
EmailAddress = Annotated[str, Meta(pattern=EMAIL_ADDRESS.regex)]
ClockTime = Annotated[str, Meta(pattern=CLOCK_TIME.regex)]
TimeZoneName = Annotated[str, Meta(pattern=TIME_ZONE.regex)]
Number = Annotated[int, Meta(ge=-MOST, le=MOST)] | Annotated[float, Meta(ge=-MAGNITUDE, le=MAGNITUDE)]
NonNegative = Annotated[int, Meta(ge=0, le=MOST)] | Annotated[float, Meta(ge=0, le=MAGNITUDE)]
Positive = Annotated[int, Meta(gt=0, le=MOST)] | Annotated[float, Meta(gt=0, le=MAGNITUDE)]
Fraction = Annotated[int, Meta(ge=0, le=1)] | Annotated[float, Meta(ge=0, le=1)]
OneToTen = Annotated[int, Meta(ge=1, le=10)] | Annotated[float, Meta(ge=1, le=10)]
ZeroToTen = Annotated[int, Meta(ge=0, le=10)] | Annotated[float, Meta(ge=0, le=10)]
Status = Literal["proposed", "planned", "in-progress", "done", "paused", "dropped"]
Answer = Literal["like", "expect", "neutral", "tolerate", "dislike"]


class Model(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, rename="camel"):
    pass


class ProductVision(Model, frozen=True):
    mission: Text
    target_market: tuple[Text, ...]
    value_proposition: Text
    strategic_pillars: tuple[Text, ...]


class FixedCut(Model, frozen=True):
    value: OneToTen
    effort: OneToTen


class ScoringCriteria(Model, frozen=True):
    business_value: NonNegative
    user_impact: NonNegative
    effort: NonNegative
    strategic_alignment: NonNegative


class Prioritization(Model, frozen=True, kw_only=True):
    framework: Literal["RICE", "ICE", "Value-Effort", "Kano"]
    scoring_criteria: ScoringCriteria = ScoringCriteria(
        business_value=1, user_impact=1, effort=1, strategic_alignment=1
    )
    review_cadence: Literal["weekly", "biweekly", "monthly"]
    ice_variant: Literal["mean", "product"] = "mean"
    value_effort_cut: Literal["midpoint", "median"] | FixedCut = "midpoint"
    reach_period: Literal["month", "quarter", "year"] = "quarter"


class Role(Model, frozen=True):
    title: Text
    name: Text | None = None
    email: EmailAddress | None = None
    responsibility: Literal["driver", "approver", "contributor", "informed"] | None = None


class NonNegativeEstimate(Model, frozen=True):
    low: NonNegative
    likely: NonNegative
    high: NonNegative

    def __post_init__(self) -> None:
        if not self.low <= self.likely <= self.high:
            raise ValueError("put them in order")


class PositiveEstimate(Model, frozen=True):
    low: Positive
    likely: Positive
    high: Positive

    def __post_init__(self) -> None:
        if not self.low <= self.likely <= self.high:
            raise ValueError("put them in order")


class Rice(Model, frozen=True):
    reach: NonNegative | NonNegativeEstimate
    impact: NonNegative | NonNegativeEstimate
    confidence: Fraction
    effort: Positive | PositiveEstimate


class Ice(Model, frozen=True):
    impact: OneToTen
    confidence: OneToTen
    ease: OneToTen


class ValueEffort(Model, frozen=True):
    value: OneToTen
    effort: OneToTen


class KanoResponse(Model, frozen=True):
    functional: Answer
    dysfunctional: Answer
    count: Annotated[int, Meta(ge=0, le=MOST)] = 1


class KanoCounts(Model, frozen=True):
    attractive: NonNegative = 0
    one_dimensional: NonNegative = 0
    must_be: NonNegative = 0
    indifferent: NonNegative = 0
    reverse: NonNegative = 0
    questionable: NonNegative = 0


class KanoSurvey(Model, frozen=True):
    responses: tuple[KanoResponse, ...] | None = None
    counts: KanoCounts | None = None

    def __post_init__(self) -> None:
        if (self.responses is None) == (self.counts is None):
            raise ValueError("exactly one of responses and counts is needed")


class Criteria(Model, frozen=True):
    business_value: ZeroToTen
    user_impact: ZeroToTen
    effort: ZeroToTen
    strategic_alignment: ZeroToTen


class Override(Model, frozen=True):
    score: Number
    reason: Text
    by: Text | None = None


class Scoring(Model, frozen=True):
    rice: Rice | None = None
    ice: Ice | None = None
    value_effort: ValueEffort | None = None
    kano: KanoSurvey | None = None
    criteria: Criteria | None = None
    override: Override | None = None


class Link(Model, frozen=True, kw_only=True):
    title: Text | None = None
    url: Url


class Initiative(Model, frozen=True):
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

    def __post_init__(self) -> None:
        start = self.start_date
        if start is not None:
            for other in (self.committed_date, self.target_date, self.delivered_date):
                if other is not None and other < start:
                    raise ValueError("a date is before startDate")
        if self.delivered_date is not None and self.status != "done":
            raise ValueError("deliveredDate is given, but status is not done")


class Vision(Model, frozen=True):
    id: Identifier
    title: Text
    statement: Text | None = None
    theme: Text | None = None
    pillar: Text | None = None
    signals: tuple[Text, ...] = ()


class TimeHorizon(Model, frozen=True):
    now: tuple[Initiative, ...] = ()
    next: tuple[Initiative, ...] = ()
    later: tuple[Initiative, ...] = ()
    future: tuple[Vision, ...] = ()


class Dependency(Model, frozen=True):
    from_: Identifier = field(name="from")
    to: Identifier
    type: Literal["requires", "blocks", "relatesTo"] = "requires"
    reason: Text | None = None


class External(Model, frozen=True):
    id: Identifier
    title: Text
    owner: Role | None = None
    expected_date: dt.date | None = None


class Roadmap(Model, frozen=True):
    time_horizon: TimeHorizon
    delivered: tuple[Initiative, ...] = ()
    themes: tuple[Text, ...] = ()
    dependencies: tuple[Dependency, ...] = ()
    externals: tuple[External, ...] = ()

    def __post_init__(self) -> None:
        if any(item.status not in ("done", "dropped") for item in self.delivered):
            raise ValueError("an item of delivered must be done or dropped")


class Target(Model, frozen=True):
    value: Number
    by: dt.date | None = None


class Bounds(Model, frozen=True):
    min: Number | None = None
    max: Number | None = None

    def __post_init__(self) -> None:
        if self.min is not None and self.max is not None and self.min > self.max:
            raise ValueError("min is above max")


class Observation(Model, frozen=True):
    date: dt.date
    value: Number
    note: Text | None = None


class KPI(Model, frozen=True):
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


class Metrics(Model, frozen=True):
    north_star_metric: Text
    input_metrics: tuple[KPI, ...] = ()
    output_metrics: tuple[KPI, ...] = ()
    guardrail_metrics: tuple[KPI, ...] = ()


class Review(Model, frozen=True):
    frequency: Text
    participants: tuple[Role, ...]
    metrics: tuple[Identifier, ...] | None = None
    starts_on: dt.date | None = None
    start_time: ClockTime | None = None
    time_zone: TimeZoneName | None = None
    duration_minutes: Annotated[int, Meta(ge=1, le=10_080)] | None = None
    agenda: tuple[Text, ...] = ()


class Reviews(Model, frozen=True):
    product_review: Review
    strategy_review: Review
    portfolio_review: Review


class ProductGovernance(Model, frozen=True, kw_only=True):
    schema: Text | None = field(default=None, name="$schema")
    schema_version: Literal["1.0"] = "1.0"
    name: Text | None = None
    as_of: dt.date | None = None
    product_vision: ProductVision
    prioritization: Prioritization
    roadmap: Roadmap
    metrics: Metrics
    reviews: Reviews
