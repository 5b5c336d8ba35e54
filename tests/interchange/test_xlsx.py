"""XLSX: bounded before anything is unpacked, one sheet, and what formulas gave when it was saved."""

import io
import zipfile
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

import pytest

from productgov import InvalidValueError, MissingExtraError
from productgov.interchange import TableLimits, parse_map, read_table
from tests.support.extras import needs
from tests.support.tables import imported, mapped, samples, written

pytestmark = needs("openpyxl")

SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{}</worksheet>'
MORE = """\
targetDate = {from = ["Due"]}
scoring.override = {score = {from = ["Score"], percent = true}, reason = {always = "sheet"}}
"""


def workbook(*rows: Sequence[object], **sheets: Sequence[Sequence[object]]) -> bytes:
    """A workbook with a first sheet and further ones."""
    from openpyxl import Workbook

    book = Workbook()
    for title, content in {"Plan": list(rows), **sheets}.items():
        sheet = book.create_sheet(title)
        for row in content:
            sheet.append(row)
    del book["Sheet"]
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def replaced(data: bytes, part: str, text: str) -> bytes:
    """A workbook with another text in one of its parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, text if name == part else old.read(name))
    return file.getvalue()


def refusal(folder: Path, data: bytes, **limits: int) -> str:
    with pytest.raises(InvalidValueError) as error:
        read_table(written(folder, data, "plan.xlsx"), mapped(MORE), limits=TableLimits(**limits))
    return str(error.value).partition("plan.xlsx: ")[2]


def test_cells_keep_their_types(tmp_path: Path) -> None:
    data = workbook(
        ["A remark"],
        [],
        ["Key", "Title", "Due", "Score"],
        ["A-1", "One", datetime(2026, 1, 31, 9, 30), 0.8],  # noqa: DTZ001 - workbooks have no zones
        [7, True, date(2026, 2, 1), 5.0],
        [None, None, None, None],
        ["A-3", "Three", 46053, "80%"],
        [1.21143e15, "Four", "2026-02-30", None],
    )
    found = imported(tmp_path, data, MORE + '[rows]\nheaderHas = ["Key"]\n', name="plan.xlsx")
    assert [(item.id, item.title, item.target_date) for item in found.initiatives] == [
        ("A-1", "One", date(2026, 1, 31)),
        ("7", "true", date(2026, 2, 1)),
        ("A-3", "Three", None),
    ]
    scores = [item.scoring.override.score for item in found.initiatives if item.scoring and item.scoring.override]
    assert scores == [0.8, 5, 0.8]
    assert [(one.row, one.value, one.reason) for one in found.losses.refused] == [
        (7, "46053", "it is no day in the form iso"),
        (8, "1211430000000000.0", "a spreadsheet program has cut its digits; export it anew, and import that file"),
        (8, "2026-02-30", "it is no day in the form iso"),
    ]
    serial = MORE.replace('["Due"]', '["Due"], dates = ["serial"]') + '[rows]\nheaderHas = ["Key"]\n'
    assert imported(tmp_path, data, serial, name="plan.xlsx").initiatives[2].target_date == date(2026, 1, 31)


def test_one_sheet_is_read(tmp_path: Path) -> None:
    data = workbook(["Key", "Title"], ["A-1", "One"], Notes=[["Key", "Title"], ["B-1", "Two"]])
    found = imported(tmp_path, data, name="plan.xlsx")
    assert [item.id for item in found.initiatives] == ["A-1"]
    assert found.losses.notes == ('read from the sheet "Plan", not from Notes',)
    other = imported(tmp_path, data, '[rows]\nsheet = "Notes"\n', name="plan.xlsx")
    assert [item.id for item in other.initiatives] == ["B-1"]
    with pytest.raises(InvalidValueError, match=r'plan.xlsx: it has no sheet "Other"; there are Plan, Notes'):
        imported(tmp_path, data, '[rows]\nsheet = "Other"\n', name="plan.xlsx")
    assert len(read_table(data, mapped())) == 1


def test_what_is_no_table_is_refused(tmp_path: Path) -> None:
    drawing = workbook(["PRODUCT ROADMAP"], [None, "WEEK 1-4"], ["TEAM", "Research"])
    assert refusal(tmp_path, drawing).startswith('no column is called "Key", "Title"')
    assert refusal(tmp_path, workbook()) == "it is empty"
    assert refusal(tmp_path, b"no zip").startswith("it is no XLSX file: ")
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("a.txt", "a")
    assert refusal(tmp_path, file.getvalue()) == "it is a zip file, and not a workbook"
    broken = replaced(workbook(["Key"]), "xl/workbook.xml", "<workbook")
    assert refusal(tmp_path, broken).startswith("it is no workbook that can be read: ")
    spoilt = SHEET.format('<sheetData><row r="1"><c r="A1" t="d"><v>never</v></c></row></sheetData>')
    broken = replaced(workbook(["Key"]), "xl/worksheets/sheet1.xml", spoilt)
    assert refusal(tmp_path, broken).startswith("the sheet cannot be read: ")
    for name in samples("interchange/excel/layout_not_a_table.xlsx"):
        with pytest.raises(InvalidValueError, match="no row among the first 7 is the header"):
            read_table(name, "rice")


def test_bombs_are_refused_before_they_are_unpacked(tmp_path: Path) -> None:
    small = workbook(["Key", "Title"], ["A-1", "One"])
    text = replaced(small, "xl/theme/theme1.xml", " " * 10_000_000)
    assert len(text) < 50_000
    assert "parts unpack to 10,0" in refusal(tmp_path, text, max_unpacked=9_000_000)
    many = io.BytesIO()
    with zipfile.ZipFile(many, "w") as archive:
        for name in ("[Content_Types].xml", "xl/workbook.xml", *map(str, range(2_000))):
            archive.writestr(name, "")
    assert refusal(tmp_path, many.getvalue()).startswith("its 2,002 parts unpack to 0 bytes")
    far = '<sheetData><row r="{0}"><c r="{1}{0}" t="n"><v>1</v></c></row></sheetData>'
    for cell in (far.format(1_048_576, "A"), far.format(1_048_576, "XFD"), far.format(1, "XFD")):
        sheet = replaced(small, "xl/worksheets/sheet1.xml", SHEET.format(cell))
        assert refusal(tmp_path, sheet) == "it is empty"
    sheet = replaced(small, "xl/worksheets/sheet1.xml", SHEET.format(far.format(1, "ZZZZZZZ")))
    assert refusal(tmp_path, sheet) in ("the sheet cannot be read: ValueError", "it is empty")
    with_dimension = SHEET.format('<dimension ref="A1:XFD1048576"/>' + far.format(1_048_576, "XFD"))
    wide = replaced(small, "xl/worksheets/sheet1.xml", with_dimension)
    assert refusal(tmp_path, wide) == "the sheet is 16,384 columns wide; at most 1,000 are read"


def test_tables_are_bounded(tmp_path: Path) -> None:
    rows = workbook(["Key", "Title"], *[["A", "b"]] * 9)
    limit = "row 10: more than 9 rows, 1,000 columns or 2,000,000 cells"
    assert refusal(tmp_path, rows, max_rows=9) == limit
    assert refusal(tmp_path, rows, max_cells=19).startswith("row 10: more than 100,000 rows")
    assert refusal(tmp_path, workbook(["Key", *range(10_000)])).endswith("columns wide; at most 1,000 are read")
    assert refusal(tmp_path, workbook(["Key", "Title"], *[["A", "b"]] * 99), max_rows=90).startswith("row 91: ")
    gap = workbook(["Key", "Title"], ["A", "b"], *[[None]] * 6_000, ["B", "c"])
    found = imported(tmp_path, gap, name="plan.xlsx")
    assert [item.id for item in found.initiatives] == ["A"]


def test_a_workbook_without_a_sheet_of_cells(tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    book.create_chartsheet("Chart")
    del book["Sheet"]
    file = io.BytesIO()
    book.save(file)
    assert refusal(tmp_path, file.getvalue()).startswith(("it is no workbook that can be read: ", "it has no sheet"))


def test_a_workbook_without_openpyxl(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "openpyxl", None)
    with pytest.raises(MissingExtraError, match=r"reading XLSX needs an extra.*productgov\[excel\]"):
        read_table(written(tmp_path, b"PK", "plan.xlsx"), mapped())


def test_a_sheet_in_another_language() -> None:
    positions = parse_map(
        'name = "x"\n[rows]\nheaderHas = ["reach", "impact"]\nheadings = "words"\n[initiative]\n'
        'id = {position = 1, prefix = "idea-"}\ntitle = {position = 2}\nscoring.rice.effort = {from = ["effort"]}\n'
        'scoring.rice.reach = {from = ["reach"], required = true}\nscoring.rice.impact = {from = ["impact"]}\n'
        'scoring.rice.confidence = {from = ["confidence"]}\n'
    )
    for name in samples("interchange/excel/rice_ru_header_on_row_2.xlsx"):
        found = read_table(name, positions)
        assert [item.id for item in found.initiatives] == [f"idea-{number}" for number in range(1, 8)]
        first = found.initiatives[0].scoring
        assert first is not None
        assert first.rice is not None
        assert (first.rice.reach, first.rice.impact, first.rice.confidence, first.rice.effort) == (80000, 2, 0.8, 5)
