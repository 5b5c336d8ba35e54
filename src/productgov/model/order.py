"""The order of paths in a document that is written in the order of the model."""

from collections.abc import Mapping
from functools import cache

from productgov.fields.shapes import class_in, fields_of
from productgov.model.governance import ProductGovernance
from productgov.paths import Path

__all__ = ["document_order"]


def document_order(path: Path) -> tuple[int, ...]:
    """A key to sort paths by: the fields of an object in the order of its class, the items of a list by index.

    Unknown keys come after all fields.
    """
    cls: type | None = ProductGovernance
    key = []
    for token in path:
        if isinstance(token, int):
            key.append(token)
        else:
            position, cls = _fields(cls).get(token, (len(_fields(cls)), None)) if cls else (0, None)
            key.append(position)
    return tuple(key)


@cache
def _fields(cls: type) -> Mapping[str, tuple[int, type | None]]:
    """The position of each field by its name in documents, and the class of what it holds."""
    return {field.wire: (position, class_in(field.shape)) for position, field in enumerate(fields_of(cls))}
