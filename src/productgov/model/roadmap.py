"""The roadmap: what comes now, next, later and in the future, and what waits for what."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, ClassVar, NamedTuple

import attrs

from productgov.display import Displayed
from productgov.fields import (
    AllFinished,
    AlwaysWritten,
    Constraint,
    Fraction,
    Identifier,
    Key,
    Names,
    OnlyWhen,
    Refers,
    Term,
    Text,
    checked,
)
from productgov.model.check_ins import CheckIn
from productgov.model.extensions import Extensions
from productgov.model.initiative import Initiative, Status
from productgov.model.people import Role
from productgov.model.vision import Vision

__all__ = [
    "Allocation",
    "Dependency",
    "DependencyType",
    "External",
    "ExternalStatus",
    "Horizon",
    "PlacedInitiative",
    "Roadmap",
    "TimeHorizon",
    "Windows",
]


class Horizon(Term):
    """How far away something is, in months from a date (Bastow, 2012, for now, next and later)."""

    NOW = "now", "From 0 to 3 months."
    NEXT = "next", "From 3 to 6 months."
    LATER = "later", "From 6 to 12 months."
    FUTURE = "future", "12 months and beyond."


class Windows(Term):
    """How the days of the horizons are counted."""

    ROLLING = "rolling", "In months from the date of the document: 0 to 3, 3 to 6, 6 to 12, 12 and beyond."
    QUARTERS = (
        "quarters",
        "In fiscal quarters: the one with the date of the document, the next one, the two after it, and what follows.",
    )


class ExternalStatus(Term):
    """The state of something that others must deliver."""

    EXPECTED = "expected", "It is awaited."
    DELIVERED = "delivered", "It has arrived."
    REFUSED = "refused", "It will not come."


class DependencyType(Term):
    """How one item depends on another."""

    REQUIRES = "requires", "The first cannot be finished before the second is."
    BLOCKS = "blocks", "The second cannot be finished before the first is."
    RELATES_TO = "relatesTo", "They belong together, without order."


class PlacedInitiative(NamedTuple):
    """An initiative and its horizon.

    Attributes:
        initiative: the initiative.
        horizon: its horizon; None for `roadmap.delivered`.
    """

    initiative: Initiative
    horizon: Horizon | None


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False, field_transformer=checked)
class TimeHorizon(Displayed):
    """The four columns of the roadmap; the further away, the less needs to be known."""

    now: Annotated[tuple[Initiative, ...], AlwaysWritten(), "From 0 to 3 months: owned, dated, measured."] = ()
    next: Annotated[tuple[Initiative, ...], AlwaysWritten(), "From 3 to 6 months."] = ()
    later: Annotated[tuple[Initiative, ...], AlwaysWritten(), "From 6 to 12 months."] = ()
    future: Annotated[tuple[Vision, ...], AlwaysWritten(), "12 months and beyond: visions, not plans."] = ()
    extensions: Extensions = Extensions()


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False, field_transformer=checked)
class Dependency(Displayed):
    """One item needs, blocks or touches another; "a blocks b" says the same as "b requires a"."""

    from_: Annotated[Identifier, Refers("item"), Key(), "The id of the item that the sentence begins with."]
    to: Annotated[Identifier, Refers("item"), Key(), "The id of the item, vision or external that it ends with."]
    type: Annotated[DependencyType, Key(), "How the first depends on the second."] = DependencyType.REQUIRES
    reason: Annotated[Text | None, "Why."] = None
    extensions: Extensions = Extensions()


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False, field_transformer=checked)
class External(Displayed):
    """Something others must deliver: a legal opinion, a vendor's release, a launch."""

    constraints: ClassVar[tuple[Constraint, ...]] = (
        OnlyWhen("delivered_date", "status", (ExternalStatus.DELIVERED.value,)),
    )

    id: Annotated[Identifier, Names("item"), Key(), "Its name in dependencies, unique among roadmap items."]
    title: Annotated[Text, "What is awaited."]
    owner: Annotated[Role | None, "Who delivers it."] = None
    expected_date: Annotated[date | None, "The day it is expected."] = None
    status: Annotated[ExternalStatus, "Its state."] = ExternalStatus.EXPECTED
    delivered_date: Annotated[date | None, "The day it arrived; only when delivered."] = None
    check_ins: Annotated[tuple[CheckIn, ...], "How it is going, in any order."] = ()
    extensions: Extensions = Extensions()


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False, field_transformer=checked)
class Allocation(Displayed):
    """The share of the effort that a strategic pillar should get."""

    pillar: Annotated[Text, Refers("pillar"), Key(), "The strategic pillar."]
    share: Annotated[Fraction, "Its share of the effort, from 0 to 1."]
    extensions: Extensions = Extensions()


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False, field_transformer=checked)
class Roadmap(Displayed):
    """What is planned by horizon, what was delivered, and what waits for what."""

    constraints: ClassVar[tuple[Constraint, ...]] = (
        AllFinished(
            "delivered",
            unfinished=tuple(status.value for status in Status if not status.finished),
            finished=tuple(status.value for status in Status if status.finished),
        ),
    )

    time_horizon: Annotated[TimeHorizon, "The four columns: now, next, later and future."]
    windows: Annotated[Windows, "How the days of the horizons are counted."] = Windows.ROLLING
    backlog: Annotated[tuple[Initiative, ...], "What is scored and ranked, but not placed in a horizon yet."] = ()
    delivered: Annotated[tuple[Initiative, ...], "The record of what is done or dropped."] = ()
    themes: Annotated[
        tuple[Text, ...], Names("theme"), AlwaysWritten(), "The problems the roadmap promises to solve."
    ] = ()
    dependencies: Annotated[tuple[Dependency, ...], AlwaysWritten(), "What waits for what."] = ()
    externals: Annotated[tuple[External, ...], "What others must deliver."] = ()
    allocation: Annotated[tuple[Allocation, ...], "How the effort should be divided among the pillars."] = ()
    extensions: Extensions = Extensions()

    def initiatives(self) -> Iterator[PlacedInitiative]:
        """Every initiative with its horizon: now, next, later, then what was delivered (no horizon)."""
        columns = self.time_horizon
        for horizon, items in (
            (Horizon.NOW, columns.now),
            (Horizon.NEXT, columns.next),
            (Horizon.LATER, columns.later),
            (None, self.delivered),
        ):
            for initiative in items:
                yield PlacedInitiative(initiative, horizon)

    def find(self, id: str) -> Initiative | Vision | External | None:
        """The initiative, vision or external with this id; the first, should there be several."""
        for placed in self.initiatives():
            if placed.initiative.id == id:
                return placed.initiative
        others: tuple[Initiative | Vision | External, ...] = (
            *self.backlog,
            *self.time_horizon.future,
            *self.externals,
        )
        return next((item for item in others if item.id == id), None)

    def horizon_of(self, id: str) -> Horizon | None:
        """The horizon an item is in; None when it is in the backlog, delivered, external or unknown."""
        for placed in self.initiatives():
            if placed.initiative.id == id:
                return placed.horizon
        return Horizon.FUTURE if any(vision.id == id for vision in self.time_horizon.future) else None
