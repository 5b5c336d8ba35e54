"""How a document is written: its indentation, its quotes, its brackets; what new text follows."""

from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from typing import Literal, TypeAlias, TypeVar

from productgov.editing.layout import Layout
from productgov.editing.nodes import Mapping, Node, Scalar, Sequence
from productgov.editing.wanted import Wanted
from productgov.formats.yaml.scalars import resolve
from productgov.paths import Path

__all__ = ["Form", "Style"]

Form: TypeAlias = Literal["block", "lines", "inline"]
"""How a collection is written: in block style, in brackets with a line for each part, or in brackets on one line."""

_Counted = TypeVar("_Counted")

_ENOUGH = 20
"""How many items of a list are looked at: the others are most likely written as these are."""

_Seen = tuple[Path, Node]
"""A value, and the last tokens of its path."""

_Quotes = tuple[dict[str, Counter[str]], Counter[str]]
"""How often each kind of quotes is used, by the name of a field, and everywhere."""

_PlaceName = tuple[str, str, bool]
"""The name of a field, a kind of value, and whether it is an item in the field."""


class Style:
    """What is usual in one text, counted over all of it at the first question.

    Args:
        layout: the text.
        root: its values.
        is_json: whether it is JSON.
    """

    def __init__(self, layout: Layout, root: Node, *, is_json: bool) -> None:
        self._layout = layout
        self._root = root
        self.is_json = is_json

    @cached_property
    def escapes(self) -> bool:
        """Whether JSON is written with characters of ASCII only."""
        return "\\u" in self._layout.text and self._layout.text.isascii()

    @cached_property
    def plain_dates(self) -> bool:
        """Whether dates stand without quotes."""
        return any(
            not node.style and node.text[:4].isdigit() and node.text[4:5] == "-"
            for _, node in self._nodes
            if isinstance(node, Scalar)
        )

    @cached_property
    def step(self) -> int:
        """By how much an object is further right than its key; in brackets, a part than the line of its bracket."""
        steps = Counter(self._layout.column(node.start) - outer for outer, node in self._inner(Mapping))
        return _most(steps) or (self._bracket_step or 2)

    @cached_property
    def dash(self) -> int:
        """By how much the dashes of a list are further right than its key."""
        dashes = Counter(self._layout.column(node.start) - outer for outer, node in self._inner(Sequence))
        usual = _most(dashes)
        return self.step if usual is None else usual

    @cached_property
    def gap(self) -> str:
        """The blanks between a dash and what follows it."""
        gaps = Counter(
            gap
            for _, node in self._nodes
            if isinstance(node, Sequence) and not node.in_brackets and node.items
            if (gap := self._layout.text[node.start + 1 : node.items[0].start]).strip(" ") == "" and gap
        )
        return _most(gaps) or " "

    @cached_property
    def spaced(self) -> bool:
        """Whether there are blank lines between the items of lists of objects."""
        votes = 0
        for _, node in self._nodes:
            if isinstance(node, Sequence) and not node.in_brackets:
                for one, other in zip(node.items, node.items[1:], strict=False):
                    if isinstance(other, Mapping) and not other.in_brackets:
                        after = self._layout.next_line(one.end)
                        votes += 1 if self._layout.is_blank(after, self._layout.end(after)) else -1
        return votes > 0

    @cached_property
    def colon(self) -> str:
        """What stands between a key in brackets and its value."""
        return _most(Counter(self._gaps(":"))) or ": "

    @cached_property
    def comma(self) -> str:
        """What stands between the parts of a bracket on one line."""
        return _most(Counter(self._gaps(","))) or (", " if self.colon != ":" else ",")

    @cached_property
    def padding(self) -> str:
        """What stands between the braces of an object on one line and what is in them."""
        inside = Counter(
            self._layout.text[node.start + 1 : node.keys[0].start]
            for _, node in self._nodes
            if isinstance(node, Mapping) and self.form_of(node) == "inline" and node.keys
        )
        return " " if _most(inside) == " " else ""

    def key_quote(self, name: str, *, in_brackets: bool) -> str:
        """The quotes of a key: those that it has elsewhere, else those that others have."""
        by_name, everywhere = self._key_quotes[in_brackets]
        return '"' if self.is_json else _most(by_name.get(name, everywhere)) or ""

    def quote(self, path: Path) -> str:
        """The quotes of the texts at a path like this one; a block counts as none."""
        by_name, everywhere = self._quotes
        return _most(by_name.get(_name(path), everywhere)) or ""

    def form(self, wanted: Wanted, path: Path, *, in_brackets: bool) -> Form:
        """How to write a new object or list that is not empty."""
        by_place, by_kind = self._forms
        kind = _kind(wanted)
        seen = by_place.get(_place(path, kind)) or by_place.get(_place(path, "")) or by_kind.get(kind)
        usual: Form = _most(seen) or "block" if seen else ("inline" if "\n" not in self._layout.text else "block")
        if usual == "block" and in_brackets:
            return "lines" if self.is_json and "\n" in self._layout.text else "inline"
        return usual

    def form_of(self, node: Node) -> Form:
        """How an object or a list in the text is written."""
        if isinstance(node, Scalar) or not node.in_brackets:
            return "block"
        first = node.keys[0] if isinstance(node, Mapping) and node.keys else node.items[0] if node.items else None
        return "lines" if first is not None and "\n" in self._layout.text[node.start : first.start] else "inline"

    @cached_property
    def _nodes(self) -> list[_Seen]:
        """The values with their paths, those that hold others before them; of each list the first items."""
        found: list[_Seen] = []
        waiting: list[_Seen] = [((), self._root)]
        while waiting:
            path, node = waiting.pop()
            found.append((path, node))
            if isinstance(node, Mapping):
                named = tuple(zip(node.names(), node.items, strict=True))
                waiting.extend(((*path[-1:], name), item) for name, item in reversed(named))
            elif isinstance(node, Sequence):
                numbered = tuple(enumerate(node.items[:_ENOUGH]))
                waiting.extend(((*path[-1:], index), item) for index, item in reversed(numbered))
        return found

    def _inner(self, kind: type[Mapping | Sequence]) -> Iterator[tuple[int, Node]]:
        """The block collections of a kind that are under a key, with the column of the key."""
        for _, node in self._nodes:
            if isinstance(node, Mapping) and not node.in_brackets:
                column = self._layout.column(node.keys[0].start)
                for item in node.items:
                    if isinstance(item, kind) and not item.in_brackets:
                        yield column, item

    @cached_property
    def _bracket_step(self) -> int | None:
        return _most(
            Counter(
                self._layout.column(first.start) - self._layout.indent(node.start)
                for _, node in self._nodes
                if self.form_of(node) == "lines"
                for first in _first_parts(node)
            )
        )

    def _gaps(self, separator: str) -> Iterator[str]:
        """What separates the parts of brackets on one line: keys from values, or parts from each other."""
        text = self._layout.text
        for _, node in self._nodes:
            if isinstance(node, Scalar) or not node.in_brackets:
                continue
            if separator == ":" and isinstance(node, Mapping):
                written = [text[key.end : item.start] for key, item in zip(node.keys, node.items, strict=True)]
            elif separator == "," and self.form_of(node) == "inline":
                starts = node.keys if isinstance(node, Mapping) else node.items
                written = [text[one.end : two.start] for one, two in zip(node.items, starts[1:], strict=False)]
            else:
                continue
            yield from (each for each in written if each.strip() == separator and "\n" not in each)

    @cached_property
    def _key_quotes(self) -> dict[bool, _Quotes]:
        seen: dict[bool, _Quotes] = {True: ({}, Counter()), False: ({}, Counter())}
        for _, node in self._nodes:
            if isinstance(node, Mapping):
                by_name, everywhere = seen[node.in_brackets]
                for key in node.keys:
                    by_name.setdefault(key.text, Counter())[key.style] += 1
                    everywhere[key.style] += 1
        return seen

    @cached_property
    def _quotes(self) -> _Quotes:
        by_name: dict[str, Counter[str]] = {}
        everywhere: Counter[str] = Counter()
        for path, node in self._nodes:
            if isinstance(node, Scalar) and (node.style or isinstance(resolve(node.text), str)):
                quote = node.style if node.style in {'"', "'"} else ""
                by_name.setdefault(_name(path), Counter())[quote] += 1
                everywhere[quote] += 1
        return by_name, everywhere

    @cached_property
    def _forms(self) -> tuple[dict[_PlaceName, Counter[Form]], dict[str, Counter[Form]]]:
        by_place: dict[_PlaceName, Counter[Form]] = {}
        by_kind: dict[str, Counter[Form]] = {}
        for path, node in self._nodes:
            if not isinstance(node, Scalar) and node.items:
                kind = _kind(node)
                form = self.form_of(node)
                by_kind.setdefault(kind, Counter())[form] += 1
                for place in (_place(path, kind), _place(path, "")):
                    by_place.setdefault(place, Counter())[form] += 1
        return by_place, by_kind


def _first_parts(node: Node) -> list[Node]:
    if isinstance(node, Mapping):
        return list(node.keys[:1])
    return node.items[:1] if isinstance(node, Sequence) else []


def _name(path: Path) -> str:
    """The name of the field that a value is in."""
    return next((token for token in reversed(path) if isinstance(token, str)), "")


def _place(path: Path, kind: str) -> _PlaceName:
    return _name(path), kind, bool(path) and isinstance(path[-1], int)


def _kind(value: Node | Wanted) -> str:
    """The kind of an object or list: whether it has an id, and whether there are others in it."""
    if isinstance(value, Wanted):
        names = list(value.fields or ())
        parts = list((value.fields or {}).values()) if value.items is None else value.items
        flat = all(part.is_scalar for part in parts)
        is_object = value.items is None
    else:
        names = value.names() if isinstance(value, Mapping) else []
        flat = isinstance(value, Scalar) or all(isinstance(item, Scalar) for item in value.items)
        is_object = isinstance(value, Mapping)
    if is_object and "id" in names:
        return "object with an id"
    return f"{'object' if is_object else 'list'}{'' if flat else ' of others'}"


def _most(counter: Counter[_Counted]) -> _Counted | None:
    return max(counter, key=counter.__getitem__) if counter else None
