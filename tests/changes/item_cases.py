"""Parts of documents for the cases of verdicts, and the cases about items of the roadmap."""

from collections.abc import Mapping

from tests.support.examples import item, kpi

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


ITEM_CASES: dict[str, tuple[Part, Part, str]] = {
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
}
"""The old part, the new part, and how the one change begins: code, level and message."""
