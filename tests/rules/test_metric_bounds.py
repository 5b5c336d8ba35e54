"""Metrics outside their bounds, and guardrails without any. The day is 2026-03-02."""

import pytest

from tests.support.examples import Fragment, codes_and_places, document_with, item, kpi, messages, observed

OUTPUT, GUARDRAIL, NOW = "/metrics/outputMetrics", "/metrics/guardrailMetrics", "/roadmap/timeHorizon/now"
CHURN = kpi("output", "churn", name="Churn", direction="decrease", target=2, source="the books")


@pytest.mark.parametrize(("value", "found"), [(2.4, True), (3, False), (9, False), (9.1, True)])
def test_the_latest_observation_is_held_against_the_bounds(value: float, found: bool) -> None:
    fragment = observed("output", "weekly-teams", value, bounds={"min": 3, "max": 9}, unit="teams", target=9)
    assert codes_and_places(fragment) == ([("PG403", f"{OUTPUT}/0")] if found else [])


def test_a_breach_is_told_with_value_and_bound() -> None:
    fragment = observed("output", "weekly-teams", 9.25, bounds={"min": 3, "max": 9}, unit="teams", target=9)
    assert "9.25 teams on 2026-03-01, at most 9 teams allowed" in messages(fragment)[0]
    fragment = observed("output", "weekly-teams", 2.99999999, bounds={"min": 3})
    assert "2.99999999 on 2026-03-01, at least 3 allowed" in messages(fragment)[0]


def test_a_value_below_the_minimum_is_compared_with_the_minimum_alone() -> None:
    [message] = messages(observed("output", "weekly-teams", 2, bounds={"min": 3, "max": 9}, target=9))
    assert "2 on 2026-03-01, at least 3 allowed" in message


@pytest.mark.parametrize("fields", [{"refresh": "weekly"}, {}])
def test_a_breach_stands_however_old_it_is_until_the_next_observation(fields: Fragment) -> None:
    old = observed("output", "weekly-teams", 1, day="2020-03-01", bounds={"min": 3}, **fields)
    assert codes_and_places(old) == [("PG403", f"{OUTPUT}/0")]
    assert "measure it again, the observation is 2192 days old; find the cause" in messages(old)[0]
    again = [{"date": "2020-03-01", "value": 1}, {"date": "2026-03-01", "value": 5000}]
    assert codes_and_places(old, kpi("output", "weekly-teams", observations=again)) == []


def test_an_observation_of_the_future_breaches_nothing() -> None:
    fragment = observed("guardrail", "crash-rate", 9, day="2026-03-03")
    assert codes_and_places(fragment) == [("PG212", f"{GUARDRAIL}/0/observations/0/date")]


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
        ("now", "checkout", "rolling-out", "PG403"),
        ("now", "checkout", "paused", "PG410"),
        ("now", "checkout", "done", "PG410"),
        ("next", "payments", "proposed", "PG410"),
    ],
)
def test_a_breach_is_answered_by_an_open_item_in_now(horizon: str, id: str, status: str, code: str) -> None:
    answer = item(horizon, id, metrics=["crash-rate"], status=status)
    found = codes_and_places(answer, observed("guardrail", "crash-rate", 3.4))
    assert [one for one in found if one[0] != "PG604"] == [(code, f"{GUARDRAIL}/0")]


def test_a_paused_answer_is_told_apart_from_none() -> None:
    paused = item("now", "checkout", metrics=["activation", "crash-rate"], status="paused")
    [message] = messages(paused, observed("guardrail", "crash-rate", 3.4))
    assert "is outside its bounds and only paused items in now address it: 3.4 on 2026-03-01" in message


@pytest.mark.parametrize("name", ["calm-quarter", "fewer-crashes"])
def test_a_breach_is_answered_through_an_objective_or_a_key_result(name: str) -> None:
    key_result = {"id": "fewer-crashes", "kpi": "crash-rate", "keep": {"max": 2}}
    objective = {"id": "calm-quarter", "title": "A calm quarter", "period": "2026-Q1", "keyResults": [key_result]}
    breach = observed("guardrail", "crash-rate", 3.4)
    without = codes_and_places(breach, {"objectives": [objective]})
    assert ("PG410", f"{GUARDRAIL}/0") in without
    found = codes_and_places(breach, {"objectives": [objective]}, item("now", "checkout", objectives=[name]))
    assert ("PG403", f"{GUARDRAIL}/0") in found


@pytest.mark.parametrize("field", ["metrics", "guardrails"])
def test_an_unknown_metric_may_be_the_answer(field: str) -> None:
    unknown = item("now", "checkout", **{field: ["activation" if field == "metrics" else "crash-rate", "crashes"]})
    found = codes_and_places(unknown, observed("guardrail", "crash-rate", 3.4))
    assert found == [("PG103", f"{NOW}/0/{field}/1"), ("PG403", f"{GUARDRAIL}/0")]


def test_a_document_has_a_guardrail() -> None:
    fragments: tuple[Fragment, ...] = item("now", "checkout", guardrails=[]), {"metrics": {"guardrailMetrics": []}}
    assert codes_and_places(*fragments) == [("PG409", "/metrics/guardrailMetrics")]


def test_a_document_without_any_kpi_is_not_asked_for_a_guardrail() -> None:
    nothing: Fragment = {"metrics": {"inputMetrics": [], "outputMetrics": [], "guardrailMetrics": []}}
    items = (item("now", "checkout", metrics=[], guardrails=[]), item("next", "payments", metrics=[]))
    assert "PG409" not in {code for code, _ in codes_and_places(nothing, *items)}


def test_what_an_initiative_must_not_harm_has_bounds() -> None:
    named = item("now", "checkout", guardrails=["churn"])
    assert codes_and_places(CHURN, named) == [("PG419", f"{NOW}/0/guardrails/0")]
    assert messages(CHURN, named) == [
        (
            'checkout names churn as a guardrail, but "Churn" is an output metric without bounds, so nothing says when '
            "it is harmed | give churn bounds, or name a guardrail metric"
        )
    ]
    assert codes_and_places(CHURN, named, kpi("output", "churn", bounds={})) == [("PG419", f"{NOW}/0/guardrails/0")]


@pytest.mark.parametrize(
    "fragments",
    [
        (kpi("output", "churn", bounds={"max": 3}), item("now", "checkout", guardrails=["churn"])),
        (item("now", "checkout", guardrails=["crash-rate"]),),
        (item("now", "checkout", guardrails=["crash-rate"], metrics=["churn"]),),
        (item("now", "checkout", guardrails=["churn"], status="dropped"),),
        ({"roadmap": {"delivered": [{"id": "a", "title": "A", "status": "done", "guardrails": ["churn"]}]}},),
    ],
)
def test_a_bounded_or_a_guardrail_metric_can_be_named(fragments: tuple[Fragment, ...]) -> None:
    assert "PG419" not in {code for code, _ in codes_and_places(CHURN, *fragments)}


def test_a_guardrail_without_bounds_is_told_once_for_all_items() -> None:
    named = (item("now", "checkout", guardrails=["churn"]), item("next", "payments", guardrails=["churn", "churn"]))
    [finding] = document_with(CHURN, *named).check(select="PG419")
    assert (finding.path, [related.path for related in finding.related]) == (
        f"{NOW}/0/guardrails/0",
        ["/roadmap/timeHorizon/next/0/guardrails/0", "/roadmap/timeHorizon/next/0/guardrails/1"],
    )
