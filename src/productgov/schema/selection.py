"""Parts of a class: the fields that a schema is limited to, by their paths."""

from collections.abc import Collection, Iterable
from typing import TypeAlias

from productgov.errors import InvalidValueError
from productgov.fields.shapes import class_in, fields_of
from productgov.nearest import nearest
from productgov.wording import quoted_value

__all__ = ["Selection", "selected"]

Selection: TypeAlias = "dict[str, Selection]"
"""The fields that are kept, by their names in documents, each with those that are kept below it; empty for all."""


def selected(cls: type, paths: Collection[str]) -> Selection:
    """The fields that paths such as "prioritization" or "roadmap.timeHorizon.now.title" name, below a class.

    Raises:
        InvalidValueError: when there is no path, or no field of that name.
    """
    if not paths or isinstance(paths, str):
        raise InvalidValueError(
            'only must be a tuple of names or paths of fields, such as ("productVision", "metrics")'
        )
    return _below(cls, [(path, path.split(".")) for path in paths])


def _below(cls: type | None, paths: Iterable[tuple[str, list[str]]]) -> Selection:
    fields = {} if cls is None else {field.wire: field for field in fields_of(cls)}
    chosen: dict[str, list[tuple[str, list[str]]]] = {}
    for path, (name, *rest) in paths:
        if name not in fields:
            raise InvalidValueError(_unknown(cls, path, name, tuple(fields)))
        chosen.setdefault(name, []).append((path, rest))
    return {
        name: {} if any(not rest for _, rest in below) else _below(class_in(fields[name].shape), below)
        for name, below in chosen.items()
    }


def _unknown(cls: type | None, path: str, name: str, known: tuple[str, ...]) -> str:
    if cls is None:
        return f"only: {quoted_value(path)} goes below a field that holds no object; leave out {quoted_value(name)}"
    near = nearest(name, known, most=1)
    allowed = f"did you mean {near[0]}?" if near else f"it has {', '.join(known)}"
    return f"only: {cls.__name__} has no field {quoted_value(name)}; {allowed}"
