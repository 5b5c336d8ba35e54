"""Points in a plane with labels: each label stands where nothing else does, or is left out and counted."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import attrs

from productgov.views.svg.canvas import SMALL, Canvas, Point
from productgov.views.svg.text import fitted, text_width

__all__ = ["Area", "Labelled", "Spot", "draw_spots", "spots_of"]

_RADIUS = 5
_HEIGHT = SMALL + 3
_LONGEST = 170
_SHORTEST = 60
_CELLS = (3, 8, 16, 32)
_MOST_SPOTS, _MOST_LABELS, _MOST_NAMES = 400, 80, 8


class Labelled(NamedTuple):
    """A thing with its coordinates and a name."""

    x: float
    y: float
    name: str


@attrs.frozen
class Spot:
    """A place at which there are one or more things.

    Attributes:
        at: the place.
        names: their names.
    """

    at: Point
    names: tuple[str, ...]

    def label(self, room: float) -> str:
        """The name of the first, cut to the room, and how many more there are."""
        more = f" (+{len(self.names) - 1})" if self.names[1:] else ""
        return f"{fitted(self.names[0], room - text_width(more, SMALL), SMALL)}{more}"


class Area(NamedTuple):
    """A rectangle by its left, upper, right and lower edge."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Area") -> bool:
        """Whether the two have a point in common."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


def spots_of(things: Iterable[Labelled]) -> tuple[Spot, ...]:
    """The things by their places; those near each other share a spot, within a few pixels or, of many, within more."""
    given = tuple(things)
    found: dict[tuple[int, int], list[Labelled]] = {}
    for size in _CELLS:
        found = {}
        for thing in given:
            found.setdefault((round(thing.x / size), round(thing.y / size)), []).append(thing)
        if len(found) <= _MOST_SPOTS:
            break
    return tuple(Spot((group[0].x, group[0].y), tuple(each.name for each in group)) for group in found.values())


def draw_spots(
    canvas: Canvas,
    spots: Sequence[Spot],
    area: Area,
    kind: str,
    taken: Iterable[Area] = (),
    avoided: Iterable[Area] = (),
) -> int:
    """Draw the spots and as many labels as have room; how many things have no label of their own.

    Args:
        canvas: what to draw on.
        spots: the spots, the most important first.
        area: where labels may be.
        kind: the class of the circles.
        taken: where they may not be, in addition to the circles.
        avoided: where they are only if there is no room elsewhere.
    """
    lines = tuple(avoided)
    used = [*taken, *(_around(spot.at) for spot in spots)]
    labels = 0
    for number, spot in enumerate(spots):
        canvas.circle(spot.at, _RADIUS, kind, hint="; ".join(spot.names[:_MOST_NAMES]))
        if number < _MOST_LABELS:
            labels += _label(canvas, spot, area, used, lines) or _label(canvas, spot, area, used, ())
    return sum(len(spot.names) for spot in spots) - labels


def _label(canvas: Canvas, spot: Spot, area: Area, used: list[Area], avoided: Sequence[Area]) -> bool:
    """Write the label of a spot to the right, the left, above or below it, the longest that has room."""
    x, y = spot.at
    for longest in (_LONGEST, 110, _SHORTEST):
        text = spot.label(longest)
        wide = text_width(text, SMALL)
        for left, base in (
            (x + _RADIUS + 4, y + 4),
            (x - _RADIUS - 4 - wide, y + 4),
            (x - wide / 2, y - _RADIUS - 5),
            (x - wide / 2, y + _RADIUS + SMALL),
        ):
            box = Area(left, base - SMALL, left + wide, base - SMALL + _HEIGHT)
            if _inside(box, area) and not any(box.meets(other) for other in (*used, *avoided)):
                canvas.text(left, base, text, room=longest, size=SMALL)
                used.append(box)
                return True
    return False


def _around(at: Point) -> Area:
    return Area(at[0] - _RADIUS - 1, at[1] - _RADIUS - 1, at[0] + _RADIUS + 1, at[1] + _RADIUS + 1)


def _inside(box: Area, area: Area) -> bool:
    return box.left >= area.left and box.right <= area.right and box.top >= area.top and box.bottom <= area.bottom
