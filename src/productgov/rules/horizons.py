"""What each column of the roadmap needs, and what does not belong in it."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from productgov.analysis.horizons import Window, add_months, horizon_in, windows_of
from productgov.findings import Severity
from productgov.found import Common, Found
from productgov.model.initiative import Initiative, Status
from productgov.model.roadmap import Horizon
from productgov.rules.alike import folded
from productgov.rules.context import Context
from productgov.rules.due import Due
from productgov.rules.roadmap_examples import with_item
from productgov.rules.rule import Family, Rule
from productgov.wording import quoted

__all__ = ["HORIZONS"]

_KEPT_IN_NOW = 3
"""For how many months after its delivery an initiative may stay in now."""


def _outside_horizon(context: Context) -> Iterator[Found]:
    windows = windows_of(context.governance, context.as_of)
    for path, initiative, horizon in context.items:
        due, start = context.due(initiative), initiative.start_date
        days = [day for day in (start, due and due.first, due and due.last) if day]
        if not days or horizon is None or context.is_overdue(initiative):
            continue
        first, last = max(min(days), context.as_of), max(*days, context.as_of)
        begin, end = windows[horizon]
        if (end is None or first < end) and last >= begin:
            continue
        found = horizon_in(windows, last if last < begin else first)
        column, span = f"{horizon.value} ({_days(windows[horizon])})", _span(start, due)
        yield Found(
            (*path, *(due.path if due else ("startDate",))),
            f"{initiative.id} is in {column}, but {span}, which is in {found.value}",
            f"move it to {found.value}, or correct its dates"
            if found is not Horizon.FUTURE
            else "make it a vision in future, or correct its dates",
        )


def _days(days: Window) -> str:
    return f"{days.start} to {days.end - timedelta(days=1)}" if days.end else f"from {days.start}"


def _span(start: date | None, due: Due | None) -> str:
    if start and due:
        return f"runs from {start} to {due.last}"
    return f"is due {due.text}" if due else f"starts on {start}"


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
    used = {folded(theme) for theme in set(_themes(context)) if theme}
    finished = {item.initiative.theme for item in context.initiatives if not item.is_open}
    for index, theme in enumerate(context.governance.roadmap.themes):
        key = folded(theme)
        if key not in used:
            used.add(key)
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
        if horizon is not None and initiative.status.finished and (why := _why_too_long(context, initiative, horizon)):
            yield Found(
                (*path, "status"),
                f"{initiative.id} {why} in {horizon.value}",
                "move it to roadmap.delivered, the record of what is done or dropped",
            )


def _why_too_long(context: Context, initiative: Initiative, horizon: Horizon) -> str:
    """Why what is finished may not stay in a horizon, in words; empty where it may."""
    if horizon is not Horizon.NOW or initiative.status is Status.DROPPED:
        return f"is {initiative.status.value} but still"
    delivered = initiative.delivered_date
    if delivered and add_months(delivered, _KEPT_IN_NOW) < context.as_of:
        return f"was delivered on {delivered}, more than {_KEPT_IN_NOW} months before {context.as_of}, and is still"
    return ""


_THEMES = ["Fewer meetings", "Work from anywhere"]
_OFFLINE = {"id": "offline", "title": "A plan without a network", "theme": "Work from anywhere"}


HORIZONS = Family(
    prefix="PG2",
    title="Horizons",
    about="What each column of the roadmap needs, and what does not belong in it.",
    rules=(
        Rule(
            code="PG203",
            severity=Severity.WARNING,
            title="dates outside the horizon",
            meaning="""The span from startDate to the due day (or the one that is given) does not meet the item's
                horizon. With a targetPeriod, this holds for each of its days. The horizons are counted in months from
                the day of the check, now 0 to 3, next 3 to 6, later 6 to 12, or in fiscal quarters, as roadmap.windows
                says. Days that have passed count as that day. Silent for what is overdue (PG205, PG219).""",
            why="""Dates and columns drift apart as time passes: of 697 items in development on a large public roadmap,
                324 were past their month. One of the two is out of date.""",
            bad=with_item("next", "payments", targetDate="2026-12-01"),
            good=with_item("next", "payments", targetDate="2026-07-01"),
            find=_outside_horizon,
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
            bad=with_item("later", "archive", title="Keep old plans"),
            good=with_item("later", "archive", title="Keep old plans", theme="Fewer meetings"),
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
            meaning="""An initiative in next or later is done, or was delivered more than three months ago and is still
                in now; or a dropped one is in any of the three.""",
            why="What is finished takes space and attention from what comes next.",
            bad=with_item("next", "ledger", title="A ledger for payments", status="dropped"),
            good={"roadmap": {"delivered": [{"id": "ledger", "title": "A ledger for payments", "status": "dropped"}]}},
            find=_finished_but_planned,
        ),
    ),
)
