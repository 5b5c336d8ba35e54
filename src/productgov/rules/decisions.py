"""What was decided must be done, and decisions must follow each other."""

from collections.abc import Iterator

from productgov.analysis.by_id import first_by_id
from productgov.analysis.decisions import open_decisions
from productgov.findings import Severity
from productgov.found import Found
from productgov.model.decisions import DecisionVerdict
from productgov.rules.context import Context
from productgov.rules.plans import has_unknown_plan
from productgov.rules.rule import Family, Rule

__all__ = ["DECISIONS"]


def _not_followed(context: Context) -> Iterator[Found]:
    if not context.governance.decisions:
        return
    yield from _badly_superseded(context)
    if has_unknown_plan(context, "decision"):
        return
    open_items = first_by_id((item.initiative.id, item) for item in context.items)
    for subject in open_decisions(context.governance, context.as_of):
        decision, item = subject.latest, open_items.get(subject.id)
        if item is not None and decision.verdict is DecisionVerdict.STOP:
            yield Found(
                item.path,
                f"{subject.id} is still {item.initiative.status.value}, though {decision.id} decided on "
                f"{decision.date} to stop it",
                "set its status to dropped and move it to roadmap.delivered, or record the decision to go on",
            )


def _badly_superseded(context: Context) -> Iterator[Found]:
    known = first_by_id((decision.id, decision) for decision in context.governance.decisions)
    successors: dict[str, str] = {}
    for index, decision in enumerate(context.governance.decisions):
        earlier = known.get(decision.supersedes) if decision.supersedes else None
        if earlier is None:
            continue
        problem = None
        if decision.id == earlier.id:
            problem = f"{decision.id} supersedes itself"
        elif decision.date < earlier.date:
            problem = f"{decision.id} of {decision.date} supersedes {earlier.id}, which is later: {earlier.date}"
        elif earlier.id in successors:
            problem = f"{decision.id} supersedes {earlier.id}, which {successors[earlier.id]} supersedes already"
        successors.setdefault(earlier.id, decision.id)
        if problem:
            yield Found(
                ("decisions", index, "supersedes"),
                problem,
                "name the decision that it really replaces, or correct its date",
            )


def _decided(verdict: str, **fields: object) -> dict[str, object]:
    decision = {"id": "after-the-pilot", "date": "2026-02-20", "subjects": ["payments"], "verdict": verdict}
    return {"decisions": [{**decision, "reason": "Nobody in the pilot asked for it.", **fields}]}


DECISIONS = Family(
    prefix="PG9",
    title="Decisions",
    about="What was decided must be done, and decisions must follow each other.",
    rules=(
        Rule(
            code="PG905",
            severity=Severity.WARNING,
            title="decision that is not followed",
            meaning="""The latest decision about an item is to stop it, and it is still open; or a decision is
                superseded twice, by an older one, or by itself. The former is silent where PG701 applies to a
                decision.""",
            why="""What is stopped in a meeting and goes on in the teams costs twice: the work, and the trust in
                decisions.""",
            bad=_decided("stop"),
            good=_decided("change"),
            find=_not_followed,
        ),
    ),
)
