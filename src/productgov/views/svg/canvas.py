"""A canvas: shapes and texts of a picture, escaped, and the SVG document that holds them.

Nothing has an id, so that any number of pictures can stand on one page.
"""

import re
from collections.abc import Iterable, Sequence
from html import escape
from typing import Literal, TypeAlias

from productgov.views.layout import width
from productgov.views.svg.style import STYLE
from productgov.views.svg.text import fitted
from productgov.wording import one_line

__all__ = ["SIZE", "SMALL", "Anchor", "Canvas", "Point"]

SIZE, SMALL = 12, 11
"""The sizes of texts."""

Anchor: TypeAlias = Literal["start", "middle", "end"]
"""Which point of a text its x is."""

Point: TypeAlias = tuple[float, float]
"""A place on the canvas, from its upper left corner."""


class Canvas:
    """What is drawn, in the order in which it is drawn; later shapes are above earlier ones."""

    def __init__(self, width: float) -> None:
        self.width: float = width
        self._parts: list[str] = []

    def text(  # noqa: PLR0913 - the text, its place, and how it looks
        self,
        x: float,
        y: float,
        text: str,
        *,
        room: float,
        size: float = SIZE,
        anchor: Anchor = "start",
        bold: bool = False,
        muted: bool = False,
    ) -> None:
        """A text on one line, cut where it is wider than its room.

        Args:
            x: its start, middle or end.
            y: its base line.
            text: the text; where it is cut, the whole is shown when the pointer rests on it.
            room: how wide it may be.
            size: the size of the font.
            anchor: what x is.
            bold: whether it is bold.
            muted: whether it is less important.
        """
        shown = fitted(text, room, size, bold=bold)
        whole = one_line(text)
        hint = f"<title>{escape(whole)}</title>" if shown != whole else ""
        given = {
            "class": "muted" if muted else None,
            "text-anchor": None if anchor == "start" else anchor,
            "font-weight": "600" if bold else None,
        }
        self._parts.append(f"<text{_attributes(x=x, y=y, font_size=size, **given)}>{escape(shown)}{hint}</text>")

    def columns(self, x: float, y: float, text: str, *, column: float, size: float) -> None:
        """A line of a terminal, every character of which takes one column or two.

        Args:
            x: where it begins.
            y: its base line.
            text: the line.
            column: how wide a column is.
            size: the size of the font.
        """
        for word in re.finditer(r"\S+(?: \S+)*", text):
            begin, wide = x + column * width(text[: word.start()]), column * width(word[0])
            given = _attributes(x=begin, y=y, font_size=size, textLength=wide, lengthAdjust="spacingAndGlyphs")
            self._parts.append(f'<text class="code"{given}>{escape(word[0])}</text>')

    def line(self, start: Point, end: Point, kind: str = "line", *, width: float = 1) -> None:
        """A straight line of a class of the style."""
        self._shape(
            "line", {"class": kind, "stroke-width": width}, x1=start[0], y1=start[1], x2=end[0], y2=end[1], hint=""
        )

    def rect(self, corner: Point, size: Point, kind: str, *, radius: float = 0, hint: str = "") -> None:
        """A rectangle by its upper left corner; the hint is shown when the pointer rests on it."""
        given = {"class": kind, "rx": radius or None}
        self._shape("rect", given, x=corner[0], y=corner[1], width=size[0], height=size[1], hint=hint)

    def circle(self, centre: Point, radius: float, kind: str, *, hint: str = "") -> None:
        """A circle."""
        self._shape("circle", {"class": kind}, cx=centre[0], cy=centre[1], r=radius, hint=hint)

    def polygon(self, points: Iterable[Point], kind: str, *, hint: str = "") -> None:
        """A closed shape."""
        self._shape("polygon", {"class": kind, "points": _points(points)}, hint=hint)

    def path(self, points: Sequence[Point], kind: str, *, width: float = 1.5) -> None:
        """A line through points."""
        self._shape("polyline", {"class": kind, "points": _points(points), "stroke-width": width}, hint="")

    def curve(self, start: Point, end: Point, kind: str, *, bend: Point) -> None:
        """A curve from one point to another that leaves and arrives along a direction."""
        (x1, y1), (x2, y2), (dx, dy) = start, end, bend
        steps = f"M{_n(x1)} {_n(y1)}C{_n(x1 + dx)} {_n(y1 + dy)} {_n(x2 - dx)} {_n(y2 - dy)} {_n(x2)} {_n(y2)}"
        self._shape("path", {"class": kind, "d": steps}, hint="")

    def bow(self, start: Point, end: Point, kind: str, *, by: float) -> None:
        """A curve between two points above each other, which bends to one side."""
        (x1, y1), (x2, y2) = start, end
        steps = f"M{_n(x1)} {_n(y1)}C{_n(x1 + by)} {_n(y1)} {_n(x2 + by)} {_n(y2)} {_n(x2)} {_n(y2)}"
        self._shape("path", {"class": kind, "d": steps}, hint="")

    def svg(self, height: float, title: str, description: str) -> str:
        """The document.

        Args:
            height: the height of the canvas.
            title: what the picture shows.
            description: what is to be seen in it.
        """
        size = f'viewBox="0 0 {_n(self.width)} {_n(height)}" width="{_n(self.width)}" height="{_n(height)}"'
        name, said = escape(one_line(title)), escape(one_line(description))
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" class="pg" role="img" aria-label="{name}" {size} '
            f'style="max-width:100%;height:auto"><title>{name}</title><desc>{said}</desc>'
            f"<style>{STYLE}</style>{''.join(self._parts)}</svg>"
        )

    def _shape(self, tag: str, given: dict[str, str | float | None], *, hint: str, **places: float) -> None:
        inside = f"<title>{escape(one_line(hint))}</title>" if hint else ""
        self._parts.append(f"<{tag}{_attributes(**places, **given)}>{inside}</{tag}>")


def _attributes(**given: str | float | None) -> str:
    return "".join(
        f' {name.replace("_", "-")}="{value if isinstance(value, str) else _n(value)}"'
        for name, value in given.items()
        if value is not None
    )


def _points(points: Iterable[Point]) -> str:
    return " ".join(f"{_n(x)},{_n(y)}" for x, y in points)


def _n(number: float) -> str:
    """A number as short as it can be at a hundredth of a pixel."""
    return f"{number:.2f}".rstrip("0").rstrip(".")
