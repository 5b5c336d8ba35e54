"""What the readers with positions share: the tree they build, the marks of its values, and their findings."""

from collections.abc import Sequence
from typing import ClassVar

from productgov.collected import Collected
from productgov.findings import Finding, Location
from productgov.formats.findings import UnreadableError, broken, duplicate_key, unreadable
from productgov.formats.limits import Limits
from productgov.formats.lines import Lines
from productgov.formats.positions import TreePositions
from productgov.formats.reading import NoPositions, Reading

__all__ = ["TreeBuilder"]


class TreeBuilder:
    """One pass over one text; `root` is a list that holds the document, once it is read.

    A reader appends to `root` and `root_marks`, and keeps in `marks` the marks of every container by its id, in the
    form that `TreePositions` takes.
    """

    new_item_hint: ClassVar[str]
    """What to write where another item begins."""

    def __init__(self, text: str, limits: Limits) -> None:
        self.text = text
        self.limits = limits
        self.findings: Collected[Finding] = Collected(limits.max_findings)
        self.root: list[object] = []
        self.root_marks: list[int] = []
        self.marks: dict[int, list[int]] = {}
        self._lines: Lines | None = None
        self._merged_items: dict[int, object] = {}

    def at(self, offset: int) -> Location:
        """The line and column of a character."""
        if self._lines is None:
            self._lines = Lines(self.text)
        return self._lines.at(offset)

    def wrong(self, offset: int, message: str, hint: str) -> UnreadableError:
        """PG001 at a character."""
        return unreadable(message, hint=hint, location=self.at(offset))

    def note_duplicate(self, container: dict[str, object], path: Sequence[str | int], offset: int) -> None:
        """PG002 for a key that its object has already.

        Where the first key of an item is repeated, another item most likely begins there, whose keys all repeat: that
        is one mistake, and one finding.
        """
        if id(container) in self._merged_items:
            return
        hint = ""
        if len(path) > 1 and isinstance(path[-2], int) and path[-1] == next(iter(container)):
            self._merged_items[id(container)] = container  # kept, so that no other gets its id
            hint = self.new_item_hint
        self.findings.append(duplicate_key(path, location=self.at(offset), hint=hint))

    def reading(self) -> Reading:
        """What was read."""
        if not self.root:
            return Reading(data=None, positions=NoPositions())
        data = self.root[0]
        positions = TreePositions(self.text, data, self.root_marks[0], self.marks)
        findings, omitted = tuple(self.findings.kept), self.findings.omitted
        return Reading(data=data, positions=positions, findings=findings, omitted=omitted)

    def stopped(self, error: UnreadableError) -> Reading:
        """What was found until an error stopped the reader."""
        return broken(error.finding, before=self.findings)
