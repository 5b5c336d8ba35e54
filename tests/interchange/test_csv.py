"""CSV as other tools write it: read right, or refused by name."""

from pathlib import Path

import pytest

from productgov import InvalidValueError
from productgov.interchange import Imported, TableLimits, parse_map, read_table
from tests.support.tables import imported, mapped, written

PLAIN = "Key,Title\nA-1,Log in\nA-2,Größe\n"


def titles(found: Imported) -> list[str]:
    return [item.title for item in found.initiatives]


@pytest.mark.parametrize(
    "data",
    [
        PLAIN.encode(),
        PLAIN.encode("utf-8-sig"),
        PLAIN.encode("utf-16"),
        PLAIN.replace(",", ";").encode(),
        PLAIN.replace(",", "\t").encode("utf-16"),
        PLAIN.replace(",", "|").encode(),
        PLAIN.replace("\n", "\r\n").encode(),
        ("sep=;\r\n" + PLAIN.replace(",", ";")).encode(),
        ("\n,,\n" + PLAIN).encode(),
        PLAIN.replace("Key", " KEY ").encode(),
        PLAIN.replace("Key", '"Schlüssel\nKey"').encode(),
        PLAIN.replace("Key,Title", "Key,Title,,").encode(),
        PLAIN.replace("Log in\n", "Log in,,,\n").encode(),
    ],
)
def test_one_table_in_many_forms(data: bytes, tmp_path: Path) -> None:
    assert titles(imported(tmp_path, data)) == ["Log in", "Größe"]


def test_the_encoding_is_said_by_the_map_and_never_guessed(tmp_path: Path) -> None:
    path = written(tmp_path, PLAIN.encode("cp1252"))
    with pytest.raises(InvalidValueError, match=r"not utf-8: byte 0xF6 at offset 27.*windows-1252"):
        read_table(path, mapped())
    said = mapped('[rows]\nencoding = "windows-1252"\n')
    assert titles(read_table(path, said)) == ["Log in", "Größe"]


def test_utf_16_without_a_mark_is_named(tmp_path: Path) -> None:
    path = written(tmp_path, PLAIN.encode("utf-16-le"))
    with pytest.raises(InvalidValueError, match='UTF-16 without a byte order mark; say so: encoding = "utf-16"'):
        read_table(path, mapped())
    assert titles(read_table(path, mapped('[rows]\nencoding = "utf-16"\n'))) == ["Log in", "Größe"]


def test_the_delimiter_can_be_said(tmp_path: Path) -> None:
    with pytest.raises(InvalidValueError, match="no column is called"):
        imported(tmp_path, PLAIN, '[rows]\ndelimiter = ";"\n')
    assert titles(imported(tmp_path, PLAIN, '[rows]\ndelimiter = ","\n')) == ["Log in", "Größe"]


def test_quoted_line_ends_and_guards_against_formulas(tmp_path: Path) -> None:
    text = 'Key,Title,Text\nA-1,\'=1+1,"one\r\ntwo, ""three"""\nA-2,\'quoted\',\'-5\n'
    found = imported(tmp_path, text, 'description = {from = ["Text"]}\n')
    assert titles(found) == ["=1+1", "'quoted'"]
    assert [item.description for item in found.initiatives] == ['one\ntwo, "three"', "-5"]


def test_a_repeated_column_is_read_as_often_as_it_is_there(tmp_path: Path) -> None:
    text = "Key,Title,Tag,Tag,Owner,Owner\nA-1,One,x,y,,Ana\nA-2,Two,y,,Bo,Cy\n"
    found = imported(tmp_path, text, 'tags = {from = ["Tag"]}\nowner.title = {from = ["Owner"]}\n')
    assert [item.tags for item in found.initiatives] == [("x", "y"), ("y",)]
    assert [item.owner.title for item in found.initiatives if item.owner] == ["Ana", "Bo"]
    assert found.losses.unread == ()


def test_rows_narrower_and_wider_than_the_header(tmp_path: Path) -> None:
    found = imported(tmp_path, "Key,Title,Text\nA-1,One\nA-2,Two,x,y\nA-3,Three,z\nA-4,Four,z,,\n")
    assert titles(found) == ["One", "Three", "Four"]
    assert found.losses.notes == ("1 row narrower than the header; the missing cells count as empty",)
    moved = "it has 4 cells in a table of 3 columns: values may have moved"
    assert [(one.row, one.reason) for one in found.losses.skipped] == [(3, moved)]


def test_the_header_is_found_below_remarks(tmp_path: Path) -> None:
    text = "A remark; with a semicolon\n,,\nKey,Title\nA-1,One\n"
    assert titles(imported(tmp_path, text, '[rows]\nheaderHas = ["Key", "title"]\n')) == ["One"]
    assert titles(imported(tmp_path, text, "[rows]\nheader = 3\n")) == ["One"]
    with pytest.raises(InvalidValueError, match='no row among the first 3 is the header: "Reach"'):
        imported(tmp_path, text, '[rows]\nheaderHas = ["Reach"]\n')
    with pytest.raises(InvalidValueError, match="no row among the first 3 is the header: row 9"):
        imported(tmp_path, text, "[rows]\nheader = 9\n")


def test_names_can_be_words_of_a_header(tmp_path: Path) -> None:
    more = '[rows]\nheadings = "words"\n'
    assert titles(imported(tmp_path, "The key (id);title_of_it\nA-1;One\n", more)) == ["One"]
    assert titles(imported(tmp_path, "The key (id),title_of_it\nA-1,One\n", more)) == ["One"]


def test_what_is_no_table_of_the_map_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidValueError, match=r'table.csv: no column is called "Key" or "Title".*there are "Name"'):
        imported(tmp_path, "Name\nx\n")
    with pytest.raises(InvalidValueError, match=r"table.csv: it is empty"):
        imported(tmp_path, "\n\n")
    with pytest.raises(InvalidValueError, match=r"table.csv: it is empty"):
        imported(tmp_path, " \r")
    with pytest.raises(InvalidValueError, match=r"table.csv: row 3, from line 3: not CSV"):
        imported(tmp_path, 'Key,Title\nA,b\n"x"y,z\n')
    with pytest.raises(InvalidValueError, match=r"table.csv: row 1, from line 2: not CSV"):
        imported(tmp_path, 'Key,"Title\nA,b\n')
    with pytest.raises(InvalidValueError, match=r"unknown file ending; expected one of .csv"):
        read_table(tmp_path / "table.pdf", mapped())


def test_tables_are_bounded(tmp_path: Path) -> None:
    path = written(tmp_path, "Key,Title\n" + "A,b\n" * 9)

    def refusal(**limits: int) -> str:
        with pytest.raises(InvalidValueError) as error:
            read_table(path, mapped(), limits=TableLimits(**limits))
        return str(error.value).removeprefix(str(path))

    assert refusal(max_bytes=45) == ": longer than 45 bytes; divide the file"
    assert refusal(max_rows=9) == ": row 10: more than 9 rows or 2,000,000 cells; divide the file"
    assert refusal(max_cells=19) == ": row 10: more than 100,000 rows or 19 cells; divide the file"
    path = written(tmp_path, "Key,Title\n" + "A,b\n" * 99)
    assert refusal(max_rows=90).startswith(": row 91: more than 90 rows")
    assert refusal(max_columns=1) == ": row 1: 2 columns; at most 1 are read"
    with pytest.raises(InvalidValueError, match=r"TableLimits.max_rows is 0; allowed is a whole number above 0"):
        TableLimits(max_rows=0)
    wide = written(tmp_path, "Key,Title," + ",".join(map(str, range(10_000))) + "\n", "wide.csv")
    with pytest.raises(InvalidValueError, match="row 1: 10,002 columns; at most 1,000 are read"):
        read_table(wide, mapped())


def test_a_column_can_be_named_by_its_position(tmp_path: Path) -> None:
    by_position = parse_map('name = "x"\n[initiative]\nid = {position = 1}\ntitle = {position = 2}\n')
    path = written(tmp_path, "A;B\nA-1;One\nA-2\n")
    assert titles(read_table(path, by_position)) == []
    path = written(tmp_path, "A,B\nA-1,One\nA-2\n")
    assert titles(read_table(path, by_position)) == ["One"]


def test_a_condition_on_a_column_that_is_not_there(tmp_path: Path) -> None:
    found = imported(tmp_path, PLAIN, '[rows]\nwhere = [{from = ["Type"], in = ["Epic"]}]\n')
    assert [(one.row, one.reason) for one in found.losses.skipped] == [
        (2, "there is no column Type"),
        (3, "there is no column Type"),
    ]


def test_bytes_without_a_name_are_told_apart(tmp_path: Path) -> None:
    assert titles(read_table(PLAIN.encode(), mapped())) == ["Log in", "Größe"]
    with pytest.raises(InvalidValueError, match="<input>: longer than 5 bytes"):
        read_table(PLAIN.encode(), mapped(), limits=TableLimits(max_bytes=5))
    assert titles(read_table(b' [{"Key": "A-1", "Title": "One"}]', mapped())) == ["One"]
