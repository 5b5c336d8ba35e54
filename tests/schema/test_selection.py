"""`only`: a strict schema that is limited to some fields."""

import json
from typing import Any

import pytest

from productgov import Initiative, InvalidValueError, json_schema
from productgov.cli.main import main
from productgov.schema.json_schema import Mode


def _strict(*only: str) -> dict[str, Any]:
    return json_schema("strict", only=only)


def _properties(schema: dict[str, Any], *path: str) -> dict[str, Any]:
    for name in path:
        schema = schema["properties"][name]
        schema = next((option for option in schema.get("anyOf", ()) if option.get("type") != "null"), schema)
        schema = schema.get("items", schema)
    properties: dict[str, Any] = schema["properties"]
    assert schema["required"] == list(properties)
    return properties


def test_a_name_keeps_a_field_whole_and_the_order_is_that_of_the_model() -> None:
    schema = _strict("prioritization", "productVision")
    assert list(_properties(schema)) == ["productVision", "prioritization"]
    assert schema["properties"]["prioritization"] == {"$ref": "#/$defs/Prioritization"}
    assert set(schema["$defs"]) == {"ProductVision", "Prioritization", "ScoringCriteria", "FixedCut"}


def test_a_path_keeps_a_part_of_what_a_field_holds() -> None:
    horizon = "roadmap.timeHorizon"
    schema = _strict(f"{horizon}.now.title", f"{horizon}.now.owner", f"{horizon}.next")
    assert list(_properties(schema, "roadmap", "timeHorizon")) == ["now", "next"]
    assert list(_properties(schema, "roadmap", "timeHorizon", "now")) == ["title", "owner"]
    whole = _strict("roadmap")["$defs"]["TimeHorizon"]["properties"]["next"]
    assert _properties(schema, "roadmap", "timeHorizon")["next"] == whole


def test_a_field_that_is_named_whole_is_kept_whole() -> None:
    assert json_schema("strict", only=("metrics.northStarMetric", "metrics")) == json_schema(
        "strict", only=("metrics",)
    )


def test_a_path_leads_through_an_alternative() -> None:
    schema = json_schema("strict", cls=Initiative, only=("scoring.rice.reach.likely",))
    reach = _properties(schema, "scoring", "rice")["reach"]
    assert reach["anyOf"][0] == {"type": "number"}
    assert list(reach["anyOf"][1]["properties"]) == ["likely"]


@pytest.mark.parametrize(
    ("only", "message"),
    [
        (("prioritisation",), 'ProductGovernance has no field "prioritisation"; did you mean prioritization?'),
        (("metrics.xyz",), 'Metrics has no field "xyz"; it has northStarMetric, inputMetrics, outputMetrics, guard'),
        (("product_vision",), "did you mean productVision?"),
        (("",), 'ProductGovernance has no field ""'),
        (("name.first",), '"name.first" goes below a field that holds no object; leave out "first"'),
        ((), "only must be a tuple of names or paths of fields"),
        ("metrics", "only must be a tuple of names or paths of fields"),
    ],
)
def test_what_cannot_be_kept_is_refused(only: Any, message: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        json_schema("strict", only=only)
    assert message in str(caught.value)


@pytest.mark.parametrize("mode", ["input", "output"])
def test_other_modes_describe_whole_documents(mode: Mode) -> None:
    with pytest.raises(InvalidValueError, match=f'only is for the mode "strict", not "{mode}"'):
        json_schema(mode, only=("metrics",))


def test_the_command_line_takes_paths(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "--mode", "strict", "--only", "productVision,metrics.northStarMetric"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert printed == json_schema("strict", only=("productVision", "metrics.northStarMetric"))


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--only", "metrics"], "--only is for --mode strict"),
        (["--only", "metrics", "--format", "typescript"], "--only is for --mode strict"),
        (["--only", "metrics", "--of", "check"], "leave out --format, --mode and --only"),
        (["--only", "metric", "--mode", "strict"], "did you mean metrics?"),
    ],
)
def test_the_command_line_says_what_is_wrong(
    arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["schema", *arguments]) == 2
    assert message in capsys.readouterr().err
