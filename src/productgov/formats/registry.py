"""The formats of documents: which there are, which one a file's name says, and who reads and writes each."""

from collections.abc import Callable
from enum import StrEnum
from os import PathLike
from pathlib import PurePath

from productgov.errors import UnknownFormatError
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

__all__ = ["Format", "format_named", "format_of", "read_text", "write_text"]


class Format(StrEnum):
    """A format in which documents are read and written."""

    JSON = "json"
    YAML = "yaml"
    TOML = "toml"


_ENDINGS = {".json": Format.JSON, ".yaml": Format.YAML, ".yml": Format.YAML, ".toml": Format.TOML}
_READERS: dict[Format, Callable[[str, Limits], Reading]] = {
    Format.JSON: read_json,
    Format.YAML: read_yaml,
    Format.TOML: read_toml,
}
_WRITERS: dict[Format, Callable[[object], str]] = {
    Format.JSON: write_json,
    Format.YAML: write_yaml,
    Format.TOML: write_toml,
}


def format_of(path: str | PathLike[str]) -> Format:
    """The format that the ending of a file's name says, in capitals or not.

    Raises:
        UnknownFormatError: when the name ends in none of .json, .yaml, .yml and .toml.
    """
    ending = PurePath(path).suffix.lower()
    if ending not in _ENDINGS:
        raise UnknownFormatError(f"{path}: the name ends in no known format; known are {', '.join(_ENDINGS)}")
    return _ENDINGS[ending]


def format_named(name: str) -> Format:
    """The format with this name.

    Raises:
        UnknownFormatError: when there is none.
    """
    try:
        return Format(name)
    except ValueError:
        raise UnknownFormatError(f"format is {name!r:.40}; allowed are {', '.join(Format)}") from None


def read_text(source: str | bytes, format: Format, limits: Limits = DEFAULT_LIMITS) -> tuple[str, Reading]:
    """Read a text in a format: the text as it was decoded, and what was read from it.

    Raises:
        MissingExtraError: when the format is YAML and PyYAML is not installed.
    """
    try:
        text = checked_text(source, limits)
    except UnreadableError as error:
        return "", broken(error.finding)
    return text, _READERS[format](text, limits)


def write_text(data: object, format: Format) -> str:
    """Write plain data in a format; none of them needs an extra.

    Raises:
        InvalidValueError: when the format is TOML and the data is no object or holds a null.
    """
    return _WRITERS[format](data)
