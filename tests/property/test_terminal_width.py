"""Whatever a governance holds, boards and rankings fit their width, and neither a number nor an id is broken."""

from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from productgov import ProductGovernance, compare_frameworks, rank, simulate, value_of_information
from productgov.ranking.report import RankReport
from productgov.strategies import governances
from productgov.views import board_text
from productgov.views.layout import width
from productgov.views.metrics import number_cell
from productgov.views.ranking import report_text
from productgov.wording import number_text
from tests.support.rankable import rankable

WIDTHS = [80, 100, 140]
GOVERNANCES = governances() | governances(consistent=False)
DAY = date(2026, 3, 2)


def ids_of(subject: ProductGovernance) -> Iterator[str]:
    """The ids of everything that the board shows."""
    roadmap = subject.roadmap
    yield from (placed.initiative.id for placed in subject.initiatives())
    yield from (item.id for item in roadmap.backlog)
    yield from (vision.id for vision in roadmap.time_horizon.future)
    yield from (external.id for external in roadmap.externals)
    yield from (kpi.id for kpi in subject.kpis())
    yield from (team.id for team in subject.teams)
    for objective in subject.objectives:
        yield from (objective.id, *(each.id for each in objective.key_results))
    for dependency in roadmap.dependencies:
        yield from (dependency.from_, dependency.to)


def numbers_of(subject: ProductGovernance) -> Iterator[str]:
    """Some of the numbers and days that the board shows."""
    for item in (*(placed.initiative for placed in subject.initiatives()), *subject.roadmap.backlog):
        if item.delivered_date is None:
            yield from map(str, filter(None, (item.start_date and item.target_date, item.target_date)))
    for kpi in subject.kpis():
        current = kpi.current(DAY)
        yield from (number_cell(current.value),) if current else ()


@pytest.mark.parametrize("columns", WIDTHS)
@given(GOVERNANCES)
def test_a_board_fits_and_breaks_neither_numbers_nor_ids(columns: int, subject: ProductGovernance) -> None:
    lines = board_text(subject, as_of=DAY, width=columns, with_trace=True).split("\n")
    assert max(map(width, lines)) <= columns
    for text in (*ids_of(subject), *numbers_of(subject)):
        assert any(text in line for line in lines), text


@pytest.mark.parametrize("columns", WIDTHS)
@given(GOVERNANCES, st.booleans())
def test_a_ranking_fits_and_breaks_neither_numbers_nor_ids(
    columns: int, subject: ProductGovernance, explained: bool
) -> None:
    subject = rankable(subject)
    ranking = rank(subject)
    report = RankReport(
        ranking=ranking,
        simulation=simulate(ranking, draws=3) if ranking.ranked else None,
        information=value_of_information(ranking, draws=3) if ranking.ranked else None,
        comparison=compare_frameworks(subject),
        explained=ranking.ranked[-1] if explained and ranking.ranked else None,
        as_of=DAY,
    )
    lines = report_text(report, width=columns).split("\n")
    assert max(map(width, lines)) <= columns
    if report.explained is not None:
        return
    shown = [item.initiative.id for item in (*ranking, *ranking.unranked)]
    for row in ranking.to_records():
        shown += [number_text(value) for value in row.values() if isinstance(value, (int, float))]
    for text in shown:
        assert any(text in line for line in lines), text


@given(GOVERNANCES)
def test_the_text_of_a_result_is_as_wide_as_the_narrowest_terminal(subject: ProductGovernance) -> None:
    ranking = rank(rankable(subject))
    assert str(ranking) == str(RankReport(ranking=ranking))
    assert max(map(width, str(ranking).split("\n"))) <= 80
