"""The board: a whole governance as text, 80 columns wide."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from productgov.analysis.horizons import resolve_as_of
from productgov.analysis.traceability import trace
from productgov.model.governance import ProductGovernance
from productgov.model.initiative import Initiative
from productgov.model.people import Role
from productgov.model.roadmap import Horizon
from productgov.model.vision import Vision
from productgov.ranking.ranking import rank
from productgov.views.layout import WIDTH, heading, joined, side_by_side, wrap
from productgov.views.metrics import metrics_text
from productgov.views.reviews import reviews_text
from productgov.views.trace import trace_text

__all__ = ["board_text"]

_BETWEEN = " │ "
_HORIZONS = {
    Horizon.NOW: "NOW 0-3 months",
    Horizon.NEXT: "NEXT 3-6 months",
    Horizon.LATER: "LATER 6-12 months",
    Horizon.FUTURE: "FUTURE 12+ months",
}
_COLUMN = (WIDTH + len(_BETWEEN)) // len(_HORIZONS) - len(_BETWEEN)


def board_text(governance: ProductGovernance, *, as_of: date | None = None, with_trace: bool = False) -> str:
    """A governance as `productgov show` prints it: vision, roadmap, metrics and reviews, 80 columns wide.

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
    yield ""
    yield from heading("Metrics")
    yield metrics_text(governance, as_of=as_of)
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
    columns, positions = governance.roadmap.time_horizon, rank(governance).positions()
    yield from heading(f"Roadmap, ranked by {governance.prioritization.framework}")
    cells = [
        _column(_HORIZONS[Horizon.NOW], (_initiative(item, positions) for item in columns.now)),
        _column(_HORIZONS[Horizon.NEXT], (_initiative(item, positions) for item in columns.next)),
        _column(_HORIZONS[Horizon.LATER], (_initiative(item, positions) for item in columns.later)),
        _column(_HORIZONS[Horizon.FUTURE], (_vision(item) for item in columns.future)),
    ]
    yield from side_by_side(cells, _COLUMN, between=_BETWEEN)
    if governance.roadmap.delivered:
        yield ""
        yield from heading("Delivered")
        for item in governance.roadmap.delivered:
            day = item.delivered_date.isoformat() if item.delivered_date else ""
            yield from wrap(joined((day, item.title, item.status)), WIDTH, indent="  ")


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
    return [f"from {item.start_date.isoformat()}"] if item.start_date else []
