"""The metrics on a screen of 80 columns: how each stands, how far it is, and where it has been heading."""

from collections.abc import Iterator, Sequence
from datetime import date
from math import floor

from productgov.model.governance import ProductGovernance
from productgov.model.metrics import KPI
from productgov.views.layout import cut, pad
from productgov.wording import one_line

__all__ = ["metric_lines", "progress_bar", "sparkline"]

_NAME, _STATE, _BAR, _TREND, _VALUE = 28, 9, 10, 8, 12
_STEPS = "▁▂▃▄▅▆▇█"
_ROUNDING = 1e-9
_LONG = 1e9


def metric_lines(governance: ProductGovernance, as_of: date) -> tuple[str, ...]:
    """Every metric on a line of at most 80 columns, under its group; a star marks the north star.

    A line says: name, state, how much of the way from baseline to target is done, the latest observations as a small
    trend, and the current value with its unit. What is not known is left blank.
    """
    return tuple(_lines(governance, as_of))


def _lines(governance: ProductGovernance, as_of: date) -> Iterator[str]:
    metrics = governance.metrics
    star = metrics.north_star
    yield cut(f"North star: {one_line(star.name if star else metrics.north_star_metric)}", 80)
    for group, kpis in (
        ("Inputs", metrics.input_metrics),
        ("Outputs", metrics.output_metrics),
        ("Guardrails", metrics.guardrail_metrics),
    ):
        if kpis:
            yield group
            yield from (_line(kpi, as_of, mark="★" if kpi is star else " ") for kpi in kpis)


def _line(kpi: KPI, as_of: date, *, mark: str) -> str:
    current = kpi.current(as_of)
    progress = kpi.progress(as_of)
    known = sorted((seen for seen in kpi.observations if seen.date <= as_of), key=lambda seen: seen.date)
    cells = (
        (f"{mark} {one_line(kpi.name)}", _NAME),
        (kpi.status(as_of), _STATE),
        (progress_bar(progress) if progress is not None else "", _BAR),
        (_percent(progress) if progress is not None else "", 6),
        (sparkline([seen.value for seen in known[-_TREND:]]), _TREND),
        (_measured(current.value, kpi.unit) if current else "", _VALUE),
    )
    return " ".join(pad(cut(text, columns), columns) for text, columns in cells).rstrip()


def progress_bar(progress: float, columns: int = _BAR) -> str:
    """A bar that is empty at 0, and full only where all of the way is done, or more."""
    filled = floor(min(max(progress, 0), 1) * columns + _ROUNDING)
    return "█" * filled + "░" * (columns - filled)


def sparkline(values: Sequence[float]) -> str:
    """The values as steps between the least and the greatest of them; all of middle height when they are the same."""
    least, most = min(values, default=0), max(values, default=0)
    if least == most:
        return _STEPS[3] * len(values)
    top = len(_STEPS) - 1
    return "".join(_STEPS[round((value - least) / (most - least) * top)] for value in values)


def _percent(progress: float) -> str:
    return f"{floor(100 * min(max(progress, -9.99), 99.99) + _ROUNDING):>4} %"


def _measured(value: float, unit: str | None) -> str:
    number = f"{value:,.0f}" if value == int(value) and abs(value) < _LONG else f"{value:.4g}"
    return f"{number} {one_line(unit)}" if unit else number
