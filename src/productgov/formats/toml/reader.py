"""TOML text to plain data, in one pass: every key and value with its place, every duplicate key with a finding.

The time and memory that `tomllib` takes can be far more than a text weighs, it stops at the first duplicate key, and
it keeps no positions. The tests compare what both read.
"""

import re

from productgov.formats.findings import UnreadableError, broken, too_many_digits, unreadable
from productgov.formats.limits import DEFAULT_LIMITS, Limits
from productgov.formats.lines import Lines
from productgov.formats.reading import Reading
from productgov.formats.toml.scalars import read_quoted, read_scalar
from productgov.formats.toml.syntax_errors import NotTomlError, explained
from productgov.formats.toml.tables import KeyParts, Section, TableBuilder
from productgov.paths import Trail, path_of

__all__ = ["read_toml"]

_SPACE = re.compile(r"[ \t]*+")
_COMMENT = re.compile(r"#[^\x00-\x08\x0a-\x1f\x7f]*+")
_BLANK = re.compile(rf"(?:[ \t\n]++|{_COMMENT.pattern}(?=\n|\Z))*+")
_LINE_ENDS = frozenset(("", "\n", "#"))
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]++")
_SIMPLE_KEY = re.compile(r"([A-Za-z0-9_-]++)[ \t]*+=[ \t]*+")
_QUOTES = frozenset("\"'")

_Container = dict[str, object] | list[object]


def read_toml(text: str, limits: Limits = DEFAULT_LIMITS) -> Reading:
    """Read TOML; never raises. Dates and times become ISO text."""
    text = text.replace("\r\n", "\n")
    if "\r\n" in text:
        return broken(_stray_carriage_return(text).finding)
    scan = _Scan(text, limits)
    try:
        scan.read()
    except UnreadableError as error:
        return scan.stopped(error)
    except NotTomlError as error:
        return scan.stopped(scan.wrong(error.offset, *explained(error.problem, text, error.offset)))
    return scan.reading()


def _stray_carriage_return(text: str) -> UnreadableError:
    """A line end of CR CR LF has become one of CR LF by now."""
    location = Lines(text).at(text.index("\r\n"))
    return unreadable("a carriage return that is not part of a line end", hint="remove it", location=location)


class _Scan(TableBuilder):
    """A loop over the values of a text whose line breaks are LF.

    `container` is what is being filled: the table of the last header, or what an open bracket holds. In a list, a value
    is one more item. In a table, it goes into `goal`, the table that its dotted `key` leads to.
    """

    def __init__(self, text: str, limits: Limits) -> None:
        super().__init__(text, limits)
        self.offset = 0
        self.outer: list[tuple[_Container, Trail, int, bool]] = []
        self.begin(Section(self.document, None, 1, is_lost=False))
        self.goal = self.document
        self.key: KeyParts = []
        self.value_is_lost = False

    def begin(self, section: Section) -> None:
        """Go on in the table of a header."""
        self.container: _Container = section.table
        self.trail, self.depth, self.is_lost = section.trail, section.depth, section.is_lost

    def read(self) -> None:
        """Read the whole text, one statement after another."""
        while True:
            first = self.skip_blank()
            if not first:
                return
            if first == "[":
                self.read_header()
            elif first in _QUOTES or _BARE_KEY.match(first):
                self.read_key_of_value()
                self.read_value()
            else:
                raise NotTomlError(self.offset, "Invalid statement")
            if self.skip(_SPACE) not in _LINE_ENDS:
                raise NotTomlError(self.offset, "Expected newline or end of document after a statement")

    def skip(self, pattern: re.Pattern[str]) -> str:
        """Go on after what matches; give the character there, or nothing at the end."""
        found = pattern.match(self.text, self.offset)
        self.offset = found.end() if found else self.offset
        return self.text[self.offset : self.offset + 1]

    def skip_blank(self) -> str:
        """Go on after blanks, line breaks and comments; give the character there, or nothing at the end."""
        after = self.skip(_BLANK)
        if after == "#":
            character = self.skip(_COMMENT)
            raise NotTomlError(self.offset, f"Found invalid character {character!r}")
        return after

    def expect(self, mark: str, problem: str) -> None:
        """Go on after a mark."""
        if not self.text.startswith(mark, self.offset):
            raise NotTomlError(self.offset, problem)
        self.offset += len(mark)

    def read_header(self) -> None:
        """`[table]` or `[[table]]`."""
        is_array = self.text.startswith("[[", self.offset)
        closer, what = ("]]", "an array") if is_array else ("]", "a table")
        self.offset += len(closer)
        parts = self.read_parts(1)
        self.expect(closer, f"Expected {closer!r} at the end of {what} declaration")
        self.begin(self.section(parts, is_array=is_array))

    def read_parts(self, depth: int) -> KeyParts:
        """A dotted key of a table at a depth, and the blanks after it."""
        parts: KeyParts = []
        while True:
            first = self.skip(_SPACE)
            start = self.offset
            self.refuse_deeper(depth + len(parts), start)
            if first in _QUOTES:
                name, self.offset = read_quoted(self.text, start)
            elif bare := _BARE_KEY.match(self.text, start):
                name, self.offset = bare[0], bare.end()
            else:
                raise NotTomlError(start, "Invalid initial character for a key part")
            parts.append((name, start))
            if self.skip(_SPACE) != ".":
                return parts
            self.offset += 1

    def read_key_of_value(self) -> None:
        """A key of the container and its equals sign."""
        simple = _SIMPLE_KEY.match(self.text, self.offset)
        if simple:
            self.refuse_deeper(self.depth, self.offset)
            self.key = [(simple[1], self.offset)]
            self.offset = simple.end()
        else:
            self.key = self.read_parts(self.depth)
            self.expect("=", "Expected '=' after a key in a key/value pair")
            self.skip(_SPACE)
        *before, (name, offset) = self.key
        table = self.container
        assert isinstance(table, dict)
        goal = self.target(table, before) if before else table
        self.value_is_lost = self.is_lost
        if goal is None or name in goal:
            if not self.is_lost:
                self.note_duplicate(goal or {}, path_of(self.trail_of_value()), offset)
            self.value_is_lost = True
            goal = self.lost_table()
        self.goal = goal

    def trail_of_value(self) -> Trail:
        """The trail of the value that is read next."""
        if isinstance(self.container, list):
            return (self.trail, len(self.container))
        trail = self.trail
        for name, _ in self.key:
            trail = (trail, name)
        return trail

    def read_value(self) -> None:
        """A value, and all that is open in between."""
        while True:
            first = self.text[self.offset : self.offset + 1]
            if first == "[":
                self.open([])
                if self.skip_blank() != "]":
                    continue
            elif first == "{":
                self.open({})
                if self.skip(_SPACE) != "}":
                    self.read_key_of_value()
                    continue
            else:
                self.read_scalar()
            while self.outer:
                if self.goes_on():
                    break
                self.container, self.trail, self.depth, self.is_lost = self.outer.pop()
            else:
                return

    def open(self, inner: _Container) -> None:
        """An array or an inline table begins."""
        trail = self.trail_of_value()
        depth = self.depth + (1 if isinstance(self.container, list) else len(self.key))
        self.refuse_deeper(depth, self.offset)
        self.store(inner)
        self.outer.append((self.container, self.trail, self.depth, self.is_lost))
        self.container, self.trail, self.depth, self.is_lost = inner, trail, depth, self.value_is_lost
        self.offset += 1

    def goes_on(self) -> bool:
        """After an item: whether another one follows. Its key is read then; if not, the closing bracket is."""
        if isinstance(self.container, list):
            after = self.skip_blank()
            if after == ",":
                self.offset += 1
                after = self.skip_blank()
                if after != "]":
                    self.value_is_lost = self.is_lost
                    return True
            self.expect("]", "Unclosed array")
        elif self.skip(_SPACE) == ",":
            self.offset += 1
            self.skip(_SPACE)
            self.read_key_of_value()
            return True
        else:
            self.expect("}", "Unclosed inline table")
        return False

    def store(self, value: object) -> None:
        """Put a value that begins here where it belongs."""
        if isinstance(self.container, list):
            self.append(self.container, value, self.offset)
        else:
            name, offset = self.key[-1]
            self.put(self.goal, name, offset, value, self.offset)

    def read_scalar(self) -> None:
        scalar = read_scalar(self.text, self.offset)
        if scalar.number and not self.limits.allows_number(scalar.number):
            raise too_many_digits(self.limits, self.at(self.offset))
        self.store(scalar.converted())
        self.offset = scalar.end
