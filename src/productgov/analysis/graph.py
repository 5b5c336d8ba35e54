"""Small tools for directed graphs: what hangs together in a circle, the shortest way round, and what can be reached.

A graph is a mapping from each node to the nodes it leads to. A node that is only led to need not be a key.
Everything here is iterative, takes time linear in nodes and edges, and follows the order of the mapping:
equal graphs, written in the same order, give equal answers.
"""

from collections import Counter, deque
from collections.abc import Collection, Hashable, Iterable, Mapping
from typing import Generic, TypeAlias, TypeVar

import attrs

__all__ = ["Circle", "Graph", "circles", "components", "nodes_of", "reachable", "reverse", "shortest_cycle"]

Node = TypeVar("Node", bound=Hashable)
Graph: TypeAlias = Mapping[Node, Collection[Node]]


@attrs.frozen
class Circle(Generic[Node]):
    """Nodes that all lead to each other.

    Attributes:
        members: all of them, in the order of the graph.
        cycle: a shortest way from the first member back to it: each leads to the following one, the last to the first.
    """

    members: tuple[Node, ...]
    cycle: tuple[Node, ...]


def nodes_of(graph: Graph[Node]) -> tuple[Node, ...]:
    """Every node: the keys in their order, then those that are only led to."""
    return tuple(dict.fromkeys((*graph, *(target for targets in graph.values() for target in targets))))


def reverse(graph: Graph[Node]) -> dict[Node, list[Node]]:
    """The same graph with every edge turned round."""
    turned: dict[Node, list[Node]] = {node: [] for node in nodes_of(graph)}
    for node, targets in graph.items():
        for target in targets:
            turned[target].append(node)
    return turned


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


def shortest_cycle(graph: Graph[Node], node: Node) -> tuple[Node, ...] | None:
    """A shortest way from a node back to itself; None when there is none.

    Each node of the answer leads to the following one, and the last to the first. A node that leads to itself
    is a cycle of one.
    """
    came_from: dict[Node, Node] = {}
    queue = deque([node])
    while queue:
        current = queue.popleft()
        for target in graph.get(current, ()):
            if target == node:
                return _way(came_from, node, current)
            if target not in came_from:
                came_from[target] = current
                queue.append(target)
    return None


def _way(came_from: Mapping[Node, Node], start: Node, end: Node) -> tuple[Node, ...]:
    way = [end]
    while way[-1] != start:
        way.append(came_from[way[-1]])
    return tuple(reversed(way))


def circles(graph: Graph[Node]) -> tuple[Circle[Node], ...]:
    """Every group of two or more nodes that all lead to each other, in the order of their first members.

    Each search for a shortest cycle stays inside its group, so that all of them together remain linear.
    """
    knotted = _knotted(graph)
    place = {node: index for index, node in enumerate(nodes_of(graph))} if knotted else {}
    groups = [sorted(group, key=place.__getitem__) for group in components(knotted) if len(group) > 1]
    return tuple(_circle(graph, group) for group in sorted(groups, key=lambda group: place[group[0]]))


def _knotted(graph: Graph[Node]) -> Graph[Node]:
    """What is left of a graph when all that nothing leads to is taken away, again and again (Kahn, 1962)."""
    arriving = Counter(target for targets in graph.values() for target in targets)
    free = [node for node in graph if node not in arriving]
    for node in free:
        for target in graph.get(node, ()):
            arriving[target] -= 1
            if not arriving[target]:
                free.append(target)
    gone = set(free)
    return {node: targets for node, targets in graph.items() if node not in gone}


def _circle(graph: Graph[Node], members: list[Node]) -> Circle[Node]:
    inside = set(members)
    among = {node: [target for target in graph.get(node, ()) if target in inside] for node in members}
    return Circle(tuple(members), shortest_cycle(among, members[0]) or ())


def components(graph: Graph[Node]) -> tuple[tuple[Node, ...], ...]:
    """The strongly connected components, each after all those that it leads to (Kosaraju, 1978; Sharir, 1981)."""
    backwards = reverse(graph)
    found: list[tuple[Node, ...]] = []
    taken: set[Node] = set()
    for first in reversed(_innermost_first(graph)):
        if first in taken:
            continue
        taken.add(first)
        group = [first]
        for node in group:
            new = [source for source in dict.fromkeys(backwards[node]) if source not in taken]
            taken.update(new)
            group.extend(new)
        found.append(tuple(group))
    return tuple(reversed(found))


def _innermost_first(graph: Graph[Node]) -> tuple[Node, ...]:
    """The nodes as a depth-first walk leaves them."""
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
