"""The tables of the roadmap: initiatives, visions, externals, and what waits for what."""

from collections.abc import Iterator
from typing import NamedTuple

from productgov.model.check_ins import CheckIn
from productgov.model.estimate import Estimate, likely
from productgov.model.initiative import Initiative
from productgov.model.roadmap import Dependency, External
from productgov.model.vision import Vision
from productgov.ranking.subjects import subjects_of
from productgov.tables.column import Cell, number
from productgov.tables.flat import Flat
from productgov.tables.source import Facts, as_of_column, extra, source

__all__ = ["DEPENDENCIES", "EXTERNALS", "INITIATIVES", "VISIONS"]


class _Placed(NamedTuple):
    """An initiative, where it is on the roadmap, and what its row is found out from."""

    initiative: Initiative
    place: str
    effort: float | Estimate | None
    facts: Facts

    @property
    def latest(self) -> CheckIn | None:
        """Its latest check-in on or before the day; of several on one day, the last in the list."""
        known = (each for each in reversed(self.initiative.check_ins) if each.date <= self.facts.as_of)
        return max(known, key=lambda each: each.date, default=None)

    @property
    def estimate(self) -> Estimate | None:
        return self.effort if isinstance(self.effort, Estimate) else None

    @property
    def position(self) -> int | None:
        ranked = self.facts.ranked.get(id(self.initiative))
        return ranked.position if ranked else None

    @property
    def score(self) -> float | None:
        ranked = self.facts.ranked.get(id(self.initiative))
        return number(ranked.score) if ranked else None

    @property
    def health(self) -> Cell:
        latest = self.latest
        return latest.health.value if latest and latest.health else None


def _placed(facts: Facts) -> Iterator[_Placed]:
    for initiative, place in subjects_of(facts.governance):
        yield _Placed(initiative, str(place), initiative.effort, facts)


INITIATIVES = source(
    "initiatives",
    "Every initiative on the roadmap: now, next and later, in the backlog, and delivered.",
    _placed,
    flat=Flat(cls=Initiative, apart=frozenset({"check_ins"}), names={"scoring": ""}),
    held=lambda row: row.initiative,
    before=(
        extra(
            "place",
            "text",
            "The list of the roadmap it is in: now, next, later, backlog or delivered.",
            lambda r: r.place,
        ),
    ),
    after=(
        extra(
            "due_date",
            "date",
            "The day it is due: target date, last day of the target period, committed date or deadline.",
            lambda row: row.initiative.due(row.facts.governance.fiscal_year_start),
        ),
        extra(
            "effort",
            "number",
            "Its effort in person-months: the sum of `efforts`, else `rice_effort`.",
            lambda row: None if row.effort is None else number(likely(row.effort)),
        ),
        extra(
            "effort_low",
            "number",
            "The low end of `effort`, where it is an estimate; empty where it is a plain number.",
            lambda row: float(row.estimate.low) if row.estimate else None,
        ),
        extra(
            "effort_high",
            "number",
            "The high end of `effort`, where it is an estimate; empty where it is a plain number.",
            lambda row: float(row.estimate.high) if row.estimate else None,
        ),
        extra(
            "rank_position",
            "integer",
            "Its position in the ranking by the document's method, from 1; empty where it is not ranked.",
            lambda row: row.position,
        ),
        extra("rank_score", "number", "The score that it is ranked by.", lambda row: row.score),
        extra(
            "health", "text", "How it is going, by its latest check-in on `as_of` or before.", lambda row: row.health
        ),
        as_of_column(lambda row: row.facts.as_of),
    ),
)
DEPENDENCIES = source(
    "dependencies",
    "What waits for what.",
    lambda facts: facts.governance.roadmap.dependencies,
    flat=Flat(cls=Dependency, names={"from_": "from_id", "to": "to_id"}),
)
EXTERNALS = source(
    "externals",
    "What others must deliver.",
    lambda facts: facts.governance.roadmap.externals,
    flat=Flat(cls=External, apart=frozenset({"check_ins"})),
)
VISIONS = source(
    "visions",
    "The visions of the future horizon.",
    lambda facts: facts.governance.roadmap.time_horizon.future,
    flat=Flat(cls=Vision),
)
