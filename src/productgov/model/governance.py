"""The whole document: the governance of a product."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Annotated, Final, Literal, TypeVar

import attrs

from productgov.errors import UnknownIdError
from productgov.fields import AlwaysWritten, MonthNumber, Text, WireName, checked
from productgov.model.decisions import Decision
from productgov.model.extensions import Extensions
from productgov.model.initiative import Initiative
from productgov.model.metrics import KPI, Metrics
from productgov.model.objectives import Objective
from productgov.model.organization import Organization
from productgov.model.prioritization import Prioritization
from productgov.model.reviews import Reviews
from productgov.model.roadmap import External, PlacedInitiative, Roadmap
from productgov.model.teams import Team
from productgov.model.vision import ProductVision, Vision

__all__ = ["CURRENT_VERSION", "ProductGovernance"]

CURRENT_VERSION: Final = "1.0"


@attrs.frozen(kw_only=True, weakref_slot=False, field_transformer=checked)
class ProductGovernance:
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
        return _with_id("initiative", id, (placed.initiative for placed in self.initiatives()))

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


Item = TypeVar("Item", Initiative, Vision, External, KPI)


def _with_id(kind: str, id: str, items: Iterable[Item]) -> Item:
    known = {item.id: item for item in reversed(tuple(items))}
    if id not in known:
        from productgov.nearest import nearest  # noqa: PLC0415 - only for the error

        raise UnknownIdError(kind, id, nearest(id, reversed(known)))
    return known[id]
