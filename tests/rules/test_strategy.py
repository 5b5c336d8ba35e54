"""Pillars, initiatives and metrics that must be linked to each other."""

import pytest

from tests.support.examples import Fragment, codes_and_places, item, kpi, messages

HORIZONS = "/roadmap/timeHorizon"
EMPTY: Fragment = {"roadmap": {"themes": [], "timeHorizon": {"now": [], "next": [], "later": []}}}
NOWHERE = ("PG414", "/metrics/inputMetrics/1")
PILLARS: Fragment = {"productVision": {"strategicPillars": ["Calm", "Trust"]}}


def delivered(**fields: object) -> Fragment:
    return {"roadmap": {"delivered": [{"id": "trial", "title": "A trial", "status": "done", **fields}]}}


def test_every_pillar_is_served_by_an_initiative_delivered_or_not() -> None:
    assert codes_and_places(PILLARS) == [("PG601", "/productVision/strategicPillars/1")]
    assert codes_and_places(PILLARS, delivered(pillar="Trust")) == []


def test_where_no_initiative_names_a_pillar_it_is_said_once() -> None:
    nothing = item("now", "checkout", pillar=None)
    assert codes_and_places(PILLARS, nothing) == [("PG601", "/productVision/strategicPillars")]
    (message,) = messages(PILLARS, nothing)
    assert message == (
        'no initiative names a pillar, so nothing shows how the work serves "Calm" and "Trust" | '
        "set the pillar of each initiative"
    )
    assert codes_and_places(nothing) == [("PG601", "/productVision/strategicPillars/0")]


@pytest.mark.parametrize("named", ["o", "k"])
def test_a_pillar_is_served_through_an_objective(named: str) -> None:
    objective = {"id": "o", "title": "O", "period": "2026", "pillar": "Trust", "keyResults": [{"id": "k", "to": 3}]}
    objectives: Fragment = {"objectives": [objective, {"id": "p", "title": "P", "period": "2026"}]}
    found = codes_and_places(PILLARS, objectives, item("now", "checkout", objectives=[named, "p"]), select="PG601")
    assert found == []
    assert len(codes_and_places(PILLARS, objectives, select="PG601")) == 1


def test_what_was_dropped_serves_nothing() -> None:
    dropped: Fragment = {
        "roadmap": {"delivered": [{"id": "trial", "title": "A trial", "status": "dropped", "pillar": "Trust"}]}
    }
    assert codes_and_places(PILLARS, dropped) == [("PG601", "/productVision/strategicPillars/1")]
    assert codes_and_places(PILLARS, EMPTY, dropped) == []


def test_an_empty_roadmap_serves_nothing_yet() -> None:
    assert codes_and_places(EMPTY, PILLARS) == []


@pytest.mark.parametrize(
    ("horizon", "id", "found"), [("now", "checkout", True), ("next", "payments", True), ("later", "identity", False)]
)
def test_an_item_that_comes_soon_names_a_metric(horizon: str, id: str, found: bool) -> None:
    fragment = item(horizon, id, metrics=[])
    assert codes_and_places(fragment) == ([("PG603", f"{HORIZONS}/{horizon}/0")] if found else [])


@pytest.mark.parametrize("kind", ["compliance", "debt", "discovery", "retirement"])
def test_some_kinds_of_work_need_no_metric(kind: str) -> None:
    assert codes_and_places(item("next", "payments", metrics=[], kind=kind)) == []


@pytest.mark.parametrize("kind", ["feature", "improvement"])
def test_other_kinds_do(kind: str) -> None:
    assert codes_and_places(item("next", "payments", metrics=[], kind=kind)) == [("PG603", f"{HORIZONS}/next/0")]


def test_an_objective_is_enough_and_without_kpis_no_metric_can_be_named() -> None:
    objective: Fragment = {"objectives": [{"id": "o", "title": "O", "period": "2026"}]}
    assert codes_and_places(objective, item("next", "payments", metrics=[], objectives=["o"]), select="PG603") == []
    bare: Fragment = {"metrics": {"inputMetrics": [], "outputMetrics": [], "guardrailMetrics": []}}
    assert codes_and_places(bare, item("next", "payments", metrics=[]), select="PG603") == []


def test_a_finished_item_needs_no_metric() -> None:
    assert codes_and_places(item("now", "checkout", status="done", metrics=[])) == []


def test_an_input_is_moved_by_some_initiative() -> None:
    extra = kpi(
        "input", "extra", name="E", direction="increase", target=9, source="the books", influences=["activation"]
    )
    assert codes_and_places(extra) == [("PG604", "/metrics/inputMetrics/1")]
    assert codes_and_places(extra, delivered(metrics=["extra"])) == []
    assert codes_and_places(EMPTY, extra) == []


def test_an_input_is_moved_through_a_key_result_and_not_by_what_was_dropped() -> None:
    extra = kpi("input", "extra", name="E", direction="increase", target=9, source="the books")
    key_result = {"id": "k", "kpi": "extra"}
    objective: Fragment = {"objectives": [{"id": "o", "title": "O", "period": "2026", "keyResults": [key_result]}]}
    for name in ("o", "k"):
        assert codes_and_places(extra, objective, item("now", "checkout", objectives=[name]), select="PG604") == []
    dropped: Fragment = {
        "roadmap": {"delivered": [{"id": "trial", "title": "A trial", "status": "dropped", "metrics": ["extra"]}]}
    }
    assert codes_and_places(extra, dropped, select="PG604") == [("PG604", "/metrics/inputMetrics/1")]


def test_an_item_in_now_that_moves_a_metric_by_an_objective_has_a_guardrail_too() -> None:
    trials = kpi("input", "trials", name="T", direction="increase", target=9, source="the shop")
    key_result = {"id": "k", "kpi": "trials"}
    objective: Fragment = {"objectives": [{"id": "o", "title": "O", "period": "2026", "keyResults": [key_result]}]}
    checkout = item("now", "checkout", guardrails=[], metrics=[], objectives=["k"])
    assert codes_and_places(trials, objective, checkout, select="PG605") == [("PG605", f"{HORIZONS}/now/0/objectives")]


def moves(*metrics: str, influences: tuple[str, ...] = (), guardrails: tuple[str, ...] = ()) -> tuple[Fragment, ...]:
    trials = {"name": "T", "direction": "increase", "target": 9, "source": "the shop", "influences": list(influences)}
    checkout = item("now", "checkout", guardrails=list(guardrails), metrics=list(metrics))
    return checkout, kpi("input", "trials", **trials)


def test_an_item_in_now_has_a_guardrail_or_leads_to_an_output() -> None:
    assert codes_and_places(*moves("trials")) == [("PG605", f"{HORIZONS}/now/0/metrics"), NOWHERE]
    assert codes_and_places(*moves("trials", guardrails=("crash-rate",))) == [NOWHERE]
    assert codes_and_places(*moves("trials", "weekly-teams")) == [NOWHERE]
    assert codes_and_places(*moves("trials", influences=("activation",))) == []
    assert codes_and_places(*moves("trials", influences=("crash-rate",))) == []


def test_while_a_metric_is_unknown_what_follows_from_it_is_not_found() -> None:
    fields = {"name": "E", "direction": "increase", "target": 9, "source": "the books"}
    extra = kpi("input", "extra", **fields, influences=["activation"])
    unknown = item("now", "checkout", metrics=["latency"], guardrails=[])
    assert codes_and_places(unknown, extra) == [("PG103", f"{HORIZONS}/now/0/metrics/0")]
    key_result = {"id": "k", "kpi": "latency"}
    objective: Fragment = {"objectives": [{"id": "o", "title": "O", "period": "2026", "keyResults": [key_result]}]}
    assert codes_and_places(objective, extra, ignore="PG706") == [("PG103", "/objectives/0/keyResults/0/kpi")]


def test_an_unknown_metric_is_found_as_that_alone() -> None:
    fragment = item("now", "checkout", metrics=["sign-ups"], guardrails=[])
    assert codes_and_places(fragment) == [("PG103", f"{HORIZONS}/now/0/metrics/0")]
