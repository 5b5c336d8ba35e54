"""The metrics: the north star, inputs, outputs and guardrails, with targets and observations."""

from collections.abc import Iterator, Mapping
from datetime import date
from math import isfinite
from typing import Annotated, ClassVar

import attrs

from productgov.errors import InvalidValueError
from productgov.fields import (
    AlwaysWritten,
    Ascending,
    Constraint,
    DatesAscend,
    Identifier,
    Key,
    Names,
    NotWith,
    Number,
    Refers,
    Shorthand,
    Term,
    Text,
    checked,
)
from productgov.model.cadence.cadence import Cadence
from productgov.model.extensions import Extensions
from productgov.model.people import Role
from productgov.model.stated_target import StatedTarget, parse_target

__all__ = [
    "KPI",
    "ROUNDING",
    "Bounds",
    "DatedTarget",
    "Direction",
    "KPIStatus",
    "MetricGroup",
    "Metrics",
    "Observation",
    "Target",
]

ROUNDING = 1e-9
"""Differences below this share of the larger number come from binary fractions, not from the metric."""


class MetricGroup(Term):
    """The part that a metric plays in the strategy."""

    INPUT = "input", "What teams can move directly."
    OUTPUT = "output", "What follows from the inputs."
    GUARDRAIL = "guardrail", "What must not get worse."

    @property
    def field(self) -> str:
        """The field of `Metrics` with the metrics of this group."""
        return f"{self.value}_metrics"

    @property
    def wire(self) -> str:
        """The name of this field in documents."""
        return f"{self.value}Metrics"


class Direction(Term):
    """The direction in which a metric should move."""

    INCREASE = "increase", "More is better."
    DECREASE = "decrease", "Less is better."
    MAINTAIN = "maintain", "It should stay within its bounds."


class KPIStatus(Term):
    """The status of a metric on a day; of several that apply, the first in this order."""

    UNKNOWN = "unknown", "Not measured yet, or without anything to compare with."
    STALE = "stale", "Its latest observation is too old."
    BREACHED = "breached", "Outside its bounds."
    ACHIEVED = "achieved", "Its target is met; or, where it has only bounds, it is within them."
    ON_TRACK = "on track", "On the line from its baseline to its target, or ahead of it."
    AT_RISK = "at risk", "Slightly behind its target, or the line to it."
    OFF_TRACK = "off track", "Behind its target, or the line to it."


@attrs.frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class Target:
    """The value that a metric should reach, and by when; without a date it applies at any time."""

    value: Annotated[
        Number, Shorthand(), "The value to reach, in the unit of the metric; a plain number is read as a target."
    ]
    by: Annotated[date | None, "The day by which to reach it."] = None
    extensions: Extensions = Extensions()

    @staticmethod
    def parse(text: str) -> StatedTarget:
        """Read a target that is stated in words: "at or below 45 days", "< 18", "above 80%", "20".

        The result also has the comparison and the unit, which belong to the metric:
        `Target(value=Target.parse("at or below 45 days").value)`.

        Raises:
            InvalidValueError: when the text is not a target, or is ambiguous.
        """
        return parse_target(text)


@attrs.frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class DatedTarget:
    """One of several targets of a metric, each for a day."""

    value: Annotated[Number, "The value to reach, in the unit of the metric."]
    by: Annotated[date, Key(), "The day by which to reach it."]
    extensions: Extensions = Extensions()


@attrs.frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class Bounds:
    """The range in which a metric must stay, limits included."""

    constraints: ClassVar[tuple[Constraint, ...]] = (Ascending(("min", "max")),)

    min: Annotated[Number | None, "The lowest allowed value."] = None
    max: Annotated[Number | None, "The highest allowed value."] = None
    extensions: Extensions = Extensions()

    def __contains__(self, value: float) -> bool:
        return (self.min is None or value >= self.min) and (self.max is None or value <= self.max)

    @property
    def limited(self) -> bool:
        """True when there is a minimum or a maximum; bounds without either contain every value."""
        return self.min is not None or self.max is not None


@attrs.frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class Observation:
    """A measurement on a day."""

    date: Annotated[date, Key(), "The day it was measured."]
    value: Annotated[Number, "The measured value, in the unit of the metric."]
    note: Annotated[Text | None, "A remark about it."] = None
    extensions: Extensions = Extensions()


@attrs.frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class KPI:
    """A metric: what it measures, where it should be, what was observed, and what it influences."""

    constraints: ClassVar[tuple[Constraint, ...]] = (NotWith("targets", ("target",)), DatesAscend("targets", "by"))

    id: Annotated[Identifier, Names("kpi"), Key(), "Its name in references."]
    name: Annotated[Text, "What it is called."]
    description: Annotated[Text | None, "How it is measured."] = None
    unit: Annotated[Text | None, "The unit of its values."] = None
    direction: Annotated[Direction | None, "The direction in which it should move."] = None
    baseline: Annotated[Number | None, "Its value when the target was set."] = None
    baseline_date: Annotated[date | None, "The day of the baseline; by default, that of the first observation."] = None
    target: Annotated[Target | None, "The value it should reach."] = None
    targets: Annotated[
        tuple[DatedTarget, ...], "The values it should reach, by ascending days; the first not yet passed counts."
    ] = ()
    bounds: Annotated[Bounds | None, "The range in which it must stay."] = None
    observations: Annotated[tuple[Observation, ...], "Its measurements, in any order."] = ()
    refresh: Annotated[Text | None, "How often it is measured, such as weekly or every 2 weeks."] = None
    owner: Annotated[Role | None, "Who is responsible for it."] = None
    source: Annotated[Text | None, "Where its values come from."] = None
    influences: Annotated[
        tuple[Identifier, ...], Refers("kpi"), "The ids of the KPIs that it is assumed to influence."
    ] = ()
    extensions: Extensions = Extensions()

    @property
    def cadence(self) -> Cadence | None:
        """How often it is measured; None when that is not given, or cannot be read."""
        try:
            return Cadence.parse(self.refresh) if self.refresh else None
        except InvalidValueError:
            return None

    def current(self, as_of: date | None = None) -> Observation | None:
        """The latest observation on or before a day, or of all; of several on one day, the last in the list."""
        known = (seen for seen in reversed(self.observations) if as_of is None or seen.date <= as_of)
        return max(known, key=lambda seen: seen.date, default=None)

    def progress(self, as_of: date | None = None) -> float | None:
        """The progress from baseline to target: (current − baseline) ÷ (target − baseline).

        It is 0 at the baseline and 1 at the target, whichever way the metric should move; it can be above 1 or
        below 0. None when an observation, the baseline or the target is missing, or the two are equal.
        """
        current = self.current(as_of)
        if current is None or self.baseline is None or self.target is None or self.target.value == self.baseline:
            return None
        progress = (current.value - self.baseline) / (self.target.value - self.baseline)
        return progress if isfinite(progress) else None

    def breached(self, as_of: date | None = None) -> bool:
        """True when the latest observation on or before a day is outside the bounds."""
        current = self.current(as_of)
        return current is not None and self.bounds is not None and current.value not in self.bounds

    def stale(self, as_of: date, *, after: float = 2) -> bool:
        """True when the latest observation is older than `after` times the refresh; False without a refresh."""
        current = self.current(as_of)
        days = self.cadence.days if self.cadence else None
        return current is not None and days is not None and (as_of - current.date).days > after * days

    def status(self, as_of: date, *, tolerance: float = 0.05, stale_after: float = 2) -> KPIStatus:
        """The status of the metric on a day; the first that applies, in the order of `KPIStatus`.

        A metric without a target, or that should be maintained, is achieved within its bounds. A target without a date
        is achieved when met, else at risk or off track. A target with a date is compared with the line from the
        baseline, on the day of the first observation, to the target on its date: with the point of the line on the
        day of the current observation, and with the target itself once its date has passed. Without a baseline
        there is no such line, so that an unmet target is unknown until its date.

        The direction says which way is better; without one, the way from baseline to target does.

        Args:
            as_of: the day; later observations are ignored.
            tolerance: how far behind is "at risk" rather than "off track": a share of the target for a target without
                a date, a share of the way from baseline to target for one with a date.
            stale_after: the age at which an observation is stale, as a multiple of the refresh.
        """
        current = self.current(as_of)
        if current is None:
            return KPIStatus.UNKNOWN
        if self.stale(as_of, after=stale_after):
            return KPIStatus.STALE
        if self.breached(as_of):
            return KPIStatus.BREACHED
        if self.target is None or self.direction is Direction.MAINTAIN:
            return KPIStatus.ACHIEVED if self.bounds is not None and self.bounds.limited else KPIStatus.UNKNOWN
        return self._against(self.target, current, as_of, tolerance)

    def _against(self, target: Target, current: Observation, as_of: date, tolerance: float) -> KPIStatus:
        upwards = self._upwards(target)
        if upwards is None:
            return KPIStatus.UNKNOWN

        def within(goal: float, slack: float) -> bool:
            short = goal - current.value if upwards else current.value - goal
            return short <= slack + ROUNDING * max(abs(goal), abs(current.value))

        if within(target.value, 0):
            return KPIStatus.ACHIEVED
        goal, slack = target.value, tolerance * abs(target.value)
        if target.by is not None and self.baseline is not None:
            share = self._share_due(target.by, current, as_of)
            goal = (1 - share) * self.baseline + share * target.value
            slack = tolerance * abs(target.value - self.baseline)
            if within(goal, 0):
                return KPIStatus.ON_TRACK
        elif target.by is not None and as_of <= target.by:
            return KPIStatus.UNKNOWN
        return KPIStatus.AT_RISK if within(goal, slack) else KPIStatus.OFF_TRACK

    def _upwards(self, target: Target) -> bool | None:
        if self.direction is not None:
            return self.direction is Direction.INCREASE
        if self.baseline is None or self.baseline == target.value:
            return None
        return target.value > self.baseline

    def _share_due(self, by: date, current: Observation, as_of: date) -> float:
        start = min(seen.date for seen in self.observations)
        if as_of > by or start >= by:
            return 1
        return (current.date - start) / (by - start)


@attrs.frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class Metrics:
    """The north star, and the metrics in three groups: inputs, outputs and guardrails."""

    north_star_metric: Annotated[
        Text,
        Refers("kpi", exact=False),
        "The one metric for the value to customers: the id or name of a KPI, or free text.",
    ]
    input_metrics: Annotated[tuple[KPI, ...], AlwaysWritten(), "The metrics that teams can move directly."] = ()
    output_metrics: Annotated[tuple[KPI, ...], AlwaysWritten(), "The metrics that follow from the inputs."] = ()
    guardrail_metrics: Annotated[tuple[KPI, ...], AlwaysWritten(), "The metrics that must not get worse."] = ()
    extensions: Extensions = Extensions()

    def groups(self) -> tuple[tuple[MetricGroup, tuple[KPI, ...]], ...]:
        """The three groups with their KPIs: inputs, outputs, guardrails."""
        return (
            (MetricGroup.INPUT, self.input_metrics),
            (MetricGroup.OUTPUT, self.output_metrics),
            (MetricGroup.GUARDRAIL, self.guardrail_metrics),
        )

    def kpis(self) -> Iterator[KPI]:
        """Every KPI: inputs, outputs, then guardrails."""
        for _, kpis in self.groups():
            yield from kpis

    @property
    def by_id(self) -> Mapping[str, KPI]:
        """The KPIs by their ids; of several with one id, the first."""
        return {kpi.id: kpi for kpi in reversed(tuple(self.kpis()))}

    @property
    def north_star(self) -> KPI | None:
        """The KPI that is the north star, found by its id, else by its name; None for free text."""
        by_id = (kpi for kpi in self.kpis() if kpi.id == self.north_star_metric)
        by_name = (kpi for kpi in self.kpis() if kpi.name == self.north_star_metric)
        return next(by_id, None) or next(by_name, None)
