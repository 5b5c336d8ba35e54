"""Offsets of characters to lines and columns, and back."""

import re
from array import array
from bisect import bisect_right

from productgov.findings import Location

__all__ = ["Lines"]

_BREAK = re.compile(r"\r\n?|\n")


class Lines:
    """The lines of one text, split as editors split them: at LF, CR LF, and CR alone."""

    def __init__(self, text: str) -> None:
        self._length = len(text)
        self._starts = array("Q", (0,))
        self._starts.extend(found.end() for found in _BREAK.finditer(text))

    def at(self, offset: int) -> Location:
        """The place of a character, both numbers from 1, the column in characters."""
        line = bisect_right(self._starts, offset)
        return Location(line=line, column=offset - self._starts[line - 1] + 1)

    def start(self, offset: int) -> int:
        """The offset at which the line of a character begins."""
        return self._starts[bisect_right(self._starts, offset) - 1]

    def offset(self, location: Location) -> int:
        """The offset of the character at a place; beyond the text, -1 before its first line and the end of all else."""
        if location.line < 1:
            return -1
        if location.line > len(self._starts):
            return self._length
        return self._starts[location.line - 1] + location.column - 1
