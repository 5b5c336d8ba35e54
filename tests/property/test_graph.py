"""The graph tools against networkx, on random graphs."""

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from productgov.analysis.graph import components, cycles, nearest, nodes_of, reachable, reverse, shortest_cycle

NODES = st.integers(0, 9)
GRAPHS = st.dictionaries(NODES, st.lists(NODES, max_size=4))


def as_networkx(graph: dict[int, list[int]]) -> "nx.DiGraph[int]":
    theirs: nx.DiGraph[int] = nx.DiGraph()
    nodes: tuple[int, ...] = nodes_of(graph)
    theirs.add_nodes_from(nodes)
    theirs.add_edges_from((node, target) for node, targets in graph.items() for target in targets)
    return theirs


@given(GRAPHS)
def test_the_components_are_those_of_networkx(graph: dict[int, list[int]]) -> None:
    ours = components(graph)
    assert sorted(map(sorted, ours)) == sorted(map(sorted, nx.strongly_connected_components(as_networkx(graph))))


@given(GRAPHS)
def test_a_component_comes_after_all_that_it_leads_to(graph: dict[int, list[int]]) -> None:
    place = {node: index for index, group in enumerate(components(graph)) for node in group}
    assert all(place[target] <= place[node] for node, targets in graph.items() for target in targets)


@given(GRAPHS)
def test_a_circle_is_a_component_of_two_or_more_and_its_cycle_goes_round_inside(graph: dict[int, list[int]]) -> None:
    found = cycles(graph)
    large = [sorted(group) for group in nx.strongly_connected_components(as_networkx(graph)) if len(group) > 1]
    assert sorted(sorted(cycle.members) for cycle in found) == sorted(large)
    order = nodes_of(graph)
    for cycle in found:
        assert cycle.members == tuple(sorted(cycle.members, key=order.index))
        assert cycle.path[0] == cycle.members[0]
        assert set(cycle.path) <= set(cycle.members)
        steps = zip(cycle.path, (*cycle.path[1:], cycle.path[0]), strict=True)
        assert all(target in graph[node] for node, target in steps)
    assert [cycle.members[0] for cycle in found] == sorted((c.members[0] for c in found), key=order.index)


@given(GRAPHS, st.lists(NODES, unique=True), st.integers(1, 4))
def test_the_nearest_of_some_nodes_are_the_first_that_can_be_reached(
    graph: dict[int, list[int]], wanted: list[int], most: int
) -> None:
    found = nearest(graph, wanted, most)
    theirs = as_networkx(graph)
    theirs.add_nodes_from(wanted)
    for node in theirs:
        distance: dict[int, int] = nx.single_source_shortest_path_length(theirs, node)
        distances = sorted(distance[target] for target in wanted if target in distance)
        assert [distance[target] for target in found.get(node, ())] == distances[:most]
        assert set(found.get(node, ())) <= set(wanted)


@given(GRAPHS, NODES)
def test_the_shortest_cycle_is_as_short_as_any_through_its_node(graph: dict[int, list[int]], node: int) -> None:
    theirs = as_networkx(graph)
    theirs.add_node(node)
    ways_back = [
        1 + nx.shortest_path_length(theirs, target, node)
        for target in graph.get(node, ())
        if nx.has_path(theirs, target, node)
    ]
    cycle = shortest_cycle(graph, node)
    assert (None if cycle is None else len(cycle)) == min(ways_back, default=None)
    if cycle is not None:
        assert cycle[0] == node
        assert all(b in graph[a] for a, b in zip(cycle, (*cycle[1:], node), strict=True))


@given(GRAPHS, st.lists(NODES, max_size=3))
def test_what_is_reachable_is_the_starts_and_their_descendants(graph: dict[int, list[int]], starts: list[int]) -> None:
    theirs = as_networkx(graph)
    theirs.add_nodes_from(starts)
    expected = set(starts).union(*(nx.descendants(theirs, start) for start in starts))
    found = reachable(graph, starts)
    assert set(found) == expected
    assert len(found) == len(expected)


@given(GRAPHS)
def test_reversing_twice_gives_the_same_edges(graph: dict[int, list[int]]) -> None:
    again = reverse(reverse(graph))
    assert {node: sorted(targets) for node, targets in again.items()} == {
        node: sorted(graph.get(node, ())) for node in nodes_of(graph)
    }
