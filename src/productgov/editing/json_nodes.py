"""The values of a JSON text that has been read before, with their places."""

import json
import re

from productgov.editing.nodes import Mapping, Node, Scalar, Sequence

__all__ = ["json_nodes"]

_TOKEN = re.compile(r"""[\[{\]}]|"(?:[^"\\]|\\.)*"|[^\s,:\[\]{}"]+""")


def json_nodes(text: str) -> Node:
    """The values of a text that is valid JSON."""
    inside: list[Node] = []
    outer: list[tuple[int, list[Node]]] = []
    for token in _TOKEN.finditer(text):
        written = token[0]
        if written in "[{":
            outer.append((token.start(), inside))
            inside = []
        elif written in "]}":
            start, around = outer.pop()
            around.append(_container(start, token.end(), inside, is_object=written == "}"))
            inside = around
        else:
            inside.append(Scalar(token.start(), token.end(), "", written))
    return inside[0]


def _container(start: int, end: int, inside: list[Node], *, is_object: bool) -> Node:
    if not is_object:
        return Sequence(start, end, in_brackets=True, items=inside)
    return Mapping(start, end, in_brackets=True, keys=[_key(key) for key in inside[::2]], items=inside[1::2])


def _key(node: Node) -> Scalar:
    written = node.text if isinstance(node, Scalar) else ""
    return Scalar(node.start, node.end, '"', json.loads(written) if "\\" in written else written[1:-1])
