"""The tables of results."""

from productgov.analysis.metric_tree import MetricTree
from productgov.analysis.objectives import ObjectiveProgress
from productgov.analysis.progress import RoadmapProgress
from productgov.analysis.traceability import Traceability
from productgov.changes.result import Changes
from productgov.changes.tracing import History
from productgov.ranking.comparison import FrameworkComparison
from productgov.ranking.load import TeamLoad
from productgov.ranking.ranking import Ranking
from productgov.ranking.simulation import Simulation
from productgov.report import Report
from productgov.tables.changes import changes_table
from productgov.tables.findings import findings_table
from productgov.tables.history import history_table
from productgov.tables.progress import load_table, objectives_table, promises_table
from productgov.tables.rankings import comparison_table, ranking_table, simulation_table
from productgov.tables.table import Table
from productgov.tables.traces import influences_table, trace_table
from productgov.tabular import Tabular

__all__ = ["table_of"]


def table_of(value: Tabular) -> Table:
    """A result as a table."""
    match value:
        case Ranking():
            return ranking_table(value)
        case Simulation():
            return simulation_table(value)
        case FrameworkComparison():
            return comparison_table(value)
        case Changes():
            return changes_table(value)
        case History():
            return history_table(value)
        case Report():
            return findings_table(value)
        case RoadmapProgress():
            return promises_table(value)
        case ObjectiveProgress():
            return objectives_table(value)
        case TeamLoad():
            return load_table(value)
        case Traceability():
            return trace_table(value)
        case MetricTree():
            return influences_table(value)
    raise TypeError(f"{type(value).__name__} has no table")
