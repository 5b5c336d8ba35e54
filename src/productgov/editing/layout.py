"""The lines of a text, and the ways between them that edits take."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

__all__ = ["Layout"]

_BREAK = re.compile("\n")
_BLANK_LINE = re.compile(r"\n[ \t]*\r?\n")


class Layout:
    """The lines of one text, which end in LF or CR LF."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts = [0, *(found.end() for found in _BREAK.finditer(text))]

    def line(self, offset: int) -> int:
        """Where the line begins that a character is on."""
        return self._starts[bisect_right(self._starts, offset) - 1]

    def column(self, offset: int) -> int:
        """How many characters are before a character on its line."""
        return offset - self.line(offset)

    def indent(self, offset: int) -> int:
        """How many blanks the line begins with that a character is on."""
        start = self.line(offset)
        end = self.end(offset)
        return end - start - len(self.text[start:end].lstrip(" "))

    def end(self, offset: int) -> int:
        """Where the line ends that a character is on, before its line break."""
        index = bisect_right(self._starts, offset)
        if index == len(self._starts):
            return len(self.text)
        return self._before(self._starts[index])

    def next_line(self, offset: int) -> int:
        """Where the next line begins; the end of the text when there is none."""
        index = bisect_right(self._starts, offset)
        return len(self.text) if index == len(self._starts) else self._starts[index]

    def without_lines(self, ranges: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int, str]]:
        """What to replace, and by what, to remove lines, each range from the start of a line to the end of one.

        None begins with the first line of the text.

        A range goes with the line break before it, so that what is added after the line before it comes before the
        line break that is left; where that is of another kind, it is replaced by the one before the range.
        """
        runs: list[tuple[int, int]] = []
        for start, end in ranges:
            if runs and self.next_line(runs[-1][1]) == start:
                runs[-1] = runs[-1][0], end
            else:
                runs.append((start, end))
        for start, end in runs:
            before, after = self.previous_end(start), self.next_line(end)
            yield before, end, ""
            left, line_break = self.text[end:after], self.text[before:start]
            if left and left != line_break:
                yield end, after, line_break

    def previous_end(self, line: int) -> int:
        """Where the line before the one that begins here ends; 0 when there is none."""
        return self._before(line) if line else 0

    def line_break(self, offset: int) -> str:
        """The line break of the line that a character is on, or of the one before when it has none."""
        text = self.text
        end = self.end(offset)
        after = text[end : end + 2]
        if not after:
            start = self.line(offset)
            after = text[self.previous_end(start) : start]
        return "\r\n" if after == "\r\n" else "\n"

    def is_blank(self, start: int, end: int) -> bool:
        """Whether there is only white space between two places."""
        return not self.text[start:end].strip()

    def has_blank_line(self, start: int, end: int) -> bool:
        """Whether there is a blank line between the ends of two lines."""
        return _BLANK_LINE.search(self.text, start, end) is not None

    def begins_line(self, offset: int) -> bool:
        """Whether a character is the first on its line that is not white space."""
        return self.is_blank(self.line(offset), offset)

    def comments_above(self, line: int, column: int | None, *, after: int) -> int:
        """Where the comment lines directly above a line begin, no further up than `after`.

        Args:
            line: where the line begins.
            column: the column in which the comments begin; None for any.
            after: where the lines end that may not be looked at.
        """
        while line > after and (above := self.line(line - 1)) >= after:
            written = self.text[above : self._before(line)]
            stripped = written.lstrip(" \t")
            if not stripped.startswith("#") or (column is not None and len(written) - len(stripped) != column):
                break
            line = above
        return line

    def comments_below(self, offset: int, column: int) -> int:
        """Where the comment lines directly below a place end that begin in a column after this one."""
        end = self.end(offset)
        while True:
            line = self.next_line(end)
            written = self.text[line : self.end(line)]
            stripped = written.lstrip(" ")
            if not stripped.startswith("#") or len(written) - len(stripped) <= column:
                return end
            end = self.end(line)

    def _before(self, start: int) -> int:
        return start - (2 if self.text[start - 2 : start] == "\r\n" else 1)
