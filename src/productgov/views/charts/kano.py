"""The Kano plane: how far satisfaction rises with each feature, and falls without it."""

from collections.abc import Iterator
from typing import NamedTuple

from productgov.model.governance import ProductGovernance
from productgov.model.initiative import Initiative
from productgov.model.kano.counts import KanoCounts
from productgov.tables.column import Column
from productgov.tables.table import Table
from productgov.views.chart import Chart
from productgov.views.charts.frame import WIDTH, Frame, require
from productgov.views.charts.plane import Axis, Quadrants, draw_plane
from productgov.views.svg.scatter import Labelled
from productgov.wording import counted

__all__ = ["kano_chart"]

_COLUMNS = (
    Column(name="id", type="text", meaning="The id of the initiative."),
    Column(name="title", type="text", meaning="Its title."),
    Column(name="better", type="number", meaning="How far satisfaction rises with it, from 0 to 1."),
    Column(name="worse", type="number", meaning="How far satisfaction falls without it, from -1 to 0."),
    Column(name="category", type="text", meaning="The most frequent category of its survey."),
    Column(name="significant", type="boolean", meaning="Whether the sample supports the category."),
    Column(name="respondents", type="number", meaning="How many answered, or the sum of the shares."),
)


class _Surveyed(NamedTuple):
    initiative: Initiative
    counts: KanoCounts
    better: float
    worse: float


def kano_chart(governance: ProductGovernance, *, width: float = WIDTH) -> Chart:
    """The open items with a Kano survey, by the coefficients Better and Worse (Timko, 1993).

    The plane is divided at 0.5. Items at one place share a point; a label that would stand on another is left out.

    Args:
        governance: whose items to show, those of its backlog too.
        width: the width of the picture in pixels, at least 320.

    Raises:
        InvalidValueError: when it is given something else, or the width is out of range.
    """
    require(governance, ProductGovernance, "a governance", "kano_chart(load(path))")
    found = [*_surveyed(governance)]
    frame = Frame(width, "Kano: better and worse", f"{counted(len(found), 'item')} with a survey.")
    quadrants = Quadrants(
        upper_left="attractive",
        upper_right="one-dimensional",
        lower_left="indifferent",
        lower_right="must-be",
        cuts=((0.5, 0.5),),
    )
    points = (Labelled(-each.worse, each.better, each.initiative.title) for each in found)
    across, up = Axis("dissatisfied without it", 0, 1), Axis("satisfied with it", 0, 1)
    unnamed = draw_plane(frame, across, up, quadrants, points)
    if unnamed:
        frame.note(f"{unnamed} without a label, for want of room")
    return frame.chart(said=_said(found), data=Table.of("kano", _COLUMNS, map(_row, found)))


def _surveyed(governance: ProductGovernance) -> Iterator[_Surveyed]:
    placed = (placed.initiative for placed in governance.initiatives())
    for initiative in (*placed, *governance.roadmap.backlog):
        survey = initiative.scoring.kano if initiative.scoring else None
        if survey is None or initiative.status.finished:
            continue
        counts = survey.tally()
        better, worse = counts.better, counts.worse
        if better is not None and worse is not None:
            yield _Surveyed(initiative, counts, better, worse)


def _said(found: list[_Surveyed]) -> str:
    said = (f"{each.initiative.title}: {each.counts.category}" for each in found[:10])
    return f"Categories: {'; '.join(said)}." if found else "No open item has a Kano survey."


def _row(each: _Surveyed) -> tuple[str | float | bool | None, ...]:
    category = each.counts.category
    return (
        each.initiative.id,
        each.initiative.title,
        each.better,
        each.worse,
        None if category is None else category.value,
        each.counts.significant,
        float(each.counts.total),
    )
