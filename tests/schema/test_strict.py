"""The strict profile: what language models are held to, and that their answers can be read."""

from collections.abc import Iterator

from hypothesis import given
from jsonschema import Draft202012Validator

from productgov import drop_nulls, from_dict, strategies, to_dict
from productgov.fields.shapes import fields_of, is_model
from productgov.model.governance import ProductGovernance
from productgov.schema.json_schema import json_schema

ALLOWED = {"$ref", "$defs", "anyOf", "type", "enum", "items", "description"}
ALLOWED |= {"properties", "required", "additionalProperties"}


def _schemas(schema: dict[str, object]) -> Iterator[dict[str, object]]:
    yield schema
    for holder in ("properties", "$defs"):
        named = schema.get(holder, {})
        assert isinstance(named, dict)
        for part in named.values():
            yield from _schemas(part)
    options = schema.get("anyOf", [])
    assert isinstance(options, list)
    for option in options:
        yield from _schemas(option)
    if isinstance(items := schema.get("items"), dict):
        yield from _schemas(items)


def test_it_keeps_to_the_words_that_all_providers_accept() -> None:
    for schema in _schemas(json_schema("strict")):
        assert schema.keys() <= ALLOWED
        assert "$ref" not in schema or len(schema) == 1


def test_every_field_is_required_and_every_object_closed() -> None:
    objects = [schema for schema in _schemas(json_schema("strict")) if "properties" in schema]
    for schema in objects:
        assert schema["required"] == list(schema["properties"])  # type: ignore[call-overload]
        assert schema["additionalProperties"] is False
    assert "anyOf" not in json_schema("strict")


def test_limits_are_said_in_words() -> None:
    definitions = json_schema("strict")["$defs"]
    assert isinstance(definitions, dict)
    assert "Must be a number from 0 to 1." in definitions["Rice"]["properties"]["confidence"]["description"]
    assert "YYYY-MM-DD" in definitions["Initiative"]["properties"]["startDate"]["description"]


def answer(value: object) -> object:
    """What a model that is held to the strict profile would write: every field, null where nothing is given."""
    cls: type = type(value)
    if is_model(cls):
        return {field.wire: answer(getattr(value, field.name)) for field in fields_of(cls)}
    if isinstance(value, tuple):
        return [answer(item) for item in value]
    return value if value is None or isinstance(value, (str, int, float)) else str(value)


@given(governance=strategies.governances())
def test_an_answer_in_the_profile_can_be_read_once_its_nulls_are_dropped(governance: ProductGovernance) -> None:
    written = answer(governance)
    assert isinstance(written, dict)
    Draft202012Validator(json_schema("strict")).validate(written)
    assert from_dict(drop_nulls(written)) == governance
    assert to_dict(from_dict(drop_nulls(written))) == to_dict(governance)
