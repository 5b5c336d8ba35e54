"""How far the objectives are, with what is expected by now, and their key results."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from productgov.analysis.objectives import MeasuredKeyResult, MeasuredObjective, ObjectiveProgress
from productgov.tables.column import Column
from productgov.tables.table import Table
from productgov.views.chart import Chart
from productgov.views.charts.frame import MARGIN, WIDTH, Frame, first_of, require
from productgov.views.svg.canvas import SMALL
from productgov.views.svg.scale import NumberScale
from productgov.wording import counted, percent_text

__all__ = ["objective_chart"]

_ROW, _TEXT = 24, 110
_COLUMNS = (
    Column(name="objective", type="text", meaning="The id of the objective."),
    Column(name="key_result", type="text", meaning="The id of the key result; none for the objective itself."),
    Column(name="title", type="text", meaning="The title."),
    Column(name="progress", type="number", meaning="How far it is: 0 at its start, 1 where it is reached."),
    Column(name="expected", type="number", meaning="What is expected of the objective by now."),
    Column(name="known_share", type="number", meaning="The share of the objective's weight that is known."),
    Column(name="by", type="date", meaning="The day by which to reach the key result."),
)


class _Line(NamedTuple):
    title: str
    said: str
    progress: float | None
    expected: float | None


def objective_chart(progress: ObjectiveProgress, *, width: float = WIDTH, most: int = 40) -> Chart:
    """A bar for each objective, with a mark where it should be by now, and below it a bar for each key result.

    Args:
        progress: what `objective_progress` found.
        width: the width of the picture in pixels, at least 320.
        most: how many bars to draw; the others are only counted.

    Raises:
        InvalidValueError: when it is given something else, or the width or the number of bars is out of range.
    """
    require(
        progress,
        ObjectiveProgress,
        takes="the progress of objectives",
        write="objective_chart(objective_progress(governance))",
    )
    lines = [line for each in progress.objectives for line in _lines(each)]
    shown, more = first_of(lines, most)
    frame = Frame(width, "Objectives", f"As of {progress.as_of}. The line across a bar is what is expected by now.")
    left = MARGIN + (width - 2 * MARGIN) * 0.5
    scale = NumberScale(0, 1, left, max(left + 40, width - MARGIN - _TEXT))
    for line in shown:
        _draw(frame, line, scale)
    if more:
        frame.note(f"and {more} more")
    return frame.chart(said=_said(progress), data=Table.of("objectives", _COLUMNS, _rows(progress)))


def _lines(measured: MeasuredObjective) -> Iterator[_Line]:
    grade = measured.objective.grade
    behind = " behind" if measured.behind and not grade else ""
    said = f"{_percent(measured.progress)}{behind}"
    if grade:
        said = f"graded {grade.value:g}"
    yield _Line(measured.objective.title, said, measured.progress, None if grade else measured.expected)
    for each in measured.key_results:
        yield _Line(_name(each), _percent(each.progress), each.progress, None)


def _name(measured: MeasuredKeyResult) -> str:
    each = measured.key_result
    return each.title or each.milestone or each.kpi or each.id


def _percent(progress: float | None) -> str:
    return "not known" if progress is None else percent_text(min(max(progress, -9.99), 9.99))


def _draw(frame: Frame, line: _Line, scale: NumberScale) -> None:
    canvas = frame.canvas
    whole = line.expected is not None or line.said.startswith("graded")
    middle = frame.y + _ROW / 2 + (4 if whole else 0)
    frame.y += _ROW + (4 if whole else 0)
    indent = MARGIN if whole else MARGIN + 14
    size = 12 if whole else SMALL
    canvas.text(indent, middle + 4, line.title, room=scale.start - indent - 10, size=size, bold=whole)
    canvas.rect((scale.start, middle - 6), (scale.end - scale.start, 12), "band")
    if line.progress is not None:
        end = scale.at(line.progress)
        kind = "blue-box" if whole else "green-box"
        canvas.rect((scale.start, middle - 6), (max(1, end - scale.start), 12), kind, hint=f"{line.title}: {line.said}")
    if line.expected is not None:
        at = scale.at(line.expected)
        canvas.line((at, middle - 9), (at, middle + 9), "line", width=2)
    canvas.text(scale.end + 10, middle + 4, line.said, room=frame.width - MARGIN - scale.end - 10, size=SMALL)


def _said(progress: ObjectiveProgress) -> str:
    behind = [each.objective.title for each in progress.objectives if each.behind and not each.objective.grade]
    text = counted(len(progress.objectives), "objective")
    return f"{text}; behind: {', '.join(behind[:10])}." if behind else f"{text}; none is behind."


def _rows(progress: ObjectiveProgress) -> Iterator[tuple[str | float | date | None, ...]]:
    for measured in progress.objectives:
        objective = measured.objective
        yield (
            objective.id, None, objective.title, measured.progress, measured.expected, measured.known_share, None,
        )  # fmt: skip
        for each in measured.key_results:
            yield objective.id, each.key_result.id, _name(each), each.progress, None, None, each.by
