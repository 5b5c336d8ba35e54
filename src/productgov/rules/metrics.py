"""What is measured, and whether it can be judged and acted on."""

from collections.abc import Iterator

from productgov.analysis.graph import cycles
from productgov.findings import Severity
from productgov.found import Found
from productgov.model.metrics import KPI, Direction, MetricGroup
from productgov.model.roadmap import Horizon
from productgov.paths import Path
from productgov.rules.context import Context
from productgov.rules.placed import Breach, PlacedKpi
from productgov.rules.rule import Family, Rule
from productgov.wording import counted, distinct_texts, listed, quoted

__all__ = ["METRICS"]

_MISSING = {
    "direction": "add its direction (increase, decrease or maintain)",
    "target": "add a target",
    "bounds": "add bounds, the range that it must stay in",
}
"""What to do about each thing that a KPI may lack."""


def _incomplete(context: Context) -> Iterator[Found]:
    for path, kpi, group in context.kpis:
        missing = list(_missing(kpi, group))
        if missing:
            yield Found(
                path,
                f"the {group.value} metric {quoted(kpi.name)} has no {listed(missing, 'and no')}",
                " and ".join(_MISSING[name] for name in missing),
            )


def _missing(kpi: KPI, group: MetricGroup) -> Iterator[str]:
    bounded = kpi.bounds is not None and kpi.bounds.limited
    if group is MetricGroup.GUARDRAIL:
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
    for breach in context.breaches:
        placed = breach.placed
        if not _is_unaddressed(context, placed):
            yield Found(
                placed.path,
                f"the {placed.group.value} metric {quoted(placed.kpi.name)} is outside its bounds: {_values(breach)}",
                "find the cause and act on it, or correct the bounds",
            )


def _is_unaddressed(context: Context, placed: PlacedKpi) -> bool:
    """True for a guardrail that no open item in now is meant to move, not even by a name that is unknown."""
    if placed.group is not MetricGroup.GUARDRAIL or context.has_unknown("metrics"):
        return False
    moving = context.moved_by.get(placed.kpi.id, ())
    return not any(item.is_open and item.horizon is Horizon.NOW for item in moving)


def _values(breach: Breach) -> str:
    """The observed value and the bound that it breaks."""
    value, bound = distinct_texts(breach.observation.value, breach.limit)
    unit = f" {breach.placed.kpi.unit}" if breach.placed.kpi.unit else ""
    allowed = "at most" if breach.is_above else "at least"
    return f"{value}{unit} on {breach.observation.date}, {allowed} {bound}{unit} allowed"


def _unaddressed(context: Context) -> Iterator[Found]:
    for breach in context.breaches:
        placed = breach.placed
        if _is_unaddressed(context, placed):
            owner = placed.kpi.owner
            who = "it has no owner" if owner is None else f"its owner is {owner.name or owner.title}"
            yield Found(
                placed.path,
                f"the guardrail {quoted(placed.kpi.name)} is outside its bounds and no open item in now addresses it: "
                f"{_values(breach)}; {who}",
                f"plan an item in now that names {placed.kpi.id} in its metrics, or correct the bounds",
            )


def _unknown_or_stale(context: Context) -> Iterator[Found]:
    for path, kpi, _ in context.kpis:
        if not kpi.observations and kpi.source is None:
            yield Found(
                path,
                f"{quoted(kpi.name)} has neither an observation nor a source",
                "add an observation, or the source of its numbers",
            )
        elif kpi.stale(context.as_of) and (current := kpi.current(context.as_of)):
            age = counted((context.as_of - current.date).days, "day")
            yield Found(
                path,
                f"{quoted(kpi.name)} was last observed on {current.date}, {age} before {context.as_of}, "
                f"but its refresh is {kpi.refresh}",
                "add its latest observation, or correct its refresh",
            )


def _influence_cycles(context: Context) -> Iterator[Found]:
    found = cycles(context.influences)
    # The first statement counts where an id is used twice.
    stated: dict[tuple[str, str], Path] = {}
    for path, kpi, _ in context.kpis if found else ():
        for index, name in enumerate(kpi.influences):
            stated.setdefault((kpi.id, name), (*path, "influences", index))
    for cycle in found:
        first, second = cycle.path[0], cycle.path[1]
        more = len(cycle.members) - len(cycle.path)
        others = f" ({counted(more, 'more metric')} in the same cycle)" if more else ""
        yield Found(
            stated[first, second],
            f"influence cycle: {' → '.join((*cycle.path, first))}{others}; each influences the next",
            "keep the influences that matter most, and remove the one that closes the cycle",
        )


def _isolated_north_star(context: Context) -> Iterator[Found]:
    star = context.governance.metrics.north_star
    led_to = star and any(star.id in targets for targets in context.influences.values())
    if star and not led_to and not context.has_unknown("influences"):
        yield Found(
            ("metrics", "northStarMetric"),
            f"no metric influences the north star {quoted(star.name)}",
            f"name {star.id} in the influences of the input metrics that should move it",
        )


def _in_two_groups(context: Context) -> Iterator[Found]:
    for path, kpi, group in context.kpis:
        first = context.kpi_by_id[kpi.id]
        if first.group is not group:
            yield Found(
                (*path, "id"),
                f"the KPI {kpi.id} is in {first.group.wire} and again in {group.wire}",
                "keep it in one group; an initiative can name a guardrail in its metrics too",
            )


def _backward_targets(context: Context) -> Iterator[Found]:
    for path, kpi, _ in context.kpis:
        if kpi.target is None or kpi.baseline is None:
            continue
        gain = kpi.target.value - kpi.baseline
        wrong = (kpi.direction is Direction.INCREASE and gain < 0) or (kpi.direction is Direction.DECREASE and gain > 0)
        if wrong and kpi.direction:
            target, baseline = distinct_texts(kpi.target.value, kpi.baseline)
            yield Found(
                (*path, "target"),
                f"the target {target} of {quoted(kpi.name)} is worse than its baseline {baseline}: "
                f"its direction is {kpi.direction.value}",
                "correct the direction, the target or the baseline",
            )


def _no_guardrail(context: Context) -> Iterator[Found]:
    if not context.governance.metrics.guardrail_metrics:
        yield Found(
            ("metrics", "guardrailMetrics"),
            "there is no guardrail metric: nothing says what must not get worse",
            "add one with bounds, such as churn, latency, cost or complaints",
        )


def _kpi(group: str, id: str, **fields: object) -> dict[str, object]:
    return {"metrics": {f"{group}Metrics": [{"id": id, **fields}]}}


def _observed(day: str, value: float) -> list[dict[str, object]]:
    return [{"date": day, "value": value}]


METRICS = Family(
    prefix="PG4",
    title="Metrics",
    about="What is measured, and whether it can be judged and acted on.",
    rules=(
        Rule(
            code="PG401",
            severity=Severity.WARNING,
            title="metric that cannot be judged",
            meaning="""An input or output metric has no direction or no target (no bounds where it is to be maintained),
                or a guardrail has no bounds.""",
            why="""A number is not a goal: without a direction nobody can say whether 350 ms is progress from 520. Of
                404 metrics of a public metric hub, 9 said which way is good.""",
            bad=_kpi("guardrail", "complaints", name="Complaints a week", source="the support desk"),
            good=_kpi(
                "guardrail", "complaints", name="Complaints a week", source="the support desk", bounds={"max": 20}
            ),
            find=_incomplete,
        ),
        Rule(
            code="PG403",
            severity=Severity.WARNING,
            title="outside its bounds",
            meaning="""The latest observation of a KPI is outside its bounds. Silent where the observation is stale
                (PG404), and for a guardrail that no item addresses (PG410).""",
            why="Bounds are there to be acted on; ignoring a breach silently moves them.",
            bad=_kpi("output", "weekly-teams", bounds={"min": 3000}, observations=_observed("2026-03-01", 2400)),
            good=_kpi("output", "weekly-teams", bounds={"min": 3000}, observations=_observed("2026-03-01", 3400)),
            find=_breached,
        ),
        Rule(
            code="PG404",
            severity=Severity.WARNING,
            title="never measured, or stale",
            meaning="""A KPI has neither an observation nor a source, or its latest observation is older than twice its
                refresh.""",
            why="Decisions rely on it as if it were known. Unknown and stale are neither good nor bad.",
            bad=_kpi("input", "activation", observations=_observed("2026-01-12", 33)),
            good=_kpi("input", "activation", observations=_observed("2026-02-23", 33)),
            find=_unknown_or_stale,
        ),
        Rule(
            code="PG405",
            severity=Severity.ERROR,
            title="influence cycle",
            meaning="KPIs influence each other in a cycle; reported in the same way as PG201.",
            why="Each of them is then both cause and effect of the others, and the metric tree explains nothing.",
            bad=_kpi("output", "weekly-teams", influences=["activation"]),
            good=_kpi("output", "weekly-teams", influences=[]),
            find=_influence_cycles,
        ),
        Rule(
            code="PG406",
            severity=Severity.WARNING,
            title="nothing leads to the north star",
            meaning="No KPI has the north star among its influences. Silent where PG106 or PG107 applies.",
            why="""Teams move the north star through three to six inputs that they can act on (Amplitude, The North Star
                Playbook); without them it is a wish.""",
            bad=_kpi("input", "activation", influences=["crash-rate"]),
            good=_kpi("input", "activation", influences=["weekly-teams"]),
            find=_isolated_north_star,
        ),
        Rule(
            code="PG407",
            severity=Severity.WARNING,
            title="KPI in two groups",
            meaning="""The same id is used in two of the groups of input, output and guardrail metrics. The finding is
                at the second.""",
            why="The KPI then has two directions, two targets or two sets of bounds.",
            bad=_kpi("guardrail", "activation", name="Plans after a day", bounds={"min": 25}, source="the planner"),
            good=_kpi("input", "activation", bounds={"min": 25}),
            find=_in_two_groups,
        ),
        Rule(
            code="PG408",
            severity=Severity.ERROR,
            title="target worse than the baseline",
            meaning="The target of a KPI to be increased is below its baseline, or above it for one to be decreased.",
            why="""Progress would be counted backwards: tools that compare without a direction call a latency of 520 ms
                an achieved target of 350.""",
            bad=_kpi("input", "activation", baseline=45, target=40),
            good=_kpi("input", "activation", baseline=30, target=40),
            find=_backward_targets,
        ),
        Rule(
            code="PG409",
            severity=Severity.WARNING,
            title="no guardrail metric",
            meaning="The document has no guardrail metric.",
            why="""Optimising without a counterweight costs something elsewhere (Kohavi, Tang and Xu, Trustworthy Online
                Controlled Experiments, 2020, on organisational guardrails).""",
            bad={
                "roadmap": {"timeHorizon": {"now": [{"id": "checkout", "guardrails": []}]}},
                "metrics": {"guardrailMetrics": []},
            },
            good=_kpi("guardrail", "crash-rate", bounds={"max": 2}),
            find=_no_guardrail,
        ),
        Rule(
            code="PG410",
            severity=Severity.ERROR,
            title="breached guardrail that no item addresses",
            meaning="""A guardrail is outside its bounds, and no open item in now names it in its metrics. (An item that
                names it among its guardrails only promises not to make it worse.) PG403 while PG103 applies to a
                metric.""",
            why="""A guardrail that may be breached without consequence is decoration: Airbnb's experiment guardrails
                stop a launch until someone has responded.""",
            bad=_kpi("guardrail", "crash-rate", observations=_observed("2026-03-01", 3.4)),
            good=_kpi("guardrail", "crash-rate", observations=_observed("2026-03-01", 1.9)),
            find=_unaddressed,
        ),
    ),
)
