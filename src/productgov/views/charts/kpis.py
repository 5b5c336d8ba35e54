"""The KPIs as small charts side by side: the observations, the target and the bounds of each."""

from collections.abc import Iterator
from datetime import date

from productgov.analysis.horizons import resolve_as_of
from productgov.model.governance import ProductGovernance
from productgov.model.metrics import KPI, KPIStatus, MetricGroup
from productgov.tables.column import Column
from productgov.tables.table import Table
from productgov.views.chart import Chart
from productgov.views.charts.frame import MARGIN, WIDTH, Frame, first_of, require
from productgov.views.svg.canvas import SMALL
from productgov.views.svg.scale import DayScale, NumberScale, number_scale
from productgov.wording import counted, number_text, one_line

__all__ = ["kpi_chart"]

_CELL, _HEIGHT, _GAP = 210, 128, 16
_PLOT_TOP, _PLOT = 36, 60
_DOTS, _POINTS = 60, 200
"""How many observations have a dot, and how many a line is drawn through."""
_MARKS = {
    KPIStatus.ACHIEVED: ("✓", "green"),
    KPIStatus.ON_TRACK: ("✓", "green"),
    KPIStatus.AT_RISK: ("!", "orange"),
    KPIStatus.OFF_TRACK: ("✕", "red"),
    KPIStatus.BREACHED: ("✕", "red"),
    KPIStatus.STALE: ("?", "grey"),
    KPIStatus.UNKNOWN: ("?", "grey"),
}
_COLUMNS = (
    Column(name="kpi", type="text", meaning="The id of the KPI."),
    Column(name="name", type="text", meaning="Its name."),
    Column(name="group", type="text", meaning="Its group: input, output or guardrail."),
    Column(name="unit", type="text", meaning="The unit of its values."),
    Column(name="status", type="text", meaning="Its status on the day."),
    Column(name="date", type="date", meaning="The day of an observation; none where there is no observation."),
    Column(name="value", type="number", meaning="The observed value."),
    Column(name="target", type="number", meaning="The target that counts on the day of the chart."),
    Column(name="min", type="number", meaning="The lowest allowed value."),
    Column(name="max", type="number", meaning="The highest allowed value."),
)


def kpi_chart(
    governance: ProductGovernance, *, as_of: date | None = None, width: float = WIDTH, most: int = 24
) -> Chart:
    """A small chart for each KPI: its observations as a line, its target dashed, and its bounds as a band.

    Args:
        governance: whose KPIs to show.
        as_of: the day; later observations are left out. By default, it is the document's `asOf`, else today.
        width: the width of the picture in pixels, at least 320.
        most: how many KPIs to draw; the others are only counted.

    Raises:
        InvalidValueError: when it is given something else, or the width or the number of KPIs is out of range.
    """
    require(governance, ProductGovernance, "a governance", "kpi_chart(load(path))")
    day = resolve_as_of(governance, as_of)
    kpis = [(group, kpi) for group, kpis in governance.metrics.groups() for kpi in kpis]
    shown, more = first_of(kpis, most)
    frame = Frame(width, "Metrics", f"As of {day}. Line: observations; dashed: target; band: bounds.")
    across = max(1, int((width - 2 * MARGIN + _GAP) // (_CELL + _GAP)))
    cell = (width - 2 * MARGIN - _GAP * (across - 1)) / across
    star = governance.metrics.north_star
    for index, (_, kpi) in enumerate(shown):
        left = MARGIN + (index % across) * (cell + _GAP)
        top = frame.y + (index // across) * _HEIGHT
        _draw(frame, kpi, day, (left, top, cell), starred=kpi is star)
    frame.y += -(-len(shown) // across) * _HEIGHT
    if more:
        frame.note(f"and {more} more")
    rows = [row for group, kpi in kpis for row in _rows(group, kpi, day)]
    return frame.chart(said=_said(kpis, day), data=Table.of("kpi_observations", _COLUMNS, rows))


def _draw(frame: Frame, kpi: KPI, day: date, place: tuple[float, float, float], *, starred: bool) -> None:
    canvas, (left, top, cell) = frame.canvas, place
    status = kpi.status(day)
    mark, colour = _MARKS[status]
    canvas.text(left, top + 12, f"{'★ ' if starred else ''}{kpi.name}", room=cell, bold=True)
    canvas.circle((left + 5, top + 23), 4, colour)
    canvas.text(left + 14, top + 27, f"{mark} {status}", room=cell * 0.5 - 14, size=SMALL)
    current = kpi.current(day)
    if current is not None:
        unit = f" {one_line(kpi.unit)}" if kpi.unit else ""
        shown = f"{number_text(current.value)}{unit}"
        canvas.text(left + cell, top + 27, shown, room=cell * 0.48, size=SMALL, anchor="end")
    upper, lower = top + _PLOT_TOP, top + _PLOT_TOP + _PLOT
    seen = [
        (each.date, each.value) for each in sorted(kpi.observations, key=lambda each: each.date) if each.date <= day
    ]
    target = kpi.target_on(day)
    marks = (
        [value for _, value in seen]
        + ([target.value] if target else [])
        + ([kpi.baseline] if kpi.baseline is not None else [])
    )
    limits = [limit for limit in (kpi.bounds.min, kpi.bounds.max) if limit is not None] if kpi.bounds else []
    canvas.rect((left, upper - 3), (cell, _PLOT + 6), "band")
    if not seen or not [*marks, *limits]:
        canvas.text(
            left + cell / 2, upper + _PLOT / 2 + 4, "not measured", room=cell, size=SMALL, anchor="middle", muted=True
        )
        return
    scale = number_scale(min([*marks, *limits]), max([*marks, *limits]), lower, upper, room=0.1)
    if limits and kpi.bounds is not None:
        highest = scale.end if kpi.bounds.max is None else scale.at(kpi.bounds.max)
        lowest = scale.start if kpi.bounds.min is None else scale.at(kpi.bounds.min)
        canvas.rect((left, highest), (cell, max(1, lowest - highest)), "green-box")
    if target is not None:
        canvas.line(
            (left, scale.at(target.value)), (left + cell, scale.at(target.value)), "purple-line dashed", width=1.5
        )
    _draw_line(frame, seen, scale, (left, cell))
    _draw_legend(frame, kpi, (left, lower + 17, cell), day)


def _draw_line(frame: Frame, seen: list[tuple[date, float]], scale: NumberScale, place: tuple[float, float]) -> None:
    left, cell = place
    seen = thinned(seen)
    days = DayScale(seen[0][0], seen[-1][0], left + 6, left + cell - 6)
    points = [(days.at(day) if len(seen) > 1 else left + cell / 2, scale.at(value)) for day, value in seen]
    if len(points) > 1:
        frame.canvas.path(points, "blue-line", width=2)
    for (x, y), (day, value) in zip(points[-_DOTS:], seen[-_DOTS:], strict=True):
        frame.canvas.circle((x, y), 2.5, "blue", hint=f"{day}: {number_text(value)}")


def thinned(seen: list[tuple[date, float]]) -> list[tuple[date, float]]:
    """Of very many observations, the lowest and the highest of every so many, and the last."""
    size = -(-2 * len(seen) // _POINTS)
    if size <= 2:
        return seen
    kept: dict[int, None] = {}
    for start in range(0, len(seen), size):
        part = range(start, min(start + size, len(seen)))
        ends = (min(part, key=lambda index: seen[index][1]), max(part, key=lambda index: seen[index][1]))
        kept.update(dict.fromkeys(sorted(ends)))
    kept[len(seen) - 1] = None
    return [seen[index] for index in kept]


def _draw_legend(frame: Frame, kpi: KPI, place: tuple[float, float, float], day: date) -> None:
    left, base, cell = place
    target = kpi.target_on(day)
    parts = []
    if target is not None:
        parts.append(f"target {number_text(target.value)}{f' by {target.by}' if target.by else ''}")
    if kpi.bounds is not None and kpi.bounds.min is not None:
        parts.append(f"min {number_text(kpi.bounds.min)}")
    if kpi.bounds is not None and kpi.bounds.max is not None:
        parts.append(f"max {number_text(kpi.bounds.max)}")
    if parts:
        frame.canvas.text(left, base, " · ".join(parts), room=cell, size=SMALL, muted=True)


def _said(kpis: list[tuple[MetricGroup, KPI]], day: date) -> str:
    counts = [kpi.status(day) for _, kpi in kpis]
    by_status = ", ".join(f"{counts.count(status)} {status}" for status in KPIStatus if status in counts)
    return f"{counted(len(kpis), 'metric')}{f': {by_status}' if by_status else ''}."


def _rows(group: MetricGroup, kpi: KPI, day: date) -> Iterator[tuple[str | float | date | None, ...]]:
    target = kpi.target_on(day)
    head = (kpi.id, kpi.name, group.value, kpi.unit, kpi.status(day).value)
    tail = (
        target.value if target else None,
        kpi.bounds.min if kpi.bounds else None,
        kpi.bounds.max if kpi.bounds else None,
    )
    seen = [each for each in kpi.observations if each.date <= day]
    yield from ((*head, each.date, each.value, *tail) for each in seen)
    if not seen:
        yield (*head, None, None, *tail)
