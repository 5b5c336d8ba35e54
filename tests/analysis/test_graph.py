"""The graph tools, where an example says more than a property."""

from productgov.analysis.graph import Cycle, components, cycles, reachable, shortest_cycle


def test_a_graph_without_nodes_has_no_components() -> None:
    assert components({}) == ()


def test_a_node_that_leads_to_itself_is_a_cycle_of_one_and_no_circle() -> None:
    graph = {"a": ["a"]}
    assert shortest_cycle(graph, "a") == ("a",)
    assert cycles(graph) == ()


def test_two_circles_that_share_a_node_are_one_with_the_shorter_way_round() -> None:
    graph = {"a": ["b", "d"], "b": ["c"], "c": ["a"], "d": ["a"]}
    assert cycles(graph) == (Cycle(("a", "b", "c", "d"), ("a", "d")),)


def test_the_nearest_are_reached_first() -> None:
    assert reachable({"a": ["b", "c"], "b": ["d"], "c": ["e"]}, ["a"]) == ("a", "b", "c", "d", "e")


def test_a_long_way_round_needs_no_deep_stack() -> None:
    size = 50_000
    ring = {node: [(node + 1) % size] for node in range(size)}
    assert cycles(ring)[0].path == tuple(range(size))


def test_many_circles_in_a_row_are_each_searched_alone() -> None:
    size = 20_000
    pairs = {node: [node ^ 1] if node % 2 else [node ^ 1, node + 2] for node in range(size)}
    assert len(cycles(pairs)) == size // 2
