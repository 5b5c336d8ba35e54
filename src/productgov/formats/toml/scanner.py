"""A scanner of TOML that finds the places of keys, and limits depth and digits before `tomllib` works.

The limits matter: the time `tomllib` takes grows with the square of the length of a dotted key. The scanner is
lenient: what it cannot follow it leaves to `tomllib` to refuse.
"""

import re
import tomllib

from productgov.formats.findings import too_deep, too_many_digits, too_many_dots
from productgov.formats.limits import Limits
from productgov.formats.toml.positions import KeyNode, KeyPositions

__all__ = ["CHEAP_PARTS", "Entry", "TomlScanner"]

CHEAP_PARTS = 32
"""Up to this number of parts, dotted keys cost `tomllib` no more than other text of the same length."""

_FREE_STEPS = 10_000_000
_STEPS_PER_CHARACTER = CHEAP_PARTS // 2
"""What `tomllib` may spend on dotted keys: its steps for one grow with the square of its parts."""

_BLANK = re.compile(r"(?:[ \t\r\n]++|#[^\n]*+)*+")
_SPACE = re.compile(r"[ \t]*+")
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]++")
_QUOTED_KEY = re.compile(r'"(?:[^"\\\n]++|\\.)*+"|\'[^\'\n]*+\'')
_TEXT = re.compile(
    r'"""(?:[^"\\]++|\\.|"{1,2}(?!"))*+"{3,5}'
    r"|'''(?:[^']++|'{1,2}(?!'))*+'{3,5}"
    r'|"(?!"")(?:[^"\\\n]++|\\.)*+"'
    r"|'(?!'')[^'\n]*+'",
    re.DOTALL,
)
_DATE_AND_TIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[^\s,#\]}]*+")
_OPENERS = frozenset("[{")
_QUOTES = frozenset("\"'")
_BEGINS_NUMBER = frozenset("+-0123456789")
_WORD = re.compile(r"[^\s,#\[\]{}=\"']++")


class Entry:
    """A key with its value, or a header with its table.

    Attributes:
        path: the tokens of the key.
        start: where its key begins.
        span: where it begins and ends; without the text between, the rest is TOML as before.
    """

    def __init__(self, path: tuple[str | int, ...], start: int, span: tuple[int, int]) -> None:
        self.path = path
        self.start = start
        self.span = span


class _Place:
    """Where a value goes: its parent node, its tokens below that, its depth, and the offset of its key."""

    __slots__ = ("depth", "node", "offset", "removable_from", "tokens")

    def __init__(
        self, node: KeyNode, tokens: tuple[str | int, ...], depth: int, offset: int, removable_from: int
    ) -> None:
        self.node = node
        self.tokens = tokens
        self.depth = depth
        self.offset = offset
        self.removable_from = removable_from


class _Open:
    """An array or an inline table that is not closed yet."""

    __slots__ = ("closer", "items", "node", "place")

    def __init__(self, closer: str, place: _Place) -> None:
        self.closer = closer
        self.place = place
        self.node = place.node.child(place.tokens[-1], place.offset)
        self.items = 0


class _StoppedError(Exception):
    """The text cannot be followed any further."""


class TomlScanner:
    """One pass over a text whose line breaks are LF.

    Args:
        text: what to scan.
        limits: how deep it may be, and how long its numbers.
        wanted: the end of an entry to find; it is all that `tomllib` says of a duplicate key.

    Attributes:
        positions: the places of the keys.
        stopped: where the scanner gave up, or None.
        found: the entry that ends at `wanted`, or None.

    Raises:
        UnreadableError: PG010, for depth, the length of a number, and the length and number of dotted keys.
    """

    def __init__(self, text: str, limits: Limits, *, wanted: int = -1) -> None:
        root = KeyNode(0)
        self.positions: KeyPositions = KeyPositions(text, root)
        self.stopped: int | None = None
        self.found: Entry | None = None
        self._text = text
        self._limits = limits
        self._wanted = wanted
        self._offset = 0
        self._steps = 0
        self._root = self._table = root
        self._table_path: tuple[str | int, ...] = ()
        self._open: list[_Open] = []
        try:
            self._scan()
        except _StoppedError:
            self.stopped = self._offset

    def _scan(self) -> None:
        while self._skip(_BLANK):
            if self._text[self._offset] == "[":
                self._read_header()
            else:
                self._read_entry()

    def _skip(self, pattern: re.Pattern[str]) -> str:
        """Go on after what matches; give the character there, or nothing at the end."""
        found = pattern.match(self._text, self._offset)
        if not found:
            raise _StoppedError
        self._offset = found.end()
        return self._text[self._offset : self._offset + 1]

    def _expect(self, mark: str) -> None:
        if not self._text.startswith(mark, self._offset):
            raise _StoppedError
        self._offset += len(mark)

    def _refuse_deeper(self, depth: int, offset: int) -> None:
        if depth > self._limits.max_depth:
            raise too_deep(self._limits, self.positions.at(offset))

    def _read_key(self, depth: int) -> list[tuple[str, int]]:
        """The parts of a dotted key, each with its offset; the table it is in has a depth."""
        parts: list[tuple[str, int]] = []
        while True:
            self._skip(_SPACE)
            start = self._offset
            self._refuse_deeper(depth + len(parts), start)
            if _BARE_KEY.match(self._text, start):
                self._skip(_BARE_KEY)
                parts.append((self._text[start : self._offset], start))
            else:
                self._skip(_QUOTED_KEY)
                parts.append((self._unquoted(start), start))
            end = self._offset
            if self._skip(_SPACE) != ".":
                self._offset = end
                self._spend((len(parts) - 1) * (depth + len(parts)), parts[0][1])
                return parts
            self._offset += 1

    def _spend(self, steps: int, offset: int) -> None:
        self._steps += steps
        if self._steps > _FREE_STEPS + _STEPS_PER_CHARACTER * len(self._text):
            raise too_many_dots(self.positions.at(offset))

    def _unquoted(self, start: int) -> str:
        try:
            return next(iter(tomllib.loads(f"{self._text[start : self._offset]} = 0")))
        except tomllib.TOMLDecodeError:
            raise _StoppedError from None

    def _read_header(self) -> None:
        start = self._offset
        if self.found is not None and self.found.span[1] == len(self._text):
            self.found.span = (self.found.span[0], start)
        brackets = 2 if self._text.startswith("[[", start) else 1
        self._offset += brackets
        parts = self._read_key(1)
        end = self._offset
        self._skip(_SPACE)
        self._expect("]" * brackets)
        node = self._root
        path: list[str | int] = []
        for name, offset in parts:
            if node.elements:
                path.append(node.elements - 1)
            node = node.last().child(name, offset)
            path.append(name)
        if end == self._wanted:
            self.found = Entry(tuple(path), parts[0][1], (start, len(self._text)))
        if brackets == 2:
            path.append(node.elements)
            node = node.append(parts[-1][1])
        self._refuse_deeper(len(path) + 1, parts[0][1])
        self._table, self._table_path = node, tuple(path)

    def _read_entry(self) -> None:
        """A key and its value, and all that is open in between."""
        place = self._enter(self._table, len(self._table_path) + 1, self._offset)
        while True:
            mark = self._text[self._offset : self._offset + 1]
            if mark in _OPENERS:
                self._open_value(mark, place)
                if self._skip(_BLANK) != self._open[-1].closer:
                    place = self._next_place(self._offset)
                    continue
            else:
                self._read_scalar(mark)
                self._finish(place)
            while self._open:
                comma = self._offset
                if self._skip(_BLANK) == ",":
                    comma = self._offset
                    self._offset += 1
                    if self._skip(_BLANK) != self._open[-1].closer:
                        place = self._next_place(comma)
                        break
                self._expect(self._open[-1].closer)
                self._finish(self._open.pop().place)
            else:
                return

    def _enter(self, table: KeyNode, depth: int, removable_from: int) -> _Place:
        """Read a key and its equals sign: the place of its value in a table."""
        parts = self._read_key(depth)
        self._skip(_SPACE)
        self._expect("=")
        self._skip(_SPACE)
        for name, offset in parts[:-1]:
            table = table.child(name, offset)
        name, offset = parts[-1]
        table.below.setdefault(name, offset)
        return _Place(table, tuple(name for name, _ in parts), depth + len(parts), offset, removable_from)

    def _next_place(self, removable_from: int) -> _Place:
        """The place of the next item of what was opened last."""
        inner = self._open[-1]
        if inner.closer == "}":
            return self._enter(inner.node, inner.place.depth, removable_from)
        inner.items += 1
        return _Place(inner.node, (inner.items - 1,), inner.place.depth + 1, inner.place.offset, removable_from)

    def _open_value(self, mark: str, place: _Place) -> None:
        self._refuse_deeper(place.depth, self._offset)
        self._open.append(_Open("]" if mark == "[" else "}", place))
        self._offset += 1

    def _read_scalar(self, mark: str) -> None:
        start = self._offset
        if mark in _QUOTES:
            self._skip(_TEXT)
        elif _DATE_AND_TIME.match(self._text, start):
            self._skip(_DATE_AND_TIME)
        else:
            self._skip(_WORD)
            if mark in _BEGINS_NUMBER and not self._limits.allows_number(self._text[start : self._offset]):
                raise too_many_digits(self._limits, self.positions.at(start))

    def _finish(self, place: _Place) -> None:
        """A value ends here: is it the one that is wanted?"""
        if self._offset == self._wanted and isinstance(place.tokens[-1], str):
            around = (token for inner in self._open for token in inner.place.tokens)
            path = (*self._table_path, *around, *place.tokens)
            self.found = Entry(path, place.offset, (place.removable_from, self._offset))
