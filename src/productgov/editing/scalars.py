"""A scalar in the way in which its neighbours are written: with the same quotes, or as the same kind of block."""

import json
import re
from typing import NamedTuple

from productgov.formats.yaml.scalars import resolve
from productgov.formats.yaml.writer import is_literal, quoted_text, scalar_in_brackets, scalar_text

__all__ = ["BlockText", "block_text", "json_scalar", "yaml_scalar"]

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_SPACE_BETWEEN_WORDS = re.compile(r"(?<=[^\s]) (?=[^\s])")


class BlockText(NamedTuple):
    """A text in lines of its own.

    Attributes:
        header: what introduces it: `|` or `>`, and how it ends.
        lines: its lines, without indentation.
    """

    header: str
    lines: tuple[str, ...]


def yaml_scalar(value: object, quote: str = "", *, in_brackets: bool = False, plain_dates: bool = False) -> str:
    """A scalar on one line of YAML.

    Args:
        value: the scalar.
        quote: the quotes that a text should have, `"` or `'`; empty for none, where it does not need them.
        in_brackets: whether it is written inside of brackets.
        plain_dates: whether dates may be written without quotes.
    """
    if not isinstance(value, str):
        return scalar_text(value)
    if quote == "'" and value.isprintable():
        doubled = value.replace("'", "''")
        return f"'{doubled}'"
    if quote:
        return quoted_text(value)
    if plain_dates and _DATE.fullmatch(value) and resolve(value) is value:
        return value
    return scalar_in_brackets(value) if in_brackets else scalar_text(value)


def json_scalar(value: object, *, escaped: bool) -> str:
    """A scalar in JSON; where it is escaped, only with characters of ASCII."""
    return json.dumps(value, ensure_ascii=escaped)


def block_text(value: object, style: str, *, width: int = 0) -> BlockText | None:
    """A text as a block of YAML; None for what a block cannot say.

    Args:
        value: the text.
        style: `|` for one that keeps its lines, `>` for one whose lines are joined.
        width: where to break the lines of one whose lines are joined; 0 for not at all.
    """
    if not isinstance(value, str) or not value.strip() or value[0] in " \n" or not is_literal(value):
        return None
    body, ending = (value[:-1], "") if value.endswith("\n") else (value, "-")
    lines = body.split("\n")
    if style == ">":
        if any(not line or line[0] in " \t" for line in lines):
            return None
        lines = [part for line in lines for part in ("", *_wrapped(line, width))][1:]
    return BlockText(style + ending, tuple(lines))


def _wrapped(text: str, width: int) -> list[str]:
    """The lines of a text, broken at single spaces between words."""
    if not width:
        return [text]
    lines = [""]
    for word in _SPACE_BETWEEN_WORDS.split(text):
        if not lines[-1]:
            lines[-1] = word
        elif len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines
