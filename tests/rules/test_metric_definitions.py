"""Whether each metric says how it is judged. The day is 2026-03-02."""

import json

import pytest

from productgov.loading import parse
from tests.support.examples import Fragment, codes_and_places, document_with, example_data, kpi, messages

OUTPUT, GUARDRAIL = "/metrics/outputMetrics", "/metrics/guardrailMetrics"


def extra(group: str, **fields: object) -> Fragment:
    """A second KPI of a group, without any other finding."""
    return kpi(group, "extra", name="Extra", source="the books", **fields)


@pytest.mark.parametrize(
    ("fields", "missing"),
    [
        ({"direction": "increase"}, "has no target"),
        ({"target": 9}, "has no direction"),
        ({"direction": "maintain"}, "has no bounds"),
        ({"direction": "maintain", "bounds": {}}, "has no bounds"),
    ],
)
def test_an_output_needs_a_direction_and_a_target_or_bounds_to_be_kept(fields: Fragment, missing: str) -> None:
    assert codes_and_places(extra("output", **fields)) == [("PG401", f"{OUTPUT}/1")]
    assert missing in messages(extra("output", **fields))[0]


def test_each_thing_that_is_missing_is_said_for_itself() -> None:
    assert codes_and_places(extra("output")) == [("PG401", f"{OUTPUT}/1"), ("PG401", f"{OUTPUT}/1")]
    direction, target = messages(extra("output"))
    assert direction == (
        'the output metric "Extra" has no direction | add its direction (increase, decrease or maintain)'
    )
    assert target == 'the output metric "Extra" has no target | add a target'


def test_what_several_metrics_of_a_group_lack_is_said_once() -> None:
    names = [f"m{number}" for number in range(9)]
    kpis = [{"id": name, "name": name, "direction": "increase", "source": "the books"} for name in names]
    fragment: Fragment = {"metrics": {"outputMetrics": kpis}}
    [finding] = document_with(fragment).check()
    assert (finding.code, finding.path) == ("PG401", f"{OUTPUT}/1")
    assert finding.message == "9 of the 10 output metrics have no target: m0, m1, m2, m3, m4 and 4 more"
    assert [related.path for related in finding.related] == [f"{OUTPUT}/{index}" for index in range(2, 10)]
    both = kpi("output", "weekly-teams", target=None)
    assert messages(fragment, both)[0].startswith("all 10 output metrics have no target: weekly-teams, m0")
    assert [code for code, _ in codes_and_places(fragment, extra("guardrail"))] == ["PG401", "PG401"]


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
