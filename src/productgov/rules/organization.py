"""The organization beside what is usual."""

from collections.abc import Iterator

from productgov.findings import Severity
from productgov.found import Found
from productgov.model.organization import Organization
from productgov.rules.context import Context
from productgov.rules.role_values import ENGINEERS_PER_MANAGER, LADDER, PHASES, TIME
from productgov.rules.rule import Family, Rule
from productgov.rules.teams import sums_to_one
from productgov.wording import counted, listed, number_text, percent_text, quoted

__all__ = ["ORGANIZATION"]

_FAR = 0.1
"""How far a share of the time may be from what is usual."""
_ROUNDING = 1e-9


def _time(context: Context) -> Iterator[Found]:
    organization = context.governance.organization
    time = organization.time_allocation if organization else None
    if time is None:
        return
    shares = {name: float(getattr(time, name)) for name in TIME}
    far = [
        f"{name} {percent_text(shares[name])} instead of {percent_text(usual)}"
        for name, usual in TIME.items()
        if abs(shares[name] - usual) > _FAR + _ROUNDING
    ]
    if far and sums_to_one(tuple(shares.values())):
        yield Found(
            ("organization", "timeAllocation"),
            f"the time is divided in another way than by the most effective leaders: {listed(far)}",
            "move time towards customers and teams, or ignore this with the reason",
        )


def _size(context: Context) -> Iterator[Found]:
    organization = context.governance.organization
    if organization is not None:
        yield from _ratio(organization)
        yield from _level(organization)


def _ratio(organization: Organization) -> Iterator[Found]:
    headcount = organization.headcount
    managers = headcount.product_managers if headcount else None
    engineers = headcount.engineers if headcount else None
    if managers is None or engineers is None or managers == engineers == 0:
        return
    each = engineers / managers if managers else None
    if each is None or each not in ENGINEERS_PER_MANAGER:
        there_are = f"{counted(engineers, 'engineer')} and no product manager"
        if each is not None:
            there_are = f"{number_text(each)} engineers for each product manager"
        yield Found(
            ("organization", "headcount"),
            f"there are {there_are}; usual are {ENGINEERS_PER_MANAGER}",
            "hire, or move people; or ignore this with the reason",
        )


def _level(organization: Organization) -> Iterator[Found]:
    level, employees = organization.level, organization.employees
    if level is None or employees is None or employees in LADDER[level]:
        return
    usual = [other.value for other, sizes in LADDER.items() if employees in sizes]
    instead = f"; usual for {employees} is {listed(usual, 'or')}" if usual else ""
    yield Found(
        ("organization", "level"),
        f"the level {level.value} is usual in companies with {LADDER[level]} employees, not {employees}{instead}",
        "correct the level or the number, or ignore this with the reason",
    )


def _late_phases(context: Context) -> Iterator[Found]:
    plan = context.governance.organization.plan if context.governance.organization else None
    if plan is None:
        return
    for phase, lasts in PHASES.items():
        end = lasts.after(plan.start_date)
        missing = [
            (index, step)
            for index, step in enumerate(plan.steps)
            if step.phase is phase and (step.done_on is None or step.done_on > context.as_of)
        ]
        if missing and end < context.as_of:
            steps = listed([quoted(step.title) for _, step in missing])
            yield Found(
                ("organization", "plan", "steps", missing[0][0]),
                f"{phase.value} was to end on {end}, and {counted(len(missing), 'step')} of it "
                f"{'is' if len(missing) == 1 else 'are'} not done: {steps}",
                "set doneOn where it is done, or take the step out of the plan",
            )


def _organization(**fields: object) -> dict[str, object]:
    return {"organization": fields}


def _time_of(customers: float, administration: float) -> dict[str, object]:
    shares = {"customers": customers, "teams": 0.3, "executives": 0.2, "administration": administration}
    return _organization(timeAllocation=shares)


def _plan(**step: str) -> dict[str, object]:
    first = {"phase": "listening", "title": "Talk to twenty customers", **step}
    return _organization(plan={"startDate": "2026-01-05", "steps": [first]})


ORGANIZATION = Family(
    prefix="PG9",
    title="Organization",
    about="The organization beside what is usual for the person who leads product.",
    rules=(
        Rule(
            code="PG906",
            severity=Severity.INFO,
            title="time divided in an unusual way",
            meaning="""A share of organization.timeAllocation is more than 10 points off what the most effective leaders
                do: customers 40 %, teams 30 %, executives 20 %, administration 10 %. Silent where PG803 applies.""",
            why="Who leads product without customers leads it by opinions.",
            bad=_time_of(0.25, 0.25),
            good=_time_of(0.35, 0.15),
            find=_time,
        ),
        Rule(
            code="PG907",
            severity=Severity.INFO,
            title="size of the organization out of line",
            meaning="""There are fewer than 6 or more than 8 engineers for each product manager; or the level of the
                leader is not usual for the number of employees: head 20 to 100, vp 100 to 500, cpo 200 or more.""",
            why="""With too many engineers a product manager writes tickets all day; with too few, several compete for
                one team.""",
            bad=_organization(headcount={"productManagers": 2, "engineers": 30}),
            good=_organization(headcount={"productManagers": 4, "engineers": 30}),
            find=_size,
        ),
        Rule(
            code="PG908",
            severity=Severity.INFO,
            title="phase of the plan not finished in time",
            meaning="""The days of a phase are over, and steps of it are not done. Counted from startDate, listening
                ends after 30 days, diagnosis after 60, vision after 90, structuring after 6 months, optimization after
                12.""",
            why="What is not done in the first months is rarely done later: then the urgent takes over.",
            bad=_plan(),
            good=_plan(doneOn="2026-02-03"),
            find=_late_phases,
        ),
    ),
)
