"""Which metrics lead to the north star."""

from hypothesis import given
from hypothesis import strategies as st

from productgov.analysis.metric_tree import metric_tree
from productgov.model.governance import ProductGovernance
from productgov.model.metrics import KPI
from tests.support.governances import governance

IDS = tuple("abcdefg")


def kpi(id: str, *influences: str, name: str | None = None) -> KPI:
    return KPI(id=id, name=name or f"Metric {id}", influences=influences)


def tree_ids(document: ProductGovernance) -> list[str]:
    tree = metric_tree(document)
    assert tree is not None
    return [kpi.id for kpi in tree.kpis]


def test_the_leaves_come_first_and_the_north_star_last() -> None:
    document = governance(
        north_star="star",
        inputs=(kpi("branch", "star"), kpi("leaf", "branch", "star"), kpi("elsewhere")),
        outputs=(kpi("star", "revenue"), kpi("revenue")),
    )
    assert tree_ids(document) == ["leaf", "branch", "star"]
    tree = metric_tree(document)
    assert tree is not None
    assert tree.north_star is document.metrics.output_metrics[0]
    assert tree.influences == (("leaf", "branch"), ("leaf", "star"), ("branch", "star"))


def test_there_is_no_tree_without_a_north_star() -> None:
    assert metric_tree(governance(north_star="Happiness", inputs=(kpi("a"),))) is None


def test_a_north_star_that_nothing_leads_to_is_alone() -> None:
    assert tree_ids(governance(north_star="a", inputs=(kpi("a"), kpi("b", "gone")))) == ["a"]


def test_with_cycles_the_north_star_still_comes_last() -> None:
    document = governance(north_star="a", inputs=(kpi("a", "b"), kpi("b", "c"), kpi("c", "a", "c")))
    assert tree_ids(document)[-1] == "a"
    assert sorted(tree_ids(document)) == ["a", "b", "c"]


def test_of_kpis_that_share_an_id_the_north_star_itself_counts() -> None:
    star = kpi("a", name="Star")
    tree = metric_tree(governance(north_star="Star", inputs=(kpi("a", name="Twin"), star, kpi("b", "a"))))
    assert tree is not None
    assert tree.kpis == (kpi("b", "a"), star)


@given(st.dictionaries(st.sampled_from(IDS), st.lists(st.sampled_from((*IDS, "gone")), max_size=3)))
def test_without_cycles_every_metric_comes_before_what_it_leads_to(edges: dict[str, list[str]]) -> None:
    forward = {name: [target for target in targets if target > name] for name, targets in edges.items()}
    kpis = tuple(kpi(name, *targets) for name, targets in forward.items())
    tree = metric_tree(governance(north_star="g", inputs=(*kpis, *(() if "g" in forward else (kpi("g"),)))))
    assert tree is not None
    place = {kpi.id: index for index, kpi in enumerate(tree.kpis)}
    assert all(place[source] < place[target] for source, target in tree.influences)
    led = {"g"} | {source for source, _ in tree.influences}
    assert led == set(place)
