"""The texts of results: what `str` gives, and the command line prints."""

from productgov.analysis.objectives import ObjectiveProgress
from productgov.changes.history import History
from productgov.changes.merge import Merged
from productgov.changes.result import Changes
from productgov.display import Displayed
from productgov.ranking.comparison import FrameworkComparison
from productgov.ranking.load import TeamLoad
from productgov.ranking.ranking import Ranking
from productgov.ranking.report import RankReport
from productgov.ranking.simulation import Simulation
from productgov.views.changes import result_text
from productgov.views.history import history_text
from productgov.views.load import load_text
from productgov.views.merge import merged_text
from productgov.views.objectives import objectives_text
from productgov.views.ranking import comparison_text, ranking_text, report_text, simulation_text

__all__ = ["text_of"]


def text_of(value: Displayed) -> str:
    """A result as text, without a newline at the end."""
    match value:
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
        case Changes():
            return result_text(value)
        case Merged():
            return merged_text(value)
        case History():
            return history_text(value)
    raise TypeError(f"{type(value).__name__} has no text")
