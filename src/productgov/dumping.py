"""Writing: objects of the model as plain data, as text, or as a file that is replaced as a whole."""

from collections.abc import Mapping
from os import PathLike
from pathlib import Path

import attrs

from productgov.codec.quick.shortcut import try_write
from productgov.codec.to_data import writer_of
from productgov.errors import InvalidValueError
from productgov.fields.shapes import is_model
from productgov.formats.files import replace_file
from productgov.formats.registry import FormatName, format_named, format_of, write_text
from productgov.model.governance import ProductGovernance
from productgov.wording import described

__all__ = ["drop_nulls", "dump", "dumps", "to_dict"]


def to_dict(value: attrs.AttrsInstance) -> dict[str, object]:
    """A governance, or any other object of the model, as plain data, in the order of its fields.

    What equals its default is left out, except where the format always shows it.

    Raises:
        InvalidValueError: when the value is not an object of the model.
    """
    return _data_of(value)


def _data_of(value: attrs.AttrsInstance, *, native_dates: bool = False) -> dict[str, object]:
    cls = type(value)
    if not is_model(cls):
        raise InvalidValueError(f"expected a governance or another object of the model, not {described(value)}")
    return writer_of(cls, native_dates=native_dates)(value)


def dumps(value: attrs.AttrsInstance, *, format: FormatName = "json") -> str:
    """A governance, or any other object of the model, as text; `loads` reads a governance back to an equal one.

    The same value is always written as the same text, whatever is installed. Values can be equal and still differ in
    the form of a number (450 and 450.0) or in the order of keys in `x-` data. Both are written as they are, save that
    TOML has tables after plain values. TOML has dates of its own: fields that are dates are written as such.

    Raises:
        UnknownFormatError: when there is no such format.
        InvalidValueError: when the value is not an object of the model, or when the format is TOML and extension data
            holds a null.
    """
    form = format_named(format)
    quick = try_write(value) if form == "json" and isinstance(value, ProductGovernance) else None
    return quick or write_text(_data_of(value, native_dates=form == "toml"), form)


def dump(value: attrs.AttrsInstance, path: str | PathLike[str]) -> None:
    """Write a governance, or any other object of the model, to a file, in the format that the ending of its name says.

    The file is replaced in one step: when anything fails, the old file is still whole. It keeps its mode, and its owner
    and group where that is permitted; a symbolic link is followed, and another hard link keeps the old text. A device,
    a FIFO or `/dev/stdout` is written into. Comments of the old file are lost;
    `read(path).edit(value).save()` keeps them.

    Raises:
        OSError: when the file cannot be written.
        UnknownFormatError: when its name does not end in .json, .yaml, .yml or .toml.
        InvalidValueError: as `dumps`.
    """
    if isinstance(value, (str, PathLike)):
        raise InvalidValueError("the first argument is the value, the second the name of the file: dump(value, path)")
    replace_file(Path(path), dumps(value, format=format_of(path)))


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
