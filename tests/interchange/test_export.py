"""Tables for other tools: a map read backwards, and what a table cannot hold."""

import csv
import io
from datetime import date

import pytest

import productgov as pg
from productgov.interchange import Unwritten, parse_map, read_table, write_table
from tests.support.examples import example_data
from tests.support.tables import TITLED, mapped


def example() -> pg.ProductGovernance:
    return pg.from_dict(example_data())


BASE = """\
status = {from = ["Status"], values = [{from = ["Open", "New"], to = "planned"}, {from = ["Done"], to = "done"}]}
tags = {from = ["Tags"], split = [";"]}
owner = {title = {always = "PM"}, name = {from = ["Owner"]}}
"""


def governance(*items: pg.Initiative, **roadmap: object) -> pg.ProductGovernance:
    held = pg.Roadmap(time_horizon=pg.TimeHorizon(now=items), **roadmap)  # type: ignore[arg-type]
    return pg.ProductGovernance(
        product_vision=pg.ProductVision(
            mission="m", target_market=("t",), value_proposition="v", strategic_pillars=("p",)
        ),
        prioritization=pg.Prioritization(framework=pg.Framework.RICE, review_cadence=pg.ReviewCadence.WEEKLY),
        roadmap=held,
        metrics=pg.Metrics(north_star_metric="n"),
        reviews=pg.Reviews(product_review=REVIEW, strategy_review=REVIEW, portfolio_review=REVIEW),
    )


REVIEW = pg.Review(frequency="weekly", participants=(pg.Role(title="PM"),))


def item(**fields: object) -> pg.Initiative:
    return pg.Initiative(**{"id": "A", "title": "a", "status": pg.Status.PLANNED, **fields})  # type: ignore[arg-type]


def written(more: str, *items: pg.Initiative, **roadmap: object) -> tuple[list[str], list[list[str]]]:
    exported = write_table(governance(*items, **roadmap), mapped(more))
    header, *rows = list(csv.reader(io.StringIO(exported.csv, newline="")))
    assert header == list(exported.header)
    return header, rows


def test_a_map_is_read_backwards() -> None:
    exported = write_table(
        governance(item(tags=("x", "y"), owner=pg.Role(title="PM", name="Ana")), item(id="B", status=pg.Status.DONE)),
        mapped(BASE),
    )
    assert exported.csv == ("Key,Title,Owner,Status,Tags\r\nA,a,Ana,Open,x; y\r\nB,a,,Done,\r\n")
    assert exported.unwritten == (Unwritten(field="owner.title", reason="the map has no column for it", ids=("A",)),)


@pytest.mark.parametrize(
    ("options", "cell"),
    [
        ('dates = ["iso"]', "2026-01-05"),
        ('dates = ["dmy", "iso"]', "05/01/2026"),
        ('dates = ["mdy"]', "01/05/2026"),
        ('dates = ["d-mon-y"]', "05/Jan/2026"),
        ('dates = ["mon-d-y"]', "Jan 5, 2026"),
        ('dates = ["serial"]', "46027"),
    ],
)
def test_days_are_written_in_the_first_form(options: str, cell: str) -> None:
    column = f'targetDate = {{from = ["Due"], {options}}}\n'
    due = item(target_date=date(2026, 1, 5))
    assert written(column, due)[1] == [["A", "a", cell]]
    back = read_table(write_table(governance(due), mapped(column)).csv.encode(), mapped(column))
    assert back.initiatives[0].target_date == date(2026, 1, 5)


@pytest.mark.parametrize(
    ("options", "cell"),
    [("", "0.8"), (", percent = true", "80%"), (", times = 0.5", "1.6"), (', decimal = "comma"', "0,8")],
)
def test_numbers(options: str, cell: str) -> None:
    column = f'scoring.override = {{score = {{from = ["S"]{options}}}, reason = {{from = ["Why"]}}}}\n'
    scored = item(scoring=pg.Scoring(override=pg.Override(score=0.8, reason="=1")))
    assert written(column, scored)[1] == [["A", "a", cell, "'=1"]]
    back = read_table(write_table(governance(scored), mapped(column)).csv.encode(), mapped(column))
    assert back.initiatives[0].scoring == scored.scoring


def test_lists_without_a_separator_have_a_column_for_each_text() -> None:
    header, rows = written('tags = {from = ["Tag"]}\n', item(tags=("x", "y")), item(id="B"))
    assert header == ["Key", "Title", "Tag", "Tag"]
    assert rows == [["A", "a", "x", "y"], ["B", "a", "", ""]]


def test_dependencies_are_written_at_the_item_that_requires() -> None:
    needs = [
        pg.Dependency(from_="A", to="B"),
        pg.Dependency(from_="C", to="A", type=pg.DependencyType.BLOCKS),
        pg.Dependency(from_="A", to="B", type=pg.DependencyType.RELATES_TO),
        pg.Dependency(from_="A", to="law"),
        pg.Dependency(from_="law", to="A"),
    ]
    columns = (
        'requires = {from = ["Needs"], split = [","]}\nblocks = {from = ["Blocks"]}\nrelatesTo = {from = ["Near"]}\n'
    )
    exported = write_table(
        governance(
            item(), item(id="B"), item(id="C"), dependencies=needs, externals=[pg.External(id="law", title="l")]
        ),
        mapped(columns),
    )
    assert exported.rows == (("A", "a", "B, C", "B"), ("B", "a", "", ""), ("C", "a", "", ""))
    assert exported.unwritten[0] == Unwritten(field="requires", reason="law is not in the table", ids=("A",))


def test_what_a_table_cannot_hold_is_named() -> None:
    more = (
        'status = {from = ["S"], values = [{from = ["x"], to = "done"}], otherwise = "planned"}\n'
        'horizon = {from = ["S"]}\ntheme = {from = ["T"], lookup = {in = "a", key = "b", value = "c"}}\n'
        'tags = {from = ["Tags"], split = [","]}\nlinks.url = {from = ["Url"]}\nteam = {position = 9}\n'
        'pillar = {from = ["P"], prefix = "p-"}\nscoring.rice.reach = {from = ["R"]}\n'
    )
    first = item(
        theme="t",
        team="x",
        tags=("a,b", "c"),
        links=[pg.Link(url="https://a.example", title="one"), pg.Link(url="https://b.example")],
        pillar="q",
        status=pg.Status.PAUSED,
        scoring=pg.Scoring(rice=pg.Rice(reach=pg.Estimate(low=1, likely=2, high=3), impact=1, confidence=1, effort=1)),
    )
    exported = write_table(
        governance(first, item(id="B", pillar="p-q", links=[pg.Link(url="https://c.example")])), mapped(more)
    )
    assert [dict(zip(exported.header, row, strict=True)) for row in exported.rows] == [
        {"Key": "A", "Title": "a", "S": "", "Tags": "c", "Url": "https://a.example", "P": "", "R": ""},
        {"Key": "B", "Title": "a", "S": "", "Tags": "", "Url": "https://c.example", "P": "q", "R": ""},
    ]
    assert str(exported) == (
        "2 rows written\n"
        "not written: pillar: q: it does not begin with p-: A\n"
        "not written: status: paused: no text of the map becomes it: A\n"
        "not written: scoring.rice.reach: it is an estimate, and a cell takes one number: A\n"
        "not written: tags: a,b: it holds what separates texts in the cell: A\n"
        "not written: team: the map names no column for it: A\n"
        "not written: theme: the map reads it by lookup, which has no way back: A\n"
        "not written: horizon: the column S holds status: A and B\n"
        "the map has no columns for scoring.rice.impact (1), scoring.rice.confidence (1), scoring.rice.effort (1), "
        "links.title (1), links (1)\n"
    )


def test_conditions_are_written_so_that_rows_are_read_again() -> None:
    where = 'where = [{from = ["Type"], in = ["Epic", "Idea"]}, {from = ["Key"], notIn = ["x"]}]\n'
    table = write_table(governance(item()), mapped(where))
    assert table.header == ("Key", "Title", "Type")
    assert table.rows == (("A", "a", "Epic"),)


def test_kpis_are_written_by_a_map_of_kpis() -> None:
    kpis = 'name = "k"\n[kpi]\nid = {from = ["Id"]}\nname = {from = ["Name"]}\ngroup = {from = ["Group"]}\n'
    exported = write_table(example(), parse_map(kpis))
    back = read_table(exported.csv.encode(), parse_map(kpis))
    assert [kpi.id for kpi in back.kpis] == [kpi.id for kpi in example().kpis()]
    seen = 'kpi = {from = ["Id"]}\ndate = {from = ["D"]}\nvalue = {from = ["V"]}\n'
    nothing = parse_map('name = "k"\n[observation]\n' + seen)
    with pytest.raises(pg.InvalidValueError, match="the map k reads neither initiatives nor KPIs"):
        write_table(example(), nothing)


@pytest.mark.parametrize("name", ["jira", "linear", "notion", "rice"])
def test_an_export_is_read_again_by_its_map(name: str) -> None:
    exported = write_table(example(), name)
    back = read_table(exported.csv.encode(), name)
    lost = {(one.field, name) for one in exported.unwritten for name in one.ids}
    assert back.losses.notes == ()
    for again in back.initiatives:
        before = example().initiative(again.id)
        for field in ("title", "target_date", "start_date", "status", "tags"):
            if (field.replace("_d", "D"), again.id) not in lost:
                assert getattr(again, field) == getattr(before, field)


def test_what_an_empty_cell_becomes_is_written_as_one() -> None:
    column = 'kind = {from = ["Kind"], otherwise = "debt"}\n'
    assert written(column, item(kind="debt"), item(id="B", kind="discovery"))[1] == [
        ["A", "a", ""],
        ["B", "a", "discovery"],
    ]


def test_maps_of_files_are_taken() -> None:
    assert write_table(governance(item()), parse_map(TITLED)).header == ("Key", "Title")
