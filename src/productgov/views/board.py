"""The board: a whole governance as text, as wide as it may be."""

from collections.abc import Collection, Iterator
from datetime import date

import attrs

from productgov.analysis.decisions import open_decisions
from productgov.analysis.horizons import resolve_as_of
from productgov.analysis.objectives import objective_progress
from productgov.analysis.traceability import trace
from productgov.model.governance import ProductGovernance
from productgov.ranking.load import team_load
from productgov.ranking.own import own_ranking
from productgov.views.board_lists import board_lists
from productgov.views.decisions import decisions_text
from productgov.views.dependencies import dependency_lines, external_lines
from productgov.views.layout import WIDTH, heading, wrap
from productgov.views.load import load_text
from productgov.views.metrics import metrics_text_of
from productgov.views.objectives import objectives_text
from productgov.views.reviews import reviews_text
from productgov.views.roadmap import roadmap_lines
from productgov.views.selection import SectionName, Selection
from productgov.views.trace import trace_text

__all__ = ["board_text"]


def board_text(
    governance: ProductGovernance,
    *,
    as_of: date | None = None,
    width: int = WIDTH,
    sections: Collection[SectionName] | None = None,
    owner: str | None = None,
    pillar: str | None = None,
    with_trace: bool = False,
) -> str:
    """A governance as `productgov show` prints it.

    That is its vision and roadmap, what waits for what, the progress of its objectives, its metrics, the load of its
    teams, the decisions in force, and the reviews; what it does not have is left out. The roadmap is in four columns
    from a width of 100 on, where every id fits into its column, and else one list after the other.

    Args:
        governance: what to show.
        as_of: the day to show; left out, the document's `asOf`, else today.
        width: the most columns that a line may take; less than 80 counts as 80.
        sections: the sections to show; left out, all but the trace.
        owner: show only what this person or role owns, found by a part of the name in any case; then vision, teams and
            reviews are left out unless `sections` names them.
        pillar: show only what serves this pillar, found likewise.
        with_trace: whether to show, too, what serves each strategic pillar.

    Raises:
        InvalidValueError: there is no such section, owner or pillar.
    """
    selection = Selection.of(governance, sections, owner, pillar).with_trace(wanted=with_trace)
    return "\n".join(_lines(governance, resolve_as_of(governance, as_of), selection, max(width, WIDTH)))


_HEADINGS: dict[SectionName, str] = {
    "vision": "",
    "roadmap": "",
    "dependencies": "Dependencies",
    "objectives": "Objectives",
    "metrics": "Metrics",
    "teams": "Teams",
    "decisions": "Decisions",
    "reviews": "Reviews",
    "trace": "From pillar to review",
}


def _lines(governance: ProductGovernance, as_of: date, selection: Selection, columns: int) -> Iterator[str]:
    name = governance.name or "Product governance"
    yield from heading(f"{name}  (as of {as_of.isoformat()})", columns, rule="═")
    first = True
    for section, title in _HEADINGS.items():
        lines = list(_section(section, governance, as_of, selection, columns)) if selection.shows(section) else []
        if lines:
            if not first or section != "vision":
                yield ""
            first = False
            yield from heading(title, columns) if title else ()
            yield from lines


def _section(
    section: SectionName, governance: ProductGovernance, as_of: date, selection: Selection, columns: int
) -> Iterator[str]:
    """The lines of one section; none where the governance has nothing of it."""
    match section:
        case "vision":
            yield from _vision_lines(governance, columns)
        case "roadmap":
            ranking = own_ranking(governance)
            yield from roadmap_lines(
                board_lists(governance, ranking, as_of, selection),
                ranking.method.name if ranking.ranked else "",
                columns,
            )
        case "dependencies":
            yield from dependency_lines(governance, selection, columns)
            yield from external_lines(governance, as_of, selection, columns)
        case "objectives":
            yield from _objective_lines(governance, as_of, selection, columns)
        case "metrics":
            yield metrics_text_of(governance, as_of, columns, selection)
        case "teams":
            if governance.teams:
                yield load_text(team_load(governance, as_of), width=columns)
        case "decisions":
            yield from _decision_lines(governance, as_of, selection, columns)
        case "reviews":
            yield reviews_text(governance, as_of=as_of, width=columns)
        case "trace":
            yield trace_text(trace(governance), width=columns)


def _vision_lines(governance: ProductGovernance, columns: int) -> Iterator[str]:
    vision = governance.product_vision
    yield from wrap(f"Mission: {vision.mission}", columns, indent="  ")
    if vision.target_market:
        yield from wrap(f"For: {', '.join(vision.target_market)}", columns, indent="  ")
    yield from wrap(f"Value: {vision.value_proposition}", columns, indent="  ")
    if vision.strategic_pillars:
        yield from wrap(f"Pillars: {' · '.join(vision.strategic_pillars)}", columns, indent="  ")


def _objective_lines(governance: ProductGovernance, as_of: date, selection: Selection, columns: int) -> Iterator[str]:
    progress = objective_progress(governance, as_of)
    kept = tuple(each for each in progress.objectives if selection.has_objective(each.objective))
    if kept:
        yield objectives_text(attrs.evolve(progress, objectives=kept), width=columns)


def _decision_lines(governance: ProductGovernance, as_of: date, selection: Selection, columns: int) -> Iterator[str]:
    decided = [each for each in open_decisions(governance, as_of) if selection.has_subject(each.id)]
    if decided:
        yield decisions_text(decided, width=columns)
