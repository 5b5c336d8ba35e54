"""Documents that give each wording of the rules about objectives, teams, check-ins, decisions and the organization."""

from collections.abc import Mapping

from tests.support.examples import Fragment, item, kpi
from tests.support.plans import decision, goal, goals

__all__ = ["PLAN_BRANCHES"]

_MILESTONE = {"id": "moved", "milestone": "Everyone has moved", "reached": "2025-12-01"}

PLAN_BRANCHES: Mapping[str, tuple[str, tuple[Fragment, ...]]] = {
    "a team": ("PG701", ({"roadmap": {"timeHorizon": {"now": [{"id": "checkout", "team": "blue"}]}}},)),
    "an effort of a team": (
        "PG701",
        ({"roadmap": {"timeHorizon": {"now": [{"id": "checkout", "efforts": [{"team": "blue", "effort": 1}]}]}}},),
    ),
    "a parent": ("PG701", (goals(goal(parent="mornings")),)),
    "a decision": ("PG701", ({"decisions": [decision(supersedes="d0")]},)),
    "a subject": ("PG701", ({"decisions": [decision(subjects=["gone-for-good"])]},)),
    "a subject with a near name": ("PG701", ({"decisions": [decision(subjects=["checkouts"])]},)),
    "its own parent": ("PG702", (goals(goal(parent="calm")),)),
    "a day outside": ("PG703", (goals(goal(keyResults=[{"id": "a", "kpi": "weekly-teams", "by": "2026-04-01"}])),)),
    "a start above the target": (
        "PG704",
        (goals(goal(keyResults=[{"id": "a", "kpi": "activation", "from": 45}])),),
    ),
    "not graded for some days": ("PG705", (goals(goal(period="2026-02", keyResults=[_MILESTONE])),)),
    "not graded, and known in part": (
        "PG705",
        (goals(goal(period="2025-12", keyResults=[_MILESTONE, {"id": "a", "kpi": "weekly-teams"}])),),
    ),
    "not graded, with a part": (
        "PG705",
        (
            goals(
                goal("year", period="2025", keyResults=[]),
                goal(period="2025-Q4", parent="year", keyResults=[_MILESTONE], grade={"value": 1}),
            ),
        ),
    ),
    "none of several": ("PG706", ({"objectives": [goal(), goal("quiet")]},)),
    "some without an effort": (
        "PG801",
        (
            {"teams": [{"id": "blue", "name": "Blue", "capacity": [{"period": "2026-H1", "effort": 1.5}]}]},
            item("now", "checkout", team="blue"),
            item("next", "payments", team="blue", scoring=None),
        ),
    ),
    "several without an effort": (
        "PG801",
        (
            {"teams": [{"id": "blue", "name": "Blue", "capacity": [{"period": "2026", "effort": 1.5}]}]},
            item("now", "checkout", team="blue"),
            item("next", "payments", team="blue", scoring=None),
            item("later", "identity", team="blue"),
        ),
    ),
    "time": (
        "PG803",
        (
            {
                "organization": {
                    "timeAllocation": {"customers": 0.4, "teams": 0.3, "executives": 0.2, "administration": 0.2}
                }
            },
        ),
    ),
    "overdue": (
        "PG901",
        (
            item(
                "now",
                "checkout",
                targetDate="2026-02-15",
                checkIns=[{"date": "2026-02-27", "health": "on-track"}],
            ),
        ),
    ),
    "a breached guardrail": (
        "PG901",
        (
            item("now", "checkout", checkIns=[{"date": "2026-02-27", "health": "on-track"}]),
            kpi("guardrail", "crash-rate", observations=[{"date": "2026-02-23", "value": 3}]),
        ),
    ),
    "superseded twice": (
        "PG905",
        ({"decisions": [decision(), decision("d2", supersedes="d1"), decision("d3", supersedes="d1")]},),
    ),
    "superseded by an older one": (
        "PG905",
        ({"decisions": [decision(), decision("d2", date="2026-02-19", supersedes="d1")]},),
    ),
    "superseded by itself": ("PG905", ({"decisions": [decision(supersedes="d1")]},)),
    "no product manager": ("PG907", ({"organization": {"headcount": {"productManagers": 0, "engineers": 1}}},)),
    "a level that another size is usual for": ("PG907", ({"organization": {"level": "cpo", "employees": 150}},)),
    "a size that no level is usual for": ("PG907", ({"organization": {"level": "vp", "employees": 12}},)),
    "several steps": (
        "PG908",
        (
            {
                "organization": {
                    "plan": {
                        "startDate": "2025-01-06",
                        "steps": [
                            {"phase": "vision", "title": "Agree on three bets"},
                            {"phase": "vision", "title": "Tell everyone", "doneOn": "2026-04-01"},
                        ],
                    }
                }
            },
        ),
    ),
    "several without a check-in": (
        "PG903",
        (
            item("now", "checkout", startDate="2026-01-05"),
            item("now", "second", title="Second", status="in-progress", startDate="2026-01-05"),
            item("next", "payments", checkIns=[{"date": "2026-02-27", "health": "on-track"}]),
        ),
    ),
    "several without an outcome": (
        "PG904",
        (
            {
                "roadmap": {
                    "delivered": [
                        {
                            "id": f"old-{number}",
                            "title": f"Old {number}",
                            "status": "done",
                            "deliveredDate": "2025-11-14",
                            "metrics": ["activation"],
                            **({"outcome": {"date": "2026-02-27", "verdict": "missed"}} if number == 0 else {}),
                        }
                        for number in range(4)
                    ]
                }
            },
        ),
    ),
}
"""The code and the document of each wording, by what is special about it."""
