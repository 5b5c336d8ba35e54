"""What was imported, in a governance: new items, changed fields, and what stays as people wrote it."""

from datetime import date
from pathlib import Path

import attrs

import productgov as pg
from productgov.interchange import new_governance, read_table
from tests.support.extras import needs
from tests.support.tables import imported, mapped

MORE = """\
status = {from = ["Status"]}
horizon = {from = ["When"], otherwise = "backlog"}
theme = {from = ["Theme"]}
tags = {from = ["Tags"], split = [","]}
owner = {title = {always = "PM"}, name = {from = ["Owner"]}}
links.url = {from = ["Url"]}
requires = {from = ["Needs"], split = [","]}
blocks = {from = ["Blocks"], split = [","]}
relatesTo = {from = ["Near"], split = [","]}
"""
HEADER = "Key,Title,Status,When,Theme,Tags,Owner,Url,Needs,Blocks,Near\n"


def governance(folder: Path, rows: str) -> pg.ProductGovernance:
    return new_governance(imported(folder, HEADER + rows, MORE))


def updated(folder: Path, before: pg.ProductGovernance, rows: str) -> pg.ProductGovernance:
    return imported(folder, HEADER + rows, MORE).apply(before)


def places(value: pg.ProductGovernance) -> dict[str, list[str]]:
    columns, roadmap = value.roadmap.time_horizon, value.roadmap
    lists = {
        "now": columns.now,
        "next": columns.next,
        "later": columns.later,
        "backlog": roadmap.backlog,
        "delivered": roadmap.delivered,
    }
    return {name: [item.id for item in items] for name, items in lists.items() if items}


def test_items_come_into_the_lists_that_the_map_says(tmp_path: Path) -> None:
    found = governance(tmp_path, "A,a,planned,now\nB,b,done,now\nC,c,,later,Calm\nD,d\nE,e,dropped\nF,f,planned,next\n")
    assert places(found) == {"now": ["A"], "next": ["F"], "later": ["C"], "backlog": ["D"], "delivered": ["B", "E"]}
    assert found.roadmap.themes == ("Calm",)
    assert not pg.check(found).errors


def test_an_update_changes_what_the_table_says_and_nothing_else(tmp_path: Path) -> None:
    before = governance(tmp_path, "A,a,planned,now,,x,Ana,https://a.example\nB,b,planned,next\n")
    before = before.change("A", description="by hand", tags=("x", "mine"), kind="debt").move("B", "now", "A")
    after = updated(tmp_path, before, "A,new,in-progress,later,,y,,https://b.example\nC,c,,next\n")
    assert places(after) == {"now": ["B", "A"], "next": ["C"]}
    item = after.initiative("A")
    assert (item.title, item.description, item.status.value, item.tags) == (
        "new",
        "by hand",
        "in-progress",
        ("x", "mine", "y"),
    )
    assert item.owner == pg.Role(title="PM", name="Ana")
    assert [link.url for link in item.links] == ["https://a.example", "https://b.example"]
    assert after.initiative("B") == before.initiative("B")


def test_entries_of_lists_are_kept_and_changed_by_their_key(tmp_path: Path) -> None:
    links = 'links = {url = {from = ["Url"]}, title = {from = ["Name"]}}\n'
    before = new_governance(imported(tmp_path, "Key,Title,Url,Name\nA,a,https://a.example,\n", links))
    twice = (pg.Link(url="https://a.example"), pg.Link(url="https://a.example", title="again"))
    before = before.change("A", links=twice)
    after = imported(tmp_path, "Key,Title,Url,Name\nA,a,https://a.example,x\n", links).apply(before)
    assert [(link.url, link.title) for link in after.initiative("A").links] == [
        ("https://a.example", None),
        ("https://a.example", "x"),
    ]


def test_an_update_with_the_same_table_changes_nothing(tmp_path: Path) -> None:
    rows = "A,a,planned,now,T,x,Ana,https://a.example,B,,C\nB,b,done,,,,,,,A,\nC,c\n"
    before = governance(tmp_path, rows)
    assert updated(tmp_path, before, rows) == before


def test_finished_items_go_to_the_record_and_reopened_ones_come_back(tmp_path: Path) -> None:
    before = governance(tmp_path, "A,a,planned,now\nB,b,done\n")
    after = updated(tmp_path, before, "A,a,done,now\nB,b,in-progress,next\n")
    assert places(after) == {"next": ["B"], "delivered": ["A"]}


def test_the_delivered_date_of_an_item_that_is_open_again_goes(tmp_path: Path) -> None:
    before = governance(tmp_path, "A,a,planned,now\n").deliver("A", on=date(2026, 1, 31))
    after = updated(tmp_path, before, "A,a,in-progress,now\n")
    assert places(after) == {"now": ["A"]}
    assert after.initiative("A").delivered_date is None
    rolling = updated(tmp_path, before, "A,a,rolling-out,now\n")
    assert rolling.initiative("A").delivered_date == date(2026, 1, 31)


def test_what_contradicts_the_document_is_left_out_and_named(tmp_path: Path) -> None:
    more = 'startDate = {from = ["From"]}\ntargetDate = {from = ["Due"]}\n'
    before = new_governance(
        imported(tmp_path, "Key,Title,From,Due\nA,a,2026-01-01,\nB,b,2026-01-01,2026-02-01\n", more)
    )
    before = before.change("A", target_period=pg.Period("2026-Q1"))
    text = "Key,Title,From,Due\nA,new,2026-01-05,2026-03-01\nB,b,2026-05-01,2026-06-01\n"
    found = imported(tmp_path, text, more)
    after = found.apply(before)
    item = after.initiative("A")
    assert (item.title, item.start_date, item.target_date) == ("new", date(2026, 1, 5), None)
    assert item.target_period == pg.Period("2026-Q1")
    assert (after.initiative("B").start_date, after.initiative("B").target_date) == (date(2026, 5, 1), date(2026, 6, 1))
    [conflict] = found.conflicts(before)
    assert (conflict.row, conflict.field, conflict.value) == (2, "A.targetDate", "2026-03-01")
    assert "targetPeriod" in conflict.reason


def test_a_field_can_be_possible_only_after_another(tmp_path: Path) -> None:
    more = 'startDate = {from = ["From"]}\ntargetDate = {from = ["Due"]}\ncommittedDate = {from = ["Promised"]}\n'
    header = "Key,Title,From,Due,Promised\n"
    before = new_governance(imported(tmp_path, header + "A,a,2026-01-01,,2026-02-01\n", more))
    before = before.change("A", target_period=pg.Period("2026-Q1"))
    found = imported(tmp_path, header + "A,a,2026-05-01,2026-06-01,2026-06-01\n", more)
    item = found.apply(before).initiative("A")
    assert (item.start_date, item.committed_date) == (date(2026, 5, 1), date(2026, 6, 1))
    assert len(found.conflicts(before)) == 1


def test_ids_of_other_things_are_left_alone(tmp_path: Path) -> None:
    before = governance(tmp_path, "A,a\n").add(pg.Vision(id="V", title="v"), "future")
    found = imported(tmp_path, HEADER + "V,v\nA,b\n", MORE)
    assert found.apply(before) == before.change("A", title="b")
    [conflict] = found.conflicts(before)
    assert (conflict.row, conflict.field, conflict.value) == (2, "id", "V")
    assert conflict.reason == "the document has another thing with this id: vision"


def test_measurements_of_what_is_not_there_are_named(tmp_path: Path) -> None:
    before = governance(tmp_path, "A,a\n")
    found = read_table([{"kpi": "x", "date": "2026-01-31", "value": 5}], "observations")
    assert found.apply(before) == before
    assert [one.reason for one in found.conflicts(before)] == ["no KPI or key result has the id 'x'"]


def test_dependencies_are_stated_once_from_either_end(tmp_path: Path) -> None:
    found = imported(tmp_path, HEADER + "A,a,,,,,,,B,,C\nB,b,,,,,,,,A,\nC,c,,,,,,,a,,A\nD,d,,,,,,,D,,\n", MORE)
    assert [(each.from_, each.to, each.type.value) for each in found.dependencies] == [
        ("A", "B", "requires"),
        ("A", "C", "relatesTo"),
        ("C", "A", "requires"),
    ]
    before = new_governance(found)
    assert found.apply(before) == before
    turned = pg.Dependency(from_="B", to="A", type=pg.DependencyType.BLOCKS)
    other = pg.ProductGovernance(
        **{name: getattr(before, name) for name in ("product_vision", "prioritization", "metrics", "reviews")},
        roadmap=pg.Roadmap(
            time_horizon=before.roadmap.time_horizon, backlog=before.roadmap.backlog, dependencies=(turned,)
        ),
    )
    assert len(found.apply(other).roadmap.dependencies) == 3


def test_an_item_can_name_several_others(tmp_path: Path) -> None:
    found = imported(tmp_path, HEADER + 'A,a,,,,,,,,"B,C","B,C"\nB,b\nC,c\n', MORE)
    assert [(each.from_, each.to, each.type.value) for each in found.dependencies] == [
        ("B", "A", "requires"),
        ("C", "A", "requires"),
        ("A", "B", "relatesTo"),
        ("A", "C", "relatesTo"),
    ]


def test_references_that_lead_nowhere_are_told_and_kept_for_the_document(tmp_path: Path) -> None:
    before = governance(tmp_path, "OLD,old\n")
    found = imported(tmp_path, HEADER + 'A,a,,,,,,,"OLD,nope,no way",,\nB,same\nC,same,,,,,,,same,,\n', MORE)
    assert [(one.row, one.name, one.reason) for one in found.losses.dangling] == [
        (2, "OLD", "no row has this id or title"),
        (2, "nope", "no row has this id or title"),
        (2, "no way", "no row has this id or title"),
        (4, "same", "several rows have this title"),
    ]
    assert found.dependencies == ()
    after = found.apply(before)
    assert [(each.from_, each.to) for each in after.roadmap.dependencies] == [("A", "OLD")]


def test_an_id_twice_is_read_once(tmp_path: Path) -> None:
    found = imported(tmp_path, HEADER + "A,a\nA,b\n", MORE)
    assert [item.title for item in found.initiatives] == ["a"]
    assert [(one.row, one.reason) for one in found.losses.skipped] == [(3, "its id A is that of row 2")]


def test_items_can_go_where_their_due_day_falls(tmp_path: Path) -> None:
    text = "Key,Title,Due\nA,a,2026-02-01\nB,b,2026-05-01\nC,c,2026-08-01\nD,d,2028-01-01\nE,e,\nF,f,2025-01-01\n"
    more = 'targetDate = {from = ["Due"]}\nhorizon = {always = "due"}\n'
    empty = attrs.evolve(governance(tmp_path, ""), as_of=date(2026, 1, 1))
    after = imported(tmp_path, text, more).apply(empty)
    assert places(after) == {"now": ["A", "F"], "next": ["B"], "later": ["C", "D"], "backlog": ["E"]}


@needs("yaml")
def test_a_document_is_edited_and_keeps_what_people_wrote(tmp_path: Path) -> None:
    path = tmp_path / "governance.yaml"
    pg.dump(governance(tmp_path, "A,a,planned,now\nB,b,planned,now\n"), path)
    text = path.read_text(encoding="utf-8").replace("title: a\n", "title: a # ours\n").replace("  backlog", "  backlog")
    path.write_text(text, encoding="utf-8")
    found = imported(tmp_path, HEADER + "B,better,planned,now\n", MORE)
    edited = pg.read(path).edit(found.apply)
    assert edited.text == text.replace("title: b\n", "title: better\n")
    assert edited.rewritten == ()


def test_the_framework_of_a_new_document_is_the_one_with_inputs(tmp_path: Path) -> None:
    ice = mapped('scoring.ice = {impact = {from = ["I"]}, confidence = {from = ["C"]}, ease = {from = ["E"]}}\n')
    found = read_table([{"Key": "A", "Title": "a", "I": 1, "C": 2, "E": 3}], ice)
    assert new_governance(found).prioritization.framework is pg.Framework.ICE
    assert governance(tmp_path, "A,a\n").prioritization.framework is pg.Framework.RICE
