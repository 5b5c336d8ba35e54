"""PG1xx: names that name something."""

import pytest

from tests.support.examples import codes_and_places, messages
from tests.support.extras import needs

pytestmark = needs("yaml")

HORIZONS = "/roadmap/timeHorizon"


def test_an_id_is_found_where_it_stands_for_the_second_time() -> None:
    fragment = """
        roadmap:
          timeHorizon:
            future: [{id: checkout, title: Sell everywhere}]
          externals: [{id: identity, title: The vendor's directory}]
        """
    assert codes_and_places(fragment) == [("PG101", f"{HORIZONS}/future/0/id"), ("PG101", "/roadmap/externals/0/id")]


def test_an_id_may_be_that_of_a_metric_and_of_an_item() -> None:
    assert codes_and_places("roadmap: {externals: [{id: activation, title: Approval}]}") == []


def test_a_kpi_is_found_twice_in_its_group_alone() -> None:
    fragment = """
        metrics:
          outputMetrics:
            - {id: revenue, name: Revenue, direction: increase, target: 9, source: the books, bounds: {min: 1}}
        """
    twice = fragment + "    - {id: revenue, name: Sales, direction: increase, target: 9, source: the books}\n        "
    assert codes_and_places(fragment) == []
    assert ("PG101", "/metrics/outputMetrics/2/id") in codes_and_places(twice)


@pytest.mark.parametrize("kind", ["requires", "blocks", "relatesTo"])
def test_a_dependency_on_nothing_is_found_at_the_end_that_is_wrong(kind: str) -> None:
    fragment = f"roadmap: {{dependencies: [{{from: payments, to: nowhere, type: {kind}}}]}}"
    assert codes_and_places(fragment) == [("PG102", "/roadmap/dependencies/0/to")]
    fragment = f"roadmap: {{dependencies: [{{from: nowhere, to: payments, type: {kind}}}]}}"
    assert codes_and_places(fragment) == [("PG102", "/roadmap/dependencies/0/from")]


def test_a_dependency_may_name_items_visions_externals_and_what_was_delivered() -> None:
    fragment = """
        roadmap:
          timeHorizon:
            future: [{id: everywhere, title: Sell everywhere}]
          delivered: [{id: trial, title: A trial, status: done}]
          externals: [{id: bank, title: The bank's consent}]
          dependencies:
            - {from: everywhere, to: identity}
            - {from: payments, to: bank}
            - {from: payments, to: trial}
        """
    assert codes_and_places(fragment) == []


def test_metrics_are_looked_up_for_initiatives_guardrails_and_reviews() -> None:
    fragment = """
        roadmap:
          delivered: [{id: trial, title: A trial, status: done, metrics: [weekly-teams, sign-ups]}]
          timeHorizon:
            now: [{id: checkout, guardrails: [latency]}]
        reviews:
          productReview: {metrics: [crash-rate, revenue]}
        """
    assert codes_and_places(fragment) == [
        ("PG103", f"{HORIZONS}/now/0/guardrails/0"),
        ("PG103", "/roadmap/delivered/0/metrics/1"),
        ("PG103", "/reviews/productReview/metrics/1"),
    ]


def test_a_theme_is_looked_up_in_items_and_visions_and_the_record_keeps_those_of_its_day() -> None:
    fragment = """
        roadmap:
          delivered: [{id: trial, title: A trial, status: done, theme: Growth}]
          timeHorizon:
            future: [{id: everywhere, title: Sell everywhere, theme: Reach}]
        """
    assert codes_and_places(fragment) == [("PG104", f"{HORIZONS}/future/0/theme")]


def test_themes_are_free_while_none_are_listed() -> None:
    assert codes_and_places("roadmap: {themes: [], timeHorizon: {now: [{id: checkout, theme: Growth}]}}") == []


def test_a_pillar_is_looked_up_in_the_strategy() -> None:
    fragment = "roadmap: {timeHorizon: {next: [{id: payments, pillar: Growth}]}}"
    assert codes_and_places(fragment) == [("PG105", f"{HORIZONS}/next/0/pillar")]


def test_the_nearest_pillar_is_suggested() -> None:
    assert messages("roadmap: {timeHorizon: {next: [{id: payments, pillar: Clam}]}}") == [
        'payments has the pillar "Clam", which is not in strategicPillars | write "Calm" (fixable: check --fix)'
    ]


def test_what_is_near_nothing_is_told_what_is_known() -> None:
    assert messages("roadmap: {timeHorizon: {next: [{id: payments, pillar: Growth}]}}") == [
        (
            'payments has the pillar "Growth", which is not in strategicPillars | '
            'add it to strategicPillars, or choose another pillar; known: "Calm"'
        )
    ]


@pytest.mark.parametrize("name", ["weekly-teams", "Teams that plan every week"])
def test_the_north_star_is_an_id_or_a_name(name: str) -> None:
    assert codes_and_places(f"metrics: {{northStarMetric: {name}}}") == []


def test_a_north_star_in_free_text_is_found_once() -> None:
    assert codes_and_places("metrics: {northStarMetric: Weekly teems}") == [("PG106", "/metrics/northStarMetric")]
    assert 'write "weekly-teams"' in messages("metrics: {northStarMetric: Weekly teems}")[0]
    assert "add it to the output metrics" in messages("metrics: {northStarMetric: Happiness}")[0]


def test_an_influence_is_looked_up_among_the_kpis() -> None:
    fragment = "metrics: {guardrailMetrics: [{id: crash-rate, influences: [weekly-teams, churn]}]}"
    assert codes_and_places(fragment) == [("PG107", "/metrics/guardrailMetrics/0/influences/1")]
