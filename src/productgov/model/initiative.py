"""An initiative: one piece of work on the roadmap, and what it is meant to change."""

from datetime import date
from typing import Annotated, ClassVar

import attrs

from productgov.fields import Constraint, Identifier, Key, Names, NotBefore, OnlyWhen, Refers, Term, Text, Url, checked
from productgov.model.extensions import Extensions
from productgov.model.people import Role
from productgov.model.scoring import Scoring

__all__ = ["Initiative", "Link", "Status"]


class Status(Term):
    """Where an initiative stands."""

    PROPOSED = "proposed", "An idea that nobody has committed to."
    PLANNED = "planned", "Committed to, and not begun."
    IN_PROGRESS = "in-progress", "Being worked on."
    DONE = "done", "Delivered."
    PAUSED = "paused", "Begun, and resting."
    DROPPED = "dropped", "Given up."

    @property
    def finished(self) -> bool:
        """True for done and dropped."""
        return self is Status.DONE or self is Status.DROPPED


@attrs.frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class Link:
    """Somewhere to read on: a ticket, a document, a design."""

    title: Annotated[Text | None, "What is found there."] = None
    url: Annotated[Url, Key(), "The address: http, https or mailto."]
    extensions: Extensions = Extensions()


@attrs.frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class Initiative:
    """One piece of work on the roadmap: whose it is, what it serves, when it is due, what it should move."""

    constraints: ClassVar[tuple[Constraint, ...]] = (
        NotBefore("committed_date", "start_date"),
        NotBefore("target_date", "start_date"),
        NotBefore("delivered_date", "start_date"),
        OnlyWhen("delivered_date", "status", Status.DONE.value),
    )

    id: Annotated[Identifier, Names("item"), Key(), "Its name in references, unique among roadmap items."]
    title: Annotated[Text, "What it is, in a few words."]
    description: Annotated[Text | None, "What it is, at length."] = None
    owner: Annotated[Role | None, "Who answers for it."] = None
    theme: Annotated[Text | None, Refers("theme"), "The theme of the roadmap it belongs to."] = None
    pillar: Annotated[Text | None, Refers("pillar"), "The strategic pillar it serves."] = None
    status: Annotated[Status, "Where it stands."] = Status.PROPOSED
    start_date: Annotated[date | None, "The day work begins, or began."] = None
    committed_date: Annotated[date | None, "The delivery day that was first promised."] = None
    target_date: Annotated[date | None, "The delivery day that is aimed at now."] = None
    delivered_date: Annotated[date | None, "The day it was delivered; only when done."] = None
    metrics: Annotated[tuple[Identifier, ...], Refers("kpi"), "The ids of the KPIs it is meant to move."] = ()
    guardrails: Annotated[tuple[Identifier, ...], Refers("kpi"), "The ids of the KPIs it must not harm."] = ()
    scoring: Annotated[Scoring | None, "What it can be ranked by."] = None
    tags: Annotated[tuple[Text, ...], "Free labels."] = ()
    links: Annotated[tuple[Link, ...], "Where to read on."] = ()
    extensions: Extensions = Extensions()
