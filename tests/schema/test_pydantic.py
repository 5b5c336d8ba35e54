"""Classes of the model as types in pydantic."""

import json
from typing import Annotated, Any

import attrs
import pytest

import productgov as pg
from productgov.fields import checked
from productgov.model.extensions import Extensions
from tests.support.examples import example_data
from tests.support.project import needs_checkout

pydantic = pytest.importorskip("pydantic")
pytestmark = needs_checkout


def answer() -> Any:
    return pydantic.create_model("Answer", governance=(pg.ProductGovernance, ...), first=(pg.Initiative | None, None))


def test_a_model_of_pydantic_reads_and_writes_a_governance() -> None:
    data = example_data()
    read = answer().model_validate({"governance": data, "first": {"id": "a", "title": "A", "owner": "Ana"}})
    assert read.governance == pg.from_dict(data)
    assert read.first == pg.Initiative(id="a", title="A", owner=pg.Role(title="Ana"))
    assert json.loads(read.model_dump_json())["governance"] == pg.to_dict(read.governance)
    assert answer()(governance=read.governance).governance is read.governance


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"id": "a"}, "PG004"),
        (
            {"id": "a", "title": "A", "onwer": "B"},
            '/onwer PG003 unknown field "onwer" in the document; write owner instead',
        ),
        ("a", "expected an object of Initiative"),
    ],
)
def test_what_is_wrong_is_an_error_of_pydantic(given: object, told: str) -> None:
    with pytest.raises(pydantic.ValidationError) as caught:
        pydantic.TypeAdapter(pg.Initiative).validate_python(given)
    [error] = caught.value.errors()
    assert error["type"] == "productgov"
    assert told in error["msg"]


@pytest.mark.parametrize(("mode", "ours"), [("validation", "input"), ("serialization", "output")])
def test_the_schema_is_ours_with_everything_in_place(mode: Any, ours: pg.Mode) -> None:
    schema = pydantic.TypeAdapter(pg.KPI).json_schema(mode=mode)
    expected = pg.json_schema(ours, refs="inline", cls=pg.KPI)
    assert schema == {key: value for key, value in expected.items() if key not in ("$schema", "$id")}


@attrs.frozen(kw_only=True, field_transformer=checked)
class Ticket:
    """A ticket."""

    key: Annotated[str, "Its key."]
    extensions: Extensions = Extensions()


def test_a_class_that_is_declared_like_them_is_taken_too() -> None:
    assert pydantic.TypeAdapter(Ticket).validate_python({"key": "T-1"}) == Ticket(key="T-1")
