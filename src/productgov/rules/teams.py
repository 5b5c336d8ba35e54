"""The capacity of teams, and how effort and time are divided."""

from collections.abc import Iterator, Sequence
from itertools import islice
from math import fsum

from productgov.findings import Severity
from productgov.found import Found
from productgov.paths import Path
from productgov.ranking.load import LoadedPeriod, LoadedTeam, team_load
from productgov.rules.context import Context
from productgov.rules.plans import has_unknown_plan, serving
from productgov.rules.rule import Family, Rule
from productgov.wording import counted, distinct_texts, percent_text, quoted

__all__ = ["TEAMS", "sums_to_one"]

_FAR = 0.15
"""How far a share of the effort may be from its allocation."""
_KNOWN = 0.6
"""The share of the open items that must have an effort for the shares to mean something."""
_TOLERANCE = 0.005
_MOST_PERIODS = 24
"""For how many periods a team is said to be over its capacity: two years of months."""
_ROUNDING = 1e-9


def sums_to_one(shares: Sequence[float]) -> bool:
    """Whether shares sum to 1, but for rounding."""
    return abs(fsum(shares) - 1) <= _TOLERANCE + _ROUNDING


def _overloaded(context: Context) -> Iterator[Found]:
    if not any(team.capacity for team in context.governance.teams) or has_unknown_plan(context, "team"):
        return
    for index, team in enumerate(team_load(context.governance, context.as_of).teams):
        periods = ((number, period) for number, period in enumerate(team.periods) if period.last >= context.as_of)
        over = ((number, period) for number, period in periods if period.over)
        for number, period in islice(over, _MOST_PERIODS):
            yield _over(("teams", index, "capacity", number), team, period)


def _over(path: Path, team: LoadedTeam, period: LoadedPeriod) -> Found:
    load, capacity = distinct_texts(period.load, period.capacity.effort)
    missing = len(period.not_estimated)
    unknown = f"; {counted(missing, 'more item')} {'has' if missing == 1 else 'have'} no effort" if missing else ""
    return Found(
        path,
        f"{team.team.id} has {load} person-months to do in {period.capacity.period}, and a capacity of {capacity}: "
        f"it fits with a probability of {percent_text(period.p_fits)}{unknown}",
        "move an item to a later period, narrow it, or give the team more capacity",
    )


def _off_allocation(context: Context) -> Iterator[Found]:
    allocation = context.governance.roadmap.allocation
    if not allocation or context.has_unknown("pillar"):
        return
    load = team_load(context.governance, context.as_of)
    if load.known_share < _KNOWN - _ROUNDING:
        return
    served = {item.initiative.pillar for item in serving(context)}
    shares = {each.name: each.share for each in load.by_pillar}
    for index, each in enumerate(allocation):
        share = shares.get(each.pillar)
        if share is not None and each.pillar in served and abs(share - each.share) > _FAR + _ROUNDING:
            yield Found(
                ("roadmap", "allocation", index, "share"),
                f"{quoted(each.pillar)} is to get {percent_text(each.share)} of the effort, "
                f"and gets {percent_text(share)} of what is planned",
                "plan more of it or less, or correct the allocation",
            )


def _not_whole(context: Context) -> Iterator[Found]:
    allocation = [each.share for each in context.governance.roadmap.allocation]
    if allocation and not sums_to_one(allocation):
        yield _not_one(("roadmap", "allocation"), "the allocation", allocation)
    organization = context.governance.organization
    time = organization.time_allocation if organization else None
    shares = (time.customers, time.teams, time.executives, time.administration) if time else ()
    if time is not None and not sums_to_one(shares):
        yield _not_one(("organization", "timeAllocation"), "the time allocation", shares)


def _not_one(path: Path, what: str, shares: Sequence[float]) -> Found:
    total, _ = distinct_texts(fsum(shares), 1)
    return Found(path, f"the shares of {what} sum to {total}, not to 1", "correct the shares: 40 % is 0.4")


_PILLARS = {"strategicPillars": ["Calm", "Trust"]}
_PAYMENTS = {"timeHorizon": {"next": [{"id": "payments", "pillar": "Trust"}]}}


def _team(effort: float) -> dict[str, object]:
    blue = {"id": "blue", "name": "Blue", "capacity": [{"period": "2026-Q1", "effort": effort}]}
    return {"roadmap": {"timeHorizon": {"now": [{"id": "checkout", "team": "blue"}]}}, "teams": [blue]}


def _allocated(**shares: float) -> dict[str, object]:
    allocation = [{"pillar": pillar, "share": share} for pillar, share in shares.items()]
    return {"productVision": _PILLARS, "roadmap": {**_PAYMENTS, "allocation": allocation}}


TEAMS = Family(
    prefix="PG8",
    title="Teams",
    about="Work must fit the capacity of the teams, and effort and time must be divided as intended.",
    rules=(
        Rule(
            code="PG801",
            severity=Severity.WARNING,
            title="team over its capacity",
            meaning="""In a period that is not over, the open items of a team take more effort than it has. The effort
                of an item is spread evenly from its start to the day it is due. The finding says how likely it fits all
                the same, as efforts are uncertain, and how many items have no effort. Silent where PG701 applies to a
                team.""",
            why="""A plan that needs more than all the time there is fails everywhere at once, and nobody decides what
                is left out.""",
            bad=_team(1),
            good=_team(2),
            find=_overloaded,
        ),
        Rule(
            code="PG802",
            severity=Severity.INFO,
            title="effort off its allocation",
            meaning="""The share of a pillar in the effort of the open items is more than 15 points off its allocation.
                Silent while less than 60 % of the open items have an effort, and where PG105 or PG601 applies.""",
            why="Where the effort goes is the strategy, whatever the document says (Rumelt, 2011).",
            bad=_allocated(Calm=1),
            good=_allocated(Calm=0.6, Trust=0.4),
            find=_off_allocation,
        ),
        Rule(
            code="PG803",
            severity=Severity.WARNING,
            title="shares that do not sum to 1",
            meaning="""The shares of roadmap.allocation, or of organization.timeAllocation, do not sum to 1; a
                difference of 0.005 is allowed.""",
            why="Something is missing or counted twice, and every comparison with these shares is wrong.",
            bad=_allocated(Calm=0.6, Trust=0.6),
            good=_allocated(Calm=0.6, Trust=0.4),
            find=_not_whole,
        ),
    ),
)
