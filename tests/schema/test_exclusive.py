"""Fields of which only one can be given: `not` in the JSON Schema, alternatives in TypeScript."""

from pathlib import Path
from typing import Annotated, ClassVar

import attrs
import pytest
from jsonschema import Draft202012Validator

from productgov.fields import Constraint, ExactlyOne, checked
from productgov.model.extensions import Extensions
from productgov.model.kano.survey import KanoSurvey
from productgov.schema.json_schema import json_schema
from productgov.schema.typescript import typescript
from tests.support.node import needs_node
from tests.support.typescript import complaints


@attrs.frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class Choice:
    """One of three."""

    constraints: ClassVar[tuple[Constraint, ...]] = (ExactlyOne(("first", "second", "third")),)

    name: Annotated[str, "Its name."]
    first: Annotated[str | None, "The first."] = None
    second: Annotated[str | None, "The second."] = None
    third: Annotated[str | None, "The third."] = None
    extensions: Extensions = Extensions()


def test_fields_that_exclude_each_other_are_not_both_there() -> None:
    both = {"properties": {"responses": {}, "counts": {}}, "required": ["responses", "counts"]}
    assert json_schema(cls=KanoSurvey)["not"] == both
    assert "oneOf" not in json_schema(cls=KanoSurvey)
    validator = Draft202012Validator(json_schema(cls=Choice))
    for given in ("first", "second", "third"):
        assert validator.is_valid({"name": "a", given: "b"})
    assert not validator.is_valid({"name": "a", "first": "b", "third": "c"})
    assert not validator.is_valid({"name": "a", "second": "b", "third": "c"})


def test_typescript_has_an_alternative_for_each_of_them() -> None:
    text = typescript(cls=Choice)
    assert text.count("  /** Its name. */\n  name: string;\n") == 1
    assert text.count("  | {\n") == 3
    assert (
        "      first?: never;\n      /** The second. */\n      second: string;\n      third?: never;\n    }\n" in text
    )


@needs_node
@pytest.mark.parametrize(
    ("survey", "is_good"),
    [
        ("{ responses: [] }", True),
        ("{ counts: { mustBe: 1 }, 'x-note': 1 }", True),
        ("{}", False),
        ("{ responses: [], counts: {} }", False),
        ("{ responses: [], answers: [] }", False),
    ],
)
def test_the_compiler_takes_exactly_one(tmp_path: Path, survey: str, is_good: bool) -> None:
    (tmp_path / "productgov.d.ts").write_text(typescript(), "utf-8")
    text = f'import type {{ KanoSurvey }} from "./productgov";\nexport const survey: KanoSurvey = {survey};\n'
    assert (complaints(tmp_path, "survey.ts", text) == "") == is_good
