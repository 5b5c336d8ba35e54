"""The table of what became of each item in the history of a document."""

from collections.abc import Callable

from productgov.changes.history_items import ItemHistory
from productgov.changes.tracing import History
from productgov.tables.source import as_of_column, extra, optional, rows_table
from productgov.tables.table import Table

__all__ = ["history_table"]

_PLACES = ("now", "next", "later", "future", "backlog", "delivered")


def history_table(history: History) -> Table:
    """What became of each item, one row each."""
    return rows_table(
        "history",
        history.items,
        extra("id", "text", "The id of the item, the last it had.", lambda row: row.id),
        extra("title", "text", "Its title, likewise.", lambda row: row.title),
        extra("list", "text", "The list that it is in; empty when it is gone.", lambda row: row.place),
        extra(
            "status",
            "text",
            "Its status; empty for a vision.",
            optional(lambda row: row.status, lambda status: str(status.value)),
        ),
        extra("since", "date", "The day of the first version with it.", lambda row: row.since),
        extra("gone", "date", "The day of the first version without it.", lambda row: row.gone),
        extra("first_promise", "date", "The day that was first promised.", lambda row: row.first_promise),
        extra("promised_on", "date", "The day of the first version with that promise.", lambda row: row.promised_on),
        extra("due_date", "date", "The day that it is due, the last that was known.", lambda row: row.due),
        extra("delivered_date", "date", "The day it was delivered.", lambda row: row.delivered),
        extra("slip_days", "integer", "By how many days it is later than first promised.", lambda row: row.slip),
        extra("replans", "integer", "How often the day that it is due was changed.", lambda row: len(row.replans)),
        extra("moves", "integer", "How often it was moved to another list.", lambda row: len(row.moves) - 1),
        extra("withdrawn", "boolean", "Whether it was promised, and dropped or removed.", lambda row: row.withdrawn),
        *(extra(f"days_in_{place}", "integer", f"The days in {place}.", _days_in(place)) for place in _PLACES),
        as_of_column(lambda _: history.as_of),
    )


def _days_in(place: str) -> Callable[[ItemHistory], int]:
    return lambda row: row.days_in(place)
