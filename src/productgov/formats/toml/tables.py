"""The tree of a TOML text: where headers and dotted keys put things, and which keys are duplicates."""

from typing import NamedTuple, TypeAlias

from productgov.formats.findings import too_deep, too_many_values
from productgov.formats.limits import Limits
from productgov.formats.tree import TreeBuilder
from productgov.paths import Trail, path_of

__all__ = ["KeyParts", "Section", "TableBuilder"]

Table: TypeAlias = dict[str, object]
KeyParts: TypeAlias = list[tuple[str, int]]
"""A dotted key: its parts, each with its offset."""

_IMPLICIT = 0
"""The state of a table that is named only in headers of tables within it."""
_DECLARED = -1
"""The state of a table with a header of its own, and of an array of tables."""


class Section(NamedTuple):
    """The table of a header, its trail and depth, and whether the header is a duplicate, so that its keys are lost."""

    table: Table
    trail: Trail
    depth: int
    is_lost: bool


class TableBuilder(TreeBuilder):
    """The tables of one document.

    `_states` has the tables that later keys may add to, by their ids: implicit ones, declared ones, and those that
    dotted keys made, with the number of the section of these keys. What is not there is closed: plain values, inline
    tables and arrays in brackets.

    What a duplicate key holds goes into a table that is not part of the document. These are kept, so that their ids are
    not given to other values.
    """

    new_item_hint = "if another item begins here, write [[…]] or }, { before it; else keep one of the two"

    def __init__(self, text: str, limits: Limits) -> None:
        super().__init__(text, limits)
        self.document: Table = {}
        self.root.append(self.document)
        self.root_marks.append(0)
        self.marks[id(self.document)] = []
        self._nodes = 1
        self._section = 1
        self._states: dict[int, int] = {}
        self._lost: list[Table] = []

    def put(self, table: Table, name: str, key_offset: int, value: object, offset: int) -> None:
        """A value behind a key of a table that does not have it."""
        self._count(value, offset)
        table[name] = value
        self.marks[id(table)] += (key_offset, offset)

    def append(self, items: list[object], value: object, offset: int) -> None:
        """One more item of a list."""
        self._count(value, offset)
        items.append(value)
        self.marks[id(items)].append(offset)

    def refuse_deeper(self, depth: int, offset: int) -> None:
        """PG010 for a table or an array that is too deep."""
        if depth > self.limits.max_depth:
            raise too_deep(self.limits, self.at(offset))

    def lost_table(self) -> Table:
        """A table for what a duplicate key holds."""
        table: Table = {}
        self._lost.append(table)
        self.marks[id(table)] = []
        return table

    def section(self, parts: KeyParts, *, is_array: bool) -> Section:
        """Begin the section of a header; PG002 when its table cannot be declared here."""
        self._section += 1
        table, trail, depth = self._around(parts[:-1])
        name, offset = parts[-1]
        trail, depth = (trail, name), depth + 1
        if is_array:
            items = None if table is None else self._array(table, name, offset)
            if items is not None:
                self.refuse_deeper(depth + 1, parts[0][1])
                element: Table = {}
                self.append(items, element, offset)
                return Section(element, (trail, len(items) - 1), depth + 1, is_lost=False)
        else:
            self.refuse_deeper(depth, parts[0][1])
            declared = None if table is None else self._declared(table, name, offset)
            if declared is not None:
                return Section(declared, trail, depth, is_lost=False)
        self.note_duplicate(table or {}, path_of(trail), parts[0][1])
        return Section(self.lost_table(), trail, depth, is_lost=True)

    def _around(self, parts: KeyParts) -> tuple[Table | None, Trail, int]:
        """The table that holds the table of a header, made where it is missing; None when something closed is there."""
        table: Table | None = self.document
        trail: Trail = None
        depth = 1
        for name, offset in parts:
            trail, depth = (trail, name), depth + 1
            if table is None:
                continue
            if name not in table:
                self.put(table, name, offset, {}, offset)
                self._states[id(table[name])] = _IMPLICIT
            inner = table[name]
            if id(inner) not in self._states:
                table = None
                continue
            if isinstance(inner, list):
                trail, depth, inner = (trail, len(inner) - 1), depth + 1, inner[-1]
            assert isinstance(inner, dict)
            table = inner
        return table, trail, depth

    def _declared(self, table: Table, name: str, offset: int) -> Table | None:
        if name not in table:
            self.put(table, name, offset, {}, offset)
        elif self._states.get(id(table[name])) != _IMPLICIT:
            return None
        inner = table[name]
        assert isinstance(inner, dict)
        self._states[id(inner)] = _DECLARED
        return inner

    def _array(self, table: Table, name: str, offset: int) -> list[object] | None:
        if name not in table:
            self.put(table, name, offset, [], offset)
            self._states[id(table[name])] = _DECLARED
        inner = table[name]
        return inner if isinstance(inner, list) and id(inner) in self._states else None

    def target(self, table: Table, parts: KeyParts) -> Table | None:
        """The table that the parts of a dotted key lead to, made where it is missing; None when they may not.

        They may pass tables that have no header of their own and that no dotted key of an earlier section has made.
        """
        passed: list[Table] = []
        for name, offset in parts:
            if name not in table:
                self.put(table, name, offset, {}, offset)
                self._states[id(table[name])] = self._section
            inner = table[name]
            if not isinstance(inner, dict) or self._states.get(id(inner)) not in {_IMPLICIT, self._section}:
                return None
            passed.append(inner)
            table = inner
        self._states |= dict.fromkeys(map(id, passed), self._section)
        return table

    def _count(self, value: object, offset: int) -> None:
        self._nodes += 1
        if self._nodes > self.limits.max_nodes:
            raise too_many_values(self.limits, self.at(offset))
        if isinstance(value, (dict, list)):
            self.marks[id(value)] = []
