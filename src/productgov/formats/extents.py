"""Where the text of a value ends, on the line where it begins."""

import re

__all__ = ["end_of_value"]

_DOUBLE_QUOTED = re.compile(r'"(?:[^"\\\r\n]|\\.)*+"?')
_SINGLE_QUOTED = re.compile(r"'(?:[^'\r\n]|'')*+'?")
_WORD = re.compile(r"[^\s,:=\[\]{}]+")
_LINE = re.compile(r"[^\r\n]*")
_IN_BRACKETS = re.compile(r"""[^"'\[\]{}\r\n]+|"(?:[^"\\\r\n]|\\.)*+"?|'(?:[^'\r\n]|'')*+'?|[\[\]{}]""")
_LONGEST = 1_000
"""How many characters of a bracket are looked at: a finding in a long line must not cost as much as the line."""


def end_of_value(text: str, start: int, value: object) -> int:
    """The offset after a value that begins at `start`; of one over several lines, the end of its first line.

    Args:
        text: a text in any of the formats.
        start: the offset of the first character of the value or key.
        value: the value or key as it was read: it says how far a text without quotes goes.
    """
    first = text[start : start + 1]
    if first == '"':
        return _end(_DOUBLE_QUOTED.match(text, start), start)
    if first == "'":
        return _end(_SINGLE_QUOTED.match(text, start), start)
    if first in ("{", "["):
        return _end_of_bracket(text, start)
    if isinstance(value, str):
        length = _shared(text[start : start + len(value)], value)
        if length:
            return start + length
    if isinstance(value, (dict, list)):
        line = _LINE.match(text, start, start + _LONGEST)
        return start + len(line[0].rstrip()) if line else start
    return _end(_WORD.match(text, start), start)


def _end(found: re.Match[str] | None, start: int) -> int:
    return found.end() if found else start


def _end_of_bracket(text: str, start: int) -> int:
    depth = 0
    offset, last = start, min(len(text), start + _LONGEST)
    while offset < last and (part := _IN_BRACKETS.match(text, offset, last)):
        offset = part.end()
        if part[0] in "{[":
            depth += 1
        elif part[0] in "}]":
            depth -= 1
            if not depth:
                break
    return start + len(text[start:offset].rstrip())


def _shared(written: str, value: str) -> int:
    """How many characters a text shares with its value, up to the end of its line and without blanks at its end."""
    if written == value and "\n" not in value:
        return len(value)
    pairs = zip(written, value, strict=False)
    length = next((index for index, (one, other) in enumerate(pairs) if one != other or one in "\r\n"), len(written))
    return len(written[:length].rstrip())
