"""Every chart: what it shows, that its texts never overlap, and that a text of a user is never markup."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import attrs
import pytest
from hypothesis import given

import productgov as pg
from productgov.errors import InvalidValueError, UnknownFormatError
from productgov.model.estimate import Estimate
from productgov.strategies import governances
from productgov.views import (
    Chart,
    dependency_chart,
    kano_chart,
    kpi_chart,
    metric_tree_chart,
    objective_chart,
    rank_uncertainty_chart,
    team_load_chart,
    timeline_chart,
    value_effort_chart,
)
from productgov.views.charts.kpis import thinned
from tests.support.governances import governance
from tests.support.large import DAY, large
from tests.support.pictures import SVG, outside, overlapping, texts_of

pytestmark = pytest.mark.once

Draw = Callable[[pg.ProductGovernance, float], Chart]


def _tree(subject: pg.ProductGovernance, width: float) -> Chart:
    tree = pg.metric_tree(subject) or pg.MetricTree(
        north_star=(star := pg.KPI(id="star", name="Star")), kpis=(star,), influences=()
    )
    return metric_tree_chart(tree, as_of=DAY, width=width)


CHARTS: dict[str, Draw] = {
    "dependencies": lambda subject, width: dependency_chart(subject, width=width),
    "kano": lambda subject, width: kano_chart(subject, width=width),
    "kpis": lambda subject, width: kpi_chart(subject, as_of=DAY, width=width),
    "metric tree": _tree,
    "objectives": lambda subject, width: objective_chart(pg.objective_progress(subject, DAY), width=width),
    "rank": lambda subject, width: rank_uncertainty_chart(pg.simulate(subject, method="RICE", draws=40), width=width),
    "teams": lambda subject, width: team_load_chart(pg.team_load(subject, DAY, draws=20), width=width),
    "timeline": lambda subject, width: timeline_chart(subject, as_of=DAY, width=width),
    "value and effort": lambda subject, width: value_effort_chart(subject, width=width),
}
every_chart = pytest.mark.parametrize("name", CHARTS)


def widths(chart: Chart) -> tuple[float, float]:
    root = ET.fromstring(chart.svg)
    return float(root.attrib["width"]), float(root.attrib["height"])


@every_chart
@pytest.mark.parametrize(("size", "width"), [(3, 320), (3, 720), (30, 720), (30, 1200), (300, 320), (300, 1200)])
def test_texts_neither_overlap_nor_leave_the_picture_at_any_size(name: str, size: int, width: int) -> None:
    chart = CHARTS[name](large(size), width)
    assert (overlapping(chart.svg), outside(chart.svg)) == ([], [])
    assert widths(chart)[0] == width
    assert len(chart.svg) < 60_000


@every_chart
def test_a_chart_can_be_drawn_of_any_governance(name: str) -> None:
    @given(governances(consistent=False))
    def draws(subject: pg.ProductGovernance) -> None:
        unique = attrs.evolve(subject, as_of=DAY)
        chart = CHARTS[name](unique, 480)
        assert (overlapping(chart.svg), outside(chart.svg)) == ([], [])
        assert 0 < widths(chart)[1] < 20_000
        assert "nan" not in re.sub(r">[^<]*<", "><", chart.svg)

    draws()


@every_chart
def test_a_picture_has_a_role_a_title_and_a_description_and_no_id_that_could_occur_twice(name: str) -> None:
    chart = CHARTS[name](large(30), 720)
    root = ET.fromstring(chart.svg)
    assert root.attrib["role"] == "img"
    assert root.attrib["aria-label"] == chart.title == root.findtext(f"{SVG}title")
    assert root.findtext(f"{SVG}desc") == chart.description
    assert not re.search(r"\bid=|url\(|href|<script|<image|@import|https?://(?!www\.w3\.org/2000/svg)", chart.svg)


@every_chart
def test_a_text_of_a_user_is_never_markup(name: str) -> None:
    harmless = CHARTS[name](large(30), 720)
    tags = {element.tag.removeprefix(SVG) for element in ET.fromstring(harmless.svg).iter()}
    assert tags <= {"circle", "desc", "line", "path", "polygon", "polyline", "rect", "style", "svg", "text", "title"}
    assert "<b>" not in harmless.svg


@every_chart
def test_the_data_has_everything_that_was_left_out_of_the_picture(name: str) -> None:
    narrow, wide = CHARTS[name](large(300), 320), CHARTS[name](large(300), 1200)
    assert narrow.data == wide.data
    assert len(narrow.data) > 40


@every_chart
def test_the_width_must_be_in_range(name: str) -> None:
    for width in (319.9, float("nan"), 10_001):
        with pytest.raises(InvalidValueError, match="width must be a number from 320 to 10000"):
            CHARTS[name](large(3), width)


@pytest.mark.parametrize(
    ("draw", "message"),
    [
        (timeline_chart, "drawn of a governance, not of None; write timeline_chart"),
        (kpi_chart, "drawn of a governance"),
        (kano_chart, "drawn of a governance"),
        (dependency_chart, "drawn of a governance"),
        (value_effort_chart, "drawn of a ranking or a governance"),
        (rank_uncertainty_chart, "drawn of a simulation"),
        (metric_tree_chart, "drawn of a metric tree, not of None; write metric_tree"),
        (objective_chart, "drawn of the progress of objectives"),
        (team_load_chart, "drawn of a team load"),
    ],
)
def test_what_a_chart_cannot_be_drawn_of_is_refused_with_a_hint(draw: Callable[[object], Chart], message: str) -> None:
    with pytest.raises(InvalidValueError, match=message):
        draw(None)
    with pytest.raises(InvalidValueError, match="not of a Roadmap; write"):
        draw(large(3).roadmap)


def test_a_picture_is_saved_and_so_is_its_diagram(tmp_path: Path) -> None:
    chart = timeline_chart(large(3))
    chart.save(tmp_path / "roadmap.svg")
    chart.save(str(tmp_path / "roadmap.mmd"))
    assert (tmp_path / "roadmap.svg").read_text(encoding="utf-8") == chart.svg + "\n"
    assert (tmp_path / "roadmap.mmd").read_text(encoding="utf-8").startswith("gantt\n")
    with pytest.raises(UnknownFormatError, match=r"roadmap\.png: .* must end in \.svg or \.mmd"):
        chart.save(tmp_path / "roadmap.png")
    with pytest.raises(UnknownFormatError, match=r"kano\.mmd: .* must end in \.svg$"):
        kano_chart(large(3)).save(tmp_path / "kano.mmd")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["roadmap.mmd", "roadmap.svg"]


def test_a_chart_has_a_short_repr() -> None:
    assert repr(kano_chart(large(3))) == "<Chart Kano: better and worse: 2 rows of data>"
    assert len(repr(timeline_chart(large(300)))) < 120


@pytest.mark.parametrize(
    "draw", [lambda most: timeline_chart(large(3), most=most), lambda most: kpi_chart(large(3), most=most)]
)
def test_at_least_one_thing_is_drawn(draw: Callable[[int], Chart]) -> None:
    assert "and " in " ".join(texts_of(draw(1).svg))
    with pytest.raises(InvalidValueError, match="most must be a whole number of at least 1, not 0"):
        draw(0)


def item(id: str = "search", **fields: object) -> pg.Initiative:
    return pg.Initiative(id=id, title=f"The {id}", **fields)  # type: ignore[arg-type]


def test_the_timeline_says_what_is_late_and_marks_what_slipped() -> None:
    chart = timeline_chart(
        governance(
            now=(
                item("late", target_date=date(2026, 2, 1), committed_date=date(2026, 1, 1)),
                item("undated"),
                item("started", start_date=date(2026, 3, 1)),
            ),
            delivered=(item("dropped", status="dropped"),),
        )
    )
    assert chart.description.startswith("3 items from 2026-02-01 to 2026-05-31; late: The late.")
    late, undated, started = chart.data.to_records()
    assert (late["status"], late["late"], late["committed"]) == ("late", True, date(2026, 1, 1))
    assert (undated["dated"], undated["start"], undated["end"]) == (False, date(2026, 3, 1), date(2026, 5, 31))
    assert (started["start"], started["end"], started["status"]) == (
        date(2026, 3, 1),
        date(2026, 5, 31),
        "proposed",
    )
    assert "dashed" in chart.svg


def test_an_empty_roadmap_has_a_timeline_too() -> None:
    chart = timeline_chart(governance())
    assert chart.description.startswith("Nothing is on the roadmap.")
    assert len(chart.data) == 0


def test_the_likeliest_to_be_first_is_on_top() -> None:
    sure = pg.Rice(reach=900, impact=1, confidence=1, effort=1)
    open_ended = pg.Rice(reach=Estimate(low=1, likely=950, high=960), impact=1, confidence=1, effort=1)
    items = (
        item("gamble", scoring=pg.Scoring(rice=open_ended)),
        item("sure", scoring=pg.Scoring(rice=sure)),
    )
    simulation = pg.simulate(items, method="RICE", draws=500, error_model=None)
    assert [ranked.initiative.id for ranked in simulation.ranking] == ["gamble", "sure"]
    chart = rank_uncertainty_chart(simulation)
    assert [text for text in texts_of(chart.svg) if text.startswith("The ")] == ["The sure", "The gamble"]
    assert "The sure is first with a probability of " in chart.description
    certain = pg.simulate(items[1:], method="RICE", draws=5, error_model=None)
    assert "no input is uncertain" in rank_uncertainty_chart(certain).description
    assert "Nothing is ranked." in rank_uncertainty_chart(pg.simulate([], method="RICE")).description


def test_items_at_one_place_share_a_point_and_its_label() -> None:
    score = pg.Scoring(value_effort=pg.ValueEffort(value=8, effort=2))
    chart = value_effort_chart(governance(now=(item("one", scoring=score), item("two", scoring=score))))
    assert "The one (+1)" in texts_of(chart.svg)
    assert "1 without a label, for want of room" in texts_of(chart.svg)
    assert chart.description.startswith("Items by quadrant: 2 quick win, 0 big bet, 0 fill-in, 0 money pit.")


def test_a_ranking_by_another_method_has_no_points() -> None:
    ranking = pg.rank(large(3), method="RICE")
    assert len(value_effort_chart(ranking).data) == 0


def test_the_kano_plane_shows_open_items_with_a_defined_position() -> None:
    counts = pg.KanoCounts(attractive=3, must_be=1)
    chart = kano_chart(
        governance(
            now=(
                item("liked", scoring=pg.Scoring(kano=pg.KanoSurvey(counts=counts))),
                item("unclear", scoring=pg.Scoring(kano=pg.KanoSurvey(counts=pg.KanoCounts(questionable=3)))),
                item("done", status="done", scoring=pg.Scoring(kano=pg.KanoSurvey(counts=counts))),
                item("unscored"),
            )
        )
    )
    assert chart.data.to_records() == [
        {
            "id": "liked",
            "title": "The liked",
            "better": 0.75,
            "worse": -0.25,
            "category": "attractive",
            "significant": False,
            "respondents": 4.0,
        }
    ]
    assert "No open item has a Kano survey." in kano_chart(governance()).description


def test_a_kpi_shows_its_target_its_bounds_and_its_status() -> None:
    kpi = pg.KPI(
        id="teams",
        name="Teams",
        unit="teams",
        target=pg.Target(value=9, by=date(2026, 6, 1)),
        bounds=pg.Bounds(min=1, max=20),
        observations=(
            pg.Observation(date=date(2026, 1, 1), value=4),
            pg.Observation(date=date(2026, 4, 1), value=99),
        ),
    )
    chart = kpi_chart(governance(north_star="teams", inputs=(kpi,), outputs=(pg.KPI(id="new", name="New"),)))
    assert any(text.startswith("target 9 by 2026-06-01 · min 1 · ") for text in texts_of(chart.svg))
    assert {"★ Teams", "4 teams", "not measured"} <= set(texts_of(chart.svg))
    assert [record["value"] for record in chart.data.to_records()] == [4.0, None]
    assert chart.description.startswith("2 metrics: 2 unknown.")
    assert kpi_chart(governance()).description.startswith("0 metrics.")


def test_of_very_many_observations_the_extremes_are_drawn() -> None:
    seen = [(date.fromordinal(730_000 + index), float(index % 97)) for index in range(5_000)]
    seen[1234] = (seen[1234][0], 999.0)
    seen[4321] = (seen[4321][0], -999.0)
    kept = thinned(seen)
    assert len(kept) <= 201
    assert kept == sorted(kept)
    assert {seen[1234], seen[4321], seen[-1]} <= set(kept)
    assert thinned(seen[:200]) == seen[:200]


def test_a_metric_tree_leaves_out_the_furthest() -> None:
    kpis = tuple(
        pg.KPI(id=f"k{number}", name=f"K{number}", influences=(f"k{number - 1}",) if number else ())
        for number in range(9)
    )
    tree = pg.metric_tree(governance(north_star="k0", inputs=kpis))
    assert tree is not None
    chart = metric_tree_chart(tree, width=320, most=30)
    assert {"★ K0", "K1", "and 7 more, further from the north star"} <= set(texts_of(chart.svg))
    assert "K2" not in texts_of(chart.svg)
    assert chart.description.startswith("8 metrics lead to K0, through 8 influences.")
    assert chart.mermaid is not None
    assert "K8" in chart.mermaid


def test_metrics_that_influence_each_other_stand_above_each_other() -> None:
    kpis = (
        pg.KPI(id="star", name="Star", influences=("one",)),
        pg.KPI(id="one", name="One", influences=("two", "one")),
        pg.KPI(id="two", name="Two", influences=("one", "star")),
    )
    tree = pg.metric_tree(governance(north_star="star", inputs=kpis))
    assert tree is not None
    chart = metric_tree_chart(tree)
    assert overlapping(chart.svg) == []
    assert len(chart.data) == 5


def test_what_is_required_is_to_the_left_of_what_requires_it() -> None:
    subject = governance(now=(item("a"), item("b"), item("c"), item("d")))
    subject = attrs.evolve(
        subject,
        roadmap=attrs.evolve(
            subject.roadmap,
            dependencies=(
                pg.Dependency(from_="a", to="b"),
                pg.Dependency(from_="c", to="b", type=pg.DependencyType.BLOCKS),
                pg.Dependency(from_="c", to="a", type=pg.DependencyType.RELATES_TO),
                pg.Dependency(from_="d", to="a", type=pg.DependencyType.RELATES_TO),
                pg.Dependency(from_="a", to="a"),
            ),
        ),
    )
    chart = dependency_chart(subject)
    places = {
        element.text: float(element.attrib["x"])
        for element in ET.fromstring(chart.svg).iter(f"{SVG}text")
        if element.text
    }
    assert places["The c"] < places["The b"] < places["The a"]
    assert "b requires c" in chart.description
    assert "c belongs together with a" in chart.description
    assert [record["type"] for record in chart.data.to_records()] == ["requires", "requires", "relatesTo", "relatesTo"]
    assert "Nothing waits." in dependency_chart(governance()).description


def test_dependencies_in_a_circle_are_drawn() -> None:
    subject = governance(now=(item("a"), item("b")))
    roadmap = attrs.evolve(
        subject.roadmap,
        dependencies=(pg.Dependency(from_="a", to="b"), pg.Dependency(from_="b", to="a")),
    )
    assert len(dependency_chart(attrs.evolve(subject, roadmap=roadmap)).data) == 2


def test_a_team_over_its_capacity_is_named() -> None:
    team = pg.Team(id="core", name="Core", capacity=(pg.Capacity(period=pg.Period("2026-Q2"), effort=1),))
    effort = (pg.TeamEffort(team="core", effort=9),)
    subject = governance(now=(item(efforts=effort, start_date=date(2026, 4, 1), target_date=date(2026, 5, 1)),))
    chart = team_load_chart(pg.team_load(attrs.evolve(subject, teams=(team,))))
    assert "over their capacity: Core in 2026-Q2." in chart.description
    assert any("over, fits" in text for text in texts_of(chart.svg))
    calm = team_load_chart(pg.team_load(governance()))
    assert "0 teams; none is over its capacity." in calm.description


def test_an_objective_that_is_behind_is_named() -> None:
    result = pg.KeyResult(id="kr", to=10, observations=(pg.Observation(date=date(2026, 1, 1), value=1),))
    goal = pg.Objective(id="calm", title="Calm", period=pg.Period("2026-Q1"), key_results=(result,))
    chart = objective_chart(pg.objective_progress(attrs.evolve(governance(), objectives=(goal,))))
    assert {"Calm", "10 % behind", "kr", "10 %"} <= set(texts_of(chart.svg))
    assert "1 objective; behind: Calm." in chart.description
    assert "0 objectives; none is behind." in objective_chart(pg.objective_progress(governance())).description
