"""The tables of rankings, simulations and comparisons."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar, cast

from productgov.ranking.comparison import FrameworkComparison
from productgov.ranking.ranking import RANKED, Ranked, Ranking, Unranked
from productgov.ranking.records import RecordField
from productgov.ranking.simulation import SIMULATED, Simulation
from productgov.ranking.terms import TermValue
from productgov.tables.column import Cell, Column, ColumnType, number
from productgov.tables.source import extra, rows_table
from productgov.tables.table import Table

__all__ = ["comparison_table", "ranking_table", "simulation_table"]

Row = TypeVar("Row")
Value = TypeVar("Value")

_TYPES: Mapping[str, ColumnType] = {
    "string": "text",
    "integer": "integer",
    "number": "number",
    "boolean": "boolean",
}
_FIELDS = tuple(field for field in RANKED if field.name != "terms")
_REASON = Column(name="reason", type="text", meaning="Why it is not ranked; it then has no position.")


def ranking_table(ranking: Ranking) -> Table:
    """The ranked items in order, then those that are not ranked, with a column for every term of their scores."""
    return Table.of("ranking", *_ranking(ranking))


def simulation_table(simulation: Simulation) -> Table:
    """The table of the ranking, and the chances of each ranked item."""
    columns, rows = _ranking(simulation.ranking)
    chances = [tuple(field.read(outcome) for field in SIMULATED) for outcome in simulation]
    unknown: tuple[Cell, ...] = (None,) * len(SIMULATED)
    padded = (*chances, *(unknown for _ in simulation.ranking.unranked))
    together = [(*row, *more) for row, more in zip(rows, padded, strict=True)]
    return Table.of("simulation", (*columns, *map(_column, SIMULATED)), together)


def comparison_table(comparison: FrameworkComparison) -> Table:
    """The position of every initiative under every framework."""
    rows = ((ranking.method.name, ranked) for ranking in comparison.rankings for ranked in ranking)
    return rows_table(
        "framework_comparison",
        rows,
        extra("framework", "text", "The framework.", lambda row: row[0]),
        extra("position", "integer", "The position of the initiative under it, from 1.", lambda row: row[1].position),
        extra("id", "text", "The id of the initiative.", lambda row: row[1].initiative.id),
        extra("title", "text", "Its title.", lambda row: row[1].initiative.title),
        extra("score", "number", "Its score under the framework.", lambda row: number(row[1].score)),
    )


def _ranking(ranking: Ranking) -> tuple[tuple[Column, ...], list[tuple[Cell, ...]]]:
    taken = {field.name for field in RANKED} | {field.name for field in SIMULATED} | {_REASON.name}
    names = [name for name in dict.fromkeys(name for ranked in ranking for name in ranked.terms) if name not in taken]
    terms = [_term_column(name, [ranked.terms.get(name) for ranked in ranking]) for name in names]
    columns = (*map(_column, _FIELDS), _REASON, *terms)
    rows = [_ranked_row(ranked, terms) for ranked in ranking]
    return columns, [*rows, *(_unranked_row(item, terms) for item in ranking.unranked)]


def _ranked_row(ranked: Ranked, terms: Sequence[Column]) -> tuple[Cell, ...]:
    fields = (cast("Cell", field.read(ranked)) for field in _FIELDS)
    return (*fields, None, *(_term(ranked.terms.get(column.name), column) for column in terms))


def _unranked_row(item: Unranked, terms: Iterable[Column]) -> tuple[Cell, ...]:
    known: dict[str, Cell] = {
        "id": item.initiative.id,
        "title": item.initiative.title,
        "horizon": item.place if item.place == "backlog" else item.horizon and item.horizon.value,
    }
    return (*(known.get(field.name) for field in _FIELDS), item.reason, *(None for _ in terms))


def _column(field: RecordField[Row, Value]) -> Column:
    """The column of a field of a printed record."""
    types = field.type["type"]
    name = types[0] if isinstance(types, list) else types
    return Column(name=field.name, type=_TYPES[str(name)], meaning=field.meaning)


def _term_column(name: str, values: Iterable[TermValue]) -> Column:
    """The column of a term, which is a number under every method that has numbers there."""
    classes = {bool if isinstance(value, bool) else type(value) for value in values if value is not None}
    type_name: ColumnType = "number" if classes <= {int, float} else "boolean" if classes == {bool} else "text"
    return Column(name=name, type=type_name, meaning=f"The term {name} of its score.")


def _term(value: TermValue, column: Column) -> Cell:
    return str(value) if column.type == "text" and value is not None else value
