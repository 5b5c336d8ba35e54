"""What is measured, and whether it can be judged and acted on. The day is 2026-03-02."""

import pytest

from tests.support.examples import Fragment, codes_and_places, item, kpi, messages

INPUT, OUTPUT, GUARDRAIL = (f"/metrics/{group}Metrics" for group in ("input", "output", "guardrail"))


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
    "fields", [{"direction": "increase", "target": 9}, {"direction": "maintain", "bounds": {"min": 1}}]
)
def test_what_can_be_judged_is_no_finding(fields: Fragment) -> None:
    assert codes_and_places(extra("output", **fields)) == []


def test_a_guardrail_needs_bounds_and_nothing_else() -> None:
    assert codes_and_places(extra("guardrail", bounds={"max": 1})) == []
    assert codes_and_places(extra("guardrail", bounds={})) == [("PG401", f"{GUARDRAIL}/1")]


def observed(group: str, id: str, value: float, day: str = "2026-03-01", **fields: object) -> Fragment:
    return kpi(group, id, observations=[{"date": day, "value": value}], **fields)


@pytest.mark.parametrize(("value", "found"), [(2.4, True), (3, False), (9, False), (9.1, True)])
def test_the_latest_observation_is_held_against_the_bounds(value: float, found: bool) -> None:
    fragment = observed("output", "weekly-teams", value, bounds={"min": 3, "max": 9}, unit="teams")
    assert codes_and_places(fragment) == ([("PG403", f"{OUTPUT}/0")] if found else [])


def test_a_breach_is_told_with_value_and_bound() -> None:
    fragment = observed("output", "weekly-teams", 9.25, bounds={"min": 3, "max": 9}, unit="teams")
    assert "9.25 teams on 2026-03-01, at most 9 teams allowed" in messages(fragment)[0]
    fragment = observed("output", "weekly-teams", 2.99999999, bounds={"min": 3})
    assert "2.99999999 on 2026-03-01, at least 3 allowed" in messages(fragment)[0]


def test_a_stale_observation_breaches_nothing() -> None:
    fragment = observed("output", "weekly-teams", 1, day="2026-01-01", bounds={"min": 3}, refresh="weekly")
    assert codes_and_places(fragment) == [("PG404", f"{OUTPUT}/0")]


def test_a_kpi_is_unknown_without_observation_and_source() -> None:
    assert codes_and_places(kpi("output", "weekly-teams", source=None)) == [("PG404", f"{OUTPUT}/0")]
    assert codes_and_places(observed("output", "weekly-teams", 9, source=None)) == []


@pytest.mark.parametrize(
    ("refresh", "day", "found"),
    [
        ("weekly", "2026-02-16", False),
        ("weekly", "2026-02-15", True),
        ("monthly", "2026-01-01", False),
        ("whenever we look", "2020-01-01", False),
        ("ad hoc", "2020-01-01", False),
    ],
)
def test_an_observation_is_stale_after_twice_its_refresh(refresh: str, day: str, found: bool) -> None:
    fragment = observed("guardrail", "crash-rate", 1, day, refresh=refresh)
    assert codes_and_places(fragment) == ([("PG404", f"{GUARDRAIL}/0")] if found else [])
    if found:
        assert "15 days before 2026-03-02, but its refresh is weekly" in messages(fragment)[0]


def test_an_influence_cycle_is_walked_whole() -> None:
    fragments = (
        kpi("output", "weekly-teams", influences=["crash-rate", "activation"]),
        kpi("guardrail", "crash-rate", influences=["activation"]),
    )
    assert codes_and_places(*fragments) == [("PG405", f"{INPUT}/0/influences/0")]
    assert "activation → weekly-teams → activation" in messages(*fragments)[0]
    assert "(1 more metric in the same cycle)" in messages(*fragments)[0]


def test_a_kpi_that_is_said_to_move_itself_is_no_cycle() -> None:
    assert codes_and_places(kpi("guardrail", "crash-rate", influences=["crash-rate"]), ignore="PG108") == []


def test_something_leads_to_the_north_star() -> None:
    fragment = kpi("input", "activation", influences=[])
    assert codes_and_places(fragment) == [("PG406", "/metrics/northStarMetric")]


def test_a_north_star_does_not_lead_to_itself() -> None:
    star: Fragment = {"metrics": {"northStarMetric": "crash-rate"}}
    fragment = kpi("guardrail", "crash-rate", influences=["crash-rate"])
    assert codes_and_places(star, fragment, ignore="PG108") == [("PG406", "/metrics/northStarMetric")]


def test_a_misspelt_influence_is_not_also_an_isolated_north_star() -> None:
    fragment = kpi("input", "activation", influences=["weekly-teens"])
    assert codes_and_places(fragment) == [("PG107", f"{INPUT}/0/influences/0")]


def test_a_kpi_is_in_one_group() -> None:
    fragment = kpi("guardrail", "weekly-teams", name="Teams", bounds={"min": 1}, source="the books")
    assert codes_and_places(fragment) == [("PG407", f"{GUARDRAIL}/1/id")]
    assert "weekly-teams is in outputMetrics and again in guardrailMetrics" in messages(fragment)[0]


@pytest.mark.parametrize(
    ("direction", "baseline", "target", "found"),
    [
        ("increase", 30, 29, True),
        ("increase", 30, 30, False),
        ("decrease", 520, 530, True),
        ("decrease", 520, 350, False),
        ("maintain", 5, 1, False),
    ],
)
def test_a_target_is_not_worse_than_its_baseline(direction: str, baseline: int, target: int, found: bool) -> None:
    fragment = extra("output", direction=direction, baseline=baseline, target=target, bounds={"min": 0})
    assert codes_and_places(fragment) == ([("PG408", f"{OUTPUT}/1/target")] if found else [])


def test_a_target_without_direction_is_not_judged() -> None:
    assert codes_and_places(extra("output", baseline=5, target=1)) == [("PG401", f"{OUTPUT}/1")]


def test_a_document_has_a_guardrail() -> None:
    fragments: tuple[Fragment, ...] = item("now", "checkout", guardrails=[]), {"metrics": {"guardrailMetrics": []}}
    assert codes_and_places(*fragments) == [("PG409", "/metrics/guardrailMetrics")]


def test_a_breached_guardrail_names_itself_its_bound_its_value_and_its_owner() -> None:
    fragment = observed("guardrail", "crash-rate", 3.4, owner={"title": "SRE", "name": "Ana"})
    assert codes_and_places(fragment) == [("PG410", f"{GUARDRAIL}/0")]
    assert messages(fragment) == [
        (
            'the guardrail "Crashes in 1,000 sessions" is outside its bounds and no open item in now addresses it: '
            "3.4 on 2026-03-01, at most 2 allowed; its owner is Ana | "
            "plan an item in now that names crash-rate in its metrics, or correct the bounds"
        )
    ]
    assert "it has no owner" in messages(observed("guardrail", "crash-rate", 3.4))[0]


@pytest.mark.parametrize(
    ("horizon", "id", "status", "code"),
    [
        ("now", "checkout", "in-progress", "PG403"),
        ("now", "checkout", "done", "PG410"),
        ("next", "payments", "proposed", "PG410"),
    ],
)
def test_a_breach_is_answered_by_an_open_item_in_now(horizon: str, id: str, status: str, code: str) -> None:
    answer = item(horizon, id, metrics=["crash-rate"], status=status)
    found = codes_and_places(answer, observed("guardrail", "crash-rate", 3.4))
    assert [one for one in found if one[0] != "PG604"] == [(code, f"{GUARDRAIL}/0")]


def test_a_value_below_the_minimum_is_compared_with_the_minimum_alone() -> None:
    [message] = messages(observed("output", "weekly-teams", 2, bounds={"min": 3, "max": 9}))
    assert "2 on 2026-03-01, at least 3 allowed" in message


def test_a_target_equal_to_its_baseline_is_not_worse_than_it() -> None:
    for direction in ("increase", "decrease"):
        assert codes_and_places(kpi("output", "weekly-teams", direction=direction, baseline=5000)) == []


def test_a_cycle_is_found_at_the_kpi_that_states_it_where_two_have_its_id() -> None:
    fragments = (
        kpi("input", "activation", influences=["crash-rate"]),
        kpi("output", "weekly-teams", influences=["crash-rate", "activation"]),
        kpi("guardrail", "activation", name="Plans", bounds={"max": 9}, source="S", influences=["weekly-teams"]),
    )
    assert ("PG405", f"{GUARDRAIL}/1/influences/0") in codes_and_places(*fragments)
    first = (kpi("input", "activation", influences=["crash-rate", "weekly-teams"]), *fragments[1:])
    assert ("PG405", f"{INPUT}/0/influences/1") in codes_and_places(*first)
