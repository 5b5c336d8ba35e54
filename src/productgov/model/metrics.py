"""The metrics: the north star, inputs, outputs and guardrails, with targets and observations."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import islice
from math import isfinite
from typing import Annotated, ClassVar

import attrs

from productgov.display import Displayed
from productgov.errors import InvalidValueError
from productgov.fields import (
    AlwaysWritten,
    Constraint,
    DatesAscend,
    Identifier,
    Key,
    Names,
    NotWith,
    Number,
    Refers,
    Term,
    Text,
    checked,
)
from productgov.model.cadence.cadence import Cadence
from productgov.model.extensions import Extensions
from productgov.model.people import Role
from productgov.model.targets import Bounds, DatedTarget, Target, value_on_line

__all__ = ["KPI", "ROUNDING", "Direction", "KPIStatus", "MetricGroup", "Metrics", "Observation", "latest"]

ROUNDING = 1e-9
"""Differences below this share of the larger number come from binary fractions, not from the metric."""

STALE_DAYS = 400
"""After how many days an observation is stale where nothing says how often the metric is measured."""


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
    BREACHED = "breached", "Outside its bounds, by its latest observation."
    STALE = "stale", "Its latest observation is too old."
    ACHIEVED = "achieved", "Its target is met; or, where it has only bounds, it is within them."
    ON_TRACK = "on track", "On the line from its baseline to its target, or ahead of it."
    AT_RISK = "at risk", "Slightly behind its target, or the line to it."
    OFF_TRACK = "off track", "Behind its target, or the line to it."


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False, field_transformer=checked)
class Observation(Displayed):
    """A measurement on a day."""

    date: Annotated[date, Key(), "The day it was measured."]
    value: Annotated[Number, "The measured value, in the unit of the metric."]
    note: Annotated[Text | None, "A remark about it."] = None
    extensions: Extensions = Extensions()


def latest(observations: Sequence[Observation], as_of: date | None = None) -> Observation | None:
    """The latest observation on or before a day, or of all; of several on one day, the last in the list."""
    known = (seen for seen in reversed(observations) if as_of is None or seen.date <= as_of)
    return max(known, key=lambda seen: seen.date, default=None)


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False, field_transformer=checked)
class KPI(Displayed):
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
        return latest(self.observations, as_of)

    def target_on(self, day: date) -> Target | None:
        """The target that counts on a day: of several, the first that has not passed, else the last."""
        if self.target is not None or not self.targets:
            return self.target
        counting = next((target for target in self.targets if target.by >= day), self.targets[-1])
        return Target(value=counting.value, by=counting.by)

    def progress(self, as_of: date | None = None) -> float | None:
        """The progress from baseline to target: (current − baseline) ÷ (target − baseline).

        Of several targets, the one that counts on the day is used; without a day, the last. The progress is 0 at the
        baseline and 1 at the target, whichever way the metric should move; it can be above 1 or below 0. None when an
        observation, the baseline or the target is missing, or the two are equal.
        """
        current, target = self.current(as_of), self.target_on(as_of or date.max)
        if current is None or self.baseline is None or target is None or target.value == self.baseline:
            return None
        progress = (current.value - self.baseline) / (target.value - self.baseline)
        return progress if isfinite(progress) else None

    def breached(self, as_of: date | None = None) -> bool:
        """True when the latest observation on or before a day is outside the bounds, however old it is."""
        current = self.current(as_of)
        return current is not None and self.bounds is not None and current.value not in self.bounds

    def stale(self, as_of: date, *, after: int = 2) -> bool:
        """True when `after` scheduled observations have been missed since the latest one.

        An observation is missed when its day has passed; the days are counted by the refresh from the latest
        observation on. Without a refresh that has dates, an observation is stale after 400 days.
        """
        current = self.current(as_of)
        if current is None:
            return False
        cadence = self.cadence
        if cadence is None or cadence.dated is None:
            return (as_of - current.date).days > STALE_DAYS
        if current.date == date.max:
            return False
        missed = cadence.between(current.date + timedelta(days=1), as_of, anchor=current.date)
        return sum(1 for _ in islice(missed, after)) == after

    def status(self, as_of: date, *, tolerance: float = 0.05, stale_after: int = 2) -> KPIStatus:
        """The status of the metric on a day; the first that applies, in the order of `KPIStatus`.

        A metric without a target, or that should be maintained, is achieved within its bounds. A target without a date
        is achieved when met, else at risk or off track. A target with a date is compared with the line from the
        baseline, on its date or else on the day of the first observation, through each dated target in turn: with
        the point of the line on the day of the current observation, and with the last target itself once its date
        has passed. There is no such line without a baseline, nor with a single observation and no date of the
        baseline; an unmet target is then unknown until its date.

        The direction says which way is better; without one, the way from baseline to target does.

        Args:
            as_of: the day; later observations are ignored.
            tolerance: how far behind is "at risk" rather than "off track": a share of the target for a target without
                a date, a share of the way from baseline to target for one with a date.
            stale_after: how many scheduled observations must be missed for it to be stale.
        """
        current = self.current(as_of)
        if current is None:
            return KPIStatus.UNKNOWN
        if self.breached(as_of):
            return KPIStatus.BREACHED
        if self.stale(as_of, after=stale_after):
            return KPIStatus.STALE
        target = self.target_on(as_of)
        if target is None or self.direction is Direction.MAINTAIN:
            return KPIStatus.ACHIEVED if self.bounds is not None and self.bounds.limited else KPIStatus.UNKNOWN
        return self._against(target, current, as_of, tolerance)

    def _against(self, target: Target, current: Observation, as_of: date, tolerance: float) -> KPIStatus:
        upwards = self._upwards(target)
        if upwards is None:
            return KPIStatus.UNKNOWN

        def within(goal: float, slack: float) -> bool:
            short = goal - current.value if upwards else current.value - goal
            return short <= slack + ROUNDING * max(abs(goal), abs(current.value))

        if within(target.value, 0):
            return KPIStatus.ACHIEVED
        if target.by is None:
            return KPIStatus.AT_RISK if within(target.value, tolerance * abs(target.value)) else KPIStatus.OFF_TRACK
        if as_of > target.by:
            goal = target.value
        else:
            start = self._line_start(as_of)
            if self.baseline is None or start is None:
                return KPIStatus.UNKNOWN
            dated = self.targets or (DatedTarget(value=target.value, by=target.by),)
            goal = value_on_line(start, self.baseline, dated, current.date)
            if within(goal, 0):
                return KPIStatus.ON_TRACK
        slack = tolerance * abs(target.value - (0 if self.baseline is None else self.baseline))
        return KPIStatus.AT_RISK if within(goal, slack) else KPIStatus.OFF_TRACK

    def _upwards(self, target: Target) -> bool | None:
        if self.direction is not None:
            return self.direction is Direction.INCREASE
        if self.baseline is None or self.baseline == target.value:
            return None
        return target.value > self.baseline

    def _line_start(self, as_of: date) -> date | None:
        """The day on which the line to the targets starts; None where only one observation and no day is known."""
        if self.baseline_date is not None:
            return self.baseline_date
        seen = [observation.date for observation in self.observations if observation.date <= as_of]
        return min(seen) if len(seen) > 1 else None


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False, field_transformer=checked)
class Metrics(Displayed):
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
