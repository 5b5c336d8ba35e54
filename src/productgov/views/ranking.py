"""A ranking as text: the table, how certain it is, what to find out next, and where frameworks disagree."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from productgov.ranking.comparison import FrameworkComparison, TermRank
from productgov.ranking.explanation import explanation_lines, override_text, tie_text
from productgov.ranking.information import InformationValue
from productgov.ranking.ranking import Ranked, Ranking
from productgov.ranking.report import RankReport
from productgov.ranking.simulation import Simulation
from productgov.views.tables import Percent, cell_text, table_lines
from productgov.wording import counted, number_text, one_line, percent_text

__all__ = ["comparison_lines", "information_lines", "ranking_lines", "report_lines", "simulation_lines"]

_MOST = 3
_NEVER_SHOWN = frozenset({"computed", "override", "tie_break"})


def report_lines(report: RankReport) -> Iterator[str]:
    """Everything a report holds; an item that is explained takes the place of the table."""
    if report.explained is not None:
        yield from explanation_lines(report.ranking, report.explained)
    else:
        yield from ranking_lines(report.ranking)
    if report.simulation is not None:
        yield ""
        yield from simulation_lines(report.simulation)
    information = list(information_lines(report.information or ()))
    if information:
        yield ""
        yield from information
    if report.comparison is not None:
        yield ""
        yield from comparison_lines(report.comparison)


def ranking_lines(ranking: Ranking) -> Iterator[str]:
    """A ranking as a table, then the overrides, the ties and the items that are not ranked."""
    yield f"Ranked by {ranking.method.name}: {ranking.method.description}"
    if not ranking.ranked:
        yield "  Nothing to rank."
    records = [{key: value for key, value in row.items() if key not in _NEVER_SHOWN} for row in ranking.to_records()]
    yield from table_lines(records)
    yield from _notes("Overridden", [line for item in ranking for line in _override(item)])
    yield from _notes("Equal scores", list(_ties(ranking)))
    yield from _notes("Not ranked", [f"{item.initiative.id}: {item.reason}" for item in ranking.unranked])


def simulation_lines(simulation: Simulation) -> Iterator[str]:
    """How certain the order is, item by item."""
    sampling = simulation.sampling
    yield f"How sure the order is ({sampling.draws:,} draws, seed {sampling.seed})"
    if not simulation.uncertain:
        yield f"  {simulation.ranking.method.name} has no estimates to draw here: the order is taken as given."
        return
    order = [Percent(pair.probability) for pair in simulation.pairs]
    yield from table_lines(
        [
            {
                "position": outcome.ranked.position,
                "id": outcome.ranked.initiative.id,
                "first": Percent(outcome.p_first),
                f"top {simulation.top}": Percent(outcome.p_top),
                "rank": f"{outcome.best} to {outcome.worst}",
                "above next": above,
            }
            for outcome, above in zip(simulation, [*order, None], strict=False)
        ]
    )


def information_lines(information: Sequence[InformationValue]) -> Iterator[str]:
    """What to find out next, the most valuable first."""
    useful = [each for each in information if each.gain > 0][:_MOST]
    if useful:
        yield "What to find out next (expected gain of the top pick if this were known exactly)"
    for each in useful:
        gain = f"+{number_text(each.gain)} ({percent_text(each.share)})"
        yield f"  {each.term} of {each.ranked.initiative.id}: {gain}"


def comparison_lines(comparison: FrameworkComparison) -> Iterator[str]:
    """How similarly the frameworks rank, and which items differ most between each two of them."""
    yield "Where the frameworks disagree"
    if not comparison.concordances:
        yield "  Fewer than two frameworks have inputs here."
    for pair in comparison:
        tau = "not defined" if pair.tau is None else f"{pair.tau:.2f}"
        yield f"{pair.first} and {pair.second}: Kendall's τ {tau} over {counted(pair.items, 'item')}"
        for move in pair.moves[:_MOST]:
            yield f"  {move.initiative.id}: {move.first} by {pair.first}, {move.second} by {pair.second}"
            yield f"    lifted by {_term(move.lifted_by)}; held back by {_term(move.held_by)}"


def _notes(title: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield ""
        yield title
        yield from (f"  {line}" for line in lines)


def _override(item: Ranked) -> Iterator[str]:
    if item.override is not None:
        yield f"{item.initiative.id}: {override_text(item.override, item.computed)}: {one_line(item.override.reason)}"


def _ties(ranking: Ranking) -> Iterator[str]:
    tied = (item for item in ranking if item.tie_break is not None)
    for (_, score, tie_break), items in groupby(tied, key=lambda item: (item.group, item.score, item.tie_break)):
        names = ", ".join(item.initiative.id for item in items)
        yield f"{names} ({number_text(score)}): {tie_text(tie_break)}"


def _term(rank: TermRank) -> str:
    return f"{rank.term} {cell_text(rank.value)} ({rank.method}, {rank.place} of {rank.of})"
