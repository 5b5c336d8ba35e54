"""What the display of each value is made of."""

from productgov.analysis.metric_tree import MetricTree
from productgov.analysis.objectives import ObjectiveProgress
from productgov.analysis.progress import RoadmapProgress
from productgov.analysis.traceability import Traceability
from productgov.changes.merging import Merged
from productgov.changes.result import Changes
from productgov.changes.tracing import History
from productgov.display import Displayed
from productgov.document import Document
from productgov.model.governance import ProductGovernance
from productgov.model.metrics import KPI
from productgov.model.roadmap import Roadmap
from productgov.ranking.comparison import FrameworkComparison
from productgov.ranking.load import TeamLoad
from productgov.ranking.ranking import Ranking
from productgov.ranking.report import RankReport
from productgov.ranking.simulation import Simulation
from productgov.report import Report
from productgov.tables.table import Table
from productgov.tables.tables import Tables
from productgov.views.blocks import Block
from productgov.views.chart import Chart
from productgov.views.displays.analyses import (
    load_blocks,
    metric_tree_blocks,
    objective_blocks,
    progress_blocks,
    trace_blocks,
)
from productgov.views.displays.boards import governance_blocks, kpi_blocks, roadmap_blocks
from productgov.views.displays.changes import changes_blocks
from productgov.views.displays.fields import field_blocks
from productgov.views.displays.findings import check_blocks, document_blocks
from productgov.views.displays.merge import merged_blocks
from productgov.views.displays.rankings import (
    comparison_blocks,
    rank_report_blocks,
    ranking_blocks,
    simulation_blocks,
)
from productgov.views.displays.tables import table_blocks, tables_blocks
from productgov.views.history import history_blocks

__all__ = ["blocks_of"]


def blocks_of(value: Displayed) -> tuple[Block, ...]:  # noqa: C901, PLR0912 - a case for each display of its own
    """The blocks of a value: those of its own display where there is one, else its fields."""
    match value:
        case Chart():
            return (value,)
        case Table():
            return tuple(table_blocks(value))
        case Tables():
            return tuple(tables_blocks(value))
        case ProductGovernance():
            return tuple(governance_blocks(value))
        case Roadmap():
            return tuple(roadmap_blocks(value))
        case KPI():
            return tuple(kpi_blocks(value))
        case Document():
            return tuple(document_blocks(value))
        case Changes():
            return tuple(changes_blocks(value))
        case Merged():
            return tuple(merged_blocks(value))
        case History():
            return tuple(history_blocks(value))
        case Report():
            return tuple(check_blocks(value))
        case Ranking():
            return tuple(ranking_blocks(value))
        case Simulation():
            return tuple(simulation_blocks(value))
        case FrameworkComparison():
            return tuple(comparison_blocks(value))
        case RankReport():
            return tuple(rank_report_blocks(value))
        case MetricTree():
            return tuple(metric_tree_blocks(value))
        case ObjectiveProgress():
            return tuple(objective_blocks(value))
        case RoadmapProgress():
            return tuple(progress_blocks(value))
        case TeamLoad():
            return tuple(load_blocks(value))
        case Traceability():
            return tuple(trace_blocks(value))
    return tuple(field_blocks(value))
