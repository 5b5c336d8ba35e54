"""Pillars, initiatives and metrics that must be linked to each other."""

from collections.abc import Iterator

from productgov.analysis.graph import reachable, reverse
from productgov.findings import Severity
from productgov.found import Common, Found
from productgov.model.metrics import MetricGroup
from productgov.model.roadmap import Horizon
from productgov.rules.alike import folded
from productgov.rules.context import Context
from productgov.rules.rule import Family, Rule
from productgov.wording import quoted

__all__ = ["STRATEGY"]


def _unserved_pillars(context: Context) -> Iterator[Found]:
    served = {folded(item.initiative.pillar) for item in context.initiatives if item.initiative.pillar}
    for index, pillar in enumerate(context.governance.product_vision.strategic_pillars):
        if context.initiatives and folded(pillar) not in served and not context.has_unknown("pillar"):
            yield Found(
                ("productVision", "strategicPillars", index),
                f"no initiative serves the pillar {quoted(pillar)}",
                "set it as the pillar of the initiatives that serve it, plan one, or remove the pillar",
            )


def _without_metric(context: Context) -> Iterator[Found]:
    items = [item for item in context.items if item.horizon in (Horizon.NOW, Horizon.NEXT)]
    for path, initiative, _ in items:
        if not initiative.metrics:
            yield Found(
                path,
                f"{initiative.id} names no metric, so nobody will know whether it worked",
                "name in metrics the KPI that it should change",
                common=Common(
                    list="open items in now and next", total=len(items), what="name no metric", name=initiative.id
                ),
            )


def _unmoved_inputs(context: Context) -> Iterator[Found]:
    for path, kpi, group in context.kpis:
        unmoved = context.initiatives and group is MetricGroup.INPUT and kpi.id not in context.moved_by
        if unmoved and not context.has_unknown("metrics", "kpi"):
            yield Found(
                path,
                f"no initiative names the input metric {quoted(kpi.name)} in its metrics",
                f"name {kpi.id} in the metrics of an initiative, or move it to the output metrics",
            )


def _unguarded(context: Context) -> Iterator[Found]:
    watching = [placed.kpi.id for placed in context.kpis if placed.group is not MetricGroup.INPUT]
    watched = frozenset(reachable(reverse(context.influences), watching))
    for path, initiative, horizon in context.items:
        moved = initiative.metrics
        if horizon is not Horizon.NOW or not moved or initiative.guardrails or not watched.isdisjoint(moved):
            continue
        if context.kpi_by_id.keys() >= set(moved) and not context.has_unknown("influences"):
            yield Found(
                (*path, "metrics"),
                f"{initiative.id} names no guardrail, and its metrics ({', '.join(moved)}) "
                "lead to no output or guardrail metric",
                "name in guardrails what it must not harm, or in the influences of the KPI what it leads to",
            )


_INVITATIONS = {
    "id": "invitations",
    "name": "Invitations sent",
    "direction": "increase",
    "target": 900,
    "source": "the events of the planner",
}
_TRIALS = {
    "id": "trials",
    "name": "Trials begun",
    "direction": "increase",
    "target": 300,
    "source": "the events of the shop",
}


def _with_trials(*guardrails: str) -> dict[str, object]:
    checkout = {"id": "checkout", "metrics": ["trials"], "guardrails": list(guardrails)}
    return {"roadmap": {"timeHorizon": {"now": [checkout]}}, "metrics": {"inputMetrics": [_TRIALS]}}


STRATEGY = Family(
    prefix="PG6",
    title="Strategy",
    about="Pillars, initiatives and metrics must be linked to each other.",
    rules=(
        Rule(
            code="PG601",
            severity=Severity.WARNING,
            title="pillar without an initiative",
            meaning="""No initiative, delivered ones included, has this strategic pillar. Silent on an empty roadmap,
                and where PG105 applies.""",
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
            meaning="An open item in now or next names no metric that it is meant to move.",
            why="When it is done, nobody will know whether it worked, and nobody will learn from it.",
            bad={"roadmap": {"timeHorizon": {"next": [{"id": "payments", "metrics": []}]}}},
            good={"roadmap": {"timeHorizon": {"next": [{"id": "payments", "metrics": ["activation"]}]}}},
            find=_without_metric,
        ),
        Rule(
            code="PG604",
            severity=Severity.INFO,
            title="input metric that no initiative moves",
            meaning="""No initiative names this input metric in its metrics. Silent on an empty roadmap, and where PG103
                applies to a metric.""",
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
            meaning="""An item in now moves a metric and names no guardrail, and none of its metrics is, or leads to, an
                output or guardrail metric. Silent where one of them is unknown (PG103), and where PG107 applies.""",
            why="It can succeed by its own number while it harms everything else, and nobody would see it.",
            bad=_with_trials(),
            good=_with_trials("crash-rate"),
            find=_unguarded,
        ),
    ),
)
