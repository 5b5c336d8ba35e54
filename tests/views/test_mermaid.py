"""The roadmap and its dependencies as Mermaid."""

from datetime import date

import attrs

import productgov as pg
from productgov.views import dependencies_mermaid, timeline_mermaid
from tests.support.governances import governance


def item(id: str, **fields: object) -> pg.Initiative:
    return pg.Initiative(id=id, title=f"The {id}", **fields)  # type: ignore[arg-type]


def test_the_timeline_has_a_section_for_each_horizon() -> None:
    subject = governance(
        now=(
            item("one", start_date=date(2026, 1, 1), target_date=date(2026, 4, 1), status="in-progress"),
            item("two", status="done", delivered_date=date(2026, 2, 1)),
            item("gone", status="dropped"),
        ),
        later=(item("three", target_period="2026-Q4"),),
        delivered=(item("four", status="done"),),
    )
    assert timeline_mermaid(subject).splitlines() == [
        "gantt",
        "  dateFormat YYYY-MM-DD",
        "  axisFormat %b %Y",
        "  inclusiveEndDates",
        "  todayMarker off",
        "  section Now",
        "    #84;he one :active, 2026-01-01, 2026-04-01",
        "    #84;he two :done, 2026-02-01, 2026-02-01",
        "  section Later",
        "    #84;he three :2026-12-31, 2026-12-31",
    ]


def test_what_is_late_is_marked_and_externals_have_a_section() -> None:
    subject = governance(now=(item("late", target_date=date(2026, 2, 1)),))
    external = pg.External(id="law", title="The law", expected_date=date(2026, 5, 1))
    roadmap = attrs.evolve(subject.roadmap, externals=(external,))
    assert timeline_mermaid(attrs.evolve(subject, roadmap=roadmap)).splitlines()[6:] == [
        "    #84;he late :crit, 2026-02-01, 2026-02-01",
        "  section External",
        "    #84;he law :2026-05-01, 2026-05-01",
    ]


def test_a_title_can_be_no_word_of_the_language_and_no_second_task() -> None:
    title = "title : x\n section y; %% z"
    lines = timeline_mermaid(governance(now=(pg.Initiative(id="a", title=title),))).splitlines()
    assert lines[6] == "    #116;itle #58; x section y#59; #37;#37; z :2026-03-01, 2026-05-31"
    assert len(lines) == 7


def test_a_title_keeps_its_blanks() -> None:
    tasks = [
        timeline_mermaid(governance(now=(pg.Initiative(id="a", title=title),))).splitlines()[-1]
        for title in ("A list", "(a) list")
    ]
    assert [task.partition(" :")[0].strip() for task in tasks] == ["#65; list", "#40;a#41; list"]


def test_an_arrow_goes_from_what_is_required_to_what_requires_it() -> None:
    subject = governance(now=(item("a"), item("b")))
    edges = (
        pg.Dependency(from_="a", to="b"),
        pg.Dependency(from_="a", to="c", type=pg.DependencyType.BLOCKS),
        pg.Dependency(from_="b", to="c", type=pg.DependencyType.RELATES_TO),
    )
    diagram = dependencies_mermaid(attrs.evolve(subject, roadmap=attrs.evolve(subject.roadmap, dependencies=edges)))
    assert diagram.splitlines() == [
        "flowchart LR",
        '  n0["The b"]',
        '  n1["The a"]',
        '  n2["c"]',
        "  n0 --> n1",
        "  n1 --> n2",
        "  n2 -.- n0",
    ]
