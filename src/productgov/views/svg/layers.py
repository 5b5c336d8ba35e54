"""A graph in layers: each node stands to the right of those that lead to it, and edges are short (Sugiyama, 1981)."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from statistics import fmean
from typing import NamedTuple

from productgov.analysis.graph import components, reverse

__all__ = ["Routed", "layers_of", "routed"]

_SWEEPS = 4
_WAYPOINT = " "  # no id begins with it

Graph = Mapping[str, Sequence[str]]


def layers_of(graph: Graph) -> tuple[tuple[str, ...], ...]:
    """The nodes of a graph in layers, the last of which lead to nothing; nodes of a cycle share a layer.

    A node is as near to the end as what it leads to allows.

    Args:
        graph: for each node, the nodes that it leads to; all of them are keys.
    """
    distance: dict[str, int] = {}
    for group in components(graph):  # each after all those that it leads to
        inside = set(group)
        beyond = [distance[target] for node in group for target in graph[node] if target not in inside]
        distance.update(dict.fromkeys(group, 1 + max(beyond, default=-1)))
    layers: list[list[str]] = [[] for _ in range(1 + max(distance.values(), default=-1))]
    for node in graph:
        layers[distance[node]].append(node)
    return tuple(tuple(layer) for layer in reversed(layers))


class Routed(NamedTuple):
    """Layers in which every edge goes from one layer to the next.

    Attributes:
        layers: the nodes of each layer, and the waypoints of the edges that pass it, in an order with few crossings.
        routes: for each edge, its nodes and waypoints from its source to its target; two for an edge within a layer.
    """

    layers: tuple[tuple[str, ...], ...]
    routes: Mapping[tuple[str, str], tuple[str, ...]]


def routed(layers: Iterable[Sequence[str]], edges: Iterable[tuple[str, str]]) -> Routed:
    """The layers with a waypoint wherever an edge passes a layer, so that it need not cross a node.

    An edge that leads back to an earlier layer is routed from there.
    """
    arranged = [list(layer) for layer in layers]
    at = {node: number for number, layer in enumerate(arranged) for node in layer}
    routes = {}
    graph: dict[str, list[str]] = {node: [] for node in at}
    for number, (source, target) in enumerate(dict.fromkeys(edges)):
        first, last = sorted((source, target), key=at.__getitem__)
        passed = range(at[first] + 1, at[last])
        waypoints = [f"{_WAYPOINT}{number} {layer}" for layer in passed]
        for layer, waypoint in zip(passed, waypoints, strict=True):
            arranged[layer].append(waypoint)
        route = (first, *waypoints, last)
        graph.update((waypoint, []) for waypoint in waypoints)
        if at[first] < at[last]:
            for before, after in pairwise(route):
                graph[before].append(after)
        routes[source, target] = route
    return Routed(_in_order(arranged, graph), routes)


def _in_order(arranged: list[list[str]], graph: Graph) -> tuple[tuple[str, ...], ...]:
    """The layers with each node near the middle of its neighbours."""
    backwards = reverse(graph)
    around = {node: (*graph[node], *backwards[node]) for node in graph}
    place = {node: index for layer in arranged for index, node in enumerate(layer)}
    for sweep in range(_SWEEPS):
        for layer in arranged if sweep % 2 else reversed(arranged):
            middle = {node: fmean([place[each] for each in around[node]] or [place[node]]) for node in layer}
            layer.sort(key=middle.__getitem__)
            place.update((node, index) for index, node in enumerate(layer))
    return tuple(map(tuple, arranged))
