"""What is due: days that have passed, deadlines that cannot be met, and promises that have slipped."""

from collections.abc import Iterator
from datetime import timedelta

from productgov.findings import Severity
from productgov.found import Found
from productgov.model.delivery import DeadlineKind
from productgov.rules.context import Context
from productgov.rules.roadmap_examples import with_item
from productgov.rules.rule import Family, Rule
from productgov.wording import counted

__all__ = ["PROMISES"]

_SLIP = timedelta(days=30)
"""How far a due day may move from the day that was first promised."""
_BINDING = (DeadlineKind.LEGAL, DeadlineKind.CONTRACT)


def _overdue(context: Context) -> Iterator[Found]:
    for item in context.items:
        path, initiative, _ = item
        due = context.due(initiative)
        if due and context.is_overdue(initiative) and not context.misses_deadline(initiative):
            late = counted((context.as_of - due.last).days, "day")
            yield Found(
                (*path, *due.path),
                f"{initiative.id} was due {due.text}, {late} before {context.as_of}, "
                f"and is still {initiative.status.value}",
                "set a new targetDate or targetPeriod (committedDate keeps the first promise), or mark it done or "
                "dropped",
            )


def _late_for_deadline(context: Context) -> Iterator[Found]:
    for path, initiative, _ in context.items:
        deadline, due = initiative.deadline, context.due(initiative)
        if deadline is None or due is None or not context.misses_deadline(initiative):
            continue
        severity = Severity.ERROR if deadline.kind in _BINDING else Severity.WARNING
        what = f"its {deadline.kind.value} deadline of {deadline.date}"
        if deadline.date < context.as_of:
            late = counted((context.as_of - deadline.date).days, "day")
            yield Found(
                (*path, "deadline", "date"),
                f"{initiative.id} is still {initiative.status.value} on {context.as_of}, {late} after {what}",
                "deliver it, or tell those who set the deadline; correct the deadline if it has moved",
                severity=severity,
            )
        else:
            yield Found(
                (*path, *due.path),
                f"{initiative.id} is due {due.text}, after {what}",
                "plan it for a day before the deadline, or correct the deadline if it has moved",
                severity=severity,
            )


def _slipped(context: Context) -> Iterator[Found]:
    for path, initiative, _ in context.items:
        promised, due = initiative.committed_date, context.due(initiative)
        if promised is None or due is None or due.first - promised <= _SLIP:
            continue
        if not context.is_overdue(initiative) and not context.misses_deadline(initiative):
            late = counted((due.first - promised).days, "day")
            later = f"{late} later" if due.first == due.last else f"at least {late} later"
            yield Found(
                (*path, *due.path),
                f"{initiative.id} was promised for {promised} and is now due {due.text}, {later}",
                "tell those who rely on the promise, or plan it for an earlier day",
            )


PROMISES = Family(
    prefix="PG2",
    title="Promises",
    about="Due days that have passed, deadlines that cannot be met, and promises that have slipped.",
    rules=(
        Rule(
            code="PG205",
            severity=Severity.WARNING,
            title="overdue",
            meaning="""An item that is neither done nor dropped was due before the day of the check. Silent for an item
                that is rolling out, and where PG219 speaks.""",
            why="""Nobody trusts a roadmap with dates that have passed. committedDate keeps the first promise when
                targetDate moves.""",
            bad=with_item("now", "checkout", targetDate="2026-02-15"),
            good=with_item("now", "checkout", committedDate="2026-02-15", targetDate="2026-03-15"),
            find=_overdue,
        ),
        Rule(
            code="PG215",
            severity=Severity.INFO,
            title="promise that has slipped",
            meaning="""An item is due more than 30 days after its committedDate, the day that was first promised. With a
                targetPeriod, its first day counts. Silent where PG205 or PG219 speaks.""",
            why="""People plan with the first day they were told. A quiet move of the date is found out later, and costs
                more trust.""",
            bad=with_item("now", "checkout", committedDate="2026-03-10", targetDate="2026-04-15"),
            good=with_item("now", "checkout", committedDate="2026-04-01", targetDate="2026-04-15"),
            find=_slipped,
        ),
        Rule(
            code="PG219",
            severity=Severity.WARNING,
            title="too late for its deadline",
            meaning="""An item is due after its deadline, or the deadline has passed and the item is open. An error
                where the law or a contract sets the deadline, a warning where it is an event or our own. Silent for an
                item that is rolling out and was delivered to its first customers in time.""",
            why="Of all days on a roadmap, a deadline is the one that does not move.",
            bad=with_item("now", "checkout", deadline={"date": "2026-03-31", "kind": "event"}),
            good=with_item("now", "checkout", deadline={"date": "2026-04-30", "kind": "event"}),
            find=_late_for_deadline,
        ),
    ),
)
