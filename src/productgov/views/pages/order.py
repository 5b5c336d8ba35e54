"""The ranking on a page: the order, how sure it is, and what to find out next."""

from collections.abc import Iterator, Sequence

from productgov.ranking.explanation import explanation_lines
from productgov.ranking.information import InformationValue
from productgov.ranking.ranking import Ranking
from productgov.ranking.report import RankReport
from productgov.ranking.simulation import Simulation, simulate
from productgov.views.blocks import Block, Heading, Paragraph, Value
from productgov.views.pages.data import grid
from productgov.views.ranking import (
    comparison_text,
    information_line,
    notes_of,
    records_shown,
    simulation_rows,
    useful_information,
)
from productgov.wording import one_line, percent_text

__all__ = ["certainty_blocks", "order_blocks", "rank_report_blocks", "simulation_of"]

_ALL = 10_000
_MOST_DRAWS, _LEAST_DRAWS, _SCORES = 2_000, 100, 200_000
"""The limits of draws, and of draws times items."""


def rank_report_blocks(report: RankReport) -> Iterator[Block]:
    """Everything a report about a ranking holds."""
    if report.explained is not None:
        yield from map(Paragraph, explanation_lines(report.ranking, report.explained))
    else:
        yield from order_blocks(report.ranking, _ALL)
    if report.simulation is not None and report.simulation.uncertain:
        yield Heading("How sure the order is")
        yield from certainty_blocks(report.simulation, report.information or (), _ALL)
    if report.comparison is not None:
        first, *lines = comparison_text(report.comparison).splitlines()
        yield Heading(first)
        yield from map(Paragraph, lines)
    if report.as_of is not None:
        yield Paragraph(f"As of {report.as_of}")


def order_blocks(ranking: Ranking, most: int) -> Iterator[Block]:
    """The open initiatives by rank, with the inputs of their scores, and what is to be said of them."""
    yield Paragraph(f"Ranked by {ranking.method.name}: {one_line(ranking.method.description)}")
    records = records_shown(ranking)
    if records:
        yield grid(tuple(records[0]), (tuple(record.values()) for record in records), most)
    for title, lines in notes_of(ranking):
        yield Heading(title, 3)
        for line in lines[:most]:
            yield Paragraph(line)
        if lines[most:]:
            yield Paragraph(f"and {len(lines[most:])} more")


def simulation_of(ranking: Ranking) -> Simulation | None:
    """The order drawn from the estimates: 2,000 times for up to 100 items, for more as often as takes the same time.

    None where there is nothing to rank or nothing uncertain, and for more than 2,000 items.
    """
    draws = min(_MOST_DRAWS, _SCORES // max(1, len(ranking)))
    simulation = simulate(ranking, draws=draws) if ranking.ranked and draws >= _LEAST_DRAWS else None
    return simulation if simulation is not None and simulation.uncertain else None


def certainty_blocks(simulation: Simulation, information: Sequence[InformationValue], most: int) -> Iterator[Block]:
    """How sure the order is, and which estimate is worth improving."""
    first = max(simulation, key=lambda outcome: outcome.p_first)
    drawn = f"{simulation.sampling.draws:,} draws from the estimates"
    yield Paragraph(f"{first.ranked.initiative.id} comes first in {percent_text(first.p_first)} of {drawn}.")
    rows: list[tuple[Value, ...]] = [tuple(row.values()) for row in simulation_rows(simulation)]
    names = tuple(simulation_rows(simulation)[0])
    yield grid(names, rows, most)
    useful = useful_information(information)
    if useful:
        yield Heading("What to find out next", 3)
        pick = useful[0].pick.initiative.id
        yield Paragraph(f"The expected gain over picking {pick} if this were known exactly:")
        for each in useful:
            yield Paragraph(information_line(each))
