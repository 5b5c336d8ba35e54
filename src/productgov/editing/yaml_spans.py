"""Where the values of a YAML text end; needs PyYAML, so it is imported only when YAML is edited."""

from typing import Any, cast

import yaml

from productgov.editing.spans import Container, Scalar
from productgov.formats.yaml.parsers import EventParser, fastest_parser
from productgov.formats.yaml.placeholders import Placeholders

__all__ = ["YamlSpans"]

_STARTS = (yaml.MappingStartEvent, yaml.SequenceStartEvent)
_ENDS = (yaml.MappingEndEvent, yaml.SequenceEndEvent)


class YamlSpans:
    """The ends of the values of a YAML text.

    A list or object in brackets ends with its bracket; any other ends with the last scalar in it.
    """

    def __init__(self, text: str) -> None:
        self._scalars: dict[int, Scalar] = {}
        self._containers: dict[int, Container] = {}
        hidden = Placeholders(text)
        self._read(fastest_parser(hidden.text), hidden)

    def scalar(self, start: int) -> Scalar | None:
        return self._scalars.get(start)

    def container(self, start: int) -> Container | None:
        return self._containers.get(start)

    def _read(self, parser: EventParser, hidden: Placeholders) -> None:
        end = 0
        opened: list[tuple[int, bool]] = []
        while (event := cast(Any, parser.get_event())) is not None:
            kind = type(event)
            if kind is yaml.ScalarEvent:
                start, end = event.start_mark.index, event.end_mark.index
                self._scalars[start] = Scalar(end, event.style or "", hidden.restore(event.value, start))
            elif kind in _STARTS:
                opened.append((event.start_mark.index, bool(event.flow_style)))
            elif kind in _ENDS:
                start, in_brackets = opened.pop()
                end = event.end_mark.index if in_brackets else end
                self._containers[start] = Container(end, in_brackets)
