"""A reader of JSON with positions: iterative, strict (RFC 8259), slower than the standard library's.

It accepts what `json.loads` accepts, except the constants that are not JSON (NaN, Infinity) and duplicate keys.
"""

import re
from json import JSONDecodeError, JSONDecoder

import attrs

from productgov.formats.findings import UnreadableError, too_deep, too_many_digits, too_many_values
from productgov.formats.json.syntax_errors import bad_text, no_colon, no_key, no_value, not_continued, trailing
from productgov.formats.limits import DEEPEST, DEFAULT_LIMITS, Limits
from productgov.formats.positions import TreePositions
from productgov.formats.reading import Reading
from productgov.formats.tree import TreeBuilder

__all__ = ["read_positioned_json", "read_positions"]

_SPACE = re.compile(r"[ \t\n\r]*")
_SIMPLE_KEY = re.compile(r'"([^"\\\x00-\x1f]*)"[ \t\n\r]*:[ \t\n\r]*')
_SIMPLE_TEXT = re.compile(r'"([^"\\\x00-\x1f]*)"')
_NUMBER = re.compile(r"(-?(?:0|[1-9][0-9]*))((?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?)")
_CONSTANT = re.compile(r"true|false|null")
_CONSTANTS: dict[str, bool | None] = {"true": True, "false": False, "null": None}
_read_any_text = JSONDecoder().raw_decode
_OPENERS = frozenset("{[")
_CLOSERS = {dict: "}", list: "]"}

_Container = dict[str, object] | list[object]


def read_positioned_json(text: str, limits: Limits = DEFAULT_LIMITS) -> Reading:
    """Read JSON and remember the place of every key and value; never raises."""
    scan = _Scan(text, limits)
    try:
        scan.read()
    except UnreadableError as error:
        return scan.stopped(error)
    return scan.reading()


def read_positions(text: str) -> TreePositions:
    """The places of all keys and values of a text that was read before."""
    limits = attrs.evolve(DEFAULT_LIMITS, max_nodes=len(text) + 1, max_digits=len(text) + 1, max_depth=DEEPEST)
    scan = _Scan(text, limits)
    scan.read()
    return TreePositions(text, scan.root[0], scan.root_marks[0], scan.marks)


class _Scan(TreeBuilder):
    """A loop over the values of a text; `container` is what is being filled."""

    new_item_hint = "if another item begins here, write }, { before it; else keep one of the two"

    def __init__(self, text: str, limits: Limits) -> None:
        super().__init__(text, limits)
        self.nodes = 0
        self.container: _Container = self.root
        self.container_marks = self.root_marks
        self.key = ""
        self.key_offset = 0
        self.outer: list[tuple[_Container, list[int], str]] = []

    def read(self) -> None:
        """Read the whole text: a loop over its values, each followed by the commas and closers after it."""
        text = self.text
        offset = self.skip_space(0)
        while True:
            first = text[offset : offset + 1]
            if first in _OPENERS:
                self.open({} if first == "{" else [], offset)
                offset = self.skip_space(offset + 1)
                if text[offset : offset + 1] != _CLOSERS[type(self.container)]:
                    if first == "{":
                        offset = self.read_key(offset)
                    continue
            else:
                offset = self.skip_space(self.read_scalar(first, offset))
            while self.outer:
                after = text[offset : offset + 1]
                if after == ",":
                    offset = self.skip_space(offset + 1)
                    if type(self.container) is dict:
                        offset = self.read_key(offset)
                    break
                if after != _CLOSERS[type(self.container)]:
                    raise self.wrong(offset, *not_continued(text, offset, _CLOSERS[type(self.container)]))
                self.container, self.container_marks, self.key = self.outer.pop()
                offset = self.skip_space(offset + 1)
            else:
                if offset < len(text):
                    raise self.wrong(offset, *trailing(text, offset))
                return

    def skip_space(self, offset: int) -> int:
        found = _SPACE.match(self.text, offset)
        return found.end() if found else offset

    def open(self, container: _Container, offset: int) -> None:
        self.store(container, offset)
        self.outer.append((self.container, self.container_marks, self.key))
        if len(self.outer) > self.limits.max_depth:
            raise too_deep(self.limits, self.at(offset))
        self.container, self.container_marks = container, []
        self.marks[id(container)] = self.container_marks

    def store(self, value: object, offset: int) -> None:
        self.nodes += 1
        if self.nodes > self.limits.max_nodes:
            raise too_many_values(self.limits, self.at(offset))
        container = self.container
        if isinstance(container, list):
            container.append(value)
            self.container_marks.append(offset)
        elif self.key in container:
            self.note_duplicate(container, self.path(), self.key_offset)
        else:
            container[self.key] = value
            self.container_marks += (self.key_offset, offset)

    def path(self) -> list[str | int]:
        """The tokens of the current key."""
        outer = [key if type(container) is dict else len(container) - 1 for container, _, key in self.outer[1:]]
        return [*outer, self.key]

    def read_key(self, offset: int) -> int:
        """Read a key and its colon; give the offset of its value."""
        self.key_offset = offset
        simple = _SIMPLE_KEY.match(self.text, offset)
        if simple:
            self.key = simple[1]
            return simple.end()
        if self.text[offset : offset + 1] != '"':
            raise self.wrong(offset, *no_key(self.text, offset))
        self.key, offset = self.read_text(offset)
        offset = self.skip_space(offset)
        if self.text[offset : offset + 1] != ":":
            raise self.wrong(offset, *no_colon(self.text, offset))
        return self.skip_space(offset + 1)

    def read_scalar(self, first: str, offset: int) -> int:
        """Read a text, a number or a constant; give the offset of its end."""
        value: object
        if first == '"':
            value, end = self.read_text(offset)
        elif number := _NUMBER.match(self.text, offset):
            if not self.limits.allows_number(number[0]):
                raise too_many_digits(self.limits, self.at(offset))
            value = float(number[0]) if number[2] else int(number[0])
            end = number.end()
        elif constant := _CONSTANT.match(self.text, offset):
            value, end = _CONSTANTS[constant[0]], constant.end()
        else:
            raise self.wrong(offset, *no_value(self.text, offset))
        self.store(value, offset)
        return end

    def read_text(self, offset: int) -> tuple[str, int]:
        simple = _SIMPLE_TEXT.match(self.text, offset)
        if simple:
            return simple[1], simple.end()
        try:
            return _read_any_text(self.text, offset)
        except JSONDecodeError as error:
            raise self.wrong(error.pos, *bad_text(self.text, error.pos, error.msg)) from None
