"""Titles in plain words: of every class, field and alternative, for those who write a document."""

from typing import Any

import pytest

from productgov.fields.shapes import fields_of, model_classes
from productgov.model.governance import ProductGovernance
from productgov.model.metrics import KPI
from productgov.model.people import Role
from productgov.model.scoring import Rice
from productgov.schema.json_schema import Draft, json_schema
from productgov.schema.titles import in_words


def _schema(cls: type, draft: Draft = "2020-12", refs: str = "definitions") -> dict[str, Any]:
    return json_schema(cls=cls, draft=draft, refs=refs)


def _properties(cls: type, draft: Draft = "2020-12", refs: str = "definitions") -> dict[str, Any]:
    schema = _schema(cls, draft, refs)
    properties: dict[str, Any] = schema.get("anyOf", [schema])[-1]["properties"]
    return properties


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("northStarMetric", "North star metric"),
        ("$schema", "Schema"),
        ("from", "From"),
        ("id", "ID"),
        ("url", "URL"),
        ("iceVariant", "ICE variant"),
        ("KPI", "KPI"),
        ("KPIName", "KPI name"),
        ("KanoSurvey", "Kano survey"),
        ("asOf", "As of"),
        ("level2Name", "Level 2 name"),
        ("_", ""),
    ],
)
def test_a_name_in_words(name: str, words: str) -> None:
    assert in_words(name) == words


@pytest.mark.parametrize("draft", ["2020-12", "draft-07"])
@pytest.mark.parametrize("cls", model_classes(ProductGovernance))
def test_every_field_has_the_title_of_its_name(cls: type, draft: Draft) -> None:
    titles = {wire: field["title"] for wire, field in _properties(cls, draft).items()}
    assert titles == {field.wire: in_words(field.wire) for field in fields_of(cls)}


def test_a_field_keeps_its_title_where_parts_are_repeated() -> None:
    assert _properties(KPI, refs="inline")["owner"]["title"] == "Owner"


def test_the_alternatives_of_a_short_form_say_which_they_are() -> None:
    options = _schema(Role)["anyOf"]
    assert [option["title"] for option in options] == ["Role, as its title", "Role, as an object"]


def test_the_alternatives_of_a_field_say_which_they_are() -> None:
    number, estimate = _properties(Rice)["reach"]["anyOf"]
    assert number["title"] == "A number of at least 0"
    definitions = _schema(Rice)["$defs"]
    assert definitions[estimate["$ref"].rpartition("/")[2]]["title"] == "Estimate"


def _titles(schema: object) -> list[object]:
    parts = schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ()
    own = [schema["title"]] if isinstance(schema, dict) and isinstance(schema.get("title"), str) else []
    return own + [title for part in parts for title in _titles(part)]


def test_what_is_written_has_the_names_of_classes_alone_because_generators_make_types_of_titles() -> None:
    names = {cls.__name__ for cls in model_classes(ProductGovernance)}
    definitions = json_schema("output")["$defs"]
    assert isinstance(definitions, dict)
    assert set(_titles(json_schema("output"))) == names | {part["title"] for part in definitions.values()}
