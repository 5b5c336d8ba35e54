"""What is measured: the north star, the inputs that lead to it, the outputs, and the guardrails."""

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
    Identifier,
    Key,
    Names,
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

__all__ = ["KPI", "ROUNDING", "Bounds", "Direction", "KPIStatus", "MetricGroup", "Metrics", "Observation", "Target"]

ROUNDING = 1e-9
"""Differences below this share of the larger number come from binary fractions, not from the metric."""


class MetricGroup(Term):
    """The part that a metric plays."""

    INPUT = "input", "What teams can move directly."
    OUTPUT = "output", "What follows from the inputs."
    GUARDRAIL = "guardrail", "What must not get worse on the way."

    @property
    def field(self) -> str:
        """The field of `Metrics` that holds the metrics of this group."""
        return f"{self.value}_metrics"

    @property
    def wire(self) -> str:
        """The name of this field in documents."""
        return f"{self.value}Metrics"


class Direction(Term):
    """Which way a metric is meant to go."""

    INCREASE = "increase", "More is better."
    DECREASE = "decrease", "Less is better."
    MAINTAIN = "maintain", "Within its bounds is right."


class KPIStatus(Term):
    """How a metric stands on a day; of several that apply, the first in this order."""

    UNKNOWN = "unknown", "Not measured yet, or nothing says what would be good."
    STALE = "stale", "Its latest observation is too old to say."
    BREACHED = "breached", "Out of its bounds."
    ACHIEVED = "achieved", "Its target is met; or it is within its bounds, where those are all it must keep."
    ON_TRACK = "on track", "On the line from its baseline to its target, or ahead of it."
    AT_RISK = "at risk", "Short of where it should be, by a little."
    OFF_TRACK = "off track", "Short of where it should be."


@attrs.frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class Target:
    """The value a metric is meant to reach, and by when; without a date it is a standing target."""

    value: Annotated[
        Number, Shorthand(), "The value to reach, in the metric's unit; a plain number stands for a target."
    ]
    by: Annotated[date | None, "The day by which to reach it."] = None
    extensions: Extensions = Extensions()

    @staticmethod
    def parse(text: str) -> StatedTarget:
        """Read a target that is stated in words: "at or below 45 days", "< 18", "above 80%", "20".

        The answer also holds the comparison and the unit, which belong to the metric:
        `Target(value=Target.parse("at or below 45 days").value)`.

        Raises:
            InvalidValueError: the text states no target that can be read without a doubt.
        """
        return parse_target(text)


@attrs.frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class Bounds:
    """The range a metric must stay in, limits included."""

    constraints: ClassVar[tuple[Constraint, ...]] = (Ascending(("min", "max")),)

    min: Annotated[Number | None, "The least it may be."] = None
    max: Annotated[Number | None, "The most it may be."] = None
    extensions: Extensions = Extensions()

    def __contains__(self, value: float) -> bool:
        return (self.min is None or value >= self.min) and (self.max is None or value <= self.max)

    @property
    def limited(self) -> bool:
        """True when there is a least or a most; bounds without either hold everything, and ask for nothing."""
        return self.min is not None or self.max is not None


@attrs.frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class Observation:
    """What was measured on a day."""

    date: Annotated[date, Key(), "The day it was measured."]
    value: Annotated[Number, "What was measured, in the metric's unit."]
    note: Annotated[Text | None, "What should be known about it."] = None
    extensions: Extensions = Extensions()


@attrs.frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class KPI:
    """A metric: what it counts, which way it should go, how far it is, and what it leads to."""

    id: Annotated[Identifier, Names("kpi"), Key(), "Its name in references."]
    name: Annotated[Text, "What it is called."]
    description: Annotated[Text | None, "How it is counted."] = None
    unit: Annotated[Text | None, "What it is counted in."] = None
    direction: Annotated[Direction | None, "Which way it is meant to go."] = None
    baseline: Annotated[Number | None, "Where it stood when the target was set."] = None
    target: Annotated[Target | None, "Where it is meant to be."] = None
    bounds: Annotated[Bounds | None, "The range it must stay in."] = None
    observations: Annotated[tuple[Observation, ...], "What was measured, in any order."] = ()
    refresh: Annotated[Text | None, "How often it is measured, such as weekly or every 2 weeks."] = None
    owner: Annotated[Role | None, "Who answers for it."] = None
    source: Annotated[Text | None, "Where the numbers come from."] = None
    influences: Annotated[
        tuple[Identifier, ...], Refers("kpi"), "The ids of the KPIs that it is believed to move."
    ] = ()
    extensions: Extensions = Extensions()

    @property
    def cadence(self) -> Cadence | None:
        """How often it is measured; None when that is not said, or in words that cannot be read."""
        try:
            return Cadence.parse(self.refresh) if self.refresh else None
        except InvalidValueError:
            return None

    def current(self, as_of: date | None = None) -> Observation | None:
        """The latest observation on or before a day, or of all; of several on one day, the last that is listed."""
        known = (seen for seen in reversed(self.observations) if as_of is None or seen.date <= as_of)
        return max(known, key=lambda seen: seen.date, default=None)

    def progress(self, as_of: date | None = None) -> float | None:
        """How much of the way from baseline to target is done: (current − baseline) ÷ (target − baseline).

        It is 0 at the baseline and 1 at the target, whichever way the metric should go; it may pass 1, or fall
        below 0. None when an observation, the baseline or the target is missing, or the two are the same.
        """
        current = self.current(as_of)
        if current is None or self.baseline is None or self.target is None or self.target.value == self.baseline:
            return None
        progress = (current.value - self.baseline) / (self.target.value - self.baseline)
        return progress if isfinite(progress) else None

    def breached(self, as_of: date | None = None) -> bool:
        """True when the latest observation on or before a day lies out of the bounds."""
        current = self.current(as_of)
        return current is not None and self.bounds is not None and current.value not in self.bounds

    def stale(self, as_of: date, *, after: float = 2) -> bool:
        """True when the latest observation is older than so many times the refresh; never where none is scheduled."""
        current = self.current(as_of)
        days = self.cadence.days if self.cadence else None
        return current is not None and days is not None and (as_of - current.date).days > after * days

    def status(self, as_of: date, *, tolerance: float = 0.05, stale_after: float = 2) -> KPIStatus:
        """How the metric stands on a day; the first that applies, in the order of `KPIStatus`.

        Where its bounds are all that it must keep (it is to be maintained, or has no target), it is achieved within
        them. A target without a day is standing: achieved when met, else at risk or off track. A target with a day
        is held against the line from the baseline, on the day of the first observation, to the target on its day:
        where the line was when the current value was observed, and the target itself once its day has passed.
        Without a baseline there is no such line: until its day, an unmet target is unknown.

        Which way is good is the direction's to say, and where it is silent, the way from baseline to target.

        Args:
            as_of: the day; later observations count as unknown.
            tolerance: how far short is "at risk" and no more: a share of the target's size for a standing target,
                of the way from baseline to target for one with a day.
            stale_after: after how many times its refresh an observation is stale.
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
    """The north star, the inputs that teams can move, the outputs that follow, the guardrails that must hold."""

    north_star_metric: Annotated[
        Text,
        Refers("kpi", exact=False),
        "The one metric that stands for value to customers: a KPI's id or name, or free text.",
    ]
    input_metrics: Annotated[tuple[KPI, ...], AlwaysWritten(), "What teams can move directly."] = ()
    output_metrics: Annotated[tuple[KPI, ...], AlwaysWritten(), "What follows from the inputs."] = ()
    guardrail_metrics: Annotated[tuple[KPI, ...], AlwaysWritten(), "What must not get worse on the way."] = ()
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
