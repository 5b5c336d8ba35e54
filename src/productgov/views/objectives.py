"""The objectives as text: how far each is, how much of that is known, and what is expected by now."""

from collections.abc import Iterator
from datetime import date

from productgov.analysis.objectives import MeasuredKeyResult, MeasuredObjective, ObjectiveProgress
from productgov.views.board_lists import who
from productgov.views.layout import WIDTH, fitted, hanging, joined, pad, width, wrap
from productgov.views.marks import health_mark
from productgov.views.metrics import bounds_text, number_cell, percent_cell, progress_bar
from productgov.wording import counted, one_line, percent_text

__all__ = ["key_result_name", "objectives_text", "progress_text", "reached_text"]

_BAR, _REACHED, _ROOMY = 10, 16, 100


def objectives_text(progress: ObjectiveProgress, *, width: int = WIDTH) -> str:
    """The objectives and under each its key results.

    An objective is shown with its period and kind, its progress, what is expected by now, how much of the progress is
    known, its grade, and how many initiatives serve it; a key result with its progress, its day, and its value beside
    the one to reach.

    Args:
        progress: what `objective_progress` found.
        width: the most columns that a line may take; less than 80 counts as 80.
    """
    columns = max(width, WIDTH)
    lines = (line for measured in progress.objectives for line in _lines(measured, progress.as_of, columns))
    return "\n".join(lines) or "(nothing)"


def _lines(measured: MeasuredObjective, as_of: date, columns: int) -> Iterator[str]:
    objective = measured.objective
    about = joined((f"{objective.id}, {objective.period}, {objective.kind}", who(objective.owner)))
    yield from wrap(f"{objective.title} ({about})", columns, indent="  ")
    health = health_mark(objective.check_ins, as_of)
    yield from hanging("  ", joined((progress_text(measured), str(health) if health else "")), columns)
    for key_result in measured.key_results:
        yield from _key_result(key_result, as_of, columns)


def progress_text(measured: MeasuredObjective, *, bar: bool = True) -> str:
    """How far an objective is, what is expected by now, and how many initiatives serve it."""
    reached = "not known" if measured.progress is None else percent_text(measured.progress)
    if bar and measured.progress is not None:
        reached = f"{progress_bar(measured.progress)} {reached}"
    behind = ", behind" if measured.behind else ""
    grade = measured.objective.grade
    return joined(
        (
            reached,
            "" if grade else f"expected {percent_text(measured.expected)}{behind}",
            f"{percent_text(measured.known_share)} known" if measured.known_share < 1 else "",
            f"graded {grade.value:g}" if grade else "",
            counted(len(measured.initiatives), "initiative"),
        )
    )


def _key_result(measured: MeasuredKeyResult, as_of: date, columns: int) -> Iterator[str]:
    progress, health = measured.progress, health_mark(measured.key_result.check_ins, as_of)
    bar = "not known" if progress is None else progress_bar(progress)
    percent = "" if progress is None else percent_cell(progress)
    facts = f"{bar:<{_BAR}} {percent:<6} by {measured.by}"
    value = joined((reached_text(measured), str(health) if health else ""))
    name = f"    {key_result_name(measured)} ({measured.key_result.id})"
    reached = _REACHED if columns < _ROOMY else 2 * _REACHED
    room = columns - width(facts) - reached - 2
    if width(name) <= room and width(value) <= reached:
        yield f"{pad(name, room)} {facts} {value}".rstrip()
        return
    yield from fitted(name, columns)
    yield from hanging("      ", f"{facts} {value}", columns)


def key_result_name(measured: MeasuredKeyResult) -> str:
    """What a key result is called: its title, its milestone, else the metric that it reads."""
    key_result, kpi = measured.key_result, measured.kpi
    return one_line(key_result.title or key_result.milestone or (kpi.name if kpi else key_result.kpi or key_result.id))


def reached_text(measured: MeasuredKeyResult) -> str:
    """The value of a key result beside the one to reach: "12.5 → 8 minutes"; empty for a milestone."""
    key_result, current = measured.key_result, measured.current
    parts = [] if current is None else [number_cell(current.value)]
    if measured.goal is not None:
        parts.append(f"→ {number_cell(measured.goal)}")
    elif key_result.keep is not None:
        parts.append(f"({bounds_text(key_result.keep)})")
    unit = key_result.unit or (measured.kpi.unit if measured.kpi else None)
    return " ".join((*parts, one_line(unit))) if parts and unit else " ".join(parts)
