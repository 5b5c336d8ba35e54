"""Maps by their names: those that come with the library, and files."""

from importlib.resources import files
from os import PathLike
from pathlib import Path

from productgov.codec.build import build
from productgov.codec.strict.consequences import without_consequences
from productgov.codec.strict.mistakes import Mistakes
from productgov.codec.strict.objects import walk_of
from productgov.errors import InvalidDocumentError, InvalidValueError
from productgov.fields.shapes import shape_of
from productgov.findings import Finding
from productgov.formats.files import read_bytes
from productgov.formats.limits import DEFAULT_LIMITS, Limits
from productgov.formats.merging import merged
from productgov.formats.registry import read_text
from productgov.interchange.import_map import ImportMap
from productgov.nearest import nearest
from productgov.paths import from_pointer
from productgov.wording import quoted_value

__all__ = ["find_map", "map_names", "map_text", "parse_map", "read_map"]

_ENDING = ".toml"
_FOLDER = files("productgov.interchange").joinpath("presets")


def map_names() -> tuple[str, ...]:
    """The names of the maps that come with the library."""
    return tuple(sorted(each.name.removesuffix(_ENDING) for each in _FOLDER.iterdir() if each.name.endswith(_ENDING)))


def map_text(name: str) -> str:
    """The text of a map that comes with the library, to start one's own from.

    Raises:
        InvalidValueError: when there is none of this name; the message has near ones.
    """
    if name not in map_names():
        near = nearest(name, map_names())
        hint = f"did you mean {' or '.join(near)}?" if near else f"there are {', '.join(map_names())}"
        raise InvalidValueError(
            f"no map is called {quoted_value(name)}; {hint} A map of one's own is a file whose name ends in .toml"
        )
    return _FOLDER.joinpath(f"{name}{_ENDING}").read_text(encoding="utf-8")


def find_map(name: str | PathLike[str]) -> ImportMap:
    """The map with a name: one that comes with the library, or a file whose name ends in `.toml`.

    Raises:
        InvalidDocumentError: when the map is not valid.
        InvalidValueError: when there is none of this name.
        OSError: when the file cannot be read.
    """
    if isinstance(name, str) and not name.lower().endswith(_ENDING):
        return parse_map(map_text(name), name=f"{name}{_ENDING}")
    return read_map(name)


def read_map(path: str | PathLike[str], *, limits: Limits = DEFAULT_LIMITS) -> ImportMap:
    """The map in a TOML file.

    Raises:
        InvalidDocumentError: with every finding, when it is not valid.
        OSError: when the file cannot be read.
    """
    return parse_map(read_bytes(Path(path), limits), name=str(path), limits=limits)


def parse_map(text: str | bytes, *, name: str = "<text>", limits: Limits = DEFAULT_LIMITS) -> ImportMap:
    """The map in a text of TOML.

    Args:
        text: the text, or its bytes in UTF-8.
        name: what findings call it.
        limits: how much to read.

    Raises:
        InvalidDocumentError: with every finding, when it is not valid.
    """
    _, reading = read_text(text, "toml", limits)
    if reading.broken:
        raise InvalidDocumentError(reading.findings, name, reading.omitted)
    mistakes = Mistakes(limits.max_findings)
    walk_of(shape_of(ImportMap))(reading.data, None, mistakes)
    duplicates = [from_pointer(finding.path) for finding in reading.findings if finding.code == "PG002"]
    kept = without_consequences(mistakes.kept, reading.data, duplicates)
    findings = tuple(sorted(merged(reading, kept), key=_in_text))
    if findings:
        raise InvalidDocumentError(findings, name, (*reading.omitted, *mistakes.omitted))
    return build(reading.data, ImportMap)


def _in_text(finding: Finding) -> tuple[int, int]:
    return (finding.location.line, finding.location.column) if finding.location else (0, 0)
