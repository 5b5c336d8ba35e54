"""What several rules look up about objectives, teams and decisions."""

from collections.abc import Iterator

from productgov.model.initiative import Status
from productgov.rules.context import Context
from productgov.rules.placed import PlacedItem, UnknownName

__all__ = ["has_unknown_plan", "serving", "unknown_plans"]


def unknown_plans(context: Context, kind: str) -> Iterator[UnknownName]:
    """The names of a kind that do not exist; the record is not looked at, but for what decisions supersede."""
    return (one for one in context.unknown_names if one.kind == kind)


def has_unknown_plan(context: Context, kind: str) -> bool:
    """True while a name of a kind is unknown: what would follow from it is not reported as well."""
    return any(True for _ in unknown_plans(context, kind))


def serving(context: Context) -> tuple[PlacedItem, ...]:
    """The initiatives that are open or done: what is being done, or was, for the strategy."""
    return tuple(item for item in context.initiatives if item.initiative.status is not Status.DROPPED)
