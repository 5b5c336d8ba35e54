"""PG601 to PG605: pillars, bets and metrics that hang together."""

from collections.abc import Iterator

from productgov.analysis.graph import reachable, reverse
from productgov.findings import Severity
from productgov.found import Found
from productgov.model.roadmap import Horizon
from productgov.rules.context import Context
from productgov.rules.rule import Rule
from productgov.wording import listed, quoted

__all__ = ["RULES"]


def _unserved_pillars(context: Context) -> Iterator[Found]:
    """PG601."""
    served = {item.initiative.pillar for item in context.initiatives}
    for index, pillar in enumerate(context.governance.product_vision.strategic_pillars):
        if context.initiatives and pillar not in served:
            yield Found(
                ("productVision", "strategicPillars", index),
                f"no initiative serves the pillar {quoted(pillar)}",
                "name it as the pillar of the initiatives that serve it, plan one, or give the pillar up",
            )


def _dead_bets(context: Context) -> Iterator[Found]:
    """PG603."""
    for path, initiative, horizon in context.items:
        if horizon in (Horizon.NOW, Horizon.NEXT) and not initiative.metrics:
            yield Found(
                path,
                f"{initiative.id} names no metric that it is meant to move: nobody will know whether it worked",
                "name in metrics the KPI that should change when it is done",
            )


def _unmoved_inputs(context: Context) -> Iterator[Found]:
    """PG604."""
    for path, kpi, group in context.kpis:
        if context.initiatives and group.noun == "input" and kpi.id not in context.moved_by:
            yield Found(
                path,
                f"no initiative is meant to move the input metric {quoted(kpi.name)}",
                f"name {kpi.id} in the metrics of an initiative, or ask whether it is an input at all",
            )


def _unwatched_bets(context: Context) -> Iterator[Found]:
    """PG605."""
    watching = [placed.kpi.id for placed in context.kpis if placed.group.noun in ("output", "guardrail")]
    watched = frozenset(reachable(reverse(context.influences), watching))
    for path, initiative, horizon in context.items:
        moved = [name for name in initiative.metrics if name in context.kpi_by_id]
        if horizon is Horizon.NOW and moved and not initiative.guardrails and watched.isdisjoint(moved):
            yield Found(
                (*path, "metrics"),
                f"{initiative.id} moves {listed(moved)} and nothing watches it: no guardrail is named, "
                "and no output or guardrail metric follows",
                "name in guardrails what it must not harm, or in the KPI's influences what it leads to",
            )


RULES = (
    Rule(code="PG601", severity=Severity.WARNING, find=_unserved_pillars),
    Rule(code="PG603", severity=Severity.WARNING, find=_dead_bets),
    Rule(code="PG604", severity=Severity.INFO, find=_unmoved_inputs),
    Rule(code="PG605", severity=Severity.INFO, find=_unwatched_bets),
)
