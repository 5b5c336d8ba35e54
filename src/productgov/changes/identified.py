"""Where a path of a document leads, in words that hold in other versions: by ids and keys instead of positions."""

from collections.abc import Mapping
from typing import NamedTuple

from productgov.fields.shapes import EXTENSIONS, fields_of, is_model
from productgov.model.governance import ProductGovernance
from productgov.model.keys import id_field
from productgov.paths import Path

__all__ = ["Identified", "identified"]


class Identified(NamedTuple):
    """Where a path leads.

    Attributes:
        item: the id of the innermost thing with an id on the way; empty where there is none.
        field: the names of the fields from there, joined by dots.
        place: the path from there by ids and keys, equal in two versions where it leads to the same.
    """

    item: str
    field: str
    place: tuple[object, ...]


def identified(path: Path, governance: ProductGovernance) -> Identified:
    """Where a path leads in a governance; a part of it that leads nowhere is kept as it is."""
    value: object = governance
    item = ""
    fields: list[str] = []
    place: list[object] = []
    for token in path:
        if isinstance(token, int) and isinstance(value, tuple) and token < len(value):
            value = value[token]
            name = _id_of(value)
            if name:
                item, fields = name, []
                place = [type(value).__name__, name]
            else:
                place.append(_key(value))
        else:
            value = _held(value, token)
            fields.append(str(token))
            place.append(token)
    return Identified(item, ".".join(fields), tuple(place))


def _id_of(value: object) -> str:
    cls: type = type(value)
    return str(getattr(value, "id", "")) if is_model(cls) and id_field(cls) else ""


def _held(value: object, token: str | int) -> object:
    if isinstance(value, Mapping):
        return value.get(token)
    cls: type = type(value)
    if not is_model(cls):
        return None
    field = next((field for field in fields_of(cls) if field.wire == token), None)
    extensions: Mapping[str | int, object] = getattr(value, EXTENSIONS)
    return getattr(value, field.name) if field else extensions.get(token)


def _key(value: object) -> object:
    """What tells an item of a list from the others: the fields that are its key, else all of it."""
    cls: type = type(value)
    names = [field.name for field in fields_of(cls) if field.key] if is_model(cls) else []
    return tuple(getattr(value, name) for name in names) or value
