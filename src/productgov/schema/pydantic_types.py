"""Classes of the model as types in pydantic: fields of its models, and bodies and responses of FastAPI."""

from collections.abc import Mapping
from typing import cast

import attrs

from productgov.dumping import to_dict
from productgov.errors import InvalidDocumentError
from productgov.finding_text import finding_line
from productgov.loading import from_dict
from productgov.schema.json_schema import json_schema

__all__ = ["core_schema_of", "json_schema_of"]

_MOST_TOLD = 20


def core_schema_of(cls: type) -> object:
    """The schema by which pydantic reads plain data with `from_dict`, and writes it with `to_dict`."""
    from pydantic_core import PydanticCustomError, core_schema  # noqa: PLC0415 - pydantic asks, so it is there

    def read(value: object) -> object:
        if isinstance(value, cls):
            return value
        if not isinstance(value, Mapping):
            raise PydanticCustomError("productgov", "expected an object of {name}", {"name": cls.__name__})
        try:
            return from_dict(value, cls)
        except InvalidDocumentError as error:
            told = "; ".join(map(finding_line, error.findings[:_MOST_TOLD]))
            raise PydanticCustomError("productgov", "{findings}", {"findings": told}) from None

    def written(value: object) -> object:
        return to_dict(cast(attrs.AttrsInstance, value))

    writing = core_schema.plain_serializer_function_ser_schema(written)
    return core_schema.no_info_plain_validator_function(read, serialization=writing)


def json_schema_of(cls: type, handler: object) -> dict[str, object]:
    """The JSON Schema of what is read or written, as the handler of pydantic asks."""
    mode = "output" if getattr(handler, "mode", "validation") == "serialization" else "input"
    schema = json_schema("output" if mode == "output" else "input", refs="inline", cls=cls)
    return {key: value for key, value in schema.items() if key not in ("$schema", "$id")}
