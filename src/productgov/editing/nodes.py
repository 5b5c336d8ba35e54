"""The values of a text with their places: what an edit looks at before it changes anything."""

from typing import NamedTuple, TypeAlias, cast

from productgov.paths import Path

__all__ = ["Finder", "Mapping", "Node", "Scalar", "Sequence"]


class Scalar(NamedTuple):
    """A text, a number or a constant; or a key.

    Attributes:
        start: the offset of its first character.
        end: the offset after its last character; of a block text, the end of its last line that is not blank.
        style: how it is written: `"`, `'`, `|`, `>`, or nothing for a scalar without quotes
            and for values in JSON.
        text: what is written, without quotes and indentation; in JSON as it stands there, but for keys.
    """

    start: int
    end: int
    style: str
    text: str


class Sequence(NamedTuple):
    """A list.

    Attributes:
        start: the offset of its bracket, or of its first dash.
        end: the offset after its bracket, or after its last item.
        in_brackets: whether it is written in brackets.
        items: its items.
    """

    start: int
    end: int
    in_brackets: bool
    items: "list[Node]"


class Mapping(NamedTuple):
    """An object.

    Attributes:
        start: the offset of its bracket, or of its first key.
        end: the offset after its bracket, or after its last value.
        in_brackets: whether it is written in brackets.
        keys: its keys.
        items: its values, in the order of the keys.
    """

    start: int
    end: int
    in_brackets: bool
    keys: list[Scalar]
    items: "list[Node]"

    def names(self) -> list[str]:
        """The texts of its keys."""
        return [key.text for key in self.keys]


Node: TypeAlias = Scalar | Sequence | Mapping


class Finder:
    """Finds values by their paths, which exist.

    Args:
        root: the values of a text.
    """

    def __init__(self, root: Node) -> None:
        self._root = root
        self._places: dict[int, dict[str, int]] = {}

    def __call__(self, path: Path) -> Node:
        """The value at a path."""
        node = self._root
        for token in path:
            if isinstance(node, Mapping):
                node = node.items[self._place(node, str(token))]
            else:
                node = cast(Sequence, node).items[int(token)]
        return node

    def _place(self, node: Mapping, name: str) -> int:
        if id(node) not in self._places:
            self._places[id(node)] = {known: index for index, known in enumerate(node.names())}
        return self._places[id(node)][name]
