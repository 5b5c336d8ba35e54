"""The metric tree: which metrics are believed to lead to the north star, and by which way."""

import attrs

from productgov.analysis.by_id import first_by_id
from productgov.analysis.graph import components, reachable, reverse
from productgov.model.metrics import KPI, Metrics

__all__ = ["MetricTree", "metric_tree"]


@attrs.frozen(kw_only=True)
class MetricTree:
    """The north star and all that leads to it through `influences`.

    A metric may lead to several others, so that "tree" is the field's word for it rather than the mathematician's.

    Attributes:
        north_star: the metric that all others lead to.
        kpis: the metrics that lead to it, the leaves first: each comes before what it leads to, the north star last.
            Metrics that lead to each other in a circle stand together.
        influences: the ids of a metric and of one it leads to, for every step within the tree, in the order of `kpis`.
    """

    north_star: KPI
    kpis: tuple[KPI, ...]
    influences: tuple[tuple[str, str], ...]


def metric_tree(metrics: Metrics) -> MetricTree | None:
    """The tree of a document's metrics; None when its north star is no KPI of the document.

    Where several KPIs share an id, the first of them counts, together with what any of them influences.
    """
    north_star = metrics.north_star
    if north_star is None:
        return None
    kpis = first_by_id((kpi.id, kpi) for kpi in metrics.kpis())
    influences: dict[str, dict[str, None]] = {}
    for kpi in metrics.kpis():
        influences.setdefault(kpi.id, {}).update(dict.fromkeys(kpi.influences))
    kpis[north_star.id] = north_star
    leading = set(reachable(reverse(influences), [north_star.id])) & kpis.keys()
    within = {
        name: [target for target in targets if target in leading]
        for name, targets in influences.items()
        if name in leading
    }
    order = [name for group in reversed(components(within)) for name in group if name != north_star.id]
    order.append(north_star.id)
    return MetricTree(
        north_star=north_star,
        kpis=tuple(kpis[name] for name in order),
        influences=tuple((name, target) for name in order for target in within[name]),
    )
