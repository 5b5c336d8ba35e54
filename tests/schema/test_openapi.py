"""The schema as a part of an OpenAPI description, as the documentation shows it."""

from typing import Any

import pytest

from productgov.schema.json_schema import Mode, json_schema
from tests.support.project import ROOT

if not (ROOT / "tools").exists():
    pytest.skip("the validator of OpenAPI is for development", allow_module_level=True)

from openapi_spec_validator import OpenAPIV31SpecValidator
from referencing.exceptions import PointerToNowhere

PREFIX = "#/components/schemas/"


def _description(schema: dict[str, Any], parts: dict[str, Any]) -> dict[str, Any]:
    """An API with one operation that returns a document."""
    content = {"application/json": {"schema": schema}}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Governance", "version": "1"},
        "paths": {"/": {"get": {"responses": {"200": {"description": "The governance.", "content": content}}}}},
        "components": {"schemas": parts},
    }


def _mistakes(description: dict[str, Any]) -> list[str]:
    return [error.message for error in OpenAPIV31SpecValidator(description).iter_errors()]


@pytest.mark.parametrize("mode", ["input", "output", "strict"])
def test_parts_can_be_components(mode: Mode) -> None:
    document: dict[str, Any] = json_schema(mode, refs=PREFIX)
    parts = document.pop("$defs")
    components = {"ProductGovernance": document, **parts}
    assert _mistakes(_description({"$ref": f"{PREFIX}ProductGovernance"}, components)) == []


@pytest.mark.parametrize("mode", ["input", "output", "strict"])
def test_parts_can_be_repeated(mode: Mode) -> None:
    assert _mistakes(_description(json_schema(mode, refs="inline"), {})) == []


def test_references_that_lead_nowhere_are_found() -> None:
    document: dict[str, Any] = json_schema("output")
    with pytest.raises(PointerToNowhere):
        _mistakes(_description(document, {}))
