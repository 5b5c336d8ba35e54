"""`productgov tables`, as it is typed."""

import sqlite3
from pathlib import Path

import attrs
import pytest

from productgov.cli.main import main
from productgov.cli.status import ERRORS_FOUND, NO_ERROR, UNUSABLE
from productgov.dumping import dump
from productgov.tables import to_tables
from tests.support.extras import needs
from tests.support.full_governance import FULL
from tests.support.governances import governance

COUNT = sum(map(len, to_tables(FULL).values()))


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    dump(FULL, "full.json")
    return tmp_path


def run(*arguments: str) -> int:
    return main(["tables", *arguments])


def files() -> set[str]:
    return {path.name for path in Path().iterdir()}


def test_documents_stack_in_one_sqlite_file(capsys: pytest.CaptureFixture[str]) -> None:
    dump(attrs.evolve(FULL, as_of=FULL.as_of.replace(day=9) if FULL.as_of else None), "other.json")
    assert run("full.json", "other.json", "-o", "all.sqlite") == NO_ERROR
    assert capsys.readouterr().out == (
        f"wrote all.sqlite: 15 tables, {2 * COUNT} rows (as of 2026-03-01 to 2026-03-09)\n"
    )
    connection = sqlite3.connect("all.sqlite")
    found = connection.execute("SELECT document, id, as_of FROM kpis WHERE north_star").fetchall()
    connection.close()
    assert found == [("full", "weekly-teams", "2026-03-01"), ("other", "weekly-teams", "2026-03-09")]


@pytest.mark.parametrize("format", ["csv", pytest.param("parquet", marks=needs("polars"))])
def test_a_folder_has_a_file_for_each_table(format: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("full.json", "-o", "out", "--format", format, "--as-of", "2026-03-05") == NO_ERROR
    assert capsys.readouterr().out == f"wrote out: 15 tables, {COUNT} rows (as of 2026-03-05)\n"
    assert {path.name for path in Path("out").iterdir()} == {f"{name}.{format}" for name in to_tables(FULL)}


@pytest.mark.parametrize("output", [(), ("-o", "-")])
def test_one_table_is_printed_as_csv(output: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert run("full.json", "--table", "visions", *output) == NO_ERROR
    assert capsys.readouterr().out == (
        'document,id,title,statement,theme,pillar,signals,extensions\nfull,quiet,Quiet,,,,"[""Calls fall""]",\n'
    )


def test_one_table_goes_into_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("full.json", "--table", "visions", "-o", "visions.csv") == NO_ERROR
    assert capsys.readouterr().out == "wrote visions.csv: 1 row\n"
    assert Path("visions.csv").read_text().count("\n") == 2


def test_documents_of_one_name_are_told_apart_by_their_folders(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a").mkdir()
    dump(governance(), "a/full.json")
    assert run("full.json", "a/full.json", "--table", "reviews") == NO_ERROR
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(",")[0] for line in lines] == ["document", *["full.json"] * 3, *["a/full.json"] * 3]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["full.json"], "name the output: -o out.sqlite, or a folder; or print one table: --table kpis"),
        (["full.json", "-o", "-"], "name the output: -o out.sqlite, or a folder; or print one table: --table kpis"),
        (["full.json", "full.json", "-o", "a.db"], "full.json is named twice; name each document once"),
        (["none.json", "-o", "a.db"], "none.json: no such file or directory"),
        (["full.json", "-o", "a.csv"], "'a.csv' would hold one table, and these are 15; name a folder, or a file"),
        (["full.json", "-o", "a.db", "--format", "csv"], "the ending of 'a.db' says SQLite; name a folder for csv"),
        (["full.json", "-o", "no/a.db"], "no/a.db: no such file or directory"),
        (["full.json", "--table", "kpis", "--format", "csv"], "--format is for the files in a folder; the ending of"),
        (["full.json", "--table", "kpis", "-o", "a.txt"], "the ending of 'a.txt' is none of .csv, .parquet, .sqlite"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_written(
    arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(*arguments) == UNUSABLE
    assert capsys.readouterr().err.startswith(f"productgov: {message}")
    assert files() == {"full.json"}


def test_when_one_document_is_not_valid_nothing_is_written(capsys: pytest.CaptureFixture[str]) -> None:
    Path("bad.json").write_text("{}")
    assert run("full.json", "bad.json", "-o", "all.sqlite") == ERRORS_FOUND
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "PG004" in printed.err
    assert files() == {"full.json", "bad.json"}
