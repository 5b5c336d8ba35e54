"""What several rules about metrics look up: the breaches, and what is meant to move a KPI."""

from collections.abc import Iterable, Iterator

from productgov.model.roadmap import Horizon
from productgov.rules.context import Context
from productgov.rules.placed import Breach, PlacedItem

__all__ = ["breaches", "has_unknown_kpi", "in_now", "moved_by"]


def breaches(context: Context) -> Iterator[Breach]:
    """The KPIs that are outside their bounds by their latest observation, however old it is."""
    for placed in context.kpis:
        bounds, current = placed.kpi.bounds, placed.kpi.current(context.as_of)
        if bounds is None or current is None:
            continue
        if bounds.max is not None and current.value > bounds.max:
            yield Breach(placed, current, bounds.max)
        elif bounds.min is not None and current.value < bounds.min:
            yield Breach(placed, current, bounds.min)


def moved_by(context: Context, items: Iterable[PlacedItem]) -> frozenset[str]:
    """The ids of the KPIs that items are meant to move: they name them, or an objective or key result they measure."""
    initiatives = [item.initiative for item in items]
    named = {name for initiative in initiatives for name in initiative.objectives}
    moved = {name for initiative in initiatives for name in initiative.metrics}
    for objective in context.governance.objectives if named else ():
        for key_result in objective.key_results:
            if key_result.kpi is not None and not named.isdisjoint((objective.id, key_result.id)):
                moved.add(key_result.kpi)
    return frozenset(moved)


def in_now(context: Context) -> tuple[PlacedItem, ...]:
    """The open items in now."""
    return tuple(item for item in context.items if item.horizon is Horizon.NOW)


def has_unknown_kpi(context: Context) -> bool:
    """True while PG103 applies: which KPIs are moved or guarded is then not known."""
    return any(unknown.kind == "kpi" and unknown.field != "influences" for unknown in context.unknown_names)
