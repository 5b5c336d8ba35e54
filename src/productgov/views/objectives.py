"""The objectives as text: how far each is, how much of that is known, and what is expected by now."""

from collections.abc import Iterator

from productgov.analysis.objectives import MeasuredKeyResult, MeasuredObjective, ObjectiveProgress
from productgov.views.layout import cut, hanging, joined, pad
from productgov.views.metrics import percent_cell, progress_bar
from productgov.wording import counted, one_line, percent_text

__all__ = ["objectives_text"]

_NAME, _BAR = 38, 10


def objectives_text(progress: ObjectiveProgress) -> str:
    """The objectives and under each its key results, at most 80 columns wide.

    An objective is shown with its period and kind, its progress, what is expected by now, how much of the progress is
    known, its grade, and how many initiatives serve it; a key result with its progress and its day.

    Args:
        progress: what `objective_progress` found.
    """
    return "\n".join(line for measured in progress.objectives for line in _lines(measured)) or "(nothing)"


def _lines(measured: MeasuredObjective) -> Iterator[str]:
    objective = measured.objective
    yield from hanging("", f"{one_line(objective.title)} ({objective.id}, {objective.period}, {objective.kind})")
    yield from hanging("  ", _progress(measured))
    for key_result in measured.key_results:
        yield _key_result(key_result)


def _progress(measured: MeasuredObjective) -> str:
    bar = "not known"
    if measured.progress is not None:
        bar = f"{progress_bar(measured.progress)} {percent_text(measured.progress)}"
    behind = ", behind" if measured.behind else ""
    grade = measured.objective.grade
    return joined(
        (
            bar,
            "" if grade else f"expected {percent_text(measured.expected)}{behind}",
            f"{percent_text(measured.known_share)} known" if measured.known_share < 1 else "",
            f"graded {grade.value:g}" if grade else "",
            counted(len(measured.initiatives), "initiative"),
        )
    )


def _key_result(measured: MeasuredKeyResult) -> str:
    key_result, progress = measured.key_result, measured.progress
    name = key_result.title or key_result.milestone or key_result.kpi or key_result.id
    cells = (
        (f"    {one_line(name)}", _NAME),
        (progress_bar(progress) if progress is not None else "not known", _BAR),
        (percent_cell(progress) if progress is not None else "", 6),
    )
    row = " ".join(pad(cut(text, columns), columns) for text, columns in cells)
    return f"{row} by {measured.by.isoformat()}"
