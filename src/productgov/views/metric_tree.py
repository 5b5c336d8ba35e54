"""The metric tree as text and as a Mermaid flowchart."""

from collections.abc import Iterator

from productgov.analysis.metric_tree import MetricTree
from productgov.views.mermaid import encoded
from productgov.views.metrics import short_name

__all__ = ["metric_tree_mermaid", "metric_tree_text"]


def metric_tree_text(tree: MetricTree) -> str:
    """One line for each metric, leaves first and the north star last: its name, and the names of what it influences.

    Args:
        tree: what `metric_tree` found.
    """
    return "\n".join(_lines(tree))


def metric_tree_mermaid(tree: MetricTree) -> str:
    """The tree as a Mermaid flowchart, with the leaves at the bottom.

    Nodes are numbered. In the names of metrics, every character but letters, digits and blanks is written as its code,
    so that no name can become markup, a link or a second line.

    Args:
        tree: what `metric_tree` found.
    """
    nodes = {kpi.id: f"n{number}" for number, kpi in enumerate(tree.kpis)}
    lines = ["flowchart BT"]
    for kpi in tree.kpis:
        label = encoded(kpi.name)
        lines.append(f'  {nodes[kpi.id]}(["{label}"])' if kpi is tree.north_star else f'  {nodes[kpi.id]}["{label}"]')
    lines.extend(f"  {nodes[source]} --> {nodes[target]}" for source, target in tree.influences)
    return "\n".join(lines)


def _lines(tree: MetricTree) -> Iterator[str]:
    names = {kpi.id: short_name(kpi) for kpi in tree.kpis}
    targets: dict[str, list[str]] = {}
    for source, target in tree.influences:
        targets.setdefault(source, []).append(names[target])
    for kpi in tree.kpis:
        star = " (north star)" if kpi is tree.north_star else ""
        arrow = " → " if kpi.id in targets else ""
        yield f"{names[kpi.id]}{star}{arrow}{', '.join(targets.get(kpi.id, ()))}"
