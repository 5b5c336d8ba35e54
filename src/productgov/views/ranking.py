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

__all__ = ["comparison_text", "information_text", "ranking_text", "report_text", "simulation_text"]

_MOST = 3
_NEVER_SHOWN = frozenset({"computed", "override", "tie_break"})


def ranking_text(ranking: Ranking) -> str:
    """A ranking as a table, then the overrides, the ties and the items that are not ranked."""
    return "\n".join(_ranking_lines(ranking))


def simulation_text(simulation: Simulation) -> str:
    """How certain the order is, item by item."""
    return "\n".join(_simulation_lines(simulation))


def information_text(information: Sequence[InformationValue]) -> str:
    """What to find out next, the most valuable first; empty where nothing would change the first pick."""
    return "\n".join(_information_lines(information))


def comparison_text(comparison: FrameworkComparison) -> str:
    """How similarly the frameworks rank, and which items differ most between each two of them."""
    return "\n".join(_comparison_lines(comparison))


def report_text(report: RankReport) -> str:
    """Everything a report holds; an item that is explained takes the place of the table."""
    ranking, explained = report.ranking, report.explained
    parts = (
        "\n".join(explanation_lines(ranking, explained)) if explained is not None else ranking_text(ranking),
        simulation_text(report.simulation) if report.simulation is not None else "",
        information_text(report.information or ()),
        comparison_text(report.comparison) if report.comparison is not None else "",
        f"As of {report.as_of}" if report.as_of is not None else "",
    )
    return "\n\n".join(filter(None, parts))


def _ranking_lines(ranking: Ranking) -> Iterator[str]:
    yield f"Ranked by {ranking.method.name}: {one_line(ranking.method.description)}"
    if not ranking.ranked:
        yield "  Nothing to rank."
    records = [{key: value for key, value in row.items() if key not in _NEVER_SHOWN} for row in ranking.to_records()]
    yield from table_lines(records)
    yield from _notes("Overridden", [line for item in ranking for line in _override(item)])
    own = one_line(ranking.settings.prioritization.method_name)
    yield from _notes(f"Overrides that do not count here, as scores of {own}", ranking.overrides_left_out)
    yield from _notes("Equal scores", list(_ties(ranking)))
    yield from _notes("Notes", ranking.notes)
    yield from _notes("Not ranked", [f"{item.initiative.id}: {one_line(item.reason)}" for item in ranking.unranked])


def _simulation_lines(simulation: Simulation) -> Iterator[str]:
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


def _information_lines(information: Sequence[InformationValue]) -> Iterator[str]:
    useful = [each for each in information if each.gain > 0][:_MOST]
    if useful:
        pick = useful[0].pick.initiative.id
        yield f"What to find out next (expected gain over picking {pick} if this were known exactly)"
    for each in useful:
        gain = f"+{number_text(each.gain)} ({percent_text(each.share)})"
        yield f"  {each.term} of {each.ranked.initiative.id}: {gain}"


def _comparison_lines(comparison: FrameworkComparison) -> Iterator[str]:
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
        yield f"{names} ({'no score' if score is None else number_text(score)}): {tie_text(tie_break)}"


def _term(rank: TermRank) -> str:
    return f"{rank.term} {cell_text(rank.value)} ({rank.method}, {rank.place} of {rank.of})"
