"""Algorithms for directed graphs: cycles, strongly connected components, and what can be reached.

A graph is a mapping from each node to the nodes it leads to. A node that is only led to need not be a key.
Everything here is iterative, takes time linear in nodes and edges, and follows the order of the mapping:
equal graphs, written in the same order, give equal answers.
"""

from collections import Counter, deque
from collections.abc import Collection, Hashable, Iterable, Mapping
from typing import Generic, TypeAlias, TypeVar

import attrs

__all__ = ["Cycle", "Graph", "components", "cycles", "nearest", "nodes_of", "reachable", "reverse", "shortest_cycle"]

Node = TypeVar("Node", bound=Hashable)
Graph: TypeAlias = Mapping[Node, Collection[Node]]


@attrs.frozen
class Cycle(Generic[Node]):
    """Two or more nodes that all lead to each other.

    Attributes:
        members: all of them, in the order of the graph.
        path: a shortest path from the first member back to it: each leads to the next, the last to the first.
    """

    members: tuple[Node, ...]
    path: tuple[Node, ...]


def nodes_of(graph: Graph[Node]) -> tuple[Node, ...]:
    """Every node: the keys in their order, then those that are only led to."""
    return tuple(dict.fromkeys((*graph, *(target for targets in graph.values() for target in targets))))


def reverse(graph: Graph[Node]) -> dict[Node, list[Node]]:
    """The same graph with every edge reversed."""
    reversed_graph: dict[Node, list[Node]] = {node: [] for node in nodes_of(graph)}
    for node, targets in graph.items():
        for target in targets:
            reversed_graph[target].append(node)
    return reversed_graph


def reachable(graph: Graph[Node], starts: Iterable[Node]) -> tuple[Node, ...]:
    """The starts and all that they lead to, the nearest first."""
    seen = dict.fromkeys(starts)
    queue = deque(seen)
    while queue:
        for target in graph.get(queue.popleft(), ()):
            if target not in seen:
                seen[target] = None
                queue.append(target)
    return tuple(seen)


def nearest(graph: Graph[Node], wanted: Iterable[Node], most: int) -> dict[Node, tuple[Node, ...]]:
    """For every node that is or leads to wanted nodes, the first `most` of these, the nearest first."""
    backwards = reverse(graph)
    found: dict[Node, dict[Node, None]] = {}
    queue = deque((node, node) for node in wanted)
    while queue:
        node, target = queue.popleft()
        held = found.setdefault(node, {})
        if target not in held and len(held) < most:
            held[target] = None
            queue.extend((source, target) for source in backwards.get(node, ()))
    return {node: tuple(held) for node, held in found.items()}


def shortest_cycle(graph: Graph[Node], node: Node) -> tuple[Node, ...] | None:
    """A shortest path from a node back to itself; None when there is none.

    Each node of the path leads to the next, and the last to the first. A node that leads to itself is a path of one.
    """
    came_from: dict[Node, Node] = {}
    queue = deque([node])
    while queue:
        current = queue.popleft()
        for target in graph.get(current, ()):
            if target == node:
                return _path(came_from, node, current)
            if target not in came_from:
                came_from[target] = current
                queue.append(target)
    return None


def _path(came_from: Mapping[Node, Node], start: Node, end: Node) -> tuple[Node, ...]:
    path = [end]
    while path[-1] != start:
        path.append(came_from[path[-1]])
    return tuple(reversed(path))


def cycles(graph: Graph[Node]) -> tuple[Cycle[Node], ...]:
    """Every group of two or more nodes that all lead to each other, in the order of their first members.

    Each search for a shortest path stays inside its group, so that all of them together remain linear.
    """
    cyclic = _cyclic_part(graph)
    order = {node: index for index, node in enumerate(nodes_of(graph))} if cyclic else {}
    groups = [sorted(group, key=order.__getitem__) for group in components(cyclic) if len(group) > 1]
    return tuple(_cycle(graph, group) for group in sorted(groups, key=lambda group: order[group[0]]))


def _cyclic_part(graph: Graph[Node]) -> Graph[Node]:
    """What remains after nodes that nothing leads to are removed, again and again (Kahn, 1962)."""
    arriving = Counter(target for targets in graph.values() for target in targets)
    free = deque(node for node in graph if node not in arriving)
    removed: set[Node] = set()
    while free:
        node = free.popleft()
        removed.add(node)
        for target in graph.get(node, ()):
            arriving[target] -= 1
            if not arriving[target]:
                free.append(target)
    return {node: targets for node, targets in graph.items() if node not in removed}


def _cycle(graph: Graph[Node], members: list[Node]) -> Cycle[Node]:
    inside = set(members)
    among = {node: [target for target in graph.get(node, ()) if target in inside] for node in members}
    return Cycle(tuple(members), shortest_cycle(among, members[0]) or ())


def components(graph: Graph[Node]) -> tuple[tuple[Node, ...], ...]:
    """The strongly connected components, each after all those that it leads to (Kosaraju, 1978; Sharir, 1981)."""
    backwards = reverse(graph)
    taken: set[Node] = set()
    found = [_collect(backwards, first, taken) for first in reversed(_postorder(graph)) if first not in taken]
    return tuple(reversed(found))


def _collect(graph: Graph[Node], first: Node, taken: set[Node]) -> tuple[Node, ...]:
    """A node and all that it leads to, without those already taken; all of them are taken now."""
    group: list[Node] = []
    queue = deque([first])
    taken.add(first)
    while queue:
        node = queue.popleft()
        group.append(node)
        new = [target for target in dict.fromkeys(graph.get(node, ())) if target not in taken]
        taken.update(new)
        queue.extend(new)
    return tuple(group)


def _postorder(graph: Graph[Node]) -> tuple[Node, ...]:
    """The nodes in the order in which a depth-first search leaves them."""
    left: dict[Node, None] = {}
    entered: set[Node] = set()
    for root in nodes_of(graph):
        stack = [root]
        while stack:
            node = stack[-1]
            if node in entered:
                left.setdefault(stack.pop())
            else:
                entered.add(node)
                stack.extend(target for target in graph.get(node, ()) if target not in entered)
    return tuple(left)
