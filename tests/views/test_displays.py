"""Everything public shows itself: on one short line, as text, and in a notebook as bounded HTML without script."""

import inspect
import typing
from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser
from importlib import import_module

import attrs
from hypothesis import given

import productgov as pg
from productgov.changes import diff
from productgov.display import Displayed, brief
from productgov.findings import Omitted
from productgov.ranking.report import RankReport
from productgov.report import Report
from productgov.rules.context import Context
from productgov.strategies import governances
from productgov.tables.column import Column
from productgov.tables.table import Table
from productgov.tables.tables import to_tables
from productgov.views import board_text, kano_chart
from tests.support.documents import minimal_document
from tests.support.governances import governance
from tests.support.large import DAY, large

ONE_TEXT = {
    "AnchorDay", "Attendee", "Cadence", "Column", "EvaluationTable", "EveryDays", "InMonths", "InYears", "Limits",
    "Location", "MonthDay", "NthAmongWeekdays", "NthWeekday", "OnWeekdays", "PerEvent", "Period", "RankingMethod",
    "Snippet", "TimesPer", "UncertainFunction", "UncertainScore",
}  # fmt: skip
"""Values that are one text or number, or are told what to do rather than looked at."""
PRIVATE = {Context}
TAGS = {
    "caption", "circle", "desc", "div", "figure", "h1", "h2", "h3", "line", "p", "path", "polygon", "polyline", "rect",
    "small", "span", "strong", "style", "svg", "table", "tbody", "td", "text", "th", "thead", "title", "tr",
}  # fmt: skip
EVIL = "<img src=x onerror=alert(1)>\"'&]]><script>alert(2)</script>](javascript:alert(3))|`*_"


class Seen(HTMLParser):
    """The tags and attributes of a piece of HTML, and whether each tag is closed."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.open: list[str] = []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def classes_in(annotation: object) -> Iterator[type]:
    if isinstance(annotation, type) and not typing.get_args(annotation):
        yield annotation
    for argument in typing.get_args(annotation):
        for each in argument if isinstance(argument, list) else [argument]:
            yield from classes_in(each)


def public_functions() -> Iterator[object]:
    for module in (
        "productgov",
        "productgov.changes",
        "productgov.ics",
        "productgov.ranking",
        "productgov.tables",
        "productgov.views",
    ):
        for name in import_module(module).__all__:
            value = getattr(import_module(module), name)
            yield value
            for member in vars(value).values() if isinstance(value, type) else ():
                yield member.fget if isinstance(member, property) else getattr(member, "__func__", member)


def returned_classes() -> set[type]:
    """The classes of this package that public functions return, and the classes of the fields of these."""
    known = {name: getattr(pg, name) for name in pg.__all__}
    waiting: list[object] = []
    for function in public_functions():
        if inspect.isfunction(function) and not function.__name__.startswith("_"):
            try:
                waiting.append(typing.get_type_hints(function, localns=known).get("return"))
            except (NameError, TypeError):  # an annotation that only type checkers read
                continue
    found: set[type] = set()
    while waiting:
        for cls in classes_in(waiting.pop()):
            if cls.__module__.startswith("productgov.") and cls not in found and cls not in PRIVATE:
                found.add(cls)
                public = (
                    [field for field in attrs.fields(cls) if not field.name.startswith("_")] if attrs.has(cls) else []
                )
                waiting.extend(typing.get_type_hints(cls, localns=known).get(field.name) for field in public)
    return found


def results(subject: pg.ProductGovernance) -> Iterator[object]:
    """What public functions say about a governance."""
    ranking = pg.rank(subject, method="RICE")
    simulation = pg.simulate(ranking, draws=20)
    yield from (subject, pg.trace(subject), pg.roadmap_progress(subject), pg.check(subject), ranking, simulation)
    yield from (pg.objective_progress(subject), pg.team_load(subject, draws=10), pg.open_decisions(subject, DAY))
    comparison = pg.compare_frameworks(subject)
    information = pg.value_of_information(ranking, draws=20)
    yield from (comparison, information, ranking.table, pg.explain("PG203"))
    yield RankReport(ranking=ranking, simulation=simulation, comparison=comparison, information=information, as_of=DAY)
    if ranking.ranked:
        yield RankReport(ranking=ranking, explained=ranking.ranked[0])
    yield from (diff(subject, attrs.evolve(subject, name="Other")), pg.explain("PGD103"))
    yield (pg.metric_tree(subject), tuple(pg.explain(code) for code in ("PG201", "PG603")))
    yield pg.parse(pg.dumps(subject), format="json")


def displayed(values: object) -> Iterator[Displayed]:
    """Everything in some values that shows itself, one of each class."""
    waiting, seen = [values], set[type]()
    while waiting:
        value = waiting.pop()
        if isinstance(value, (tuple, list)):
            waiting.extend(value)
        elif (attrs.has(type(value)) and not isinstance(value, Table)) or isinstance(value, Displayed):
            if isinstance(value, Displayed) and type(value) not in seen:
                yield value
            if type(value) not in seen or isinstance(value, (pg.Scoring, pg.KPI, pg.Initiative)):
                waiting.extend(attrs.asdict(value, recurse=False).values())  # type: ignore[arg-type]
            seen.add(type(value))


def requirements_of(value: Displayed) -> None:
    """What every display must be."""
    line = repr(value)
    assert len(line) < 120
    assert line.isprintable()
    assert str(value)
    bundle = value._repr_mimebundle_()
    assert bundle["text/plain"] == line
    assert bundle["text/markdown"]
    seen = Seen(bundle["text/html"])
    assert seen.tags <= TAGS
    assert not {name for name in seen.attributes if name.startswith("on") or name in ("href", "src", "id")}
    assert sum(map(len, bundle.values())) < 200_000


def test_every_class_that_a_public_function_returns_shows_itself() -> None:
    classes = {cls for cls in returned_classes() if attrs.has(cls) and not issubclass(cls, BaseException)}
    assert len(classes) > 90
    assert {cls.__name__ for cls in classes if not issubclass(cls, Displayed)} <= ONE_TEXT
    assert {cls.__name__ for cls in classes if issubclass(cls, Displayed)}.isdisjoint(ONE_TEXT)


def test_everything_about_a_large_governance_is_short_and_closed() -> None:
    shown = [*displayed(list(results(large(300))))]
    assert len({type(each) for each in shown}) > 45
    for each in shown:
        requirements_of(each)


@given(governances(consistent=False))
def test_everything_about_any_governance_is_short_and_closed(subject: pg.ProductGovernance) -> None:
    for each in displayed([subject]):
        requirements_of(each)


def evil(value: object, at: str = "") -> object:
    """Plain data with another text for every text that can be any."""
    if isinstance(value, dict):
        return {key: evil(each, key) for key, each in value.items()}
    if isinstance(value, list):
        return [evil(each, at) for each in value]
    free = ("name", "title", "mission", "valueProposition", "targetMarket", "strategicPillars", "unit", "pillar")
    return EVIL if at in free else value


def test_a_text_of_a_user_stays_a_text_in_every_display() -> None:
    data = evil(pg.to_dict(large(30)))
    assert isinstance(data, dict)
    subject = pg.from_dict(data)
    for each in displayed(list(results(subject))):
        requirements_of(each)
        assert "<script" not in each._repr_mimebundle_()["text/markdown"]
        assert "](javascript" not in each._repr_mimebundle_()["text/markdown"].replace("\\]", "")


def test_what_is_cut_is_counted() -> None:
    html = large(300)._repr_mimebundle_()["text/html"]
    assert "and 93 more" in html  # 101 items in now, 8 of them shown
    ranking = pg.rank(large(300))._repr_mimebundle_()
    assert ranking["text/html"].count("<tr>") < 40
    assert f"and {len(pg.rank(large(300)).ranked) - 20} more" in ranking["text/markdown"]


def test_the_text_of_a_governance_is_what_show_prints() -> None:
    assert str(large(3)) == board_text(large(3))


def test_a_notebook_gets_what_it_asks_for() -> None:
    kpi = pg.KPI(id="teams", name="Teams")
    assert set(kpi._repr_mimebundle_()) == {"text/plain", "text/html", "text/markdown"}
    assert set(kpi._repr_mimebundle_(include={"text/html"})) == {"text/html"}
    assert "text/html" not in kpi._repr_mimebundle_(exclude={"text/html"})
    chart = kano_chart(large(3))
    assert chart._repr_mimebundle_()["image/svg+xml"] == chart.svg
    assert chart.svg in chart._repr_mimebundle_()["text/html"]
    assert str(chart).startswith("Kano: better and worse\n")
    tree = pg.MetricTree(north_star=kpi, kpis=(kpi,), influences=())
    assert tree._repr_mimebundle_()["image/svg+xml"].startswith("<svg ")
    assert "```mermaid\nflowchart BT" in tree._repr_mimebundle_()["text/markdown"]


def test_a_short_line_names_what_is_not_as_by_default() -> None:
    kpi = pg.KPI(id="a", name="x" * 99, observations=(pg.Observation(date=date(2026, 1, 1), value=1),))
    assert repr(kpi) == f"KPI(id='a', name='{'x' * 38}…, observations=[1])"
    assert repr(pg.Role(title="CPO")) == "Role(title='CPO')"
    assert repr(pg.Target(value=1, by=date(2026, 1, 1))) == "Target(value=1, by=2026-01-01)"
    assert repr(pg.Initiative(id="a", title="A", status=pg.Status.DONE, tags=("b", "c"))).endswith(
        "status='done', tags=['b', 'c'])"
    )
    assert repr(pg.Capacity(period=pg.Period("2026-Q1"), effort=2)) == "Capacity(period='2026-Q1', effort=2)"
    assert repr(pg.roadmap_progress(large(3))).startswith("RoadmapProgress(promises=[")
    assert repr(pg.trace(large(3)).unassigned.chains[0]).startswith("Chain(placed=PlacedInitiative(…), ")
    assert repr(pg.Scoring(ice=pg.Ice(impact=1, confidence=2, ease=3))) == "Scoring(ice=Ice(…))"
    assert brief(pg.Metrics(north_star_metric="a", input_metrics=(kpi,))).startswith("Metrics(north_star_metric='a'")
    long = "x" * 60
    wide = pg.ProductVision(mission=long, target_market=(), value_proposition=long, strategic_pillars=(long,))
    assert repr(wide).endswith(", …)")
    assert len(repr(wide)) < 120


def test_the_first_field_alone_can_be_too_long() -> None:
    @attrs.frozen(repr=False)
    class Named(Displayed):
        a_name_that_is_so_long_that_hardly_anything_else_fits_on_one_line_of_text_next_to_it_nor_below: str

    assert repr(Named("x" * 60)) == "Named(…)"
    assert str(Named("x" * 60)).splitlines()[0] == "Named"


def test_an_object_shows_its_fields_by_name() -> None:
    item = pg.Initiative(
        id="search",
        title="Search",
        status=pg.Status.PLANNED,
        owner=pg.Role(title="CPO"),
        metrics=("a", "b"),
        target_date=date(2026, 1, 1),
        links=tuple(pg.Link(url=f"https://example.org/{number}") for number in range(30)),
    )
    text = str(item)
    assert text.startswith("Initiative search\n")
    assert "status: planned" in text
    assert "owner: CPO" in text
    assert "metrics: a, b" in text
    assert "target date: 2026-01-01" in text
    assert "and 22 more" in " ".join(text.split())
    assert "| " not in text


def test_a_period_is_shown_as_its_text() -> None:
    goal = pg.Objective(id="calm", title="Calm", period=pg.Period("2026-Q4"))
    assert "period: 2026-Q4" in str(goal)
    assert repr(goal) == "Objective(id='calm', title='Calm', period='2026-Q4')"


def test_the_text_of_a_value_is_one_line_and_that_of_a_thing_has_a_line_for_each_field() -> None:
    assert str(pg.Target(value=1, by=DAY)) == "Target(value=1, by=2026-10-01)"
    assert f"{pg.Estimate(low=1, likely=2, high=3)}" == "Estimate(low=1, likely=2, high=3)"
    long = pg.Observation(date=DAY, value=1, note="so " * 40)
    assert str(long).splitlines()[-1].endswith("so so")
    assert "participants: CPO" in str(pg.Review(frequency="weekly", participants=(pg.Role(title="CPO"),)))


def test_an_object_without_anything_to_say_is_only_named() -> None:
    assert str(pg.Scoring()) == "Scoring()"
    assert "<table" not in pg.Scoring()._repr_mimebundle_()["text/html"]


def test_a_report_shows_its_findings_and_what_was_only_counted() -> None:
    report = Report((), omitted=(Omitted(code="PG003", severity=pg.Severity.ERROR, count=12),), as_of=DAY)
    html = report._repr_mimebundle_()["text/html"]
    assert "12 errors (as of 2026-10-01)" in html
    assert "12 more errors of PG003, counted but not listed" in html
    found = pg.check(large(3))
    assert found.findings[0].hint in str(found.findings[0])
    assert '<th scope="col">severity</th>' in found._repr_mimebundle_()["text/html"]


def test_a_document_shows_what_is_in_it_and_what_is_wrong() -> None:
    good = pg.parse(pg.dumps(large(3)), format="json")
    assert "holds: " in str(good)
    unnamed = pg.parse(pg.dumps(pg.from_dict(minimal_document() | {"name": "Tempo"})), format="json")
    assert "holds: Tempo" in str(unnamed)
    bad = pg.parse('{"name": 1}', format="json")
    assert "holds" not in str(bad)
    assert "findings" not in str(good)
    assert "PG004" in bad._repr_mimebundle_()["text/html"]


def test_a_table_shows_its_first_rows_and_columns() -> None:
    columns = [Column(name=f"c{number}", type="integer", meaning="A number.") for number in range(20)]
    table = Table.of("numbers", columns, ([row] * 20 for row in range(50)))
    html = table._repr_mimebundle_()["text/html"]
    assert "numbers (50 × 20, 8 columns not shown)" in html
    assert html.count("<tr>") == 21
    assert "and 30 more" in html
    small = Table.of("numbers", columns[:2], [])
    assert str(small) == "c0  c1"
    assert '<p class="more">nothing</p>' in small._repr_mimebundle_()["text/html"]
    assert "*nothing*" in small._repr_mimebundle_()["text/markdown"]


def test_all_that_is_overridden_is_shown() -> None:
    rice = pg.Rice(reach=1, impact=1, confidence=1, effort=1)
    item = pg.Initiative(
        id="a", title="A", scoring=pg.Scoring(rice=rice, override=pg.Override(score=9, reason="The law."))
    )
    html = pg.rank([item], method="RICE")._repr_mimebundle_()["text/html"]
    assert "The law." in html
    assert "<h3>Overridden</h3>" in html
    assert "Not ranked" not in html


def test_how_sure_a_certain_order_is_needs_no_numbers() -> None:
    certain = pg.simulate(large(3), method="Value-Effort", draws=5)
    assert "There are no estimates to draw" in certain._repr_mimebundle_()["text/html"]


def test_a_chain_that_is_whole_is_not_among_the_broken_ones() -> None:
    assert "Broken chains" not in pg.trace(governance())._repr_mimebundle_()["text/html"]
    assert "Broken chains" in pg.trace(large(3))._repr_mimebundle_()["text/html"]


def test_an_item_without_an_input_is_shown_with_the_reason() -> None:
    ranking = pg.rank([pg.Initiative(id="a", title="A")], method="ICE")
    html = ranking._repr_mimebundle_()["text/html"]
    assert "<h3>Not ranked</h3>" in html
    assert "no ICE inputs (scoring.ice)" in html


def test_a_load_without_effort_has_no_shares() -> None:
    assert pg.team_load(governance())._repr_mimebundle_()["text/html"].count("<table") == 0


def test_all_tables_of_a_governance_are_listed() -> None:
    tables = to_tables(large(3))
    html = tables._repr_mimebundle_()["text/html"]
    assert html.count("<tr>") == len(tables) + 1
    assert "initiatives" in str(tables)


def test_a_ranking_report_shows_only_what_was_asked_for() -> None:
    ranking = pg.rank(large(3))
    html = RankReport(ranking=ranking)._repr_mimebundle_()["text/html"]
    assert "How sure" not in html
    assert "As of" not in html
    assert "<svg" not in html


def test_a_ranking_report_shows_everything_that_was_asked_for() -> None:
    subject = large(30)
    ranking = pg.rank(subject)
    everything = RankReport(
        ranking=ranking,
        simulation=pg.simulate(ranking, draws=50),
        information=pg.value_of_information(ranking, draws=50),
        comparison=pg.compare_frameworks(subject),
        as_of=DAY,
    )
    html = everything._repr_mimebundle_()["text/html"]
    for said in (
        "Ranked by RICE",
        "<svg ",
        "What to find out next",
        "Where the frameworks disagree",
        "As of 2026-10-01",
    ):
        assert said in html
    explained = RankReport(ranking=ranking, explained=ranking.ranked[0])
    assert "Ranked by" not in explained._repr_mimebundle_()["text/html"]
