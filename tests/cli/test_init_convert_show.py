"""The commands that write and show whole documents."""

import re
from datetime import date
from pathlib import Path

import pytest

import productgov as pg
from productgov.cli.main import main
from productgov.views.layout import width
from tests.support.extras import needs

pytestmark = needs("yaml")


@pytest.fixture(autouse=True)
def empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_init_writes_a_commented_example_that_passes_check(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["init"]) == 0
    assert capsys.readouterr().out == "wrote governance.yaml; now try: productgov check governance.yaml\n"
    assert Path("governance.yaml").read_text().count("#") > 10
    assert main(["check", "--strict", "governance.yaml"]) == 0
    assert re.fullmatch(r"1 file checked: no findings \(as of \d{4}-\d\d-\d\d\)\n", capsys.readouterr().out)


def test_init_prints_to_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["init", "-"]) == 0
    assert pg.loads(capsys.readouterr().out, format="yaml").roadmap.time_horizon.now


@pytest.mark.parametrize("name", ["a.json", "a.toml", "a.yml"])
def test_init_writes_the_format_that_the_name_says(name: str) -> None:
    assert main(["init", name]) == 0
    assert main(["init"]) == 0
    assert pg.load(name) == pg.load("governance.yaml")


def test_init_adds_the_parts_that_are_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["init", "--with", "teams, objectives,organization"]) == 0
    governance = pg.load("governance.yaml")
    assert governance.teams
    assert governance.objectives
    assert governance.organization
    assert main(["check", "--strict", "governance.yaml"]) == 0
    assert "\n1 file checked: no findings (as of 2" in capsys.readouterr().out
    assert main(["init", "--with", "teams,objectives,organization", "a.json"]) == 0
    assert pg.load("a.json") == governance


@pytest.mark.parametrize(
    ("parts", "message"), [("team", "did you mean teams?"), ("", "''"), ("okr", "'okr' is not a part")]
)
def test_init_refuses_a_part_that_it_does_not_know(
    parts: str, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main(["init", "--with", parts])
    assert message in capsys.readouterr().err
    assert not Path("governance.yaml").exists()


def test_init_does_not_overwrite_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    Path("governance.yaml").write_text("mine")
    assert main(["init"]) == 2
    assert Path("governance.yaml").read_text() == "mine"
    assert "governance.yaml exists already" in capsys.readouterr().err


def test_convert_goes_through_every_format_and_back(capsys: pytest.CaptureFixture[str]) -> None:
    main(["init", "a.yaml"])
    for source, target in (("a.yaml", "b.toml"), ("b.toml", "c.json"), ("c.json", "d.yaml")):
        assert main(["convert", source, "-o", target]) == 0
        assert f"wrote {target}" in capsys.readouterr().out
    assert pg.load("d.yaml") == pg.load("a.yaml")


def test_convert_refuses_a_format_that_it_does_not_know(capsys: pytest.CaptureFixture[str]) -> None:
    main(["init", "a.yaml"])
    assert main(["convert", "a.yaml", "-o", "b.xml"]) == 2
    assert "b.xml: unknown file ending" in capsys.readouterr().err


def shown(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    capsys.readouterr()
    assert main(["show", *arguments]) == 0
    return capsys.readouterr().out


def test_the_board_shows_everything_in_80_columns_without_colour(capsys: pytest.CaptureFixture[str]) -> None:
    main(["init", "a.yaml"])
    governance = pg.load("a.yaml")
    board = shown(capsys, "a.yaml")
    assert all(width(line) <= 80 for line in board.split("\n"))
    assert "\x1b" not in board
    flat = "".join(board.split())
    assert "".join(governance.product_vision.mission.split()) in flat
    for title in ("NOW 0-3", "NEXT 3-6", "LATER 6-12 months", "FUTURE 12+ months", "Delivered", "Metrics", "Reviews"):
        assert title in board
    for kpi in governance.kpis():
        assert kpi.name[:20] in board
    for word in {word for placed in governance.initiatives() for word in placed.initiative.title.split()}:
        assert word in board


def test_the_board_shows_the_day_it_is_given(capsys: pytest.CaptureFixture[str]) -> None:
    main(["init", "a.yaml"])
    assert "(as of 2031-05-06)" in shown(capsys, "a.yaml", "--as-of", "2031-05-06")
    assert f"(as of {pg.load('a.yaml').as_of})" in shown(capsys, "a.yaml")


def test_an_impossible_date_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["show", "a.yaml", "--as-of", "2031-02-30"])
    assert caught.value.code == 2
    assert "'2031-02-30' is not a date; write YYYY-MM-DD" in capsys.readouterr().err


def test_an_empty_roadmap_is_shown_as_empty(capsys: pytest.CaptureFixture[str]) -> None:
    from tests.support.documents import minimal_document

    pg.dump(pg.from_dict(minimal_document()), "a.json")
    board = shown(capsys, "a.json", "--as-of", "2026-01-01")
    assert board.startswith("Product governance (as of 2026-01-01)\n")
    assert board.count("(nothing)") == 4
    assert "Delivered" not in board


def test_dates_and_owners_are_shown_as_far_as_they_are_known(capsys: pytest.CaptureFixture[str]) -> None:
    from attrs import evolve

    from tests.support.documents import minimal_document

    day = date(2026, 2, 3)
    now = (
        pg.Initiative(id="a", title="Both", start_date=day, target_date=day),
        pg.Initiative(id="b", title="End", target_date=day, owner=pg.Role(title="Head of Growth", name="Ana")),
        pg.Initiative(id="c", title="Start", start_date=day, owner=pg.Role(title="Head of Growth")),
    )
    done = (
        pg.Initiative(id="d", title="Old", status=pg.Status.DONE, delivered_date=day),
        pg.Initiative(id="e", title="Never", status=pg.Status.DROPPED),
    )
    far = (pg.Vision(id="f", title="Far", theme="Distance"), pg.Vision(id="g", title="Further"))
    governance = pg.from_dict({**minimal_document(), "productVision": {**_vision(), "targetMarket": []}})
    columns = pg.TimeHorizon(now=now, future=far)
    pg.dump(evolve(governance, roadmap=pg.Roadmap(time_horizon=columns, delivered=done)), "a.json")
    board = shown(capsys, "a.json", "--as-of", "2026-01-01")
    for text in (
        "2026-02-03",
        "to 2026-02-03",
        "by 2026-02-03",
        "from 2026-02-03",
        "Ana",
        "Head of Growth",
        "Distance",
    ):
        assert text in board
    assert "     d: Old\n       done 2026-02-03\n" in board
    assert "     e: Never\n       dropped\n" in board
    assert "For:" not in board


def _vision() -> dict[str, object]:
    return {"mission": "m", "valueProposition": "v", "strategicPillars": []}


def test_the_board_traces_what_serves_each_pillar_when_asked(capsys: pytest.CaptureFixture[str]) -> None:
    main(["init", "a.yaml"])
    traced = shown(capsys, "a.yaml", "--trace")
    assert "From pillar to review" in traced
    assert traced.startswith(shown(capsys, "a.yaml").rstrip("\n"))
    for pillar in pg.load("a.yaml").product_vision.strategic_pillars:
        assert f"{pillar}: " in traced


def test_what_is_only_counted_is_said_on_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    Path("many.json").write_text("{" + ",".join(f'"k{index}":1' for index in range(10_003)) + "}", encoding="utf-8")
    assert main(["show", "many.json"]) == 1
    assert capsys.readouterr().err.endswith("\nmany.json: 3 more errors of PG003, counted but not listed\n")
