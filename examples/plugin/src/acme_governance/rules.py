"""What Acme asks of every document, in addition to the rules of productgov."""

from collections.abc import Iterator

from productgov import Severity
from productgov.fields import Found
from productgov.rules import Context, Rule

__all__ = ["RULES"]

_MOST = 3


def _without_ticket(context: Context) -> Iterator[Found]:
    for path, initiative, horizon in context.items:
        if horizon == "now" and not initiative.links:
            yield Found(
                path,
                f"{initiative.id} has no link to its ticket",
                "add it: links: [{title: The ticket, url: https://…}]",
            )


def _too_much(context: Context) -> Iterator[Found]:
    started = [item for item in context.items if item.initiative.status == "in-progress"]
    if len(started) > _MOST:
        yield Found(
            ("roadmap", "timeHorizon", "now"),
            f"{len(started)} initiatives are in progress, and at most {_MOST} may be",
            "finish one before the next one begins, or pause one",
            related=tuple(item.path for item in started),
        )


def _now(*items: dict[str, object]) -> dict[str, object]:
    return {"roadmap": {"timeHorizon": {"now": list(items)}}}


def _started(id: str) -> dict[str, object]:
    """An initiative in progress that has all that the rules of productgov ask for."""
    return {
        "id": id,
        "title": f"Project {id}",
        "owner": "Head of Growth",
        "status": "in-progress",
        "targetDate": "2026-05-04",
        "metrics": ["activation"],
        "guardrails": ["crash-rate"],
        "scoring": {"rice": {"reach": 800, "impact": 1, "confidence": 0.8, "effort": 2}},
        "links": _TICKET,
    }


_TICKET: list[object] = [{"title": "The ticket", "url": "https://acme.example/GROW-7"}]

RULES = (
    Rule(
        code="ACME101",
        severity=Severity.WARNING,
        title="no link to a ticket",
        meaning="An open initiative in now has no link.",
        why="Whoever reads the roadmap wants to see how far it is, and looks for it in the tracker by its title.",
        bad=_now({"id": "checkout", "links": []}),
        good=_now({"id": "checkout", "links": _TICKET}),
        find=_without_ticket,
    ),
    Rule(
        code="ACME102",
        severity=Severity.ERROR,
        title="too much in progress",
        meaning=f"More than {_MOST} open initiatives are in progress.",
        why="What is begun and not finished costs attention and brings nothing (Little's law).",
        bad=_now({"id": "checkout", "links": _TICKET}, _started("one"), _started("two"), _started("three")),
        good=_now({"id": "checkout", "links": _TICKET}, _started("one"), _started("two")),
        find=_too_much,
    ),
)
