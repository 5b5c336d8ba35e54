"""The ways out of a table: pandas, polars, Arrow, CSV, SQLite, Parquet, each with the same values and types."""

import csv
import sqlite3
import sys
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest

from productgov.errors import InvalidValueError, MissingExtraError, MissingLibraryError, UnknownFormatError
from productgov.tables import Column, ColumnType, Table, TableFormat, to_tables
from productgov.tables.arrow import BATCH
from tests.support.extras import needs
from tests.support.full_governance import FULL

ROWS: tuple[tuple[str | None, int | None, float | None, bool | None, date | None, str | None], ...] = (
    ("one", 2**53 + 1, 0.1, True, date(2026, 1, 31), '["a"]'),
    (None, None, None, None, None, None),
    ("é\n\U0001f600", -1, -1e15, False, date(1, 1, 1), "{}"),
    ("three", 0, 1.0, True, date(9999, 12, 31), "[]"),
)
NAMES = ("a_text", "an_integer", "a_number", "a_boolean", "a_date", "a_json")
TYPES: tuple[ColumnType, ...] = ("text", "integer", "number", "boolean", "date", "json")
COLUMNS = tuple(Column(name=name, type=each, meaning="A value.") for name, each in zip(NAMES, TYPES, strict=True))
TABLE = Table.of("things", COLUMNS, ROWS)
EMPTY = Table.of("things", COLUMNS, [])
TABLES = to_tables(FULL)


@needs("pandas")
def test_pandas_has_fixed_types_and_the_same_values() -> None:
    import pandas as pd

    types = ["string", "Int64", "float64", "boolean", "datetime64[s]", "string"]
    for table in (TABLE, EMPTY):
        frame = table.to_pandas()
        assert list(map(str, frame.dtypes)) == types
        assert (list(frame.columns), len(frame)) == (list(NAMES), len(table))
    frame = TABLE.to_pandas().astype(object)
    found = frame.where(~frame.isna(), None).to_dict("records")
    dated = [{**each, "a_date": each["a_date"].date() if each["a_date"] else None} for each in found]
    assert dated == TABLE.to_records()
    assert isinstance(TABLE.to_pandas().a_date[0], pd.Timestamp)


@needs("polars")
def test_polars_has_fixed_types_and_the_same_values() -> None:
    import polars as pl

    types = [pl.String, pl.Int64, pl.Float64, pl.Boolean, pl.Date, pl.String]
    for table in (TABLE, EMPTY):
        frame = table.to_polars()
        assert frame.schema == dict(zip(NAMES, types, strict=True))
        assert frame.to_dicts() == table.to_records()


@needs("nanoarrow")
def test_arrow_has_fixed_types_and_the_same_values_in_every_new_stream() -> None:
    import nanoarrow as na

    for table in (TABLE, EMPTY, TABLE):
        stream = na.ArrayStream(table)
        types = [stream.schema.field(index).type.name for index in range(len(NAMES))]
        assert types == ["STRING", "INT64", "DOUBLE", "BOOL", "DATE32", "STRING"]
        assert [dict(row) for row in stream.to_pylist()] == table.to_records()


@needs("nanoarrow")
def test_arrow_comes_in_batches_of_bounded_size() -> None:
    import nanoarrow as na

    table = Table.of("things", COLUMNS[1:2], ([number] for number in range(2 * BATCH + 1)))
    batches = list(na.ArrayStream(table).iter_chunks())
    assert [len(batch) for batch in batches] == [BATCH, BATCH, 1]
    assert [row["an_integer"] for row in na.Array(table).to_pylist()] == list(range(2 * BATCH + 1))


@needs("nanoarrow", "polars")
def test_polars_takes_a_table_as_it_is() -> None:
    import polars as pl

    assert pl.DataFrame(TABLE).equals(TABLE.to_polars())


def test_csv_is_what_it_says(tmp_path: Path) -> None:
    TABLE.save(tmp_path / "things.csv")
    assert (tmp_path / "things.csv").read_bytes().decode() == (
        "a_text,an_integer,a_number,a_boolean,a_date,a_json\n"
        'one,9007199254740993,0.1,true,2026-01-31,"[""a""]"\n'
        ",,,,,\n"
        '"é\n\U0001f600",-1,-1000000000000000.0,false,0001-01-01,{}\n'
        "three,0,1.0,true,9999-12-31,[]\n"
    )
    EMPTY.save(str(tmp_path / "EMPTY.CSV"))
    assert (tmp_path / "EMPTY.CSV").read_text() == ",".join(NAMES) + "\n"


def test_no_row_of_csv_is_an_empty_line_and_an_empty_text_is_not_nothing(tmp_path: Path) -> None:
    Table.of("texts", COLUMNS[:1], [(None,), ("",), ("a",)]).save(tmp_path / "a.csv")
    assert (tmp_path / "a.csv").read_text() == 'a_text\n""\n""\na\n'
    Table.of("texts", COLUMNS[:2], [(None, 1), ("", 2)]).save(tmp_path / "b.csv")
    assert (tmp_path / "b.csv").read_text() == 'a_text,an_integer\n,1\n"",2\n'


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", "\n-"])
def test_what_could_be_a_formula_gets_an_apostrophe_in_csv(text: str, tmp_path: Path) -> None:
    table = Table.of("texts", COLUMNS[:1], [(text,), ("1-1",)])
    table.save(tmp_path / "texts.csv")
    with (tmp_path / "texts.csv").open(newline="", encoding="utf-8") as file:
        assert list(csv.reader(file)) == [["a_text"], [f"'{text}"], ["1-1"]]


def test_numbers_below_zero_are_no_formulas(tmp_path: Path) -> None:
    Table.of("numbers", COLUMNS[2:3], [(-1,)]).save(tmp_path / "numbers.csv")
    assert (tmp_path / "numbers.csv").read_text() == "a_number\n-1.0\n"


def test_csv_in_several_pieces_is_whole(tmp_path: Path) -> None:
    Table.of("numbers", COLUMNS[1:2], ([number] for number in range(2_500))).save(tmp_path / "numbers.csv")
    assert (tmp_path / "numbers.csv").read_text().split() == ["an_integer", *map(str, range(2_500))]


@pytest.mark.parametrize("ending", ["sqlite", "sqlite3", "db", "SQLITE"])
def test_sqlite_has_declared_types_and_the_same_values(ending: str, tmp_path: Path) -> None:
    file = tmp_path / f"things.{ending}"
    TABLE.save(file)
    connection = sqlite3.connect(file)
    declared = [row[2] for row in connection.execute("PRAGMA table_info(things)")]
    found = connection.execute("SELECT * FROM things").fetchall()
    connection.close()
    assert declared == ["TEXT", "INTEGER", "REAL", "BOOLEAN", "DATE", "TEXT"]
    dated = [
        (*row[:3], None if row[3] is None else bool(row[3]), row[4] and date.fromisoformat(row[4]), row[5])
        for row in found
    ]
    assert dated == list(TABLE)
    assert [path.name for path in tmp_path.iterdir()] == [file.name]


def test_sqlite_takes_any_name(tmp_path: Path) -> None:
    column = Column(name='sel"ect', type="text", meaning="A value.")
    Table.of('ta"ble', [column], [("a",)]).save(tmp_path / "a.db")
    connection = sqlite3.connect(tmp_path / "a.db")
    assert connection.execute('SELECT "sel""ect" FROM "ta""ble"').fetchall() == [("a",)]
    connection.close()


def test_what_sqlite_does_not_take_is_an_error_and_leaves_the_old_file(tmp_path: Path) -> None:
    columns = [Column(name=name, type="text", meaning="A value.") for name in ("a", "A")]
    (tmp_path / "a.db").write_text("old")
    with pytest.raises(OSError, match="duplicate column name"):
        Table.of("table", columns, [("a", "b")]).save(tmp_path / "a.db")
    assert (tmp_path / "a.db").read_text() == "old"


@needs("polars")
def test_parquet_by_polars(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import polars as pl

    monkeypatch.setattr("productgov.tables.parquet_file.find_spec", lambda name: None if name == "pyarrow" else name)
    for table in (TABLE, EMPTY):
        table.save(tmp_path / "things.parquet")
        assert pl.read_parquet(tmp_path / "things.parquet").equals(table.to_polars())


def test_parquet_by_pyarrow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With a stand-in, for pyarrow is large: what it is given is what it needs."""
    written: list[object] = []
    pyarrow, parquet = ModuleType("pyarrow"), ModuleType("pyarrow.parquet")
    for name in ("string", "int64", "float64", "bool_", "date32"):
        setattr(pyarrow, name, lambda name=name: name)
    setattr(pyarrow, "array", lambda cells, kind: (cells, kind))  # noqa: B010 - a module has no such attribute
    setattr(pyarrow, "table", lambda arrays, names: dict(zip(names, arrays, strict=True)))  # noqa: B010

    def write_table(table: object, file: Path) -> None:
        written.append(table)
        file.write_text("parquet")

    setattr(parquet, "write_table", write_table)  # noqa: B010
    monkeypatch.setitem(sys.modules, "pyarrow", pyarrow)
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", parquet)
    monkeypatch.setattr("productgov.tables.parquet_file.find_spec", lambda name: name)
    TABLE.save(tmp_path / "things.parquet")
    types = ("string", "int64", "float64", "bool_", "date32", "string")
    assert written == [dict(zip(NAMES, zip(TABLE.values, types, strict=True), strict=True))]
    assert (tmp_path / "things.parquet").read_text() == "parquet"


@pytest.mark.parametrize("module", ["pandas", "polars"])
def test_a_frame_of_a_library_that_is_not_there_is_a_clear_error(module: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(MissingLibraryError, match=f"^to_{module} needs {module}, which is not installed: pip install"):
        getattr(TABLE, f"to_{module}")()


def test_arrow_without_nanoarrow_is_a_clear_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "nanoarrow", None)
    with pytest.raises(MissingExtraError, match=r"an Arrow stream needs an extra .* 'productgov\[arrow\]'"):
        TABLE.__arrow_c_stream__()


def test_parquet_without_a_library_is_a_clear_error_and_nothing_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("productgov.tables.parquet_file.find_spec", lambda _: None)
    message = "^Parquet needs pyarrow or polars, which is not installed: pip install pyarrow$"
    with pytest.raises(MissingLibraryError, match=message):
        TABLE.save(tmp_path / "things.parquet")
    with pytest.raises(MissingLibraryError, match=message):
        TABLES.save(tmp_path / "folder", format="parquet")
    assert list(tmp_path.iterdir()) == []


def test_the_ending_of_one_table_must_be_known(tmp_path: Path) -> None:
    with pytest.raises(UnknownFormatError, match=r"'a.xlsx' is none of \.csv, \.parquet, \.sqlite, \.sqlite3, \.db"):
        TABLE.save(tmp_path / "a.xlsx")


def test_all_tables_are_one_sqlite_file(tmp_path: Path) -> None:
    TABLES.save(tmp_path / "all.sqlite")
    connection = sqlite3.connect(tmp_path / "all.sqlite")
    names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master")]
    counts = [connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in names]
    connection.close()
    assert dict(zip(names, counts, strict=True)) == {name: len(table) for name, table in TABLES.items()}


@pytest.mark.parametrize("format", [None, "csv", pytest.param("parquet", marks=needs("polars"))])
def test_all_tables_are_a_folder_and_nothing_else_in_it_is_touched(format: TableFormat | None, tmp_path: Path) -> None:
    folder = tmp_path / "new" / "folder"
    for _ in range(2):
        TABLES.save(folder, format=format)
    (folder / "notes.txt").write_text("mine")
    TABLES.save(str(folder), format=format)
    ending = format or "csv"
    assert {path.name for path in folder.iterdir()} == {f"{name}.{ending}" for name in TABLES} | {"notes.txt"}
    if ending == "csv":
        assert (folder / "visions.csv").read_text() == (
            'id,title,statement,theme,pillar,signals,extensions\nquiet,Quiet,,,,"[""Calls fall""]",\n'
        )


def test_a_folder_may_have_the_name_of_a_file(tmp_path: Path) -> None:
    for name in ("all.sqlite", "all.csv"):
        (tmp_path / name).mkdir()
        TABLES.save(tmp_path / name)
        assert len(list((tmp_path / name).iterdir())) == len(TABLES)


@pytest.mark.parametrize(
    ("name", "format", "error", "message"),
    [
        ("a.csv", None, UnknownFormatError, "'a.csv' would hold one table, and these are 15; name a folder"),
        ("a.parquet", "parquet", UnknownFormatError, "name a folder, or a file that ends in .sqlite"),
        ("a.sqlite", "csv", InvalidValueError, "the ending of 'a.sqlite' says SQLite; name a folder for csv"),
        ("a", "xlsx", UnknownFormatError, "no such format: 'xlsx'; expected one of csv, parquet"),
    ],
)
def test_where_all_tables_do_not_fit(
    name: str, format: TableFormat, error: type[Exception], message: str, tmp_path: Path
) -> None:
    with pytest.raises(error, match=message):
        TABLES.save(tmp_path / name, format=format)
    assert list(tmp_path.iterdir()) == []


def test_a_file_in_the_place_of_the_folder_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "folder").write_text("mine")
    with pytest.raises(FileExistsError):
        TABLES.save(tmp_path / "folder")
    assert (tmp_path / "folder").read_text() == "mine"
