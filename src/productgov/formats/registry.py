"""The formats of documents: their names, file endings, readers and writers."""

import re
from collections.abc import Callable, Mapping
from os import PathLike
from pathlib import PurePath
from types import MappingProxyType
from typing import Literal, NamedTuple, TypeAlias

from productgov.errors import UnknownFormatError
from productgov.formats.conflict_markers import conflict_markers
from productgov.formats.decoding import checked_text
from productgov.formats.findings import UnreadableError, broken
from productgov.formats.json.reader import read_json
from productgov.formats.json.writer import write_json
from productgov.formats.limits import DEFAULT_LIMITS, Limits
from productgov.formats.reading import Reading
from productgov.formats.toml.reader import read_toml
from productgov.formats.toml.writer import write_toml
from productgov.formats.yaml.reader import read_yaml
from productgov.formats.yaml.writer import write_yaml

__all__ = ["FORMATS", "FormatName", "format_named", "format_of", "guessed_format", "read_text", "write_text"]

FormatName: TypeAlias = Literal["json", "yaml", "toml"]
"""The name of a format of documents."""


class _Support(NamedTuple):
    """What is known about one format."""

    endings: tuple[str, ...]
    read: Callable[[str, Limits], Reading]
    write: Callable[[object], str]


_SUPPORT: Mapping[FormatName, _Support] = MappingProxyType(
    {
        "json": _Support((".json",), read_json, write_json),
        "yaml": _Support((".yaml", ".yml"), read_yaml, write_yaml),
        "toml": _Support((".toml",), read_toml, write_toml),
    }
)
FORMATS = tuple(_SUPPORT)
"""The names of all formats."""

_TOML = re.compile(r"(?:#[^\n]*\n\s*)*(?:\[|[A-Za-z0-9_\"'.-]+[ \t]*=)")
_BY_ENDING: Mapping[str, FormatName] = {
    ending: name for name, support in _SUPPORT.items() for ending in support.endings
}


def format_of(path: str | PathLike[str]) -> FormatName:
    """The format of a file by the ending of its name, in upper or lower case.

    Raises:
        UnknownFormatError: when the name does not end in .json, .yaml, .yml or .toml.
    """
    ending = PurePath(path).suffix.lower()
    if ending not in _BY_ENDING:
        raise UnknownFormatError(f"{path!s:.200}: unknown file ending; expected one of {', '.join(_BY_ENDING)}")
    return _BY_ENDING[ending]


def guessed_format(text: str) -> FormatName:
    """The format that a text without a name is most likely written in."""
    start = text.lstrip("\ufeff \t\r\n")
    if not start or start.startswith(("{", "[{", '["')):
        return "json"
    return "toml" if _TOML.match(start) else "yaml"


def format_named(name: str) -> FormatName:
    """The format with this name.

    Raises:
        UnknownFormatError: when there is no such format.
    """
    for known in _SUPPORT:
        if known == name:
            return known
    raise UnknownFormatError(f"unknown format {name!r:.40}; expected one of {', '.join(_SUPPORT)}")


def read_text(source: str | bytes, format: FormatName, limits: Limits = DEFAULT_LIMITS) -> tuple[str, Reading]:
    """Read a text in a format: the text as it was decoded, and what was read from it.

    Raises:
        MissingExtraError: when the format is YAML and PyYAML is not installed.
    """
    try:
        text = checked_text(source, limits)
    except UnreadableError as error:
        return "", broken(error.finding)
    reading = _SUPPORT[format].read(text, limits)
    if reading.findings and (markers := conflict_markers(text)):
        return text, broken(markers.finding)
    return text, reading


def write_text(data: object, format: FormatName) -> str:
    """Write plain data in a format; none of them needs an extra.

    Raises:
        InvalidValueError: when the format is TOML and the data is not an object or holds a null.
    """
    return _SUPPORT[format].write(data)
