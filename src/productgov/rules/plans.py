"""What several rules look up about objectives, teams and decisions."""

from collections.abc import Iterator
from typing import NamedTuple

from productgov.model.governance import ProductGovernance
from productgov.model.initiative import Status
from productgov.model.objectives import Objective
from productgov.paths import Path
from productgov.rules.context import Context
from productgov.rules.placed import PlacedItem, UnknownName

__all__ = ["PlacedObjective", "has_unknown_plan", "placed_objectives", "serving", "unknown_plans"]


class PlacedObjective(NamedTuple):
    """An objective, and where it is.

    Attributes:
        path: its path.
        objective: the objective.
    """

    path: Path
    objective: Objective


def placed_objectives(governance: ProductGovernance) -> tuple[PlacedObjective, ...]:
    """Every objective, in the order of the document."""
    return tuple(PlacedObjective(("objectives", index), each) for index, each in enumerate(governance.objectives))


def unknown_plans(context: Context, kind: str) -> Iterator[UnknownName]:
    """The names of a kind that do not exist; the record is not looked at, but for what decisions supersede."""
    return (one for one in context.unknown_names if one.kind == kind)


def has_unknown_plan(context: Context, kind: str) -> bool:
    """True while a name of a kind is unknown: what would follow from it is not reported as well."""
    return any(True for _ in unknown_plans(context, kind))


def serving(context: Context) -> tuple[PlacedItem, ...]:
    """The initiatives that are open or done: what is being done, or was, for the strategy."""
    return tuple(item for item in context.initiatives if item.initiative.status is not Status.DROPPED)
