"""A report about a ranking: one value, its displays, and the formats it is printed in."""

import json
from typing import Any

import attrs
import pytest
from jsonschema import Draft202012Validator

from productgov.display import Displayed
from productgov.errors import InvalidValueError
from productgov.model.estimate import Estimate
from productgov.ranking.comparison import compare_frameworks
from productgov.ranking.explanation import explanation_lines
from productgov.ranking.information import value_of_information
from productgov.ranking.ranking import rank
from productgov.ranking.report import RankReport
from productgov.ranking.simulation import simulate
from productgov.reports.rank import RANK_REPORTERS, rank_csv, rank_json, rank_text
from productgov.schema.outputs import rank_schema
from productgov.views.displays import text_of
from tests.support.initiatives import INTERCOM, backlog, ice, item, override, rice

DOCUMENT = backlog(
    item("wide", rice=rice(Estimate(low=100, likely=900, high=2000), 1, 1, 2), ice=ice(5, 9, 2)),
    item("easy", rice=rice(800, 1, 0.5, 1), ice=ice(3, 5, 9)),
    item("legal", rice=rice(10, 1, 1, 1), override=override(500)),
    item("bare"),
)
RANKING = rank(DOCUMENT)
SIMULATION = simulate(RANKING, draws=1_000)
FULL = RankReport(
    ranking=RANKING,
    simulation=SIMULATION,
    information=value_of_information(RANKING, draws=1_000),
    comparison=compare_frameworks(DOCUMENT),
)


def test_the_text_holds_all_that_was_asked() -> None:
    text = rank_text(FULL)
    parts = [str(RANKING), str(SIMULATION), str(compare_frameworks(DOCUMENT))]
    assert [text.index(part) for part in parts] == sorted(text.index(part) for part in parts)
    assert text.startswith(f"{RANKING}\n\nHow sure the order is (1,000 draws, seed 0)\n")
    first = RANKING.ranked[0].initiative.id
    said = f"What to find out next (expected gain over picking {first} if this were known exactly)"
    assert said in " ".join(text.split())
    assert text == f"{FULL}\n"


def test_percentages_are_aligned_to_the_right() -> None:
    heading, *rows = str(SIMULATION).splitlines()[1:]
    end = 0
    for column in ("first", "top 3", "above next"):
        end = heading.index(column, end) + len(column)
        assert {row[:end][-1] for row in rows if len(row) >= end} == {"%"}


def test_an_explained_item_takes_the_place_of_the_table() -> None:
    lines = rank_text(attrs.evolve(FULL, explained=RANKING.find("bare"))).splitlines()
    assert lines[:3] == ["bare: Title of bare (now)", "Not ranked by RICE: no RICE inputs (scoring.rice).", ""]


@pytest.mark.parametrize("id", [None, "bare", "easy"])
def test_json_conforms_to_its_schema_and_both_say_the_same_fields(id: str | None) -> None:
    report = attrs.evolve(FULL, explained=RANKING.find(id) if id else None)
    printed: dict[str, Any] = json.loads(rank_json(report))
    schema: Any = rank_schema()
    Draft202012Validator(_closed(schema)).validate(printed)
    assert list(printed) == [name for name in schema["properties"] if name in printed]
    items = schema["properties"]["items"]["items"]["properties"]
    assert {name for item in printed["items"] for name in item} == items.keys() - {"tie_break"}


def _closed(schema: Any) -> Any:
    """The schema with nothing allowed that it does not name."""
    if isinstance(schema, dict):
        parts = {key: _closed(value) for key, value in schema.items()}
        return parts | ({"additionalProperties": False} if "required" in parts else {})
    return [_closed(part) for part in schema] if isinstance(schema, list) else schema


def test_rows_and_json_give_the_same_values() -> None:
    printed = json.loads(rank_json(FULL))["items"]
    for row, data in zip(SIMULATION.to_records(), printed, strict=True):
        flat = {**data, **data["terms"]}
        del flat["terms"]
        assert flat == {name: row[name] for name in flat}
        assert all(row[name] is None for name in row.keys() - flat.keys() - {"computed"})


def test_what_was_not_asked_is_not_in_the_json() -> None:
    assert json.loads(rank_json(RankReport(ranking=RANKING))).keys() == {"framework", "items", "unranked"}
    assert json.loads(rank_json(RankReport(ranking=RANKING, information=())))["value_of_information"] == []


def test_json_holds_the_items_of_the_ranking_in_order() -> None:
    printed = json.loads(rank_json(RankReport(ranking=RANKING)))
    assert printed["framework"] == "RICE"
    assert [each["id"] for each in printed["items"]] == [each.initiative.id for each in RANKING]
    assert printed["unranked"] == [{"id": "bare", "missing": "no RICE inputs (scoring.rice)"}]


def test_json_holds_all_that_was_asked() -> None:
    explained = RANKING.find("easy")
    assert explained is not None
    printed = json.loads(rank_json(attrs.evolve(FULL, explained=explained)))
    assert printed["explanation"] == list(explanation_lines(RANKING, explained))
    assert FULL.information is not None
    assert [(each["id"], each["term"]) for each in printed["value_of_information"]] == [
        (each.ranked.initiative.id, each.term) for each in FULL.information
    ]
    [pair] = printed["comparison"]
    assert (pair["first"], pair["second"], pair["items"]) == ("RICE", "ICE", 2)
    assert {move["id"]: (move["first"], move["second"]) for move in pair["moves"]} == {"wide": (1, 2), "easy": (2, 1)}
    assert all({"framework", "term", "value", "place"} == move["lifted_by"].keys() for move in pair["moves"])


def test_csv_has_the_rows_of_the_simulation_where_there_is_one() -> None:
    assert "p_first" not in rank_csv(RankReport(ranking=RANKING))
    assert "p_first" in rank_csv(RankReport(ranking=RANKING, simulation=SIMULATION))


def test_csv_refuses_what_is_no_row() -> None:
    for report in (FULL, RankReport(ranking=RANKING, explained=RANKING.ranked[0])):
        with pytest.raises(InvalidValueError, match="cannot be written as CSV; use the format text or json"):
            rank_csv(report)


def test_every_format_ends_with_one_newline() -> None:
    report = RankReport(ranking=RANKING, simulation=SIMULATION)
    for reporter in RANK_REPORTERS.values():
        text = reporter(report)
        assert text.endswith("\n")
        assert not text.endswith("\n\n")


def test_a_report_refuses_the_simulation_of_another_ranking() -> None:
    assert RankReport(ranking=RANKING, simulation=simulate(DOCUMENT)).simulation is not None
    with pytest.raises(InvalidValueError, match="the simulation is of another ranking"):
        RankReport(ranking=RANKING, simulation=simulate(INTERCOM, method="RICE"))


@pytest.mark.parametrize(
    ("result", "text"),
    [
        (RANKING, "<Ranking RICE: 3 ranked, 1 unranked>"),
        (SIMULATION, "<Simulation RICE: 3 items, 1000 draws, seed 0>"),
        (compare_frameworks(DOCUMENT), "<FrameworkComparison: 2 rankings, 1 pair>"),
        (FULL, "<RankReport RICE: ranking, simulation, information, comparison>"),
        (simulate(RANKING, draws=1, seed=10**90), f"<Simulation RICE: 3 items, 1 draw, seed 1{'0' * 18}…>"),
    ],
)
def test_a_repr_is_one_short_line(result: object, text: str) -> None:
    assert repr(result) == text
    assert len(text) < 120


def test_a_result_without_a_view_of_its_own_shows_its_fields() -> None:
    @attrs.frozen(repr=False)
    class Other(Displayed):
        score: float

    assert text_of(Other(0.5)) == repr(Other(0.5)) == "Other(score=0.5)"
