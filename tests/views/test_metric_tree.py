"""The metric tree as text and as Mermaid."""

import re

from hypothesis import given
from hypothesis import strategies as st

from productgov.analysis.metric_tree import MetricTree, metric_tree
from productgov.model.metrics import KPI, Metrics
from productgov.views.metric_tree import metric_tree_lines, metric_tree_mermaid

NAMES = st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1)


def tree(leaf: str = "Invites sent", star: str = "Weekly teams") -> MetricTree:
    kpis = (KPI(id="weekly-teams", name=star), KPI(id="invites", name=leaf, influences=("weekly-teams",)))
    found = metric_tree(Metrics(north_star_metric="weekly-teams", input_metrics=kpis))
    assert found is not None
    return found


def test_the_text_has_a_line_a_metric_and_the_north_star_at_the_end() -> None:
    assert list(metric_tree_lines(tree())) == ["Invites sent → Weekly teams", "Weekly teams (north star)"]


def test_the_flowchart_numbers_its_nodes() -> None:
    assert metric_tree_mermaid(tree()) == ('flowchart BT\n  n0["Invites sent"]\n  n1(["Weekly teams"])\n  n0 --> n1\n')


def test_special_characters_are_written_as_codes() -> None:
    assert '  n0["a#34;#93; #60;b#62; #35;1"]\n' in metric_tree_mermaid(tree(leaf='a"] <b> #1'))


@given(NAMES, NAMES)
def test_no_name_can_add_a_line_or_markup(leaf: str, star: str) -> None:
    chart = metric_tree_mermaid(tree(leaf, star))
    assert len(chart.splitlines()) == 4
    label = r'"(?:[^\W_]|[ ]|#\d+;)*"'
    assert re.fullmatch(rf"flowchart BT\n  n0\[{label}\]\n  n1\(\[{label}\]\)\n  n0 --> n1\n", chart)
    assert len(list(metric_tree_lines(tree(leaf, star)))) == 2
    assert all(len(line.splitlines()) == 1 for line in metric_tree_lines(tree(leaf, star)))
