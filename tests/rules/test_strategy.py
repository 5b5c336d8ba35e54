"""PG601 to PG606: pillars, bets and metrics that hang together."""

import pytest

from tests.support.examples import codes_and_places
from tests.support.extras import needs

pytestmark = needs("yaml")

HORIZONS = "/roadmap/timeHorizon"


def without_roadmap(more: str) -> str:
    return f"roadmap: {{themes: [], timeHorizon: {{now: [], next: [], later: []}}}}\n{more}"


def test_every_pillar_is_served_by_an_initiative_delivered_or_not() -> None:
    pillars = "productVision: {strategicPillars: [Calm, Trust]}"
    delivered = "roadmap: {delivered: [{id: trial, title: A trial, status: done, pillar: Trust}]}"
    assert codes_and_places(pillars) == [("PG601", "/productVision/strategicPillars/1")]
    assert codes_and_places(f"{pillars}\n{delivered}") == []


def test_an_empty_roadmap_serves_nothing_yet() -> None:
    assert codes_and_places(without_roadmap("productVision: {strategicPillars: [Calm, Trust]}")) == []


@pytest.mark.parametrize(
    ("horizon", "id", "found"), [("now", "checkout", True), ("next", "payments", True), ("later", "identity", False)]
)
def test_a_bet_that_comes_soon_names_what_it_moves(horizon: str, id: str, found: bool) -> None:
    fragment = f"roadmap: {{timeHorizon: {{{horizon}: [{{id: {id}, metrics: []}}]}}}}"
    assert codes_and_places(fragment) == ([("PG603", f"{HORIZONS}/{horizon}/0")] if found else [])


def test_a_finished_bet_is_not_dead() -> None:
    assert codes_and_places("roadmap: {timeHorizon: {now: [{id: checkout, status: done, metrics: []}]}}") == []


def test_an_input_is_moved_by_some_initiative() -> None:
    extra = "metrics: {inputMetrics: [{id: extra, name: E, direction: increase, target: 9, source: the books}]}"
    delivered = "roadmap: {delivered: [{id: trial, title: A trial, status: done, metrics: [extra]}]}"
    assert codes_and_places(extra) == [("PG604", "/metrics/inputMetrics/1")]
    assert codes_and_places(f"{extra}\n{delivered}") == []
    assert codes_and_places(without_roadmap(extra)) == []


def bet(metrics: str, influences: str = "[]", guardrails: str = "[]") -> str:
    return f"""
        roadmap: {{timeHorizon: {{now: [{{id: checkout, guardrails: {guardrails}, metrics: {metrics}}}]}}}}
        metrics:
          inputMetrics:
            - {{id: trials, name: T, direction: increase, target: 9, source: the shop, influences: {influences}}}
        """


def test_a_bet_in_now_is_watched() -> None:
    assert codes_and_places(bet("[trials]")) == [("PG605", f"{HORIZONS}/now/0/metrics")]
    assert codes_and_places(bet("[trials]", guardrails="[crash-rate]")) == []
    assert codes_and_places(bet("[trials, weekly-teams]")) == []
    assert codes_and_places(bet("[trials]", "[activation]")) == []
    assert codes_and_places(bet("[trials]", "[crash-rate]")) == []


def test_a_bet_on_nothing_known_is_found_as_that_alone() -> None:
    fragment = "roadmap: {timeHorizon: {now: [{id: checkout, metrics: [sign-ups], guardrails: []}]}}"
    assert codes_and_places(fragment) == [("PG103", f"{HORIZONS}/now/0/metrics/0")]


@pytest.mark.parametrize(
    "text", ["TBD", "tbd.", "[TODO]", "n/a", "N/A", "Lorem ipsum", "to be defined", "<tbc>", "…TBA…"]
)
def test_a_text_that_is_wholly_a_placeholder_is_found(text: str) -> None:
    assert codes_and_places(f"productVision: {{mission: '{text}'}}") == [("PG606", "/productVision/mission")]


@pytest.mark.parametrize("text", ["TBD: ask Ana", "A todo list for teams", "na", "?", "None"])
def test_a_text_that_says_something_is_none(text: str) -> None:
    assert codes_and_places(f"productVision: {{mission: '{text}'}}") == []


def test_placeholders_are_found_in_lists_and_in_texts_that_stand_for_objects() -> None:
    fragment = """
        productVision: {targetMarket: [small teams, TBD]}
        roadmap: {timeHorizon: {now: [{id: checkout, owner: TBD}]}}
        """
    assert codes_and_places(fragment) == [
        ("PG606", "/productVision/targetMarket/1"),
        ("PG606", f"{HORIZONS}/now/0/owner"),
    ]


@pytest.mark.parametrize(
    ("fragment", "code"),
    [
        ("metrics: {northStarMetric: TBD}", "PG106"),
        ("roadmap: {timeHorizon: {now: [{id: checkout, theme: TBD}], later: [{id: identity}]}}", "PG104"),
        ("roadmap: {timeHorizon: {next: [{id: payments, pillar: TBD}]}}", "PG105"),
        ("reviews: {strategyReview: {frequency: TBD}}", "PG501"),
        ("roadmap: {themes: [], timeHorizon: {now: [{id: checkout, theme: TBD}]}}", "PG606"),
        ("roadmap: {delivered: [{id: trial, title: A trial, status: done, theme: TBD}]}", "PG606"),
    ],
)
def test_a_placeholder_is_said_once(fragment: str, code: str) -> None:
    assert [found for found, _ in codes_and_places(fragment)] == [code]


def test_data_of_others_may_hold_anything() -> None:
    assert codes_and_places("x-notes: TBD") == []


def test_placeholders_are_found_in_objects_that_hold_no_others() -> None:
    dependencies = "roadmap: {dependencies: [{from: payments, to: identity, reason: TBD}]}"
    found = [place for code, place in codes_and_places(dependencies) if code == "PG606"]
    assert found == ["/roadmap/dependencies/0/reason"]
