"""Scalars without quotes: what they mean (core schema of YAML 1.2), and which texts may be written as one."""

import re

__all__ = ["ODD", "is_number", "is_plain", "resolve"]

_CONSTANTS: dict[str, bool | float | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **dict.fromkeys((f"{sign}{name}" for sign in ("", "+") for name in (".inf", ".Inf", ".INF")), float("inf")),
    **dict.fromkeys(("-.inf", "-.Inf", "-.INF"), float("-inf")),
    **dict.fromkeys((".nan", ".NaN", ".NAN"), float("nan")),
}
_DECIMAL = re.compile(r"[-+]?[0-9]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_BASED = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")

ODD = r"\x7f-\xa0\u1680\u2000-\u200b\u200e\u200f\u2028-\u202f\u205f-\u206f\u3000\ud800-\udfff\ufeff\ufffe\uffff"
"""Characters that are always escaped, because they cannot be seen or told from others; the inside of a class."""
_PLAIN = re.compile(
    rf"(?:[A-Za-z0-9(/+$_]|[^\x00-\x7f{ODD}])"
    rf"(?:[^\x00-\x20:#{ODD}]|:(?=[^ ])|(?<! )#| (?=.))*"
)
_ELSEWHERE = re.compile(
    r"y|yes|n|no|on|off|true|false|null|[-+]?\.?(?:nan|inf|infinity)"
    r"|[-+]*\.?[0-9][-+.:,_0-9a-fA-FoOxXtTzZ ]*",
    re.IGNORECASE,
)
"""What readers of YAML 1.1 take for a truth value, a number, a date or a time: `no`, `on`, `12:30:45`, `1_000`."""


def is_number(written: str) -> bool:
    """Whether a text without quotes is a finite number of the core schema; linear in its length."""
    return bool(_FLOAT.fullmatch(written) or _BASED.fullmatch(written))


def is_plain(text: str) -> bool:
    """Whether every reader takes a text without quotes for this text: ours, and those of YAML 1.1.

    The one place where this is decided: whatever is written without quotes goes through here.
    """
    return bool(_PLAIN.fullmatch(text)) and resolve(text) is text and not _ELSEWHERE.fullmatch(text)


def resolve(written: str) -> bool | int | float | str | None:
    """The value of a text without quotes: null, a bool, a number, or the text itself.

    Raises:
        ValueError: a whole number with more digits than Python converts.
    """
    if written in _CONSTANTS:
        return _CONSTANTS[written]
    if _DECIMAL.fullmatch(written):
        return int(written)
    if _FLOAT.fullmatch(written):
        return float(written)
    if _BASED.fullmatch(written):
        return int(written, 0)
    return written
