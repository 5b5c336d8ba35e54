"""How wide a text is in a picture, estimated without a font, and texts that are cut to fit."""

import unicodedata
from itertools import accumulate

from productgov.wording import one_line

__all__ = ["fitted", "text_width", "wrapped"]

_WIDTHS = {
    0.29: "'ijlI",
    0.36: " ,./:;\\|f-·",
    0.41: "()[]t!r",
    0.5: '"*J`sz',
    0.58: "c–?L_kvxy",
    0.65: "FTaoebdghnpqu0123456789${}",
    0.7: "EKPSYAVBXZ",
    0.79: "CRUHNDGOQ&",
    0.86: "w#+<=>^~M",
    1.02: "%mW…→@",
}
_WIDTH_OF = {character: width for width, characters in _WIDTHS.items() for character in characters}
_BOLD = 1.13
_OTHER, _WIDE = 1.1, 1.25


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """How wide a text is at most: the widths are those of the wider of the fonts that browsers take for sans-serif.

    Args:
        text: the text.
        size: the size of the font.
        bold: whether it is bold.
    """
    return sum(map(_width, text)) * size * (_BOLD if bold else 1)


def fitted(text: str, room: float, size: float, *, bold: bool = False) -> str:
    """A text on one line that is at most `room` wide; the end of a longer one is replaced by an ellipsis."""
    line = one_line(text)
    scale = size * (_BOLD if bold else 1)
    widths = [*accumulate(_width(character) * scale for character in line)]
    if not widths or widths[-1] <= room:
        return line
    kept = sum(width <= room - _width("…") * scale for width in widths)
    return f"{line[:kept].rstrip()}…"


def wrapped(text: str, room: float, size: float, most: int) -> tuple[str, ...]:
    """A text in at most so many lines, each at most `room` wide; what does not fit is replaced by an ellipsis."""
    words = one_line(text).split()
    lines: list[str] = []
    while words and len(lines) < most - 1:
        line = words.pop(0)
        while words and text_width(f"{line} {words[0]}", size) <= room:
            line = f"{line} {words.pop(0)}"
        lines.append(fitted(line, room, size))
    if words:
        lines.append(fitted(" ".join(words), room, size))
    return tuple(lines)


def _width(character: str) -> float:
    known = _WIDTH_OF.get(character)
    if known is not None:
        return known
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return _WIDE if unicodedata.east_asian_width(character) in ("W", "F") else _OTHER
