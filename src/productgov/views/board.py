"""The board: a whole governance on one screen of 80 columns, without colour."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from productgov.model.governance import ProductGovernance
from productgov.model.initiative import Initiative
from productgov.model.people import Role
from productgov.model.roadmap import Horizon
from productgov.model.vision import Vision
from productgov.views.layout import joined, side_by_side, wrap
from productgov.wording import one_line

__all__ = ["board_lines", "heading"]

WIDTH = 80
_COLUMN = 17
_HORIZONS = {
    Horizon.NOW: "NOW 0-3 months",
    Horizon.NEXT: "NEXT 3-6 months",
    Horizon.LATER: "LATER 6-12 months",
    Horizon.FUTURE: "FUTURE 12+ months",
}


def board_lines(governance: ProductGovernance, as_of: date, positions: Mapping[str, int]) -> Iterator[str]:
    """The vision, the four columns, and what was delivered.

    Args:
        governance: what to show.
        as_of: the day the board speaks of.
        positions: the rank of each initiative by its id, as far as it has one.
    """
    vision = governance.product_vision
    yield from heading(f"{governance.name or 'Product governance'}  (as of {as_of.isoformat()})", rule="═")
    yield from wrap(f"Mission: {vision.mission}", WIDTH, indent="  ")
    yield from wrap(f"For: {', '.join(vision.target_market)}", WIDTH, indent="  ") if vision.target_market else ()
    yield from wrap(f"Value: {vision.value_proposition}", WIDTH, indent="  ")
    if vision.strategic_pillars:
        yield from wrap(f"Pillars: {' · '.join(vision.strategic_pillars)}", WIDTH, indent="  ")
    yield ""
    yield from heading(f"Roadmap, ranked by {governance.prioritization.framework}")
    columns = governance.roadmap.time_horizon
    cells = [
        _column(_HORIZONS[Horizon.NOW], (_initiative(item, positions) for item in columns.now)),
        _column(_HORIZONS[Horizon.NEXT], (_initiative(item, positions) for item in columns.next)),
        _column(_HORIZONS[Horizon.LATER], (_initiative(item, positions) for item in columns.later)),
        _column(_HORIZONS[Horizon.FUTURE], (_vision(item) for item in columns.future)),
    ]
    yield from side_by_side(cells, _COLUMN, between=" │ ")
    if governance.roadmap.delivered:
        yield ""
        yield from heading("Delivered")
        for item in governance.roadmap.delivered:
            day = item.delivered_date.isoformat() if item.delivered_date else ""
            yield from wrap(f"{joined((day, item.title, item.status))}", WIDTH, indent="  ")


def heading(text: str, *, rule: str = "─") -> tuple[str, str]:
    """A heading with a line under it."""
    line = one_line(text)
    return line, rule * WIDTH


def _column(title: str, items: Iterable[list[str]]) -> list[str]:
    lines = [title, "-" * _COLUMN]
    for index, item in enumerate(items):
        lines.extend(["", *item] if index else item)
    return lines if len(lines) > 2 else [*lines, "(nothing)"]


def _initiative(item: Initiative, positions: Mapping[str, int]) -> list[str]:
    rank = f"#{positions[item.id]} " if item.id in positions else ""
    return [
        *wrap(f"{rank}{item.title}", _COLUMN),
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
