"""PG4xx: what is measured, and how it stands."""

from collections.abc import Iterator

from productgov.analysis.graph import cycles
from productgov.findings import Severity
from productgov.found import Found
from productgov.model.metrics import KPI, Direction
from productgov.model.roadmap import Horizon
from productgov.rules.context import Breach, Context, Group, PlacedKpi
from productgov.rules.rule import Rule
from productgov.wording import counted, listed, quoted, told_apart

__all__ = ["RULES"]

_MISSING = {
    "direction": "say which way is good (increase, decrease or maintain)",
    "target": "say how far it should go",
    "bounds": "say which range is safe, so that leaving it can be seen",
}
"""What to do about each thing that a KPI may lack."""


def _incomplete(context: Context) -> Iterator[Found]:
    """PG401."""
    for path, kpi, group in context.kpis:
        missing = list(_missing(kpi, group))
        if missing:
            yield Found(
                path,
                f"the {group.noun} metric {quoted(kpi.name)} has no {listed(missing, 'and no')}",
                " and ".join(_MISSING[name] for name in missing),
            )


def _missing(kpi: KPI, group: Group) -> Iterator[str]:
    bounded = kpi.bounds is not None and kpi.bounds.limited
    if group.noun == "guardrail":
        if not bounded:
            yield "bounds"
        return
    if kpi.direction is None:
        yield "direction"
    if kpi.direction is Direction.MAINTAIN:
        if not bounded:
            yield "bounds"
    elif kpi.target is None:
        yield "target"


def _breached(context: Context) -> Iterator[Found]:
    """PG403."""
    for breach in context.breaches:
        placed = breach.placed
        if not _is_unanswered(context, placed):
            yield Found(
                placed.path,
                f"the {placed.group.noun} metric {quoted(placed.kpi.name)} is out of its bounds: {_values(breach)}",
                "find out why, and what is being done about it; or correct the bounds",
            )


def _is_unanswered(context: Context, placed: PlacedKpi) -> bool:
    """True for a guardrail that no open item in now is meant to move."""
    return placed.group.noun == "guardrail" and not any(
        item.is_open and item.horizon is Horizon.NOW for item in context.moved_by.get(placed.kpi.id, ())
    )


def _values(breach: Breach) -> str:
    """The observed value and the bound that it breaks."""
    value, bound = told_apart(breach.observation.value, breach.limit)
    unit = f" {breach.placed.kpi.unit}" if breach.placed.kpi.unit else ""
    allowed = "at most" if breach.is_above else "at least"
    return f"{value}{unit} on {breach.observation.date}, where {allowed} {bound}{unit} is allowed"


def _unanswered(context: Context) -> Iterator[Found]:
    """PG410."""
    for breach in context.breaches:
        placed = breach.placed
        if _is_unanswered(context, placed):
            owner = placed.kpi.owner
            who = "nobody owns it" if owner is None else f"it is owned by {owner.name or owner.title}"
            yield Found(
                placed.path,
                f"the guardrail {quoted(placed.kpi.name)} is breached and no open item in now answers it: "
                f"{_values(breach)}; {who}",
                f"put an item into now that names {placed.kpi.id} in its metrics, or correct the bounds",
            )


def _unmeasured(context: Context) -> Iterator[Found]:
    """PG404."""
    for path, kpi, _ in context.kpis:
        if not kpi.observations and kpi.source is None:
            yield Found(
                path,
                f"{quoted(kpi.name)} is unknown: it has neither an observation nor a source",
                "write down one observation, or the source where its numbers will come from",
            )
        elif kpi.stale(context.as_of) and (current := kpi.current(context.as_of)):
            age = counted((context.as_of - current.date).days, "day")
            yield Found(
                path,
                f"{quoted(kpi.name)} was last observed on {current.date}, {age} before {context.as_of}, "
                f"though it is to be refreshed {kpi.refresh}",
                "add its latest observation, or correct how often it is refreshed",
            )


def _influence_cycles(context: Context) -> Iterator[Found]:
    """PG405."""
    for cycle in cycles(context.influences):
        first, second = cycle.path[0], cycle.path[1]
        more = len(cycle.members) - len(cycle.path)
        others = f"; {counted(more, 'more metric')} of the same knot" if more else ""
        placed = next(other for other in context.kpis if other.kpi.id == first and second in other.kpi.influences)
        at = (*placed.path, "influences", placed.kpi.influences.index(second))
        yield Found(
            at,
            f"influence cycle: {' → '.join((*cycle.path, first))}: each is said to move the next{others}",
            "keep the influence that you would bet on, and remove the one that closes the circle",
        )


def _lonely_north_star(context: Context) -> Iterator[Found]:
    """PG406."""
    star = context.governance.metrics.north_star
    if star and not any(star.id in targets for targets in context.influences.values()):
        yield Found(
            ("metrics", "northStarMetric"),
            f"no metric leads to the north star {quoted(star.name)}",
            f"name {star.id} in the influences of the inputs that are believed to move it",
        )


def _in_two_groups(context: Context) -> Iterator[Found]:
    """PG407."""
    for path, kpi, group in context.kpis:
        first = context.kpi_by_id[kpi.id]
        if first.group is not group:
            yield Found(
                (*path, "id"),
                f"the id {kpi.id} stands among the {group.noun} metrics and among the {first.group.noun} metrics",
                "keep it in one group; a guardrail that an initiative should move can be named in its metrics",
            )


def _backward_targets(context: Context) -> Iterator[Found]:
    """PG408."""
    for path, kpi, _ in context.kpis:
        if kpi.target is None or kpi.baseline is None:
            continue
        gain = kpi.target.value - kpi.baseline
        wrong = (kpi.direction is Direction.INCREASE and gain < 0) or (kpi.direction is Direction.DECREASE and gain > 0)
        if wrong and kpi.direction:
            target, baseline = told_apart(kpi.target.value, kpi.baseline)
            yield Found(
                (*path, "target"),
                f"the target {target} of {quoted(kpi.name)} is worse than its baseline {baseline}: "
                f"it is meant to {kpi.direction.value}",
                "correct the direction, the target or the baseline",
            )


def _no_guardrail(context: Context) -> Iterator[Found]:
    """PG409."""
    if not context.governance.metrics.guardrail_metrics:
        yield Found(
            ("metrics", "guardrailMetrics"),
            "there is no guardrail metric: nothing says what must not get worse on the way",
            "add one with its bounds, such as churn, latency, cost or complaints",
        )


RULES = (
    Rule(code="PG401", severity=Severity.WARNING, find=_incomplete),
    Rule(code="PG403", severity=Severity.WARNING, find=_breached),
    Rule(code="PG404", severity=Severity.WARNING, find=_unmeasured),
    Rule(code="PG405", severity=Severity.ERROR, find=_influence_cycles),
    Rule(code="PG406", severity=Severity.WARNING, find=_lonely_north_star),
    Rule(code="PG407", severity=Severity.WARNING, find=_in_two_groups),
    Rule(code="PG408", severity=Severity.ERROR, find=_backward_targets),
    Rule(code="PG409", severity=Severity.WARNING, find=_no_guardrail),
    Rule(code="PG410", severity=Severity.ERROR, find=_unanswered),
)
