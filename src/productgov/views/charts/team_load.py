"""The load of the teams: what each has to do in every period, beside what it can do."""

from collections.abc import Iterator
from typing import NamedTuple

from productgov.ranking.load import LoadedPeriod, LoadedTeam, TeamLoad
from productgov.views.chart import Chart
from productgov.views.charts.frame import MARGIN, WIDTH, Frame, first_of, require
from productgov.views.svg.canvas import SMALL
from productgov.views.svg.scale import NumberScale
from productgov.wording import counted, number_text, percent_text

__all__ = ["team_load_chart"]

_ROW, _HEAD = 24, 26
_TEXT = 176


class _Line(NamedTuple):
    team: LoadedTeam
    period: LoadedPeriod | None
    heads: bool


def team_load_chart(load: TeamLoad, *, width: float = WIDTH, most: int = 40) -> Chart:
    """A bar for each period of each team: its length is the load, the mark across it the capacity.

    Periods that are over are left out.

    Args:
        load: what `team_load` found.
        width: the width of the picture in pixels, at least 320.
        most: how many periods to draw; the others are only counted.

    Raises:
        InvalidValueError: when it is given something else, or the width or the number of periods is out of range.
    """
    require(load, TeamLoad, "a team load", "team_load_chart(team_load(governance))")
    lines = [*_lines(load)]
    shown, more = first_of(lines, most)
    frame = Frame(
        width, "Load of the teams", f"Person-months, as of {load.as_of}. The line across a bar is the capacity."
    )
    left = MARGIN + 72
    greatest = max((max(each.period.load, each.period.capacity.effort) for each in shown if each.period), default=1.0)
    scale = NumberScale(0, greatest or 1.0, left, max(left + 60, width - MARGIN - _TEXT))
    for each in shown:
        _draw(frame, each, scale)
    if more:
        frame.note(f"and {counted(more, 'more period')}")
    return frame.chart(said=_said(load), data=load.table)


def _lines(load: TeamLoad) -> Iterator[_Line]:
    for team in load.teams:
        coming = [period for period in team.periods if period.last >= load.as_of]
        if not coming:
            yield _Line(team, None, heads=True)
        for index, period in enumerate(coming):
            yield _Line(team, period, heads=not index)


def _draw(frame: Frame, each: _Line, scale: NumberScale) -> None:
    canvas, period = frame.canvas, each.period
    if each.heads:
        frame.y += _HEAD - 6
        total = f"{number_text(each.team.load)} in {counted(len(each.team.items), 'item')}"
        half = (frame.width - 2 * MARGIN) * 0.6
        canvas.text(MARGIN, frame.y, each.team.team.name, room=half, bold=True)
        canvas.text(frame.width - MARGIN, frame.y, total, room=half * 0.6, size=SMALL, anchor="end", muted=True)
        frame.y += 6
    middle = frame.y + _ROW / 2
    frame.y += _ROW
    if period is None:
        canvas.text(
            MARGIN,
            middle + 4,
            "no capacity given for the time to come",
            room=frame.width - 2 * MARGIN,
            size=SMALL,
            muted=True,
        )
        return
    canvas.text(MARGIN, middle + 4, str(period.capacity.period), room=scale.start - MARGIN - 6, size=SMALL)
    said = f"{number_text(period.load)} of {number_text(period.capacity.effort)}"
    end = scale.at(period.load)
    canvas.rect((scale.start, middle - 6), (scale.end - scale.start, 12), "band")
    canvas.rect(
        (scale.start, middle - 6), (max(1, end - scale.start), 12), "red-box" if period.over else "blue-box", hint=said
    )
    limit = scale.at(period.capacity.effort)
    canvas.line((limit, middle - 9), (limit, middle + 9), "line", width=2)
    over = "over, " if period.over else ""
    canvas.text(
        scale.end + 10,
        middle + 4,
        f"{said}, {over}fits {percent_text(period.p_fits)}",
        room=frame.width - MARGIN - scale.end - 10,
        size=SMALL,
    )


def _said(load: TeamLoad) -> str:
    over = [
        f"{team.team.name} in {period.capacity.period}"
        for team in load.teams
        for period in team.periods
        if period.over and period.last >= load.as_of
    ]
    teams = counted(len(load.teams), "team")
    return f"{teams}; over their capacity: {', '.join(over[:10])}." if over else f"{teams}; none is over its capacity."
