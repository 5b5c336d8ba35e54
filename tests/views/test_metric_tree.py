"""The metric tree as text and as Mermaid."""

import re

from hypothesis import given
from hypothesis import strategies as st

from productgov.analysis.metric_tree import MetricTree, metric_tree
from productgov.model.metrics import KPI
from productgov.views import metric_tree_mermaid, metric_tree_text
from tests.support.governances import governance

NAMES = st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1)


def tree(leaf: str = "Invites sent", star: str = "Weekly teams") -> MetricTree:
    kpis = (KPI(id="weekly-teams", name=star), KPI(id="invites", name=leaf, influences=("weekly-teams",)))
    found = metric_tree(governance(north_star="weekly-teams", inputs=kpis))
    assert found is not None
    return found


def test_the_text_has_a_line_a_metric_and_the_north_star_at_the_end() -> None:
    assert metric_tree_text(tree()) == "Invites sent → Weekly teams\nWeekly teams (north star)"


def test_the_flowchart_numbers_its_nodes() -> None:
    assert metric_tree_mermaid(tree()) == ('flowchart BT\n  n0["Invites sent"]\n  n1(["Weekly teams"])\n  n0 --> n1')


def test_special_characters_are_written_as_codes() -> None:
    assert '  n0["a#34;#93; #60;b#62; #35;1"]\n' in metric_tree_mermaid(tree(leaf='a"] <b> #1'))


@given(NAMES, NAMES)
def test_no_name_can_add_a_line_or_markup(leaf: str, star: str) -> None:
    chart = metric_tree_mermaid(tree(leaf, star))
    assert len(chart.splitlines()) == 4
    label = r'"(?:[^\W_]|[ ]|#\d+;)*"'
    assert re.fullmatch(rf"flowchart BT\n  n0\[{label}\]\n  n1\(\[{label}\]\)\n  n0 --> n1", chart)
    assert len(metric_tree_text(tree(leaf, star)).splitlines()) == 2
