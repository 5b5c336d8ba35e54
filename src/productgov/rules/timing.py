"""Dates and statuses that must fit each other and the day of the check."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from productgov.findings import Severity
from productgov.found import Common, Found
from productgov.model.check_ins import CheckIn
from productgov.model.initiative import Status
from productgov.model.metrics import Observation
from productgov.paths import Path
from productgov.rules.context import Context
from productgov.rules.roadmap_examples import with_item
from productgov.rules.rule import Family, Rule
from productgov.wording import counted

__all__ = ["TIMING"]

_CORRECT = "correct the date, or the day of the check (asOf)"


class _Said(NamedTuple):
    """Something that a document says of a day.

    Attributes:
        path: where the day is.
        what: what is said of it, up to "on".
        day: the day.
    """

    path: Path
    what: str
    day: date


def _too_late(context: Context) -> Iterator[Found]:
    """What happened after the day of the check."""
    for path, what, day in _one_day(context):
        if day > context.as_of:
            yield Found(path, f"{what} on {day}, which is after {context.as_of}", _CORRECT)
    for path, what, many in _many_days(context):
        late = [index for index, one in enumerate(many) if one.date > context.as_of]
        if late:
            noun = "check-in" if isinstance(many[0], CheckIn) else "observation"
            others = f" ({counted(len(late), noun)} in all)" if late[1:] else ""
            message = f"{what} on {many[late[0]].date}, which is after {context.as_of}{others}"
            yield Found((*path, late[0], "date"), message, _CORRECT)
    start = context.governance.fiscal_year_start
    for path, objective in context.objectives:
        period = objective.period
        if objective.grade and period.first(start) > context.as_of:
            yield Found(
                (*path, "grade"),
                f"{objective.id} has a grade, but its period {period} begins on {period.first(start)}, "
                f"which is after {context.as_of}",
                "remove the grade, or correct the period or the day of the check (asOf)",
            )


def _one_day(context: Context) -> Iterator[_Said]:
    """What is said to have happened on one day."""
    for path, initiative, _ in context.initiatives:
        if initiative.delivered_date:
            yield _Said((*path, "deliveredDate"), f"{initiative.id} was delivered", initiative.delivered_date)
        if initiative.outcome:
            yield _Said((*path, "outcome", "date"), f"{initiative.id} was looked at", initiative.outcome.date)
    for index, external in enumerate(context.governance.roadmap.externals):
        if external.delivered_date:
            at: Path = ("roadmap", "externals", index, "deliveredDate")
            yield _Said(at, f"{external.id} was delivered", external.delivered_date)
    for placed in context.objectives:
        for path, each in placed.key_results:
            if each.reached:
                yield _Said((*path, "reached"), f"{each.id} was reached", each.reached)
    for index, decision in enumerate(context.governance.decisions):
        yield _Said(("decisions", index, "date"), f"{decision.id} was decided", decision.date)


def _many_days(context: Context) -> Iterator[tuple[Path, str, Sequence[Observation | CheckIn]]]:
    """What has observations or check-ins: their path, what is said of each up to "on", and they themselves."""
    for path, kpi, _ in context.kpis:
        yield (*path, "observations"), f"{kpi.id} was observed", kpi.observations
    for path, initiative, _ in context.initiatives:
        yield (*path, "checkIns"), f"{initiative.id} has a check-in", initiative.check_ins
    for index, external in enumerate(context.governance.roadmap.externals):
        yield ("roadmap", "externals", index, "checkIns"), f"{external.id} has a check-in", external.check_ins
    for placed in context.objectives:
        path, objective = placed
        yield (*path, "checkIns"), f"{objective.id} has a check-in", objective.check_ins
        for path, each in placed.key_results:
            yield (*path, "observations"), f"{each.id} was observed", each.observations
            yield (*path, "checkIns"), f"{each.id} has a check-in", each.check_ins


def _misdated(context: Context) -> Iterator[Found]:
    yield from _too_late(context)
    as_of = context.as_of
    for path, initiative, _ in context.items:
        start = initiative.start_date
        waiting = initiative.status in (Status.PROPOSED, Status.PLANNED)
        if start and start < as_of and waiting and not context.is_overdue(initiative):
            yield Found(
                (*path, "startDate"),
                f"{initiative.id} was due to start on {start}, before {as_of}, and is still {initiative.status.value}",
                "set its status to in-progress, or its startDate to a later day",
                common=Common(
                    list="open items",
                    total=len(context.items),
                    what=f"were due to start before {as_of} and are still proposed or planned",
                    name=initiative.id,
                ),
            )


def _started_too_early(context: Context) -> Iterator[Found]:
    for path, initiative, _ in context.items:
        start, status = initiative.start_date, initiative.status
        if start and start > context.as_of and status in (Status.IN_PROGRESS, Status.ROLLING_OUT):
            yield Found(
                (*path, "startDate"),
                f"{initiative.id} is {status.value}, but starts on {start}, which is after {context.as_of}",
                "set its startDate to the day it began, or its status to planned",
            )


def _undated_deliveries(context: Context) -> Iterator[Found]:
    promised = [
        item
        for item in context.initiatives
        if item.initiative.status is Status.DONE and item.initiative.committed_date is not None
    ]
    for path, initiative, _ in promised:
        if initiative.delivered_date is None:
            yield Found(
                path,
                f"{initiative.id} was promised for {initiative.committed_date} and is done, but has no deliveredDate",
                "add the day it was delivered: without it, it counts as late",
                common=Common(
                    list="done items with a committedDate",
                    total=len(promised),
                    what="have no deliveredDate",
                    name=initiative.id,
                ),
            )


_TRIAL = {"id": "trial", "title": "A month for free", "status": "done", "committedDate": "2026-01-30"}


TIMING = Family(
    prefix="PG2",
    title="Timing",
    about="Dates and statuses must fit each other and the day of the check.",
    rules=(
        Rule(
            code="PG212",
            severity=Severity.WARNING,
            title="date does not fit the day of the check",
            meaning="""Something was delivered, observed, reached, checked in, decided or judged after the day of the
                check, or an objective has a grade before its period begins. Or an item is still planned or proposed
                although its start date has passed; that is silent where the item is overdue (PG205, PG219).""",
            why="The document and the day disagree: a typing error, or a status that nobody has updated.",
            bad=with_item("now", "checkout", status="planned", startDate="2026-02-02"),
            good=with_item("now", "checkout", status="in-progress", startDate="2026-02-02"),
            find=_misdated,
        ),
        Rule(
            code="PG216",
            severity=Severity.WARNING,
            title="begun before its start date",
            meaning="An item is in progress or rolling out, and its startDate is after the day of the check.",
            why="Either the work has not begun, or the plan still shows a start that is history.",
            bad=with_item("now", "checkout", status="in-progress", startDate="2026-03-16"),
            good=with_item("now", "checkout", status="planned", startDate="2026-03-16"),
            find=_started_too_early,
        ),
        Rule(
            code="PG217",
            severity=Severity.INFO,
            title="done without a day",
            meaning="""Initiatives are done and had a committedDate, but have no deliveredDate. All that lack it are
                one finding.""",
            why="""Nobody can tell whether the promise was kept: without the day, the roadmap's quality counts it as
                late.""",
            bad={"roadmap": {"delivered": [_TRIAL]}},
            good={"roadmap": {"delivered": [{**_TRIAL, "deliveredDate": "2026-01-28"}]}},
            find=_undated_deliveries,
        ),
    ),
)
