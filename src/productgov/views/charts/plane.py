"""A plane with two axes, divided into four quadrants with names, and points in it."""

from collections.abc import Iterable

import attrs

from productgov.views.charts.frame import MARGIN, Frame
from productgov.views.svg.canvas import SMALL
from productgov.views.svg.scale import NumberScale, number_ticks
from productgov.views.svg.scatter import Area, Labelled, draw_spots, spots_of
from productgov.views.svg.text import text_width

__all__ = ["Axis", "Quadrants", "draw_plane"]

_LEFT, _BELOW = 44, 40
_STRIP = 26
"""Room above and below the points for the names of the quadrants."""


@attrs.frozen
class Axis:
    """An axis: what it says, and its lowest and highest number."""

    name: str
    low: float
    high: float


@attrs.frozen(kw_only=True)
class Quadrants:
    """The names of the four quadrants, and the lines between them: each line is at some x or y."""

    upper_left: str
    upper_right: str
    lower_left: str
    lower_right: str
    cuts: tuple[tuple[float, float], ...]


def draw_plane(frame: Frame, across: Axis, up: Axis, quadrants: Quadrants, points: Iterable[Labelled]) -> int:
    """Draw the plane and its points; how many points have no label of their own."""
    canvas = frame.canvas
    area = Area(MARGIN + _LEFT, frame.y, frame.width - MARGIN, frame.y + max(220.0, min(460.0, frame.width * 0.62)))
    x = NumberScale(across.low, across.high, area.left + 10, area.right - 10)
    y = NumberScale(up.low, up.high, area.bottom - _STRIP, area.top + _STRIP)
    canvas.rect((area.left, area.top), (area.right - area.left, area.bottom - area.top), "band")
    for tick in number_ticks(x, int((area.right - area.left) / 60)):
        canvas.text(tick.at, area.bottom + 16, tick.text, room=50, size=SMALL, anchor="middle", muted=True)
    for tick in number_ticks(y, int((area.bottom - area.top) / 40)):
        canvas.text(area.left - 8, tick.at + 4, tick.text, room=34, size=SMALL, anchor="end", muted=True)
    for cut_x, cut_y in quadrants.cuts:
        canvas.line((x.at(cut_x), area.top), (x.at(cut_x), area.bottom), "line dashed")
        canvas.line((area.left, y.at(cut_y)), (area.right, y.at(cut_y)), "line dashed")
    canvas.text(area.right, area.bottom + 34, f"{across.name} →", room=200, size=SMALL, anchor="end", bold=True)
    canvas.text(MARGIN, area.bottom + 34, f"↑ {up.name}", room=140, size=SMALL, bold=True)
    taken = [*_corners(frame, quadrants, area)]
    placed = (Labelled(x.at(point.x), y.at(point.y), point.name) for point in points)
    lines = [Area(x.at(cut_x), area.top, x.at(cut_x), area.bottom) for cut_x, _ in quadrants.cuts]
    unnamed = draw_spots(canvas, spots_of(placed), area, "blue", taken=taken, avoided=lines)
    frame.y = area.bottom + _BELOW
    return unnamed


def _corners(frame: Frame, quadrants: Quadrants, area: Area) -> Iterable[Area]:
    """Write the names of the quadrants into the corners; where they are."""
    room = (area.right - area.left) / 2 - 16
    for name, left, top in (
        (quadrants.upper_left, True, True),
        (quadrants.upper_right, False, True),
        (quadrants.lower_left, True, False),
        (quadrants.lower_right, False, False),
    ):
        base = area.top + 15 if top else area.bottom - 6
        at = area.left + 6 if left else area.right - 6
        anchor = "start" if left else "end"
        frame.canvas.text(at, base, name, room=room, size=SMALL, anchor=anchor, bold=True, muted=True)  # type: ignore[arg-type]
        wide = min(room, text_width(name, SMALL, bold=True))
        begin = at if left else at - wide
        yield Area(begin - 3, base - SMALL - 3, begin + wide + 3, base + 5)
