"""Objectives, the load of teams and decisions as text."""

from datetime import date

import pytest

from productgov import objective_progress, open_decisions, team_load, trace
from productgov.model.governance import ProductGovernance
from productgov.views import board_text, decisions_text, load_text, objectives_text, trace_text
from productgov.views.layout import width
from tests.support.examples import Fragment, document_with, item
from tests.support.plans import decision, goal, goals

RESULT = {"id": "start", "title": "Teams begin at once", "kpi": "activation"}
MOVED = {"id": "moved", "milestone": "Everyone has moved", "reached": "2026-02-01"}
BLUE = {
    "id": "blue",
    "name": "The blue team",
    "lead": {"title": "Engineering Lead", "name": "Ana"},
    "capacity": [{"period": "2026-Q1", "effort": 1}, {"period": "2026-Q2", "effort": 0}],
}


def governance(*fragments: Fragment) -> ProductGovernance:
    return document_with(*fragments).governance


def objectives(*fragments: Fragment) -> list[str]:
    return objectives_text(objective_progress(governance(*fragments))).splitlines()


def load(*fragments: Fragment) -> list[str]:
    return load_text(team_load(governance(*fragments))).splitlines()


def test_an_objective_with_its_key_results() -> None:
    # From 30 to 40 at 33; 61 of the 90 days of the quarter have passed.
    committed = goal(title="Mornings without meetings", kind="committed", keyResults=[RESULT, MOVED])
    assert objectives(goals(committed)) == [
        "Mornings without meetings (calm, 2026-Q1, committed)",
        "  ██████░░░░ 65 % · expected 68 %, behind · 1 initiative",
        "    Teams begin at once (start) ███░░░░░░░   30 % by 2026-03-31 33 → 40",
        "    Everyone has moved (moved)  ██████████  100 % by 2026-03-31",
    ]


def test_what_is_not_known_and_what_is_graded() -> None:
    known = goal("known", keyResults=[MOVED, {"id": "teams", "kpi": "weekly-teams", "by": "2026-03-01"}])
    graded = goal("graded", period="2025", grade={"value": 0.7})
    lines = objectives({"objectives": [goal(), known, graded]})
    assert lines[1:4] == [
        "  not known · expected 47 % · 0 % known · 0 initiatives",
        "    Teams that plan every week (calm-teams)",
        "      not known by 2026-03-31 → 5,000",
    ]
    assert lines[5] == "  ██████████ 100 % · expected 47 % · 50 % known · 0 initiatives"
    assert lines[8].endswith("by 2026-03-01 → 5,000")
    assert lines[10] == "  not known · 0 % known · graded 0.7 · 0 initiatives"


def test_nothing_is_said_to_be_nothing() -> None:
    assert objectives() == ["(nothing)"]
    assert decisions_text(()) == "(nothing)"


def test_a_team_with_its_periods() -> None:
    lines = load({"teams": [BLUE]}, item("now", "checkout", team="blue"), item("later", "identity", team="blue"))
    assert lines == [
        "blue: The blue team · Ana · 2 person-months in 1 item · 1 item without an effort",
        "  2026-Q1   ██████████ 1.33 of 1      over, fits with 18 %",
        "  2026-Q2   ██████████ 0.667 of 0     over, fits with 0 %",
        "Effort by pillar: Calm 50 %, no pillar 50 %",
        "Effort by kind: feature 100 %",
        "2 of 3 open items with an effort · 2 person-months of no team",
    ]


def test_what_is_outside_of_the_periods_and_what_has_no_effort() -> None:
    capacity = [{"period": "2026-03", "effort": 4}, {"period": "2026-Q4", "effort": 0}]
    fragments = (
        {"teams": [{"id": "blue", "name": "Blue", "capacity": capacity}, {"id": "red", "name": "Red"}]},
        item("now", "checkout", team="blue"),
        item("now", "second", title="Second", team="blue"),
        item("next", "payments", team="red"),
        {"roadmap": {"allocation": [{"pillar": "Calm", "share": 1}]}},
    )
    assert load(*fragments) == [
        "blue: Blue · 2 person-months in 1 item · 1 item without an effort",
        "  2026-03   ███░░░░░░░ 1.33 of 4      fits with 100 %, 1 without effort",
        "  2026-Q4   ░░░░░░░░░░ 0 of 0         fits with 100 %",
        "  outside of these periods: 0.667",
        "red: Red · 2 person-months in 1 item",
        "Effort by pillar: Calm 50 % (100 % allocated), no pillar 50 %",
        "Effort by kind: feature 100 %",
        "2 of 4 open items with an effort",
    ]


def test_of_many_periods_the_first_that_are_not_over_are_shown() -> None:
    capacity = [{"period": f"{year}", "effort": 1} for year in range(2024, 2040)]
    lines = load({"teams": [{"id": "blue", "name": "Blue", "capacity": capacity}]})
    assert [line.split()[0] for line in lines[1:13]] == [str(year) for year in range(2026, 2038)]
    assert lines[13] == "  and 2 more periods"


def test_without_any_effort_there_are_no_shares() -> None:
    lines = load(item("now", "checkout", scoring=None), item("next", "payments", scoring=None))
    assert lines == ["0 of 3 open items with an effort"]


def test_decisions_by_subject_the_latest_first() -> None:
    made = (
        decision(decidedBy="Head of Product"),
        decision("d2", date="2026-02-25", verdict="change", reason="It needs\na smaller first step."),
        decision("d3", subjects=["payments"], verdict="start"),
    )
    assert decisions_text(open_decisions(governance({"decisions": list(made)}))).splitlines() == [
        "checkout: change since 2026-02-25 (d2): It needs a smaller first step.",
        "          keep since 2026-02-20 (d1, Head of Product): It works.",
        "payments: start since 2026-02-20 (d3): It works.",
    ]


def test_results_show_themselves() -> None:
    subject = governance(goals(goal()), {"teams": [BLUE]})
    progress, taken = objective_progress(subject), team_load(subject)
    assert str(progress) == objectives_text(progress)
    assert repr(progress) == "<ObjectiveProgress on 2026-03-02: 1 objective>"
    assert str(taken) == load_text(taken)


def test_the_board_shows_what_there_is() -> None:
    assert not {"Objectives", "Teams", "Decisions"} & set(board_text(governance()).splitlines())
    subject = governance(goals(goal()), {"teams": [BLUE], "decisions": [decision()]})
    lines = board_text(subject).splitlines()
    order = [line for line in lines if line in ("Objectives", "Metrics", "Teams", "Decisions", "Reviews")]
    assert order == ["Objectives", "Metrics", "Teams", "Decisions", "Reviews"]
    assert "Decisions" not in board_text(subject, as_of=date(2026, 1, 1)).splitlines()


def test_the_board_shows_a_target_period_and_names_quarters() -> None:
    board = board_text(
        governance({"roadmap": {"windows": "quarters"}}, item("next", "payments", targetPeriod="2026-Q2")), width=100
    )
    assert "NOW this quarter       │ NEXT one quarter       │ LATER 2 quarters       │ FUTURE after that" in board
    assert "in 2026-Q2" in board


@pytest.mark.parametrize("text", ["word " * 40, "w" * 200, "日本語" * 40])
def test_long_names_keep_to_eighty_columns(text: str) -> None:
    text = text.strip()
    fragments = (
        goals(goal(title=text, pillar="Calm", keyResults=[{**RESULT, "title": text}, {**MOVED, "milestone": text}])),
        {"teams": [{**BLUE, "name": text, "lead": text}], "decisions": [decision(reason=text, decidedBy=text)]},
        item("now", "checkout", team="blue", objectives=["calm"]),
        item("now", "a" * 64, title=text, team="blue", kind="debt", objectives=["start", "moved"]),
        {"teams": [{"id": "b" * 64, "name": text}], "decisions": [decision("d" * 64, subjects=["a" * 64])]},
    )
    board = board_text(governance(*fragments), with_trace=True)
    assert max(width(line) for line in board.splitlines()) <= 80


def test_the_trace_leads_from_the_pillar_to_the_outcome() -> None:
    done = {
        "id": "trial",
        "title": "A trial",
        "status": "done",
        "pillar": "Calm",
        "objectives": ["start"],
        "outcome": {"date": "2026-02-20", "verdict": "partly"},
    }
    subject = governance(goals(goal(pillar="Calm", keyResults=[RESULT, MOVED])), {"roadmap": {"delivered": [done]}})
    assert trace_text(trace(subject)).splitlines()[:4] == [
        "Calm: 100 % covered, 2 of 2",
        "  objective calm: The goal calm (2026-Q1)",
        "      key result  start: Teams with a plan after a day",
        "      key result  moved: Everyone has moved",
    ]
    lines = trace_text(trace(subject)).splitlines()
    assert lines[4:7] == [
        "      served by   checkout, trial",
        "  checkout: Buy without a sales call (now)",
        "      for         calm",
    ]
    assert lines[-2 - 4 :][:1] == [lines[-6]]
    assert "      outcome     partly on 2026-02-20" in lines


def test_the_trace_says_what_nothing_serves_and_shortens_what_many_do() -> None:
    empty = {"objectives": [goal(keyResults=[{"id": "own", "to": 4}]), goal("quiet")]}
    lines = trace_text(trace(governance(empty))).splitlines()
    assert lines.count("      served by   nothing") == 2
    assert "      key result  own" in lines
    many = {"now": [{"id": f"i{number}", "title": "I", "objectives": ["calm"]} for number in range(8)]}
    text = trace_text(trace(governance({"objectives": [goal()]}, {"roadmap": {"timeHorizon": many}})))
    assert "      served by   i0, i1, i2, i3, i4, i5 and more" in text.splitlines()
