"""The metrics as text: the status of each, how far it is, and how it has developed."""

from collections.abc import Iterator, Sequence
from datetime import date
from math import floor

from productgov.analysis.horizons import resolve_as_of
from productgov.model.governance import ProductGovernance
from productgov.model.metrics import KPI, ROUNDING
from productgov.views.layout import WIDTH, cut, pad
from productgov.wording import one_line, percent_text

__all__ = ["metrics_text", "percent_cell", "progress_bar", "short_name", "sparkline"]

_NAME, _STATUS, _BAR, _PERCENT, _TREND, _VALUE = 28, 9, 10, 6, 8, 12
_STEPS = "▁▂▃▄▅▆▇█"
_LONG = 1e9
_LONGEST = 60


def metrics_text(governance: ProductGovernance, *, as_of: date | None = None) -> str:
    """The metrics, one line each under its group, at most 80 columns wide; a star marks the north star.

    A line shows name, status, progress from baseline to target, the latest eight observations as a sparkline, and the
    current value with its unit. What is not known is left blank.

    Args:
        governance: whose metrics to show.
        as_of: the day to show; left out, the document's `asOf`, else today.
    """
    return "\n".join(_lines(governance, resolve_as_of(governance, as_of)))


def _lines(governance: ProductGovernance, as_of: date) -> Iterator[str]:
    metrics = governance.metrics
    star = metrics.north_star
    yield cut(f"North star: {one_line(star.name if star else metrics.north_star_metric)}", WIDTH)
    for group, kpis in metrics.groups():
        if kpis:
            yield f"{group.value.capitalize()}s"
            yield from (_line(kpi, as_of, mark="★" if kpi is star else " ") for kpi in kpis)


def _line(kpi: KPI, as_of: date, *, mark: str) -> str:
    current = kpi.current(as_of)
    progress = kpi.progress(as_of)
    known = sorted((seen for seen in kpi.observations if seen.date <= as_of), key=lambda seen: seen.date)
    cells = (
        (f"{mark} {one_line(kpi.name)}", _NAME),
        (kpi.status(as_of), _STATUS),
        (progress_bar(progress) if progress is not None else "", _BAR),
        (percent_cell(progress) if progress is not None else "", _PERCENT),
        (sparkline([seen.value for seen in known[-_TREND:]]), _TREND),
        (_measured(current.value, kpi.unit) if current else "", _VALUE),
    )
    return " ".join(pad(cut(text, columns), columns) for text, columns in cells).rstrip()


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


def _measured(value: float, unit: str | None) -> str:
    number = f"{value:,.0f}" if value == int(value) and abs(value) < _LONG else f"{value:.4g}"
    return f"{number} {one_line(unit)}" if unit else number
