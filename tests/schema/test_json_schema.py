"""The JSON Schemas: valid, compiled by strict validators, and saying everything the model says."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator, Draft202012Validator

from productgov.dumping import dumps, to_dict
from productgov.errors import InvalidValueError
from productgov.fields.shapes import fields_of, model_classes, terms_of
from productgov.loading import from_dict, load
from productgov.model.governance import ProductGovernance
from productgov.model.initiative import Link
from productgov.model.people import Role
from productgov.schema.json_schema import Draft, Mode, json_schema
from productgov.schema.outputs import OUTPUTS
from productgov.schema.titles import in_words
from tests.schema.mutants import mutants
from tests.schema.test_strict import answer
from tests.support.node import needs_node, run_node

pytestmark = pytest.mark.once

MODES: tuple[Mode, ...] = ("input", "output")
DRAFTS: tuple[Draft, ...] = ("2020-12", "draft-07")
EXAMPLE = Path(__file__).parents[2] / "examples" / "platform.json"
EXAMPLES = sorted(Path(__file__).parents[2].joinpath("examples").glob("*.*"))
COMPILE = """
const Ajv = {"2020-12": require("ajv/dist/2020"), "draft-07": require("ajv")};
for (const {draft, schema} of input) {
  const ajv = new Ajv[draft]({strict: true});
  ajv.addKeyword("x-refers");
  require("ajv-formats").default(ajv);
  ajv.compile(schema);
}
console.log(input.length);
"""

every_schema = pytest.mark.parametrize(("mode", "draft"), [(mode, draft) for mode in MODES for draft in DRAFTS])


def _below(value: object) -> Iterator[dict[str, object]]:
    if isinstance(value, dict):
        yield value
    items = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for item in items:
        yield from _below(item)


@every_schema
def test_schemas_are_valid_under_their_own_meta_schema(mode: Mode, draft: Draft) -> None:
    validator = Draft202012Validator if draft == "2020-12" else Draft7Validator
    schema = json_schema(mode, draft=draft)
    validator.check_schema(schema)
    assert schema["$schema"] == validator.META_SCHEMA["$schema"]


@needs_node
def test_schemas_compile_in_ajv_with_every_strictness() -> None:
    schemas = [{"draft": draft, "schema": json_schema(mode, draft=draft)} for mode in MODES for draft in DRAFTS]
    schemas += [{"draft": "2020-12", "schema": make()} for make in OUTPUTS.values()]
    assert run_node(COMPILE, schemas) == len(schemas)


def test_identifiers_are_stable_and_apart() -> None:
    names = {json_schema(mode, draft=draft)["$id"] for mode in MODES for draft in DRAFTS} | {
        json_schema(cls=Role)["$id"]
    }
    assert names == {
        "urn:productgov:schema:1.0:input",
        "urn:productgov:schema:1.0:output",
        "urn:productgov:schema:1.0:input:draft-07",
        "urn:productgov:schema:1.0:output:draft-07",
        "urn:productgov:schema:1.0:input:Role",
    }


@every_schema
def test_every_class_and_enumeration_is_defined_under_its_name_and_described(mode: Mode, draft: Draft) -> None:
    schema = json_schema(mode, draft=draft)
    definitions = schema["$defs" if draft == "2020-12" else "definitions"]
    assert isinstance(definitions, dict)
    titles = {definition["title"] for definition in definitions.values()}
    names = {cls.__name__ for cls in (*model_classes(ProductGovernance)[1:], *terms_of(ProductGovernance))}
    assert titles == (set(map(in_words, names)) if mode == "input" else names)
    assert all(definition["description"] for definition in (schema, *definitions.values()))


@every_schema
def test_every_object_is_closed_but_for_extensions_and_every_field_is_described(mode: Mode, draft: Draft) -> None:
    objects = [part for part in _below(json_schema(mode, draft=draft)) if part.get("type") == "object"]
    assert len(objects) >= len(model_classes(ProductGovernance))
    for part in objects:
        assert part["additionalProperties"] is False
        assert part["patternProperties"] == {"^x-": {}}
        properties = part["properties"]
        assert isinstance(properties, dict)
        assert all(field["description"] for field in properties.values())


def test_every_value_of_an_enumeration_says_what_it_means() -> None:
    definitions = json_schema()["$defs"]
    assert isinstance(definitions, dict)
    for terms in terms_of(ProductGovernance):
        said = {option["const"]: option["description"] for option in definitions[terms.__name__]["oneOf"]}
        assert said == {term.value: term.description for term in terms}


def test_draft_07_puts_nothing_beside_a_reference() -> None:
    references = [part for part in _below(json_schema(draft="draft-07")) if "$ref" in part]
    assert references
    assert all(len(part) == 1 for part in references)


def test_input_admits_short_forms_and_output_does_not() -> None:
    assert Draft202012Validator(json_schema(cls=Role)).is_valid("Ana")
    assert not Draft202012Validator(json_schema("output", cls=Role)).is_valid("Ana")
    assert Draft202012Validator(json_schema("output", cls=Role)).is_valid({"title": "Ana"})


def test_output_requires_what_is_always_written_but_for_the_version() -> None:
    required = {field.wire for field in fields_of(ProductGovernance) if field.required}
    assert set(json_schema("output")["required"]) == required  # type: ignore[call-overload]
    definitions = json_schema("output")["$defs"]
    assert isinstance(definitions, dict)
    assert definitions["TimeHorizon"]["required"] == ["now", "next", "later", "future"]
    assert definitions["Prioritization"]["required"] == ["framework", "scoringCriteria", "reviewCadence"]


ALL_MODES: tuple[Mode, ...] = (*MODES, "strict")
PREFIX = "#/components/schemas/"


@pytest.mark.parametrize("draft", DRAFTS)
@pytest.mark.parametrize("mode", ALL_MODES)
def test_parts_can_be_repeated_instead_of_referred_to(mode: Mode, draft: Draft) -> None:
    referring, inline = json_schema(mode, draft=draft), json_schema(mode, draft=draft, refs="inline")
    assert not any({"$ref", "$defs", "definitions"} & part.keys() for part in _below(inline))
    assert ("$id" in inline) == (mode != "strict")
    _assert_same_verdicts(referring, inline)


@pytest.mark.parametrize("draft", DRAFTS)
@pytest.mark.parametrize("mode", ALL_MODES)
def test_references_can_lead_to_where_the_parts_are_moved_to(mode: Mode, draft: Draft) -> None:
    referring, moved = json_schema(mode, draft=draft), json_schema(mode, draft=draft, refs=PREFIX)
    parts = moved.pop("$defs" if draft == "2020-12" else "definitions")
    assert isinstance(parts, dict)
    assert not {"$schema", "$id"} & moved.keys()
    targets = {str(part["$ref"]) for part in _below([moved, parts]) if "$ref" in part}
    assert targets == {PREFIX + name for name in parts}
    openapi: dict[str, object] = {
        "$ref": f"{PREFIX}ProductGovernance",
        "components": {"schemas": {"ProductGovernance": moved, **parts}},
    }
    _assert_same_verdicts(referring, openapi)


def _assert_same_verdicts(one: dict[str, object], other: dict[str, object]) -> None:
    first, second = Draft202012Validator(one), Draft202012Validator(other)
    values = [*mutants(150), answer(load(EXAMPLE)), to_dict(load(EXAMPLE))]
    verdicts = [first.is_valid(value) for value in values]
    assert verdicts == [second.is_valid(value) for value in values]
    assert {True, False} == set(verdicts)


def test_a_class_without_parts_has_no_empty_definitions() -> None:
    assert "$defs" not in json_schema(cls=Link)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"mode": "both"}, 'mode must be one of input, output, strict, not "both"'),
        ({"draft": "4"}, 'draft must be one of 2020-12, draft-07, not "4"'),
        ({"refs": "components"}, 'refs must be "definitions", "inline" or end with "/"'),
    ],
)
def test_what_there_is_not_is_refused(options: dict[str, Any], message: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        json_schema(**options)
    assert message in str(caught.value)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_check_jsonschema_accepts_the_examples(path: Path, tmp_path: Path) -> None:
    pytest.importorskip("check_jsonschema", reason="check-jsonschema is not installed")
    schema = tmp_path / "schema.json"
    schema.write_text(json.dumps(json_schema()), "utf-8")
    as_toml = tmp_path / "example.toml"
    as_toml.write_text(dumps(from_dict(_without_nulls(to_dict(load(path)))), format="toml"), "utf-8")
    command = [sys.executable, "-m", "check_jsonschema", "--schemafile", str(schema), str(path), str(as_toml)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr


def _without_nulls(value: Any) -> Any:
    """Data without the nulls that TOML does not have."""
    if isinstance(value, dict):
        return {key: _without_nulls(item) for key, item in value.items() if item is not None}
    return [_without_nulls(item) for item in value] if isinstance(value, list) else value
