"""The first part of a report: how things are in a few lines, and what needs attention."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain

from productgov.analysis.progress import roadmap_progress
from productgov.finding_text import counts_text
from productgov.report import Report
from productgov.views.blocks import Block, Facts, Heading, Paragraph
from productgov.views.layout import joined
from productgov.views.marks import Level, Mark, health_mark, marks_of_external, status_mark
from productgov.views.pages.data import PageData, grid
from productgov.views.pages.upcoming import events_of
from productgov.wording import counted, percent_text

__all__ = ["attention_blocks"]

_LEVELS = (Level.BAD, Level.CAUTION)


def attention_blocks(data: PageData, report: Report) -> Iterator[Block]:
    """How things are, and everything that is late, at risk, behind or off track, the worst first."""
    pairs = (
        ("Roadmap", _roadmap_text(data)),
        ("Promises", _promises_text(data)),
        ("Objectives", _objectives_text(data)),
        ("Metrics", _metrics_text(data)),
        ("Next review", _next_review(data)),
        ("Check of the document", counts_text(report.findings, report.omitted)),
    )
    yield Facts(tuple((name, text) for name, text in pairs if text))
    yield Heading("What needs attention", 3)
    rows = sorted(_needing(data), key=lambda row: row[0])
    if rows:
        head = ("What", "Id", "Title", "Why")
        yield grid(head, (row[1:] for row in rows), data.most)
    else:
        yield Paragraph("Nothing is late, at risk, behind or off track.")


def _roadmap_text(data: PageData) -> str:
    items = data.open_items
    late = sum(any(mark.level is Level.BAD for mark in item.marks) for item in items)
    slipped = sum(any(mark.text.startswith("slipped") for mark in item.marks) for item in items)
    return f"{counted(len(items), 'open item')}: {late} late or off track, {slipped} slipped"


def _promises_text(data: PageData) -> str:
    promised = roadmap_progress(data.governance, data.as_of)
    if promised.quality is None:
        return ""
    return f"{promised.on_time} of {promised.due} kept on their day ({percent_text(promised.quality)})"


def _objectives_text(data: PageData) -> str:
    judged = [each for each in data.objectives if each.objective.grade is None]
    if not judged:
        return ""
    behind, unknown = sum(bool(each.behind) for each in judged), sum(each.behind is None for each in judged)
    return f"{len(judged)} without a grade: {behind} behind, {unknown} not known"


def _metrics_text(data: PageData) -> str:
    counts = Counter(kpi.status(data.as_of) for kpi in data.kpis)
    return ", ".join(f"{count} {status.value}" for status, count in sorted(counts.items(), key=lambda each: -each[1]))


def _next_review(data: PageData) -> str:
    reviews = [event for event in events_of(data) if event.what == "review"]
    return f"{reviews[0].title} on {reviews[0].date}" if reviews else ""


def _needing(data: PageData) -> Iterator[tuple[int, str, str, str, str]]:
    for item in data.open_items:
        yield from _row("Initiative", item.item.id, item.item.title, item.marks)
    for external in data.externals:
        yield from _row("From others", external.id, external.title, marks_of_external(external, data.as_of))
    for measured in data.objectives:
        objective = measured.objective
        health = health_mark(objective.check_ins, data.as_of)
        behind = [Mark(Level.CAUTION, "behind")] if measured.behind and not objective.grade else []
        yield from _row("Objective", objective.id, objective.title, chain(behind, [health] if health else []))
    for kpi in data.kpis:
        yield from _row("Metric", kpi.id, kpi.name, (status_mark(kpi.status(data.as_of)),))


def _row(what: str, id: str, title: str, marks: Iterable[Mark]) -> Iterator[tuple[int, str, str, str, str]]:
    """A row for what is late, at risk, behind or off track; none for anything else."""
    why = [mark for mark in marks if mark.level in _LEVELS]
    if why:
        yield min(_LEVELS.index(mark.level) for mark in why), what, id, title, joined(map(str, why))
