"""The loss report: what it counts, groups and shows."""

from pathlib import Path

import pytest

import productgov as pg
from productgov.interchange import Losses, new_governance, read_table, write_table
from productgov.interchange.building import built
from productgov.interchange.losses import LossList, Skipped
from tests.support.tables import imported, mapped, samples


def test_equal_losses_are_one_line(tmp_path: Path) -> None:
    rows = "".join(f"A-{at},t,soon\n" for at in range(9))
    text = str(imported(tmp_path, f"Key,Title,Due\n{rows}", 'targetDate = {from = ["Due"]}\n').losses)
    assert text == (
        "9 rows, 9 read\n9 values not taken over:\n"
        '  "Due" for targetDate: it is no day in the form iso: row 2 "soon", 9 times\n'
    )


def test_results_are_short_and_say_what_the_command_says(tmp_path: Path) -> None:
    found = imported(tmp_path, "Key,Title\nA,a\n,b\n")
    assert repr(found) == "<Imported: 1 initiative; 2 rows, 1 read>"
    assert repr(found.losses) == (
        "<Losses: 1 of 2 rows read; 1 rows, 0 values and 0 columns not read, 0 references to nothing>"
    )
    assert str(found) == f"read 1 initiative\n{found.losses}"
    exported = write_table(new_governance(found), mapped())
    assert repr(exported) == "<Exported: 1 rows, 2 columns, 0 fields not written>"


def test_rows_and_columns_are_counted_where_there_are_many(tmp_path: Path) -> None:
    names = ",".join(f"c{at}" for at in range(14))
    text = f"Key,Title,{names}\n" + "".join(f",t,{','.join('x' * 14)}\n" for _ in range(7))
    lines = str(imported(tmp_path, text).losses).splitlines()
    assert lines[2] == "  it has no id: rows 2, 3, 4, 5, 6 and 2 more"
    assert lines[3].startswith("14 columns not read, with so many values: c0 (7), c1 (7), ")
    assert lines[3].endswith("c11 (7), 2 more")


def test_references_and_columns_without_a_name(tmp_path: Path) -> None:
    found = imported(tmp_path, "Key,Title,Needs,\nA,a,B,x\n", 'requires = {from = ["Needs"]}\n')
    assert str(found.losses) == (
        '1 row, 1 read\n1 reference to nothing in the file:\n  requires "B": no row has this id or title: row 2\n'
        "1 column not read, with so many values: column 4 (1)\n"
    )


def test_what_a_file_says_is_printed_safely(tmp_path: Path) -> None:
    found = imported(tmp_path, "Key,Title,Due,\x1b[2J\nA,a,\x1b[31m,x\n", 'targetDate = {from = ["Due"]}\n')
    assert "\x1b" not in str(found.losses)


def test_losses_above_the_limit_are_counted() -> None:
    losses = LossList()
    for row in range(10_002):
        losses.add(Skipped(row=row, reason="x"))
    losses.count_removed(2)
    told = losses.losses((), ())
    assert (len(told.skipped), told.omitted, losses.removed) == (10_000, 2, 2)
    assert str(told).endswith("further losses that were only counted: 2\n")
    assert str(Losses()) == "0 rows, 0 read\n"


def test_a_mail_address_is_no_id(tmp_path: Path) -> None:
    found = imported(tmp_path, "Key,Title\nana@example.com,t\n")
    assert found.losses.skipped == (Skipped(row=2, reason="it has no id"),)
    assert len(found.losses.refused) == 1


def test_what_is_left_of_an_object_is_built() -> None:
    lost: list[object] = []
    data: dict[str, object] = {"id": "A", "title": "t", "links": [{"title": "no address"}], "tags": ["x", "\x00"]}
    item = built(data, pg.Initiative, lambda path, value, reason: lost.append((path, value)))
    assert (item.links, item.tags) == ((), ("x",))
    assert lost == [(("links", 0), {"title": "no address"}), (("tags", 1), "\x00")]

    class Text(str):
        """A text for which the quick path abstains."""

        __slots__ = ()

    assert built({"id": Text("A"), "title": "t"}, pg.Initiative, lambda *_: None).id == "A"


def test_a_value_that_is_nothing_is_the_whole_object() -> None:
    with pytest.raises(pg.InvalidValueError, match="owner must be text, or an object, not null"):
        built({"id": "A", "title": "t", "owner": None}, pg.Initiative, lambda *_: None)


def test_observations_reach_the_document(tmp_path: Path) -> None:
    kpi = mapped("", 'name = "k"\n[kpi]\nid = {from = ["Id"]}\nname = {from = ["Id"]}\ngroup = {always = "output"}\n')
    before = new_governance(read_table([{"Id": "x"}], kpi))
    after = read_table([{"kpi": "x", "date": "2026-01-31", "value": 5}], "observations").apply(before)
    corrected = read_table([{"kpi": "x", "date": "2026-01-31", "value": 6.0}], "observations").apply(after)
    assert [seen.value for seen in corrected.kpi("x").observations] == [6]
    assert read_table([{"Id": "x"}], kpi).apply(corrected) == corrected
    assert not samples("no such file")


def test_objectives_that_lead_nowhere(tmp_path: Path) -> None:
    rows: list[dict[str, object]] = [
        {"Row ID": "1", "Title": "One", "Period": "2026-Q1", "Parent": "1"},
        {"Row ID": "2", "Title": "Two", "Period": "2026-Q1", "Parent": "9"},
        {"Row ID": "3", "Title": "Three", "Period": "2026-Q1", "Parent": "1"},
        {"Row ID": "4", "Title": "Four", "Type": "KR", "Parent": "3", "Target Value": 5},
        {"Row ID": "4", "Title": "Four", "Type": "KR", "Parent": "3", "Target Value": 5},
    ]
    found = read_table(rows, "okr-ids")
    assert [(one.row, one.name) for one in found.losses.dangling] == [(1, "1"), (2, "9")]
    assert found.losses.skipped == (Skipped(row=5, reason="its id okr-4 is that of row 4"),)
    before = new_governance(found)
    rows[2]["Title"] = "Third"
    rows[3]["Target Value"] = 7
    after = read_table(rows, "okr-ids").apply(before)
    changed = after.objectives[2]
    assert (changed.title, changed.parent, changed.key_results[0].to) == ("Third", "okr-1", 7)
    wide = read_table(
        [{"name": "n", "due_at": "2026-12-31", "key_result_1_title": "a", "key_result_2_title": "A"}], "okr-wide"
    )
    assert len(wide.objectives[0].key_results) == 1
    alone = read_table([{"Key Result": "a", "Target": 1, "Objective": ""}], "okr-list")
    assert [one.reason for one in alone.losses.dangling] == ["there is no objective above it"]
