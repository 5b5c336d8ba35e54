"""Whether the targets make sense, and whether they are reached."""

from collections.abc import Iterator, Sequence
from datetime import date

import attrs

from productgov.findings import Severity
from productgov.found import Found
from productgov.model.metrics import KPI, Direction, KPIStatus, MetricGroup
from productgov.model.targets import Bounds, DatedTarget, Target
from productgov.paths import Path
from productgov.rules.context import Context
from productgov.rules.metric_examples import with_kpi
from productgov.rules.metric_lookups import has_unknown_kpi, movers_in_now
from productgov.rules.rule import Family, Rule
from productgov.wording import counted, distinct_texts, number_text, percent_text, quoted

__all__ = ["TARGETS"]


def _targets(kpi: KPI) -> Sequence[tuple[Path, Target | DatedTarget]]:
    """The targets of a KPI, each with its place in it."""
    if kpi.target is not None:
        return ((("target",), kpi.target),)
    return tuple((("targets", index), target) for index, target in enumerate(kpi.targets))


def _backward_targets(context: Context) -> Iterator[Found]:
    for path, kpi, _ in context.kpis:
        found = _backward(kpi)
        if found and kpi.direction and kpi.baseline is not None:
            place, goal = found
            target, baseline = distinct_texts(goal.value, kpi.baseline)
            yield Found(
                (*path, *place),
                f"the target {target} of {quoted(kpi.name)} is worse than its baseline {baseline}: "
                f"its direction is {kpi.direction.value}",
                "correct the direction, the target or the baseline",
            )


def _backward(kpi: KPI) -> tuple[Path, Target | DatedTarget] | None:
    """The first target that is worse than the baseline."""
    for place, target in _targets(kpi):
        gain = 0 if kpi.baseline is None else target.value - kpi.baseline
        if (kpi.direction is Direction.INCREASE and gain < 0) or (kpi.direction is Direction.DECREASE and gain > 0):
            return place, target
    return None


def _missed(context: Context) -> Iterator[Found]:
    for path, kpi, _ in context.kpis:
        found = _missed_target(kpi, context.as_of)
        if found:
            place, target = found
            current = kpi.current(context.as_of)
            goal, *value = distinct_texts(target.value, *([current.value] if current else []))
            stands = (
                f"stands at {value[0]}{_way(_alone(kpi, target), context.as_of)}" if value else "was never observed"
            )
            yield Found(
                (*path, *place),
                f"{quoted(kpi.name)} was to reach {goal} by {target.by} and {stands}",
                "add the observation that reached it, or record what was learned and set the next target",
            )


def _missed_target(kpi: KPI, day: date) -> tuple[Path, Target | DatedTarget] | None:
    """The last target whose day has passed, where it is known that it was not achieved."""
    passed = [(place, target) for place, target in _targets(kpi) if target.by is not None and target.by < day]
    if not passed or kpi.direction is Direction.MAINTAIN or _backward(kpi):
        return None
    if not kpi.observations:
        return passed[-1] if kpi.source is not None else None
    missed = _alone(kpi, passed[-1][1]).status(day) in (KPIStatus.AT_RISK, KPIStatus.OFF_TRACK)
    return passed[-1] if missed else None


def _alone(kpi: KPI, target: Target | DatedTarget) -> KPI:
    """The KPI with one of its targets and without bounds."""
    return attrs.evolve(kpi, target=Target(value=target.value, by=target.by), targets=(), bounds=None)


def _way(kpi: KPI, day: date) -> str:
    """How much of the way from its baseline to its target a KPI has made, where that is known."""
    progress = kpi.progress(day)
    return "" if progress is None else f" ({percent_text(progress)} of the way)"


def _off_track(context: Context) -> Iterator[Found]:
    unsure, day, star = has_unknown_kpi(context), context.as_of, context.governance.metrics.north_star
    for path, kpi, _ in context.kpis:
        is_star = kpi is star
        if not is_star and (unsure or movers_in_now(context, kpi.id)):
            continue
        target, current = _target_out_of_reach(kpi, day), kpi.current(day)
        if target is not None and current is not None:
            goal, value = distinct_texts(target.value, current.value)
            name = f"the north star {quoted(kpi.name)}" if is_star else quoted(kpi.name)
            idle = "" if is_star else ", and no open item in now is meant to move it"
            yield Found(
                path,
                f"{name} is off track: {value} on {current.date}{_way(kpi, day)}, to reach {goal} by {target.by}, "
                f"{counted((target.by - day).days, 'day')} from {day}{idle}",
                "find the cause and change the plan, or change the target"
                if is_star
                else f"plan an item in now that names {kpi.id} in its metrics, or change the target",
                severity=None if is_star else Severity.INFO,
            )


def _target_out_of_reach(kpi: KPI, day: date) -> DatedTarget | None:
    """The target whose day has not passed, where two observations or more show that the KPI is off track to it."""
    target = kpi.target_on(day)
    if target is None or target.by is None or target.by < day or _missed_target(kpi, day):
        return None
    known = sum(seen.date <= day for seen in kpi.observations)
    off_track = known > 1 and kpi.status(day) is KPIStatus.OFF_TRACK
    return DatedTarget(value=target.value, by=target.by) if off_track else None


def _contradictions(context: Context) -> Iterator[Found]:
    for path, kpi, group in context.kpis:
        if not _backward(kpi):
            yield from _contradicting_targets(path, kpi)
        side = _wrong_side(kpi) if group is MetricGroup.GUARDRAIL else None
        if side and kpi.direction:
            yield Found(
                (*path, "bounds"),
                f"the guardrail {quoted(kpi.name)} is to {kpi.direction.value}, but has only {side}: "
                "it may get worse without end",
                "bound it on the other side, or correct its direction",
            )


def _contradicting_targets(path: Path, kpi: KPI) -> Iterator[Found]:
    """The first target outside the bounds, else the last one where it is the baseline."""
    targets, bounds = _targets(kpi), kpi.bounds
    for place, target in targets:
        if bounds is not None and target.value not in bounds:
            yield Found(
                (*path, *place),
                f"the target {number_text(target.value)} of {quoted(kpi.name)} is outside its bounds, "
                f"{_range(bounds)}: reaching it would be a breach",
                "correct the target or the bounds",
            )
            return
    for place, target in targets[-1:]:
        if target.value == kpi.baseline and kpi.direction is not Direction.MAINTAIN:
            yield Found(
                (*path, *place),
                f"the target of {quoted(kpi.name)} is already its baseline, {number_text(target.value)}",
                "correct the one that is wrong; to keep a metric where it is, write direction: maintain and bounds",
            )


def _range(bounds: Bounds) -> str:
    limits = (("at least", bounds.min), ("at most", bounds.max))
    return " and ".join(f"{word} {number_text(limit)}" for word, limit in limits if limit is not None)


def _wrong_side(kpi: KPI) -> str | None:
    """The only bound of a KPI, where it is on the side that is better."""
    lowest, highest = (kpi.bounds.min, kpi.bounds.max) if kpi.bounds else (None, None)
    if kpi.direction is Direction.DECREASE and highest is None and lowest is not None:
        return f"a minimum, {number_text(lowest)}"
    if kpi.direction is Direction.INCREASE and lowest is None and highest is not None:
        return f"a maximum, {number_text(highest)}"
    return None


def _star(*values: float) -> dict[str, object]:
    """The north star, which is to rise from 3,000 in January to 5,000 in June, with observations at its ends."""
    days = ("2026-01-05", "2026-02-23")
    return with_kpi(
        "output",
        "weekly-teams",
        baseline=3000,
        target={"value": 5000, "by": "2026-06-29"},
        observations=[{"date": day, "value": value} for day, value in zip(days, values, strict=True)],
    )


TARGETS = Family(
    prefix="PG4",
    title="Targets",
    about="Do the targets make sense, and are they reached?",
    rules=(
        Rule(
            code="PG408",
            severity=Severity.ERROR,
            title="target worse than the baseline",
            meaning="""The target of a KPI, or one of its dated targets, is below its baseline where it is to be
                increased, or above it where it is to be decreased. The finding is at the first.""",
            why="""Progress would be counted backwards: tools that compare without a direction call a latency of 520 ms
                an achieved target of 350.""",
            bad=with_kpi("input", "activation", baseline=45, target=40),
            good=with_kpi("input", "activation", baseline=30, target=40),
            find=_backward_targets,
        ),
        Rule(
            code="PG411",
            severity=Severity.WARNING,
            title="target missed",
            meaning="""The day of a target has passed, and by its latest observation the KPI has not reached it, or it
                was never observed. Of several dated targets, the last that has passed counts. Silent where PG404 or
                PG408 applies, and for metrics to be maintained.""",
            why="A target whose day passes without a word was a wish, and the next one will be read as one.",
            bad=with_kpi("input", "activation", target={"value": 40, "by": "2026-02-28"}),
            good=with_kpi("input", "activation", target={"value": 33, "by": "2026-02-28"}),
            find=_missed,
        ),
        Rule(
            code="PG412",
            severity=Severity.WARNING,
            title="off track",
            meaning="""The north star is behind the line from its baseline to a dated target, by more than 5 % of the
                way. Other KPIs are an info, and only where no open item in now is meant to move them. Needs two
                observations; silent where PG403, PG404, PG410 or PG411 applies.""",
            why="There is still time to act before the day of the target, and none after it.",
            bad=_star(3000, 3100),
            good=_star(3000, 3600),
            find=_off_track,
        ),
        Rule(
            code="PG415",
            severity=Severity.WARNING,
            title="target or bounds that contradict",
            meaning="""A target is outside the bounds of its KPI; or it is the baseline of a KPI that is not to be
                maintained; or a guardrail has its only bound on the side that is better. Of several dated targets, the
                last is compared with the baseline. Silent about a target where PG408 applies.""",
            why="Two numbers that cannot both be meant: one of them is a slip, and people will follow either.",
            bad=with_kpi("input", "activation", bounds={"max": 38}),
            good=with_kpi("input", "activation", bounds={"max": 45}),
            find=_contradictions,
        ),
    ),
)
