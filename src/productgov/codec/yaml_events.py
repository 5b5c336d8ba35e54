"""PyYAML's parsers, made to agree: libyaml's, and the pure Python one where that is all there is.

This module needs PyYAML, so it is imported only when YAML is read.
"""

import re
from typing import Protocol, cast

import yaml
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner, ScannerError

__all__ = ["NEEDS_PURE_PARSER", "Event", "EventParser", "PureParser", "fastest_parser"]

NEEDS_PURE_PARSER = "found invalid Unicode character escape code"
"""What libyaml says of an escape for half a character, which JSON and PyYAML's own parser allow."""

_SURROGATE = re.compile(r"[\ud800-\udfff]")


class Mark(Protocol):
    """A place in a text, counted in characters."""

    index: int


class Event(Protocol):
    """One event; which of these attributes it has depends on its class."""

    start_mark: Mark
    value: str
    tag: str | None
    implicit: tuple[bool, bool]
    anchor: str
    version: tuple[int, int] | None


class EventParser(Protocol):
    """What a text says, event by event; the last one is a `yaml.StreamEndEvent`."""

    def get_event(self) -> Event:
        """The next event.

        Raises:
            yaml.YAMLError: the text is not YAML.
        """
        ...


def fastest_parser(text: str) -> EventParser:
    """Libyaml's parser when PyYAML was built with it, else the pure one."""
    return cast("EventParser", yaml.CBaseLoader(text)) if yaml.__with_libyaml__ else PureParser(text)


class PureParser(Reader, Scanner, Parser):
    """PyYAML's own parser, with the few differences from libyaml mended."""

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)

    def get_event(self) -> Event:
        """The next event.

        Raises:
            yaml.YAMLError: the text is not YAML.
        """
        try:
            return cast("Event", super().get_event())  # type: ignore[no-untyped-call]
        except (ValueError, OverflowError):
            raise ScannerError(None, None, "found a number out of range", self.get_mark()) from None

    def scan_to_next_token(self) -> None:
        """Skip spaces, comments and line breaks, and tabs where they cannot be mistaken for indentation."""
        while True:
            blanks = " \t" if self.flow_level or not self.allow_simple_key else " "
            while self.peek() in blanks:
                self.forward()
            if self.peek() == "#":
                while self.peek() not in "\0\r\n\x85\u2028\u2029":
                    self.forward()
            if not self.scan_line_break():  # type: ignore[no-untyped-call]
                return
            if not self.flow_level:
                self.allow_simple_key = True

    def scan_flow_scalar(self, style: str) -> yaml.ScalarToken:
        """A quoted text; two escapes that are the halves of one character become that character."""
        token = super().scan_flow_scalar(style)
        if _SURROGATE.search(token.value):
            token.value = token.value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
        return token
