"""From plain data of one row to an object of the model; what makes it invalid is taken out of it, with the reason."""

from collections.abc import Callable
from itertools import pairwise
from typing import TypeAlias, TypeVar, cast

from productgov.codec.build import build
from productgov.codec.quick.from_data import try_build
from productgov.codec.strict.consequences import without_consequences
from productgov.codec.strict.mistakes import Mistakes
from productgov.codec.strict.objects import walk_of
from productgov.errors import InvalidValueError
from productgov.fields.shapes import shape_of
from productgov.paths import Path

__all__ = ["PlainObject", "Without", "built", "get", "put"]

Model = TypeVar("Model")

PlainObject: TypeAlias = dict[str, object]
"""An object as plain data."""

Without: TypeAlias = Callable[[Path, object, str], None]
"""A function that is told what was taken out: its path, its value and the reason."""

_REQUIRED = ", which is required"


def built(data: PlainObject, cls: type[Model], without: Without) -> Model:
    """The object that plain data says, without the values that it cannot have; they are taken out of the data too.

    Raises:
        InvalidValueError: when nothing is left of it, because it lacks what it must have.
    """
    while True:
        quick = try_build(data, cls)
        if quick is not None:
            return quick
        mistakes = Mistakes()
        walk_of(shape_of(cls))(data, None, mistakes)
        first = next(iter(without_consequences(mistakes.kept)), None)
        if first is None:
            return build(data, cls)
        path = _part(data, first.path)
        if not path:
            raise InvalidValueError(first.message.replace("the document has", "it has").removesuffix(_REQUIRED))
        without(path, get(data, path), first.message)
        _remove(data, path)


def put(data: PlainObject, path: Path, value: object) -> None:
    """Put a value at a path; 0 is the only item of a list."""
    holder = data
    for step, after in pairwise(path):
        if step != 0:
            held = holder.setdefault(str(step), [{}] if after == 0 else {})
            holder = cast(PlainObject, held[0] if isinstance(held, list) else held)
    holder[str(path[-1])] = value


def get(data: object, path: Path) -> object:
    """The value at a path; None where there is none."""
    for step in path:
        if isinstance(data, dict) and isinstance(step, str):
            data = data.get(step)
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            data = data[step]
        else:
            return None
    return data


def _part(data: PlainObject, path: Path) -> Path:
    """The path of the value to take out: what is missing takes out the object that lacks it."""
    while path and get(data, path) is None:
        path = path[:-1]
    return path


def _remove(data: PlainObject, path: Path) -> None:
    """Take a value out, and what is empty without it."""
    holder = get(data, path[:-1])
    assert isinstance(holder, (dict, list))
    del holder[path[-1]]  # type: ignore[arg-type]
    if len(path) > 1 and not holder:
        _remove(data, path[:-1])
