"""Single values of TOML: texts, numbers, dates and times."""

import datetime as dt
import re
from typing import NamedTuple

from productgov.formats.toml.syntax_errors import NotTomlError

__all__ = ["Scalar", "read_quoted", "read_scalar"]

_CONTROL = r"\x00-\x08\x0a-\x1f\x7f"
_CONTROL_BUT_NEWLINE = r"\x00-\x08\x0b-\x1f\x7f"
_BASIC = re.compile(rf'"((?:[^"\\{_CONTROL}]++|\\.)*+)("?)')
_LITERAL = re.compile(rf"'([^'{_CONTROL}]*+)('?)")
_BASIC_LINES = re.compile(
    rf'"""\n?((?:[^"\\{_CONTROL_BUT_NEWLINE}]++|\\.|"{{1,2}}(?!"))*+)((?:""")?)("{{0,2}})', re.DOTALL
)
_LITERAL_LINES = re.compile(rf"'''\n?((?:[^'{_CONTROL_BUT_NEWLINE}]++|'{{1,2}}(?!'))*+)((?:''')?)('{{0,2}})")
_ESCAPE = re.compile(
    r'\\(?:(?P<short>["\\bfnrt])|u(?P<four>[0-9A-Fa-f]{4})|U(?P<eight>[0-9A-Fa-f]{8})'
    r"|(?P<folded>[ \t]*+\n[ \t\n]*+))?"
)
_SHORT = {'"': '"', "\\": "\\", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_TIME = r"(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]++)?"
_DATE_OR_TIME = re.compile(
    rf"(?P<date>[0-9]{{4}}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01]))"
    rf"(?P<rest>[Tt ]{_TIME}(?:[Zz]|[-+](?:[01][0-9]|2[0-3]):[0-5][0-9])?)?"
    rf"|(?P<time>{_TIME})"
)
_NUMBER = re.compile(
    r"(?P<based>0(?:x[0-9A-Fa-f](?:_?[0-9A-Fa-f])*+|b[01](?:_?[01])*+|o[0-7](?:_?[0-7])*+))"
    r"|[-+]?(?:0|[1-9](?:_?[0-9])*+)(?P<fraction>(?:\.[0-9](?:_?[0-9])*+)?(?:[eE][-+]?[0-9](?:_?[0-9])*+)?)"
)
_CONSTANTS: dict[str, bool | float] = {
    "true": True,
    "false": False,
    **{f"{sign}inf": float(f"{sign}inf") for sign in ("", "+", "-")},
    **dict.fromkeys(("nan", "+nan", "-nan"), float("nan")),
}
_CONSTANT = re.compile(r"true|false|[-+]?(?:inf|nan)")
_DIGITS = frozenset("0123456789")


class Scalar(NamedTuple):
    """A value, where it ends, and its digits if it is a number that is not converted yet."""

    value: object
    end: int
    number: str = ""

    def converted(self) -> object:
        """The value; a number is converted here, so that its digits can be counted before."""
        if not self.number:
            return self.value
        return float(self.number) if self.value is float else int(self.number, 0)


def read_scalar(text: str, offset: int) -> Scalar:
    """The value that begins at an offset; dates and times are ISO text.

    Raises:
        NotTomlError: there is none, or it is malformed.
    """
    first = text[offset : offset + 1]
    if first in {'"', "'"}:
        return _read_text(text, offset, first)
    if first in _DIGITS:
        dated = _DATE_OR_TIME.match(text, offset)
        if dated:
            return Scalar(_iso(dated), dated.end())
    number = _NUMBER.match(text, offset)
    if number:
        return Scalar(float if number["fraction"] else int, number.end(), number[0])
    constant = _CONSTANT.match(text, offset)
    if constant:
        return Scalar(_CONSTANTS[constant[0]], constant.end())
    raise NotTomlError(offset, "Invalid value")


def read_quoted(text: str, offset: int) -> tuple[str, int]:
    """The text in quotes, on one line, that begins at an offset, and where it ends.

    Raises:
        NotTomlError: it is malformed.
    """
    found = _matched(_BASIC if text[offset] == '"' else _LITERAL, text, offset)
    return _plain(found), found.end()


def _read_text(text: str, offset: int, quote: str) -> Scalar:
    if not text.startswith(quote * 3, offset):
        return Scalar(*read_quoted(text, offset))
    found = _matched(_BASIC_LINES if quote == '"' else _LITERAL_LINES, text, offset)
    return Scalar(_plain(found) + found[3], found.end())


def _matched(pattern: re.Pattern[str], text: str, offset: int) -> re.Match[str]:
    found = pattern.match(text, offset)
    assert found is not None, "the pattern begins with the quote that is there"
    if found[2]:
        return found
    stopped = found.end(1)
    if stopped + 1 < len(text) and text[stopped] == "\\":
        raise NotTomlError(stopped + 1, "Unescaped '\\' in a string")
    if stopped >= len(text) or text[stopped] in "\"'\\":
        raise NotTomlError(len(text), "Unterminated string")
    raise NotTomlError(stopped, f"Illegal character {text[stopped]!r}")


def _plain(found: re.Match[str]) -> str:
    """What is between quotes, with its escapes replaced where there can be any."""
    inner = found[1]
    if "\\" not in inner or found[0][0] == "'":
        return inner
    start = found.start(1)
    return _ESCAPE.sub(lambda escape: _character(escape, start), inner)


def _character(escape: re.Match[str], start: int) -> str:
    if escape["short"]:
        return _SHORT[escape["short"]]
    if escape["folded"]:
        return ""
    written = escape["four"] or escape["eight"]
    if not written:
        raise NotTomlError(start + escape.end() + 1, "Unescaped '\\' in a string")
    code = int(written, 16)
    if code > 0x10FFFF or 0xD800 <= code <= 0xDFFF:
        raise NotTomlError(start + escape.end(), "Escaped character is not a Unicode scalar value")
    return chr(code)


def _iso(found: re.Match[str]) -> str:
    """A date, a time or both as Python writes them: with a T, an offset for Z, and microseconds."""
    written = found[0].upper().replace(" ", "T")
    try:
        if found["time"]:
            return dt.time.fromisoformat(written).isoformat()
        if found["rest"]:
            return dt.datetime.fromisoformat(written).isoformat()
        return dt.date.fromisoformat(written).isoformat()
    except ValueError:
        raise NotTomlError(found.start(), "Invalid date or datetime") from None
