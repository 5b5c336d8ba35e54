"""Plain text in columns: widths as a terminal shows them, wrapped words, cells next to each other."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from productgov.wording import one_line

__all__ = ["WIDTH", "cut", "fitted", "hanging", "heading", "joined", "packed", "pad", "side_by_side", "width", "wrap"]

WIDTH = 80
"""The least width of a view, and the width where none is given."""
_INDENT = 4


def width(text: str) -> int:
    """The number of columns that a text takes on a terminal."""
    return len(text) if text.isascii() else sum(_columns(character) for character in text)


def cut(text: str, columns: int) -> str:
    """A text of at most `columns` columns; the end of a longer one is replaced by an ellipsis."""
    if width(text) <= columns:
        return text
    kept = _head(text, columns - 1)
    return f"{kept}…"


def pad(text: str, columns: int) -> str:
    """A text padded with blanks to `columns` columns."""
    return text + " " * (columns - width(text))


def wrap(text: str, columns: int, *, indent: str = "") -> list[str]:
    """A text as lines of at most `columns` columns; words are broken only where they are longer than a line.

    Args:
        text: the text.
        columns: the width of the lines.
        indent: what every line but the first begins with.
    """
    margin = width(indent)
    lines: list[str] = []
    words: list[str] = []
    used = 0
    for word in one_line(text).split():
        size = width(word)
        if words and used + 1 + size <= columns:
            words.append(word)
            used += 1 + size
            continue
        if words:
            lines.append(" ".join(words))
        *full, last = _pieces(word, columns - (margin if lines else 0), columns - margin)
        lines.extend(full)
        words, used = [last], width(last) + (margin if lines else 0)
    if words:
        lines.append(" ".join(words))
    return [f"{indent if number else ''}{line}" for number, line in enumerate(lines)]


def hanging(head: str, text: str, columns: int = WIDTH) -> list[str]:
    """A text after a head; its further lines are indented to the end of the head, or by little where it is long.

    So they are, too, where a word would not fit beside the head.
    """
    indent = width(head)
    if indent <= columns // 3 and all(width(word) <= columns - indent for word in text.split()):
        return [f"{' ' * indent if number else head}{line}" for number, line in enumerate(wrap(text, columns - indent))]
    start = " " * (len(head) - len(head.lstrip()))
    return fitted(f"{start}{one_line(head)} {one_line(text)}", columns)


def fitted(line: str, columns: int) -> list[str]:
    """A line as it is where it fits, else wrapped; its further lines are indented a little more than it is."""
    if width(line) <= columns:
        return [line]
    start = " " * (len(line) - len(line.lstrip()))
    first, *rest = wrap(line, columns - len(start), indent=" " * _INDENT)
    return [f"{start}{each}" for each in (first, *rest)]


def side_by_side(cells: Sequence[Sequence[str]], columns: int, *, between: str = " │ ") -> list[str]:
    """Cells of lines next to each other, each `columns` columns wide."""
    height = max((len(cell) for cell in cells), default=0)
    rows = ([cell[row] if row < len(cell) else "" for cell in cells] for row in range(height))
    return [between.join(pad(text, columns) for text in row).rstrip() for row in rows]


def joined(parts: Iterable[str]) -> str:
    """The parts that are not empty, with a middle dot between them."""
    return " · ".join(part for part in parts if part)


def packed(parts: Iterable[str], columns: int) -> list[str]:
    """The parts that are not empty with middle dots between them, as many on a line as fit."""
    lines: list[str] = []
    line = ""
    for part in map(one_line, parts):
        longer = joined((line, part))
        if line and width(longer) > columns:
            lines.extend(wrap(line, columns))
            longer = part
        line = longer
    return [*lines, *wrap(line, columns)]


def heading(text: str, columns: int = WIDTH, *, rule: str = "─") -> tuple[str, ...]:
    """A heading, and a line under it."""
    return (*wrap(text, columns), rule * columns)


def _pieces(word: str, first: int, others: int) -> Iterator[str]:
    """A word in pieces that fit into lines of some columns; one piece where it fits."""
    start = used = 0
    room = first
    for at, character in enumerate(word):
        size = _columns(character)
        if used + size > room and at > start:
            yield word[start:at]
            start, used, room = at, 0, others
        used += size
    yield word[start:]


def _head(text: str, columns: int) -> str:
    """The longest beginning of a text that fits into `columns` columns."""
    return text[: sum(used <= columns for used in accumulate(map(_columns, text)))]


def _columns(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1
