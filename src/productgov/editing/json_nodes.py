"""The values of a JSON text that has been read before, with their places."""

import json
import re

from productgov.editing.nodes import Mapping, Node, Scalar, Sequence

__all__ = ["json_nodes"]

_TOKEN = re.compile(r"""[\s,:]*(?:(?P<open>[\[{])|(?P<close>[\]}])|(?P<scalar>"(?:[^"\\]|\\.)*"|[^\s,:\[\]{}"]+))""")

_Frame = tuple[int, bool, list[Node]]
"""An open bracket: its offset, whether it is an object, and what has been read in it: of an object, keys and values."""


def json_nodes(text: str) -> Node:
    """The values of a text that is valid JSON."""
    inside: list[Node] = []
    outer: list[_Frame] = []
    for token in _TOKEN.finditer(text):
        if token["open"]:
            outer.append((token.start("open"), token["open"] == "{", inside))
            inside = []
        elif token["close"]:
            start, is_object, around = outer.pop()
            around.append(_container(start, token.end(), inside, is_object=is_object))
            inside = around
        else:
            written = token["scalar"]
            style = '"' if written.startswith('"') else ""
            inside.append(Scalar(token.start("scalar"), token.end(), json.loads(written), style))
    return inside[0]


def _container(start: int, end: int, inside: list[Node], *, is_object: bool) -> Node:
    if not is_object:
        return Sequence(start, end, in_brackets=True, items=inside)
    keys = [key for key in inside[::2] if isinstance(key, Scalar)]
    return Mapping(start, end, in_brackets=True, keys=keys, items=inside[1::2])
