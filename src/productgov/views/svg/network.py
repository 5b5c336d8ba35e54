"""A graph as boxes in columns, with arrows between them."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from productgov.views.svg.canvas import SMALL, Canvas, Point
from productgov.views.svg.layers import routed
from productgov.views.svg.text import wrapped

__all__ = ["LEAST_COLUMN", "Arrow", "Box", "draw_network"]

LEAST_COLUMN = 130
"""How wide a column of boxes is at least, with the gap to the next."""

_GAP, _LEAST_GAP, _WIDEST = 46, 34, 200
_LINE, _PADDING, _BETWEEN = 14, 7, 12
_HEAD, _BOW = 6, 20


class Box(NamedTuple):
    """A node: what it says, on up to two lines, what else, on a line below, and its class."""

    title: str
    detail: str
    kind: str


class Arrow(NamedTuple):
    """An edge from a node to another, and its class; plain ones have no head."""

    source: str
    target: str
    kind: str
    plain: bool = False


def draw_network(
    canvas: Canvas,
    layers: Iterable[Sequence[str]],
    boxes: Mapping[str, Box],
    arrows: Sequence[Arrow],
    *,
    corner: Point,
    right: float,
) -> float:
    """Draw the layers as columns from left to right; where it ends below.

    Args:
        canvas: what to draw on.
        layers: the nodes of each column.
        boxes: each node.
        arrows: the edges; those within a column are drawn at its left side.
        corner: the upper left corner.
        right: the right edge.
    """
    drawn = routed(layers, ((arrow.source, arrow.target) for arrow in arrows))
    left, top = corner
    columns = len(drawn.layers)
    column = (right - left) / max(1, columns)
    wide = min(_WIDEST, column - min(_GAP, max(_LEAST_GAP, column * 0.25)))
    step = min((right - left - wide) / max(1, columns - 1), wide + 3 * _GAP)
    tall = {node: _height(boxes[node], wide) for node in boxes}
    heights = [sum(tall.get(node, _LINE) + _BETWEEN for node in layer) for layer in drawn.layers]
    bottom = top + max(heights, default=0)
    places: dict[str, Point] = {}
    for number, (layer, height) in enumerate(zip(drawn.layers, heights, strict=True)):
        y = top + (bottom - top - height) / 2
        for node in layer:
            places[node] = (left + number * step, y + tall.get(node, _LINE) / 2)
            y += tall.get(node, _LINE) + _BETWEEN
    for arrow in arrows:
        route = drawn.routes[arrow.source, arrow.target]
        _draw_arrow(canvas, arrow, [places[node] for node in route], wide, backwards=route[0] != arrow.source)
    for node, box in boxes.items():
        x, y = places[node]
        _draw_box(canvas, box, (x, y - tall[node] / 2), (wide, tall[node]))
    return bottom


def _height(box: Box, wide: float) -> float:
    lines = len(wrapped(box.title, wide - 2 * _PADDING, SMALL, 2)) + bool(box.detail)
    return _LINE * lines + 2 * _PADDING - 2


def _draw_arrow(canvas: Canvas, arrow: Arrow, route: Sequence[Point], wide: float, *, backwards: bool) -> None:
    """An arrow through the middles of a box, of waypoints and of another box; each point is the left end of a place."""
    (x1, y1), (x2, y2) = route[0], route[-1]
    if x1 == x2:
        start, end = ((x1, y2), (x2, y1)) if backwards else ((x1, y1), (x2, y2))
        canvas.bow(start, (end[0] - _HEAD, end[1]), arrow.kind, by=-_BOW)
        _draw_head(canvas, arrow, end, 1)
        return
    head = 0 if arrow.plain else _HEAD
    stops = [(x1 + wide + head * backwards, y1), *(stop for x, y in route[1:-1] for stop in ((x, y), (x + wide, y)))]
    stops.append((x2 - head * (not backwards), y2))
    for number in range(0, len(stops), 2):
        start, end = stops[number], stops[number + 1]
        canvas.curve(start, end, arrow.kind, bend=((end[0] - start[0]) / 2, 0))
        if number:
            canvas.line(stops[number - 1], start, arrow.kind)
    _draw_head(canvas, arrow, (x1 + wide, y1) if backwards else (x2, y2), -1 if backwards else 1)


def _draw_head(canvas: Canvas, arrow: Arrow, tip: Point, pointing: int) -> None:
    if not arrow.plain:
        back = tip[0] - pointing * _HEAD
        canvas.polygon((tip, (back, tip[1] - 4), (back, tip[1] + 4)), "ink head")


def _draw_box(canvas: Canvas, box: Box, corner: Point, size: Point) -> None:
    (x, y), (wide, _) = corner, size
    canvas.rect(corner, size, box.kind, radius=4, hint=f"{box.title}. {box.detail}".rstrip(". "))
    room = wide - 2 * _PADDING
    base = y + _PADDING + SMALL - 2
    for line in wrapped(box.title, room, SMALL, 2):
        canvas.text(x + _PADDING, base, line, room=room, size=SMALL)
        base += _LINE
    if box.detail:
        canvas.text(x + _PADDING, base, box.detail, room=room, size=SMALL, muted=True)
