"""The metric tree as people look at it: as text, and as a Mermaid flowchart."""

from collections.abc import Iterator

from productgov.analysis.metric_tree import MetricTree
from productgov.wording import one_line

__all__ = ["metric_tree_lines", "metric_tree_mermaid"]


def metric_tree_lines(tree: MetricTree) -> Iterator[str]:
    """One line a metric, the leaves first: its name, and the names of what it leads to; the north star at the end."""
    names = {kpi.id: one_line(kpi.name) for kpi in tree.kpis}
    targets: dict[str, list[str]] = {}
    for source, target in tree.influences:
        targets.setdefault(source, []).append(names[target])
    for kpi in tree.kpis:
        star = " (north star)" if kpi is tree.north_star else ""
        arrow = " → " if kpi.id in targets else ""
        yield f"{names[kpi.id]}{star}{arrow}{', '.join(targets.get(kpi.id, ()))}"


def metric_tree_mermaid(tree: MetricTree) -> str:
    """The tree as a Mermaid flowchart, the leaves at the bottom.

    Nodes have numbers for names, and of the metrics' own names every character that is no letter, digit or blank
    is written as its code: no text can become markup, a link or a second line.
    """
    nodes = {kpi.id: f"n{number}" for number, kpi in enumerate(tree.kpis)}
    lines = ["flowchart BT"]
    for kpi in tree.kpis:
        label = _inert(one_line(kpi.name))
        lines.append(f'  {nodes[kpi.id]}(["{label}"])' if kpi is tree.north_star else f'  {nodes[kpi.id]}["{label}"]')
    lines.extend(f"  {nodes[source]} --> {nodes[target]}" for source, target in tree.influences)
    return "\n".join(lines) + "\n"


def _inert(text: str) -> str:
    return "".join(
        character if character.isalnum() or character == " " else f"#{ord(character)};" for character in text
    )
