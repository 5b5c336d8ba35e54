"""The way out: a governance as plain data, as text, or as a file that is replaced whole."""

from collections.abc import Mapping
from os import PathLike
from pathlib import Path

from productgov.codec.quick.shortcut import try_write
from productgov.codec.to_data import writer_of
from productgov.formats.files import replace_file
from productgov.formats.registry import format_named, format_of, write_text
from productgov.model.governance import ProductGovernance

__all__ = ["drop_nulls", "dump", "dumps", "to_dict"]


def to_dict(governance: ProductGovernance) -> dict[str, object]:
    """A governance as plain data, in the order of the model; what equals its default is left out."""
    return writer_of(ProductGovernance)(governance)


def dumps(governance: ProductGovernance, *, format: str = "json") -> str:
    """A governance as text; equal values give equal text, and `loads` reads it back to an equal value.

    Raises:
        UnknownFormatError: when there is no such format.
        InvalidValueError: when the format is TOML and extension data holds a null.
    """
    form = format_named(format)
    at_once = try_write(governance) if form == "json" else None
    return at_once or write_text(to_dict(governance), form)


def dump(governance: ProductGovernance, path: str | PathLike[str]) -> None:
    """Write a governance to a file, in the format that the ending of its name says.

    The file is replaced in one step and keeps its mode: when anything fails, the old file is still whole.

    Raises:
        OSError: when the file cannot be written.
        UnknownFormatError: when its name does not end in .json, .yaml, .yml or .toml.
        InvalidValueError: when the format is TOML and extension data holds a null.
    """
    replace_file(Path(path), dumps(governance, format=format_of(path)))


def drop_nulls(mapping: Mapping[str, object]) -> dict[str, object]:
    """A copy without the keys whose value is null, for answers of tools that write null for "not given".

    Extension data (`x-` keys) is kept as it is, and so are nulls in lists, which mean something else.
    """
    result: dict[str, object] = {}
    waiting: list[tuple[Mapping[str, object], dict[str, object]]] = [(mapping, result)]
    while waiting:
        source, target = waiting.pop()
        for key, value in source.items():
            if str(key).startswith("x-"):
                target[key] = value
            elif value is not None:
                target[key] = _copy(value, waiting)
    return result


def _copy(value: object, waiting: list[tuple[Mapping[str, object], dict[str, object]]]) -> object:
    if isinstance(value, Mapping):
        target: dict[str, object] = {}
        waiting.append((value, target))
        return target
    if isinstance(value, (list, tuple)):
        return [_copy(item, waiting) for item in value]
    return value
