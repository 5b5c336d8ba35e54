"""Pillars, initiatives and metrics that must be linked to each other."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, islice

from productgov.analysis.graph import reachable, reverse
from productgov.findings import Severity
from productgov.found import Common, Found
from productgov.model.initiative import InitiativeKind, Status
from productgov.model.metrics import MetricGroup
from productgov.model.objectives import Objective
from productgov.model.roadmap import Horizon
from productgov.rules.alike import folded
from productgov.rules.context import Context
from productgov.rules.metric_examples import INVITATIONS
from productgov.rules.plans import serving
from productgov.rules.rule import Family, Rule
from productgov.wording import listed, quoted

__all__ = ["STRATEGY"]


_LEARNING = (InitiativeKind.FEATURE, InitiativeKind.IMPROVEMENT)
_MOST_NAMES = 20
"""The kinds of work that should change a metric; others are done for their own reasons."""


def _unserved_pillars(context: Context) -> Iterator[Found]:
    pillars, path = context.governance.product_vision.strategic_pillars, ("productVision", "strategicPillars")
    initiatives = [item.initiative for item in serving(context)]
    if not initiatives or context.has_unknown("pillar"):
        return
    of_objective = _pillars_of_objectives(context.governance.objectives)
    named = {one.pillar for one in initiatives}
    named.update(of_objective.get(name) for one in initiatives for name in one.objectives)
    served = {folded(pillar) for pillar in named if pillar is not None}
    if len(pillars) > 1 and not served:
        yield Found(
            path,
            f"no initiative names a pillar, so nothing shows how the work serves {listed([*map(quoted, pillars)])}",
            "set the pillar of each initiative",
        )
        return
    for index, pillar in enumerate(pillars):
        key = folded(pillar)
        if key not in served:
            served.add(key)
            yield Found(
                (*path, index),
                f"no initiative serves the pillar {quoted(pillar)}",
                "set it as the pillar of the initiatives that serve it, plan one, or remove the pillar",
            )


def _pillars_of_objectives(objectives: Iterable[Objective]) -> Mapping[str, str]:
    """The pillar of each objective that has one, by its id and those of its key results."""
    found: dict[str, str] = {}
    for objective in objectives:
        if objective.pillar is not None:
            for name in (objective.id, *(each.id for each in objective.key_results)):
                found.setdefault(name, objective.pillar)
    return found


def _without_metric(context: Context) -> Iterator[Found]:
    items = [item for item in context.items if item.horizon in (Horizon.NOW, Horizon.NEXT)]
    for path, initiative, _ in items if context.kpis else ():
        if not initiative.metrics and not initiative.objectives and initiative.kind in _LEARNING:
            yield Found(
                path,
                f"{initiative.id} names no metric, so nobody will know whether it worked",
                "name in metrics the KPI that it should change",
                common=Common(
                    list="open items in now and next", total=len(items), what="name no metric", name=initiative.id
                ),
            )


def _unmoved_inputs(context: Context) -> Iterator[Found]:
    if not serving(context) or context.has_unknown("metrics", "guardrails", "kpi"):
        return
    for path, kpi, group in context.kpis:
        movers = context.moved_by.get(kpi.id, ())
        if group is MetricGroup.INPUT and all(mover.status is Status.DROPPED for mover in movers):
            yield Found(
                path,
                f"no initiative names the input metric {quoted(kpi.name)} in its metrics",
                f"name {kpi.id} in the metrics of an initiative, or move it to the output metrics",
            )


def _unguarded(context: Context) -> Iterator[Found]:
    if context.has_unknown("influences"):
        return
    watching = [placed.kpi.id for placed in context.kpis if placed.group is not MetricGroup.INPUT]
    watched = frozenset(reachable(reverse(context.influences), watching))
    known = context.kpi_by_id.keys()
    loose = {goal for goal, names in context.measured.items() if known >= set(names) and watched.isdisjoint(names)}
    for path, initiative, horizon in context.items:
        metrics, goals = initiative.metrics, [goal for goal in initiative.objectives if goal in context.measured]
        if horizon is not Horizon.NOW or not (metrics or goals) or initiative.guardrails:
            continue
        if known >= set(metrics) and watched.isdisjoint(metrics) and loose.issuperset(goals):
            moved = chain(metrics, *(context.measured[goal] for goal in goals))
            yield Found(
                (*path, "metrics" if initiative.metrics else "objectives"),
                f"{initiative.id} names no guardrail, and its metrics ({_first(moved)}) "
                "lead to no output or guardrail metric",
                "name in guardrails what it must not harm, or in the influences of the KPI what it leads to",
            )


def _first(names: Iterator[str]) -> str:
    """The first of many names."""
    first = ", ".join(dict.fromkeys(islice(names, _MOST_NAMES)))
    return f"{first}, …" if next(names, None) is not None else first


_INVITATIONS = {**INVITATIONS, "influences": ["weekly-teams"]}
_TRIALS = {
    "id": "trials",
    "name": "Trials begun",
    "direction": "increase",
    "target": 300,
    "source": "the events of the shop",
    "influences": ["activation"],
}
_NORTH_STAR = {"id": "activation", "influences": []}


def _with_trials(*guardrails: str) -> dict[str, object]:
    checkout = {"id": "checkout", "metrics": ["trials"], "guardrails": list(guardrails)}
    return {
        "roadmap": {"timeHorizon": {"now": [checkout]}},
        "metrics": {"northStarMetric": "activation", "inputMetrics": [_NORTH_STAR, _TRIALS]},
    }


STRATEGY = Family(
    prefix="PG6",
    title="Strategy",
    about="Pillars, initiatives and metrics must be linked to each other.",
    rules=(
        Rule(
            code="PG601",
            severity=Severity.WARNING,
            title="pillar without an initiative",
            meaning="""No initiative, delivered ones included and dropped ones not, has this strategic pillar, or names
                an objective that has it. Where none has any pillar, it is one finding. Silent on an empty roadmap, and
                where PG105 applies.""",
            why="A strategy is what is done, not what is said (Rumelt, Good Strategy Bad Strategy, 2011).",
            bad={"productVision": {"strategicPillars": ["Calm", "Trust"]}},
            good={
                "productVision": {"strategicPillars": ["Calm", "Trust"]},
                "roadmap": {"timeHorizon": {"next": [{"id": "payments", "pillar": "Trust"}]}},
            },
            find=_unserved_pillars,
        ),
        Rule(
            code="PG603",
            severity=Severity.WARNING,
            title="initiative without a metric",
            meaning="""Open items in now or next name neither a metric that they are meant to move, nor an objective or
                key result. All that name none are one finding. Silent for the kinds compliance, debt, discovery and
                retirement, and where the document has no KPI.""",
            why="When it is done, nobody will know whether it worked, and nobody will learn from it.",
            bad={"roadmap": {"timeHorizon": {"next": [{"id": "payments", "metrics": []}]}}},
            good={"roadmap": {"timeHorizon": {"next": [{"id": "payments", "metrics": ["activation"]}]}}},
            find=_without_metric,
        ),
        Rule(
            code="PG604",
            severity=Severity.INFO,
            title="input metric that no initiative moves",
            meaning="""No initiative, dropped ones aside, names this input metric in its metrics, or an objective or key
                result that it measures. Silent on an empty roadmap, and where PG103 applies.""",
            why="""Inputs are what teams control (Bryar and Carr, Working Backwards, 2021): an input that nobody works
                on is an output, or forgotten.""",
            bad={"metrics": {"inputMetrics": [_INVITATIONS]}},
            good={
                "roadmap": {"timeHorizon": {"next": [{"id": "payments", "metrics": ["invitations"]}]}},
                "metrics": {"inputMetrics": [_INVITATIONS]},
            },
            find=_unmoved_inputs,
        ),
        Rule(
            code="PG605",
            severity=Severity.INFO,
            title="initiative without a guardrail",
            meaning="""An item in now moves a metric, by its metrics or its objectives, and names no guardrail, and none
                of these metrics is, or leads to, an output or guardrail metric. Silent where one of them is unknown
                (PG103), and where PG107 applies.""",
            why="It can succeed by its own number while it harms everything else, and nobody would see it.",
            bad=_with_trials(),
            good=_with_trials("crash-rate"),
            find=_unguarded,
        ),
    ),
)
