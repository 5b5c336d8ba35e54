"""How the cells of a table become values, one transform at a time."""

from pathlib import Path

import pytest

from productgov import Period, to_dict
from productgov.interchange import Imported, Refused
from tests.support.tables import imported


def values(tmp_path: Path, column: str, *cells: str) -> tuple[list[object], list[str]]:
    """The values of the field of a column for cells, one a row, and the reasons of those that were refused."""
    rows = "".join(f'K-{at},T,"{cell.replace(chr(34), chr(34) * 2)}"\n' for at, cell in enumerate(cells))
    found = imported(tmp_path, f"Key,Title,X\n{rows}", f"{column}\n")
    path = column.partition(" = ")[0].split(".")
    return [at(to_dict(item), path) for item in found.initiatives], [one.reason for one in found.losses.refused]


def at(data: object, path: list[str]) -> object:
    for step in path:
        data = data.get(step) if isinstance(data, dict) else None
    return data


@pytest.mark.parametrize(
    ("form", "text", "day"),
    [
        ("iso", "2026-01-31", "2026-01-31"),
        ("iso", "2026/1/31", "2026-01-31"),
        ("iso", "2026-01-31T08:30:00.123Z", "2026-01-31"),
        ("iso", "2026-01-31 15:04", "2026-01-31"),
        ("iso", "2026-01-31 15:04:05 UTC", "2026-01-31"),
        ("dmy", "4/5/2026", "2026-05-04"),
        ("dmy", "31.01.26", "2026-01-31"),
        ("dmy", "22/9/2025", "2025-09-22"),
        ("mdy", "4/5/2026", "2026-04-05"),
        ("d-mon-y", "24/Jun/26 5:39 PM", "2026-06-24"),
        ("d-mon-y", "24/Jun/26 15:04", "2026-06-24"),
        ("d-mon-y", "2/Jan/2006 3:04 PM", "2006-01-02"),
        ("d-mon-y", "22 September 2025", "2025-09-22"),
        ("d-mon-y", "29/июл/26 09:59", "2026-07-29"),
        ("mon-d-y", "Jan/2/06", "2006-01-02"),
        ("mon-d-y", "October 8, 2021", "2021-10-08"),
        ("mon-d-y", "Tue May 14 2024 08:53:33 GMT+0000 (GMT)", "2024-05-14"),
        ("mon-d-y", "Tue May 14 2024 08:53:33 GMT+0200 (Central European Summer Time)", "2024-05-14"),
        ("serial", "46053", "2026-01-31"),
    ],
)
def test_days(form: str, text: str, day: str, tmp_path: Path) -> None:
    column = f'targetDate = {{from = ["X"], dates = ["{form}"]}}\n[rows]\nmonths = ["янв фев мар апр май июн июл"]'
    assert values(tmp_path, column, text) == ([day], [])


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("iso", "31/1/2026"),
        ("iso", "2026-02-30"),
        ("iso", "46053"),
        ("dmy", "1/31/2026"),
        ("d-mon-y", "24/Foo/26"),
        ("mon-d-y", "soon"),
    ],
)
def test_what_is_no_day_in_the_stated_form_is_refused(form: str, text: str, tmp_path: Path) -> None:
    column = f'targetDate = {{from = ["X"], dates = ["{form}"]}}'
    assert values(tmp_path, column, text) == ([None], [f"it is no day in the form {form}"])


@pytest.mark.parametrize(
    ("options", "text", "number"),
    [
        ("", "450", 450),
        ("", "450.0", 450.0),
        ("", "1,234.5", 1234.5),
        ("", "80 000", 80000),
        ("", "1.5e3", 1500.0),
        ("", "-", None),
        ("", "1,5", None),
        ("", "80%", None),
        ("", "ten", None),
        ("", "9" * 50, None),
        ("", "1e400", None),
        ("", "+7", 7),
        ("", "-1", -1),
        (", percent = true", "80%", 0.8),
        (", percent = true", "80 %", 0.8),
        (', decimal = "comma"', "1.234,5", 1234.5),
        (', decimal = "comma"', "1,5", 1.5),
        (', decimal = "comma"', "1.5", None),
        (", times = 0.05", "20", 1),
        (", times = 0.05", "30", 1.5),
    ],
)
def test_numbers(options: str, text: str, number: float | None, tmp_path: Path) -> None:
    column = f'scoring.override.score = {{from = ["X"]{options}}}\nscoring.override.reason = {{always = "why"}}'
    found, refused = values(tmp_path, column, text)
    assert (found[0], type(found[0])) == (number, type(number))
    assert bool(refused) is (number is None)


@pytest.mark.parametrize(
    ("column", "text", "value"),
    [
        ('status = {from = ["X"], values = [{from = ["To Do"], to = "planned"}]}', "to do", "planned"),
        ('status = {from = ["X"], values = [{from = ["a"], to = "done"}], otherwise = "paused"}', "b", "paused"),
        ('status = {from = ["X"], otherwise = "paused"}', "", "paused"),
        ('status = {from = ["X"]}', "In-Progress", "in-progress"),
        ('tags = {from = ["X"], split = [",", ";"]}', "a, b;c,,a", ["a", "b", "c"]),
        ('description = {from = ["X"], html = true}', "<p>One &amp; <b>two</b></p><p>three</p>", "One & two\nthree"),
        ('description = {from = ["X"], html = true}', "plain", "plain"),
        ('description = {from = ["X"], html = true}', "<b>bold</b> 1 < 2", "bold 1 < 2"),
        ('description = {from = ["X"]}', "a@b, ana@example.com, @x", "a@b, [removed], @x"),
        ('description = {from = ["X"], limit = 5}', "123456", "1234…"),
        ('description = {from = ["X", "Title"], join = ": "}', "a", "a: T"),
        (
            'targetDate = {from = ["X"], part = "end", dates = ["mon-d-y"]}',
            "October 8, 2021 → October 29, 2021",
            "2021-10-29",
        ),
        (
            'startDate = {from = ["X"], part = "start", dates = ["mon-d-y"]}',
            "October 8, 2021 → October 29, 2021",
            "2021-10-08",
        ),
        ('startDate = {from = ["X"], part = "start"}', "2021-10-08", None),
        ('targetDate = {from = ["X"], part = "end"}', "2021-10-08", "2021-10-08"),
        ('targetDate = {from = ["X"], part = "end"}', '{"start": "2026-10-01", "end": "2026-12-31"}', "2026-12-31"),
        ('targetDate = {from = ["X"], part = "end"}', "{}", None),
        ('targetPeriod = {from = ["X"]}', "Q3 Y2025", "2025-Q3"),
        ('targetPeriod = {from = ["X"]}', "2025 q3", "2025-Q3"),
        ('targetPeriod = {from = ["X"]}', "Y2025", "2025"),
        ('targetPeriod = {from = ["X"]}', "Jan 2026", "2026-01"),
        ('team = {from = ["X"], slug = true, prefix = "team-"}', "Großer Café-Plan", "team-grosser-cafe-plan"),
        ('theme = {from = ["X"], lookup = {in = "a", key = "b", value = "c"}}', "a", None),
        ('status = {from = ["X"], filled = "done"}', "2026-01-31", "done"),
        ('status = {from = ["X"], filled = "done", otherwise = "paused"}', "", "paused"),
        ('targetPeriod = {from = ["X"], within = "month"}', "2026-07-31", "2026-07"),
        ('targetPeriod = {from = ["X"], within = "quarter"}', "2026-07-31", "2026-Q3"),
        ('targetPeriod = {from = ["X"], within = "half"}', "2026-06-30", "2026-H1"),
        ('targetPeriod = {from = ["X"], within = "year"}', "2026-06-30", "2026"),
        ('owner = {title = {always = "Lead"}, name = {from = ["X"]}}', "", None),
    ],
)
def test_transforms(column: str, text: str, value: object, tmp_path: Path) -> None:
    found, _ = values(tmp_path, column, text)
    assert found == [value]


@pytest.mark.parametrize(
    ("column", "text", "reason"),
    [
        (
            'status = {from = ["X"], values = [{from = ["a"], to = "done"}]}',
            "b",
            "the map does not say what it becomes",
        ),
        ('status = {from = ["X"]}', "b", "it must be one of proposed, planned, in-progress"),
        ('theme = {from = ["X"], split = [","]}', "a,b", "the field takes one value, and the first was taken"),
        ('targetDate = {from = ["X"], part = "end"}', "{x", "it is no day"),
        ('targetDate = {from = ["X"], part = "end"}', "{1}", "it is no day"),
        ('targetPeriod = {from = ["X"]}', "soon 2025", "it must be a period"),
        ('team = {from = ["X"], slug = true}', "Охват", "no id can be made of it"),
        ('team = {from = ["X"]}', "1.21143E+15", "a spreadsheet program has cut its digits"),
        ('team = {from = ["X"]}', "a b", "it must be an id"),
        ('theme = {from = ["X"], lookup = {in = "a", key = "b", value = "c"}}', "a", "the file has no name for it"),
        ('owner.title = {from = ["X"]}', "ana@example.com", "it is a mail address or account id"),
        ('owner.title = {from = ["X"]}', "712020:00000000-0000-4000-8000-000000000002", "it is a mail address or"),
        ('links.url = {from = ["X"]}', "javascript:alert(1)", "it must be an http://"),
    ],
)
def test_refusals(column: str, text: str, reason: str, tmp_path: Path) -> None:
    found, refused = values(tmp_path, column, text)
    assert found == ["a" if "split" in column else None]
    assert [each[: len(reason)] for each in refused] == [reason]


def test_addresses_are_copied_only_where_the_map_says_so(tmp_path: Path) -> None:
    text = "Key,Title,X\nA-1,T,ask ana@example.com or [~accountid:712020:00000000-0000-4000-8000-000000000002] today\n"
    found = imported(tmp_path, text, 'description = {from = ["X"]}\n')
    assert found.initiatives[0].description == "ask [removed] or [removed] today"
    assert found.losses.notes == ("mail addresses and account ids taken out of texts: 2",)
    kept = imported(tmp_path, text, 'description = {from = ["X"], personal = true}\n')
    assert kept.initiatives[0].description is not None
    assert "ana@example.com" in kept.initiatives[0].description
    mail = imported(
        tmp_path,
        "Key,Title,X\nA-1,T,ana@example.com\n",
        'owner = {title = {always = "PM"}, email = {from = ["X"], personal = true}}\n',
    )
    assert mail.initiatives[0].owner is not None
    assert mail.initiatives[0].owner.email == "ana@example.com"


def test_texts_that_are_cut_are_counted(tmp_path: Path) -> None:
    found = imported(tmp_path, "Key,Title,X\nA-1,T,123456\n", 'description = {from = ["X"], limit = 5}\n')
    assert found.losses.notes == ("texts that were cut at the limit of their column: 1",)


def test_marks_across_columns(tmp_path: Path) -> None:
    text = "Key,Title,NOW,NEXT,Jan 2026,February 2026\nA-1,T,,X,X,X\nA-2,T,X,,,\n"
    found = imported(
        tmp_path,
        text,
        'targetPeriod = {from = ["{month}"], crosses = true}\nhorizon = {from = ["NEXT", "NOW"], crosses = true}\n',
    )
    assert [item.target_period for item in found.initiatives] == [Period("2026-02"), None]
    assert to_places(found) == ["next", "now"]
    assert found.losses.unread == ()


def to_places(found: Imported) -> list[str]:
    return [arrival.to for arrival in found._arrivals]


def test_a_required_value_leaves_rows_out(tmp_path: Path) -> None:
    found = imported(tmp_path, "Key,Title,X\nA-1,T,\nA-2,T,a\n", 'theme = {from = ["X"], required = true}\n')
    assert [item.id for item in found.initiatives] == ["A-2"]
    assert [(one.row, one.reason) for one in found.losses.skipped] == [(2, "it has no X")]


def test_what_an_object_cannot_have_is_taken_out_of_it(tmp_path: Path) -> None:
    text = "Key,Title,Reach,Impact,From,To,Done\nA-1,T,5,,2026-03-01,2026-02-01,2026-02-02\n"
    found = imported(
        tmp_path,
        text,
        'scoring.rice = {reach = {from = ["Reach"]}, impact = {from = ["Impact"]}}\n'
        'startDate = {from = ["From"]}\ntargetDate = {from = ["To"]}\ndeliveredDate = {from = ["Done"]}\n',
    )
    assert to_dict(found.initiatives[0]) == {"id": "A-1", "title": "T", "startDate": "2026-03-01"}
    assert found.losses.refused == (
        Refused(
            row=2,
            column="Reach + Impact",
            field="scoring.rice",
            value="5",
            reason="rice has no impact, which is required",
        ),
        Refused(
            row=2,
            column="To",
            field="targetDate",
            value="2026-02-01",
            reason="targetDate 2026-02-01 is before startDate 2026-03-01",
        ),
        Refused(
            row=2,
            column="Done",
            field="deliveredDate",
            value="2026-02-02",
            reason="deliveredDate 2026-02-02 is before startDate 2026-03-01",
        ),
    )
