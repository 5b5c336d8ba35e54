"""The table of what changed between two versions."""

import json

from productgov.changes.change import Level
from productgov.changes.plain_data import plain_data
from productgov.changes.result import Changes
from productgov.tables.source import as_of_column, extra, rows_table
from productgov.tables.table import Table
from productgov.wording import escaped

__all__ = ["changes_table"]


def changes_table(changes: Changes) -> Table:
    """The changes of two versions and those derived from them, what matters most first."""
    return rows_table(
        "changes",
        changes.at_least(Level.INFO),
        extra("code", "text", "The code of the change, such as PGD103.", lambda row: row.code),
        extra("level", "text", "How much it matters: breaking, notable or info.", lambda row: row.level.value),
        extra("kind", "text", "What happened, such as added, moved or derived.", lambda row: row.kind),
        extra("item", "text", "The id of what it is about, or the name of a section.", lambda row: escaped(row.item)),
        extra("field", "text", "The field, empty for the whole item.", lambda row: escaped(row.field)),
        extra("old_value", "json", "The old value.", lambda row: _json(row.old)),
        extra("new_value", "json", "The new value.", lambda row: _json(row.new)),
        extra("message", "text", "What has changed.", lambda row: escaped(row.message)),
        as_of_column(lambda _: changes.as_of),
    )


def _json(value: object) -> str | None:
    return None if value is None else json.dumps(plain_data(value), ensure_ascii=False)
