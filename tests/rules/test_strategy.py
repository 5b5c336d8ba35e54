"""Pillars, initiatives and metrics that must be linked to each other."""

import pytest

from tests.support.examples import Fragment, codes_and_places, item, kpi

HORIZONS = "/roadmap/timeHorizon"
EMPTY: Fragment = {"roadmap": {"themes": [], "timeHorizon": {"now": [], "next": [], "later": []}}}
PILLARS: Fragment = {"productVision": {"strategicPillars": ["Calm", "Trust"]}}


def delivered(**fields: object) -> Fragment:
    return {"roadmap": {"delivered": [{"id": "trial", "title": "A trial", "status": "done", **fields}]}}


def test_every_pillar_is_served_by_an_initiative_delivered_or_not() -> None:
    assert codes_and_places(PILLARS) == [("PG601", "/productVision/strategicPillars/1")]
    assert codes_and_places(PILLARS, delivered(pillar="Trust")) == []


def test_an_empty_roadmap_serves_nothing_yet() -> None:
    assert codes_and_places(EMPTY, PILLARS) == []


@pytest.mark.parametrize(
    ("horizon", "id", "found"), [("now", "checkout", True), ("next", "payments", True), ("later", "identity", False)]
)
def test_an_item_that_comes_soon_names_a_metric(horizon: str, id: str, found: bool) -> None:
    fragment = item(horizon, id, metrics=[])
    assert codes_and_places(fragment) == ([("PG603", f"{HORIZONS}/{horizon}/0")] if found else [])


def test_a_finished_item_needs_no_metric() -> None:
    assert codes_and_places(item("now", "checkout", status="done", metrics=[])) == []


def test_an_input_is_moved_by_some_initiative() -> None:
    extra = kpi("input", "extra", name="E", direction="increase", target=9, source="the books")
    assert codes_and_places(extra) == [("PG604", "/metrics/inputMetrics/1")]
    assert codes_and_places(extra, delivered(metrics=["extra"])) == []
    assert codes_and_places(EMPTY, extra) == []


def moves(*metrics: str, influences: tuple[str, ...] = (), guardrails: tuple[str, ...] = ()) -> tuple[Fragment, ...]:
    trials = {"name": "T", "direction": "increase", "target": 9, "source": "the shop", "influences": list(influences)}
    checkout = item("now", "checkout", guardrails=list(guardrails), metrics=list(metrics))
    return checkout, kpi("input", "trials", **trials)


def test_an_item_in_now_has_a_guardrail_or_leads_to_an_output() -> None:
    assert codes_and_places(*moves("trials")) == [("PG605", f"{HORIZONS}/now/0/metrics")]
    assert codes_and_places(*moves("trials", guardrails=("crash-rate",))) == []
    assert codes_and_places(*moves("trials", "weekly-teams")) == []
    assert codes_and_places(*moves("trials", influences=("activation",))) == []
    assert codes_and_places(*moves("trials", influences=("crash-rate",))) == []


def test_while_a_metric_is_unknown_what_follows_from_it_is_not_found() -> None:
    extra = kpi("input", "extra", name="E", direction="increase", target=9, source="the books")
    unknown = item("now", "checkout", metrics=["latency"], guardrails=[])
    assert codes_and_places(unknown, extra) == [("PG103", f"{HORIZONS}/now/0/metrics/0")]
    key_result = {"id": "k", "kpi": "latency"}
    objective: Fragment = {"objectives": [{"id": "o", "title": "O", "period": "2026", "keyResults": [key_result]}]}
    found = codes_and_places(objective, extra, select=["PG1", "PG6"])
    assert found == [("PG103", "/objectives/0/keyResults/0/kpi")]


def test_an_unknown_metric_is_found_as_that_alone() -> None:
    fragment = item("now", "checkout", metrics=["sign-ups"], guardrails=[])
    assert codes_and_places(fragment) == [("PG103", f"{HORIZONS}/now/0/metrics/0")]
