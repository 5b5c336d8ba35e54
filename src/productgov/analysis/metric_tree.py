"""The metric tree: which metrics are believed to influence the north star, and through which others."""

import attrs

from productgov.analysis.by_id import first_by_id
from productgov.analysis.graph import components, reachable, reverse
from productgov.display import Displayed
from productgov.model.governance import ProductGovernance
from productgov.model.metrics import KPI
from productgov.tabular import Tabular

__all__ = ["MetricTree", "metric_tree"]


@attrs.frozen(kw_only=True, repr=False)
class MetricTree(Displayed, Tabular):
    """The north star and every metric that leads to it through `influences`.

    "Tree" is the usual name in product work; a metric may influence several others, so it is a graph.

    Attributes:
        north_star: the metric that all others lead to.
        kpis: the metrics of the tree, leaves first: each comes before those it influences, the north star last.
            Metrics that influence each other in a cycle are next to each other.
        influences: pairs of ids, of a metric and of one it influences within the tree, in the order of `kpis`.
    """

    north_star: KPI
    kpis: tuple[KPI, ...]
    influences: tuple[tuple[str, str], ...]


def metric_tree(governance: ProductGovernance) -> MetricTree | None:
    """The tree of a governance's metrics; None when the north star is not a KPI in the document.

    Where several KPIs share an id, the first of them counts, together with what any of them influences.
    """
    metrics = governance.metrics
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
