"""Objectives and key results that must fit each other, their metrics and the day."""

import pytest

from productgov import Severity
from tests.support.examples import Fragment, codes_and_places, document_with, item, kpi, messages
from tests.support.plans import decision, goal, goals, names_goals

DELIVERED: Fragment = {
    "roadmap": {"delivered": [{"id": "trial", "title": "A trial", "status": "done", "objectives": ["gone"]}]}
}


def result(id: str = "start", **fields: object) -> dict[str, object]:
    return {"id": id, "kpi": "activation", **fields}


@pytest.mark.parametrize(
    ("fragment", "place"),
    [
        (item("now", "checkout", objectives=["calm", "loud"]), "/roadmap/timeHorizon/now/0/objectives/1"),
        (item("now", "checkout", team="blue"), "/roadmap/timeHorizon/now/0/team"),
        (
            item("now", "checkout", efforts=[{"team": "blue", "effort": 1}]),
            "/roadmap/timeHorizon/now/0/efforts/0/team",
        ),
        ({"objectives": [goal(team="blue")]}, "/objectives/0/team"),
        ({"objectives": [goal(parent="calm-teams")]}, "/objectives/0/parent"),
        ({"decisions": [decision(supersedes="d0")]}, "/decisions/0/supersedes"),
    ],
)
def test_what_is_named_must_exist(fragment: Fragment, place: str) -> None:
    assert codes_and_places(goals(goal()), fragment) == [("PG701", place)]


@pytest.mark.parametrize(
    "fragment",
    [
        item("now", "checkout", objectives=["calm-teams"]),
        DELIVERED,
        {"objectives": [goal(parent="gone", team="gone", grade={"value": 1})]},
        {"decisions": [decision(), decision("d2", supersedes="d1")]},
        {"teams": [{"id": "blue", "name": "Blue"}], **item("now", "checkout", team="blue")},
    ],
)
def test_what_exists_and_the_record_are_right(fragment: Fragment) -> None:
    assert codes_and_places(goals(goal()), fragment) == []


def test_the_subject_of_a_decision_may_be_gone() -> None:
    subjects = ["checkout", "calm", "calm-teams", "activation", "payment"]
    (finding,) = document_with(goals(goal()), {"decisions": [decision(subjects=subjects)]}).check()
    assert (finding.code, finding.severity, finding.path) == ("PG701", Severity.INFO, "/decisions/0/subjects/4")
    assert 'did you mean "payments"?' in finding.hint


def test_a_misspelt_objective_can_be_fixed_and_is_one_finding() -> None:
    document = document_with({"objectives": [goal("mornings", keyResults=[result()])]}, names_goals("mornnings"))
    (finding,) = document.check()
    assert (finding.code, finding.hint) == ("PG701", 'write "mornings" (fixable: check --fix)')


def test_a_circle_is_found_once_at_its_first_objective() -> None:
    circle = [goal("a", parent="b"), goal("b", parent="c"), goal("c", parent="a")]
    assert codes_and_places(goals(*circle)) == [("PG702", "/objectives/0/parent")]
    assert codes_and_places(goals(goal("a", parent="a"))) == [("PG702", "/objectives/0/parent")]


@pytest.mark.parametrize("parents", [(None, None), (None, "a"), ("b", None), ("c", "c"), (None, "c")])
def test_what_is_no_circle_is_right(parents: tuple[str | None, str | None]) -> None:
    named = [{"parent": parent} if parent else {} for parent in parents]
    assert codes_and_places(goals(goal("a", **named[0]), goal("b", **named[1]), goal("c"))) == []


@pytest.mark.parametrize("period", ["2026-H2", "2026-02", "2027", "2025-H2", "2026-Q2"])
def test_the_period_of_an_objective_is_within_that_of_its_parent(period: str) -> None:
    graded = {"grade": {"value": 1}} if period == "2025-H2" else {}
    fragment = goals(goal(parent="year"), goal("year", period=period, **graded))
    assert [(code, place) for code, place in codes_and_places(fragment) if code != "PG705"] == [
        ("PG703", "/objectives/0/period")
    ]


@pytest.mark.parametrize(
    ("period", "by", "start", "found"),
    [
        ("2026-Q1", "2026-01-01", 1, False),
        ("2026-Q1", "2026-03-31", 1, False),
        ("2026-Q1", None, 1, False),
        ("2026-Q1", "2026-04-01", 1, True),
        ("2026-Q1", "2025-12-31", 1, True),
        ("2026-Q4", "2026-03-31", 4, False),
        ("2026-Q4", "2026-04-01", 4, True),
        ("2026-03", "2026-03-31", 4, False),
    ],
)
def test_the_day_of_a_key_result_is_within_the_fiscal_period(
    period: str, by: str | None, start: int, found: bool
) -> None:
    key_result = result(by=by) if by else result()
    fragment = {**goals(goal(period=period, keyResults=[key_result])), "fiscalYearStart": start}
    assert codes_and_places(fragment) == ([("PG703", "/objectives/0/keyResults/0/by")] if found else [])


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"to": 25}, "to"),
        ({"from": 41}, "from"),
        ({"from": 33, "to": 32}, "to"),
        ({"to": 35}, None),
        ({"from": 33, "to": 36}, None),
        ({"from": 35}, None),
        ({"to": 30}, None),
        ({}, None),
    ],
)
def test_a_key_result_goes_where_its_kpi_should(values: Fragment, field: str | None) -> None:
    found = codes_and_places(goals(goal(keyResults=[{**result(), **values}])))
    assert found == ([("PG704", f"/objectives/0/keyResults/0/{field}")] if field else [])


@pytest.mark.parametrize(
    "changes",
    [
        {"direction": "maintain", "bounds": {"min": 1, "max": 99}},
        {"direction": None},
        {"baseline": None},
    ],
)
def test_without_a_direction_or_a_start_nothing_runs_against_it(changes: Fragment) -> None:
    fragments = goals(goal(keyResults=[result(to=25)])), kpi("input", "activation", **changes)
    assert codes_and_places(*fragments, select="PG7") == []


def test_a_key_result_that_decreases_what_should_decrease_is_right() -> None:
    down = kpi("input", "activation", direction="decrease", baseline=50, target=40)
    assert codes_and_places(goals(goal(keyResults=[result(to=45)])), down) == []
    assert [code for code, _ in codes_and_places(goals(goal(keyResults=[result(to=55)])), down)] == ["PG704"]


@pytest.mark.parametrize(
    ("as_of", "severity"),
    [
        ("2026-03-31", None),
        ("2026-04-01", Severity.INFO),
        ("2026-04-14", Severity.INFO),
        ("2026-04-15", Severity.WARNING),
    ],
)
def test_a_grade_is_due_after_the_period_and_urgent_after_two_weeks(as_of: str, severity: Severity | None) -> None:
    report = document_with(goals(goal()), {"asOf": as_of}).check(select="PG7")
    assert [(one.code, one.severity, one.path) for one in report] == (
        [("PG705", severity, "/objectives/0")] if severity else []
    )


def test_a_missing_grade_says_how_far_the_objective_came() -> None:
    reached = {"id": "moved", "milestone": "Everyone has moved", "reached": "2025-12-01"}
    both = goal(period="2025", keyResults=[{**reached, "weight": 3}, {"id": "open", "kpi": "weekly-teams"}])
    assert "its key results reached 100 %, with 75 % of it known" in messages(goals(both))[0]
    assert "how far it came is not known" in messages(goals(goal(period="2025")))[0]


@pytest.mark.parametrize("grade", [{"value": 0}, {"value": 1, "reason": "All of it"}])
def test_a_grade_of_any_value_is_enough(grade: Fragment) -> None:
    assert codes_and_places(goals(goal(period="2025", grade=grade))) == []


def test_an_objective_of_now_is_served() -> None:
    others = goals(goal("quiet"))
    assert codes_and_places(others, {"objectives": [goal()]}) == [("PG706", "/objectives/1")]


def test_where_no_initiative_names_any_objective_it_is_said_once() -> None:
    assert codes_and_places({"objectives": [goal(), goal("quiet")]}) == [("PG706", "/objectives/0")]


@pytest.mark.parametrize(
    "fragment",
    [
        names_goals("calm-teams"),
        {"roadmap": {"delivered": [{"id": "trial", "title": "A trial", "status": "done", "objectives": ["calm"]}]}},
        {"objectives": [goal("part", period="2026-01", parent="calm", grade={"value": 1})], **names_goals("part")},
        {"objectives": [goal("part", period="2026-03", parent="calm")], **names_goals("part-teams")},
        {"objectives": [goal(period="2026-Q2")]},
        {"objectives": [goal(grade={"value": 1})]},
        {"roadmap": {"timeHorizon": {"now": [], "next": [], "later": []}}},
    ],
)
def test_an_objective_is_served_through_its_parts_or_its_time_is_not_now(fragment: Fragment) -> None:
    found = [code for code, _ in codes_and_places({"objectives": [goal()]}, fragment)]
    assert "PG706" not in found


@pytest.mark.parametrize("status", ["dropped", "planned"])
def test_dropped_work_and_the_backlog_serve_nothing(status: str) -> None:
    place = "delivered" if status == "dropped" else "backlog"
    fragment = {"roadmap": {place: [{"id": "trial", "title": "A trial", "status": status, "objectives": ["calm"]}]}}
    assert codes_and_places({"objectives": [goal()]}, fragment) == [("PG706", "/objectives/0")]


def test_a_misspelt_objective_is_not_also_one_that_nobody_serves() -> None:
    assert [code for code, _ in codes_and_places({"objectives": [goal()]}, names_goals("tranquility"))] == ["PG701"]


def test_an_objective_has_a_key_result_or_a_part() -> None:
    bare = goal("year", period="2026", keyResults=[])
    assert codes_and_places(goals(bare)) == [("PG707", "/objectives/0")]
    assert codes_and_places(goals(bare, goal(parent="year"))) == []
    assert codes_and_places(goals(goal("year", keyResults=[], grade={"value": 0.5}))) == []
    over = codes_and_places(goals(goal("year", period="2025", keyResults=[])))
    assert over == [("PG705", "/objectives/0")]
