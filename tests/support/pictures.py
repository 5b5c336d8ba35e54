"""What is in a picture: its texts with the boxes that they fill, and whether any two of them overlap."""

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple
from xml.etree import ElementTree as ET

from productgov.views.svg.text import text_width

__all__ = ["TextBox", "outside", "overlapping", "text_boxes", "texts_of"]

SVG = "{http://www.w3.org/2000/svg}"


class TextBox(NamedTuple):
    """A text and the rectangle that it fills."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


def texts_of(svg: str) -> list[str]:
    """The texts of a picture, without hints."""
    return [box.text for box in text_boxes(svg)]


def text_boxes(svg: str) -> Iterator[TextBox]:
    """The texts of a picture with their boxes, as wide as they are at most."""
    for element in ET.fromstring(svg).iter(f"{SVG}text"):
        size = float(element.attrib["font-size"])
        text = element.text or ""
        wide = text_width(text, size, bold="font-weight" in element.attrib)
        x, base = float(element.attrib["x"]), float(element.attrib["y"])
        left = x - wide * {"start": 0, "middle": 0.5, "end": 1}[element.attrib.get("text-anchor", "start")]
        yield TextBox(text, left, base - 0.72 * size, left + wide, base + 0.2 * size)


def overlapping(svg: str) -> list[tuple[str, str]]:
    """The pairs of texts that overlap."""
    return [(one.text, other.text) for one, other in combinations(text_boxes(svg), 2) if _meet(one, other)]


def outside(svg: str) -> list[str]:
    """The texts that reach beyond the picture."""
    _, _, width, height = map(float, ET.fromstring(svg).attrib["viewBox"].split())
    return [
        box.text
        for box in text_boxes(svg)
        if box.left < 0 or box.top < 0 or box.right > width + 0.1 or box.bottom > height
    ]


def _meet(one: TextBox, other: TextBox) -> bool:
    if not one.text.strip() or not other.text.strip():
        return False
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    return across > 0.1 and down > 0.1
