"""Objectives and key results that must fit each other, their metrics and the day."""

from collections.abc import Iterator, Mapping
from datetime import date

from productgov.analysis.by_id import first_by_id
from productgov.analysis.graph import cycles, reachable
from productgov.analysis.objectives import MeasuredObjective, objective_progress
from productgov.findings import Severity
from productgov.found import Found
from productgov.model.metrics import KPI, Direction
from productgov.model.objectives import KeyResult, Objective
from productgov.model.targets import Target
from productgov.rules.context import Context
from productgov.rules.placed import PlacedObjective
from productgov.rules.plans import has_unknown_plan, serving
from productgov.rules.rule import Family, Rule
from productgov.wording import counted, listed, number_text, percent_text, quoted

__all__ = ["OBJECTIVES"]

_DAYS_TO_GRADE = 14


def _circular(context: Context) -> Iterator[Found]:
    placed = _by_id(context)
    parents: dict[str, list[str]] = {}
    for name, each in placed.items():
        parent = each.objective.parent
        parents[name] = [parent] if parent is not None and parent in placed else []
    for name, (path, objective) in placed.items():
        if objective.parent == name:
            yield Found((*path, "parent"), f"{name} is its own parent", "remove the parent, or name another objective")
    for cycle in cycles(parents):
        yield Found(
            (*placed[cycle.members[0]].path, "parent"),
            f"objectives contribute to each other in a circle: {' → '.join((*cycle.path, cycle.path[0]))}",
            "remove one of these parents",
        )


def _outside_period(context: Context) -> Iterator[Found]:
    start, placed = context.governance.fiscal_year_start, _by_id(context)
    for each in context.objectives:
        path, objective = each
        period = objective.period
        parent = placed.get(objective.parent) if objective.parent else None
        if parent is not None and not parent.objective.period.contains(period, start):
            yield Found(
                (*path, "period"),
                f"{objective.id} is for {_days(objective, start)}, which is not within "
                f"{_days(parent.objective, start)}, the period of {parent.objective.id}, its parent",
                "correct one of the two periods, or the parent",
            )
        for at, key_result in each.key_results:
            if key_result.by is not None and not period.contains(key_result.by, start):
                yield Found(
                    (*at, "by"),
                    f"{key_result.id} is to be reached by {key_result.by}, outside {_days(objective, start)}, "
                    f"the period of {objective.id}",
                    "correct the day, or leave it out: then it is the last day of the period",
                )


def _days(objective: Objective, fiscal_year_start: int) -> str:
    period = objective.period
    return f"{period} ({period.first(fiscal_year_start)} to {period.last(fiscal_year_start)})"


def _against_direction(context: Context) -> Iterator[Found]:
    for each in context.objectives:
        for path, key_result in each.key_results:
            placed = context.kpi_by_id.get(key_result.kpi) if key_result.kpi else None
            ends = _ends(key_result, placed.kpi) if placed else None
            if placed is None or ends is None:
                continue
            start, goal = ends
            direction = placed.kpi.direction
            if (direction is Direction.INCREASE and goal < start) or (direction is Direction.DECREASE and goal > start):
                yield Found(
                    (*path, "from" if key_result.to is None else "to"),
                    f"{key_result.id} goes from {number_text(start)} to {number_text(goal)}, "
                    f"but {quoted(placed.kpi.name)} should {direction.value}",
                    "correct the value, or the direction of the KPI",
                )


def _ends(key_result: KeyResult, kpi: KPI) -> tuple[float, float] | None:
    """Where a key result starts and ends; None where it says neither itself, or one of the two is not known."""
    start = kpi.baseline if key_result.from_ is None else key_result.from_
    target = Target(value=key_result.to) if key_result.to is not None else kpi.target_on(date.max)
    said = key_result.from_ is not None or key_result.to is not None
    return (start, target.value) if said and start is not None and target is not None else None


def _ungraded(context: Context) -> Iterator[Found]:
    start, placed = context.governance.fiscal_year_start, context.objectives
    over = [each.objective.grade is None and _last(each, start) < context.as_of for each in placed]
    if not any(over):
        return
    measured = objective_progress(context.governance, context.as_of).objectives
    for each, one, is_over in zip(placed, measured, over, strict=True):
        if is_over:
            ended = _last(each, start)
            recent = (context.as_of - ended).days <= _DAYS_TO_GRADE
            yield Found(
                each.path,
                f"{each.objective.id} has no grade, though its period {each.objective.period} ended on {ended}; "
                f"{_reached(one)}",
                "grade it: grade: {value: 0.7, reason: …}, with what was learned",
                severity=Severity.INFO if recent else Severity.WARNING,
            )


def _last(placed: PlacedObjective, fiscal_year_start: int) -> date:
    return placed.objective.period.last(fiscal_year_start)


def _reached(measured: MeasuredObjective) -> str:
    if measured.progress is None:
        return "how far it came is not known"
    known = "" if measured.known_share == 1 else f", with {percent_text(measured.known_share)} of it known"
    parts = "its key results" if measured.key_results else "what contributes to it"
    return f"{parts} reached {percent_text(measured.progress)}{known}"


def _unserved(context: Context) -> Iterator[Found]:
    if not context.initiatives or not context.governance.objectives or has_unknown_plan(context, "objective"):
        return
    start = context.governance.fiscal_year_start
    named = dict.fromkeys(name for item in serving(context) for name in item.initiative.objectives)
    above: dict[str, list[str]] = {}
    for each in context.governance.objectives:
        for key_result in each.key_results:
            above.setdefault(key_result.id, []).append(each.id)
        if each.parent is not None:
            above.setdefault(each.id, []).append(each.parent)
    served = frozenset(reachable(above, named))
    current = [
        placed
        for placed in context.objectives
        if placed.objective.grade is None and placed.objective.period.contains(context.as_of, start)
    ]
    if current[1:] and not named:
        names = listed([placed.objective.id for placed in current])
        number = counted(len(current), "objective")
        yield _not_served(current[0], f"no initiative names any of the {number} of the current period: {names}")
        return
    for placed in current:
        objective = placed.objective
        if objective.id not in served:
            yield _not_served(placed, f"no initiative serves {objective.id}: {quoted(objective.title)}")


def _not_served(placed: PlacedObjective, message: str) -> Found:
    hint = "name it, or one of its key results, in the objectives of the initiatives that serve it"
    return Found(placed.path, message, hint)


def _unmeasured(context: Context) -> Iterator[Found]:
    parents = {objective.parent for objective in context.governance.objectives}
    start = context.governance.fiscal_year_start
    for placed in context.objectives:
        path, objective = placed
        finished = objective.grade is not None or _last(placed, start) < context.as_of
        if not objective.key_results and objective.id not in parents and not finished:
            yield Found(
                path,
                f"{objective.id} has no key result, and no objective contributes to it",
                "add a key result: a number to reach, a range to keep, or a milestone",
            )


def _by_id(context: Context) -> Mapping[str, PlacedObjective]:
    return first_by_id((placed.objective.id, placed) for placed in context.objectives)


_SERVED = {"timeHorizon": {"now": [{"id": "checkout", "objectives": ["calm"]}]}}


def _goal(id: str = "calm", **fields: object) -> dict[str, object]:
    return {
        "id": id,
        "title": "Mornings without meetings",
        "period": "2026-Q1",
        "keyResults": [{"id": f"{id}-teams", "kpi": "weekly-teams"}],
        **fields,
    }


def _goals(*objectives: dict[str, object]) -> dict[str, object]:
    return {"roadmap": _SERVED, "objectives": list(objectives)}


_YEAR = _goal("year", period="2026")

OBJECTIVES = Family(
    prefix="PG7",
    title="Objectives",
    about="Objectives and key results must fit each other, their metrics and the day of the check.",
    rules=(
        Rule(
            code="PG702",
            severity=Severity.ERROR,
            title="objectives in a circle",
            meaning="The parents of objectives form a circle, or an objective is its own parent.",
            why="Where all contribute to each other, nothing says what they are for.",
            bad=_goals(_goal(parent="year"), _goal("year", parent="calm")),
            good=_goals(_goal(parent="year"), _YEAR),
            find=_circular,
        ),
        Rule(
            code="PG703",
            severity=Severity.WARNING,
            title="outside the period it belongs to",
            meaning="""The period of an objective is not within that of its parent, or the day of a key result is not
                within the period of its objective. The days of fiscal periods count.""",
            why="What ends after its goal cannot contribute to it.",
            bad=_goals(_goal(parent="year"), _goal("year", period="2026-H2")),
            good=_goals(_goal(parent="year"), _YEAR),
            find=_outside_period,
        ),
        Rule(
            code="PG704",
            severity=Severity.ERROR,
            title="key result against the direction of its KPI",
            meaning="""A key result is to decrease a KPI whose direction is increase, or the other way round. What it
                does not say itself, it takes from the KPI. Never for KPIs to be maintained.""",
            why="The objective would be reached by making the metric worse.",
            bad=_goals(_goal(keyResults=[{"id": "start", "kpi": "activation", "to": 25}])),
            good=_goals(_goal(keyResults=[{"id": "start", "kpi": "activation", "to": 35}])),
            find=_against_direction,
        ),
        Rule(
            code="PG705",
            severity=Severity.WARNING,
            title="objective without a grade",
            meaning="""The period of an objective is over, and it has no grade. For the first 14 days it is only an
                info. The finding says how far its key results came.""",
            why="""Grading is where a team learns: which goals were too easy, which were dropped, and why (Doerr,
                Measure What Matters, 2018).""",
            bad=_goals(_goal(period="2025-Q4")),
            good=_goals(_goal(period="2025-Q4", grade={"value": 0.6, "reason": "Two of three pilots stayed."})),
            find=_ungraded,
        ),
        Rule(
            code="PG706",
            severity=Severity.INFO,
            title="objective that no initiative serves",
            meaning="""No open or done initiative names an objective of the current period, one of its key results, or
                an objective that contributes to it. Said once where no initiative names any. Silent on an empty
                roadmap, when it is graded, and where PG701 applies to an objective.""",
            why="""A goal without work is a wish (Rumelt, Good Strategy Bad Strategy, 2011); or the work is there and
                nobody says what it is for.""",
            bad={"objectives": [_goal()]},
            good=_goals(_goal()),
            find=_unserved,
        ),
        Rule(
            code="PG707",
            severity=Severity.INFO,
            title="objective without a key result",
            meaning="""An objective has no key result, and no other objective contributes to it. Silent when it is
                graded or its period is over.""",
            why="Without a key result nobody can say whether it is reached (Grove, High Output Management, 1983).",
            bad=_goals(_goal(keyResults=[])),
            good=_goals(_goal()),
            find=_unmeasured,
        ),
    ),
)
