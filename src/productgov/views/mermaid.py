"""Mermaid diagrams: texts that cannot become markup, the roadmap as a timeline, and what waits for what."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from productgov.analysis.horizons import resolve_as_of
from productgov.model.governance import ProductGovernance
from productgov.model.initiative import Initiative, Status
from productgov.model.roadmap import DependencyType, External, ExternalStatus
from productgov.model.vision import Vision
from productgov.views.bars import Bar, bars_of
from productgov.wording import one_line

__all__ = ["dependencies_mermaid", "encoded", "timeline_mermaid"]

_MARKS = {
    "late": "crit, ",
    Status.DONE.value: "done, ",
    Status.IN_PROGRESS.value: "active, ",
    Status.ROLLING_OUT.value: "active, ",
    ExternalStatus.DELIVERED.value: "done, ",
}


def encoded(text: str) -> str:
    """A text for a label: every character but letters, digits and blanks is written as its code."""
    return "".join(
        character if character.isalnum() or character == " " else f"#{ord(character)};" for character in one_line(text)
    )


def timeline_mermaid(governance: ProductGovernance, *, as_of: date | None = None) -> str:
    """The roadmap as a Mermaid gantt chart, with the bars of `timeline_chart` in a section for each horizon.

    Args:
        governance: whose roadmap to show.
        as_of: the day; left out, the document's `asOf`, else today.
    """
    lines = ["gantt", "  dateFormat YYYY-MM-DD", "  axisFormat %b %Y", "  inclusiveEndDates", "  todayMarker off"]
    for place, bars in groupby(bars_of(governance, resolve_as_of(governance, as_of)), key=lambda bar: bar.place):
        lines.append(f"  section {place.capitalize()}")
        lines.extend(f"    {_task(bar)} :{_MARKS.get(bar.status, '')}{bar.first}, {bar.last}" for bar in bars)
    return "\n".join(lines)


def dependencies_mermaid(governance: ProductGovernance) -> str:
    """What waits for what, as a Mermaid flowchart: an arrow goes from what is required to what requires it.

    What belongs together without order is joined by a dotted line. Nodes are numbered.

    Args:
        governance: whose dependencies to show.
    """
    names: dict[str, str] = {}
    edges = []
    for each in governance.roadmap.dependencies:
        source, target = (each.from_, each.to) if each.type is DependencyType.BLOCKS else (each.to, each.from_)
        for name in (source, target):
            names.setdefault(name, f"n{len(names)}")
        arrow = "-.-" if each.type is DependencyType.RELATES_TO else "-->"
        edges.append(f"  {names[source]} {arrow} {names[target]}")
    return "\n".join(["flowchart LR", *_nodes(governance, names), *edges])


def _titles_of(governance: ProductGovernance) -> dict[str, str]:
    """The titles of all items, visions and externals by their ids; of several with one id, that of the first."""
    roadmap = governance.roadmap
    placed = (placed.initiative for placed in governance.initiatives())
    items: tuple[Initiative | Vision | External, ...] = (
        *placed,
        *roadmap.backlog,
        *roadmap.time_horizon.future,
        *roadmap.externals,
    )
    return {item.id: item.title for item in reversed(items)}


def _nodes(governance: ProductGovernance, names: dict[str, str]) -> Iterator[str]:
    titles = _titles_of(governance)
    for name, number in names.items():
        yield f'  {number}["{encoded(titles.get(name, name))}"]'


def _task(bar: Bar) -> str:
    """The name of a task; its first character is a code, so that it is no word of the language, such as `title`."""
    text = encoded(bar.title)
    return text if text.startswith("#") else f"#{ord(text[0])};{text[1:]}"
