"""The values of a YAML text with their places; needs PyYAML, so it is imported only when YAML is edited."""

from typing import Any, cast

import yaml

from productgov.editing.nodes import Mapping, Node, Scalar, Sequence
from productgov.formats.yaml.parsers import EventParser, fastest_parser
from productgov.formats.yaml.placeholders import Placeholders
from productgov.formats.yaml.scalars import resolve

__all__ = ["yaml_nodes"]

_STARTS = (yaml.MappingStartEvent, yaml.SequenceStartEvent)
_ENDS = (yaml.MappingEndEvent, yaml.SequenceEndEvent)


def yaml_nodes(text: str) -> Node:
    """The values of a text that is valid YAML, without anchors and tags."""
    hidden = Placeholders(text)
    return _Composer(text, hidden).compose(fastest_parser(hidden.text))


class _Composer:
    """Takes events and keeps what has been read in the open collections: of a mapping, keys and values in turn."""

    def __init__(self, text: str, hidden: Placeholders) -> None:
        self._text = text
        self._hidden = hidden
        self._inside: list[Node] = []
        self._outer: list[tuple[Any, list[Node]]] = []

    def compose(self, parser: EventParser) -> Node:
        end = 0
        while (event := cast(Any, parser.get_event())) is not None:
            kind = type(event)
            if kind is yaml.ScalarEvent:
                scalar = self._scalar(event)
                end = scalar.end
                self._inside.append(scalar)
            elif kind in _STARTS:
                self._outer.append((event, self._inside))
                self._inside = []
            elif kind in _ENDS:
                began, around = self._outer.pop()
                end = event.end_mark.index if began.flow_style else end
                around.append(_collection(began, end, self._inside))
                self._inside = around
        return self._inside[0]

    def _scalar(self, event: Any) -> Scalar:
        start, style = event.start_mark.index, event.style or ""
        end = event.end_mark.index if style not in {"|", ">"} else self._end_of_block(start, event.end_mark.index)
        value: object = event.value
        if not event.implicit[0]:
            value = self._hidden.restore(event.value, start)
        elif not self._expects_key():
            value = resolve(event.value)
        return Scalar(start, end, value, style)

    def _expects_key(self) -> bool:
        if not self._outer or len(self._inside) % 2:
            return False
        return isinstance(self._outer[-1][0], yaml.MappingStartEvent)

    def _end_of_block(self, start: int, end: int) -> int:
        """Where a block text ends: of one that keeps the blank lines after it, before the last line break of these."""
        text = self._text
        header = text[start:end].partition("\n")[0].partition("#")[0]
        if "+" in header:
            return end - (2 if text[start:end].endswith("\r\n") else 1 if text[start:end].endswith("\n") else 0)
        last = start + len(text[start:end].rstrip(" \r\n"))
        line_end = text.find("\n", last, end)
        return last if line_end < 0 else line_end - (text[line_end - 1] == "\r")


def _collection(began: Any, end: int, inside: list[Node]) -> Node:
    start, in_brackets = began.start_mark.index, bool(began.flow_style)
    if isinstance(began, yaml.SequenceStartEvent):
        return Sequence(start, end, in_brackets, inside)
    keys = [key for key in inside[::2] if isinstance(key, Scalar)]
    return Mapping(start, end, in_brackets, keys, inside[1::2])
