"""The metrics as text: the status of each, how far it is, and how it has developed."""

from collections.abc import Iterator, Sequence
from datetime import date
from math import floor

from productgov.analysis.horizons import resolve_as_of
from productgov.model.governance import ProductGovernance
from productgov.model.metrics import KPI, ROUNDING
from productgov.model.targets import Bounds
from productgov.views.layout import WIDTH, cut, pad, width, wrap
from productgov.views.marks import status_mark
from productgov.views.selection import Selection
from productgov.wording import one_line, percent_text

__all__ = [
    "bounds_text",
    "metrics_text",
    "metrics_text_of",
    "number_cell",
    "percent_cell",
    "progress_bar",
    "short_name",
    "sparkline",
    "trend_of",
    "value_text",
]

_STATUS, _BAR, _PERCENT, _TREND, _VALUE = 11, 10, 6, 8, 44
_ONE_LINE = 140
"""The least width for one line a metric."""
_STEPS = "▁▂▃▄▅▆▇█"
_LONG = 1e9
_LONGEST = 60


def metrics_text(governance: ProductGovernance, *, as_of: date | None = None, width: int = WIDTH) -> str:
    """The metrics under their groups; a star marks the north star.

    Of each it shows name and id, status, progress from baseline to target, the latest eight observations as a
    sparkline, and the current value with its unit beside the target, or else the bounds. What is not known is left
    blank. That is one line from a width of 140 on, and two in a narrower view.

    Args:
        governance: whose metrics to show.
        as_of: the day to show; left out, the document's `asOf`, else today.
        width: the most columns that a line may take; less than 80 counts as 80.
    """
    return metrics_text_of(governance, resolve_as_of(governance, as_of), max(width, WIDTH), Selection())


def metrics_text_of(governance: ProductGovernance, as_of: date, columns: int, selection: Selection) -> str:
    """The metrics of a selection."""
    return "\n".join(_lines(governance, as_of, columns, selection))


def _lines(governance: ProductGovernance, as_of: date, columns: int, selection: Selection) -> Iterator[str]:
    metrics = governance.metrics
    star = metrics.north_star
    yield from wrap(f"North star: {star.name if star else metrics.north_star_metric}", columns, indent="  ")
    for group, kpis in metrics.groups():
        shown = [kpi for kpi in kpis if selection.has_subject(kpi.id)]
        if shown:
            yield f"{group.value.capitalize()}s"
        for kpi in shown:
            yield from _metric(kpi, as_of, columns, mark="★" if kpi is star else " ")


def _metric(kpi: KPI, as_of: date, columns: int, *, mark: str) -> Iterator[str]:
    progress = kpi.progress(as_of)
    cells = (
        (str(status_mark(kpi.status(as_of))), _STATUS),
        (progress_bar(progress) if progress is not None else "", _BAR),
        (percent_cell(progress) if progress is not None else "", _PERCENT),
        (trend_of(kpi, as_of), _TREND),
    )
    facts = " ".join(pad(text, wide) for text, wide in cells)
    name = f"{mark} {one_line(kpi.name)} ({kpi.id})"
    value = value_text(kpi, as_of)
    room = columns - width(facts) - _VALUE - 2
    if columns >= _ONE_LINE and width(name) <= room and width(value) <= _VALUE:
        yield f"{pad(name, room)} {facts} {value}".rstrip()
        return
    yield from wrap(name, columns, indent="    ") if mark.strip() else (f"  {line}" for line in wrap(name, columns - 2))
    for number, line in enumerate(wrap(value, columns - width(facts) - 5) or [""]):
        yield f"    {facts if number == 0 else ' ' * width(facts)} {line}".rstrip()


def trend_of(kpi: KPI, as_of: date) -> str:
    """The latest eight observations as a sparkline."""
    known = sorted((seen for seen in kpi.observations if seen.date <= as_of), key=lambda seen: seen.date)
    return sparkline([seen.value for seen in known[-_TREND:]])


def value_text(kpi: KPI, as_of: date) -> str:
    """The current value beside its target, or else its bounds: "84 minutes → 60 by 2026-12-31"."""
    current, target = kpi.current(as_of), kpi.target_on(as_of)
    unit = f" {one_line(kpi.unit)}" if kpi.unit else ""
    value = "" if current is None else number_cell(current.value)
    if target is not None:
        by = f" by {target.by}" if target.by else ""
        return f"{value} → {number_cell(target.value)}{unit}{by}".lstrip()
    value = f"{value}{unit}" if value else ""
    if kpi.bounds is not None and kpi.bounds.limited:
        return f"{value} ({bounds_text(kpi.bounds)})".lstrip()
    return value


def bounds_text(bounds: Bounds) -> str:
    """A range: "at least 3", "at most 5", "3 to 5"."""
    if bounds.min is None:
        return f"at most {number_cell(bounds.max)}" if bounds.max is not None else "no bounds"
    least = number_cell(bounds.min)
    return f"at least {least}" if bounds.max is None else f"{least} to {number_cell(bounds.max)}"


def short_name(kpi: KPI) -> str:
    """The name of a KPI, cut where it is long: where many things name it, it is shown many times."""
    return cut(one_line(kpi.name[:WIDTH]), _LONGEST)


def progress_bar(progress: float, columns: int = _BAR) -> str:
    """Progress as a bar: empty at 0 and below, full only at 1 and above.

    Args:
        progress: the share of the way that is done, such as `KPI.progress` gives.
        columns: the width of the bar.
    """
    filled = floor(min(max(progress, 0), 1) * columns + ROUNDING)
    return "█" * filled + "░" * (columns - filled)


def sparkline(values: Sequence[float]) -> str:
    """Values as blocks of eight heights, from the lowest value to the highest; of middle height when all are equal."""
    least, most = min(values, default=0), max(values, default=0)
    if least == most:
        return _STEPS[3] * len(values)
    top = len(_STEPS) - 1
    return "".join(_STEPS[round((value - least) / (most - least) * top)] for value in values)


def percent_cell(progress: float) -> str:
    """Progress as a percentage, as wide as any."""
    return f"{percent_text(min(max(progress, -9.99), 99.99)):>{_PERCENT}}"


def number_cell(value: float) -> str:
    """A value of a metric: whole where it is whole, else to four digits."""
    return f"{value:,.0f}" if value == int(value) and abs(value) < _LONG else f"{value:.4g}"
