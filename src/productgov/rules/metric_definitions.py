"""Whether each metric says how it is judged, and stands in one group."""

from collections import Counter
from collections.abc import Iterator

from productgov.findings import Severity
from productgov.found import Common, Found
from productgov.model.metrics import KPI, Direction, MetricGroup
from productgov.rules.context import Context
from productgov.rules.metric_examples import with_kpi
from productgov.rules.rule import Family, Rule
from productgov.wording import quoted

__all__ = ["DEFINITIONS"]

_MISSING = {
    "direction": "add its direction (increase, decrease or maintain)",
    "target": "add a target",
    "bounds": "add bounds, the range that it must stay in",
}
"""What to do about each thing that a KPI may lack."""


def _incomplete(context: Context) -> Iterator[Found]:
    totals = Counter(group for _, _, group in context.kpis)
    for path, kpi, group in context.kpis:
        for missing in _missing(kpi, group):
            yield Found(
                path,
                f"the {group.value} metric {quoted(kpi.name)} has no {missing}",
                _MISSING[missing],
                common=Common(
                    list=f"{group.value} metrics", total=totals[group], what=f"have no {missing}", name=kpi.id
                ),
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
    elif kpi.target is None and not kpi.targets:
        yield "target"


def _in_two_groups(context: Context) -> Iterator[Found]:
    told: set[tuple[str, MetricGroup]] = set()
    for path, kpi, group in context.kpis:
        first = context.kpi_by_id[kpi.id]
        # A second KPI with this id in one group is a duplicate, which PG101 finds.
        if first.group is not group and (kpi.id, group) not in told:
            told.add((kpi.id, group))
            yield Found(
                (*path, "id"),
                f"the KPI {kpi.id} is in {first.group.wire} and again in {group.wire}",
                "keep it in one group; an initiative can name a guardrail in its metrics too",
                related=((*first.path, "id"),),
            )


DEFINITIONS = Family(
    prefix="PG4",
    title="Metrics",
    about="Does each metric say how it is judged?",
    rules=(
        Rule(
            code="PG401",
            severity=Severity.WARNING,
            title="metric that cannot be judged",
            meaning="""An input or output metric has no direction or no target (no bounds where it is to be maintained),
                or a guardrail has no bounds. What several metrics of a group lack is one finding.""",
            why="""A number is not a goal: without a direction nobody can say whether 350 ms is progress from 520. Of
                404 metrics of a public metric hub, 9 said which way is good.""",
            bad=with_kpi("guardrail", "complaints", name="Complaints a week", source="the support desk"),
            good=with_kpi(
                "guardrail", "complaints", name="Complaints a week", source="the support desk", bounds={"max": 20}
            ),
            find=_incomplete,
        ),
        Rule(
            code="PG407",
            severity=Severity.WARNING,
            title="KPI in two groups",
            meaning="""The same id is used in two of the groups of input, output and guardrail metrics. The finding is
                at the first in the second group.""",
            why="The KPI then has two directions, two targets or two sets of bounds.",
            bad=with_kpi("guardrail", "activation", name="Plans after a day", bounds={"min": 25}, source="the planner"),
            good=with_kpi("input", "activation", bounds={"min": 25}),
            find=_in_two_groups,
        ),
    ),
)
