"""Blocks as HTML, as Markdown and as plain text."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from productgov.views import kano_chart, timeline_chart
from productgov.views.blocks import (
    Block,
    Card,
    CardColumn,
    CardColumns,
    Facts,
    Grid,
    Heading,
    Paragraph,
    bounded,
    value_text,
)
from productgov.views.html.blocks import html_of
from productgov.views.html.elements import Html, element, escape
from productgov.views.html.page import fragment, page
from productgov.views.layout import width
from productgov.views.markdown import markdown_of, markdown_text
from productgov.views.plain import plain_text
from productgov.views.tables import Percent
from tests.support.large import large
from tests.support.unsafe import unsafe_in

TEXTS = st.text(max_size=60)
GRID = Grid(head=("name", "score"), rows=(("a", 1.5), ("b", None)), more=3)
BOARD = CardColumns(
    (
        CardColumn(title="Now", cards=(Card("Search", ("planned", "Ana")),), more=2),
        CardColumn(title="Next", cards=()),
    )
)


def test_a_grid_aligns_numbers_and_counts_what_is_left_out() -> None:
    html = html_of([GRID])
    assert '<th scope="col" class="number">score</th>' in html
    assert '<tr><td>a</td><td class="number">1.5</td></tr>' in html
    assert html.endswith('<p class="more">and 3 more</p>')
    markdown = "| name | score |\n| --- | ---: |\n| a | 1.5 |\n| b |  |\n\n*and 3 more*"
    assert markdown_of([GRID]) == markdown
    assert plain_text([GRID]) == "name  score\na       1.5\nb\nand 3 more"


def test_an_empty_grid_says_so() -> None:
    empty = Grid(head=("name",), rows=())
    assert plain_text([empty]) == "(nothing)"
    assert markdown_of([empty]) == "*nothing*"
    assert html_of([empty]) == '<p class="more">nothing</p>'


def test_a_board_has_its_columns_next_to_each_other() -> None:
    html = html_of([BOARD])
    assert '<div class="card"><strong>Search</strong><small>planned</small><small>Ana</small></div>' in html
    assert html.count('<p class="more">') == 2
    assert markdown_of([BOARD]) == "**Now**\n\n- Search · planned · Ana\n- *and 2 more*\n\n**Next**\n\n- *nothing*\n"
    assert plain_text([BOARD]) == "Now\n  Search · planned · Ana\nand 2 more\nNext"


def test_headings_paragraphs_and_facts() -> None:
    blocks: list[Block] = [Heading("A", 3), Paragraph("B & c"), Facts((("day", date(2026, 1, 2)), ("ok", True)))]
    assert html_of(blocks).startswith("<h3>A</h3><p>B &amp; c</p><table><tbody><tr>")
    assert markdown_of(blocks) == "### A\n\nB &amp; c\n\n- day: 2026-01-02\n- ok: yes"
    assert plain_text(blocks).splitlines()[-2:] == ["day: 2026-01-02", "ok: yes"]


def test_a_table_wider_than_a_terminal_is_cut_and_then_leaves_out_columns() -> None:
    wide = Grid(head=tuple("abcdefghijklmno"), rows=(tuple("x" * 30 for _ in range(15)),))
    lines = plain_text([wide]).splitlines()
    assert max(map(width, lines)) <= 80
    assert lines[0].split()[0] == "a"
    assert "…" in lines[1]
    assert lines[1].count("x…") == 10


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (True, "yes"),
        (False, "no"),
        (Percent(0.5), "50 %"),
        (1200, "1,200"),
        (date(2026, 1, 2), "2026-01-02"),
        ("a\nb", "a b"),
        ("x" * 300, "x" * 279 + "…"),
    ],
)
def test_values_as_displays_show_them(value: str | float | date | None, text: str) -> None:
    assert value_text(value) == text


def test_one_more_is_shown_rather_than_counted() -> None:
    assert bounded(range(21)) == (tuple(range(21)), 0)
    assert bounded(range(22)) == (tuple(range(20)), 2)


def test_elements_escape_what_is_not_html() -> None:
    assert element("p", "<b>", Html("<i></i>"), None, class_="x", aria_label='"', title=None) == (
        '<p class="x" aria-label="&quot;">&lt;b&gt;<i></i></p>'
    )
    assert element("br") == "<br>"
    assert escape("a\u202eb") == "a\\u202eb"


def test_a_page_allows_no_script_and_no_network() -> None:
    whole = page("A <b>", element("p", "x"), "<i>")
    assert whole.startswith('<!doctype html>\n<html lang="en"><head><meta charset="utf-8">')
    assert "default-src &#x27;none&#x27;" in whole
    assert "<title>A &lt;b&gt;</title>" in whole
    assert '<main class="productgov"><p>x</p>&lt;i&gt;</main>' in whole
    assert "<script" not in whole
    assert fragment("x").startswith('<div class="productgov"><style>.productgov.productgov {')


@given(TEXTS)
def test_a_text_in_markdown_is_nothing_but_this_text(text: str) -> None:
    shown = markdown_text(text)
    assert "\n" not in shown
    assert unsafe_in(shown) == set()
    bare = shown.replace("\\\\", "")
    for special in "`*_[]<|~$@^":
        assert bare.count(special) == bare.count(f"\\{special}")


def test_what_could_begin_a_list_or_a_link_is_escaped() -> None:
    assert markdown_text("- a") == "\\- a"
    assert markdown_text("12. a") == "12\\. a"
    assert markdown_text("www.example.org") == "www\\.example.org"
    assert markdown_text("https://x.y and 1.5") == "https\\://x.y and 1.5"
    assert markdown_text("note: at 10:30, :tada: mailto:a") == "note: at 10:30, \\:tada: mailto\\:a"
    assert markdown_text("<b>&") == "&lt;b\\>&amp;"


def test_a_long_diagram_is_told_in_words() -> None:
    assert markdown_of([timeline_chart(large(3))]).startswith("```mermaid\ngantt")
    assert markdown_of([timeline_chart(large(300))]).startswith("*")


def test_a_chart_without_a_diagram_is_described() -> None:
    chart = kano_chart(large(3))
    assert markdown_of([chart]).startswith("*Kano: better and worse*: ")
    assert plain_text([chart]).startswith("Kano: better and worse\n")
    assert html_of([chart]).startswith("<figure><svg ")
