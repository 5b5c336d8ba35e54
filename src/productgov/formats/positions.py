"""The places of the values of one text, resolved only when someone asks."""

from abc import ABC, abstractmethod
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from productgov.findings import Location
from productgov.formats.extents import end_of_value
from productgov.formats.lines import Lines
from productgov.formats.reading import Extent
from productgov.paths import Path, Trail, path_of

__all__ = ["TextPositions", "TreePositions"]

Mark = tuple[int, Trail]
"""The offset of a key or a value, and its trail."""


class TextPositions(ABC):
    """Positions that rest on the offsets of characters."""

    def __init__(self, text: str) -> None:
        self.text = text

    @abstractmethod
    def find(self, path: Path, *, key: bool = False) -> tuple[int, object]:
        """The offset of a value (of its key, when `key`) or of its nearest ancestor in the text, and what is there."""

    @abstractmethod
    def marks(self) -> Iterator[Mark]:
        """Every key and value, those that contain others before them."""

    def locate(self, path: Path, *, key: bool = False) -> Location:
        return self.at(self.find(path, key=key)[0])

    def extent(self, path: Path, *, key: bool = False) -> Extent:
        offset, value = self.find(path, key=key)
        return self.at(offset), self.at(end_of_value(self.text, offset, value))

    def path_at(self, location: Location) -> Path:
        offsets, trails = self._sorted_marks
        index = bisect_right(offsets, self.lines.offset(location)) - 1
        return path_of(trails[index]) if index >= 0 else ()

    @cached_property
    def lines(self) -> Lines:
        """The lines of the text."""
        return Lines(self.text)

    def at(self, offset: int) -> Location:
        """The line and column of a character."""
        return self.lines.at(offset)

    @cached_property
    def _sorted_marks(self) -> tuple[list[int], list[Trail]]:
        marks = sorted(self.marks(), key=lambda mark: mark[0])
        return [offset for offset, _ in marks], [trail for _, trail in marks]


class TreePositions(TextPositions):
    """The marks that a reader left for the containers it made.

    Args:
        text: what was read.
        root: the data read from it.
        start: the mark of the root: the index of its first character.
        marks: by the id of each container, the marks of its items in order: of each value in a list; of each key and
            its value, alternating, in a dict.
    """

    def __init__(self, text: str, root: object, start: int, marks: Mapping[int, Sequence[int]]) -> None:
        super().__init__(text)
        self._root = root
        self._start = start
        self._marks = marks
        self._orders: dict[int, dict[str, int]] = {}

    def find(self, path: Path, *, key: bool = False) -> tuple[int, object]:
        value, mark = self._root, self._start
        for depth, token in enumerate(path, start=1):
            if isinstance(value, dict):
                order = self._order(value).get(str(token))
                if order is None:
                    break
                if key and depth == len(path):
                    return self._marks[id(value)][2 * order], str(token)
                mark = self._marks[id(value)][2 * order + 1]
                value = value[str(token)]
            elif isinstance(value, list) and isinstance(token, int) and 0 <= token < len(value):
                mark = self._marks[id(value)][token]
                value = value[token]
            else:
                break
        return mark, value

    def marks(self) -> Iterator[Mark]:
        waiting: list[tuple[object, int, Trail]] = [(self._root, self._start, None)]
        while waiting:
            value, mark, trail = waiting.pop()
            yield mark, trail
            if isinstance(value, dict):
                marks = self._marks[id(value)]
                items = zip(value.items(), marks[::2], marks[1::2], strict=True)
                inner = [(item, offset, (trail, name), at) for (name, item), at, offset in items]
                yield from ((at, within) for _, _, within, at in inner)
                waiting.extend((item, offset, within) for item, offset, within, _ in reversed(inner))
            elif isinstance(value, list):
                marks = self._marks[id(value)]
                waiting.extend((value[index], marks[index], (trail, index)) for index in reversed(range(len(value))))

    def _order(self, mapping: dict[str, object]) -> dict[str, int]:
        order = self._orders.get(id(mapping))
        if order is None:
            order = self._orders[id(mapping)] = {name: index for index, name in enumerate(mapping)}
        return order
