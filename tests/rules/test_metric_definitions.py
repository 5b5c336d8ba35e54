"""Whether each metric says how it is judged. The day is 2026-03-02."""

import json

import pytest

from productgov.document import parse
from tests.support.examples import Fragment, codes_and_places, example_data, kpi, messages

OUTPUT, GUARDRAIL = "/metrics/outputMetrics", "/metrics/guardrailMetrics"


def extra(group: str, **fields: object) -> Fragment:
    """A second KPI of a group, without any other finding."""
    return kpi(group, "extra", name="Extra", source="the books", **fields)


@pytest.mark.parametrize(
    ("fields", "missing"),
    [
        ({"direction": "increase"}, "has no target"),
        ({"target": 9}, "has no direction"),
        ({"unit": "EUR"}, "has no direction and no target"),
        ({"direction": "maintain"}, "has no bounds"),
        ({"direction": "maintain", "bounds": {}}, "has no bounds"),
    ],
)
def test_an_output_needs_a_direction_and_a_target_or_bounds_to_be_kept(fields: Fragment, missing: str) -> None:
    assert codes_and_places(extra("output", **fields)) == [("PG401", f"{OUTPUT}/1")]
    assert missing in messages(extra("output", **fields))[0]


@pytest.mark.parametrize(
    "fields",
    [
        {"direction": "increase", "target": 9},
        {"direction": "decrease", "target": 9},
        {"direction": "increase", "targets": [{"value": 9, "by": "2026-06-30"}]},
        {"direction": "maintain", "bounds": {"min": 1}},
        {"direction": "maintain", "bounds": {"max": 1}, "target": 1},
    ],
)
def test_what_can_be_judged_is_no_finding(fields: Fragment) -> None:
    assert codes_and_places(extra("output", **fields)) == []


def test_a_guardrail_needs_bounds_and_nothing_else() -> None:
    assert codes_and_places(extra("guardrail", bounds={"max": 1})) == []
    assert codes_and_places(extra("guardrail", bounds={})) == [("PG401", f"{GUARDRAIL}/1")]


def test_a_target_without_direction_is_not_judged() -> None:
    assert codes_and_places(extra("output", baseline=5, target=1)) == [("PG401", f"{OUTPUT}/1")]


def test_a_kpi_is_in_one_group() -> None:
    fragment = kpi("guardrail", "weekly-teams", name="Teams", bounds={"min": 1}, source="the books")
    assert codes_and_places(fragment) == [("PG407", f"{GUARDRAIL}/1/id")]
    assert "weekly-teams is in outputMetrics and again in guardrailMetrics" in messages(fragment)[0]


def test_a_kpi_that_is_twice_in_another_group_is_found_there_once() -> None:
    again = {"name": "Teams", "bounds": {"min": 1}, "source": "the books"}
    twice = [{"id": "weekly-teams", **again}, {"id": "crash-rate", **again}, {"id": "weekly-teams", **again}]
    data = example_data()
    data["metrics"]["guardrailMetrics"] = twice
    found = [(finding.code, finding.path) for finding in parse(json.dumps(data), format="json").check()]
    assert found == [("PG407", f"{GUARDRAIL}/0/id"), ("PG101", f"{GUARDRAIL}/2/id")]
