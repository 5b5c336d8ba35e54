"""The places of the keys of a TOML text; values have none of their own, because `tomllib` keeps none."""

from collections.abc import Iterator

from productgov.formats.positions import Mark, TextPositions
from productgov.paths import Path, Trail

__all__ = ["KeyNode", "KeyPositions"]


class KeyNode:
    """A table, or an array that has keys below it: the offset of its key, and the nodes below.

    A key with nothing below it is only the offset of its first character. The elements of an array of tables are
    below it by their index; `elements` counts them.
    """

    __slots__ = ("below", "elements", "offset")

    def __init__(self, offset: int) -> None:
        self.offset: int = offset
        self.below: dict[str | int, KeyNode | int] = {}
        self.elements: int = 0

    def child(self, token: str | int, offset: int) -> "KeyNode":
        """The node below, made when there is none; in place of another key, a node that is not kept."""
        found = self.below.get(token)
        if isinstance(found, KeyNode):
            return found
        made = KeyNode(offset)
        if found is None or found == offset:
            self.below[token] = made
        return made

    def append(self, offset: int) -> "KeyNode":
        """The node of one more element of an array of tables."""
        self.elements += 1
        return self.child(self.elements - 1, offset)

    def last(self) -> "KeyNode":
        """Where keys below this one go: into the last element of an array of tables, else right here."""
        return self.child(self.elements - 1, self.offset) if self.elements else self


class KeyPositions(TextPositions):
    """The places of the keys of one text; a value is at its key."""

    def __init__(self, text: str, root: KeyNode) -> None:
        super().__init__(text)
        self._root = root

    def find(self, path: Path, *, key: bool = False) -> tuple[int, object]:  # noqa: ARG002 - keys are all there is
        node, offset, name = self._root, self._root.offset, ""
        for token in path:
            found = node.below.get(token, node.below.get(str(token)))
            if found is None:
                break
            name = token if isinstance(token, str) else name
            if not isinstance(found, KeyNode):
                return found, name
            node, offset = found, found.offset
        return offset, name

    def marks(self) -> Iterator[Mark]:
        waiting: list[tuple[KeyNode, Trail]] = [(self._root, None)]
        while waiting:
            node, trail = waiting.pop()
            yield node.offset, trail
            for token, below in node.below.items():
                if isinstance(below, KeyNode):
                    waiting.append((below, (trail, token)))
                else:
                    yield below, (trail, token)
