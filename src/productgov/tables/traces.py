"""The tables of traces: from pillars to metrics, and from metrics to the north star."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from productgov.analysis.metric_tree import MetricTree
from productgov.analysis.traceability import Chain, Traceability
from productgov.model.metrics import KPI
from productgov.tables.column import Cell
from productgov.tables.flat import json_text
from productgov.tables.source import extra, optional, rows_table
from productgov.tables.table import Table

__all__ = ["influences_table", "trace_table"]


class _Traced(NamedTuple):
    """The chain of an initiative; a pillar without any has a row, too."""

    pillar: str | None
    chain: Chain | None


def trace_table(trace: Traceability) -> Table:
    """Every initiative with its pillar and what it leads to, and every pillar that has none."""
    return rows_table(
        "traceability",
        _traced(trace),
        extra("pillar", "text", "The strategic pillar; empty where no known one is named.", lambda row: row.pillar),
        extra(
            "id",
            "text",
            "The id of the initiative; empty for a pillar that has none.",
            optional(_chain, lambda chain: chain.placed.initiative.id),
        ),
        extra("title", "text", "Its title.", optional(_chain, lambda chain: chain.placed.initiative.title)),
        extra("horizon", "text", "Its horizon; empty for what was delivered.", optional(_chain, _horizon)),
        extra(
            "objectives",
            "json",
            "The ids of the objectives that it serves.",
            optional(_chain, lambda chain: json_text([each.id for each in chain.objectives])),
        ),
        extra(
            "metrics",
            "json",
            "The ids of the KPIs that it is meant to move.",
            optional(_chain, lambda chain: _ids(chain.metrics)),
        ),
        extra(
            "guardrails",
            "json",
            "The ids of its guardrails.",
            optional(_chain, lambda chain: _ids(chain.guardrails)),
        ),
        extra(
            "outputs",
            "json",
            "The ids of the output metrics that it leads to.",
            optional(_chain, lambda chain: _ids(chain.outputs)),
        ),
        extra(
            "reviews",
            "json",
            "The reviews that look at one of its metrics or guardrails.",
            optional(_chain, lambda chain: json_text([kind.value for kind in chain.reviews])),
        ),
        extra("outcome", "text", "What became of it: achieved, partly or missed.", optional(_chain, _outcome)),
        extra(
            "missing",
            "json",
            "The missing links: metric, watch (a guardrail or an output metric), review.",
            optional(_chain, lambda chain: json_text(list(chain.missing))),
        ),
        extra("complete", "boolean", "Whether no link is missing.", optional(_chain, lambda chain: not chain.missing)),
    )


def influences_table(tree: MetricTree) -> Table:
    """Every KPI of the tree with each KPI that it influences; the north star, which influences none, has a row, too."""
    names = {kpi.id: kpi.name for kpi in tree.kpis}
    leading = {name for name, _ in tree.influences}
    rows: list[tuple[str, str | None]] = [*tree.influences, *((name, None) for name in names if name not in leading)]
    return rows_table(
        "metric_tree",
        rows,
        extra("kpi", "text", "The id of a KPI of the tree.", lambda row: row[0]),
        extra("kpi_name", "text", "Its name.", lambda row: names[row[0]]),
        extra(
            "influences", "text", "The id of a KPI that it influences; empty where there is none.", lambda row: row[1]
        ),
        extra("influences_name", "text", "The name of that KPI.", optional(lambda row: row[1], names.__getitem__)),
        extra("north_star", "boolean", "Whether it is the north star.", lambda row: row[0] == tree.north_star.id),
    )


def _traced(trace: Traceability) -> Iterator[_Traced]:
    for pillar in trace.pillars:
        yield from (_Traced(pillar.pillar, chain) for chain in pillar.chains or (None,))
    yield from (_Traced(None, chain) for chain in trace.unassigned.chains)


def _chain(row: _Traced) -> Chain | None:
    return row.chain


def _horizon(chain: Chain) -> Cell:
    return chain.placed.horizon.value if chain.placed.horizon else None


def _outcome(chain: Chain) -> Cell:
    return chain.outcome.verdict.value if chain.outcome else None


def _ids(kpis: Iterable[KPI]) -> str:
    return json_text([kpi.id for kpi in kpis])
