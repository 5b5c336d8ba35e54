"""The roadmap on the calendar: when each initiative is worked on, when it is due, and what slipped."""

from datetime import date, timedelta

from productgov.analysis.horizons import resolve_as_of
from productgov.model.governance import ProductGovernance
from productgov.tables.column import Column
from productgov.tables.table import Table
from productgov.views.bars import Bar, bars_of
from productgov.views.chart import Chart
from productgov.views.charts.frame import MARGIN, WIDTH, Frame, first_of, require
from productgov.views.mermaid import timeline_mermaid
from productgov.views.svg.canvas import SMALL
from productgov.views.svg.scale import DayScale
from productgov.wording import counted

__all__ = ["timeline_chart"]

_ROW, _HEAD = 24, 22
_STATE = 92
_COLUMNS = (
    Column(name="id", type="text", meaning="The id of the item."),
    Column(name="title", type="text", meaning="Its title."),
    Column(name="place", type="text", meaning="Its horizon, or external."),
    Column(name="status", type="text", meaning="Its status."),
    Column(name="start", type="date", meaning="The day its bar begins."),
    Column(name="end", type="date", meaning="The day its bar ends: the day it was delivered, else the day it is due."),
    Column(name="dated", type="boolean", meaning="Whether it has a start or a due day; else its bar is its horizon."),
    Column(name="committed", type="date", meaning="The day that was first promised."),
    Column(name="deadline", type="date", meaning="The day after which it is too late."),
    Column(name="late", type="boolean", meaning="Whether it is due before the day of the chart and not finished."),
)


def timeline_chart(
    governance: ProductGovernance, *, as_of: date | None = None, width: float = WIDTH, most: int = 40
) -> Chart:
    """The initiatives of now, next and later, and the externals, on a calendar.

    A bar goes from the start to the day it was delivered or is due; a dashed one has no dates, and fills its horizon.
    A small triangle marks the day that was first promised, where it slipped, and a diamond a deadline. The line from
    top to bottom is the day of the chart.

    Args:
        governance: whose roadmap to show.
        as_of: the day; left out, the document's `asOf`, else today.
        width: the width of the picture in pixels, at least 320.
        most: how many items to draw; the others are only counted.

    Raises:
        InvalidValueError: when it is given something else, or the width or the number of items is out of range.
    """
    require(governance, ProductGovernance, "a governance", "timeline_chart(load(path))")
    day = resolve_as_of(governance, as_of)
    bars = bars_of(governance, day)
    shown, more = first_of(bars, most)
    name = governance.name or "Roadmap"
    frame = Frame(width, f"{name}: timeline", f"Line: {day}; ▽: first promised; ◆: deadline; dashed: without dates.")
    scale = _scale(frame, shown, day)
    _draw(frame, shown, scale, day)
    if more:
        frame.note(f"and {more} more")
    return frame.chart(
        said=_said(bars),
        data=Table.of("timeline", _COLUMNS, map(_row, bars)),
        mermaid=timeline_mermaid(governance, as_of=day),
    )


def _scale(frame: Frame, bars: tuple[Bar, ...], day: date) -> DayScale:
    days = [day, *(each for bar in bars for each in (bar.first, bar.last, bar.deadline) if each is not None)]
    left = MARGIN + min(270, frame.width * 0.36)
    first, last = min(days), max(days)
    return DayScale(first, last if last > first else first + timedelta(days=30), left, frame.width - MARGIN - _STATE)


def _draw(frame: Frame, bars: tuple[Bar, ...], scale: DayScale, day: date) -> None:
    canvas = frame.canvas
    places = list(dict.fromkeys(bar.place for bar in bars))
    bottom = frame.y + SMALL + 8 + len(places) * _HEAD + len(bars) * _ROW
    frame.y += SMALL
    for tick in scale.ticks(64):
        if tick.at <= scale.end - 20:
            canvas.text(tick.at, frame.y, tick.text, room=62, size=SMALL, muted=True)
        canvas.line((tick.at, frame.y + 5), (tick.at, bottom), "grid")
    canvas.line((scale.at(day), frame.y + 5), (scale.at(day), bottom), "orange-line", width=2)
    frame.y += 8
    for place in places:
        canvas.text(
            MARGIN, frame.y + 16, place.upper(), room=scale.start - 2 * MARGIN, size=SMALL, bold=True, muted=True
        )
        frame.y += _HEAD
        for bar in bars:
            if bar.place == place:
                _draw_bar(frame, bar, scale)
                frame.y += _ROW


def _draw_bar(frame: Frame, bar: Bar, scale: DayScale) -> None:
    canvas, middle = frame.canvas, frame.y + _ROW / 2
    canvas.text(MARGIN, middle + 4, bar.title, room=scale.start - MARGIN - 10)
    start, end = scale.at(bar.first), scale.at(bar.last)
    hint = f"{bar.title}: {bar.first} to {bar.last}, {bar.status}"
    if bar.first == bar.last:
        canvas.circle((start, middle), 5, bar.kind, hint=hint)
    else:
        kind = bar.kind if bar.dated else f"{bar.kind} dashed"
        canvas.rect((start, middle - 6), (max(3, end - start), 12), kind, radius=3, hint=hint)
    if bar.slipped and bar.committed is not None and bar.committed >= scale.first:
        x = scale.at(bar.committed)
        canvas.polygon(
            ((x - 4, middle - 10), (x + 4, middle - 10), (x, middle - 3)), "ink", hint=f"promised for {bar.committed}"
        )
    if bar.deadline is not None:
        x = scale.at(bar.deadline)
        canvas.polygon(
            ((x, middle - 6), (x + 5, middle), (x, middle + 6), (x - 5, middle)), "ink", hint=f"deadline {bar.deadline}"
        )
    canvas.text(scale.end + 12, middle + 4, bar.status, room=_STATE - 12, size=SMALL, bold=bar.late)


def _said(bars: tuple[Bar, ...]) -> str:
    if not bars:
        return "Nothing is on the roadmap."
    late = [bar.title for bar in bars if bar.late]
    span = f"{counted(len(bars), 'item')} from {min(bar.first for bar in bars)} to {max(bar.last for bar in bars)}"
    return f"{span}; late: {', '.join(late[:10])}." if late else f"{span}; none is late."


def _row(bar: Bar) -> tuple[str | date | bool | None, ...]:
    return (
        bar.id, bar.title, bar.place, bar.status, bar.first, bar.last, bar.dated, bar.committed, bar.deadline, bar.late,
    )  # fmt: skip
