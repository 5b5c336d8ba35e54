"""The tables of results."""

import json
from datetime import date

import attrs
import pytest

from productgov import (
    Finding,
    Ice,
    Location,
    Report,
    Scoring,
    Severity,
    Team,
    check,
    compare_frameworks,
    metric_tree,
    objective_progress,
    rank,
    roadmap_progress,
    simulate,
    team_load,
    trace,
)
from productgov.ranking import Assessment, RankingMethod, Terms
from productgov.tables import Table
from productgov.tabular import Tabular
from tests.support.full_governance import FULL
from tests.support.governances import governance


def rows(table: Table, *columns: str) -> list[tuple[object, ...]]:
    """Some columns of a table, row by row."""
    return [tuple(record[column] for column in columns) for record in table.to_records()]


def test_a_ranking_has_a_column_for_every_term_and_the_unranked_last() -> None:
    table = rank(FULL).table
    assert rows(table, "position", "id", "horizon", "score", "reason", "reach", "confidence") == [
        (1, "sign-up", "now", 200 / 2 / 3, None, 200.0, 0.5),
        (None, "search", "later", None, "no RICE inputs (scoring.rice)", None, None),
        (None, "export", "backlog", None, "no RICE inputs (scoring.rice)", None, None),
    ]
    assert {column.type for column in table.columns if column.name in ("score", "reach")} == {"number"}


def test_a_ranking_of_nothing_has_its_columns() -> None:
    names = [column.name for column in rank(governance()).table.columns]
    assert names == ["position", "id", "title", "horizon", "score", "computed", "override", "tie_break", "reason"]


def test_a_ranking_of_what_was_delivered_has_no_horizon() -> None:
    assert ("invoices", None) in rows(rank(FULL, open_only=False).table, "id", "horizon")


def test_a_term_is_a_number_a_verdict_or_else_a_text_and_hides_no_field() -> None:
    given = {
        "sign-up": Terms({"number": 1, "verdict": True, "text": "a", "mixed": 1, "position": 99}),
        "search": Terms({"number": 0.5, "verdict": None, "text": None, "mixed": True, "late": "b"}),
    }
    method = RankingMethod(
        name="Mine",
        description="Mine.",
        needs="nothing",
        has_inputs=lambda _: True,
        assess=lambda scoring, _: Assessment(score=1, terms=given["sign-up" if scoring.rice else "search"]),
        explain=lambda *_: (),
        source="me",
    )
    table = rank([FULL.initiative("sign-up"), FULL.initiative("search")], method=method).table
    types = {column.name: column.type for column in table.columns}
    expected = {"number": "number", "verdict": "boolean", "text": "text", "mixed": "text", "late": "text"}
    assert {name: types[name] for name in expected} == expected
    assert sorted(map(repr, rows(table, "number", "verdict", "text", "mixed", "late"))) == [
        "(0.5, None, None, 'True', 'b')",
        "(1.0, True, 'a', '1', None)",
    ]
    assert rows(table, "position") == [(1,), (1,)]


def test_a_simulation_adds_chances_to_the_ranked() -> None:
    table = simulate(FULL, draws=20).table
    assert rows(table, "id", "p_first", "rank_best") == [
        ("sign-up", 1.0, 1),
        ("search", None, None),
        ("export", None, None),
    ]


def test_a_comparison_has_every_position_under_every_framework() -> None:
    scored = FULL.change("search", scoring=Scoring(ice=Ice(impact=1, confidence=2, ease=3)))
    table = compare_frameworks(scored).table
    assert rows(table, "framework", "position", "id", "score") == [
        ("RICE", 1, "sign-up", 200 / 2 / 3),
        ("ICE", 1, "search", 2.0),
    ]


def test_findings() -> None:
    found = Finding(
        code="PG001",
        severity=Severity.ERROR,
        path="/a\ud800",
        message="m",
        hint="h",
        location=Location(line=3, column=5),
    )
    report = Report((found, attrs.evolve(found, location=None)), as_of=date(2026, 3, 1))
    columns = ("code", "severity", "path", "line_number", "column_number", "as_of")
    assert rows(report.table, *columns) == [
        ("PG001", "error", "/a\\ud800", 3, 5, date(2026, 3, 1)),
        ("PG001", "error", "/a\\ud800", None, None, date(2026, 3, 1)),
    ]
    assert len(check(FULL).table) == len(check(FULL))


def test_promises() -> None:
    columns = ("id", "horizon", "status", "due_date", "delivered", "on_time", "slip_days")
    assert rows(roadmap_progress(FULL).table, *columns) == [
        ("invoices", None, "done", date(2026, 1, 10), True, False, 10)
    ]
    late = FULL.change("sign-up", target_period=None, target_date=date(2026, 2, 27))
    assert rows(roadmap_progress(late).table, "id", "horizon")[0] == ("sign-up", "now")


def test_objectives() -> None:
    columns = ("id", "period", "progress", "known_share", "reached", "behind", "initiatives", "as_of")
    (row,) = rows(objective_progress(FULL).table, *columns)
    assert row == ("more-teams", "2026-Q1", pytest.approx(0.76 / 3), 1.0, False, True, '["sign-up"]', date(2026, 3, 1))


def test_load_has_a_row_for_each_period_and_one_for_the_rest() -> None:
    (inside,) = rows(
        team_load(FULL).table, "team", "period", "first_date", "last_date", "capacity", "load", "overloaded"
    )
    assert inside == ("web", "2026-Q1", date(2026, 1, 1), date(2026, 3, 31), 3.0, pytest.approx(2), False)
    late = FULL.change("sign-up", target_period=None, target_date=date(2026, 12, 31))
    table = team_load(late).table
    assert rows(table, "period", "capacity", "overloaded", "p_fits")[1] == (None, None, None, None)
    assert sum(float(str(load)) for (load,) in rows(table, "load")) == pytest.approx(2)
    without = attrs.evolve(FULL, teams=(attrs.evolve(FULL.teams[0], capacity=()), Team(id="idle", name="Idle")))
    assert rows(team_load(without).table, "team", "period", "load") == [("web", None, 2.0), ("idle", None, 0.0)]


def test_traces_have_a_row_for_each_initiative_and_for_a_pillar_without_any() -> None:
    vision = attrs.evolve(FULL.product_vision, strategic_pillars=("Calm", "Speed"))
    table = trace(attrs.evolve(FULL, product_vision=vision)).table
    assert rows(table, "pillar", "id", "horizon", "complete", "outcome") == [
        ("Calm", "sign-up", "now", True, None),
        ("Speed", None, None, None, None),
        (None, "search", "later", False, None),
        (None, "invoices", None, False, "partly"),
    ]
    first, *_, last = table.to_records()
    lists = ("objectives", "metrics", "guardrails", "outputs", "reviews", "missing")
    assert [json.loads(str(first[name])) for name in lists] == [
        ["more-teams"], ["weekly-teams"], ["errors"], ["weekly-teams"], ["product", "strategy", "portfolio"], [],
    ]  # fmt: skip
    assert json.loads(str(last["missing"])) == ["metric", "watch", "review"]


def test_a_metric_tree_has_a_row_for_each_influence_and_for_the_north_star() -> None:
    tree = metric_tree(FULL)
    assert tree is not None
    assert rows(tree.table, "kpi", "kpi_name", "influences", "influences_name", "north_star") == [
        ("errors", "Errors", "weekly-teams", "Weekly teams", False),
        ("weekly-teams", "Weekly teams", None, None, True),
    ]


def test_a_result_without_a_table_is_a_type_error() -> None:
    with pytest.raises(TypeError, match=r"^Tabular has no table$"):
        _ = Tabular().table
