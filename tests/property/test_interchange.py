"""Laws of imports: any bytes are a table or are refused, and what was imported once changes nothing again."""

import csv
import io
from contextlib import suppress

import attrs
from hypothesis import given
from hypothesis import strategies as st

import productgov as pg
from productgov import strategies
from productgov.interchange import map_names, new_governance, read_table, write_table
from tests.support.tables import mapped

CELLS = st.sampled_from(
    [
        "",
        "A-1",
        "A-2",
        "a b",
        "Done",
        "In Progress",
        "To Do",
        "now",
        "2026-01-31",
        "31/Jan/26",
        "80%",
        "'=1",
        "a@b.example",
    ]
) | st.text(max_size=12)
COLUMNS = (
    "Issue key",
    "Summary",
    "Status",
    "Due date",
    "Labels",
    "Labels",
    "Assignee",
    "Custom field (Reach)",
    "Custom field (Effort)",
    "Inward issue link (Blocks)",
    "Parent summary",
)
TABLES = st.lists(st.lists(CELLS, min_size=len(COLUMNS) - 1, max_size=len(COLUMNS) + 1), max_size=6)


def table(rows: list[list[str]]) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerows([COLUMNS, *rows])
    return text.getvalue().encode(errors="replace")


@given(st.binary(max_size=300), st.sampled_from(map_names()))
def test_any_bytes_are_a_table_or_refused(data: bytes, name: str) -> None:
    with suppress(pg.ProductGovError):
        read_table(data, name)


@given(TABLES)
def test_every_row_is_read_or_named_with_a_reason(rows: list[list[str]]) -> None:
    losses = read_table(table(rows), "jira").losses
    assert losses.rows == losses.read + len(losses.skipped)
    assert str(losses)


@given(TABLES)
def test_what_was_imported_changes_nothing_the_second_time(rows: list[list[str]]) -> None:
    found = read_table(table(rows), "jira")
    once = new_governance(found)
    assert found.apply(once) == once
    assert {item.id for item in found.initiatives} == {placed.id for placed in _items(once)}
    assert pg.loads(pg.dumps(once)) == once


@given(strategies.governances(), TABLES)
def test_nothing_is_deleted(governance: pg.ProductGovernance, rows: list[list[str]]) -> None:
    found = read_table(table(rows), "jira")
    with suppress(pg.InvalidValueError):
        after = found.apply(governance)
        ids = [item.id for item in _items(after)]
        assert all(item.id in ids for item in _items(governance))
        untouched = {item for item in _items(governance) if item.id not in {new.id for new in found.initiatives}}
        assert untouched <= set(_items(after))
        same = ("product_vision", "prioritization", "metrics", "reviews", "objectives", "teams", "decisions")
        assert [getattr(after, name) for name in same] == [getattr(governance, name) for name in same]


EXACT = """\
startDate = {from = ["Start"]}
targetDate = {from = ["Due"]}
committedDate = {from = ["Promised"]}
status = {from = ["Status"]}
kind = {from = ["Kind"]}
scoring.rice = {reach = {from = ["R"]}, impact = {from = ["I"]}, confidence = {from = ["C"]}, effort = {from = ["E"]}}
"""


@given(st.lists(strategies.initiatives(), max_size=4, unique_by=lambda item: item.id))
def test_what_is_exported_is_imported_as_the_same(items: list[pg.Initiative]) -> None:
    plain = [attrs.evolve(item, title="t") for item in items]
    governance = _governance(plain)
    chosen = mapped(EXACT)
    exported = write_table(governance, chosen)
    back = {item.id: item for item in read_table(exported.csv.encode(), chosen).initiatives}
    assert set(back) == {item.id for item in plain}
    for item in plain:
        for field in ("status", "kind", "start_date", "committed_date"):
            assert getattr(back[item.id], field) == getattr(item, field)
        rice = item.scoring.rice if item.scoring else None
        numbers = (rice.reach, rice.impact, rice.effort) if rice else (None,)
        if rice and all(isinstance(number, (int, float)) for number in numbers):
            again = back[item.id].scoring
            assert again is not None
            assert again.rice == attrs.evolve(rice, extensions=pg.Extensions())


def _governance(items: list[pg.Initiative]) -> pg.ProductGovernance:
    empty = new_governance(read_table([{"Key": "none"}], mapped()))
    done = tuple(item for item in items if item.status.finished)
    backlog = tuple(item for item in items if not item.status.finished)
    return attrs.evolve(empty, roadmap=attrs.evolve(empty.roadmap, backlog=backlog, delivered=done))


def _items(governance: pg.ProductGovernance) -> list[pg.Initiative]:
    return [*(placed.initiative for placed in governance.initiatives()), *governance.roadmap.backlog]
