"""What several rules about metrics look up: what is meant to move a KPI now, and whether that is known."""

from productgov.model.initiative import Status
from productgov.model.roadmap import Horizon
from productgov.rules.context import Context

__all__ = ["has_unknown_kpi", "movers_in_now"]


def movers_in_now(context: Context, kpi_id: str) -> frozenset[Status]:
    """The statuses of the open items in now that are meant to move a KPI."""
    movers = context.moved_by.get(kpi_id, ())
    return frozenset(status for horizon, status in movers if horizon is Horizon.NOW and not status.finished)


def has_unknown_kpi(context: Context) -> bool:
    """True while PG103 applies: which KPIs are moved or guarded is then not known."""
    return any(unknown.kind == "kpi" and unknown.field != "influences" for unknown in context.unknown_names)
