"""The tables as a page of tables: every column of `to_tables`, and of the tables of results."""

from collections.abc import Iterable, Iterator

from productgov import (
    check,
    compare_frameworks,
    from_dict,
    metric_tree,
    objective_progress,
    rank,
    roadmap_progress,
    simulate,
    team_load,
    trace,
)
from productgov.rules.example import EXAMPLE
from productgov.tables import Column, Table
from productgov.tables.tables import DOCUMENT, SOURCES

__all__ = ["tables_page"]

_HEAD = f"""\
# Tables

Every table that [`to_tables`](api-tables.md) and [`productgov tables`](command-line.md#tables) make, column by column.
This page is generated from the classes of the model. [Tables, notebooks and BI](../how-to/tables.md) says how to use
them.

Names and types of columns are public: they change as [compatibility](../compatibility.md) says. Any value can be empty.

| type | holds | pandas | polars | Arrow | SQLite |
|---|---|---|---|---|---|
| `text` | text | string | String | utf8 | TEXT |
| `integer` | whole numbers | Int64 | Int64 | int64 | INTEGER |
| `number` | floating-point numbers | float64 | Float64 | double | REAL |
| `boolean` | true or false | boolean | Boolean | bool | BOOLEAN, 0 or 1 |
| `date` | days | datetime64[s] | Date | date32 | DATE, as YYYY-MM-DD |
| `json` | JSON as text, such as `["a", "b"]` | string | String | utf8 | TEXT |

- A number that can be an [Estimate](document.md#estimate) has three columns. `rice_reach` is the number, or the likely
  value of an estimate; `rice_reach_low` and `rice_reach_high` are its ends, and empty for a plain number.
- An object has a column for each of its fields: `deadline_date`, `deadline_kind`. The title of a role is in `owner`,
  the rest in `owner_name`, `owner_email` and `owner_responsibility`; the value of a target is in `target`, its day in
  `target_by`.
- A list is JSON. Lists of ids and texts are in the table [`links`](#links), too, a row for each entry.
- `extensions` holds the `x-` data of the object in the row. That of objects within it is left out.
- With several documents, the first column is `{DOCUMENT.name}`: the name of the document that the row is from.
"""
_RESULTS = """\
## Tables of results

`.table` of a result. The table of a ranking or simulation also has a column for every term of the method's scores, such
as `reach` and `confidence`.
"""


def tables_page() -> str:
    """The reference of all tables, as Markdown."""
    parts = [_HEAD]
    parts += [_section(f"## {source.name}", source.meaning, source.columns) for source in SOURCES]
    parts.append(_RESULTS)
    parts += [_section(f"### {table.name}", f"`{call}.table`", table.columns) for call, table in _results()]
    return "\n".join(parts)


def _results() -> Iterator[tuple[str, Table]]:
    """The call of each result that has a table, with the table for the example document."""
    governance = from_dict(EXAMPLE)
    ranking = rank((), method="RICE")  # of no item, so that there are no terms
    tree = metric_tree(governance)
    assert tree is not None
    yield "rank(governance)", ranking.table
    yield "simulate(governance)", simulate(ranking, draws=1).table
    yield "compare_frameworks(governance)", compare_frameworks(governance).table
    yield "check(governance)", check(governance).table
    yield "roadmap_progress(governance)", roadmap_progress(governance).table
    yield "objective_progress(governance)", objective_progress(governance).table
    yield "team_load(governance)", team_load(governance, draws=1).table
    yield "trace(governance)", trace(governance).table
    yield "metric_tree(governance)", tree.table


def _section(heading: str, meaning: str, columns: Iterable[Column]) -> str:
    rows = (f"| `{column.name}` | {column.type} | {column.meaning.replace('|', '&#124;')} |" for column in columns)
    return "\n".join((heading, "", meaning, "", "| Column | Type | Meaning |", "|---|---|---|", *rows, ""))
