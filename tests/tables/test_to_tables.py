"""The tables of a governance: their columns, which are public, and their rows."""

import json
import re
import sqlite3
from datetime import date
from pathlib import Path

import attrs
import pytest

from productgov import InvalidValueError, TeamEffort
from productgov.fields.shapes import fields_of
from productgov.model.governance import ProductGovernance
from productgov.tables import Tables, stacked, to_tables
from productgov.tables.tables import SOURCES
from tests.support.full_governance import FULL
from tests.support.governances import governance

GOLDEN = Path(__file__).with_name("columns.txt")
TABLES = to_tables(FULL)


def rows(name: str, *columns: str) -> list[tuple[object, ...]]:
    """Some columns of a table, row by row."""
    return [tuple(record[column] for column in columns) for record in TABLES[name].to_records()]


def recorded() -> list[str]:
    """Every column with its table and type."""
    return [f"{source.name} {column.name} {column.type}" for source in SOURCES for column in source.columns]


def test_names_and_types_of_columns_never_change_silently() -> None:
    """They are public: record new ones by `python -m tests.tables.test_to_tables`, and lose none."""
    assert recorded() == GOLDEN.read_text(encoding="utf-8").splitlines()


def test_every_table_has_something_in_the_full_governance() -> None:
    assert {name for name, table in TABLES.items() if not len(table)} == set()
    assert repr(TABLES) == f"<Tables: 15 tables, {sum(map(len, TABLES.values()))} rows>"


def test_an_empty_governance_has_the_same_columns() -> None:
    empty = to_tables(governance())
    assert len(empty.initiatives) == len(empty.objectives) == 0
    assert {name: table.columns for name, table in empty.items()} == {name: t.columns for name, t in TABLES.items()}


def test_tables_are_a_mapping_whose_names_are_also_attributes() -> None:
    assert TABLES["kpis"] is TABLES.kpis
    assert len(TABLES) == len(list(TABLES)) == len(SOURCES) == len(attrs.fields(Tables))
    assert [source.name for source in SOURCES] == list(TABLES) == [table.name for table in TABLES.values()]
    with pytest.raises(KeyError, match="save"):
        _ = TABLES["save"]


def test_columns_are_snake_case_and_have_meanings() -> None:
    for source in SOURCES:
        for column in source.columns:
            assert re.fullmatch("[a-z]+(_[a-z]+)*", column.name)
            assert column.meaning.endswith(".")
            assert column.meaning[0].isupper() or column.meaning[0] == "`"


def test_columns_need_no_quotes_in_sql() -> None:
    """Words such as `order` cannot be named as they are, and `current_date` would be today."""
    connection = sqlite3.connect(":memory:")
    for source in SOURCES:
        names = [column.name for column in source.columns]
        connection.execute(f"CREATE TABLE {source.name} ({', '.join(names)})")
        connection.execute(f"INSERT INTO {source.name} VALUES ({', '.join('?' * len(names))})", names)
        assert connection.execute(f"SELECT {', '.join(names)} FROM {source.name}").fetchone() == (*names,)
    connection.close()


def test_every_field_of_a_class_is_a_column_or_has_a_table_of_its_own() -> None:
    flats = [source.flat for source in SOURCES if source.flat]
    for flat in flats:
        read = {leaf.path[0] for leaf in flat.leaves}
        assert {field.wire for field in fields_of(flat.cls) if field.name not in flat.apart} == read - {"extensions"}
    apart = {f"{flat.cls.__name__}.{name}" for flat in flats for name in flat.apart}
    assert apart == {
        "Initiative.check_ins", "KPI.observations", "External.check_ins", "Review.participants", "Objective.check_ins",
        "Objective.key_results", "KeyResult.check_ins", "KeyResult.observations", "Team.capacity",
    }  # fmt: skip


def test_initiatives() -> None:
    assert rows("initiatives", "place", "id", "status") == [
        ("now", "sign-up", "in-progress"),
        ("later", "search", "proposed"),
        ("backlog", "export", "proposed"),
        ("delivered", "invoices", "done"),
    ]
    sign_up = TABLES.initiatives.to_records()[0]
    assert {name: sign_up[name] for name in ("owner", "owner_name", "owner_email", "owner_responsibility")} == {
        "owner": "Product Manager",
        "owner_name": "Ana",
        "owner_email": "ana@example.com",
        "owner_responsibility": None,
    }
    assert (sign_up["target_period"], sign_up["due_date"]) == ("2026-Q1", date(2026, 3, 31))
    assert (sign_up["deadline_date"], sign_up["deadline_kind"]) == (date(2026, 6, 30), "contract")
    assert json.loads(str(sign_up["tags"])) == ["web", "=growth"]
    assert json.loads(str(sign_up["extensions"])) == {"x-cost": {"eur": 1}}
    assert json.loads(str(sign_up["efforts"]))[1] == {"team": "ops", "effort": 1}
    assert (sign_up["as_of"], sign_up["rank_position"], sign_up["rank_score"]) == (date(2026, 3, 1), 1, 200 / 2 / 3)
    assert TABLES.initiatives.to_records()[1]["rank_position"] is None


def test_where_the_method_of_the_document_cannot_rank_nothing_is_ranked() -> None:
    unknown = attrs.evolve(FULL, prioritization=attrs.evolve(FULL.prioritization, rank_by="Moskow"))
    assert set(to_tables(unknown).initiatives.to_columns()["rank_position"]) == {None}


def test_estimates_keep_low_likely_and_high_and_plain_numbers_have_no_ends() -> None:
    columns = ("rice_reach", "rice_reach_low", "rice_reach_high", "rice_impact", "rice_impact_low", "rice_effort")
    assert rows("initiatives", *columns)[0] == (200.0, 100.0, 400.0, 1.0, None, None)
    assert rows("initiatives", "effort", "effort_low", "effort_high")[:2] == [(3.0, 2.0, 5.0), (None, None, None)]


def test_the_effort_of_an_initiative_can_be_a_plain_number() -> None:
    roadmap = FULL.change("export", efforts=[TeamEffort(team="web", effort=2)])
    record = to_tables(roadmap).initiatives.to_records()[2]
    assert (record["effort"], record["effort_low"], record["effort_high"]) == (2.0, None, None)


def test_health_is_that_of_the_latest_check_in_that_has_come() -> None:
    assert rows("initiatives", "health") == [("at-risk",), (None,), (None,), (None,)]
    later = to_tables(FULL, as_of=date(2026, 5, 1)).initiatives
    assert later.to_records()[0]["health"] == "off-track"


def test_kpis() -> None:
    columns = ("metric_group", "id", "north_star", "target", "target_by", "latest_value", "latest_date")
    assert rows("kpis", *columns) == [
        ("output", "weekly-teams", True, 200.0, date(2026, 12, 31), 125.5, date(2026, 2, 28)),
        ("guardrail", "errors", False, None, None, None, None),
    ]
    assert rows("kpis", "progress", "status", "bounds_max") == [(0.255, "on track", None), (None, "unknown", 5.0)]


def test_observations_are_of_kpis_and_of_key_results() -> None:
    assert rows("observations", "kpi", "key_result", "date", "value")[2:] == [
        ("weekly-teams", None, date(2026, 3, 31), 150.0),
        (None, "nps", date(2026, 2, 1), 15.0),
    ]


def test_dependencies_externals_and_visions() -> None:
    assert rows("dependencies", "from_id", "to_id", "type") == [("search", "legal", "requires")]
    assert rows("externals", "id", "status", "expected_date") == [("legal", "expected", None)]
    assert rows("visions", "id", "signals") == [("quiet", '["Calls fall"]')]


def test_reviews_and_participants() -> None:
    assert rows("reviews", "review", "frequency", "metrics", "next_date", "as_of")[:2] == [
        ("product", "monthly", None, date(2026, 3, 5), date(2026, 3, 1)),
        ("strategy", "monthly", None, date(2026, 3, 5), date(2026, 3, 1)),
    ]
    assert rows("participants", "review", "title", "name")[0] == ("product", "Product Manager", "Ana")
    assert to_tables(governance()).reviews.to_records()[0]["next_date"] is None


def test_a_review_of_no_metrics_is_not_one_that_names_none() -> None:
    reviews = attrs.evolve(FULL.reviews, product_review=attrs.evolve(FULL.reviews.product_review, metrics=()))
    column = to_tables(attrs.evolve(FULL, reviews=reviews)).reviews.to_columns()["metrics"]
    assert column == ["[]", None, None]


def test_objectives_and_key_results() -> None:
    columns = ("id", "period", "first_date", "last_date", "known_share", "as_of")
    assert rows("objectives", *columns) == [
        ("more-teams", "2026-Q1", date(2026, 1, 1), date(2026, 3, 31), 1.0, date(2026, 3, 1))
    ]
    names = ("objective", "id", "from_value", "to_value", "due_date", "latest_value", "progress")
    assert rows("key_results", *names) == [
        ("more-teams", "teams", None, 150.0, date(2026, 3, 31), 125.5, 0.51),
        ("more-teams", "nps", 10.0, 30.0, date(2026, 3, 31), 15.0, 0.25),
        ("more-teams", "launch", None, None, date(2026, 3, 31), None, 0.0),
    ]


def test_check_ins_name_what_they_are_on() -> None:
    columns = ("initiative", "external", "objective", "key_result", "confidence")
    assert rows("check_ins", *columns)[3:] == [
        ("search", None, None, None, 0.5),
        (None, "legal", None, None, 1.0),
        (None, None, "more-teams", None, 0.4),
        (None, None, None, "launch", 0.8),
    ]


def test_teams_capacity_and_decisions() -> None:
    assert rows("teams", "id", "lead", "lead_name") == [("web", "Product Manager", "Ana")]
    assert rows("capacity", "team", "period", "effort", "first_date", "last_date") == [
        ("web", "2026-Q1", 3.0, date(2026, 1, 1), date(2026, 3, 31))
    ]
    assert rows("decisions", "id", "subjects", "verdict") == [("d1", '["search", "export"]', "pause")]


def test_links_have_a_row_for_every_entry_of_a_list() -> None:
    columns = ("source_kind", "source_id", "relation", "target", "title", "amount")
    assert rows("links", *columns) == [
        ("initiative", "sign-up", "efforts", "web", None, 2.0),
        ("initiative", "sign-up", "efforts", "ops", None, 1.0),
        ("initiative", "sign-up", "objectives", "more-teams", None, None),
        ("initiative", "sign-up", "metrics", "weekly-teams", None, None),
        ("initiative", "sign-up", "guardrails", "errors", None, None),
        ("initiative", "sign-up", "tags", "web", None, None),
        ("initiative", "sign-up", "tags", "=growth", None, None),
        ("initiative", "sign-up", "links", "https://example.com/1", "The ticket", None),
        ("vision", "quiet", "signals", "Calls fall", None, None),
        ("kpi", "errors", "influences", "weekly-teams", None, None),
        ("decision", "d1", "subjects", "search", None, None),
        ("decision", "d1", "subjects", "export", None, None),
        ("review", "product", "agenda", "Metrics", None, None),
        ("review", "strategy", "agenda", "Metrics", None, None),
        ("review", "portfolio", "agenda", "Metrics", None, None),
    ]


def test_tables_of_several_documents_stand_below_each_other() -> None:
    both = stacked({"one": TABLES, "two": to_tables(governance())})
    assert both.kpis.columns[0].name == "document"
    assert both.kpis.to_columns()["document"] == ["one", "one"]
    assert both.reviews.to_columns()["document"] == ["one"] * 3 + ["two"] * 3
    assert both.reviews.to_columns()["review"] == ["product", "strategy", "portfolio"] * 2
    assert len(stacked({}).kpis) == 0
    assert stacked({}).kpis.columns == both.kpis.columns


@pytest.mark.parametrize("wrong", ["governance.yaml", {"schemaVersion": "1.0"}, None])
def test_something_else_than_a_governance_is_refused(wrong: ProductGovernance) -> None:
    with pytest.raises(InvalidValueError, match=r"to_tables takes a governance, not .*; load a file with load"):
        to_tables(wrong)


if __name__ == "__main__":
    GOLDEN.write_text("".join(f"{column}\n" for column in recorded()), encoding="utf-8")
