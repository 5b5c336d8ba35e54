"""The board: a whole governance as text, 80 columns wide."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from productgov.analysis.decisions import open_decisions
from productgov.analysis.horizons import resolve_as_of
from productgov.analysis.objectives import objective_progress
from productgov.analysis.traceability import trace
from productgov.errors import InvalidValueError
from productgov.model.governance import ProductGovernance
from productgov.model.initiative import Initiative
from productgov.model.people import Role
from productgov.model.roadmap import Horizon, Windows
from productgov.model.vision import Vision
from productgov.ranking.load import team_load
from productgov.ranking.ranking import rank
from productgov.views.decisions import decisions_text
from productgov.views.layout import WIDTH, heading, joined, side_by_side, wrap
from productgov.views.load import load_text
from productgov.views.metrics import metrics_text
from productgov.views.objectives import objectives_text
from productgov.views.reviews import reviews_text
from productgov.views.trace import trace_text

__all__ = ["board_text"]

_BETWEEN = " │ "
_HORIZONS = {
    Windows.ROLLING: {
        Horizon.NOW: "NOW 0-3 months",
        Horizon.NEXT: "NEXT 3-6 months",
        Horizon.LATER: "LATER 6-12 months",
        Horizon.FUTURE: "FUTURE 12+ months",
    },
    Windows.QUARTERS: {
        Horizon.NOW: "NOW this quarter",
        Horizon.NEXT: "NEXT one quarter",
        Horizon.LATER: "LATER 2 quarters",
        Horizon.FUTURE: "FUTURE after that",
    },
}
_COLUMN = (WIDTH + len(_BETWEEN)) // len(Horizon) - len(_BETWEEN)


def board_text(governance: ProductGovernance, *, as_of: date | None = None, with_trace: bool = False) -> str:
    """A governance as `productgov show` prints it, 80 columns wide.

    That is its vision and roadmap, the progress of its objectives, its metrics, the load of its teams, the decisions in
    force, and the reviews; what it does not have is left out.

    Args:
        governance: what to show.
        as_of: the day to show; left out, the document's `asOf`, else today.
        with_trace: whether to show, too, what serves each strategic pillar.
    """
    return "\n".join(_lines(governance, resolve_as_of(governance, as_of), with_trace=with_trace))


def _lines(governance: ProductGovernance, as_of: date, *, with_trace: bool) -> Iterator[str]:
    yield from _vision_lines(governance, as_of)
    yield ""
    yield from _roadmap_lines(governance)
    if governance.objectives:
        yield ""
        yield from heading("Objectives")
        yield objectives_text(objective_progress(governance, as_of))
    yield ""
    yield from heading("Metrics")
    yield metrics_text(governance, as_of=as_of)
    if governance.teams:
        yield ""
        yield from heading("Teams")
        yield load_text(team_load(governance, as_of))
    if decided := open_decisions(governance, as_of):
        yield ""
        yield from heading("Decisions")
        yield decisions_text(decided)
    yield ""
    yield from heading("Reviews")
    yield reviews_text(governance, as_of=as_of)
    if with_trace:
        yield ""
        yield from heading("From pillar to review")
        yield trace_text(trace(governance))


def _vision_lines(governance: ProductGovernance, as_of: date) -> Iterator[str]:
    vision = governance.product_vision
    yield from heading(f"{governance.name or 'Product governance'}  (as of {as_of.isoformat()})", rule="═")
    yield from wrap(f"Mission: {vision.mission}", WIDTH, indent="  ")
    if vision.target_market:
        yield from wrap(f"For: {', '.join(vision.target_market)}", WIDTH, indent="  ")
    yield from wrap(f"Value: {vision.value_proposition}", WIDTH, indent="  ")
    if vision.strategic_pillars:
        yield from wrap(f"Pillars: {' · '.join(vision.strategic_pillars)}", WIDTH, indent="  ")


def _roadmap_lines(governance: ProductGovernance) -> Iterator[str]:
    columns, (method, positions) = governance.roadmap.time_horizon, _positions(governance)
    titles = _HORIZONS[governance.roadmap.windows]
    yield from heading(f"Roadmap, ranked by {method}" if method else "Roadmap")
    cells = [
        _column(titles[Horizon.NOW], (_initiative(item, positions) for item in columns.now)),
        _column(titles[Horizon.NEXT], (_initiative(item, positions) for item in columns.next)),
        _column(titles[Horizon.LATER], (_initiative(item, positions) for item in columns.later)),
        _column(titles[Horizon.FUTURE], (_vision(item) for item in columns.future)),
    ]
    yield from side_by_side(cells, _COLUMN, between=_BETWEEN)
    if governance.roadmap.delivered:
        yield ""
        yield from heading("Delivered")
        for item in governance.roadmap.delivered:
            day = item.delivered_date.isoformat() if item.delivered_date else ""
            yield from wrap(joined((day, item.title, item.status)), WIDTH, indent="  ")


def _positions(governance: ProductGovernance) -> tuple[str, Mapping[str, int]]:
    """The method that ranks, and the positions; nothing where the document says no method that there is (PG308)."""
    try:
        ranking = rank(governance)
    except InvalidValueError:
        return "", {}
    return ranking.method.name, ranking.positions()


def _column(title: str, items: Iterable[list[str]]) -> list[str]:
    lines = [title, "-" * _COLUMN]
    for index, item in enumerate(items):
        lines.extend(["", *item] if index else item)
    return lines if len(lines) > 2 else [*lines, "(nothing)"]


def _initiative(item: Initiative, positions: Mapping[str, int]) -> list[str]:
    position = f"#{positions[item.id]} " if item.id in positions else ""
    return [
        *wrap(f"{position}{item.title}", _COLUMN),
        *wrap(f"[{item.status}]", _COLUMN),
        *_owner(item.owner),
        *_dates(item),
    ]


def _vision(item: Vision) -> list[str]:
    return [*wrap(item.title, _COLUMN), *(wrap(item.theme, _COLUMN) if item.theme else ())]


def _owner(owner: Role | None) -> list[str]:
    return wrap(owner.name or owner.title, _COLUMN) if owner else []


def _dates(item: Initiative) -> list[str]:
    if item.start_date and item.target_date:
        return [item.start_date.isoformat(), f"to {item.target_date.isoformat()}"]
    if item.target_date:
        return [f"by {item.target_date.isoformat()}"]
    if item.target_period:
        return [f"in {item.target_period}"]
    return [f"from {item.start_date.isoformat()}"] if item.start_date else []
