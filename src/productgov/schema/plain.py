"""Values of the model as they stand in documents, for the defaults that the renderers show."""

from enum import Enum

from productgov.fields.shapes import fields_of, is_model

__all__ = ["plain"]


def plain(value: object) -> object:
    """A default value of the model as plain JSON."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    cls: type = type(value)
    if is_model(cls):
        fields = ((field.wire, getattr(value, field.name)) for field in fields_of(cls))
        return {wire: plain(item) for wire, item in fields if item is not None}
    return value
