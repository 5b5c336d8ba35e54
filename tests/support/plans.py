"""Parts of a document with objectives, teams and decisions, to be merged into the example document."""

from tests.support.examples import Fragment

__all__ = ["decision", "goal", "goals", "names_goals"]


def goal(id: str = "calm", **fields: object) -> dict[str, object]:
    """An objective of the quarter of the example document, with a key result whose KPI has no observation."""
    return {
        "id": id,
        "title": f"The goal {id}",
        "period": "2026-Q1",
        "keyResults": [{"id": f"{id}-teams", "kpi": "weekly-teams"}],
        **fields,
    }


def goals(*objectives: dict[str, object]) -> Fragment:
    """Objectives, all of which an item serves."""
    served = [str(objective["id"]) for objective in objectives]
    return {"objectives": list(objectives), **names_goals(*served)}


def names_goals(*names: str) -> dict[str, object]:
    """The item in now names these objectives or key results."""
    return {"roadmap": {"timeHorizon": {"now": [{"id": "checkout", "objectives": list(names)}]}}}


def decision(id: str = "d1", **fields: object) -> dict[str, object]:
    """A decision about an item of the example document."""
    return {
        "id": id,
        "date": "2026-02-20",
        "subjects": ["checkout"],
        "verdict": "keep",
        "reason": "It works.",
        **fields,
    }
