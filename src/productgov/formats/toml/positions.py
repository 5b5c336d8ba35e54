"""Where the keys of a TOML text stand; its values have no places of their own, for `tomllib` keeps none."""

from productgov.findings import Location
from productgov.formats.lines import Lines

__all__ = ["KeyNode", "KeyPositions"]


class KeyNode:
    """A table, or an array that has keys below it: where its key stands, and what stands below.

    A key with nothing below it is only the offset of its first character. The elements of an array of tables stand
    below it by their index; `elements` counts them.
    """

    __slots__ = ("below", "elements", "offset")

    def __init__(self, offset: int) -> None:
        self.offset: int = offset
        self.below: dict[str | int, KeyNode | int] = {}
        self.elements: int = 0

    def child(self, token: str | int, offset: int) -> "KeyNode":
        """The node below, made when there is none; where another key stands already, a node that nobody will find."""
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


class KeyPositions:
    """The places of the keys of one text."""

    def __init__(self, text: str, root: KeyNode) -> None:
        self._text = text
        self._root = root
        self._lines: Lines | None = None

    def locate(self, tokens: tuple[str | int, ...], *, key: bool = False) -> Location:  # noqa: ARG002
        """The place of the key of a value, or of its nearest ancestor that has one."""
        node, offset = self._root, self._root.offset
        for token in tokens:
            found = node.below.get(token, node.below.get(str(token)))
            if isinstance(found, KeyNode):
                node, offset = found, found.offset
            else:
                offset = offset if found is None else found
                break
        return self.at(offset)

    def at(self, offset: int) -> Location:
        """The line and column of a character."""
        if self._lines is None:
            self._lines = Lines(self._text)
        return self._lines.at(offset)
