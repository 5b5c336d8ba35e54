"""Where the values of a text end, looked up by where they start."""

import json
from typing import NamedTuple, Protocol

__all__ = ["Container", "JsonSpans", "Scalar", "Spans"]


class Scalar(NamedTuple):
    """A text, a number or a constant: its end, its quotation mark (empty when it has none), and its text."""

    end: int
    quote: str
    value: str


class Container(NamedTuple):
    """A list or an object: its end, and whether it is written in brackets."""

    end: int
    in_brackets: bool


class Spans(Protocol):
    """The ends of the values of one text; None where no such value starts."""

    def scalar(self, start: int) -> Scalar | None:
        """The scalar that starts here."""

    def container(self, start: int) -> Container | None:
        """The list or object that starts here."""


class JsonSpans:
    """The ends of the values of a JSON text."""

    def __init__(self, text: str) -> None:
        self._text = text

    def scalar(self, start: int) -> Scalar | None:
        if self._text[start : start + 1] != '"':
            return None
        value, end = json.JSONDecoder().raw_decode(self._text, start)
        return Scalar(end, '"', value)

    def container(self, start: int) -> Container | None:
        if self._text[start : start + 1] not in ("{", "["):
            return None
        return Container(json.JSONDecoder().raw_decode(self._text, start)[1], in_brackets=True)
