"""The tables of those who work and decide: reviews, participants, check-ins, teams, capacity and decisions."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from productgov.model.check_ins import CheckIn
from productgov.model.decisions import Decision
from productgov.model.people import Role
from productgov.model.reviews import Review
from productgov.model.teams import Capacity, Team
from productgov.ranking.subjects import subjects_of
from productgov.tables.flat import Flat
from productgov.tables.source import Facts, as_of_column, extra, source

__all__ = ["CAPACITY", "CHECK_INS", "DECISIONS", "PARTICIPANTS", "REVIEWS", "TEAMS"]


class _Reviewed(NamedTuple):
    """A review, what it is about, and the day to look from."""

    kind: str
    review: Review
    as_of: date


class _Participant(NamedTuple):
    """Someone who takes part in a review."""

    kind: str
    role: Role


class _Checked(NamedTuple):
    """A check-in, and the id of what it is on."""

    check_in: CheckIn
    initiative: str | None = None
    external: str | None = None
    objective: str | None = None
    key_result: str | None = None


class _Available(NamedTuple):
    """What a team can do in a period, and its days."""

    team: str
    capacity: Capacity
    first: date
    last: date


def _reviews(facts: Facts) -> Iterator[_Reviewed]:
    for kind, review in facts.governance.reviews.named():
        yield _Reviewed(kind.value, review, facts.as_of)


def _participants(facts: Facts) -> Iterator[_Participant]:
    for kind, review in facts.governance.reviews.named():
        for role in review.participants:
            yield _Participant(kind.value, role)


def _check_ins(facts: Facts) -> Iterator[_Checked]:
    governance = facts.governance
    for initiative, _ in subjects_of(governance):
        for check_in in initiative.check_ins:
            yield _Checked(check_in, initiative=initiative.id)
    for external in governance.roadmap.externals:
        for check_in in external.check_ins:
            yield _Checked(check_in, external=external.id)
    for objective in governance.objectives:
        for check_in in objective.check_ins:
            yield _Checked(check_in, objective=objective.id)
        for key_result in objective.key_results:
            for check_in in key_result.check_ins:
                yield _Checked(check_in, key_result=key_result.id)


def _capacity(facts: Facts) -> Iterator[_Available]:
    start = facts.governance.fiscal_year_start
    for team in facts.governance.teams:
        for capacity in team.capacity:
            yield _Available(team.id, capacity, capacity.period.first(start), capacity.period.last(start))


REVIEWS = source(
    "reviews",
    "The three reviews: product, strategy and portfolio.",
    _reviews,
    flat=Flat(cls=Review, apart=frozenset({"participants"})),
    held=lambda row: row.review,
    before=(extra("review", "text", "What is reviewed: product, strategy or portfolio.", lambda row: row.kind),),
    after=(
        extra(
            "next_date",
            "date",
            "The day of its next meeting, on `as_of` or after; empty where it has no dates.",
            lambda row: next(row.review.dates(row.as_of, date.max), None),
        ),
        as_of_column(lambda row: row.as_of),
    ),
)
PARTICIPANTS = source(
    "participants",
    "Who takes part in which review.",
    _participants,
    flat=Flat(cls=Role),
    held=lambda row: row.role,
    before=(extra("review", "text", "The review: product, strategy or portfolio.", lambda row: row.kind),),
)
CHECK_INS = source(
    "check_ins",
    "Every check-in on an initiative, an external, an objective or a key result; one of the four is given.",
    _check_ins,
    flat=Flat(cls=CheckIn),
    held=lambda row: row.check_in,
    before=(
        extra("initiative", "text", "The id of the initiative.", lambda row: row.initiative),
        extra("external", "text", "The id of the external.", lambda row: row.external),
        extra("objective", "text", "The id of the objective.", lambda row: row.objective),
        extra("key_result", "text", "The id of the key result.", lambda row: row.key_result),
    ),
)
TEAMS = source(
    "teams",
    "Every team.",
    lambda facts: facts.governance.teams,
    flat=Flat(cls=Team, apart=frozenset({"capacity"})),
)
CAPACITY = source(
    "capacity",
    "What each team can do, by period.",
    _capacity,
    flat=Flat(cls=Capacity),
    held=lambda row: row.capacity,
    before=(extra("team", "text", "The id of the team.", lambda row: row.team),),
    after=(
        extra("first_date", "date", "The first day of the period.", lambda row: row.first),
        extra("last_date", "date", "The last day of the period.", lambda row: row.last),
    ),
)
DECISIONS = source(
    "decisions",
    "What was decided, and why.",
    lambda facts: facts.governance.decisions,
    flat=Flat(cls=Decision),
)
