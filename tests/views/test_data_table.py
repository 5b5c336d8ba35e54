"""A table as text: bounded to a screen."""

from datetime import date

import pytest

from productgov.tables import Column, Table
from productgov.views.layout import width

NUMBER = Column(name="number", type="integer", meaning="A number.")
WORDS = tuple(Column(name=name, type="text", meaning="Some words.") for name in "abcde")


def table(rows: int) -> Table:
    return Table.of("numbers", [NUMBER], ([number] for number in range(rows)))


@pytest.mark.parametrize(("rows", "more"), [(20, None), (21, "and 1 more row"), (54, "and 34 more rows")])
def test_a_long_table_is_cut_and_says_how_much_more_there_is(rows: int, more: str | None) -> None:
    lines = str(table(rows)).splitlines()
    assert lines[:2] == ["number", "     0"]
    assert lines[21:] == ([more] if more else [])


def test_a_wide_table_shows_the_columns_that_fit() -> None:
    wide = Table.of("words", WORDS, [["x" * 30] * 5] * 25)
    lines = str(wide).splitlines()
    assert lines[1] == "  ".join(["x" * 25 + "…"] * 2)
    assert lines[-1] == "and 5 more rows and 3 more columns"
    assert max(map(width, lines)) <= 80


def test_one_column_is_shown_however_wide_its_name() -> None:
    column = Column(name="x" * 100, type="text", meaning="Words.")
    assert str(Table.of("words", [column, NUMBER], [])) == "x" * 100 + "\nand 1 more column"


def test_an_empty_table_shows_its_columns() -> None:
    assert str(Table.of("words", WORDS, [])) == "a  b  c  d  e"


def test_values_are_shown_as_one_reads_them_and_nothing_moves_the_cursor() -> None:
    columns = [Column(name=name, type="text", meaning="Words.") for name in ("one",)]
    day = Column(name="day", type="date", meaning="A day.")
    flag = Column(name="flag", type="boolean", meaning="A flag.")
    shown = str(Table.of("all", [*columns, NUMBER, day, flag], [("a\n\x1b[1m", 12345, date(2026, 1, 31), True)]))
    assert shown.splitlines()[1] == "a \\u001b[1m  12,345  2026-01-31  yes"
