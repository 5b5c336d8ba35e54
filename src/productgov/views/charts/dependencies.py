"""The dependency graph: what is required, from left to right, and what requires it."""

from collections.abc import Iterator
from typing import NamedTuple

from productgov.model.governance import ProductGovernance
from productgov.model.initiative import Initiative
from productgov.model.roadmap import Dependency, DependencyType, External, ExternalStatus
from productgov.model.vision import Vision
from productgov.tables.column import Column
from productgov.tables.table import Table
from productgov.views.chart import Chart
from productgov.views.charts.frame import MARGIN, WIDTH, Frame, columns_in, require
from productgov.views.mermaid import dependencies_mermaid
from productgov.views.svg.layers import layers_of
from productgov.views.svg.network import Arrow, Box, draw_network
from productgov.wording import one_line

__all__ = ["dependency_chart"]

_COLUMNS = (
    Column(name="required", type="text", meaning="The id of the item that must be finished first."),
    Column(name="requires_it", type="text", meaning="The id of the item that waits for it."),
    Column(name="type", type="text", meaning="requires, or relatesTo where there is no order."),
    Column(name="reason", type="text", meaning="Why."),
)


class _Edge(NamedTuple):
    required: str
    waiting: str
    ordered: bool
    reason: str | None


def dependency_chart(governance: ProductGovernance, *, width: float = WIDTH, most: int = 40) -> Chart:
    """Items with dependencies: what is required stands to the left of what requires it.

    A box says where the item is and when it is due. Dashed lines join what belongs together without order, and dashed
    boxes are delivered by others.

    Args:
        governance: whose dependencies to show.
        width: the width of the picture in pixels, at least 320.
        most: how many items to draw, those that others wait for first; the others are only counted.

    Raises:
        InvalidValueError: when it is given something else, or the width is out of range.
    """
    require(governance, ProductGovernance, "a governance", "dependency_chart(load(path))")
    edges = [_edge(each) for each in governance.roadmap.dependencies if each.from_ != each.to]
    names = dict.fromkeys(name for edge in edges for name in (edge.required, edge.waiting))
    needs: dict[str, list[str]] = {name: [] for name in names}
    for edge in edges:
        if edge.ordered:
            needs[edge.required].append(edge.waiting)
    columns = layers_of(needs)[: columns_in(width)]
    first = [name for column in columns for name in column][: max(1, most)]
    graph = {name: [target for target in needs[name] if target in first] for name in first}
    kept = [[name for name in column if name in graph] for column in columns]
    count = f"{len(edges)} {'dependency' if len(edges) == 1 else 'dependencies'}"
    frame = Frame(width, "What waits for what", f"{count}.")
    places = _places(governance)
    frame.y = draw_network(
        frame.canvas,
        [column for column in kept if column],
        {name: _box(governance, name, places) for name in graph},
        [
            Arrow(edge.required, edge.waiting, "line" if edge.ordered else "line dashed", plain=not edge.ordered)
            for edge in edges
            if edge.required in graph and edge.waiting in graph
        ],
        corner=(MARGIN, frame.y),
        right=width - MARGIN,
    )
    if len(graph) < len(names):
        frame.note(f"and {len(names) - len(graph)} more")
    return frame.chart(
        said=_said(edges),
        data=Table.of("dependencies", _COLUMNS, map(_row, edges)),
        mermaid=dependencies_mermaid(governance),
    )


def _edge(each: Dependency) -> _Edge:
    blocks = each.type is DependencyType.BLOCKS
    required, waiting = (each.from_, each.to) if blocks else (each.to, each.from_)
    return _Edge(required, waiting, each.type is not DependencyType.RELATES_TO, each.reason)


def _places(governance: ProductGovernance) -> dict[str, str]:
    """The list of the roadmap that each item is in."""
    roadmap = governance.roadmap
    placed = {each.id: "future" for each in roadmap.time_horizon.future} | {
        each.id: "backlog" for each in roadmap.backlog
    }
    for initiative, horizon in governance.initiatives():
        placed.setdefault(initiative.id, horizon.value if horizon else "delivered")
    return placed


def _box(governance: ProductGovernance, name: str, places: dict[str, str]) -> Box:
    item = governance.find(name)
    if isinstance(item, Initiative):
        due = item.due(governance.fiscal_year_start)
        kind = "green-box" if item.status.finished else "blue-box"
        return Box(item.title, " · ".join(filter(None, (places[name], f"due {due}" if due else ""))), kind)
    if isinstance(item, External):
        kind = "green-box dashed" if item.status is ExternalStatus.DELIVERED else "orange-box dashed"
        expected = f"{item.status} {item.expected_date or ''}".strip()
        return Box(item.title, f"external · {expected}", kind)
    if isinstance(item, Vision):
        return Box(item.title, "future", "purple-box")
    return Box(name, "not in the document", "box dashed")


def _said(edges: list[_Edge]) -> str:
    said = [*_sentences(edges)]
    return f"{'; '.join(said[:10])}{f'; and {len(said) - 10} more' if said[10:] else ''}." if said else "Nothing waits."


def _sentences(edges: list[_Edge]) -> Iterator[str]:
    for edge in edges:
        yield one_line(f"{edge.waiting} {'requires' if edge.ordered else 'belongs together with'} {edge.required}")


def _row(edge: _Edge) -> tuple[str | None, ...]:
    return edge.required, edge.waiting, "requires" if edge.ordered else "relatesTo", edge.reason
