"""The published limits of services that hold a language model to a JSON Schema, and what a schema uses of them."""

from collections.abc import Iterator
from typing import Any

import attrs

__all__ = ["LIMITS", "Limit", "uses"]

Json = dict[str, Any]


@attrs.frozen
class Limit:
    """One limit of one service.

    Attributes:
        service: who sets it.
        what: what is counted.
        most: how many there may be.
    """

    service: str
    what: str
    most: int


LIMITS = (
    Limit("OpenAI", "properties", 5_000),
    Limit("OpenAI", "levels of nesting", 10),
    Limit("OpenAI", "enum values", 1_000),
    Limit("OpenAI", "characters of one enum", 15_000),
    Limit("OpenAI", "characters of names and enum values", 120_000),
    Limit("Anthropic", "parameters with a union", 16),
    Limit("Anthropic", "optional parameters", 24),
)
"""As the services publish them; docs/how-to/language-models.md names the pages and the day on which they were read."""


def uses(schema: Json) -> dict[str, int]:
    """What a schema without references uses of every limit: each part counts as often as it is used."""
    parts = list(_parts(schema))
    objects = [part for part in parts if "properties" in part]
    names = [name for part in objects for name in part["properties"]]
    enums = [part["enum"] for part in parts if "enum" in part]
    return {
        "properties": len(names),
        "levels of nesting": _depth(schema),
        "enum values": sum(map(len, enums)),
        "characters of one enum": max((len("".join(values)) for values in enums), default=0),
        "characters of names and enum values": len("".join((*names, *(value for values in enums for value in values)))),
        "parameters with a union": sum("anyOf" in part or isinstance(part.get("type"), list) for part in parts),
        "optional parameters": sum(
            len(part["properties"]) - len(part["required"]) for part in parts if "properties" in part
        ),
    }


def _below(schema: Json) -> Iterator[Json]:
    yield from schema.get("properties", {}).values()
    yield from schema.get("anyOf", ())
    yield from (schema[key] for key in ("items",) if key in schema)


def _parts(schema: Json) -> Iterator[Json]:
    yield schema
    for part in _below(schema):
        yield from _parts(part)


def _depth(schema: Json) -> int:
    """Levels of objects and lists."""
    own = 1 if schema.get("type") in ("object", "array") else 0
    return own + max(map(_depth, _below(schema)), default=0)
