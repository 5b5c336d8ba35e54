"""Tables: their columns, types and values."""

from datetime import date

import pytest

from productgov.errors import InvalidValueError
from productgov.model.initiative import Status
from productgov.tables import Cell, Column, ColumnType, Table

COLUMNS = (
    Column(name="id", type="text", meaning="Its name."),
    Column(name="score", type="number", meaning="Its score."),
    Column(name="due", type="date", meaning="The day it is due."),
)


def test_rows_become_columns_of_fixed_types() -> None:
    table = Table.of("items", COLUMNS, [("a", 1, date(2026, 1, 31)), (Status.DONE, None, None)])
    assert table.to_columns() == {"id": ["a", "done"], "score": [1.0, None], "due": [date(2026, 1, 31), None]}
    assert table.to_records()[1] == {"id": "done", "score": None, "due": None}
    assert [type(value) for values in table.values for value in values if value is not None] == [str, str, float, date]
    assert list(table) == [("a", 1.0, date(2026, 1, 31)), ("done", None, None)]
    assert repr(table) == "<Table items: 2 rows, 3 columns>"


def test_an_empty_table_has_its_columns() -> None:
    table = Table.of("items", COLUMNS, [])
    assert (len(table), table.to_records()) == (0, [])
    assert table.to_columns() == {"id": [], "score": [], "due": []}


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ([("a", 1, None), ("b", 2)], "the rows of the table items must each have 3 values"),
        ([("a", 1)], "the rows of the table items must each have 3 values"),
        ([("a", True, None)], "the column score of the table items holds number values, not bool"),
        ([("a", "1", None)], "the column score of the table items holds number values, not str"),
        ([("a", 1, "2026-01-31")], "the column due of the table items holds date values, not str"),
    ],
)
def test_values_that_do_not_fit_are_refused(rows: list[tuple[object, ...]], message: str) -> None:
    with pytest.raises(InvalidValueError, match=f"^{message}$"):
        Table.of("items", COLUMNS, rows)  # type: ignore[arg-type]


def test_two_columns_of_one_name_are_refused() -> None:
    with pytest.raises(InvalidValueError, match="two columns of one name"):
        Table.of("items", COLUMNS[:1] * 2, [])


def test_a_table_without_columns_is_refused() -> None:
    with pytest.raises(InvalidValueError, match=r"^the table items has no columns; give it one at least$"):
        Table.of("items", [], [])


@pytest.mark.parametrize(
    ("type", "value", "message"),
    [
        ("integer", 2**63, "a whole number of more than 64 bits"),
        ("text", "a\ud800", "half of a surrogate pair"),
        ("json", '"\udc00"', "half of a surrogate pair"),
    ],
)
def test_what_other_tools_do_not_have_is_refused(type: ColumnType, value: Cell, message: str) -> None:
    column = Column(name="a", type=type, meaning="A value.")
    with pytest.raises(InvalidValueError, match=f"^the column a of the table items holds {message}"):
        Table.of("items", [column], [(None,), (value,)])


def test_columns_of_different_lengths_are_refused() -> None:
    with pytest.raises(InvalidValueError, match="as many values in each of its 3 columns"):
        Table(name="items", columns=COLUMNS, values=(("a",), (1.0,), ()))
