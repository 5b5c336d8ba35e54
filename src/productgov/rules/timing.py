"""Horizons, dates and statuses that must fit each other and the day of the check."""

from collections.abc import Callable, Iterator
from datetime import timedelta

from productgov.analysis.horizons import Window, horizon_in, windows_of
from productgov.findings import Severity
from productgov.found import Common, Found
from productgov.model.initiative import Initiative, Status
from productgov.model.roadmap import Horizon
from productgov.paths import Path
from productgov.rules.alike import folded
from productgov.rules.context import Context
from productgov.rules.rule import Family, Rule
from productgov.wording import counted, quoted

__all__ = ["TIMING"]


def _outside_horizon(context: Context) -> Iterator[Found]:
    windows = windows_of(context.governance, context.as_of)
    for path, initiative, horizon in context.items:
        dates = [day for day in (initiative.start_date, initiative.target_date) if day]
        if not dates or horizon is None:
            continue
        first, last = (max(day, context.as_of) for day in (dates[0], dates[-1]))
        begin, end = windows[horizon]
        if (end is None or first < end) and last >= begin:
            continue
        found = horizon_in(windows, last if last < begin else first)
        field = "targetDate" if initiative.target_date else "startDate"
        yield Found(
            (*path, field),
            f"{initiative.id} is in {horizon.value} ({_days(windows[horizon])}), but {_span(initiative)}, "
            f"which is in {found.value}",
            f"move it to {found.value}, or correct its dates"
            if found is not Horizon.FUTURE
            else "make it a vision in future, or correct its dates",
        )


def _days(days: Window) -> str:
    return f"{days.start} to {days.end - timedelta(days=1)}" if days.end else f"from {days.start}"


def _span(initiative: Initiative) -> str:
    start, target = initiative.start_date, initiative.target_date
    if start and target:
        return f"runs from {start} to {target}"
    return f"is due on {target}" if target else f"starts on {start}"


def _overdue(context: Context) -> Iterator[Found]:
    for path, initiative, _ in context.items:
        due = initiative.target_date
        if due and due < context.as_of:
            late = counted((context.as_of - due).days, "day")
            yield Found(
                (*path, "targetDate"),
                f"{initiative.id} was due on {due}, {late} before {context.as_of}, "
                f"and is still {initiative.status.value}",
                "set a new targetDate (committedDate keeps the first promise), or mark it done or dropped",
            )


_NEEDED: tuple[tuple[Horizon, str, Callable[[Initiative], object], str], ...] = (
    (Horizon.NOW, "owner", lambda one: one.owner, "add the owner, who answers for it"),
    (Horizon.NOW, "due day", lambda one: one.due(), "add a targetDate or a targetPeriod, or move it to next"),
    (Horizon.LATER, "theme", lambda one: one.theme, "add the theme: the problem that it is meant to solve"),
)
"""What an item of a horizon needs: how to find it, and what to do where it is missing."""


def _incomplete(context: Context) -> Iterator[Found]:
    uses_themes = bool(context.governance.roadmap.themes)
    for horizon, name, given, hint in _NEEDED:
        items = [item for item in context.items if item.horizon is horizon]
        for path, initiative, _ in items if name != "theme" or uses_themes else ():
            if given(initiative) is None:
                message = f"{initiative.id} is in {horizon.value} but has no {name}"
                column, what = f"open items in {horizon.value}", f"have no {name}"
                common = Common(list=column, total=len(items), what=what, name=initiative.id)
                yield Found(path, message, hint, common=common)


def _unused_themes(context: Context) -> Iterator[Found]:
    visions = context.governance.roadmap.time_horizon.future
    if context.has_unknown("theme") or not (context.initiatives or visions):
        return
    used = {folded(theme) for theme in _themes(context) if theme}
    finished = {item.initiative.theme for item in context.initiatives if not item.is_open}
    for index, theme in enumerate(context.governance.roadmap.themes):
        if folded(theme) not in used:
            yield Found(
                ("roadmap", "themes", index),
                f"no open item has the theme {quoted(theme)}",
                "everything planned for it is finished: plan what comes next, or remove it from this list"
                if theme in finished
                else "plan an item for it, or remove it from this list",
            )


def _themes(context: Context) -> Iterator[str | None]:
    """The themes of the open items and of the visions."""
    yield from (item.initiative.theme for item in context.items)
    yield from (vision.theme for vision in context.governance.roadmap.time_horizon.future)


def _finished_but_planned(context: Context) -> Iterator[Found]:
    for path, initiative, horizon in context.initiatives:
        if (horizon is Horizon.NEXT or horizon is Horizon.LATER) and initiative.status.finished:
            yield Found(
                (*path, "status"),
                f"{initiative.id} is {initiative.status.value} but still in {horizon.value}",
                "move it to roadmap.delivered, the record of what is done or dropped",
            )


def _misdated(context: Context) -> Iterator[Found]:
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
                f"{initiative.id} was due to start on {start}, before {as_of}, and is still {initiative.status.value}",
                "set its status to in-progress, or its startDate to a later day",
                common=Common(
                    list="open items",
                    total=len(context.items),
                    what=f"were due to start before {as_of} and are still proposed or planned",
                    name=initiative.id,
                ),
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


_THEMES = ["Fewer meetings", "Work from anywhere"]
_OFFLINE = {"id": "offline", "title": "A plan without a network", "theme": "Work from anywhere"}


def _item(horizon: str, id: str, **fields: str) -> dict[str, object]:
    return {"roadmap": {"timeHorizon": {horizon: [{"id": id, **fields}]}}}


TIMING = Family(
    prefix="PG2",
    title="Timing",
    about="Horizons, dates and statuses must fit each other and the day of the check.",
    rules=(
        Rule(
            code="PG203",
            severity=Severity.WARNING,
            title="dates outside the horizon",
            meaning="""The span from startDate to targetDate (or the one that is given) does not overlap the item's
                horizon, counted in months from the day of the check: now 0 to 3, next 3 to 6, later 6 to 12. Days that
                have passed count as that day.""",
            why="""Dates and columns drift apart as time passes: of 697 items in development on a large public roadmap,
                324 were past their month. One of the two is out of date.""",
            bad=_item("next", "payments", targetDate="2026-12-01"),
            good=_item("next", "payments", targetDate="2026-07-01"),
            find=_outside_horizon,
        ),
        Rule(
            code="PG205",
            severity=Severity.WARNING,
            title="overdue",
            meaning="An item that is neither done nor dropped was due before the day of the check.",
            why="""Nobody trusts a roadmap with dates that have passed. committedDate keeps the first promise when
                targetDate moves.""",
            bad=_item("now", "checkout", targetDate="2026-02-15"),
            good=_item("now", "checkout", committedDate="2026-02-15", targetDate="2026-03-31"),
            find=_overdue,
        ),
        Rule(
            code="PG206",
            severity=Severity.WARNING,
            title="incomplete for its horizon",
            meaning="""Open items in now have no owner, or no due day: no targetDate, targetPeriod, committedDate or
                deadline. Open items in later have no theme; silent where roadmap.themes is empty. What several items
                lack is one finding.""",
            why="""Precision should grow as work comes closer (Bastow's cone of uncertainty): now is a commitment and
                needs a name and a day, later needs only the problem.""",
            bad=_item("later", "archive", title="Keep old plans"),
            good=_item("later", "archive", title="Keep old plans", theme="Fewer meetings"),
            find=_incomplete,
        ),
        Rule(
            code="PG207",
            severity=Severity.WARNING,
            title="theme without an item",
            meaning="""No open item and no vision has a theme that roadmap.themes lists. Silent on an empty roadmap, and
                where PG104 applies.""",
            why="The theme is a promise (McCarthy and Spool, 2017), and nothing on the roadmap keeps it.",
            bad={"roadmap": {"themes": _THEMES}},
            good={"roadmap": {"themes": _THEMES, "timeHorizon": {"future": [_OFFLINE]}}},
            find=_unused_themes,
        ),
        Rule(
            code="PG210",
            severity=Severity.WARNING,
            title="finished but still planned",
            meaning="An initiative in next or later is done or dropped. In now it may stay for the quarter.",
            why="What is finished takes space and attention from what comes next.",
            bad=_item("next", "ledger", title="A ledger for payments", status="dropped"),
            good={"roadmap": {"delivered": [{"id": "ledger", "title": "A ledger for payments", "status": "dropped"}]}},
            find=_finished_but_planned,
        ),
        Rule(
            code="PG212",
            severity=Severity.WARNING,
            title="date does not fit the day of the check",
            meaning="""Something was delivered or observed after the day of the check, or an item is still planned or
                proposed although its start date has passed.""",
            why="The document and the day disagree: a typing error, or a status that nobody has updated.",
            bad=_item("now", "checkout", status="planned", startDate="2026-02-02"),
            good=_item("now", "checkout", status="in-progress", startDate="2026-02-02"),
            find=_misdated,
        ),
    ),
)
