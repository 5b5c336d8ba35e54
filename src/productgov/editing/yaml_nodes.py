"""The values of a YAML text with their places; needs PyYAML, so it is imported only when YAML is edited."""

from typing import Any, cast

import yaml

from productgov.editing.nodes import Mapping, Node, Scalar, Sequence
from productgov.formats.yaml.parsers import EventParser, fastest_parser
from productgov.formats.yaml.placeholders import Placeholders

__all__ = ["yaml_nodes"]

_STARTS = (yaml.MappingStartEvent, yaml.SequenceStartEvent)
_ENDS = (yaml.MappingEndEvent, yaml.SequenceEndEvent)


def yaml_nodes(text: str) -> Node:
    """The values of a text that is valid YAML, without anchors and tags."""
    hidden = Placeholders(text)
    return _read(fastest_parser(hidden.text), text, hidden if hidden.needed else None)


def _read(parser: EventParser, text: str, hidden: Placeholders | None) -> Node:
    scalar, get_event = yaml.ScalarEvent, parser.get_event
    end = 0
    inside: list[Node] = []
    outer: list[tuple[Any, list[Node]]] = []
    while (event := cast(Any, get_event())) is not None:
        kind = type(event)
        if kind is scalar:
            start, style = event.start_mark.index, event.style or ""
            end = event.end_mark.index
            if style in {"|", ">"}:
                end = _end_of_block(text, start, end)
            written = hidden.restore(event.value, start) if hidden else event.value
            inside.append(Scalar(start, end, style, written))
        elif kind in _STARTS:
            outer.append((event, inside))
            inside = []
        elif kind in _ENDS:
            began, around = outer.pop()
            end = event.end_mark.index if began.flow_style else end
            around.append(_collection(began, end, inside))
            inside = around
    return inside[0]


def _end_of_block(text: str, start: int, end: int) -> int:
    """Where a block text ends: of one that keeps the blank lines after it, before the last line break of these."""
    header = text[start : text.find("\n", start)].partition("#")[0]
    if "+" in header:
        return end - (2 if text[start:end].endswith("\r\n") else 1 if text[start:end].endswith("\n") else 0)
    last = start + len(text[start:end].rstrip(" \r\n"))
    line_end = text.find("\n", last, end)
    return last if line_end < 0 else line_end - (text[line_end - 1] == "\r")


def _collection(began: Any, end: int, inside: list[Node]) -> Node:  # of a mapping, keys and values in turn
    start, in_brackets = began.start_mark.index, bool(began.flow_style)
    if isinstance(began, yaml.SequenceStartEvent):
        return Sequence(start, end, in_brackets, inside)
    keys = [key for key in inside[::2] if isinstance(key, Scalar)]
    return Mapping(start, end, in_brackets, keys, inside[1::2])
