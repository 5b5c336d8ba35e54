"""PG203, PG205, PG206, PG207, PG210, PG212: what stands where, and when."""

from collections.abc import Iterator

from productgov.analysis.horizons import Window, horizon_of_date, window
from productgov.findings import Severity
from productgov.found import Found
from productgov.model.initiative import Initiative, Status
from productgov.model.roadmap import Horizon
from productgov.paths import Path
from productgov.rules.context import Context
from productgov.rules.rule import Rule
from productgov.wording import counted, listed, quoted

__all__ = ["RULES"]


def _outside_horizon(context: Context) -> Iterator[Found]:
    """PG203."""
    windows = {horizon: window(horizon, context.as_of) for horizon in Horizon}
    for path, initiative, horizon in context.items:
        dates = [day for day in (initiative.start_date, initiative.target_date) if day]
        if not dates or horizon is None:
            continue
        first, last = (max(day, context.as_of) for day in (dates[0], dates[-1]))
        begin, end = windows[horizon]
        if (end is None or first < end) and last >= begin:
            continue
        found = horizon_of_date(last if last < begin else first, context.as_of)
        field = "targetDate" if initiative.target_date else "startDate"
        yield Found(
            (*path, field),
            f"{initiative.id} stands in {horizon.value} ({_days(windows[horizon])}), but {_span(initiative)}, "
            f"which is in {found.value}",
            f"move it to {found.value}, or correct its dates"
            if found is not Horizon.FUTURE
            else "make it a vision in future, or correct its dates",
        )


def _days(days: Window) -> str:
    return f"{days.start} to before {days.end}" if days.end else f"from {days.start} on"


def _span(initiative: Initiative) -> str:
    start, target = initiative.start_date, initiative.target_date
    if start and target:
        return f"runs from {start} to {target}"
    return f"is due on {target}" if target else f"starts on {start}"


def _overdue(context: Context) -> Iterator[Found]:
    """PG205."""
    for path, initiative, _ in context.items:
        due = initiative.target_date
        if due and due < context.as_of:
            late = counted((context.as_of - due).days, "day")
            yield Found(
                (*path, "targetDate"),
                f"{initiative.id} was due on {due}, {late} before {context.as_of}, "
                f"and is still {initiative.status.value}",
                "set a new targetDate (committedDate keeps what was promised), or mark it done or dropped",
            )


def _incomplete(context: Context) -> Iterator[Found]:
    """PG206."""
    for path, initiative, horizon in context.items:
        missing = []
        if horizon is Horizon.NOW:
            given = (("owner", initiative.owner), ("targetDate", initiative.target_date))
            missing = [name for name, value in given if value is None]
        elif horizon is Horizon.LATER and initiative.theme is None:
            missing = ["theme"]
        if missing and horizon:
            yield Found(
                path,
                f"{initiative.id} stands in {horizon.value} and has no {listed(missing, 'and no')}",
                "say who answers for it and by when, or move it to next"
                if horizon is Horizon.NOW
                else "name the theme, the problem that it is meant to solve",
            )


def _empty_themes(context: Context) -> Iterator[Found]:
    """PG207."""
    used = {item.initiative.theme for item in context.items}
    used.update(vision.theme for vision in context.governance.roadmap.time_horizon.future)
    finished = {item.initiative.theme for item in context.initiatives if not item.is_open}
    for index, theme in enumerate(context.governance.roadmap.themes):
        if theme not in used:
            yield Found(
                ("roadmap", "themes", index),
                f"no open item has the theme {quoted(theme)}",
                "what was planned for it is over: plan what comes next, or take it off this list"
                if theme in finished
                else "plan something for it, or take it off this list",
            )


def _finished_and_planned(context: Context) -> Iterator[Found]:
    """PG210."""
    for path, initiative, horizon in context.initiatives:
        if (horizon is Horizon.NEXT or horizon is Horizon.LATER) and initiative.status.finished:
            yield Found(
                (*path, "status"),
                f"{initiative.id} is {initiative.status.value}, and still stands in {horizon.value}",
                "move it to roadmap.delivered, the record of what is done or dropped",
            )


def _out_of_time(context: Context) -> Iterator[Found]:
    """PG212."""
    as_of = context.as_of
    for path, initiative, _ in context.initiatives:
        delivered = initiative.delivered_date
        if delivered and delivered > as_of:
            message = f"{initiative.id} was delivered on {delivered}, which is after {as_of}"
            yield Found((*path, "deliveredDate"), message, "correct the date, or the day of the check (asOf)")
    for path, initiative, _ in context.items:
        start = initiative.start_date
        if start and start < as_of and initiative.status in (Status.PROPOSED, Status.PLANNED):
            yield Found(
                (*path, "startDate"),
                f"{initiative.id} was to start on {start}, before {as_of}, and is still {initiative.status.value}",
                "set its status to in-progress, or its startDate to a day to come",
            )
    yield from _future_observations(context)


def _future_observations(context: Context) -> Iterator[Found]:
    for path, kpi, _ in context.kpis:
        late = [index for index, seen in enumerate(kpi.observations) if seen.date > context.as_of]
        if late:
            others = f" ({counted(len(late), 'observation')} in all)" if late[1:] else ""
            at: Path = (*path, "observations", late[0], "date")
            day = kpi.observations[late[0]].date
            message = f"{kpi.id} was observed on {day}, which is after {context.as_of}{others}"
            yield Found(at, message, "correct the date, or the day of the check (asOf)")


RULES = (
    Rule(code="PG203", severity=Severity.WARNING, find=_outside_horizon),
    Rule(code="PG205", severity=Severity.WARNING, find=_overdue),
    Rule(code="PG206", severity=Severity.WARNING, find=_incomplete),
    Rule(code="PG207", severity=Severity.WARNING, find=_empty_themes),
    Rule(code="PG210", severity=Severity.WARNING, find=_finished_and_planned),
    Rule(code="PG212", severity=Severity.WARNING, find=_out_of_time),
)
