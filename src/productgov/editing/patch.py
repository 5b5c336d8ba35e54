"""The changes that make a text say something else: only where it does not say it yet."""

from collections.abc import Collection
from typing import NamedTuple

from productgov.editing.brackets import Part, bracket_changes
from productgov.editing.edits import Change, applied
from productgov.editing.fresh import Writer
from productgov.editing.items import BracketParts, ListItems, NotEditableError, after_colon
from productgov.editing.layout import Layout
from productgov.editing.lines import blank_before, emptied, put, removed_fields, replaced_scalar
from productgov.editing.nodes import Finder, Mapping, Node, Scalar, Sequence
from productgov.editing.pieces import Piece
from productgov.editing.places import Place
from productgov.editing.style import Style
from productgov.editing.wanted import Wanted
from productgov.model.alignment import staying
from productgov.paths import Path

__all__ = ["Patch"]


class Patch:
    """One attempt to change a text.

    Args:
        layout: the text.
        root: its values.
        style: its style.
        distrusted: the values that did not come out right before, by their paths in the new document: they are
            written anew, and nothing of the old text is used in them.
        lender: another text, where new items may come from one.

    Attributes:
        rewritten: the values that were written in a way that cannot be edited, and are written anew.
    """

    def __init__(
        self,
        layout: Layout,
        root: Node,
        style: Style,
        distrusted: Collection[Path] = (),
        lender: "Patch | None" = None,
    ) -> None:
        self._layout = layout
        self._root = root
        self._style = style
        self._lender = lender
        self._distrusted = frozenset(distrusted)
        self._towards = {path[:depth] for path in distrusted for depth in range(len(path))}
        self._pieces: dict[Path, Piece | None] = {}
        self._lists: dict[int, ListItems] = {}
        self._brackets: dict[int, BracketParts] = {}
        self._find = Finder(root)
        self.rewritten: set[Path] = set()

    def changes(self, wanted: Wanted) -> list[Change]:
        """The changes after which the text says what is wanted."""
        return self._value(Place(self._root, self._root.start, 0, in_brackets=self._style.is_json), wanted, ())

    def piece(self, wanted: Wanted, path: Path) -> Piece | None:
        """The item of a list that one continues, with everything in it that should change already changed.

        One that is new in this text may come from another, if there is one.
        """
        if path not in self._pieces:
            if wanted.lent and self._lender and not self._is_new(path):
                self._pieces[path] = self._lender.piece(wanted.lent, path)
            else:
                self._pieces[path] = self._piece(wanted, path)
        return self._pieces[path]

    def part(self, wanted: Wanted, path: Path, *, in_brackets: bool) -> str | None:
        """The text of a field that one continues, changed, where it can be used as it is."""
        origin = wanted.origin
        if not origin or isinstance(origin[-1], int) or self._is_new(path):
            return None
        holder, node = self._find(origin[:-1]), self._find(origin)
        in_lines = isinstance(holder, Scalar) or not holder.in_brackets
        if (in_brackets and in_lines) or not _is_compact(node):
            return None
        place = Place(node, node.start, self._layout.indent(node.start), in_brackets=True)
        return applied(self._layout.text, self._value(place, wanted, path), node.start, node.end)

    def is_distrusted(self, path: Path) -> bool:
        """Whether a value itself did not come out right before."""
        return path in self._distrusted

    def _is_new(self, path: Path) -> bool:
        """Whether a value is written anew, because it or one that it is in did not come out right before."""
        return bool(self._distrusted) and any(path[:depth] in self._distrusted for depth in range(len(path) + 1))

    def _value(self, place: Place, wanted: Wanted, path: Path) -> list[Change]:
        if self.is_distrusted(path):
            return self._replaced(place, wanted, path)
        if wanted.unchanged:
            if path not in self._towards:
                return []
            wanted = wanted.opened()
        if wanted.origin is None:
            return self._replaced(place, wanted, path)
        node = place.node
        try:
            if self._must_open(place, wanted, path):
                written = self._writer(place).block(wanted, path, place.column, inner=self._inner(place))
                return put(self._layout, place, written, path)
            if isinstance(node, Mapping) and wanted.fields and node.items:
                return self._mapping(place, node, wanted, path)
            if isinstance(node, Sequence) and wanted.items and node.items:
                return self._sequence(place, node, wanted, path)
        except NotEditableError:
            self.rewritten.add(path)
        return self._replaced(place, wanted, path)

    def _must_open(self, place: Place, wanted: Wanted, path: Path) -> bool:
        """Whether a bracket receives something that needs lines, and can be written in lines itself."""
        node = place.node
        if isinstance(node, Scalar) or place.in_brackets or not node.in_brackets:
            return False
        return self._writer(place).needs_lines(wanted, path)

    def _inner(self, place: Place) -> int | None:
        """The column of what follows a dash; None after a key."""
        if not place.after_dash:
            return None
        on_line = self._layout.line(place.slot) == self._layout.line(place.node.start)
        return self._layout.column(place.node.start) if on_line else place.column + 1 + len(self._style.gap)

    def _writer(self, place: Place) -> Writer:
        return Writer(self._style, self, self._layout.line_break(place.node.start))

    def _replaced(self, place: Place, wanted: Wanted, path: Path) -> list[Change]:
        """A value that is written anew; a scalar in the way in which the old one was written."""
        node = place.node
        if isinstance(node, Scalar) and wanted.is_scalar and not self.is_distrusted(path):
            return replaced_scalar(self._layout, self._style, place, node, wanted.value, path)
        if place.in_brackets:
            text = self._writer(place).in_brackets(wanted, path, self._layout.indent(node.start))
            return [Change(node.start, node.end, blank_before(self._layout, node) + text, path)]
        if isinstance(node, Sequence) and not node.in_brackets and wanted.items == [] and not place.after_dash:
            return emptied(self._layout, place, self._list(node), path)
        written = self._writer(place).value(wanted, path, place.column, inner=self._inner(place))
        return put(self._layout, place, written, path)

    def _mapping(self, place: Place, node: Mapping, wanted: Wanted, path: Path) -> list[Change]:
        fields = wanted.fields or {}
        places = {name: index for index, name in enumerate(node.names())}
        if node.in_brackets:
            parts = [_Entry((*path, name), name, field, places.get(name)) for name, field in fields.items()]
            return self._bracket(place, node, parts, wanted, path)
        layout, writer = self._layout, self._writer(place)
        column = layout.column(node.keys[0].start)
        kept = [index for name, index in places.items() if name in fields]
        if not kept:
            return self._replaced(place, wanted, path)
        changes: list[Change] = []
        indent = " " * column
        last: int | None = None
        for name, field in fields.items():
            inner = (*path, name)
            if name in places:
                last = places[name]
                inside = Place(node.items[last], after_colon(layout, node.keys[last]), column)
                changes += self._value(inside, field, inner)
                continue
            text = writer.field(name, field, inner, column)
            if last is not None:
                at = layout.end(node.items[last].end)
                changes.append(Change(at, at, f"{layout.line_break(at)}{indent}{text}", inner))
            else:
                at = node.keys[kept[0]].start
                changes.append(Change(at, at, f"{text}{layout.line_break(at)}{indent}", inner))
        gone = [index for name, index in places.items() if name not in fields]
        changes += removed_fields(layout, node, gone, path)
        return changes

    def _sequence(self, place: Place, node: Sequence, wanted: Wanted, path: Path) -> list[Change]:
        items = wanted.items or []
        sources = [_source(item, wanted.origin) for item in items]
        if node.in_brackets:
            parts = [
                _Entry((*path, index), None, item, source)
                for index, (item, source) in enumerate(zip(items, sources, strict=True))
            ]
            return self._bracket(place, node, parts, wanted, path)
        layout, writer, lines = self._layout, self._writer(place), self._list(node)
        order = [source for source in sources if source is not None]
        stays = staying(order, [lines.lines(source) for source in order])
        gone = [index for index in range(len(node.items)) if index not in stays]
        if gone or len(items) > len(stays):
            lines.must_have_own_lines()
        spaced = self._style.spaced if lines.spaced is None else lines.spaced
        changes: list[Change] = []
        last: int | None = None
        for index, (item, source) in enumerate(zip(items, sources, strict=True)):
            inner = (*path, index)
            if source is not None and source in stays:
                inside = Place(node.items[source], lines.dashes[source] + 1, lines.column, after_dash=True)
                changes += self._value(inside, item, inner)
                last = source
                continue
            text = writer.item(item, inner, lines.column)
            at = layout.previous_end(lines.starts[0]) if last is None else lines.ends[last]
            line_break = layout.line_break(at)
            gap = line_break if spaced else ""
            before, after = (line_break, gap) if last is None else (line_break + gap, "")
            changes.append(Change(at, at, f"{before}{text}{after}", inner))
        return changes + [Change(*cut, path) for cut in layout.without_lines(map(lines.without, gone))]

    def _bracket(
        self, place: Place, node: Mapping | Sequence, entries: list["_Entry"], wanted: Wanted, path: Path
    ) -> list[Change]:
        """A list or an object in brackets."""
        parts = self._parts(node)
        indent = parts.column if parts.in_lines else place.column
        order = [entry.source for entry in entries if entry.source is not None]
        stays = staying(order, [parts.lines(source) for source in order])
        writer = self._writer(place)
        changes: list[Change] = []
        described: list[Part] = []
        for inner, name, value, source in entries:
            if source is not None and source in stays:
                item = node.items[source]
                changes += self._value(Place(item, item.start, indent, in_brackets=True), value, inner)
                described.append(Part(inner, source))
            else:
                described.append(Part(inner, None, writer.part(name, value, inner, indent)))
        if not parts.in_lines and any(part.new.has_comments for part in described):
            return [Change(node.start, node.end, writer.brackets(wanted, path, place.column, "lines"), path)]
        return [*changes, *bracket_changes(self._layout, self._style, parts, described, path)]

    def _piece(self, wanted: Wanted, path: Path) -> Piece | None:
        origin = wanted.origin or ("",)
        holder = self._find(origin[:-1])
        if not isinstance(holder, Sequence) or not isinstance(origin[-1], int) or self._is_new(path):
            return None
        if holder.in_brackets:
            return self._part_of_bracket(holder, origin[-1], wanted, path)
        return self._item_of_list(holder, origin[-1], wanted, path)

    def _item_of_list(self, holder: Sequence, index: int, wanted: Wanted, path: Path) -> Piece | None:
        layout, items, node = self._layout, self._list(holder), holder.items[index]
        place = Place(node, items.dashes[index] + 1, items.column, after_dash=True)
        if not layout.begins_line(items.dashes[index]):
            return None
        changes = self._value(place, wanted, path)
        start, end = items.starts[index], items.ends[index]
        inside = [change for change in changes if change.start < end or change.start == change.end]
        above = layout.text[start : layout.line(items.dashes[index])]
        behind = layout.text[node.end : layout.end(node.end)].rstrip()
        return Piece(
            text=applied(layout.text, changes, node.start, node.end),
            column=layout.column(node.start),
            above=_comments(above),
            behind=behind if "#" in behind else "",
            lines=applied(layout.text, inside, start, end),
            dash=items.column,
            is_block=not _is_compact(node),
        )

    def _part_of_bracket(self, holder: Sequence, index: int, wanted: Wanted, path: Path) -> Piece | None:
        layout, node = self._layout, holder.items[index]
        parts = self._parts(holder)
        changes = self._value(Place(node, node.start, layout.indent(node.start), in_brackets=True), wanted, path)
        above = behind = ""
        if parts.in_lines:
            above = layout.text[parts.first_line(index) : layout.line(node.start)]
            behind = layout.text[parts.after(index) : parts.last_line(index)].rstrip()
        return Piece(
            text=applied(layout.text, changes, node.start, node.end),
            column=layout.column(node.start),
            above=_comments(above),
            behind=behind,
        )

    def _parts(self, node: Mapping | Sequence) -> BracketParts:
        """The parts of a bracket."""
        if id(node) not in self._brackets:
            self._brackets[id(node)] = BracketParts(self._layout, node)
        return self._brackets[id(node)]

    def _list(self, node: Sequence) -> ListItems:
        """The items of a list with dashes."""
        if id(node) not in self._lists:
            self._lists[id(node)] = ListItems(self._layout, node)
        return self._lists[id(node)]


class _Entry(NamedTuple):
    """A part of a bracket that is wanted: its path, its name in an object, its value, the part that it continues."""

    path: Path
    name: str | None
    wanted: Wanted
    source: int | None


def _source(item: Wanted, holder: Path | None) -> int | None:
    """The index in a list of the item that one continues; None when it is new in the list."""
    if item.origin and holder is not None and item.origin[:-1] == holder and isinstance(item.origin[-1], int):
        return item.origin[-1]
    return None


def _is_compact(node: Node) -> bool:
    """Whether a value can stand in brackets as it is written."""
    return node.style not in {"|", ">"} if isinstance(node, Scalar) else node.in_brackets


def _comments(lines: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in lines.split("\n") if line.strip())
