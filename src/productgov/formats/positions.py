"""Where the values of a tree stand in their text, resolved only when someone asks."""

from collections.abc import Callable, Mapping, Sequence

from productgov.findings import Location
from productgov.formats.lines import Lines
from productgov.formats.reading import Positions

__all__ = ["LazyPositions", "TreePositions"]


class LazyPositions:
    """The positions of a text that was read without them, found when someone asks for the first."""

    def __init__(self, find: Callable[[], Positions]) -> None:
        self._find = find
        self._found: Positions | None = None

    def locate(self, tokens: tuple[str | int, ...], *, key: bool = False) -> Location | None:
        """The place of a value (of its key, when `key`), or of its nearest ancestor that has one."""
        if self._found is None:
            self._found = self._find()
        return self._found.locate(tokens, key=key)


class TreePositions:
    """The marks a reader left beside the containers it made.

    Args:
        text: what was read.
        root: the data read from it.
        start: the mark of the root: the index of its first character.
        marks: by the id of each container, the marks of its items in order: of each value in a list; of each key and
            its value, alternating, in a dict.
    """

    def __init__(
        self,
        text: str,
        root: object,
        start: int,
        marks: Mapping[int, Sequence[int]],
    ) -> None:
        self._text = text
        self._root = root
        self._start = start
        self._marks = marks
        self._lines: Lines | None = None
        self._orders: dict[int, dict[str, int]] = {}

    def locate(self, tokens: tuple[str | int, ...], *, key: bool = False) -> Location | None:
        """The place of a value (of its key, when `key`), or of its nearest ancestor that has one."""
        value, mark = self._root, self._start
        for depth, token in enumerate(tokens, start=1):
            if isinstance(value, dict):
                order = self._order(value).get(str(token))
                if order is None:
                    break
                if key and depth == len(tokens):
                    mark = self._marks[id(value)][2 * order]
                    break
                mark = self._marks[id(value)][2 * order + 1]
                value = value[str(token)]
            elif isinstance(value, list) and isinstance(token, int) and 0 <= token < len(value):
                mark = self._marks[id(value)][token]
                value = value[token]
            else:
                break
        if self._lines is None:
            self._lines = Lines(self._text)
        return self._lines.at(mark)

    def _order(self, mapping: dict[str, object]) -> dict[str, int]:
        order = self._orders.get(id(mapping))
        if order is None:
            order = self._orders[id(mapping)] = {name: index for index, name in enumerate(mapping)}
        return order
