"""The natural keys of the model, in plain data: what tells the items of a list apart."""

import json
from collections.abc import Callable, Hashable, Mapping
from functools import cache

from productgov.fields.shapes import Field, fields_of

__all__ = ["content", "id_field", "key_of"]


@cache
def key_of(cls: type) -> Callable[[object], Hashable]:
    """The function that gives the key of an object of a class, as plain data in normal form; without one, its content.

    A field that was left out because it has its default counts as left out everywhere.
    """
    names = tuple(field.wire for field in fields_of(cls) if field.key)
    if not names:
        return content

    def key(data: object) -> Hashable:
        return tuple(data.get(name) for name in names) if isinstance(data, Mapping) else content(data)

    return key


@cache
def id_field(cls: type) -> Field | None:
    """The field with the id by which other objects refer to objects of a class; None when there is none."""
    return next((field for field in fields_of(cls) if field.key and field.names), None)


def content(data: object) -> Hashable:
    """The whole of a value as its key."""
    return data if isinstance(data, str) else json.dumps(data, sort_keys=True, ensure_ascii=False)
