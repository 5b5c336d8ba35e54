"""A graph as boxes in columns, with arrows between them."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from productgov.views.svg.canvas import SMALL, Canvas, Point
from productgov.views.svg.text import wrapped

__all__ = ["LEAST_COLUMN", "Arrow", "Box", "draw_network"]

LEAST_COLUMN = 130
"""How wide a column of boxes is at least, with the gap to the next."""

_GAP, _LEAST_GAP, _WIDEST = 46, 34, 200
_LINE, _PADDING, _BETWEEN = 14, 7, 12
_HEAD = 6


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
    layers: Sequence[Sequence[str]],
    boxes: Mapping[str, Box],
    arrows: Iterable[Arrow],
    *,
    left: float,
    top: float,
    right: float,
) -> float:
    """Draw the layers as columns from left to right; where it ends below.

    Args:
        canvas: what to draw on.
        layers: the nodes of each column.
        boxes: each node.
        arrows: the edges; those within a column are drawn at its left side.
        left: the left edge.
        top: the upper edge.
        right: the right edge.
    """
    column = (right - left) / max(1, len(layers))
    gap = min(_GAP, max(_LEAST_GAP, column * 0.25))
    wide = min(_WIDEST, column - gap)
    tall = {
        node: _LINE * (len(wrapped(box.title, wide - 2 * _PADDING, SMALL, 2)) + bool(box.detail)) + 2 * _PADDING - 2
        for node, box in boxes.items()
    }
    heights = [sum(tall[node] + _BETWEEN for node in layer) for layer in layers]
    bottom = top + max(heights, default=0)
    places: dict[str, Point] = {}
    step = (right - left - wide) / (len(layers) - 1) if len(layers) > 1 else 0
    for number, (layer, height) in enumerate(zip(layers, heights, strict=True)):
        y = top + (bottom - top - height) / 2
        for node in layer:
            places[node] = (left + number * min(step, wide + 3 * _GAP), y)
            y += tall[node] + _BETWEEN
    for arrow in arrows:
        _draw_arrow(canvas, arrow, places, tall, wide)
    for node, (x, y) in places.items():
        _draw_box(canvas, boxes[node], (x, y), (wide, tall[node]))
    return bottom


def _draw_arrow(
    canvas: Canvas, arrow: Arrow, places: Mapping[str, Point], tall: Mapping[str, float], wide: float
) -> None:
    (x1, y1), (x2, y2) = places[arrow.source], places[arrow.target]
    y1, y2 = y1 + tall[arrow.source] / 2, y2 + tall[arrow.target] / 2
    head = 0 if arrow.plain else _HEAD
    if x1 < x2:
        start, end = (x1 + wide, y1), (x2 - head, y2)
        canvas.curve(start, end, arrow.kind, bend=((end[0] - start[0]) / 2, 0))
        pointing = 1
    elif x1 > x2:
        start, end = (x1, y1), (x2 + wide + head, y2)
        canvas.curve(start, end, arrow.kind, bend=((end[0] - start[0]) / 2, 0))
        pointing = -1
    else:
        start, end = (x1, y1), (x2 - head, y2)
        canvas.bow(start, end, arrow.kind, by=-(_LEAST_GAP - 14))
        pointing = 1
    if not arrow.plain:
        tip = end[0] + pointing * head
        canvas.polygon(((tip, end[1]), (end[0], end[1] - 4), (end[0], end[1] + 4)), "ink head")


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
