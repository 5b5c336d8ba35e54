"""The table of links: every entry of the lists that say what belongs to what, a row each."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from productgov.fields import shapes
from productgov.fields.shapes import fields_of
from productgov.model.estimate import likely
from productgov.model.initiative import Link
from productgov.model.teams import TeamEffort
from productgov.ranking.subjects import subjects_of
from productgov.tables.source import Facts, extra, source

__all__ = ["LINKS"]


class _Link(NamedTuple):
    """One entry of a list of a thing."""

    kind: str
    id: str
    relation: str
    target: str
    title: str | None = None
    amount: float | None = None


def _links(facts: Facts) -> Iterator[_Link]:
    for kind, thing_id, thing in _things(facts):
        cls: type = type(thing)
        for name in _lists(cls):
            for entry in getattr(thing, name) or ():
                match entry:
                    case Link():
                        yield _Link(kind, thing_id, name, entry.url, title=entry.title)
                    case TeamEffort():
                        yield _Link(kind, thing_id, name, entry.team, amount=float(likely(entry.effort)))
                    case _:
                        yield _Link(kind, thing_id, name, str(entry))


def _things(facts: Facts) -> Iterator[tuple[str, str, object]]:
    governance = facts.governance
    for initiative, _ in subjects_of(governance):
        yield "initiative", initiative.id, initiative
    for vision in governance.roadmap.time_horizon.future:
        yield "vision", vision.id, vision
    for kpi in governance.kpis():
        yield "kpi", kpi.id, kpi
    for decision in governance.decisions:
        yield "decision", decision.id, decision
    for kind, review in governance.reviews.named():
        yield "review", kind.value, review


@cache
def _lists(cls: type) -> tuple[str, ...]:
    """The fields of a class with lists of single values, of links, and of efforts."""
    lists = ((field.name, field.shape.item) for field in fields_of(cls) if isinstance(field.shape, shapes.List))
    linked = (shapes.Object(Link), shapes.Object(TeamEffort))
    return tuple(name for name, item in lists if isinstance(item, shapes.Scalar) or item in linked)


LINKS = source(
    "links",
    "What belongs to what: a row for every entry of a list of an initiative, vision, KPI, decision or review.",
    _links,
    before=(
        extra(
            "source_kind", "text", "What has the list: initiative, vision, kpi, decision or review.", lambda r: r.kind
        ),
        extra("source_id", "text", "Its id; of a review, what is reviewed.", lambda row: row.id),
        extra(
            "relation", "text", "The name of the list, such as metrics, guardrails or tags.", lambda row: row.relation
        ),
        extra("target", "text", "The entry: an id, a text, or the address of a link.", lambda row: row.target),
        extra("title", "text", "The title of a link.", lambda row: row.title),
        extra("amount", "number", "The effort in person-months, in the list `efforts`.", lambda row: row.amount),
    ),
)
