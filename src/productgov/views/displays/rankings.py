"""The displays of rankings, of how sure they are, and of where frameworks disagree."""

from collections.abc import Iterator

from productgov.ranking.comparison import FrameworkComparison
from productgov.ranking.explanation import explanation_lines
from productgov.ranking.ranking import Ranking
from productgov.ranking.report import RankReport
from productgov.ranking.simulation import Simulation
from productgov.views.blocks import Block, Grid, Heading, Paragraph, bounded
from productgov.views.charts.rank_uncertainty import rank_uncertainty_chart
from productgov.views.tables import Percent

__all__ = ["comparison_blocks", "rank_report_blocks", "ranking_blocks", "simulation_blocks"]

_FEW = 5
_HIDDEN = frozenset({"computed", "override", "tie_break"})


def ranking_blocks(ranking: Ranking) -> Iterator[Block]:
    """The ranked items with their terms, and those that are not ranked with the reasons."""
    yield Heading(f"Ranked by {ranking.method.name}", 3)
    yield Paragraph(ranking.method.description)
    shown, more = bounded(ranking.ranked)
    records = ranking.top(len(shown)).to_records()
    names = tuple(name for name in records[0] if name not in _HIDDEN) if records else ("position",)
    yield Grid(
        head=tuple(name.replace("_", " ") for name in names),
        rows=tuple(tuple(record[name] for name in names) for record in records),
        more=more,
    )
    overridden = [item for item in ranking if item.override is not None]
    if overridden:
        items, more = bounded(overridden, _FEW)
        yield Heading("Overridden", 3)
        yield Grid(
            head=("id", "score", "computed", "reason"),
            rows=tuple(
                (item.initiative.id, item.score, item.computed, item.override.reason) for item in items if item.override
            ),
            more=more,
        )
    if ranking.unranked:
        left, more = bounded(ranking.unranked, _FEW)
        yield Heading("Not ranked", 3)
        yield Grid(head=("id", "reason"), rows=tuple((item.initiative.id, item.reason) for item in left), more=more)


def simulation_blocks(simulation: Simulation) -> Iterator[Block]:
    """The chart of the ranks, and the probabilities behind it."""
    yield rank_uncertainty_chart(simulation, most=12)
    if not simulation.uncertain:
        yield Paragraph("There are no estimates to draw: the order is taken as given.")
    shown, more = bounded(simulation.outcomes)
    yield Grid(
        head=("position", "id", "title", "first", f"top {simulation.top}", "rank"),
        rows=tuple(
            (
                each.ranked.position,
                each.ranked.initiative.id,
                each.ranked.initiative.title,
                Percent(each.p_first),
                Percent(each.p_top),
                f"{each.best} to {each.worst}",
            )
            for each in shown
        ),
        more=more,
    )


def comparison_blocks(comparison: FrameworkComparison) -> Iterator[Block]:
    """How similarly each two frameworks rank, and the items that they place most differently."""
    yield Heading("Where the frameworks disagree", 3)
    pairs, more = bounded(comparison.concordances)
    yield Grid(
        head=("first", "second", "items", "Kendall's τ", "most different"),
        rows=tuple(
            (
                pair.first,
                pair.second,
                pair.items,
                "not defined" if pair.tau is None else f"{pair.tau:.2f}",
                ", ".join(f"{move.initiative.id}: {move.first} and {move.second}" for move in pair.moves[:3]),
            )
            for pair in pairs
        ),
        more=more,
    )


def rank_report_blocks(report: RankReport) -> Iterator[Block]:
    """Everything that was asked about a ranking, one after the other."""
    if report.explained is not None:
        yield from (Paragraph(line) for line in explanation_lines(report.ranking, report.explained))
    else:
        yield from ranking_blocks(report.ranking)
    if report.simulation is not None:
        yield from simulation_blocks(report.simulation)
    useful = [each for each in report.information or () if each.gain > 0]
    if useful:
        shown, more = bounded(useful, _FEW)
        yield Heading("What to find out next", 3)
        yield Grid(
            head=("input", "of", "expected gain", "share"),
            rows=tuple((each.term, each.ranked.initiative.id, each.gain, Percent(each.share)) for each in shown),
            more=more,
        )
    if report.comparison is not None:
        yield from comparison_blocks(report.comparison)
    if report.as_of is not None:
        yield Paragraph(f"As of {report.as_of}")
