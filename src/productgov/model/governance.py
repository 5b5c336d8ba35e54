"""The whole document: the governance of a product."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Annotated, Final, Literal, TypeVar

import attrs

from productgov.display import Displayed
from productgov.errors import UnknownIdError
from productgov.fields import AlwaysWritten, MonthNumber, Text, WireName, checked
from productgov.model.check_ins import Health
from productgov.model.decisions import Decision
from productgov.model.extensions import Extensions
from productgov.model.initiative import Initiative
from productgov.model.metrics import KPI, Metrics
from productgov.model.objectives import Objective
from productgov.model.organization import Organization
from productgov.model.people import Role
from productgov.model.prioritization import Prioritization
from productgov.model.reviews import Reviews
from productgov.model.roadmap import External, PlacedInitiative, Roadmap
from productgov.model.teams import Team
from productgov.model.verbs import changing, placing, recording
from productgov.model.verbs.placing import Place
from productgov.model.vision import ProductVision, Vision

__all__ = ["CURRENT_VERSION", "ProductGovernance"]

CURRENT_VERSION: Final = "1.0"


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False, field_transformer=checked)
class ProductGovernance(Displayed):
    """The governance of a product: its vision, priorities, roadmap, metrics and reviews."""

    schema: Annotated[Text | None, WireName("$schema"), "The address of the JSON Schema, for editors."] = None
    schema_version: Annotated[Literal["1.0"], AlwaysWritten(), "The version of the document's format."] = (
        CURRENT_VERSION
    )
    name: Annotated[Text | None, "The name of the product."] = None
    as_of: Annotated[date | None, "The date of the document; horizons and due dates are judged from it."] = None
    fiscal_year_start: Annotated[MonthNumber, "The month in which the fiscal year starts, from 1 to 12."] = 1
    product_vision: Annotated[ProductVision, "Why the product exists, and who it is for."]
    prioritization: Annotated[Prioritization, "How priorities are set."]
    roadmap: Annotated[Roadmap, "What is planned, and what was delivered."]
    metrics: Annotated[Metrics, "What is measured."]
    reviews: Annotated[Reviews, "Who reviews it, and how often."]
    objectives: Annotated[tuple[Objective, ...], "What is to be achieved by period, with key results."] = ()
    teams: Annotated[tuple[Team, ...], "Who works on it, and their capacity."] = ()
    decisions: Annotated[tuple[Decision, ...], "The record of what was decided, and why."] = ()
    organization: Annotated[Organization | None, "The organization around the product."] = None
    extensions: Extensions = Extensions()

    def initiatives(self) -> Iterator[PlacedInitiative]:
        """Every initiative with its horizon: now, next, later, then what was delivered (no horizon)."""
        return self.roadmap.initiatives()

    def kpis(self) -> Iterator[KPI]:
        """Every KPI: inputs, outputs, then guardrails."""
        return self.metrics.kpis()

    def find(self, id: str) -> Initiative | Vision | External | None:
        """The initiative, vision or external with this id; None when there is none."""
        return self.roadmap.find(id)

    def initiative(self, id: str) -> Initiative:
        """The initiative with this id, wherever it is on the roadmap.

        Raises:
            UnknownIdError: when there is none; it names the ids that look most like it.
        """
        placed = (placed.initiative for placed in self.initiatives())
        return _with_id("initiative", id, (*placed, *self.roadmap.backlog))

    def vision(self, id: str) -> Vision:
        """The vision with this id.

        Raises:
            UnknownIdError: when there is none; it names the ids that look most like it.
        """
        return _with_id("vision", id, self.roadmap.time_horizon.future)

    def external(self, id: str) -> External:
        """The external with this id.

        Raises:
            UnknownIdError: when there is none; it names the ids that look most like it.
        """
        return _with_id("external", id, self.roadmap.externals)

    def kpi(self, id: str) -> KPI:
        """The KPI with this id.

        Raises:
            UnknownIdError: when there is none; it names the ids that look most like it.
        """
        return _with_id("KPI", id, self.kpis())

    def add(self, item: Initiative | Vision, to: Place, before: str | None = None) -> "ProductGovernance":
        """A governance with one more item on its roadmap.

        Args:
            item: the initiative or vision.
            to: the list: now, next, later, future, backlog or delivered; delivered takes what is done or dropped.
            before: the id of the item in that list to put it before; by default, it comes last.

        Raises:
            InvalidValueError: when an item has this id already, or the list does not take the item.
            UnknownIdError: when `before` is not in the list.
        """
        return placing.add(self, item, to, before)

    def move(self, id: str, to: Place, before: str | None = None) -> "ProductGovernance":
        """A governance with an item in another list, or at another place of its list.

        An initiative that moves to future becomes a vision, and a vision that leaves it an initiative, where nothing is
        lost by it. The arguments are those of `add`.

        Raises:
            InvalidValueError: when the list does not take the item: it is not finished and `to` is delivered, or
                something would be lost.
            UnknownIdError: when there is no such item, or `before` is not in the list.
        """
        return placing.move(self, id, to, before)

    def remove(self, id: str, *, dangling: bool = False) -> "ProductGovernance":
        """A governance without an item, external, KPI, objective, key result, team or decision.

        Args:
            id: its id; where things of several kinds have it, with the kind before it, as in `kpi:activation`.
            dangling: remove it even though something refers to it. Decisions about it never hold it.

        Raises:
            InvalidValueError: when something refers to it.
            UnknownIdError: when there is nothing with this id.
            AmbiguousIdError: when things of several kinds have this id.
        """
        return placing.remove(self, id, dangling=dangling)

    def change(self, id: str, /, **fields: object) -> "ProductGovernance":
        """A governance with other values of some fields of whatever has an id.

        That is an item, external, KPI, objective, key result, team or decision.

        Args:
            id: its id; where things of several kinds have it, with the kind before it, as in `kpi:activation`.
            **fields: the new values by the Python names of the fields, in any form that the constructor takes.

        Raises:
            InvalidValueError: when there is no such field, the field is its id, or a value is not allowed.
            UnknownIdError: when there is nothing with this id.
            AmbiguousIdError: when things of several kinds have this id.
        """
        return changing.change(self, id, **fields)

    def rename(self, id: str, new_id: str) -> "ProductGovernance":
        """A governance in which something has another id, and everything that refers to it follows.

        Args:
            id: its id; where things of several kinds have it, with the kind before it, as in `kpi:activation`.
            new_id: the new id.

        Raises:
            InvalidValueError: when another thing of its kind has the new id, or it is not an id.
            UnknownIdError: when there is nothing with this id.
            AmbiguousIdError: when things of several kinds have this id.
        """
        return changing.rename(self, id, new_id)

    def deliver(self, id: str, *, on: date) -> "ProductGovernance":
        """A governance in which an initiative is done, delivered on a day, and in `roadmap.delivered`.

        An external becomes delivered where it is.

        Raises:
            InvalidValueError: when it is a vision, or the day is before its start date.
            UnknownIdError: when there is no such item.
        """
        return recording.deliver(self, id, on=on)

    def drop(self, id: str, reason: str, *, on: date) -> "ProductGovernance":
        """A governance in which an initiative is dropped, in `roadmap.delivered`, with the decision to stop it.

        Args:
            id: the id of the initiative.
            reason: why it is dropped.
            on: the day of the decision, whose id is `drop-` and that of the initiative.

        Raises:
            InvalidValueError: when it is not an initiative.
            UnknownIdError: when there is no such item.
        """
        return recording.drop(self, id, reason, on=on)

    def observe(
        self, id: str, value: float, *, on: date, note: str | None = None, replace: bool = False
    ) -> "ProductGovernance":
        """A governance with one more observation of a KPI, or of a key result that has its own.

        The same value on the same day changes nothing. A new observation comes in its place by date where the list is
        in that order, else at the end.

        Args:
            id: the id of the KPI or key result.
            value: the measured value.
            on: the day it was measured.
            note: a remark about it.
            replace: correct an observation of the same day that has another value.

        Raises:
            InvalidValueError: when there is another value on that day, or a KPI measures the key result.
            UnknownIdError: when there is no such KPI or key result.
            AmbiguousIdError: when a KPI and a key result have this id.
        """
        return recording.observe(self, id, value, on=on, note=note, replace=replace)

    def check_in(
        self,
        id: str,
        *,
        on: date,
        health: Health | None = None,
        confidence: float | None = None,
        note: str | None = None,
        author: Role | None = None,
    ) -> "ProductGovernance":
        """A governance with one more check-in on an initiative, external, objective or key result.

        Args:
            id: its id; where things of several kinds have it, with the kind before it, as in `objective:calm`.
            on: the day of the check-in.
            health: how it is going.
            confidence: the probability that the goal is reached in time, from 0 to 1.
            note: why, and what is needed.
            author: who says so.

        Raises:
            InvalidValueError: when neither health nor confidence is given, or it is a vision.
            UnknownIdError: when there is nothing with this id.
            AmbiguousIdError: when things of several kinds have this id.
        """
        return recording.check_in(self, id, on=on, health=health, confidence=confidence, note=note, author=author)


Item = TypeVar("Item", Initiative, Vision, External, KPI)


def _with_id(kind: str, id: str, items: Iterable[Item]) -> Item:
    known = {item.id: item for item in reversed(tuple(items))}
    if id not in known:
        from productgov.nearest import nearest  # noqa: PLC0415 - only for the error

        raise UnknownIdError(kind, id, nearest(id, reversed(known)))
    return known[id]
