"""An initiative: one piece of work on the roadmap, and what it should change."""

from datetime import date
from typing import Annotated, ClassVar

import attrs

from productgov.fields import Constraint, Identifier, Key, Names, NotBefore, OnlyWhen, Refers, Term, Text, Url, checked
from productgov.model.extensions import Extensions
from productgov.model.people import Role
from productgov.model.scoring import Scoring

__all__ = ["Initiative", "Link", "Status"]


class Status(Term):
    """The state of an initiative."""

    PROPOSED = "proposed", "An idea without a commitment."
    PLANNED = "planned", "Committed to, but not started."
    IN_PROGRESS = "in-progress", "Work has started."
    DONE = "done", "Delivered."
    PAUSED = "paused", "Started, but stopped for now."
    DROPPED = "dropped", "Abandoned."

    @property
    def finished(self) -> bool:
        """True for done and dropped."""
        return self is Status.DONE or self is Status.DROPPED


@attrs.frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class Link:
    """A link to more information: a ticket, a document, a design."""

    title: Annotated[Text | None, "What the link leads to."] = None
    url: Annotated[Url, Key(), "The address: http, https or mailto."]
    extensions: Extensions = Extensions()


@attrs.frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class Initiative:
    """One piece of work on the roadmap: its owner, its purpose, its dates, and the metrics it should move."""

    constraints: ClassVar[tuple[Constraint, ...]] = (
        NotBefore("committed_date", "start_date"),
        NotBefore("target_date", "start_date"),
        NotBefore("delivered_date", "start_date"),
        OnlyWhen("delivered_date", "status", Status.DONE.value),
    )

    id: Annotated[Identifier, Names("item"), Key(), "Its name in references, unique among roadmap items."]
    title: Annotated[Text, "What it is, in a few words."]
    description: Annotated[Text | None, "What it is, in detail."] = None
    owner: Annotated[Role | None, "Who is responsible for it."] = None
    theme: Annotated[Text | None, Refers("theme"), "The theme of the roadmap it belongs to."] = None
    pillar: Annotated[Text | None, Refers("pillar"), "The strategic pillar it serves."] = None
    status: Annotated[Status, "Its state."] = Status.PROPOSED
    start_date: Annotated[date | None, "The day work starts, or started."] = None
    committed_date: Annotated[date | None, "The delivery date that was first promised."] = None
    target_date: Annotated[date | None, "The delivery date that is planned now."] = None
    delivered_date: Annotated[date | None, "The day it was delivered; only when done."] = None
    metrics: Annotated[tuple[Identifier, ...], Refers("kpi"), "The ids of the KPIs it should move."] = ()
    guardrails: Annotated[tuple[Identifier, ...], Refers("kpi"), "The ids of the KPIs it must not harm."] = ()
    scoring: Annotated[Scoring | None, "The inputs it is ranked by."] = None
    tags: Annotated[tuple[Text, ...], "Free labels."] = ()
    links: Annotated[tuple[Link, ...], "Links to more information."] = ()
    extensions: Extensions = Extensions()
