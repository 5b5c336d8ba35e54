"""One name for one thing, and one thing for one name."""

import pytest

from productgov.findings import Severity
from tests.support.examples import Fragment, codes_and_places, document_with, item, kpi, review

HORIZONS = "/roadmap/timeHorizon"
KPI = {"direction": "increase", "target": 9, "source": "the books"}


def roadmap(**fields: object) -> Fragment:
    return {"roadmap": fields}


def external(id: str, title: str) -> Fragment:
    return roadmap(externals=[{"id": id, "title": title}])


def outputs(*kpis: Fragment) -> Fragment:
    return {"metrics": {"outputMetrics": [{**KPI, **each} for each in kpis]}}


def said(*fragments: Fragment, code: str) -> list[tuple[str, str, list[str]]]:
    """The messages, the places, and the related places."""
    found = document_with(*fragments).check(select=code)
    return [(one.message, one.path, [related.path for related in one.related]) for one in found]


def test_an_id_is_found_where_it_stands_for_the_second_time_with_the_place_of_the_first() -> None:
    vision = item("future", "checkout", title="Sell everywhere")
    assert said(vision, external("identity", "The vendor's directory"), code="PG101") == [
        (
            'duplicate id checkout in future: "Buy without a sales call" in now already uses it',
            f"{HORIZONS}/future/0/id",
            [f"{HORIZONS}/now/0/id"],
        ),
        (
            'duplicate id identity in externals: "Sign in with the company\'s account" in later already uses it',
            "/roadmap/externals/0/id",
            [f"{HORIZONS}/later/0/id"],
        ),
    ]


def test_an_id_of_the_backlog_counts_too() -> None:
    idea = roadmap(backlog=[{"id": "payments", "title": "An idea"}])
    assert codes_and_places(idea, select="PG1") == [("PG101", "/roadmap/backlog/0/id")]


def test_an_id_may_be_that_of_a_metric_and_of_an_item() -> None:
    assert codes_and_places(external("activation", "Approval")) == []


def test_a_kpi_is_found_twice_in_its_group_alone() -> None:
    revenue, sales = {"id": "revenue", "name": "Revenue"}, {"id": "revenue", "name": "Sales"}
    assert codes_and_places(outputs(revenue)) == []
    twice = {"metrics": {"outputMetrics": [{**KPI, **revenue}, {**KPI, **sales}]}}
    assert codes_and_places(twice) == [("PG101", "/metrics/outputMetrics/2/id")]


@pytest.mark.parametrize(
    ("fragment", "place", "message"),
    [
        (
            {"objectives": [{"id": "o", "title": "O", "period": "2026"}] * 2},
            "/objectives/1/id",
            'duplicate id o in objectives: "O" in objectives already uses it',
        ),
        (
            {"objectives": [{"id": "o", "title": "O", "period": "2026", "keyResults": [{"id": "o", "to": 3}]}]},
            "/objectives/0/keyResults/0/id",
            'duplicate id o in keyResults: "O" in objectives already uses it',
        ),
        (
            {"objectives": [{"id": "o", "title": "O", "period": "2026", "keyResults": [{"id": "k", "to": 3}] * 2}]},
            "/objectives/0/keyResults/1/id",
            "duplicate id k in keyResults: a key result in keyResults already uses it",
        ),
        (
            {"teams": [{"id": "core", "name": "Core"}, {"id": "core", "name": "Kern"}]},
            "/teams/1/id",
            'duplicate id core in teams: "Core" in teams already uses it',
        ),
        (
            {
                "decisions": [
                    {"id": "d", "date": "2026-01-05", "subjects": ["checkout"], "verdict": "keep", "reason": why}
                    for why in ("first", "second")
                ]
            },
            "/decisions/1/id",
            "duplicate id d in decisions: the decision of 2026-01-05 in decisions already uses it",
        ),
    ],
)
def test_ids_of_objectives_teams_and_decisions(fragment: Fragment, place: str, message: str) -> None:
    ((given, at, _),) = said(fragment, code="PG101")
    assert (at, given) == (place, message)


def test_ids_of_different_kinds_may_be_equal() -> None:
    fragment: Fragment = {
        "objectives": [{"id": "checkout", "title": "O", "period": "2026"}],
        "teams": [{"id": "checkout", "name": "Checkout"}],
    }
    assert codes_and_places(fragment, select="PG101,PG108") == []


@pytest.mark.parametrize(
    ("fragment", "place"),
    [
        (roadmap(themes=["Fewer meetings", "fewer-meetings"]), "/roadmap/themes/1"),
        (roadmap(themes=["Fewer meetings", "Fewer  Meetings!"]), "/roadmap/themes/1"),
        ({"productVision": {"strategicPillars": ["Calm", "CALM"]}}, "/productVision/strategicPillars/1"),
        (outputs({"id": "arr", "name": "Yearly revenue"}, {"id": "ARR", "name": "R"}), "/metrics/outputMetrics/2/id"),
        (
            outputs({"id": "a", "name": "Yearly revenue"}, {"id": "b", "name": "yearly-revenue"}),
            "/metrics/outputMetrics/2/name",
        ),
        (
            kpi("input", "activation", influences=["weekly-teams", "weekly-teams"]),
            "/metrics/inputMetrics/0/influences/1",
        ),
        (kpi("input", "activation", influences=["weekly-teams", "activation"]), "/metrics/inputMetrics/0/influences/1"),
        (item("now", "checkout", metrics=["activation", "activation"]), f"{HORIZONS}/now/0/metrics/1"),
        (item("now", "checkout", tags=["a", "b", "a"]), f"{HORIZONS}/now/0/tags/2"),
        (review("product", participants=["Ana", {"title": "Ana"}]), "/reviews/productReview/participants/1"),
    ],
)
def test_two_names_for_one_thing_are_a_warning(fragment: Fragment, place: str) -> None:
    found = document_with(fragment).check(select="PG1")
    assert [(one.code, one.path, one.severity) for one in found] == [("PG108", place, Severity.WARNING)]


@pytest.mark.parametrize(
    "fragment",
    [
        roadmap(themes=["Fewer meetings", "Phase 1.5", "Phase 15"]),
        roadmap(themes=["Fewer meetings", "Phase 1-2", "Phase 12"]),
        roadmap(themes=["Fewer meetings", "C", "C#", "C++"]),
        roadmap(themes=["Fewer meetings", "?", "!"]),
        roadmap(themes=["Fewer meetings", "की", "का"]),
        {"productVision": {"strategicPillars": ["Calm"]}, "roadmap": {"themes": ["Fewer meetings", "calm"]}},
        outputs({"id": "churn", "name": "Churn"}, {"id": "churn-rate", "name": "Churn %"}),
        item("now", "checkout", metrics=["activation", "weekly-teams"], tags=["A", "a"]),
        item("future", "vision", title="Pay by invoice"),
        roadmap(delivered=[{"id": "x", "title": "Pay by invoice", "status": "done"}]),
        roadmap(backlog=[{"id": "x", "title": "Pay by invoice", "status": "dropped"}]),
    ],
)
def test_what_differs_in_more_or_need_not_differ_is_fine(fragment: Fragment) -> None:
    assert codes_and_places(fragment, select="PG108") == []


def test_open_items_with_one_title_are_an_info_at_the_second() -> None:
    again = item("later", "again", title="Pay by Invoice", theme="Fewer meetings")
    idea = roadmap(backlog=[{"id": "idea", "title": "Pay by invoice."}])
    (found,) = document_with(again, idea).check(select="PG1")
    assert (found.code, found.severity, found.path) == ("PG108", Severity.INFO, f"{HORIZONS}/later/1/title")
    spellings = '"Pay by invoice", "Pay by Invoice" and "Pay by invoice."'
    assert found.message == f"the titles of open items {spellings} differ only in case, blanks or punctuation"
    assert [related.path for related in found.related] == [f"{HORIZONS}/next/0/title", "/roadmap/backlog/0/title"]


def test_other_findings_about_the_same_name_are_enough() -> None:
    same = roadmap(backlog=[{"id": "payments", "title": "Pay by invoice"}])
    assert codes_and_places(same, select="PG1") == [("PG101", "/roadmap/backlog/0/id")]
    two = outputs({"id": "second", "name": "Teams that plan every week"})
    star: Fragment = {"metrics": {"northStarMetric": "Teams that plan every week"}}
    assert codes_and_places(two, star, select="PG1") == [("PG106", "/metrics/northStarMetric")]
    groups = kpi("guardrail", "activation", name="Teams with a plan after a day", bounds={"min": 1}, source="the books")
    assert codes_and_places(groups, select="PG1,PG407") == [("PG407", "/metrics/guardrailMetrics/1/id")]


def test_kpis_with_the_same_name_and_like_ids_are_one_finding() -> None:
    pair = outputs({"id": "arr", "name": "Revenue"}, {"id": "ARR", "name": "revenue"})
    assert codes_and_places(pair, select="PG108") == [("PG108", "/metrics/outputMetrics/2/name")]


def test_the_message_names_the_spellings() -> None:
    themes = roadmap(themes=["Fewer meetings", "Fewer Meetings", "fewer meetings"])
    ((message, place, related),) = said(themes, code="PG108")
    spellings = '"Fewer meetings", "Fewer Meetings" and "fewer meetings"'
    assert message == f"the themes {spellings} differ only in case, blanks or punctuation"
    assert (place, related) == ("/roadmap/themes/1", ["/roadmap/themes/0", "/roadmap/themes/2"])


def test_two_spellings_of_a_theme_or_pillar_are_not_also_one_that_nothing_serves() -> None:
    themes = roadmap(themes=["Fewer meetings", "fewer meetings"])
    assert codes_and_places(themes) == [("PG108", "/roadmap/themes/1")]
    pillars: Fragment = {"productVision": {"strategicPillars": ["Calm", "calm"]}}
    assert codes_and_places(pillars) == [("PG108", "/productVision/strategicPillars/1")]


def test_an_entry_that_stands_three_times_is_found_twice() -> None:
    metrics = ["activation", "weekly-teams", "activation", "activation"]
    assert said(item("now", "checkout", metrics=metrics), code="PG108") == [
        ('"activation" stands twice in metrics', f"{HORIZONS}/now/0/metrics/{index}", [f"{HORIZONS}/now/0/metrics/0"])
        for index in (2, 3)
    ]
