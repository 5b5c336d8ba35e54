"""PyYAML's parsers, made to agree: libyaml's, and the pure Python one where that is all there is.

This module needs PyYAML, so it is imported only when YAML is read.
"""

from collections.abc import Callable
from typing import Protocol, cast

import yaml
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner, ScannerError

from productgov.formats.yaml.diagnosis import Complaint

__all__ = ["TOO_DEEP_FOR_PARSER", "Event", "EventParser", "PureParser", "complaint_of", "fastest_parser"]

TOO_DEEP_FOR_PARSER = "exceeded maximum nesting depth"
"""What libyaml from 0.2.6 on says of more than 1,000 nested brackets, before it gives the first event."""

_WHITE = " \t\r\n\x85\u2028\u2029"
_WHITE_OR_END = _WHITE + "\0"
_LINE_ENDS = "\0\r\n\x85\u2028\u2029"


class Mark(Protocol):
    """A place in a text, counted in characters."""

    index: int


class Event(Protocol):
    """One event; which of these attributes it has depends on its class."""

    start_mark: Mark
    end_mark: Mark
    value: str
    style: str | None
    tag: str | None
    implicit: tuple[bool, bool]
    anchor: str | None
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


def complaint_of(error: Exception) -> Complaint:
    """What a parser says of a text that it refuses."""
    began, mark = getattr(error, "context_mark", None), getattr(error, "problem_mark", None)
    return Complaint(
        context=getattr(error, "context", None) or "",
        began=began.index if began else None,
        problem=getattr(error, "problem", None) or "the text is not YAML",
        offset=mark.index if mark else 0,
    )


class _Tokens(Protocol):
    """What PyYAML does not declare of its parser."""

    def peek_token(self) -> yaml.Token:
        """The next token."""
        ...

    def get_token(self) -> yaml.Token:
        """The next token, which is taken."""
        ...

    def parse_flow_node(self) -> Event:
        """The event with which a value in brackets begins."""
        ...


class PureParser(Reader, Scanner, Parser):
    """PyYAML's own parser, with its differences from libyaml mended: both say the same of every text.

    Where they differ, it takes what libyaml takes, refuses what libyaml refuses, and puts empty values where libyaml
    does. The differences that are left are in `docs/design.md`.
    """

    allow_simple_key: bool
    state: Callable[[], Event] | None

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)

    def get_event(self) -> Event:
        """The next event.

        Raises:
            yaml.YAMLError: the text is not YAML.
        """
        self._is_in_brackets = "flow" in getattr(self.state, "__name__", "")
        try:
            return cast("Event", super().get_event())  # type: ignore[no-untyped-call]
        except (ValueError, OverflowError):
            raise ScannerError(None, None, "found a number out of range", self.get_mark()) from None

    def scan_to_next_token(self) -> None:
        """Skip white space and comments: tabs too, where they cannot be mistaken for indentation."""
        while True:
            self._skip(" \t" if self.flow_level or not self.allow_simple_key else " ")
            if self.peek() == "#":
                while self.peek() not in _LINE_ENDS:
                    self.forward()
            if not self.scan_line_break():  # type: ignore[no-untyped-call]
                return
            if not self.flow_level:
                self.allow_simple_key = True

    def process_empty_scalar(self, mark: yaml.Mark) -> yaml.ScalarEvent:
        """A value, or a key, that is not there: in brackets, it is where the next thing begins."""
        if self._is_in_brackets:
            mark = cast("_Tokens", self).peek_token().start_mark
        return yaml.ScalarEvent(None, None, (True, False), "", mark, mark)

    def parse_flow_sequence_entry_mapping_key(self) -> Event:
        """What follows `?` in a list in brackets. After an empty key, libyaml passes over a token."""
        tokens = cast("_Tokens", self)
        mark = tokens.get_token().end_mark
        if not self.check_token(yaml.ValueToken, yaml.FlowEntryToken, yaml.FlowSequenceEndToken):
            self.states.append(self.parse_flow_sequence_entry_mapping_value)
            return tokens.parse_flow_node()
        if not self.check_token(yaml.FlowSequenceEndToken):
            tokens.get_token()
        self.state = self.parse_flow_sequence_entry_mapping_value
        return cast("Event", self.process_empty_scalar(mark))

    def scan_directive_name(self, start_mark: yaml.Mark) -> str:
        """The word after %; a tab may follow it."""
        start = self.pointer
        while self.peek().isascii() and (self.peek().isalnum() or self.peek() in "-_"):
            self.forward()
        if start == self.pointer:
            problem = "could not find expected directive name"
            raise ScannerError("while scanning a directive", start_mark, problem, self.get_mark())
        if self.peek() not in _WHITE_OR_END:
            problem = "found unexpected non-alphabetical character"
            raise ScannerError("while scanning a directive", start_mark, problem, self.get_mark())
        return str(self.buffer[start : self.pointer])

    def scan_directive(self) -> yaml.DirectiveToken:
        """A line that begins with %; an unknown one is refused."""
        token = super().scan_directive()
        if token.name not in {"YAML", "TAG"}:
            raise ScannerError(
                "while scanning a directive", token.start_mark, "found unknown directive name", token.end_mark
            )
        return token

    def scan_yaml_directive_value(self, start_mark: yaml.Mark) -> tuple[int, int]:
        """The version after %YAML; anything may follow it that `scan_directive_ignored_line` takes."""
        self._skip(" \t")
        major = self.scan_yaml_directive_number(start_mark)
        if self.peek() != ".":
            raise ScannerError(
                "while scanning a %YAML directive", start_mark, "did not find a version", self.get_mark()
            )
        self.forward()
        return major, self.scan_yaml_directive_number(start_mark)

    def scan_directive_ignored_line(self, start_mark: yaml.Mark) -> None:
        """The rest of the line of a directive: white space, tabs too, and a comment."""
        self._skip(" \t")
        super().scan_directive_ignored_line(start_mark)

    def scan_tag(self) -> yaml.TagToken:
        """A tag; a tab may follow it."""
        start = self.pointer
        try:
            return super().scan_tag()
        except ScannerError as error:
            if error.context != "while scanning a tag" or self.peek() != "\t":
                raise
            begins = error.context_mark
            return yaml.TagToken((None, self.buffer[start : self.pointer]), begins, self.get_mark())

    def scan_block_scalar_indicators(self, start_mark: yaml.Mark) -> tuple[bool | None, int | None]:
        """What stands directly after `|` or `>`, in any order: which line ends to keep, and the indentation."""
        keep, indentation = None, None
        for _ in range(2):
            if keep is None and self.peek() in "+-":
                keep = self.peek() == "+"
            elif indentation is None and self.peek() in "0123456789":
                indentation = int(self.peek())
            else:
                break
            self.forward()
            if indentation == 0:
                raise ScannerError(
                    "while scanning a block scalar", start_mark, "found an indentation of 0", self.get_mark()
                )
        return keep, indentation

    def scan_block_scalar_ignored_line(self, start_mark: yaml.Mark) -> None:
        """What may follow `|` or `>` on its line: white space, tabs too, and a comment."""
        self._skip(" \t")
        super().scan_block_scalar_ignored_line(start_mark)

    def scan_block_scalar_indentation(self) -> tuple[list[str], int, yaml.Mark]:
        """The empty lines before a block text, and how far its first line is indented."""
        found = super().scan_block_scalar_indentation()
        self._refuse_tab()
        return cast("tuple[list[str], int, yaml.Mark]", found)

    def scan_block_scalar_breaks(self, indent: int) -> tuple[list[str], yaml.Mark]:
        """The empty lines within a block text."""
        found = super().scan_block_scalar_breaks(indent)
        if self.column < indent:
            self._refuse_tab()
        return cast("tuple[list[str], yaml.Mark]", found)

    def _refuse_tab(self) -> None:
        if self.peek() == "\t":
            problem = "found a tab character where an indentation space is expected"
            raise ScannerError("while scanning a block scalar", None, problem, self.get_mark())

    def scan_plain(self) -> yaml.ScalarToken:
        """A text without quotes: words, and the white space between them, over lines that are indented enough."""
        start = end = self.get_mark()
        parts: list[str] = []
        space = ""
        while self.peek() != "#" and not (self.column == 0 and self._at_document_end()):
            word = self._scan_word(start)
            if word:
                parts += (space, word)
                end = self.get_mark()
                self.allow_simple_key = False
            if self.peek() not in _WHITE:
                break
            space = self._scan_white_space()
            if not self.flow_level and self.column <= self.indent:
                break
        return yaml.ScalarToken("".join(parts), plain=True, start_mark=start, end_mark=end)

    def _scan_word(self, begins: yaml.Mark) -> str:
        start = self.pointer
        while (character := self.peek()) not in _WHITE_OR_END:
            if character == ":":
                if self.flow_level and self.peek(1) in ",?[]{}":
                    raise ScannerError("while scanning a plain scalar", begins, "found unexpected ':'", self.get_mark())
                if self.peek(1) in _WHITE_OR_END:
                    break
            elif self.flow_level and character in ",[]{}":
                break
            self.forward()
        return str(self.buffer[start : self.pointer])

    def _scan_white_space(self) -> str:
        """The white space between two words, folded: one line break is a space, more are one less."""
        start = self.pointer
        self._skip(" \t")
        blanks = str(self.buffer[start : self.pointer])
        breaks: list[str] = []
        while line_break := self.scan_line_break():  # type: ignore[no-untyped-call]
            breaks.append(line_break)
            self.allow_simple_key = True
            while self.peek() in " \t":
                if self.peek() == "\t" and self.column <= self.indent:
                    problem = "found a tab character that violates indentation"
                    raise ScannerError("while scanning a plain scalar", None, problem, self.get_mark())
                self.forward()
        if not breaks:
            return blanks
        return "".join(breaks[1:]) or " "

    def _skip(self, characters: str) -> None:
        while self.peek() in characters:
            self.forward()

    def _at_document_end(self) -> bool:
        return self.prefix(3) in {"---", "..."} and self.peek(3) in _WHITE_OR_END
