"""Metrics that are outside their bounds, and guardrails that guard nothing."""

from collections.abc import Iterator

from productgov.findings import Severity
from productgov.found import Found
from productgov.model.initiative import Status
from productgov.model.metrics import MetricGroup
from productgov.paths import Path
from productgov.rules.context import Context
from productgov.rules.metric_examples import observed, with_kpi
from productgov.rules.metric_lookups import has_unknown_kpi, movers_in_now
from productgov.rules.placed import Breach
from productgov.rules.rule import Family, Rule
from productgov.wording import counted, distinct_texts, quoted

__all__ = ["BOUNDS"]


def _breached(context: Context) -> Iterator[Found]:
    unaddressed = {breach.placed.path for breach, _ in _without_answer(context)}
    for breach in context.breaches:
        placed = breach.placed
        if placed.path not in unaddressed:
            yield Found(
                placed.path,
                f"the {placed.group.value} metric {quoted(placed.kpi.name)} is outside its bounds: {_values(breach)}",
                _hint(context, breach, "find the cause and act on it"),
            )


def _unaddressed(context: Context) -> Iterator[Found]:
    for breach, is_paused in _without_answer(context):
        kpi = breach.placed.kpi
        who = "it has no owner" if kpi.owner is None else f"its owner is {kpi.owner.name or kpi.owner.title}"
        nobody = "only paused items in now address it" if is_paused else "no open item in now addresses it"
        yield Found(
            breach.placed.path,
            f"the guardrail {quoted(kpi.name)} is outside its bounds and {nobody}: {_values(breach)}; {who}",
            _hint(context, breach, f"plan an item in now that names {kpi.id} in its metrics"),
        )


def _without_answer(context: Context) -> Iterator[tuple[Breach, bool]]:
    """The breached guardrails that no item in now addresses, and whether paused ones would."""
    if has_unknown_kpi(context):
        return
    for breach in context.breaches:
        if breach.placed.group is MetricGroup.GUARDRAIL:
            movers = movers_in_now(context, breach.placed.kpi.id)
            if movers <= {Status.PAUSED}:
                yield breach, bool(movers)


def _hint(context: Context, breach: Breach, action: str) -> str:
    if not breach.placed.kpi.stale(context.as_of):
        return f"{action}, or correct the bounds"
    age = counted((context.as_of - breach.observation.date).days, "day")
    return f"measure it again, the observation is {age} old; {action}, or correct the bounds"


def _values(breach: Breach) -> str:
    """The observed value and the bound that it breaks."""
    value, bound = distinct_texts(breach.observation.value, breach.limit)
    unit = f" {breach.placed.kpi.unit}" if breach.placed.kpi.unit else ""
    allowed = "at most" if breach.is_above else "at least"
    return f"{value}{unit} on {breach.observation.date}, {allowed} {bound}{unit} allowed"


def _no_guardrail(context: Context) -> Iterator[Found]:
    if context.kpis and not context.governance.metrics.guardrail_metrics:
        yield Found(
            ("metrics", "guardrailMetrics"),
            "there is no guardrail metric: nothing says what must not get worse",
            "add one with bounds, such as churn, latency, cost or complaints",
        )


def _unbounded_guardrails(context: Context) -> Iterator[Found]:
    named: dict[str, dict[Path, str]] = {}
    for path, initiative, _ in context.items:
        for index, name in enumerate(initiative.guardrails):
            named.setdefault(name, {})[*path, "guardrails", index] = initiative.id
    guarding = {placed.kpi.id for placed in context.kpis if placed.group is MetricGroup.GUARDRAIL}
    for name, places in named.items():
        placed = context.kpi_by_id.get(name)
        if placed is None or name in guarding or (placed.kpi.bounds and placed.kpi.bounds.limited):
            continue
        first, *others = places
        yield Found(
            first,
            f"{places[first]} names {name} as a guardrail, but {quoted(placed.kpi.name)} is an {placed.group.value} "
            "metric without bounds, so nothing says when it is harmed",
            f"give {name} bounds, or name a guardrail metric",
            related=tuple(others),
        )


BOUNDS = Family(
    prefix="PG4",
    title="Bounds",
    about="What must not get worse, and whether it has.",
    rules=(
        Rule(
            code="PG403",
            severity=Severity.WARNING,
            title="outside its bounds",
            meaning="""The latest observation of a KPI is outside its bounds, however old it is: a breach stands until
                the KPI is observed within them. Silent for a guardrail that no item addresses (PG410).""",
            why="Bounds are there to be acted on; ignoring a breach silently moves them.",
            bad=with_kpi("output", "weekly-teams", bounds={"min": 3000}, observations=observed("2026-03-01", 2400)),
            good=with_kpi("output", "weekly-teams", bounds={"min": 3000}, observations=observed("2026-03-01", 3400)),
            find=_breached,
        ),
        Rule(
            code="PG409",
            severity=Severity.WARNING,
            title="no guardrail metric",
            meaning="The document has KPIs, and none of them is a guardrail metric.",
            why="""Optimising without a counterweight costs something elsewhere (Kohavi, Tang and Xu, Trustworthy Online
                Controlled Experiments, 2020, on organisational guardrails).""",
            bad={
                "roadmap": {"timeHorizon": {"now": [{"id": "checkout", "guardrails": []}]}},
                "metrics": {"guardrailMetrics": []},
            },
            good=with_kpi("guardrail", "crash-rate", bounds={"max": 2}),
            find=_no_guardrail,
        ),
        Rule(
            code="PG410",
            severity=Severity.ERROR,
            title="breached guardrail that no item addresses",
            meaning="""The latest observation of a guardrail is outside its bounds, however old it is, and no open item
                in now that is not paused is meant to move it: by its metrics, or by a key result or objective that it
                names. (An item that names it among its guardrails only promises not to make it worse.) PG403 while
                PG103 applies.""",
            why="""A guardrail that may be breached without consequence is decoration: Airbnb's experiment guardrails
                stop a launch until someone has responded.""",
            bad=with_kpi("guardrail", "crash-rate", observations=observed("2026-03-01", 3.4)),
            good=with_kpi("guardrail", "crash-rate", observations=observed("2026-03-01", 1.9)),
            find=_unaddressed,
        ),
        Rule(
            code="PG419",
            severity=Severity.WARNING,
            title="guardrail without bounds",
            meaning="""An open item names a KPI among its guardrails that is neither a guardrail metric nor has bounds.
                One finding for each KPI, at the first item.""",
            why="It looks guarded, but no value of the KPI would ever be too bad.",
            bad={"roadmap": {"timeHorizon": {"now": [{"id": "checkout", "guardrails": ["weekly-teams"]}]}}},
            good={"roadmap": {"timeHorizon": {"now": [{"id": "checkout", "guardrails": ["crash-rate"]}]}}},
            find=_unbounded_guardrails,
        ),
    ),
)
