"""The items that are ranked: the open ones, and those of the backlog."""

from collections.abc import Iterator

from productgov.model.initiative import Initiative
from productgov.paths import Path
from productgov.rules.context import Context
from productgov.rules.placed import PlacedItem

__all__ = ["path_of_scored", "scored_items"]


def scored_items(context: Context) -> Iterator[PlacedItem]:
    """The open items of now, next and later, then those of the backlog, which have no horizon."""
    yield from context.items
    for index, initiative in enumerate(context.governance.roadmap.backlog):
        if not initiative.status.finished:
            yield PlacedItem(("roadmap", "backlog", index), initiative, None)


def path_of_scored(context: Context, initiative: Initiative) -> Path:
    """Where a ranked initiative of this very governance is."""
    return next(item.path for item in scored_items(context) if item.initiative is initiative)
