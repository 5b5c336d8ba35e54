"""The charts of a report; none where there is nothing to draw."""

from collections.abc import Iterator

from productgov.analysis.metric_tree import metric_tree
from productgov.ranking.simulation import Simulation
from productgov.views.chart import Chart
from productgov.views.charts.dependencies import dependency_chart
from productgov.views.charts.kpis import kpi_chart
from productgov.views.charts.metric_tree import metric_tree_chart
from productgov.views.charts.objectives import objective_chart
from productgov.views.charts.rank_uncertainty import rank_uncertainty_chart
from productgov.views.charts.team_load import team_load_chart
from productgov.views.charts.timeline import timeline_chart
from productgov.views.pages.data import PageData

__all__ = ["certainty", "dependencies", "load", "metrics", "objectives", "timeline"]

_MOST = 30
"""How many bars a timeline has: what one sees at a glance, and what one page of paper holds."""


def timeline(data: PageData) -> Iterator[Chart]:
    """The roadmap in time."""
    if data.open_items:
        yield timeline_chart(data.governance, as_of=data.as_of, most=_MOST)


def certainty(simulation: Simulation) -> Iterator[Chart]:
    """How sure the order is."""
    yield rank_uncertainty_chart(simulation)


def objectives(data: PageData) -> Iterator[Chart]:
    """How far the objectives are."""
    if data.objectives:
        yield objective_chart(data.progress)


def metrics(data: PageData) -> Iterator[Chart]:
    """How each metric has developed, and what it is assumed to influence."""
    if any(kpi.observations for kpi in data.kpis):
        yield kpi_chart(data.governance, as_of=data.as_of)
    tree = metric_tree(data.governance)
    if tree is not None and tree.influences:
        yield metric_tree_chart(tree, as_of=data.as_of)


def load(data: PageData) -> Iterator[Chart]:
    """The load of the teams."""
    if any(period.last >= data.as_of for team in data.load.teams for period in team.periods):
        yield team_load_chart(data.load)


def dependencies(data: PageData) -> Iterator[Chart]:
    """What waits for what."""
    if data.governance.roadmap.dependencies:
        yield dependency_chart(data.governance)
