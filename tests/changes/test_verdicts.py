"""How much a change matters, and what is said of it: one row for each case."""

from collections.abc import Mapping

import attrs
import pytest

from productgov.changes import apply, diff
from tests.support.examples import document_with, item, kpi

EXPORT = {"title": "Export a plan"}
LEGAL = {"id": "opinion", "title": "Legal opinion"}
RESULT: dict[str, object] = {"id": "r", "from": 0, "to": 50}
GOAL: dict[str, object] = {"id": "calm", "title": "Calm", "period": "2026-Q2", "keyResults": [RESULT]}
COMMITTED = {**GOAL, "kind": "committed"}
DONE = {"title": "Done", "status": "done"}
DECISION = {"id": "d", "date": "2026-02-01", "subjects": ["payments"], "verdict": "keep", "reason": "It pays."}
TEAM = {"id": "web", "name": "Web"}
FIRST = {"date": "2026-02-23", "value": 33}

Part = Mapping[str, object]


def delivered(*items: Part) -> Part:
    return {"roadmap": {"delivered": list(items)}}


def backlog(*items: Part) -> Part:
    return {"roadmap": {"backlog": list(items)}}


def edges(*dependencies: Part) -> Part:
    return {"roadmap": {"dependencies": list(dependencies)}}


def externals(*others: Part) -> Part:
    return {"roadmap": {"externals": list(others)}}


def goals(*objectives: Part) -> Part:
    return {"objectives": list(objectives)}


def result(**fields: object) -> Part:
    return goals({**GOAL, "keyResults": [{"id": "r", **fields}]})


CASES: dict[str, tuple[Part, Part, str]] = {
    # items that are new, gone or elsewhere
    "new in later": ({}, item("later", "export", **EXPORT), 'PGD201 info new in later: "Export a plan"'),
    "gone from later": (item("later", "export", **EXPORT), {}, 'PGD102 notable gone from later: "Export a plan"'),
    "to the backlog": (item("next", "e", **EXPORT), backlog({"id": "e", **EXPORT}), "PGD101 breaking next → backlog"),
    "from the backlog": (backlog({"id": "e", **EXPORT}), item("now", "e", **EXPORT), "PGD202 notable backlog → now"),
    "from the backlog to later": (
        backlog({"id": "e", **EXPORT}),
        item("later", "e", **EXPORT),
        "PGD202 info backlog → later",
    ),
    "to the future": (item("later", "e", **EXPORT), item("future", "e", **EXPORT), "PGD205 info later → future"),
    "from the future": (item("future", "e", **EXPORT), item("next", "e", **EXPORT), "PGD202 notable future → next"),
    "moved when done": (
        item("now", "e", **DONE),
        delivered({"id": "e", **DONE}),
        "PGD203 info now → delivered",
    ),
    "gone from the record": (delivered({"id": "e", **DONE}), {}, 'PGD107 breaking gone from delivered: "Done"'),
    "new on record": ({}, delivered({"id": "e", **DONE}), 'PGD201 info new in delivered: "Done"'),
    # fields of items
    "dropped in place": ({}, item("later", "identity", status="dropped"), "PGD105 notable status: proposed → dropped"),
    "rolling out": ({}, item("now", "checkout", status="rolling-out"), "PGD203 notable status: in-progress"),
    "not done after all": (
        item("now", "checkout", status="done"),
        {},
        "PGD107 breaking status: done → in-progress",
    ),
    "later but in time": (
        item("now", "checkout", committedDate="2026-06-01"),
        item("now", "checkout", committedDate="2026-06-01", targetDate="2026-05-01"),
        "PGD103 notable targetDate: 2026-04-15 → 2026-05-01 (16 days later; committed 2026-06-01)",
    ),
    "later in later": (
        item("later", "identity", targetDate="2026-10-01"),
        item("later", "identity", targetDate="2026-10-02"),
        "PGD103 info targetDate: 2026-10-01 → 2026-10-02 (1 day later)",
    ),
    "no date any more": (
        item("next", "payments", targetDate="2026-07-01"),
        {},
        "PGD103 breaking targetDate: 2026-07-01 removed",
    ),
    "later when done": (
        item("now", "checkout", status="done"),
        item("now", "checkout", status="done", targetDate="2026-04-20"),
        "PGD103 info targetDate",
    ),
    "earlier when done": (
        item("now", "checkout", status="done"),
        item("now", "checkout", status="done", targetDate="2026-04-10"),
        "PGD208 info targetDate: 2026-04-15 → 2026-04-10 (5 days earlier)",
    ),
    "a first date": ({}, item("next", "payments", targetDate="2026-07-01"), "PGD208 notable targetDate: 2026-07-01"),
    "a first promise": ({}, item("now", "checkout", committedDate="2026-04-15"), "PGD208 notable committedDate"),
    "a promise withdrawn": (item("now", "checkout", committedDate="2026-04-15"), {}, "PGD104 breaking committedDate"),
    "a longer period": (
        item("next", "payments", targetPeriod="2026-Q3"),
        item("next", "payments", targetPeriod="2026-H2"),
        "PGD103 breaking targetPeriod: 2026-Q3 → 2026-H2 (92 days later)",
    ),
    "another name for a period": (
        item("next", "payments", targetPeriod="2026-Q4"),
        item("next", "payments", targetPeriod="2026-H2"),
        "PGD602 info targetPeriod: 2026-Q4 → 2026-H2",
    ),
    "another deadline": (
        item("now", "checkout", deadline={"date": "2026-06-30", "kind": "legal"}),
        item("now", "checkout", deadline={"date": "2026-06-01", "kind": "legal"}),
        "PGD209 notable deadline.date: 2026-06-30 → 2026-06-01",
    ),
    "begun": ({}, item("now", "checkout", startDate="2026-03-01"), "PGD206 info startDate: 2026-03-01 added"),
    "efforts": (
        {"teams": [TEAM]},
        {"teams": [TEAM], **item("next", "payments", efforts=[{"team": "web", "effort": 2}])},
        "PGD301 notable efforts: team web, effort 2 added",
    ),
    "an outcome": (
        item("now", "checkout", status="done"),
        item("now", "checkout", status="done", outcome={"date": "2026-03-01", "verdict": "achieved"}),
        "PGD206 notable outcome: date 2026-03-01, verdict achieved added",
    ),
    "another outcome": (
        item("now", "checkout", status="done", outcome={"date": "2026-03-01", "verdict": "missed"}),
        item("now", "checkout", status="done", outcome={"date": "2026-03-01", "verdict": "achieved"}),
        "PGD107 breaking outcome.verdict: missed → achieved",
    ),
    "another kind": ({}, item("now", "checkout", kind="debt"), "PGD210 notable kind: feature → debt"),
    "metrics in another order": (
        item("now", "checkout", metrics=["activation", "weekly-teams"]),
        item("now", "checkout", metrics=["weekly-teams", "activation"]),
        "PGD603 info metrics: weekly-teams moved",
    ),
    "words on record": (
        delivered({"id": "e", **DONE}),
        delivered({"id": "e", **DONE, "title": "All done"}),
        'PGD601 info title: Done → "All done"',
    ),
    "x- data on record": (
        delivered({"id": "e", **DONE}),
        delivered({"id": "e", **DONE, "x-a": {"b": [1]}}),
        "PGD604 info x-a: an object of 1 key added",
    ),
    "an outcome on record": (
        delivered({"id": "e", **DONE}),
        delivered({"id": "e", **DONE, "outcome": {"date": "2026-03-01", "verdict": "missed"}}),
        "PGD206 notable outcome: date 2026-03-01, verdict missed added",
    ),
    "a record rewritten": (
        delivered({"id": "e", **DONE, "deliveredDate": "2026-02-01"}),
        delivered({"id": "e", **DONE, "deliveredDate": "2026-01-01"}),
        "PGD107 breaking deliveredDate: 2026-02-01 → 2026-01-01",
    ),
    "dropped on record": (
        delivered({"id": "e", **DONE}),
        delivered({"id": "e", **DONE, "status": "dropped"}),
        "PGD107 breaking status: done → dropped",
    ),
    # check-ins
    "off track": (
        {},
        item("now", "checkout", checkIns=[{"date": "2026-03-01", "health": "off-track", "note": "Stuck"}]),
        'PGD508 notable checked in 2026-03-01: off-track, "Stuck"',
    ),
    "confident": (
        {},
        item("now", "checkout", checkIns=[{"date": "2026-03-01", "confidence": 0.7}]),
        "PGD508 info checked in 2026-03-01: confidence 70 %",
    ),
    "a check-in rewritten": (
        item("now", "checkout", checkIns=[{"date": "2026-03-01", "health": "off-track"}]),
        item("now", "checkout", checkIns=[{"date": "2026-03-01", "health": "on-track"}]),
        "PGD107 notable checkIns.health of 2026-03-01: off-track → on-track",
    ),
    "a note of a check-in": (
        item("now", "checkout", checkIns=[{"date": "2026-03-01", "health": "on-track", "note": "a"}]),
        item("now", "checkout", checkIns=[{"date": "2026-03-01", "health": "on-track", "note": "b"}]),
        "PGD601 info checkIns.note of 2026-03-01: a → b",
    ),
    # dependencies, themes, externals
    "required later": (
        {},
        edges({"from": "identity", "to": "payments"}),
        "PGD106 notable identity requires payments",
    ),
    "blocked": (
        {},
        edges({"from": "payments", "to": "checkout", "type": "blocks"}),
        "PGD106 breaking payments blocks checkout",
    ),
    "related": (
        {},
        edges({"from": "checkout", "to": "payments", "type": "relatesTo"}),
        "PGD211 info checkout relates to payments",
    ),
    "another reason": (
        edges({"from": "checkout", "to": "payments", "reason": "a"}),
        edges({"from": "checkout", "to": "payments", "reason": "b"}),
        "PGD601 info dependencies.reason of checkout payments requires: a → b",
    ),
    "x- data of a dependency": (
        edges({"from": "checkout", "to": "payments"}),
        edges({"from": "checkout", "to": "payments", "x-a": 1}),
        "PGD604 info dependencies.x-a of checkout payments requires: 1 added",
    ),
    "a theme with items": (
        {},
        {"roadmap": {"themes": []}},
        'PGD213 breaking themes: "Fewer meetings" removed',
    ),
    "an external": ({}, externals(LEGAL), 'PGD212 notable new: "Legal opinion"'),
    "an external gone": (externals(LEGAL), {}, 'PGD102 notable gone from externals: "Legal opinion"'),
    "an external arrived": (
        externals(LEGAL),
        externals({**LEGAL, "status": "delivered"}),
        "PGD203 notable status: expected → delivered",
    ),
    "an external refused": (externals(LEGAL), externals({**LEGAL, "status": "refused"}), "PGD212 notable status"),
    "an external's owner": (
        externals(LEGAL),
        externals({**LEGAL, "owner": "CLO"}),
        'PGD207 notable owner: "CLO" added',
    ),
    "an external's day": (
        externals({**LEGAL, "status": "delivered"}),
        externals({**LEGAL, "status": "delivered", "deliveredDate": "2026-02-01"}),
        "PGD212 info deliveredDate: 2026-02-01 added",
    ),
    "an external's check-in": (
        externals(LEGAL),
        externals({**LEGAL, "checkIns": [{"date": "2026-03-01", "health": "on-track"}]}),
        "PGD508 info checked in",
    ),
    "an external's title": (externals(LEGAL), externals({**LEGAL, "title": "Opinion"}), "PGD601 info title"),
    "externals in another order": (
        externals(LEGAL, {"id": "b", "title": "B"}),
        externals({"id": "b", "title": "B"}, LEGAL),
        "PGD603 info externals: position 2 → 1",
    ),
    "windows": ({}, {"roadmap": {"windows": "quarters"}}, "PGD214 notable windows: rolling → quarters"),
    "x- data of the roadmap": ({}, {"roadmap": {"x-a": True}}, "PGD604 info x-a: true added"),
    "x- data beside other": (
        {"roadmap": {"x-a": 1, "x-b": 2}},
        {"roadmap": {"x-a": 1, "x-b": 3}},
        "PGD604 info x-b: 2",
    ),
    "bounds without limits": (
        {},
        kpi("input", "activation", bounds={"x-a": 1}),
        "PGD408 notable bounds: extension data",
    ),
    "empty bounds": ({}, kpi("input", "activation", bounds={}), "PGD408 notable bounds: an empty object added"),
    "participants in another order": (
        {"reviews": {"productReview": {"participants": ["CTO", "CPO"]}}},
        {"reviews": {"productReview": {"participants": ["CPO", "CTO"]}}},
        'PGD603 info participants: "CPO" moved',
    ),
    "x- data gone": ({"roadmap": {"x-a": False}}, {}, "PGD604 info x-a: false removed"),
    "x- data changed": ({"roadmap": {"x-a": 1}}, {"roadmap": {"x-a": [1, "b c"]}}, 'PGD604 info x-a: 1 → 1, "b c"'),
    # metrics
    "a first unit": ({}, kpi("input", "activation", unit="%"), "PGD404 notable unit: % added"),
    "no target": (kpi("guardrail", "crash-rate", target=1), {}, "PGD405 breaking target: 1 removed"),
    "a later target": (
        kpi("input", "activation", target={"value": 40, "by": "2026-06-30"}),
        kpi("input", "activation", target={"value": 45, "by": "2026-09-30"}),
        "PGD405 breaking target: 40 by 2026-06-30 → 45 by 2026-09-30",
    ),
    "an earlier target": (
        kpi("input", "activation", target={"value": 40, "by": "2026-06-30"}),
        kpi("input", "activation", target={"value": 40, "by": "2026-05-31"}),
        "PGD406 notable target",
    ),
    "a target without a day": (
        kpi("input", "activation", target={"value": 40, "by": "2026-06-30"}),
        {},
        "PGD405 breaking target: 40 by 2026-06-30 → 40",
    ),
    "a target whose day has passed": (
        kpi("input", "activation", target={"value": 40, "by": "2026-01-31"}),
        kpi("input", "activation", target={"value": 35, "by": "2026-12-31"}),
        "PGD406 notable target",
    ),
    "a target nobody can judge": (
        kpi("guardrail", "crash-rate", target=1),
        kpi("guardrail", "crash-rate", target=2),
        "PGD405 breaking target: 1 → 2",
    ),
    "a target judged by the baseline": (
        kpi("guardrail", "crash-rate", target=1, baseline=2),
        kpi("guardrail", "crash-rate", target=0.5, baseline=2),
        "PGD406 notable target: 1 → 0.5",
    ),
    "a target at the baseline": (
        kpi("guardrail", "crash-rate", target=1, baseline=2),
        kpi("guardrail", "crash-rate", target=2, baseline=2),
        "PGD405 breaking target: 1 → 2",
    ),
    "bounds gone": (kpi("input", "activation", bounds={"min": 1}), {}, "PGD407 notable bounds: min 1 removed"),
    "first bounds": ({}, kpi("input", "activation", bounds={"min": 1}), "PGD408 notable bounds: min 1 added"),
    "a lower minimum": (
        kpi("input", "activation", bounds={"min": 2}),
        kpi("input", "activation", bounds={"min": 1}),
        "PGD407 notable bounds.min: 2 → 1",
    ),
    "one more limit": (
        {},
        kpi("guardrail", "crash-rate", bounds={"min": 0}),
        "PGD408 notable bounds.min: 0 added",
    ),
    "x- data of bounds": (
        {},
        kpi("guardrail", "crash-rate", bounds={"x-a": "b"}),
        "PGD604 info bounds.x-a: b added",
    ),
    "an observation gone": (
        kpi("input", "activation", observations=[FIRST, {"date": "2026-02-16", "value": 31}]),
        {},
        "PGD402 breaking observation of 2026-02-16 removed: 31",
    ),
    "a note of an observation": (
        {},
        kpi("input", "activation", observations=[{**FIRST, "note": "Holidays"}]),
        "PGD402 info observations.note of 2026-02-23: Holidays added",
    ),
    "observations in another order": (
        kpi("input", "activation", observations=[FIRST, {"date": "2026-02-16", "value": 31}]),
        kpi("input", "activation", observations=[{"date": "2026-02-16", "value": 31}, FIRST]),
        "PGD603 info observations: date 2026-02-16, value 31 moved",
    ),
    "a KPI's owner": ({}, kpi("input", "activation", owner="CPO"), 'PGD207 notable owner: "CPO" added'),
    "a KPI's name": ({}, kpi("input", "activation", name="Activated"), "PGD601 info name"),
    "no guardrail any more": (
        kpi("guardrail", "x", name="X", source="a"),
        kpi("output", "x", name="X", source="a"),
        "PGD410 breaking guardrailMetrics → outputMetrics",
    ),
    "the north star by name": (
        {},
        {"metrics": {"northStarMetric": "Teams that plan every week"}},
        "PGD411 info northStarMetric",
    ),
    # vision, prioritization, reviews, document
    "pillars in another order": (
        {"productVision": {"strategicPillars": ["Calm", "Trust"]}},
        {"productVision": {"strategicPillars": ["Trust", "Calm"]}},
        "PGD603 info strategicPillars: Trust moved",
    ),
    "x- data of the vision": ({}, {"productVision": {"x-a": 1.5}}, "PGD604 info x-a: 1.5 added"),
    "review cadence": ({}, {"prioritization": {"reviewCadence": "weekly"}}, "PGD503 notable reviewCadence"),
    "x- data of priorities": ({}, {"prioritization": {"x-a": 1e16}}, "PGD604 info x-a"),
    "weights": (
        {},
        {
            "prioritization": {
                "scoringCriteria": {"businessValue": 2, "userImpact": 1, "effort": 1, "strategicAlignment": 1}
            }
        },
        "PGD302 breaking scoringCriteria.businessValue: 1 → 2",
    ),
    "a cut": (
        {"prioritization": {"valueEffortCut": "median"}},
        {"prioritization": {"valueEffortCut": {"value": 5, "effort": 5}}},
        "PGD302 breaking valueEffortCut: median → value 5, effort 5",
    ),
    "one participant more": (
        {},
        {"reviews": {"productReview": {"participants": ["Head of Product", {"title": "CTO", "name": "Ada"}]}}},
        'PGD503 notable participants: "CTO (Ada)" added',
    ),
    "another responsibility": (
        {},
        {"reviews": {"productReview": {"participants": [{"title": "Head of Product", "responsibility": "approver"}]}}},
        "PGD503 notable participants",
    ),
    "x- data of a review": ({}, {"reviews": {"productReview": {"x-a": "b"}}}, "PGD604 info x-a: b added"),
    "the fiscal year": ({}, {"fiscalYearStart": 4}, "PGD214 breaking fiscalYearStart: 1 → 4"),
    "the name": ({}, {"name": "Tempo 2"}, 'PGD601 info name: Tempo → "Tempo 2"'),
    "the organization": (
        {"organization": {"level": "cpo", "employees": 300}},
        {"organization": {"level": "cpo", "employees": 320}},
        "PGD602 info employees: 300 → 320",
    ),
    # objectives and key results
    "an objective gone": (goals(COMMITTED), {}, 'PGD505 breaking gone: "Calm"'),
    "an aspiration gone": (goals(GOAL), {}, 'PGD505 notable gone: "Calm"'),
    "a later period": (
        goals(COMMITTED),
        goals({**COMMITTED, "period": "2026-Q3"}),
        "PGD505 breaking period: 2026-Q2 → 2026-Q3",
    ),
    "an earlier period": (goals(GOAL), goals({**GOAL, "period": "2026-Q1"}), "PGD506 notable period"),
    "committed": (goals(GOAL), goals(COMMITTED), "PGD506 notable kind: aspirational → committed"),
    "not committed": (goals(COMMITTED), goals(GOAL), "PGD505 breaking kind: committed → aspirational"),
    "graded": (goals(GOAL), goals({**GOAL, "grade": {"value": 0.7}}), "PGD506 notable grade: value 0.7 added"),
    "another grade": (
        goals({**GOAL, "grade": {"value": 0.7}}),
        goals({**GOAL, "grade": {"value": 0.8}}),
        "PGD107 breaking grade.value: 0.7 → 0.8",
    ),
    "an objective's owner": (goals(GOAL), goals({**GOAL, "owner": "CPO"}), "PGD207 notable owner"),
    "an objective's pillar": (goals(GOAL), goals({**GOAL, "pillar": "Calm"}), "PGD210 notable pillar: Calm added"),
    "an objective's title": (goals(GOAL), goals({**GOAL, "title": "Calmer"}), "PGD601 info title: Calm → Calmer"),
    "an objective's check-in": (
        goals(GOAL),
        goals({**GOAL, "checkIns": [{"date": "2026-03-01", "health": "on-track"}]}),
        "PGD508 info",
    ),
    "a key result": (goals({**GOAL, "keyResults": []}), goals(GOAL), 'PGD504 notable new: "r"'),
    "a key result gone": (goals(COMMITTED), goals({**COMMITTED, "keyResults": []}), 'PGD505 breaking gone: "r"'),
    "easier, from above": (result(**{"from": 50, "to": 10}), result(**{"from": 50, "to": 20}), "PGD505 notable to"),
    "harder, from above": (result(**{"from": 50, "to": 10}), result(**{"from": 50, "to": 5}), "PGD506 notable to"),
    "from nowhere": (result(to=10), result(to=20), "PGD505 notable to: 10 → 20"),
    "a number of its own": (result(kpi="activation"), result(kpi="activation", to=20), "PGD506 notable to: 20 added"),
    "no number of its own": (result(kpi="activation", to=20), result(kpi="activation"), "PGD505 notable to: 20"),
    "a later day": (result(to=1, by="2026-05-01"), result(to=1, by="2026-06-01"), "PGD505 notable by"),
    "an earlier day": (result(to=1, by="2026-05-01"), result(to=1, by="2026-04-01"), "PGD506 notable by"),
    "no day": (result(to=1, by="2026-05-01"), result(to=1), "PGD505 notable by: 2026-05-01 removed"),
    "a first day": (result(to=1), result(to=1, by="2026-05-01"), "PGD506 notable by: 2026-05-01 added"),
    "a wider range": (result(keep={"max": 1}), result(keep={"max": 2}), "PGD505 notable keep.max: 1 → 2"),
    "another milestone": (result(milestone="A"), result(milestone="B"), "PGD505 notable milestone: A → B"),
    "reached": (
        result(milestone="A"),
        result(milestone="A", reached="2026-03-01"),
        "PGD506 notable reached: 2026-03-01 added",
    ),
    "not reached": (result(milestone="A", reached="2026-03-01"), result(milestone="A"), "PGD107 breaking reached"),
    "a weight": (result(to=1), result(to=1, weight=2), "PGD506 notable weight: 1 → 2"),
    "a start": (result(to=1), result(**{"to": 1, "from": 0}), "PGD506 notable from: 0 added"),
    "a result's owner": (result(to=1), result(to=1, owner="CPO"), "PGD207 notable owner"),
    "a result's title": (result(to=1), result(to=1, title="T"), "PGD601 info title: T added"),
    "a result's check-in": (
        result(to=1),
        result(to=1, checkIns=[{"date": "2026-03-01", "health": "at-risk"}]),
        "PGD508 info checked in 2026-03-01: at-risk",
    ),
    "a result observed": (
        result(to=1),
        result(to=1, observations=[{"date": "2026-03-01", "value": 0.5}]),
        "PGD401 info observed 2026-03-01: 0.5",
    ),
    # teams and decisions
    "a team": ({}, {"teams": [TEAM]}, 'PGD214 notable team new: "Web"'),
    "a team gone": ({"teams": [TEAM]}, {}, 'PGD214 notable team gone: "Web"'),
    "a lead": ({"teams": [TEAM]}, {"teams": [{**TEAM, "lead": "EM"}]}, 'PGD207 notable lead: "EM" added'),
    "capacity": (
        {"teams": [{**TEAM, "capacity": [{"period": "2026-Q1", "effort": 3}]}]},
        {"teams": [{**TEAM, "capacity": [{"period": "2026-Q1", "effort": 2}]}]},
        "PGD214 notable capacity.effort",
    ),
    "a team's name": ({"teams": [TEAM]}, {"teams": [{**TEAM, "name": "Shop"}]}, "PGD601 info name: Web → Shop"),
    "x- data of a team": ({"teams": [TEAM]}, {"teams": [{**TEAM, "x-a": 1}]}, "PGD604 info x-a"),
    "a decision gone": ({"decisions": [DECISION]}, {}, "PGD107 breaking decision gone: keep payments, because"),
    "x- data of a decision": ({"decisions": [DECISION]}, {"decisions": [{**DECISION, "x-a": 1}]}, "PGD604 info x-a"),
}


@pytest.mark.parametrize("case", CASES)
def test_one_difference_is_one_change_with_its_level_and_its_words(case: str) -> None:
    before, after, expected = CASES[case]
    old, new = document_with(before).governance, document_with(after).governance
    (change,) = diff(old, new)
    assert f"{change.code} {change.level} {change.message}".startswith(expected)
    assert apply(old, diff(old, new)) == new


def said(before: Part, after: Part) -> list[str]:
    changes = diff(document_with(before).governance, document_with(after).governance)
    return [f"{change.code} {change.level} {change.item} {change.message}" for change in changes]


def test_a_delivery_is_said_once() -> None:
    assert said(
        item("now", "e", title="E", status="in-progress"), delivered({"id": "e", "title": "E", "status": "done"})
    ) == [
        "PGD203 notable e delivered from now",
        "PGD206 info e status: in-progress → done",
    ]


@pytest.mark.parametrize(("horizon", "level"), [("now", "breaking"), ("later", "notable")])
def test_a_drop_is_said_once(horizon: str, level: str) -> None:
    assert said(item(horizon, "e", title="E"), delivered({"id": "e", "title": "E", "status": "dropped"})) == [
        f"PGD105 {level} e dropped from {horizon}",
        "PGD206 info e status: proposed → dropped",
    ]


def test_what_was_delivered_is_open_again() -> None:
    assert said(delivered({"id": "e", **DONE}), item("next", "e", title="Done", status="planned")) == [
        "PGD107 breaking e open again: delivered → next",
        "PGD107 info e status: done → planned",
    ]


def test_a_date_in_place_of_a_period_is_judged_once() -> None:
    assert said(
        item("next", "payments", targetPeriod="2026-Q3"), item("next", "payments", targetDate="2026-12-01")
    ) == [
        "PGD103 breaking payments targetDate: 2026-12-01 added (62 days later)",
        "PGD602 info payments targetPeriod: 2026-Q3 removed",
    ]


def test_several_targets_are_judged_together() -> None:
    half, full = {"value": 35, "by": "2026-06-30"}, {"value": 40, "by": "2026-12-31"}
    bare = {"metrics": {"inputMetrics": [{"id": "a", "name": "A", "direction": "increase"}]}}

    def targets(*dated: Part, **fields: object) -> Part:
        return {
            "metrics": {
                "inputMetrics": [{"id": "a", "name": "A", "direction": "increase", "targets": [*dated]} | fields]
            }
        }

    assert said(targets(half, full), targets(half, {**full, "value": 42}))[0].startswith("PGD406 notable a targets")
    assert said(targets(half, full), targets(full))[0].startswith("PGD405 breaking a targets")
    assert said(targets(half, full), bare)[0].startswith("PGD405 breaking a targets")
    single = {"metrics": {"inputMetrics": [{"id": "a", "name": "A", "direction": "increase", "target": full}]}}
    assert [line[:17] for line in said(single, targets(half, full))] == ["PGD406 notable a ", "PGD602 info a targ"[:17]]


def test_a_pillar_that_is_used_is_missed() -> None:
    assert said({}, {"productVision": {"strategicPillars": ["Trust"]}}) == [
        "PGD501 breaking productVision strategicPillars: Calm removed",
        "PGD501 notable productVision strategicPillars: Trust added",
    ]


def test_what_others_refer_to_is_missed_more() -> None:
    waiting = {"roadmap": {"externals": [LEGAL], "dependencies": [{"from": "checkout", "to": "opinion"}]}}
    assert said(waiting, {}) == [
        'PGD102 breaking opinion gone from externals: "Legal opinion"',
        "PGD211 notable checkout checkout requires opinion no longer",
    ]


def test_nobody_waits_for_what_has_arrived() -> None:
    arrived = {**LEGAL, "status": "delivered"}
    edge = {"from": "checkout", "to": "opinion"}
    assert said(externals(arrived), {"roadmap": {"externals": [arrived], "dependencies": [edge]}}) == [
        "PGD211 notable checkout checkout requires opinion"
    ]


def test_a_key_result_can_belong_to_another_objective() -> None:
    other = {"id": "b", "title": "B", "period": "2026-Q1"}
    assert said(
        goals(GOAL, other), goals({**GOAL, "keyResults": []}, {**other, "keyResults": [{**RESULT, "to": 60}]})
    ) == [
        "PGD506 notable r calm → b",
        "PGD506 notable r to: 50 → 60",
    ]
    assert said(goals(GOAL, other), goals(other, GOAL)) == ["PGD603 info b objectives: position 2 → 1"]


def test_decisions_and_teams_can_be_in_another_order() -> None:
    one, other = {**DECISION}, {**DECISION, "id": "e", "reason": "It costs."}
    old = attrs.evolve(document_with({"decisions": [one, other], "teams": [TEAM, {**TEAM, "id": "b"}]}).governance)
    new = attrs.evolve(old, decisions=old.decisions[::-1], teams=old.teams[::-1])
    assert [(change.code, change.message) for change in diff(old, new)] == [
        ("PGD603", "teams: position 2 → 1"),
        ("PGD603", "decisions: position 2 → 1"),
    ]


def test_two_with_one_id_are_compared_one_by_one() -> None:
    twice = delivered({"id": "e", **DONE}, {"id": "e", **DONE, "title": "Again"})
    assert said(twice, delivered({"id": "e", **DONE})) == ['PGD107 breaking e gone from delivered: "Again"']


def test_items_in_another_order_are_as_few_as_can_be() -> None:
    def now(*names: str) -> Part:
        return {"roadmap": {"timeHorizon": {"next": [{"id": name, "title": name} for name in names]}}}

    old, new = document_with(now("a", "b", "c", "d")), document_with(now("d", "a", "b", "c"))
    both = [document.governance for document in (old, new)]
    reordered = [both[0], both[0].move("d", to="next", before="payments")]
    assert [(change.item, change.old, change.new) for change in diff(*reordered)] == [("d", 5, 1)]


def test_a_key_of_nothing_pairs_what_is_alike() -> None:
    def capacity(*periods: tuple[str, int]) -> Part:
        return {"teams": [{**TEAM, "capacity": [{"period": period, "effort": effort} for period, effort in periods]}]}

    assert said(capacity(("2026-Q1", 3), ("2026-Q2", 3)), capacity(("2026-Q1", 3))) == [
        "PGD214 notable web capacity: period 2026-Q2, effort 3 removed"
    ]
    assert len(said(capacity(("2026-Q1", 3)), capacity(("2027", 5)))) == 2
