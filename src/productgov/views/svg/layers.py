"""A graph in layers: each node stands to the right of those that lead to it, and edges are short (Sugiyama, 1981)."""

from collections.abc import Iterable, Mapping, Sequence
from statistics import fmean

from productgov.analysis.graph import components, reverse

__all__ = ["layers_of", "ordered"]

_SWEEPS = 4

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


def ordered(layers: Iterable[Sequence[str]], graph: Graph) -> tuple[tuple[str, ...], ...]:
    """The layers with their nodes in an order in which edges cross less: each near the middle of its neighbours."""
    backwards = reverse(graph)
    around = {node: (*graph[node], *backwards[node]) for node in graph}
    arranged = [list(layer) for layer in layers]
    place = {node: index for layer in arranged for index, node in enumerate(layer)}
    for sweep in range(_SWEEPS):
        for layer in arranged if sweep % 2 else reversed(arranged):
            here = set(layer)
            middle = {
                node: fmean(
                    [place[other] for other in around[node] if other not in here and other in place] or [place[node]]
                )
                for node in layer
            }
            layer.sort(key=middle.__getitem__)
            place.update((node, index) for index, node in enumerate(layer))
    return tuple(tuple(layer) for layer in arranged)
