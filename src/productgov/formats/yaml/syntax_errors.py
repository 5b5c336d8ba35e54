"""Syntax errors of YAML, as PyYAML and libyaml report them: for each, a message and a hint."""

import re

__all__ = [
    "BYTE_ORDER_MARK",
    "HALF_OF_A_CHARACTER",
    "INCOMPATIBLE",
    "cannot_begin",
    "explained",
    "misplaced_mark",
    "tag_directive",
    "unprintable",
]

BYTE_ORDER_MARK = "\ufeff"
HALF_OF_A_CHARACTER = ("an escape for half of a character", "write the whole character")
INCOMPATIBLE = "found incompatible YAML document"

_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MISPLACED_MARK = re.compile("(?:^|(?<=[\r\n\x85\u2028\u2029]))\ufeff")
_TAG_DIRECTIVE = re.compile("(?:^|(?<=[\r\n\x85\u2028\u2029]))%TAG")
_INDENTATION = "compare the indentation with the lines above, and whether a quote or bracket is not closed"
_KNOWN = (
    (
        "mapping values are not allowed",
        "': ' where a key is not allowed",
        "put a text that holds ': ' in quotes, or indent the line like its neighbours",
    ),
    (
        "could not find expected ':'",
        "a line that is neither a key with its ':' nor part of a text",
        "write key: value; a text over several lines is put in quotes or after '|'",
    ),
    ("unexpected end of stream", "a text in quotes that begins before is never closed", "close it with its quote"),
    ("unexpected document", "a text in quotes that begins before is never closed", "close it with its quote"),
    (
        "escape",
        "an escape that YAML does not have",
        "a backslash itself is written \\\\; in single quotes it stays as it is",
    ),
    ("tab character", "a tab in the indentation", "indent with spaces"),
    (INCOMPATIBLE, "a version of YAML that is not known", "remove the directive, or write %YAML 1.2"),
    ("document start", "the document has ended before this", "a file holds one value, with nothing after it"),
)


def unprintable(text: str) -> int | None:
    """The offset of the first character that YAML does not allow anywhere, or of a mark that a parser might skip."""
    found = _UNPRINTABLE.search(text) or misplaced_mark(text)
    return found.start() if found else None


def misplaced_mark(text: str) -> re.Match[str] | None:
    """A byte order mark at the beginning of a line, which libyaml skips and does not count."""
    return _MISPLACED_MARK.search(text) if BYTE_ORDER_MARK in text else None


def tag_directive(text: str) -> re.Match[str] | None:
    """A `%TAG` line. Tags are refused anyway, and the time that libyaml takes grows with the square of such lines."""
    return _TAG_DIRECTIVE.search(text) if "%TAG" in text else None


def cannot_begin(character: str) -> tuple[str, str]:
    """A text without quotes begins with a character that means something else there."""
    return f"a text cannot begin with {character!r}", "put the text in quotes"


def explained(problem: str, context: str | None = None, character: str = "") -> tuple[str, str]:
    """A message and a hint from the words of PyYAML or libyaml, and the character where it stopped."""
    if "cannot start any token" in problem:
        if character == "\t":
            return "a tab in the indentation", "indent with spaces"
        return cannot_begin(character)
    for words, message, hint in _KNOWN:
        if words in problem:
            return message, hint
    return f"{context}: {problem}" if context else problem, _INDENTATION
