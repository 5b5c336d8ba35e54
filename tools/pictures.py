"""The pictures of README and docs: charts of an example document, and what commands print, as SVG."""

import os
import subprocess
import sys
from pathlib import Path

from productgov import load, metric_tree, objective_progress, simulate, team_load
from productgov.views import (
    Chart,
    dependency_chart,
    kano_chart,
    kpi_chart,
    metric_tree_chart,
    objective_chart,
    rank_uncertainty_chart,
    report,
    team_load_chart,
    timeline_chart,
    value_effort_chart,
)
from productgov.views.layout import width
from productgov.views.svg.canvas import Canvas

__all__ = ["pictures"]

ROOT = Path(__file__).parents[1]
EXAMPLE = "examples/consumer-app.yaml"

_SIZE, _LINE, _COLUMN, _MARGIN = 13, 17, 7.8, 16
_COMMANDS = {
    "board.svg": ("show", EXAMPLE),
    "ranking.svg": ("rank", EXAMPLE),
    "check.svg": ("check", "examples/broken/strategy.yaml"),
}
_MOST_LINES, _WIDEST = 46, 100


def pictures() -> dict[str, str]:
    """Every picture by its name in `docs/pictures/`."""
    printed = {name: _terminal(command, _printed(command)) for name, command in _COMMANDS.items()}
    page = report(load(ROOT / EXAMPLE)).html
    return printed | {f"{name}.svg": f"{chart.svg}\n" for name, chart in _charts().items()} | {"page.html": f"{page}\n"}


def _charts() -> dict[str, Chart]:
    governance = load(ROOT / EXAMPLE)
    tree = metric_tree(governance)
    assert tree is not None
    return {
        "dependencies": dependency_chart(governance),
        "kano": kano_chart(governance),
        "kpis": kpi_chart(governance),
        "metric-tree": metric_tree_chart(tree, as_of=governance.as_of),
        "objectives": objective_chart(objective_progress(governance)),
        "rank-uncertainty": rank_uncertainty_chart(simulate(governance)),
        "team-load": team_load_chart(team_load(governance)),
        "timeline": timeline_chart(governance),
        "value-effort": value_effort_chart(governance),
    }


def _printed(command: tuple[str, ...]) -> list[str]:
    """What a command prints in a terminal of 80 columns; of very much, the beginning."""
    ran = subprocess.run(  # noqa: S603
        [sys.executable, "-m", "productgov", *command],
        cwd=ROOT,
        env={**os.environ, "COLUMNS": "80"},
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=False,
    )
    lines = [line[at : at + _WIDEST] for line in ran.stdout.splitlines() for at in range(0, len(line) or 1, _WIDEST)]
    return lines if len(lines) <= _MOST_LINES else [*lines[:_MOST_LINES], "…"]


def _terminal(command: tuple[str, ...], lines: list[str]) -> str:
    """Lines of text as a picture, each character in its column whatever the font."""
    shown = [f"$ productgov {' '.join(command)}", *lines]
    canvas = Canvas(2 * _MARGIN + _COLUMN * max(map(width, shown)))
    for number, line in enumerate(shown, 1):
        canvas.columns(_MARGIN, _MARGIN + _LINE * number - 4, line, column=_COLUMN, size=_SIZE)
    text = " ".join(command)
    return canvas.svg(2 * _MARGIN + _LINE * len(shown), f"productgov {text}", "\n".join(lines)) + "\n"
