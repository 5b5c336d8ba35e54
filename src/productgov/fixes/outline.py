"""Where the values of a text end, by where they begin."""

import json
from typing import NamedTuple, Protocol

__all__ = ["Container", "JsonOutline", "Outline", "Scalar"]


class Scalar(NamedTuple):
    """A text, a number or a constant: its end, the mark it is quoted by (none when it is plain), and its text."""

    end: int
    quote: str
    value: str


class Container(NamedTuple):
    """A list or an object: its end, and whether it stands in brackets."""

    end: int
    in_brackets: bool


class Outline(Protocol):
    """The ends of the values of one text; None where no such value begins."""

    def scalar(self, start: int) -> Scalar | None:
        """The text that begins here."""

    def container(self, start: int) -> Container | None:
        """The list or object that begins here."""


class JsonOutline:
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
