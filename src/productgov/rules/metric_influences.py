"""What the metrics lead to: the north star, and the outputs and guardrails."""

from collections.abc import Iterator

from productgov.analysis.graph import cycles, reachable, reverse
from productgov.findings import Severity
from productgov.found import Found
from productgov.model.metrics import KPI, MetricGroup
from productgov.paths import Path
from productgov.rules.context import Context
from productgov.rules.metric_examples import INVITATIONS, with_kpi
from productgov.rules.rule import Family, Rule
from productgov.wording import counted, quoted

__all__ = ["INFLUENCES"]


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
    if star and _is_isolated(context, star):
        yield Found(
            ("metrics", "northStarMetric"),
            f"no metric influences the north star {quoted(star.name)}",
            f"name {star.id} in the influences of the input metrics that should move it",
        )


def _is_isolated(context: Context, star: KPI) -> bool:
    """True when no KPI influences the north star, not even by a name that is unknown."""
    led_to = any(star.id in targets for targets in context.influences.values())
    return not led_to and not context.has_unknown("influences")


def _leading_nowhere(context: Context) -> Iterator[Found]:
    star = context.governance.metrics.north_star
    if star is None or _is_isolated(context, star) or context.has_unknown("influences"):
        return
    wanted = [placed.kpi.id for placed in context.kpis if placed.group is not MetricGroup.INPUT]
    leading = frozenset(reachable(reverse(context.influences), [star.id, *wanted]))
    for path, kpi, _ in context.kpis:
        if kpi.id not in leading:
            yield Found(
                path,
                f"the input metric {quoted(kpi.name)} leads neither to the north star nor to an output or guardrail "
                "metric",
                "name in its influences what it moves, or move it to the output metrics",
            )


def _invitations(*influences: str) -> dict[str, object]:
    return {
        "roadmap": {"timeHorizon": {"next": [{"id": "payments", "metrics": ["invitations"]}]}},
        "metrics": {"inputMetrics": [{**INVITATIONS, "influences": list(influences)}]},
    }


INFLUENCES = Family(
    prefix="PG4",
    title="Influences",
    about="What do the metrics lead to?",
    rules=(
        Rule(
            code="PG405",
            severity=Severity.ERROR,
            title="influence cycle",
            meaning="KPIs influence each other in a cycle; reported in the same way as PG201.",
            why="Each of them is then both cause and effect of the others, and the metric tree explains nothing.",
            bad=with_kpi("output", "weekly-teams", influences=["activation"]),
            good=with_kpi("output", "weekly-teams", influences=[]),
            find=_influence_cycles,
        ),
        Rule(
            code="PG406",
            severity=Severity.WARNING,
            title="nothing leads to the north star",
            meaning="No KPI has the north star among its influences. Silent where PG106 or PG107 applies.",
            why="""Teams move the north star through three to six inputs that they can act on (Amplitude, The North Star
                Playbook); without them it is a wish.""",
            bad=with_kpi("input", "activation", influences=["crash-rate"]),
            good=with_kpi("input", "activation", influences=["weekly-teams"]),
            find=_isolated_north_star,
        ),
        Rule(
            code="PG414",
            severity=Severity.WARNING,
            title="input that leads nowhere",
            meaning="""An input metric influences, directly or through others, neither the north star nor an output or
                guardrail metric. Silent where PG106, PG107 or PG406 applies.""",
            why="Teams move it, and nothing that matters is expected to follow.",
            bad=_invitations(),
            good=_invitations("activation"),
            find=_leading_nowhere,
        ),
    ),
)
