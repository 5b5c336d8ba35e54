"""The texts of results: what `str` gives, and the command line prints."""

from collections.abc import Iterator

from productgov.display import Displayed
from productgov.ranking.comparison import FrameworkComparison
from productgov.ranking.ranking import Ranking
from productgov.ranking.report import RankReport
from productgov.ranking.simulation import Simulation
from productgov.views.ranking import comparison_lines, ranking_lines, report_lines, simulation_lines

__all__ = ["text_of"]


def text_of(value: Displayed) -> str:
    """A result as text, without a newline at the end."""
    return "\n".join(_lines(value))


def _lines(value: Displayed) -> Iterator[str]:
    match value:
        case Ranking():
            return ranking_lines(value)
        case Simulation():
            return simulation_lines(value)
        case FrameworkComparison():
            return comparison_lines(value)
        case RankReport():
            return report_lines(value)
    raise TypeError(f"{type(value).__name__} has no text")
