"""The metric tree as a picture: which metrics lead to the north star, and how each is doing."""

from collections.abc import Iterator
from datetime import date

from productgov.analysis.metric_tree import MetricTree
from productgov.model.metrics import KPI, KPIStatus
from productgov.views.chart import Chart
from productgov.views.charts.frame import MARGIN, WIDTH, Frame, columns_in, require
from productgov.views.metric_tree import metric_tree_mermaid
from productgov.views.svg.layers import layers_of
from productgov.views.svg.network import Arrow, Box, draw_network
from productgov.wording import counted

__all__ = ["metric_tree_chart"]

_KINDS = {
    KPIStatus.ACHIEVED: "green-box",
    KPIStatus.ON_TRACK: "green-box",
    KPIStatus.AT_RISK: "orange-box",
    KPIStatus.OFF_TRACK: "red-box",
    KPIStatus.BREACHED: "red-box",
}


def metric_tree_chart(tree: MetricTree, *, as_of: date | None = None, width: float = WIDTH, most: int = 30) -> Chart:
    """The metrics from left to right, those that are moved directly first and the north star last.

    Args:
        tree: what `metric_tree` found.
        as_of: the day for which to show the status of each metric; left out, no status is shown.
        width: the width of the picture in pixels, at least 320.
        most: how many metrics to draw, the nearest to the north star; the others are only counted.

    Raises:
        InvalidValueError: when it is given something else, or the width is out of range.
    """
    require(
        tree,
        MetricTree,
        takes="a metric tree",
        write="metric_tree(governance), where its north star is a KPI",
    )
    influences = _graph(tree)
    columns = layers_of(influences)
    near = columns[-columns_in(width) :]
    shown = [*_nearest(near, most)]
    graph = {name: [target for target in influences[name] if target in shown] for name in shown}
    frame = Frame(width, f"What leads to {tree.north_star.name}", f"Status as of {as_of}." if as_of else "")
    by_id = {kpi.id: kpi for kpi in tree.kpis}
    kept = [[name for name in column if name in graph] for column in near]
    frame.y = draw_network(
        frame.canvas,
        [column for column in kept if column],
        {name: _box(by_id[name], tree, as_of) for name in graph},
        [Arrow(name, target, "line") for name, targets in graph.items() for target in targets if name != target],
        corner=(MARGIN, frame.y),
        right=width - MARGIN,
    )
    if len(graph) < len(influences):
        frame.note(f"and {len(influences) - len(graph)} more, further from the north star")
    leading = counted(len(tree.kpis) - 1, "metric")
    said = f"{leading} lead to {tree.north_star.name}, through {counted(len(tree.influences), 'influence')}."
    return frame.chart(
        said=said,
        data=tree.table,
        mermaid=metric_tree_mermaid(tree),
    )


def _graph(tree: MetricTree) -> dict[str, list[str]]:
    """Each metric with what it influences; the north star leads nowhere, so that it is the last."""
    graph: dict[str, list[str]] = {kpi.id: [] for kpi in tree.kpis}
    for source, target in tree.influences:
        if source != tree.north_star.id:
            graph[source].append(target)
    return graph


def _nearest(columns: tuple[tuple[str, ...], ...], most: int) -> Iterator[str]:
    names = (name for column in reversed(columns) for name in column)
    yield from (name for _, name in zip(range(max(1, most)), names, strict=False))


def _box(kpi: KPI, tree: MetricTree, as_of: date | None) -> Box:
    status = kpi.status(as_of) if as_of else None
    star = "★ " if kpi.id == tree.north_star.id else ""
    return Box(f"{star}{kpi.name}", "" if status is None else status, _KINDS.get(status, "box") if status else "box")
