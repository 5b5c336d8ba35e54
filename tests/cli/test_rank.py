"""`productgov rank`, as it is typed."""

import argparse
import csv
import io
import json
from pathlib import Path

import attrs
import pytest

from productgov.cli import rank as command
from productgov.cli.status import ERRORS_FOUND, NO_ERROR
from productgov.dumping import dump
from productgov.errors import InvalidValueError
from productgov.model.estimate import Estimate
from productgov.model.governance import ProductGovernance
from productgov.model.initiative import Initiative, Status
from productgov.model.kano.evaluation import KanoAnswer
from productgov.model.kano.survey import KanoResponse, KanoSurvey
from productgov.model.prioritization import Framework, IceVariant
from tests.support.initiatives import INTERCOM, backlog, criteria, ice, item, kano, override, rice, value_effort

DOCUMENT = backlog(
    *INTERCOM,
    item("legal", rice=rice(10, 1, 1, 1), override=override(700, by="Head of Product")),
    item("bare"),
    delivered=(item("old", status=Status.DONE, rice=rice(1, 1, 1, 1)),),
)


@pytest.fixture(autouse=True)
def _a_wide_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is printed is compared line by line; other tests are about narrow terminals."""
    monkeypatch.setenv("COLUMNS", "140")


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> "Run":
    return Run(tmp_path / "governance.json", capsys)


class Run:
    """Runs the command on a document and returns what it printed."""

    def __init__(self, path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.path = path
        self.capsys = capsys

    def __call__(self, document: ProductGovernance, *arguments: str) -> str:
        dump(document, self.path)
        parser = argparse.ArgumentParser()
        command.COMMAND.configure(parser)
        assert command.COMMAND.run(parser.parse_args([str(self.path), *arguments])) == NO_ERROR
        out = self.capsys.readouterr().out
        return out if "--format" in arguments else _without_day(out)


def _without_day(text: str) -> str:
    """The text without its last line, which names the day."""
    day = "\nAs of 2026-03-01\n"
    assert text.endswith(f"\n{day}")
    return text.removesuffix(day)


def test_the_text_shows_the_table_the_overrides_and_what_is_not_ranked(run: Run) -> None:
    assert run(DOCUMENT) == (
        "Ranked by RICE: Reach × Impact × Confidence ÷ Effort (McBride, 2016).\n"
        "#  id     title           horizon  score  reach  impact  confidence  effort\n"
        "1  p3     Title of p3     now        800    800       2         0.5       1\n"
        "2  legal  Title of legal  now        700     10       1           1       1\n"
        "3  p1     Title of p1     now        675    450       3           1       2\n"
        "4  p2     Title of p2     now        400  2,000       1         0.8       4\n"
        "\n"
        "Overridden\n"
        "  legal: 700 instead of 10: The law asks for it.\n"
        "\n"
        "Not ranked\n"
        "  bare: no RICE inputs (scoring.rice)\n"
    )


def test_json_keeps_the_contract(run: Run) -> None:
    data = json.loads(run(DOCUMENT, "--format", "json"))
    assert data.keys() == {"framework", "as_of", "items", "unranked"}
    assert data["as_of"] == "2026-03-01"
    assert data["framework"] == "RICE"
    assert data["items"][0] == {
        "position": 1,
        "id": "p3",
        "title": "Title of p3",
        "horizon": "now",
        "score": 800,
        "terms": {"reach": 800, "impact": 2, "confidence": 0.5, "effort": 1},
    }
    assert data["items"][1]["computed"] == 10
    assert data["items"][1]["override"] == "The law asks for it."
    assert data["unranked"] == [{"id": "bare", "missing": "no RICE inputs (scoring.rice)"}]


def test_a_simulation_adds_how_sure_the_order_is(run: Run) -> None:
    data = json.loads(run(DOCUMENT, "--simulate", "200", "--seed", "3", "--format", "json"))
    assert sum(item["p_first"] for item in data["items"]) == pytest.approx(1)
    assert {"p_top", "rank_best", "rank_worst"} <= data["items"][0].keys()
    assert len(data["value_of_information"]) == 9
    text = run(DOCUMENT, "--simulate", "200")
    assert "How sure the order is (200 draws, seed 0)" in text
    assert "What to find out next (expected gain over picking p3 if this were known exactly)" in text
    rows = list(csv.DictReader(io.StringIO(run(DOCUMENT, "--simulate", "200", "--format", "csv"))))
    assert sum(float(row["p_first"]) for row in rows) == pytest.approx(1)


def test_a_simulation_of_what_is_certain_says_so(run: Run) -> None:
    text = run(backlog(item("a", ice=ice(1, 2, 3)), framework=Framework.ICE), "--simulate", "10")
    assert "ICE has no estimates to draw here: the order is taken as given." in text
    assert "find out" not in text


def test_where_nothing_is_ranked_nothing_is_simulated(run: Run) -> None:
    assert run(backlog(item("bare")), "--simulate", "10") == run(backlog(item("bare")))
    assert "value_of_information" not in json.loads(run(backlog(), "--simulate", "10", "--format", "json"))


def test_csv_has_a_row_for_each_ranked_item_and_no_formula(run: Run) -> None:
    document = backlog(attrs.evolve(INTERCOM[0], title="=1+1"))
    assert run(document, "--format", "csv").splitlines()[1].startswith('1,"p1","\'=1+1","now",675.0,450,3,1.0,2')


def test_all_ranks_what_is_done_too(run: Run) -> None:
    assert "Title of old" not in run(DOCUMENT)
    assert "Title of old" in run(DOCUMENT, "--all")


def test_another_framework_can_be_asked_for_in_any_case(run: Run) -> None:
    text = run(DOCUMENT, "--framework", "value-effort")
    assert text.startswith("Ranked by Value-Effort")
    assert run(backlog(), "--framework", "ICE").endswith("Nothing to rank.\n")


def test_frameworks_are_compared(run: Run) -> None:
    document = backlog(
        item("wide", rice=rice(900, 1, 1, 2), ice=ice(5, 9, 2), kano=kano(must=5)),
        item("easy", rice=rice(100, 1, 0.5, 1), ice=ice(3, 5, 9), kano=kano(must=5)),
    )
    text = run(document, "--compare")
    assert "RICE and ICE: Kendall's τ -1.00 over 2 items" in text
    assert "RICE and Kano: Kendall's τ not defined over 2 items" in text
    assert "lifted by reach 900 (RICE, 1 of 2); held back by ease 2 (ICE, 2 of 2)" in text
    (pair, *_) = json.loads(run(document, "--compare", "--format", "json"))["comparison"]
    assert (pair["first"], pair["second"], pair["items"], pair["tau"]) == ("RICE", "ICE", 2, -1)
    assert pair["moves"][0]["held_by"] == {"framework": "ICE", "term": "ease", "value": 2, "place": 2}
    assert "Fewer than two frameworks have inputs here." in run(DOCUMENT, "--compare")


def test_a_category_that_moves_an_item_is_named(run: Run) -> None:
    document = backlog(
        item("a", ice=ice(9, 9, 9), kano=kano(indifferent=5)), item("b", ice=ice(1, 1, 1), kano=kano(must=5))
    )
    assert "held back by category indifferent (Kano, 2 of 2)" in run(document, "--compare")


RICE_EXPLAINED = """\
x: Title of x (now)
Position 1 of 1 by RICE, with a score of 675.
RICE: Reach × Impact × Confidence ÷ Effort (McBride, 2016).
  reach       450 people or events in a quarter, estimated from 100 to 900
  impact      3 (massive)
  confidence  1 (high)
  effort      2 person-months
  450 × 3 × 1 ÷ 2 = 675
"""
ICE_EXPLAINED = """\
x: Title of x (now)
Position 1 of 1 by ICE, with a score of 7.
ICE: The mean of the three (Ellis and Brown, 2017).
  impact      8 of 10
  confidence  7 of 10
  ease        6 of 10
  (8 + 7 + 6) ÷ 3 = 7
"""
VALUE_EFFORT_EXPLAINED = """\
x: Title of x (now)
Position 1 of 1 by Value-Effort, with a score of 1.75.
Value-Effort: The four quadrants of value against effort.
  value   7: high, above the cut at 5
  effort  4: low, not above the cut at 5
  value and effort are those of the criteria, because valueEffort is not given; the value is the mean of
    business value       9, with weight 1
    user impact          6, with weight 1
    strategic alignment  6, with weight 1
  quick win: High value, low effort: do it first.
  within its quadrant: 7 ÷ 4 = 1.75
"""
KANO_EXPLAINED = """\
x: Title of x (now)
Position 1 of 1 by Kano, with a score of 1.5.
Kano: mustBe 8, oneDimensional 15, attractive 1, indifferent 2, reverse 0, questionable 0
  evaluated by the table of Berger et al., 1993
  most frequent is oneDimensional: The more the better, the less the worse.
  ahead of mustBe by 7, where 5.91 are needed: significant (Fong, 1996)
  Better = (1 + 15) ÷ (1 + 15 + 8 + 2) = 0.615
  Worse = -(15 + 8) ÷ (1 + 15 + 8 + 2) = -0.885
  within its category: Better - Worse = 1.5
"""


def answers(*rows: tuple[str, str, int]) -> KanoSurvey:
    return KanoSurvey(
        responses=tuple(
            KanoResponse(functional=KanoAnswer[f], dysfunctional=KanoAnswer[d], count=count) for f, d, count in rows
        )
    )


@pytest.mark.parametrize(
    ("framework", "explained", "initiative"),
    [
        ("RICE", RICE_EXPLAINED, item("x", rice=rice(Estimate(low=100, likely=450, high=900), 3, 1.0, 2))),
        ("ICE", ICE_EXPLAINED, item("x", ice=ice(8, 7, 6))),
        ("Value-Effort", VALUE_EFFORT_EXPLAINED, item("x", criteria=criteria(9, 6, 4, 6))),
        (
            "Kano",
            KANO_EXPLAINED,
            item(
                "x",
                kano=answers(
                    ("LIKE", "DISLIKE", 15),
                    ("EXPECT", "DISLIKE", 8),
                    ("LIKE", "NEUTRAL", 1),
                    ("NEUTRAL", "NEUTRAL", 2),
                ),
            ),
        ),
    ],
)
def test_a_place_is_explained_in_words_and_numbers(
    framework: str, explained: str, initiative: Initiative, run: Run
) -> None:
    assert run(backlog(initiative), "--framework", framework, "--explain", "x") == explained
    data = json.loads(run(backlog(initiative), "--framework", framework, "--explain", "x", "--format", "json"))
    assert "\n".join(data["explanation"]) + "\n" == explained


def test_the_product_of_ice_is_explained_as_a_product(run: Run) -> None:
    document = backlog(item("x", ice=ice(8, 7, 6)), framework=Framework.ICE)
    document = attrs.evolve(
        document, prioritization=attrs.evolve(document.prioritization, ice_variant=IceVariant.PRODUCT)
    )
    assert "8 × 7 × 6 = 336" in run(document, "--explain", "x")


def test_a_placed_value_is_explained_without_criteria(run: Run) -> None:
    document = backlog(item("x", value_effort=value_effort(2, 8)))
    text = run(document, "--framework", "Value-Effort", "--explain", "x")
    assert "money pit" in text
    assert "criteria" not in text


@pytest.mark.parametrize(
    ("framework", "initiative", "lines"),
    [
        (Framework.RICE, item("x", override=override(5)), []),
        (Framework.ICE, item("x", override=override(5)), []),
        (Framework.VALUE_EFFORT, item("x", override=override(5)), []),
        (Framework.VALUE_EFFORT, item("x", criteria=criteria(9, 6, 0, 6), override=override(5)), ["effort  0: low"]),
        (Framework.KANO, item("x", override=override(5)), []),
        (Framework.KANO, item("x", kano=kano(), override=override(5)), ["Kano: nobody answered."]),
        (Framework.KANO, item("x", kano=kano(reverse=9), override=override(5)), ["They would rather not have it."]),
    ],
)
def test_an_override_without_a_computed_score_is_explained(
    framework: Framework, initiative: Initiative, lines: list[str], run: Run
) -> None:
    text = run(backlog(initiative, framework=framework), "--explain", "x")
    assert text.endswith("Overridden: 5 instead of no computed score.\nReason: The law asks for it.\n")
    assert all(line in text for line in lines)
    assert "5 instead of no computed score" in run(backlog(initiative, framework=framework))


def test_the_backlog_is_shown_as_such_in_every_format(run: Run) -> None:
    document = backlog(*INTERCOM, unplaced=(item("idea", rice=rice(500, 1, 1, 1)),))
    assert "3  idea  Title of idea  backlog    500" in run(document)
    assert json.loads(run(document, "--format", "json"))["items"][2]["horizon"] == "backlog"
    assert '3,"idea","Title of idea","backlog",500' in run(document, "--format", "csv")
    assert run(document, "--explain", "idea").startswith("idea: Title of idea (backlog)\nPosition 3 of 4 by RICE")


def test_overrides_of_another_framework_are_told(run: Run) -> None:
    document = backlog(item("a", ice=ice(1, 2, 3), override=override(5)), item("b", override=override(6)))
    text = run(document, "--framework", "ICE")
    assert "\nOverrides that do not count here, as scores of RICE\n  a\n  b\n" in text
    assert json.loads(run(document, "--framework", "ICE", "--format", "json"))["overrides_left_out"] == ["a", "b"]
    for name in ("a", "b"):
        told = "Its override does not count here: it is a score of RICE.\n"
        assert run(document, "--framework", "ICE", "--explain", name).endswith(told)
    assert "do not count" not in run(document)


def test_who_decided_an_override_is_named(run: Run) -> None:
    text = run(DOCUMENT, "--explain", "legal")
    assert "Overridden: 700 instead of 10 (decided by Head of Product).\n" in text


def test_a_tie_is_explained_by_what_decided_it(run: Run) -> None:
    same = rice(10, 1, 1, 1)
    document = backlog(
        *(item(name, rice=same) for name in "abcde"), item("rated", rice=same, criteria=criteria(9, 9, 1, 9))
    )
    broken = "tie broken by weighted criteria (the higher weighted criteria come first)"
    shared = "equal in every tie-break, so they share a position"
    assert f"Same score as a, b, c and 2 more: {broken}.\n" in run(document, "--explain", "rated")
    assert f"Same score as rated, a, b and 2 more: {shared}.\n" in run(document, "--explain", "e")
    text = run(document)
    assert f"Equal scores\n  rated, a (10): {broken}\n  b, c, d, e (10): {shared}\n" in text
    (item_data, *_) = json.loads(run(document, "--format", "json"))["items"]
    assert item_data["tie_break"] == "weighted criteria"


def test_items_of_one_score_are_tied_only_within_a_quadrant_and_an_override_is_where_it_was_put(run: Run) -> None:
    document = backlog(
        item("win", value_effort=value_effort(6, 4)),
        item("win-too", value_effort=value_effort(9, 6), override=override(1.5)),
        item("bet", value_effort=value_effort(9, 6)),
        item("bet-too", value_effort=value_effort(9, 6)),
        framework=Framework.VALUE_EFFORT,
    )
    assert "Same score as win: " in run(document, "--explain", "win-too")
    assert "Same score as bet-too: " in run(document, "--explain", "bet")
    text = run(document)
    assert "  win, win-too (1.5): " in text
    assert "  bet, bet-too (1.5): " in text


def test_what_is_not_ranked_is_explained(run: Run) -> None:
    assert run(DOCUMENT, "--explain", "bare") == (
        "bare: Title of bare (now)\nNot ranked by RICE: no RICE inputs (scoring.rice).\n"
    )


NO_CSV = "an explanation or a comparison cannot be written as CSV; use the format text or json"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--explain", "old"], "'old' is done or dropped and so not ranked; add --all to rank it"),
        (["--explain", "legl"], "no initiative has the id 'legl'; did you mean 'legal'\\?"),
        (["--explain", "xyz"], "no initiative has the id 'xyz'$"),
        (
            ["--explain", "p1", "--format", "csv"],
            NO_CSV,
        ),
        (
            ["--compare", "--format", "csv"],
            NO_CSV,
        ),
    ],
)
def test_what_cannot_be_shown_is_refused(arguments: list[str], message: str, run: Run) -> None:
    with pytest.raises(InvalidValueError, match=message):
        run(DOCUMENT, *arguments)


def test_more_draws_than_the_items_allow_are_refused(run: Run) -> None:
    many = backlog(*(item(f"item-{number}", rice=rice(1, 1, 1, 1)) for number in range(1_000)))
    with pytest.raises(InvalidValueError, match="10,001 is too much for 1000 items; allowed: at most 10,000"):
        run(many, "--simulate", "10001")


@pytest.mark.parametrize(
    "arguments",
    [
        ["--simulate", "0"],
        ["--simulate", "000000019999999"],
        ["--simulate", "many"],
        ["--simulate", "9" * 5_000],
    ],
)
def test_arguments_out_of_range_are_refused(arguments: list[str], run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        run(DOCUMENT, *arguments)
    assert "expected" in capsys.readouterr().err


def test_the_smallest_efforts_give_valid_json(run: Run) -> None:
    reaches = (("a", 5e-324), ("b", 1), ("c", 0))
    small = backlog(*(item(name, rice=rice(reach, 1, 1, 5e-324)) for name, reach in reaches))
    data = json.loads(run(small, "--simulate", "50", "--format", "json"), parse_constant=pytest.fail)
    assert [row["id"] for row in data["items"]] == ["a", "c"]


def test_a_document_that_is_not_valid_is_not_ranked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "broken.json"
    path.write_text("{}", encoding="utf-8")
    assert command.COMMAND.run(argparse.Namespace(file=str(path))) == ERRORS_FOUND
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "PG004" in printed.err
