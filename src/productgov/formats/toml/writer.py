"""Plain data to TOML text: tables and arrays of tables, and inline what is short or cannot be a table."""

import json
import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TypeGuard

from productgov.errors import InvalidValueError
from productgov.paths import Path, to_pointer

__all__ = ["write_toml"]

_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_WIDTH = 100


def write_toml(data: object) -> str:
    """TOML with a newline at the end, keys in the order given, save that plain values come before tables.

    Dates are written as TOML has them; texts are texts, whatever they look like.

    Raises:
        InvalidValueError: the data is not an object, or holds a null, which TOML does not have.
    """
    if not isinstance(data, Mapping):
        raise InvalidValueError("a TOML document is an object, and nothing else can be written as one")
    _refuse_null(data)
    lines: list[str] = []
    _write_table(data, (), lines)
    return "\n".join(lines).lstrip("\n") + "\n"


def _refuse_null(data: Mapping[str, object]) -> None:
    waiting: list[tuple[object, Path]] = [(data, ())]
    while waiting:
        value, path = waiting.pop()
        if value is None:
            raise InvalidValueError(
                f"{to_pointer(path)} is null, which TOML does not have: leave it out, or write JSON or YAML"
            )
        if isinstance(value, Mapping):
            waiting += ((item, (*path, key)) for key, item in value.items())
        elif _is_list(value):
            waiting += ((item, (*path, index)) for index, item in enumerate(value))


def _write_table(table: Mapping[str, object], path: tuple[str, ...], lines: list[str]) -> None:
    """What a table holds, below its header: first what fits behind an equals sign, then its tables."""
    tables: list[tuple[str, object]] = []
    for key, value in table.items():
        if _needs_header(value, at_root=not path):
            tables.append((key, value))
        else:
            lines.append(f"{_key(key)} = {_value(value, multiline=True)}")
    for key, value in tables:
        inner = (*path, key)
        header = ".".join(map(_key, inner))
        if isinstance(value, Mapping):
            if not value or not all(map(_needs_header, value.values())):
                lines += ("", f"[{header}]")
            _write_table(value, inner, lines)
        else:
            for item in _tables(value):
                lines += ("", f"[[{header}]]")
                _write_table(item, inner, lines)


def _needs_header(value: object, *, at_root: bool = False) -> bool:
    """Whether a value is written as a table, or tables, of its own."""
    if isinstance(value, Mapping):
        return at_root or not _is_short(value)
    return not all(map(_is_short, _tables(value)))


def _tables(value: object) -> Sequence[Mapping[str, object]]:
    """The items of a list that holds nothing but objects; else none."""
    items = value if _is_list(value) else ()
    tables = [item for item in items if isinstance(item, Mapping)]
    return tables if len(tables) == len(items) else ()


def _is_short(table: Mapping[str, object]) -> bool:
    """Whether a table reads well on one line: no tables within, no long texts."""
    for value in table.values():
        if isinstance(value, Mapping) or (isinstance(value, str) and "\n" in value):
            return False
        if _is_list(value) and any(isinstance(item, Mapping) for item in value):
            return False
    return len(_value(table)) <= _WIDTH


def _is_list(value: object) -> TypeGuard[Sequence[object]]:
    return isinstance(value, (list, tuple))


def _value(value: object, *, multiline: bool = False) -> str:
    """A value behind an equals sign; on one line, unless it may and should take more."""
    if isinstance(value, str):
        return _text(value, multiline=multiline)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_key(key)} = {_value(item)}" for key, item in value.items()) + "}"
    if _is_list(value):
        items = [_value(item) for item in value]
        line = f"[{', '.join(items)}]"
        has_tables = any(isinstance(item, Mapping) for item in value)
        if not multiline or not items or (len(line) <= _WIDTH and not has_tables):
            return line
        return "[\n" + "".join(f"  {item},\n" for item in items) + "]"
    return value.isoformat() if isinstance(value, date) else repr(value)


def _text(text: str, *, multiline: bool = False) -> str:
    if multiline and "\n" in text:
        return '"""\n' + "\n".join(_escaped(line) for line in text.split("\n")) + '"""'
    return f'"{_escaped(text)}"'


def _escaped(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)[1:-1].replace("\x7f", "\\u007f")


def _key(key: str) -> str:
    return key if _BARE_KEY.fullmatch(key) else _text(key)
