"""The places of values in valid JSON text, found only when asked for, and searched no further than necessary."""

import re
from collections.abc import Callable, Iterator
from json import JSONDecoder
from threading import RLock

from productgov.formats.json.positioned_reader import read_positions
from productgov.formats.positions import Mark, TextPositions
from productgov.paths import Path

__all__ = ["JsonLocator"]

_after_space = re.compile(r"[ \t\n\r]*").match
_decode = JSONDecoder().raw_decode


class JsonLocator(TextPositions):
    """The positions of a text without syntax errors and without duplicate keys.

    Each container on the way to a value is indexed as far as it was searched; everything else is skipped at the
    speed of the standard library's scanner.
    """

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._containers: dict[int, _Container] = {}
        self._lock = RLock()

    def find(self, path: Path, *, key: bool = False) -> tuple[int, object]:
        with self._lock:  # a container that is searched in part must not be entered by two threads
            return self._find(path, key=key)

    def _find(self, path: Path, *, key: bool) -> tuple[int, object]:
        offset = _skip_space(self.text, 0)
        for depth, token in enumerate(path, start=1):
            found = self._container(offset).find(token)
            if found is None:
                break
            if key and depth == len(path):
                return found[0], token
            offset = found[1]
        return offset, None

    def marks(self) -> Iterator[Mark]:
        return read_positions(self.text).marks()

    def _container(self, offset: int) -> "_Container":
        if offset not in self._containers:
            self._containers[offset] = _Container(self.text, offset, self._end)
        return self._containers[offset]

    def _end(self, offset: int) -> int:
        """Where a value ends; what was searched already is not scanned again."""
        searched = self._containers.get(offset)
        return searched.end() if searched else _decode(self.text, offset)[1]


class _Container:
    """The members of the object or list at an offset; a scalar has none."""

    def __init__(self, text: str, offset: int, end_of: Callable[[int], int]) -> None:
        self._text = text
        self._end_of = end_of
        self._is_object = text[offset] == "{"
        self._is_list = text[offset] == "["
        self._offset = offset
        self._found: dict[str | int, tuple[int, int]] = {}
        self._members = self._search()

    def find(self, token: str | int) -> tuple[int, int] | None:
        """The offsets of a member's key and value; in a list, both are those of the item."""
        wanted = str(token) if self._is_object else token
        while wanted not in self._found:
            if next(self._members, None) is None:
                return None
        return self._found[wanted]

    def end(self) -> int:
        """Where the container ends."""
        for _ in self._members:
            pass
        return self._offset

    def _search(self) -> Iterator[bool]:
        text = self._text
        if not self._is_object and not self._is_list:
            self._offset = _decode(text, self._offset)[1]
            return
        offset = _skip_space(text, self._offset + 1)
        while text[offset] not in "]}":
            name: str | int = len(self._found)
            at = offset
            if self._is_object:
                name, end = _decode(text, at)
                offset = _skip_space(text, _skip_space(text, end) + 1)
            self._found[name] = at, offset
            yield True
            offset = _skip_space(text, self._end_of(offset))
            if text[offset] == ",":
                offset = _skip_space(text, offset + 1)
        self._offset = offset + 1


def _skip_space(text: str, offset: int) -> int:
    found = _after_space(text, offset)
    return found.end() if found else offset
