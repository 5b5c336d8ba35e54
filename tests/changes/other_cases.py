"""The cases of verdicts about metrics, goals, and everything else."""

from tests.changes.item_cases import COMMITTED, DECISION, FIRST, GOAL, TEAM, Part, goals, result
from tests.support.examples import kpi

OTHER_CASES: dict[str, tuple[Part, Part, str]] = {
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
