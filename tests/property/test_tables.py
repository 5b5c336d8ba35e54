"""The laws of tables: exact types, equal lengths, the same values by every way out, and back again."""

import csv
import json
import sqlite3
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from productgov import (
    Initiative,
    ProductGovernance,
    check,
    compare_frameworks,
    metric_tree,
    objective_progress,
    rank,
    roadmap_progress,
    simulate,
    team_load,
    to_dict,
    trace,
)
from productgov.fields.shapes import EXTENSIONS, fields_of, is_model
from productgov.model.extensions import Extensions
from productgov.model.scoring import NO_SCORING
from productgov.model.targets import Bounds
from productgov.strategies import governances, initiatives
from productgov.tables import Cell, Table, from_records, to_tables
from productgov.tables.column import CLASSES
from productgov.tables.tables import SOURCES
from productgov.tabular import Tabular
from tests.support.extras import has
from tests.support.rankable import rankable

Model = TypeVar("Model")
ANY = governances() | governances(consistent=False)
DAYS = st.dates()


def tables_of(governance: ProductGovernance, as_of: date) -> Iterator[Table]:
    """All tables of a governance and of what is found out about it."""
    yield from to_tables(governance, as_of=as_of).values()
    governance = rankable(governance)
    results: tuple[Tabular | None, ...] = (
        rank(governance),
        simulate(governance, draws=2),
        compare_frameworks(governance),
        check(governance, as_of=as_of),
        roadmap_progress(governance, as_of),
        objective_progress(governance, as_of),
        team_load(governance, as_of, draws=2),
        trace(governance),
        metric_tree(governance),
    )
    yield from (result.table for result in results if result is not None)


@given(ANY, DAYS)
def test_columns_have_exact_types_and_equal_lengths(governance: ProductGovernance, as_of: date) -> None:
    for table in tables_of(governance, as_of):
        assert {len(values) for values in table.values} == {len(table)}
        for column, values in zip(table.columns, table.values, strict=True):
            assert {type(value) for value in values} <= {CLASSES[column.type], type(None)}
            if column.type == "json":
                assert {type(json.loads(str(text))) for text in values if text is not None} <= {list, dict}


@given(ANY, DAYS)
def test_every_way_out_has_the_same_values(governance: ProductGovernance, as_of: date) -> None:
    for table in tables_of(governance, as_of):
        records = table.to_records()
        if has("polars"):
            assert table.to_polars().to_dicts() == records
        if has("nanoarrow"):
            import nanoarrow as na

            assert [dict(row) for row in na.ArrayStream(table).to_pylist()] == records
        if has("pandas"):
            frame = table.to_pandas().astype(object)
            assert [tuple(map(_of_pandas, row)) for row in frame.itertuples(index=False)] == list(table)
    with TemporaryDirectory() as folder:
        _saved(governance, as_of, Path(folder))


def _of_pandas(value: object) -> object:
    import pandas as pd

    if isinstance(value, pd.Timestamp):
        return value.date()
    return None if pd.isna(value) else value


def _saved(governance: ProductGovernance, as_of: date, folder: Path) -> None:
    tables = to_tables(governance, as_of=as_of)
    tables.save(folder / "all.sqlite")
    tables.save(folder / "csv")
    connection = sqlite3.connect(folder / "all.sqlite")
    for name, table in tables.items():
        found = connection.execute(f'SELECT * FROM "{name}"').fetchall()
        assert found == [tuple(map(_of_sqlite, row)) for row in table]
        with (folder / "csv" / f"{name}.csv").open(newline="", encoding="utf-8") as file:
            _, *rows = csv.reader(file)
        assert [tuple(map(_text, row)) for row in table] == [tuple(map(_unguarded, row)) for row in rows]
    connection.close()


def _of_sqlite(value: Cell) -> Cell:
    return value.isoformat() if isinstance(value, date) else value


def _text(value: Cell) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else _unguarded(str(value))


def _unguarded(text: str) -> str:
    """A text without the guard of formulas, which other texts can begin with, too."""
    return text.removeprefix("'")


@given(ANY, DAYS)
def test_rows_and_back_are_the_same_rows(governance: ProductGovernance, as_of: date) -> None:
    tables = to_tables(governance, as_of=as_of)
    for source in SOURCES:
        if source.flat is None or (source.name == "key_results" and _keeps_nothing(governance)):
            continue
        table = tables[source.name]
        cls: type[object] = source.flat.cls
        objects = from_records(cls, table.to_records())
        again = list(source.flat.values(objects))
        names = [column.name for column in source.flat.columns]
        given_values = table.to_columns()
        assert [[*values] for values in again] == [given_values[name] for name in names]


def _keeps_nothing(governance: ProductGovernance) -> bool:
    """Whether a key result has a range without limits, which is an object that says nothing."""
    key_results = (each for objective in governance.objectives for each in objective.key_results)
    return any(each.keep is not None and not each.keep.limited for each in key_results)


@given(st.lists(initiatives(consistent=False), max_size=3))
def test_initiatives_and_back_are_the_same_but_for_what_rows_leave_out(items: list[Initiative]) -> None:
    source = SOURCES[0]
    assert source.flat is not None
    columns = zip(*source.flat.values(items), strict=True)
    rows = [dict(zip([column.name for column in source.flat.columns], row, strict=True)) for row in columns]
    for item, found in zip(items, from_records(Initiative, rows), strict=True):
        assert to_dict(found) == to_dict(_in_a_row(item))


def _in_a_row(item: Initiative) -> Initiative:
    """An initiative as a row can hold it: without check-ins, `x-` data within it, and objects that say nothing."""
    scoring = item.scoring and _without_extensions(item.scoring)
    return attrs.evolve(
        item,
        check_ins=(),
        owner=item.owner and _without_extensions(item.owner),
        deadline=item.deadline and _without_extensions(item.deadline),
        outcome=item.outcome and _without_extensions(item.outcome),
        scoring=None if scoring == NO_SCORING else scoring,
    )


def _without_extensions(value: Model) -> Model:
    """An object without its `x-` data, and that of single objects in it."""
    cls: type = type(value)
    held = {field.name: getattr(value, field.name) for field in fields_of(cls)}
    inner = {name: _without_extensions(each) for name, each in held.items() if is_model(type(each))}
    return attrs.evolve(value, **inner, **{EXTENSIONS: Extensions()})  # type: ignore[misc]


@pytest.mark.parametrize("bounds", [Bounds(), Bounds(min=1)])
def test_an_object_that_says_nothing_is_not_there(bounds: Bounds) -> None:
    from productgov import KPI

    (found,) = from_records(KPI, [{"id": "a", "name": "A", "bounds_min": bounds.min, "bounds_max": bounds.max}])
    assert found.bounds == (bounds if bounds.limited else None)
