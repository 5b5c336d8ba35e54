"""The scalars of YAML 1.2's core schema: what a text without quotes means."""

import re

__all__ = ["is_number", "resolve"]

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


def is_number(written: str) -> bool:
    """Whether a text without quotes is a finite number of the core schema; linear in its length."""
    return bool(_FLOAT.fullmatch(written) or _BASED.fullmatch(written))


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
