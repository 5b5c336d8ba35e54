"""A ranking as text: the table, how certain it is, what to find out next, and where frameworks disagree."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from productgov.ranking.comparison import FrameworkComparison, TermRank
from productgov.ranking.explanation import explanation_lines, override_text, tie_text
from productgov.ranking.information import InformationValue
from productgov.ranking.ranking import Ranked, Ranking
from productgov.ranking.report import RankReport
from productgov.ranking.simulation import Simulation
from productgov.views.layout import WIDTH, cut, fitted, wrap
from productgov.views.tables import Cell, Percent, cell_text, table_lines
from productgov.wording import counted, number_text, one_line, percent_text

__all__ = [
    "comparison_text",
    "information_line",
    "information_text",
    "notes_of",
    "ranking_text",
    "records_shown",
    "report_text",
    "simulation_rows",
    "simulation_text",
    "useful_information",
]

_MOST = 3
_LONGEST_TERM = 40
_ABOUT = ("id", "title", "horizon", "score")
_NEVER_SHOWN = frozenset({"computed", "override", "tie_break"})


def ranking_text(ranking: Ranking, *, width: int = WIDTH) -> str:
    """A ranking as a table, then the overrides, the ties and the items that are not ranked.

    Args:
        ranking: the ranking.
        width: the most columns that a line may take; less than 80 counts as 80. Where the table does not fit, the
            inputs of the score have a table of their own.
    """
    return "\n".join(_ranking_lines(ranking, max(width, WIDTH)))


def simulation_text(simulation: Simulation, *, width: int = WIDTH) -> str:
    """How certain the order is, item by item."""
    return "\n".join(_simulation_lines(simulation, max(width, WIDTH)))


def information_text(information: Sequence[InformationValue], *, width: int = WIDTH) -> str:
    """What to find out next, the most valuable first; empty where nothing would change the first pick."""
    return _text(_information_lines(information), width)


def comparison_text(comparison: FrameworkComparison, *, width: int = WIDTH) -> str:
    """How similarly the frameworks rank, and which items differ most between each two of them."""
    return _text(_comparison_lines(comparison), width)


def report_text(report: RankReport, *, width: int = WIDTH) -> str:
    """Everything a report holds; an item that is explained takes the place of the table."""
    ranking, explained = report.ranking, report.explained
    if explained is not None:
        first = _text(explanation_lines(ranking, explained), width)
    else:
        first = ranking_text(ranking, width=width)
    parts = (
        first,
        simulation_text(report.simulation, width=width) if report.simulation is not None else "",
        information_text(report.information or (), width=width),
        comparison_text(report.comparison, width=width) if report.comparison is not None else "",
        f"As of {report.as_of}" if report.as_of is not None else "",
    )
    return "\n\n".join(filter(None, parts))


def _text(lines: Iterable[str], columns: int) -> str:
    return "\n".join(part for line in lines for part in fitted(line, max(columns, WIDTH)))


def _ranking_lines(ranking: Ranking, columns: int) -> Iterator[str]:
    yield from wrap(f"Ranked by {ranking.method.name}: {ranking.method.description}", columns)
    if not ranking.ranked:
        yield "  Nothing to rank."
    yield from table_lines(records_shown(ranking), columns, groups=_groups(ranking))
    for title, lines in notes_of(ranking):
        yield from ("", *fitted(title, columns))
        yield from (part for line in lines for part in fitted(f"  {line}", columns))


def records_shown(ranking: Ranking) -> list[dict[str, Cell]]:
    """The ranked items as rows of a table, without what the notes say."""
    return [
        {"#" if key == "position" else key: value for key, value in row.items() if key not in _NEVER_SHOWN}
        for row in ranking.to_records()
    ]


def notes_of(ranking: Ranking) -> Iterator[tuple[str, Sequence[str]]]:
    """What there is to say below the table, each part with a title: overrides, ties, and what is not ranked."""
    own = one_line(ranking.settings.prioritization.method_name)
    parts = (
        ("Overridden", [line for item in ranking for line in _override(item)]),
        (f"Overrides that do not count here, as scores of {own}", ranking.overrides_left_out),
        ("Equal scores", list(_ties(ranking))),
        ("Notes", ranking.notes),
        ("Not ranked", [f"{item.initiative.id}: {one_line(item.reason)}" for item in ranking.unranked]),
    )
    yield from ((title, lines) for title, lines in parts if lines)


def _groups(ranking: Ranking) -> tuple[tuple[str, ...], ...]:
    """The columns of the tables where one is too wide: what an item is and its score, then the terms of the score."""
    terms = dict.fromkeys(name for item in ranking for name in item.terms)
    return _ABOUT, tuple(name for name in terms if name not in _ABOUT)


def _simulation_lines(simulation: Simulation, columns: int) -> Iterator[str]:
    sampling = simulation.sampling
    yield f"How sure the order is ({sampling.draws:,} draws, seed {sampling.seed})"
    if not simulation.uncertain:
        yield from fitted(
            f"  {simulation.ranking.method.name} has no estimates to draw here: the order is taken as given.", columns
        )
        return
    yield from table_lines(simulation_rows(simulation), columns)


def simulation_rows(simulation: Simulation) -> list[dict[str, Cell]]:
    """How certain the order is, as rows of a table."""
    order = [Percent(pair.probability) for pair in simulation.pairs]
    return [
        {
            "#": outcome.ranked.position,
            "id": outcome.ranked.initiative.id,
            "first": Percent(outcome.p_first),
            f"top {simulation.top}": Percent(outcome.p_top),
            "rank": f"{outcome.best} to {outcome.worst}",
            "above next": above,
        }
        for outcome, above in zip(simulation, [*order, None], strict=False)
    ]


def _information_lines(information: Sequence[InformationValue]) -> Iterator[str]:
    useful = useful_information(information)
    if useful:
        pick = useful[0].pick.initiative.id
        yield f"What to find out next (expected gain over picking {pick} if this were known exactly)"
    yield from (f"  {information_line(each)}" for each in useful)


def useful_information(information: Sequence[InformationValue]) -> list[InformationValue]:
    """The first few estimates that are worth knowing better."""
    return [each for each in information if each.gain > 0][:_MOST]


def information_line(each: InformationValue) -> str:
    """What one estimate would be worth if it were known exactly."""
    return f"{each.term} of {each.ranked.initiative.id}: +{number_text(each.gain)} ({percent_text(each.share)})"


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


def _override(item: Ranked) -> Iterator[str]:
    if item.override is not None:
        yield f"{item.initiative.id}: {override_text(item.override, item.computed)}: {one_line(item.override.reason)}"


def _ties(ranking: Ranking) -> Iterator[str]:
    tied = (item for item in ranking if item.tie_break is not None)
    for (_, score, tie_break), items in groupby(tied, key=lambda item: (item.group, item.score, item.tie_break)):
        names = ", ".join(item.initiative.id for item in items)
        yield f"{names} ({'no score' if score is None else number_text(score)}): {tie_text(tie_break)}"


def _term(rank: TermRank) -> str:
    return f"{rank.term} {cut(cell_text(rank.value), _LONGEST_TERM)} ({rank.method}, {rank.place} of {rank.of})"
