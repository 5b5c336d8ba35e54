"""The items of one list, and the parts of one bracket: which lines, comments and commas belong to each."""

import re
from functools import cached_property

from productgov.editing.layout import Layout
from productgov.editing.nodes import Mapping, Node, Sequence

__all__ = ["BracketParts", "ListItems", "NotEditableError", "after_colon"]

_COMMA_OR_COMMENT = re.compile(r",|#[^\n]*")
_COLON = re.compile(r"\s*:")


class NotEditableError(Exception):
    """Raised where a value is written in a way that small edits do not handle: it is rewritten then."""


class ListItems:
    """The items of a list with dashes: each has its lines, and the comment lines directly above it.

    Attributes:
        column: the column of the dashes.
        dashes: the offset of each dash.
        starts: where the first line of each item begins.
        ends: where the last line of each item ends, before its line break.
    """

    def __init__(self, layout: Layout, node: Sequence) -> None:
        self.layout = layout
        self.column: int = layout.column(node.start)
        self.dashes: list[int] = [
            node.start,
            *(self._dash(one, two) for one, two in zip(node.items, node.items[1:], strict=False)),
        ]
        self.starts: list[int] = []
        self.ends: list[int] = []
        for dash, item in zip(self.dashes, node.items, strict=True):
            after = layout.next_line(self.ends[-1]) if self.ends else 0
            self.starts.append(layout.comments_above(layout.line(dash), self.column, after=after))
            self.ends.append(layout.comments_below(max(item.end, dash), self.column))
        self._own_lines = layout.begins_line(node.start)

    def must_have_own_lines(self) -> None:
        """Check that the first item does not share its line with a dash around the list.

        Raises:
            NotEditableError: when it does.
        """
        if not self._own_lines:
            raise NotEditableError

    def lines(self, index: int) -> int:
        """How many lines an item has."""
        return 1 + self.layout.text.count("\n", self.starts[index], self.ends[index])

    @cached_property
    def spaced(self) -> bool | None:
        """Whether there is a blank line between items; None when there is only one item."""
        if len(self.starts) < 2:
            return None
        gaps = zip(self.ends, self.starts[1:], strict=False)
        return 2 * sum(self.layout.has_blank_line(end, start) for end, start in gaps) >= len(self.starts) - 1

    def without(self, index: int) -> tuple[int, int]:
        """Where the lines begin and end that go with an item: its own, and the blank ones that separate it."""
        layout = self.layout
        start, end = self.starts[index], self.ends[index]
        above = start
        while index and (line := layout.line(above - 1)) > self.ends[index - 1] and layout.is_blank(line, above):
            above = line
        below = end
        is_last = index + 1 == len(self.starts)
        while not is_last and layout.is_blank(line := layout.next_line(below), end_of_line := layout.end(line)):
            below = end_of_line
        if above < start and (below > end or is_last):
            return above, end
        return start, end if index else below

    def comments_between(self) -> list[str]:
        """The comment lines between items that belong to none of them, without their indentation."""
        gaps = zip(self.ends, self.starts[1:], strict=False)
        lines = [line.strip() for end, start in gaps for line in self.layout.text[end:start].split("\n")]
        return [line for line in lines if line]

    def _dash(self, before: Node, item: Node) -> int:
        """Where the dash of an item is: on its line, or on a line above it."""
        layout = self.layout
        line = layout.line(item.start)
        while line > before.end and not self._begins_with_dash(line):
            line = layout.line(line - 1)
        return line + self.column

    def _begins_with_dash(self, line: int) -> bool:
        dash = line + self.column
        return self.layout.text[dash : dash + 1] == "-" and self.layout.is_blank(line, dash)


class BracketParts:
    """The parts of a bracket: the items of a list, or the fields of an object; each has its comma.

    Where each part has lines of its own, the comment lines directly above it and the comment behind it are its own.

    Attributes:
        starts: where each part begins.
        ends: where each part ends, before its comma.
        commas: the offset of the comma after each part; None where there is none.
        in_lines: whether each part has lines of its own.
    """

    def __init__(self, layout: Layout, node: Sequence | Mapping) -> None:
        if layout.text[node.start] not in "[{":
            raise NotEditableError
        self.layout = layout
        self.node = node
        self.starts: list[int] = [each.start for each in (node.keys if isinstance(node, Mapping) else node.items)]
        self.ends: list[int] = [each.end for each in node.items]
        self.close: int = node.end - 1
        self.commas: list[int | None] = [
            self._comma(end, start) for end, start in zip(self.ends, [*self.starts[1:], self.close], strict=True)
        ]
        self.in_lines: bool = all(map(layout.begins_line, [*self.starts, self.close]))

    @property
    def column(self) -> int:
        """The column of the first part."""
        return self.layout.column(self.starts[0])

    @property
    def ends_with_comma(self) -> bool:
        """Whether there is a comma after the last part too."""
        return self.commas[-1] is not None

    def first_line(self, index: int) -> int:
        """Where the lines of a part begin, those of the comments above it included."""
        after = self.layout.next_line(self.ends[index - 1] if index else self.node.start)
        return self.layout.comments_above(self.layout.line(self.starts[index]), None, after=after)

    def last_line(self, index: int) -> int:
        """Where the last line of a part ends."""
        return self.layout.end(self.after(index))

    def after(self, index: int) -> int:
        """The offset after a part and its comma."""
        comma = self.commas[index]
        return self.ends[index] if comma is None else comma + 1

    def lines(self, index: int) -> int:
        """How many lines a part has."""
        return 1 + self.layout.text.count("\n", self.starts[index], self.ends[index])

    def _comma(self, end: int, start: int) -> int | None:
        found = _COMMA_OR_COMMENT.finditer(self.layout.text, end, start)
        return next((each.start() for each in found if each[0] == ","), None)


def after_colon(layout: Layout, key: Node) -> int:
    """The offset after the colon of a key.

    Raises:
        NotEditableError: when there is none directly after it.
    """
    colon = _COLON.match(layout.text, key.end)
    if colon is None:
        raise NotEditableError
    return colon.end()
