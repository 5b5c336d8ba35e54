"""Which metrics lead to the north star."""

from hypothesis import given
from hypothesis import strategies as st

from productgov.analysis.metric_tree import metric_tree
from productgov.model.metrics import KPI, Metrics

IDS = tuple("abcdefg")


def kpi(id: str, *influences: str, name: str | None = None) -> KPI:
    return KPI(id=id, name=name or f"Metric {id}", influences=influences)


def tree_ids(metrics: Metrics) -> list[str]:
    tree = metric_tree(metrics)
    assert tree is not None
    return [kpi.id for kpi in tree.kpis]


def test_the_leaves_come_first_and_the_north_star_last() -> None:
    metrics = Metrics(
        north_star_metric="star",
        input_metrics=(kpi("branch", "star"), kpi("leaf", "branch", "star"), kpi("elsewhere")),
        output_metrics=(kpi("star", "revenue"), kpi("revenue")),
    )
    assert tree_ids(metrics) == ["leaf", "branch", "star"]
    tree = metric_tree(metrics)
    assert tree is not None
    assert tree.north_star is metrics.output_metrics[0]
    assert tree.influences == (("leaf", "branch"), ("leaf", "star"), ("branch", "star"))


def test_there_is_no_tree_without_a_north_star() -> None:
    assert metric_tree(Metrics(north_star_metric="Happiness", input_metrics=(kpi("a"),))) is None


def test_a_north_star_that_nothing_leads_to_is_alone() -> None:
    assert tree_ids(Metrics(north_star_metric="a", input_metrics=(kpi("a"), kpi("b", "gone")))) == ["a"]


def test_circles_do_no_harm_and_the_north_star_still_comes_last() -> None:
    metrics = Metrics(north_star_metric="a", input_metrics=(kpi("a", "b"), kpi("b", "c"), kpi("c", "a", "c")))
    assert tree_ids(metrics)[-1] == "a"
    assert sorted(tree_ids(metrics)) == ["a", "b", "c"]


def test_of_kpis_that_share_an_id_the_north_star_itself_counts() -> None:
    star = kpi("a", name="Star")
    tree = metric_tree(Metrics(north_star_metric="Star", input_metrics=(kpi("a", name="Twin"), star, kpi("b", "a"))))
    assert tree is not None
    assert tree.kpis == (kpi("b", "a"), star)


@given(st.dictionaries(st.sampled_from(IDS), st.lists(st.sampled_from((*IDS, "gone")), max_size=3)))
def test_without_circles_every_metric_comes_before_what_it_leads_to(edges: dict[str, list[str]]) -> None:
    forward = {name: [target for target in targets if target > name] for name, targets in edges.items()}
    kpis = tuple(kpi(name, *targets) for name, targets in forward.items())
    tree = metric_tree(Metrics(north_star_metric="g", input_metrics=(*kpis, *(() if "g" in forward else (kpi("g"),)))))
    assert tree is not None
    place = {kpi.id: index for index, kpi in enumerate(tree.kpis)}
    assert all(place[source] < place[target] for source, target in tree.influences)
    led = {"g"} | {source for source, _ in tree.influences}
    assert led == set(place)
