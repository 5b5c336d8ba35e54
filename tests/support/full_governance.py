"""A governance with something in every table, for the tests of tables and what shows them."""

from datetime import date

import attrs

from productgov import (
    KPI,
    Bounds,
    Capacity,
    CheckIn,
    Deadline,
    DeadlineKind,
    Decision,
    DecisionVerdict,
    Dependency,
    Estimate,
    Extensions,
    External,
    Health,
    Initiative,
    KeyResult,
    Link,
    Objective,
    Observation,
    Outcome,
    OutcomeVerdict,
    Period,
    ProductGovernance,
    Review,
    Rice,
    Roadmap,
    Role,
    Scoring,
    Status,
    Target,
    Team,
    TeamEffort,
    TimeHorizon,
    Vision,
)
from tests.support.governances import governance

__all__ = ["FULL"]

_ANA = Role(title="Product Manager", name="Ana", email="ana@example.com")
_REVIEW = Review(frequency="monthly", participants=(_ANA,), starts_on=date(2026, 1, 5), agenda=("Metrics",))
_SIGN_UP = Initiative(
    id="sign-up",
    title="Sign up in one step",
    owner=_ANA,
    team="web",
    efforts=(TeamEffort(team="web", effort=Estimate(low=1, likely=2, high=4)), TeamEffort(team="ops", effort=1)),
    pillar="Calm",
    objectives=("more-teams",),
    status=Status.IN_PROGRESS,
    start_date=date(2026, 2, 2),
    target_period=Period("2026-Q1"),
    deadline=Deadline(date=date(2026, 6, 30), kind=DeadlineKind.CONTRACT),
    metrics=("weekly-teams",),
    guardrails=("errors",),
    scoring=Scoring(rice=Rice(reach=Estimate(low=100, likely=200, high=400), impact=1, confidence=0.5)),
    check_ins=(
        CheckIn(date=date(2026, 2, 20), health=Health.AT_RISK, note="A test is missing."),
        CheckIn(date=date(2026, 2, 10), health=Health.ON_TRACK),
        CheckIn(date=date(2026, 4, 1), health=Health.OFF_TRACK),
    ),
    tags=("web", "=growth"),
    links=(Link(title="The ticket", url="https://example.com/1"),),
    extensions=Extensions({"x-cost": {"eur": 1}}),
)
_SEARCH = Initiative(id="search", title="Search", check_ins=(CheckIn(date=date(2026, 1, 1), confidence=0.5),))
_DONE = Initiative(
    id="invoices",
    title="Invoices",
    status=Status.DONE,
    committed_date=date(2026, 1, 10),
    delivered_date=date(2026, 1, 20),
    outcome=Outcome(date=date(2026, 2, 20), verdict=OutcomeVerdict.PARTLY),
)
_TEAMS = KPI(
    id="weekly-teams",
    name="Weekly teams",
    baseline=100,
    target=Target(value=200, by=date(2026, 12, 31)),
    observations=(
        Observation(date=date(2026, 1, 31), value=110),
        Observation(date=date(2026, 2, 28), value=125.5, note="After the fair"),
        Observation(date=date(2026, 3, 31), value=150),
    ),
)
_ERRORS = KPI(id="errors", name="Errors", bounds=Bounds(max=5), influences=("weekly-teams",))
_OBJECTIVE = Objective(
    id="more-teams",
    title="More teams",
    period=Period("2026-Q1"),
    owner=_ANA,
    key_results=(
        KeyResult(id="teams", kpi="weekly-teams", to=150),
        KeyResult(id="nps", from_=10, to=30, observations=(Observation(date=date(2026, 2, 1), value=15),)),
        KeyResult(id="launch", milestone="Launched", check_ins=(CheckIn(date=date(2026, 2, 3), confidence=0.8),)),
    ),
    check_ins=(CheckIn(date=date(2026, 2, 2), confidence=0.4, author=_ANA),),
)
_BASE = governance(
    outputs=(_TEAMS,), guardrails=(_ERRORS,), product_review=_REVIEW, strategy_review=_REVIEW, portfolio_review=_REVIEW
)

FULL: ProductGovernance = attrs.evolve(
    _BASE,
    roadmap=Roadmap(
        time_horizon=TimeHorizon(
            now=(_SIGN_UP,), later=(_SEARCH,), future=(Vision(id="quiet", title="Quiet", signals=("Calls fall",)),)
        ),
        backlog=(Initiative(id="export", title="Export"),),
        delivered=(_DONE,),
        dependencies=(Dependency(from_="search", to="legal", reason="They must say yes."),),
        externals=(
            External(id="legal", title="Legal opinion", check_ins=(CheckIn(date=date(2026, 2, 4), confidence=1),)),
        ),
    ),
    objectives=(_OBJECTIVE,),
    teams=(Team(id="web", name="Web", lead=_ANA, capacity=(Capacity(period=Period("2026-Q1"), effort=3),)),),
    decisions=(
        Decision(
            id="d1",
            date=date(2026, 2, 15),
            subjects=("search", "export"),
            verdict=DecisionVerdict.PAUSE,
            reason="Sign-up first.",
        ),
    ),
)
"""What it says, it says on 1 March 2026."""
