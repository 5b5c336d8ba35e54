"""An initiative: one piece of work on the roadmap, and what it should change."""

from datetime import date
from typing import Annotated, ClassVar

import attrs

from productgov.display import Displayed
from productgov.fields import (
    Constraint,
    Identifier,
    Key,
    Names,
    NeededUnless,
    NotBefore,
    NotWith,
    OnlyWhen,
    Period,
    Refers,
    Term,
    Text,
    Url,
    checked,
)
from productgov.model.check_ins import CheckIn
from productgov.model.delivery import Deadline, Outcome
from productgov.model.estimate import Estimate, total
from productgov.model.extensions import Extensions
from productgov.model.people import Role
from productgov.model.scoring import Scoring
from productgov.model.teams import TeamEffort

__all__ = ["Initiative", "InitiativeKind", "Link", "Status"]


class InitiativeKind(Term):
    """What kind of work an initiative is."""

    FEATURE = "feature", "Something new for customers."
    IMPROVEMENT = "improvement", "Something that exists, made better."
    COMPLIANCE = "compliance", "What a law, a contract or a standard demands."
    DEBT = "debt", "Work on what was built before, so that it lasts."
    DISCOVERY = "discovery", "Finding out what to build."
    RETIREMENT = "retirement", "Taking something away."


class Status(Term):
    """The state of an initiative."""

    PROPOSED = "proposed", "An idea without a commitment."
    PLANNED = "planned", "Committed to, but not started."
    IN_PROGRESS = "in-progress", "Work has started."
    ROLLING_OUT = "rolling-out", "With its first customers, and not with all yet."
    DONE = "done", "Delivered."
    PAUSED = "paused", "Started, but stopped for now."
    DROPPED = "dropped", "Abandoned."

    @property
    def finished(self) -> bool:
        """True for done and dropped."""
        return self is Status.DONE or self is Status.DROPPED


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False, field_transformer=checked)
class Link(Displayed):
    """A link to more information: a ticket, a document, a design."""

    title: Annotated[Text | None, "What the link leads to."] = None
    url: Annotated[Url, Key(), "The address: http, https or mailto."]
    extensions: Extensions = Extensions()


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False, field_transformer=checked)
class Initiative(Displayed):
    """One piece of work on the roadmap: its owner, its purpose, its dates, and the metrics it should move."""

    constraints: ClassVar[tuple[Constraint, ...]] = (
        NotBefore("committed_date", "start_date"),
        NotBefore("target_date", "start_date"),
        NotBefore("delivered_date", "start_date"),
        OnlyWhen("delivered_date", "status", (Status.DONE.value, Status.ROLLING_OUT.value)),
        OnlyWhen("outcome", "status", (Status.DONE.value,)),
        NotWith("target_period", ("target_date",)),
        NeededUnless(("scoring", "rice", "effort"), other="efforts"),
    )

    id: Annotated[Identifier, Names("item"), Key(), "Its name in references, unique among roadmap items."]
    title: Annotated[Text, "What it is, in a few words."]
    description: Annotated[Text | None, "What it is, in detail."] = None
    kind: Annotated[InitiativeKind, "What kind of work it is."] = InitiativeKind.FEATURE
    owner: Annotated[Role | None, "Who is responsible for it."] = None
    team: Annotated[Identifier | None, Refers("team"), "The id of the team that works on it."] = None
    efforts: Annotated[tuple[TeamEffort, ...], "The effort it takes, by team, in person-months."] = ()
    theme: Annotated[Text | None, Refers("theme"), "The theme of the roadmap it belongs to."] = None
    pillar: Annotated[Text | None, Refers("pillar"), "The strategic pillar it serves."] = None
    objectives: Annotated[
        tuple[Identifier, ...],
        Refers("objective", also=("key result",)),
        "The ids of the objectives or key results it serves.",
    ] = ()
    status: Annotated[Status, "Its state."] = Status.PROPOSED
    proposed_date: Annotated[date | None, "The day it was first proposed."] = None
    start_date: Annotated[date | None, "The day work starts, or started."] = None
    committed_date: Annotated[date | None, "The delivery date that was first promised."] = None
    target_date: Annotated[date | None, "The delivery date that is planned now."] = None
    target_period: Annotated[Period | None, "The period of delivery that is planned now, instead of a date."] = None
    deadline: Annotated[Deadline | None, "The day after which delivery is too late."] = None
    delivered_date: Annotated[date | None, "The day it was delivered; only when done or rolling out."] = None
    metrics: Annotated[tuple[Identifier, ...], Refers("kpi"), "The ids of the KPIs it should move."] = ()
    guardrails: Annotated[tuple[Identifier, ...], Refers("kpi"), "The ids of the KPIs it must not harm."] = ()
    scoring: Annotated[Scoring | None, "The inputs it is ranked by."] = None
    check_ins: Annotated[tuple[CheckIn, ...], "How it is going, in any order."] = ()
    outcome: Annotated[Outcome | None, "What became of it; only when done."] = None
    tags: Annotated[tuple[Text, ...], "Free labels."] = ()
    links: Annotated[tuple[Link, ...], "Links to more information."] = ()
    extensions: Extensions = Extensions()

    @property
    def effort(self) -> float | Estimate | None:
        """Its effort in person-months: the sum of its efforts, else that of its RICE inputs; None without either.

        Of several efforts, low is added to low, likely to likely and high to high.
        """
        if self.efforts:
            return total(each.effort for each in self.efforts)
        rice = self.scoring.rice if self.scoring else None
        return rice.effort if rice else None

    def due(self, fiscal_year_start: int = 1) -> date | None:
        """The day it is due: the target date, else the last day of the target period, the committed date, the deadline.

        Args:
            fiscal_year_start: the month in which the fiscal year starts, for the target period.
        """
        if self.target_date is not None:
            return self.target_date
        if self.target_period is not None:
            return self.target_period.last(fiscal_year_start)
        if self.committed_date is not None:
            return self.committed_date
        return self.deadline.date if self.deadline else None
