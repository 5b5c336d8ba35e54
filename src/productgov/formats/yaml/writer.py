"""Plain data to YAML text, in block style, as people write it; needs no PyYAML, so it is the same everywhere.

A text stands without quotes only where every reader takes it for a text: ours (core schema of YAML 1.2), and those of
YAML 1.1, for which `no`, `on`, `12:30:45` and `1_000` are something else. Dates stand without quotes, for our reader
takes them as texts, and others as what they are.
"""

import json
import re

__all__ = ["scalar_in_brackets", "scalar_text", "write_yaml"]

_INDENT = "  "
_LONGEST_SIMPLE_KEY = 1000
_ODD = r"\x7f-\xa0\u1680\u2000-\u200b\u200e\u200f\u2028-\u202f\u205f-\u206f\u3000\ud800-\udfff\ufeff\ufffe\uffff"
_PLAIN = re.compile(
    rf"(?:[A-Za-z0-9(/+$_]|[^\x00-\x7f{_ODD}])"
    rf"(?:[^\x00-\x20:#{_ODD}]|:(?=[^ ])|(?<! )#| (?=.))*"
)
_SPECIAL_WORD = re.compile(r"y|yes|n|no|on|off|true|false|null|nan|inf|infinity", re.IGNORECASE)
_LIKE_NUMBER = re.compile(r"[-+.]?[0-9][-+.:_0-9a-fA-FoOxXtTzZ ]*")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_LITERAL = re.compile(rf"[^\x00-\x20{_ODD}][^\x00-\x08\x0b-\x1f{_ODD}]*")
_ESCAPED = re.compile(f"[{_ODD}]")
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
    elif isinstance(value, str) and "\n" in value and _is_literal(value):
        lines.append(f"{start} |" if value.endswith("\n") else f"{start} |-")
        lines += (inner + line if line else "" for line in value.removesuffix("\n").split("\n"))
    else:
        lines.append(f"{start} {scalar_text(value)}")


def _is_literal(text: str) -> bool:
    """Whether a literal block says exactly this text; it is for texts that end in at most one line break."""
    return not text.endswith("\n\n") and _LITERAL.fullmatch(text) is not None


def scalar_text(value: object) -> str:
    """A scalar, or an empty list or object, on one line in block style."""
    if isinstance(value, str):
        return value if _is_plain(value) else _quoted(value)
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
        return _quoted(value)
    return written


def _is_plain(text: str) -> bool:
    if not _PLAIN.fullmatch(text) or _SPECIAL_WORD.fullmatch(text):
        return False
    return not _LIKE_NUMBER.fullmatch(text) or _DATE.fullmatch(text) is not None


def _quoted(text: str) -> str:
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))


def _float(value: float) -> str:
    """A float that YAML 1.1 takes for one too, which wants a dot before the exponent."""
    written = float.__repr__(value)
    if written in _NOT_FINITE:
        return _NOT_FINITE[written]
    return written if "." in written else written.replace("e", ".0e")
