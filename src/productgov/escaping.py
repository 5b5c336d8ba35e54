r"""What is never printed as it is: characters that move the cursor, turn the direction of reading, or cannot be seen.

Unsafe are control characters (C0, DEL, C1), line and paragraph separators (U+2028, U+2029), lone surrogates (which also
stand for the bytes of a file name that is not UTF-8), controls of the reading direction, and the characters that
Unicode calls default-ignorable: zero-width blanks and joiners, soft hyphens, tags, fillers, variation selectors.

Some of the latter are part of how people write. They are kept where they do their work, and only there: a joiner within
an emoji, after a letter of the Arabic script or next to a virama; a selector after the symbol or ideograph that it
selects a form of; the tags of a flag. Marks of the reading direction are never kept: a line of a report mixes texts,
and one mark in one of them would reorder the rest.
"""

import re
import unicodedata

__all__ = ["command_free", "escaped", "escaped_in_data", "escaped_in_json", "formula_free", "visible"]

_SYMBOL = "\u00a9\u00ae\u203c\u2049\u2100-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001fbff"
_ARABIC = "\u0620-\u06dc\u06df-\u06ff\u0710-\u077f\u0840-\u085b\u0860-\u088f\u0898-\u08e1\u08e3-\u08ff"
_VIRAMA = "\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d\u0dca\u1039\u17d2"
_IDEOGRAPH = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_KEPT = "|".join(
    (
        f"(?<=[{_SYMBOL}\ufe0f])\u200d(?=[{_SYMBOL}])",
        f"(?<=[{_ARABIC}{_VIRAMA}])[\u200c\u200d]",
        f"[\u200c\u200d](?=[{_VIRAMA}])",
        f"(?<=[{_SYMBOL}])[\ufe0e\ufe0f]",
        "(?<=[0-9#*])\ufe0f(?=\u20e3)",
        f"(?<=[{_IDEOGRAPH}])[\ufe00-\ufe02\U000e0100-\U000e01ef]",
        "(?<=[\u1820-\u18aa])[\u180b-\u180f]",
        "(?<=\U0001f3f4)[\U000e0030-\U000e0039\U000e0061-\U000e007a]{1,6}\U000e007f",
    )
)
_LINES = "\t\n"
_BLANKS = "\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
_UNSAFE = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ud800-\udfff\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
_IN_A_TEXT = f"{_KEPT}|([{_UNSAFE}])"
_IN_A_LINE = f"{_KEPT}|([{_UNSAFE}{_LINES}])"
_IN_QUOTES = f"{_KEPT}|([{_UNSAFE}{_LINES}{_BLANKS}])"
_FORMULA_STARTS = "=+-@"
_COMMAND = r"(?m)^([^\S\n]*):(?=:)|#(?=#(?:vso|teamcity)?\[)"


def escaped(text: str) -> str:
    r"""A text for one line of output: unsafe characters, line ends and tabs included, as codes such as \u001b."""
    return _replaced(_IN_A_LINE, text)


def visible(text: str) -> str:
    """A text in quotes, to be told from others: as `escaped`, and every blank but the plain one as its code."""
    return _replaced(_IN_QUOTES, text)


def escaped_in_data(text: str) -> str:
    """A text for a cell of a table file: as `escaped`, but line ends and tabs are data and stay."""
    return _replaced(_IN_A_TEXT, text)


def formula_free(text: str) -> str:
    """A text for a cell of a spreadsheet, with an apostrophe in front where the cell could be taken for a formula.

    That is a text that begins with = + - @, their full-width forms or a control character, blanks before them or not.
    """
    first = text[:1]
    if first.isalnum():
        return text
    start = unicodedata.normalize("NFKC", text.lstrip()[:1])[:1]
    dangerous = (start and start in _FORMULA_STARTS) or unicodedata.category(first or " ") == "Cc"
    return f"'{text}" if dangerous else text


def escaped_in_json(text: str) -> str:
    """A JSON text that says the same and holds no unsafe character but the line ends and blanks between its values."""
    return re.sub(f"[{_UNSAFE}]", _units, text)


def command_free(text: str) -> str:
    """A text for a log, no line of which is a command to the service that runs a job.

    GitHub obeys a line that begins with `::`, and `##[` anywhere; Azure `##vso[`; TeamCity `##teamcity[`. The first
    character of each becomes its code.
    """
    return re.sub(_COMMAND, lambda match: "\\u0023" if match[1] is None else f"{match[1]}\\u003a", text)


def _replaced(pattern: str, text: str) -> str:
    if text.isascii() and text.isprintable():
        return text
    return re.sub(pattern, _code, text)


def _code(match: re.Match[str]) -> str:
    if match[1] is None:
        return match[0]
    code = ord(match[1])
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def _units(match: re.Match[str]) -> str:
    """The UTF-16 units of a character as JSON escapes: two for a character beyond U+FFFF."""
    units = match[0].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at : at + 2].hex()}" for at in range(0, len(units), 2))
