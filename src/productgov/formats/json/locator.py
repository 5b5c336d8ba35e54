"""Where values stand in JSON text that is known to be good: looked for only when asked, and no further than asked."""

import re
from collections.abc import Callable, Iterator
from json import JSONDecoder

from productgov.findings import Location
from productgov.formats.lines import Lines

__all__ = ["JsonLocator"]

_after_space = re.compile(r"[ \t\n\r]*").match
_decode = JSONDecoder().raw_decode


class JsonLocator:
    """The positions of a text without mistakes in its grammar and without keys that stand twice.

    Each container on the way to a place is indexed as far as it was searched, and what lies beside the way is
    skipped at the speed of the standard library's scanner.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines: Lines | None = None
        self._containers: dict[int, _Container] = {}

    def locate(self, tokens: tuple[str | int, ...], *, key: bool = False) -> Location | None:
        """The place of a value (of its key, when `key`), or of its nearest ancestor that stands there."""
        mark = offset = _skip_space(self._text, 0)
        for depth, token in enumerate(tokens, start=1):
            found = self._container(offset).find(token)
            if found is None:
                break
            mark, offset = found if key and depth == len(tokens) else (found[1], found[1])
        if self._lines is None:
            self._lines = Lines(self._text)
        return self._lines.at(mark)

    def _container(self, offset: int) -> "_Container":
        if offset not in self._containers:
            self._containers[offset] = _Container(self._text, offset, self._end)
        return self._containers[offset]

    def _end(self, offset: int) -> int:
        """Where a value ends; what was searched already is not scanned again."""
        searched = self._containers.get(offset)
        return searched.end() if searched else _decode(self._text, offset)[1]


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
        """Where a member's key and value stand; in a list, an item is both."""
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
