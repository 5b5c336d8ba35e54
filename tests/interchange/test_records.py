"""JSON, YAML, TOML, data frames and records as tables."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from productgov import InvalidDocumentError, InvalidValueError, MissingExtraError
from productgov.interchange import Imported, TableLimits, read_table
from tests.support.extras import needs
from tests.support.tables import imported, mapped, written

RECORDS: list[dict[str, object]] = [{"Key": "A-1", "Title": "One"}, {"Key": "A-2", "Title": "Two", "Size": 5}]


def ids(found: Imported) -> list[str]:
    return [item.id for item in found.initiatives]


def test_records_are_found_by_their_path(tmp_path: Path) -> None:
    text = '{"a": {"b": [{"c": [{"Key": "A-1", "Title": "One"}]}, {"c": [{"Key": "A-2", "Title": "Two"}]}, {"d": 1}]}}'
    assert ids(imported(tmp_path, text, '[rows]\nrecords = "a.b.c"\n', name="x.json")) == ["A-1", "A-2"]
    assert ids(imported(tmp_path, '{"Key": "A-1", "Title": "One"}', name="x.json")) == ["A-1"]
    toml = '[A-1]\nTitle = "One"\n[A-2]\nTitle = "Two"\n'
    keyed = 'name = "x"\n[initiative]\nid = {from = ["$key"]}\ntitle = {from = ["Title"]}\n[rows]\nrecords = "all"\n'
    found = read_table(written(tmp_path, toml.replace("[A", "[all.A"), "x.toml"), mapped(keyed, ""))
    assert ids(found) == ["A-1", "A-2"]


@pytest.mark.parametrize(
    ("text", "records", "reason"),
    [
        ('{"a": 1}', "a", "there is no list of records at a; records = "),
        ('{"a": {"b": 5}}', "a.b.c", "there is nothing at a.b.c; records = "),
        ("[1]", "", "there is no list of records in it; records = "),
        ("5", "", "there is no list of records in it; records = "),
        ("[1]", "a", 'no column is called "Key" or "Title", as the map says; there are no names'),
        ('{"a": 1}', "", 'no column is called "Key" or "Title", as the map says; there are "a"'),
    ],
)
def test_what_holds_no_records_is_refused(text: str, records: str, reason: str, tmp_path: Path) -> None:
    more = f'[rows]\nrecords = "{records}"\n' if records else ""
    with pytest.raises(InvalidValueError) as error:
        imported(tmp_path, text, more, name="x.json")
    assert str(error.value).partition("x.json: ")[2].startswith(reason)


def test_an_entry_of_a_list_can_be_a_row(tmp_path: Path) -> None:
    entries = '{"list": [{"Title": "One"}, {"Title": "Two"}]}'
    text = f'[{{"Key": "A", "o": {entries}}}, {{"Key": "B", "Title": "b", "o": {{"list": []}}}}]'
    more = '[rows]\neach = "o.list"\n'
    base = 'name = "x"\n[initiative]\nid = {from = ["Key", "o.list.Title"], join = "-"}\n'
    base += 'title = {from = ["o.list.Title", "Title"]}\n'
    found = read_table(written(tmp_path, text, "x.json"), mapped(more, base))
    assert ids(found) == ["A-One", "A-Two", "B"]
    plain = '[{"Key": "A", "Title": "t", "list": [1, 2]}]'
    every = 'tags = {from = ["list"]}\n[rows]\neach = "list"\n'
    assert imported(tmp_path, plain, every, name="x.json").initiatives[0].tags == ("1",)


def test_lists_of_objects_and_of_texts(tmp_path: Path) -> None:
    text = '[{"Key": 7, "Title": "One", "labels": [{"name": "a"}, {"name": ["b", "c"]}, 5], "t": ["x", "", null, "y"]}]'
    found = imported(tmp_path, text, 'tags = {from = ["labels.name", "t"]}\n', name="x.json")
    assert found.initiatives[0].tags == ("a", "b", "c", "x", "y")
    assert ids(found) == ["7"]


def test_broken_and_doubtful_files(tmp_path: Path) -> None:
    with pytest.raises(InvalidDocumentError, match=r"x.json:1:2 PG001"):
        imported(tmp_path, "{", name="x.json")
    found = imported(tmp_path, '[{"Key": "A", "Key": "B", "Title": "t"}]', name="x.json")
    [note] = found.losses.notes
    assert note.startswith('duplicate key "Key" (')


def test_records_are_bounded(tmp_path: Path) -> None:
    for limits in (TableLimits(max_rows=1), TableLimits(max_columns=2), TableLimits(max_cells=4)):
        with pytest.raises(InvalidValueError, match="<table>: more than "):
            read_table(RECORDS, mapped(), limits=limits)


def test_looked_up_names_need_a_list(tmp_path: Path) -> None:
    more = 'theme = {from = ["l"], lookup = {in = "lists", key = "id", value = "name"}}\n[rows]\nrecords = "cards"\n'
    text = '{"cards": [{"Key": "A", "Title": "t", "l": 1}], "lists": %s}'
    found = imported(tmp_path, text % '[{"id": 1, "name": "Now"}, {"id": 2}, 3]', more, name="x.json")
    assert found.initiatives[0].theme == "Now"
    assert imported(tmp_path, text % "5", more, name="x.json").initiatives[0].theme is None


def test_mappings_are_read(tmp_path: Path) -> None:
    found = read_table(RECORDS, mapped())
    assert ids(found) == ["A-1", "A-2"]
    assert [(one.column, one.position, one.values) for one in found.losses.unread] == [("Size", 3, 1)]
    assert ids(read_table(iter(RECORDS), mapped())) == ["A-1", "A-2"]
    assert ids(read_table(RECORDS[0], mapped())) == ["A-1"]
    for wrong in (5, None):
        with pytest.raises(InvalidValueError, match="expected the name of a file, a data frame or a list of mappings"):
            read_table(wrong, mapped())


@needs("pandas")
def test_pandas() -> None:
    import pandas as pd

    frame = pd.DataFrame({"Key": ["A-1", "A-2"], "Title": ["One", None], "Due": pd.to_datetime(["2026-01-31", None])})
    found = read_table(frame, mapped('targetDate = {from = ["Due"]}\n'))
    assert ids(found) == ["A-1"]
    assert found.initiatives[0].target_date == date(2026, 1, 31)
    numbers = pd.DataFrame({"Key": [7, None], "Title": ["One", "Two"]})
    assert ids(read_table(numbers, mapped())) == ["7"]
    twice = pd.DataFrame([["A-1", "One", "x", "y"]], columns=["Key", "Title", "Tag", "Tag"])
    assert read_table(twice, mapped('tags = {from = ["Tag"]}\n')).initiatives[0].tags == ("x", "y")
    for limits in (TableLimits(max_rows=1), TableLimits(max_columns=2)):
        with pytest.raises(InvalidValueError, match="<table>: "):
            read_table(frame, mapped(), limits=limits)


@needs("polars")
def test_polars() -> None:
    import polars as pl

    frame = pl.DataFrame({"Key": ["A-1"], "Title": ["One"], "Due": [date(2026, 1, 31)], "Tags": [["x", "y"]]})
    found = read_table(frame, mapped('targetDate = {from = ["Due"]}\ntags = {from = ["Tags"]}\n'))
    assert found.initiatives[0].target_date == date(2026, 1, 31)
    assert found.initiatives[0].tags == ("x", "y")


class Stream:
    """Something that offers Arrow data and nothing else."""

    def __init__(self, stream: object) -> None:
        self._stream = stream

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self._stream.__arrow_c_stream__(requested_schema)  # type: ignore[attr-defined]

    def __iter__(self) -> Iterator[object]:
        raise AssertionError


@needs("nanoarrow", "polars")
def test_arrow() -> None:
    import polars as pl

    frame = pl.DataFrame({"Key": ["A-1", "A-2"], "Title": ["One", "Two"], "Due": [date(2026, 1, 31), None]})
    found = read_table(Stream(frame), mapped('targetDate = {from = ["Due"]}\n'))
    assert ids(found) == ["A-1", "A-2"]
    assert found.initiatives[0].target_date == date(2026, 1, 31)


def test_arrow_without_nanoarrow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "nanoarrow", None)
    with pytest.raises(MissingExtraError, match=r"reading Arrow data needs an extra.*productgov\[arrow\]"):
        read_table(Stream(None), mapped())
