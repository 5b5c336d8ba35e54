"""The strict profiles of the documentation, and the limits of the services that they are for."""

import ast
import re
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from productgov import ProductGovernance, drop_nulls, from_dict, strategies
from productgov.schema.json_schema import json_schema
from productgov.schema.selection import Selection, selected
from tests.schema.services import LIMITS, uses
from tests.schema.test_strict import answer
from tests.support.project import ROOT

PAGE = ROOT / "docs" / "how-to" / "language-models.md"

if not PAGE.exists():
    pytest.skip("an installed library has no documentation", allow_module_level=True)

TEXT = PAGE.read_text("utf-8")


def _only(name: str) -> tuple[str, ...]:
    """The paths to which the documentation limits a profile."""
    found = re.search(rf"^{name} = (\(.*?^\))", TEXT, re.MULTILINE | re.DOTALL)
    assert found
    paths: tuple[str, ...] = ast.literal_eval(found[1])
    return paths


PROFILES = {
    "whole document": (None, {"OpenAI"}),
    "OUTLINE": (_only("OUTLINE"), {"OpenAI", "Anthropic"}),
    "PLAN": (_only("PLAN"), {"OpenAI", "Anthropic"}),
}


def _schema(name: str) -> dict[str, Any]:
    return json_schema("strict", only=PROFILES[name][0], refs="inline")


@pytest.mark.parametrize("name", PROFILES)
def test_a_profile_is_within_the_limits_of_the_services_that_it_is_for(name: str) -> None:
    used = uses(_schema(name))
    within = {limit.service for limit in LIMITS} - {limit.service for limit in LIMITS if used[limit.what] > limit.most}
    assert within == PROFILES[name][1]


@pytest.mark.parametrize("limit", LIMITS, ids=lambda limit: f"{limit.service}: {limit.what}")
def test_the_documentation_says_the_limit_and_what_each_profile_uses(limit: Any) -> None:
    used = [f"{uses(_schema(name))[limit.what]:,}" for name in PROFILES]
    assert f"| {limit.service} | {limit.what} | {limit.most:,} | {' | '.join(used)} |" in TEXT


def _limited(value: Any, only: Selection) -> Any:
    if isinstance(value, list):
        return [_limited(item, only) for item in value]
    return {name: _limited(value[name], below) for name, below in only.items()} if only and value else value


@given(governance=strategies.governances())
def test_an_answer_to_the_outline_can_be_loaded(governance: ProductGovernance) -> None:
    limited = _limited(answer(governance), selected(ProductGovernance, PROFILES["OUTLINE"][0] or ()))
    Draft202012Validator(_schema("OUTLINE")).validate(limited)
    assert from_dict(drop_nulls(limited)).product_vision == governance.product_vision


def test_what_is_counted() -> None:
    inner = {"type": "object", "properties": {"b": {"enum": ["x", "yz"]}, "c": {}}, "required": ["b"]}
    schema = {
        "type": "object",
        "properties": {"a": {"type": "array", "items": inner}, "d": {"type": ["string", "null"]}},
        "required": ["a", "d"],
        "anyOf": [{"type": "object"}],
    }
    assert uses(schema) == {
        "properties": 4,
        "levels of nesting": 3,
        "enum values": 2,
        "characters of one enum": 3,
        "characters of names and enum values": 7,
        "parameters with a union": 2,
        "optional parameters": 1,
    }
