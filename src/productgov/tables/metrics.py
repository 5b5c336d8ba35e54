"""The tables of what is measured: KPIs, and their observations."""

from collections.abc import Iterator
from typing import NamedTuple

from productgov.model.metrics import KPI, MetricGroup, Observation
from productgov.tables.flat import Flat
from productgov.tables.source import Facts, as_of_column, extra, source

__all__ = ["KPIS", "OBSERVATIONS"]


class _Grouped(NamedTuple):
    """A KPI, the group it is in, and what its row is found out from."""

    kpi: KPI
    group: MetricGroup
    facts: Facts

    @property
    def current(self) -> Observation | None:
        return self.kpi.current(self.facts.as_of)


class _Observed(NamedTuple):
    """An observation, and the KPI or key result that it is of."""

    observation: Observation
    kpi: str | None
    key_result: str | None


def _kpis(facts: Facts) -> Iterator[_Grouped]:
    for group, kpis in facts.governance.metrics.groups():
        for kpi in kpis:
            yield _Grouped(kpi, group, facts)


def _observations(facts: Facts) -> Iterator[_Observed]:
    for kpi in facts.governance.kpis():
        for observation in kpi.observations:
            yield _Observed(observation, kpi.id, None)
    for objective in facts.governance.objectives:
        for key_result in objective.key_results:
            for observation in key_result.observations:
                yield _Observed(observation, None, key_result.id)


KPIS = source(
    "kpis",
    "Every KPI: inputs, outputs, guardrails.",
    _kpis,
    flat=Flat(cls=KPI, apart=frozenset({"observations"})),
    held=lambda row: row.kpi,
    before=(
        extra("metric_group", "text", "The group it is in: input, output or guardrail.", lambda row: row.group.value),
    ),
    after=(
        extra(
            "north_star",
            "boolean",
            "Whether it is the north star.",
            lambda row: row.kpi is row.facts.governance.metrics.north_star,
        ),
        extra(
            "latest_value",
            "number",
            "Its latest observed value on `as_of` or before.",
            lambda row: float(row.current.value) if row.current else None,
        ),
        extra(
            "latest_date",
            "date",
            "The day of that observation.",
            lambda row: row.current.date if row.current else None,
        ),
        extra(
            "progress",
            "number",
            "How far it is from the baseline, 0, to the target, 1; not limited.",
            lambda row: row.kpi.progress(row.facts.as_of),
        ),
        extra("status", "text", "Its status on `as_of`.", lambda row: row.kpi.status(row.facts.as_of).value),
        as_of_column(lambda row: row.facts.as_of),
    ),
)
OBSERVATIONS = source(
    "observations",
    "Every measurement of a KPI, and of a key result that has its own.",
    _observations,
    flat=Flat(cls=Observation),
    held=lambda row: row.observation,
    before=(
        extra("kpi", "text", "The id of the KPI; empty for a key result.", lambda row: row.kpi),
        extra("key_result", "text", "The id of the key result; empty for a KPI.", lambda row: row.key_result),
    ),
)
