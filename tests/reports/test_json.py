"""Findings as JSON, and the schema that comes from the same records."""

import json
from enum import Enum
from typing import Annotated, Literal

import attrs
from annotated_types import Ge
from jsonschema import Draft202012Validator

from productgov.fields import Pattern
from productgov.reports.json import json_report
from productgov.reports.reporter import CheckedDocument
from productgov.schema.outputs import check_schema
from productgov.schema.records import record_schema
from tests.support.findings import HERE, NOWHERE

DOCUMENTS = [CheckedDocument("a.json", None, (HERE,)), CheckedDocument("b.json", {}, (NOWHERE,))]


def test_every_finding_is_a_record_with_everything_in_it() -> None:
    assert json.loads(json_report(DOCUMENTS)) == {
        "version": 1,
        "findings": [
            {
                "code": "PG005",
                "severity": "error",
                "file": "a.json",
                "line": 3,
                "column": 7,
                "path": "/name",
                "message": HERE.message,
                "hint": "write text",
            },
            {
                "code": "PG207",
                "severity": "warning",
                "file": "b.json",
                "line": None,
                "column": None,
                "path": "",
                "message": "a theme without items",
                "hint": "use it",
            },
        ],
        "summary": {"errors": 1, "warnings": 1, "infos": 0},
    }


def test_without_documents_there_is_still_an_object() -> None:
    assert json.loads(json_report([]))["findings"] == []


def test_the_output_conforms_to_its_schema_and_has_every_field_of_it() -> None:
    schema, printed = check_schema(), json.loads(json_report(DOCUMENTS))
    Draft202012Validator(schema).validate(printed)
    assert list(printed) == list(schema["properties"])  # type: ignore[call-overload]
    finding = schema["properties"]["findings"]["items"]  # type: ignore[index]
    assert list(printed["findings"][0]) == list(finding["properties"]) == finding["required"]


def test_the_schema_of_a_record_comes_from_its_annotations() -> None:
    class Size(Enum):
        SMALL = "s"
        LARGE = "l"

    @attrs.frozen
    class Part:
        """A part
        of the whole.
        """

        size: Annotated[Size | None, "Its size."]

    @attrs.frozen
    class Whole:
        """The whole."""

        kind: Annotated[Literal["whole"], "Always the same."]
        name: Annotated[str, Pattern("^a", "a text that begins with a"), "Its name."]
        count: Annotated[int, Ge(2), "How", "many."]
        parts: tuple[Part, ...]

    part = {
        "description": "A part of the whole.",
        "type": "object",
        "properties": {"size": {"description": "Its size.", "type": ["string", "null"], "enum": ["s", "l"]}},
        "required": ["size"],
    }
    assert record_schema(Whole) == {
        "description": "The whole.",
        "type": "object",
        "properties": {
            "kind": {"description": "Always the same.", "type": "string", "const": "whole"},
            "name": {"description": "Its name.", "type": "string", "pattern": "^a"},
            "count": {"description": "How many.", "type": "integer", "minimum": 2},
            "parts": {"type": "array", "items": part},
        },
        "required": ["kind", "name", "count", "parts"],
    }
