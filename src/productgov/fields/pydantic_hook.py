"""The hooks by which pydantic takes classes of the model as types of fields; pydantic is imported only when it asks."""

__all__ = ["add_hooks"]


def add_hooks(cls: type) -> None:
    """Add the two methods that pydantic looks for on a type that it does not know."""
    setattr(cls, "__get_pydantic_core_schema__", classmethod(_core_schema))  # noqa: B010 - a type has no such field
    setattr(cls, "__get_pydantic_json_schema__", classmethod(_json_schema))  # noqa: B010 - likewise


def _core_schema(cls: type, _source: object, _handler: object) -> object:
    """How pydantic checks and writes objects of a class; the errors are those of `from_dict`."""
    from productgov.schema.pydantic_types import core_schema_of  # noqa: PLC0415 - a door upwards

    return core_schema_of(cls)


def _json_schema(cls: type, _schema: object, handler: object) -> object:
    """The JSON Schema of a class, with everything it refers to in place."""
    from productgov.schema.pydantic_types import json_schema_of  # noqa: PLC0415 - a door upwards

    return json_schema_of(cls, handler)
