"""Plain text in columns: widths as a terminal shows them, words wrapped, cells side by side."""

import unicodedata
from collections.abc import Iterable, Sequence
from itertools import accumulate

from productgov.wording import one_line

__all__ = ["cut", "joined", "pad", "side_by_side", "width", "wrap"]


def width(text: str) -> int:
    """How many columns a terminal needs for a text."""
    return sum(_columns(character) for character in text)


def cut(text: str, columns: int) -> str:
    """A text that fits into so many columns, its end replaced by an ellipsis where it is longer."""
    if width(text) <= columns:
        return text
    kept = _head(text, columns - 1)
    return f"{kept}…"


def pad(text: str, columns: int) -> str:
    """A text filled with blanks to so many columns."""
    return text + " " * (columns - width(text))


def wrap(text: str, columns: int, *, indent: str = "") -> list[str]:
    """A text broken at blanks, and within words where there is no other way; further lines are indented."""
    lines: list[str] = []
    line = ""
    for word in one_line(text).split():
        joined = f"{line} {word}" if line.strip() else f"{line}{word}"
        if width(joined) <= columns:
            line = joined
            continue
        if line.strip():
            lines.append(line)
        line = f"{indent if lines else ''}{word}"
        while width(line) > columns:
            head = _head(line, columns)
            lines.append(head)
            line = indent + line[len(head) :]
    return [*lines, line] if line.strip() else lines


def side_by_side(cells: Sequence[Sequence[str]], columns: int, *, between: str = " │ ") -> list[str]:
    """Columns of lines, each so many columns wide, put next to each other."""
    height = max((len(cell) for cell in cells), default=0)
    rows = ([cell[row] if row < len(cell) else "" for cell in cells] for row in range(height))
    return [between.join(pad(text, columns) for text in row).rstrip() for row in rows]


def _head(text: str, columns: int) -> str:
    """As much of a text as fits into so many columns."""
    return text[: sum(used <= columns for used in accumulate(map(_columns, text)))]


def _columns(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def joined(parts: Iterable[str]) -> str:
    """The parts that are not empty, with a middle dot between them."""
    return " · ".join(part for part in parts if part)
