"""The texts of results: what `str` gives, and the command line prints."""

from productgov.analysis.metric_tree import MetricTree
from productgov.analysis.objectives import ObjectiveProgress
from productgov.analysis.traceability import Traceability
from productgov.changes.change import Change
from productgov.changes.merging import Merged
from productgov.changes.result import Changes
from productgov.changes.tracing import History
from productgov.display import Displayed, brief
from productgov.finding_text import finding_lines
from productgov.findings import Finding
from productgov.model.governance import ProductGovernance
from productgov.ranking.comparison import FrameworkComparison
from productgov.ranking.load import TeamLoad
from productgov.ranking.ranking import Ranking
from productgov.ranking.report import RankReport
from productgov.ranking.simulation import Simulation
from productgov.tables.table import Table
from productgov.views.board import board_text
from productgov.views.changes import result_text
from productgov.views.data_table import table_text
from productgov.views.displays.blocks_of import blocks_of
from productgov.views.displays.fields import is_small
from productgov.views.history import history_text
from productgov.views.load import load_text
from productgov.views.merge import merged_text
from productgov.views.metric_tree import metric_tree_text
from productgov.views.objectives import objectives_text
from productgov.views.plain import plain_text
from productgov.views.ranking import comparison_text, ranking_text, report_text, simulation_text
from productgov.views.trace import trace_text
from productgov.wording import one_line

__all__ = ["text_of"]


def text_of(value: Displayed) -> str:  # noqa: C901, PLR0912 - a case for each text of its own
    """A result or an object as text, without a newline at the end."""
    match value:
        case ProductGovernance():
            return board_text(value)
        case Finding():
            return "\n".join(finding_lines(value))
        case Ranking():
            return ranking_text(value)
        case Simulation():
            return simulation_text(value)
        case FrameworkComparison():
            return comparison_text(value)
        case RankReport():
            return report_text(value)
        case ObjectiveProgress():
            return objectives_text(value)
        case TeamLoad():
            return load_text(value)
        case MetricTree():
            return metric_tree_text(value)
        case Traceability():
            return trace_text(value)
        case Table():
            return table_text(value)
        case Change():
            return one_line(f"{value.code} {value.item or 'the document'}: {value.message}")
        case Changes():
            return result_text(value)
        case Merged():
            return merged_text(value)
        case History():
            return history_text(value)
    return brief(value) if is_small(value) else plain_text(blocks_of(value))
