"""Plain data to YAML text, in block style, as people write it; needs no PyYAML, so it is the same everywhere."""

import json
import re

from productgov.formats.yaml.scalars import ODD, is_plain

__all__ = ["is_literal", "quoted_text", "scalar_in_brackets", "scalar_text", "write_yaml"]

_INDENT = "  "
_LONGEST_SIMPLE_KEY = 1000
_LITERAL = re.compile(rf"[^\x00-\x20{ODD}][^\x00-\x08\x0b-\x1f{ODD}]*")
_ESCAPED = re.compile(f"[{ODD}]")
_SPECIAL_IN_BRACKETS = frozenset(",[]{}")
_NOT_FINITE = {"inf": ".inf", "-inf": "-.inf", "nan": ".nan"}


def write_yaml(data: object) -> str:
    """YAML in block style, keys in the order given, texts never folded, and a newline at the end."""
    lines: list[str] = []
    if isinstance(data, dict) and data:
        _write_mapping(data, "", "", lines)
    elif isinstance(data, (list, tuple)) and data:
        _write_sequence(data, "", "", lines)
    else:
        lines.append(scalar_text(data))
    return "\n".join(lines) + "\n"


def _write_mapping(mapping: dict[str, object], first: str, indent: str, lines: list[str]) -> None:
    """The lines of a mapping; the first begins with `first` (a dash, or nothing), the others with the indent."""
    start = first
    for key, value in mapping.items():
        written = scalar_text(key)
        if len(written) > _LONGEST_SIMPLE_KEY:
            lines.append(f"{start}? {written}")
            start, written = indent, ""
        _write_value(value, f"{start}{written}:", indent, lines)
        start = indent


def _write_sequence(items: list[object] | tuple[object, ...], first: str, indent: str, lines: list[str]) -> None:
    start = first
    for item in items:
        inner = indent + _INDENT
        if isinstance(item, dict) and item:
            _write_mapping(item, f"{start}- ", inner, lines)
        elif isinstance(item, (list, tuple)) and item:
            _write_sequence(item, f"{start}- ", inner, lines)
        else:
            _write_value(item, f"{start}-", indent, lines)
        start = indent


def _write_value(value: object, start: str, indent: str, lines: list[str]) -> None:
    """A value after the colon of its key or after a dash; what holds more than one line goes deeper."""
    inner = indent + _INDENT
    if isinstance(value, dict) and value:
        lines.append(start)
        _write_mapping(value, inner, inner, lines)
    elif isinstance(value, (list, tuple)) and value:
        lines.append(start)
        _write_sequence(value, inner, inner, lines)
    elif isinstance(value, str) and "\n" in value and is_literal(value):
        lines.append(f"{start} |" if value.endswith("\n") else f"{start} |-")
        lines += (inner + line if line else "" for line in value.removesuffix("\n").split("\n"))
    else:
        lines.append(f"{start} {scalar_text(value)}")


def is_literal(text: str) -> bool:
    """Whether a literal block says exactly this text; it is for texts that end in at most one line break."""
    return not text.endswith("\n\n") and _LITERAL.fullmatch(text) is not None


def scalar_text(value: object) -> str:
    """A scalar, or an empty list or object, on one line in block style."""
    if isinstance(value, str):
        return value if is_plain(value) else quoted_text(value)
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return int.__repr__(value)
    if isinstance(value, float):
        return _float(value)
    return "{}" if isinstance(value, dict) else "[]"


def scalar_in_brackets(value: object) -> str:
    """A scalar, or an empty list or object, on one line inside of brackets."""
    written = scalar_text(value)
    if isinstance(value, str) and written == value and not _SPECIAL_IN_BRACKETS.isdisjoint(value):
        return quoted_text(value)
    return written


def quoted_text(text: str) -> str:
    """A text in double quotes, on one line."""
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))


def _float(value: float) -> str:
    """A float that YAML 1.1 takes for one too, which wants a dot before the exponent."""
    written = float.__repr__(value)
    if written in _NOT_FINITE:
        return _NOT_FINITE[written]
    return written if "." in written else written.replace("e", ".0e")
