"""What people say about how it is going, beside the facts."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from typing import NamedTuple

from productgov.findings import Severity
from productgov.found import Found
from productgov.model.check_ins import CheckIn, Health
from productgov.model.initiative import Initiative, Status
from productgov.model.metrics import KPIStatus
from productgov.model.objectives import KeyResult
from productgov.model.roadmap import ExternalStatus
from productgov.paths import Path
from productgov.rules.context import Context
from productgov.rules.rule import Family, Rule
from productgov.wording import listed, quoted

__all__ = ["CHECK_INS"]


class _Watched(NamedTuple):
    """Something that is not finished, and whose check-ins count.

    Attributes:
        path: its path.
        name: its id.
        check_ins: its check-ins.
        facts: what says on a day that it is not on track.
    """

    path: Path
    name: str
    check_ins: Sequence[CheckIn]
    facts: Callable[[date], Iterable[str]]


def _watched(context: Context) -> Iterator[_Watched]:
    for path, initiative, _ in context.items:
        yield _Watched(path, initiative.id, initiative.check_ins, partial(_item_facts, context, initiative))
    for index, external in enumerate(context.governance.roadmap.externals):
        if external.status is ExternalStatus.EXPECTED:
            yield _Watched(("roadmap", "externals", index), external.id, external.check_ins, lambda _: ())
    for placed in context.objectives:
        path, objective = placed
        if objective.grade is None:
            results = objective.key_results
            yield _Watched(path, objective.id, objective.check_ins, partial(_result_facts, context, results))
            for at, each in placed.key_results:
                yield _Watched(at, each.id, each.check_ins, partial(_result_facts, context, (each,)))


def _latest(check_ins: Sequence[CheckIn], as_of: date) -> tuple[int, CheckIn] | None:
    """The latest check-in on or before a day that says how it is going, and its index; of one day, the last."""
    judging = ((index, one) for index, one in enumerate(check_ins) if one.health is not None and one.date <= as_of)
    return max(judging, key=lambda each: (each[1].date, each[0]), default=None)


def _watermelons(context: Context) -> Iterator[Found]:
    """Green outside and red inside."""
    for path, name, check_ins, facts in _watched(context):
        latest = _latest(check_ins, context.as_of)
        if latest is None or latest[1].health is not Health.ON_TRACK:
            continue
        index, check_in = latest
        now = frozenset(facts(context.as_of))
        known = [fact for fact in facts(check_in.date) if fact in now]
        if known:
            yield Found(
                (*path, "checkIns", index, "health"),
                f"{name} was on track by its check-in of {check_in.date}, though {listed(known)}",
                "check in anew, with what is true and what is needed",
            )


def _item_facts(context: Context, item: Initiative, day: date) -> Iterator[str]:
    """What said on a day that an item was not on track."""
    due = item.due(context.governance.fiscal_year_start)
    if due is not None and due < day and item.status is not Status.ROLLING_OUT:
        yield f"it was due on {due}"
    for name in dict.fromkeys(item.guardrails):
        placed = context.kpi_by_id.get(name)
        if placed is not None and placed.kpi.breached(day):
            yield f"its guardrail {quoted(placed.kpi.name)} is out of bounds"


def _result_facts(context: Context, key_results: Iterable[KeyResult], day: date) -> Iterator[str]:
    """What said on a day that key results were not on track."""
    for name in dict.fromkeys(each.kpi for each in key_results if each.kpi is not None):
        placed = context.kpi_by_id.get(name)
        if placed is not None and placed.kpi.status(day) is KPIStatus.OFF_TRACK:
            yield f"{quoted(placed.kpi.name)} is off track"


def _unexplained(context: Context) -> Iterator[Found]:
    for path, name, check_ins, _ in _watched(context):
        latest = _latest(check_ins, context.as_of)
        if latest is None or latest[1].health is Health.ON_TRACK or latest[1].note is not None:
            continue
        index, check_in = latest
        yield Found(
            (*path, "checkIns", index),
            f"{name} is {check_in.health} by its check-in of {check_in.date}, which does not say why",
            "add a note: why, and what is needed",
        )


def _checked_in(**fields: str) -> dict[str, object]:
    """An objective whose KPI is at 33, off track to 40."""
    objective = {
        "id": "calm",
        "title": "Mornings without meetings",
        "period": "2026-Q1",
        "keyResults": [{"id": "start", "kpi": "activation"}],
        "checkIns": [{"date": "2026-02-27", **fields}],
    }
    checkout = {"id": "checkout", "objectives": ["calm"]}
    return {"roadmap": {"timeHorizon": {"now": [checkout]}}, "objectives": [objective]}


_NOTE = "The first screen is too hard; a simpler one is in test."

CHECK_INS = Family(
    prefix="PG9",
    title="Check-ins",
    about="What people say about how it is going, beside the facts.",
    rules=(
        Rule(
            code="PG901",
            severity=Severity.WARNING,
            title="on track against the facts",
            meaning="""The latest check-in says on track, but on its day something else was known, and still holds: the
                item is overdue, or a guardrail that it names is out of bounds; the KPI of the objective or key result
                is off track. Silent for what is finished or graded.""",
            why="""A watermelon: green outside, red inside. Whoever reports green is not helped.""",
            bad=_checked_in(health="on-track"),
            good=_checked_in(health="off-track", note=_NOTE),
            find=_watermelons,
        ),
        Rule(
            code="PG902",
            severity=Severity.INFO,
            title="at risk without a reason",
            meaning="""The latest check-in of something that is not finished says at risk or off track, and has no
                note.""",
            why="The colour alone helps nobody to help.",
            bad=_checked_in(health="at-risk"),
            good=_checked_in(health="at-risk", note=_NOTE),
            find=_unexplained,
        ),
    ),
)
