"""What pictures are made of: widths of texts, scales, layers of graphs, shapes."""

from datetime import date
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from productgov.views.svg.canvas import Canvas
from productgov.views.svg.layers import layers_of, routed
from productgov.views.svg.scale import DayScale, NumberScale, number_scale, number_ticks
from productgov.views.svg.scatter import Area, Labelled, spots_of
from productgov.views.svg.style import COLOURS, STYLE
from productgov.views.svg.text import fitted, text_width, wrapped
from tests.support.pictures import SVG
from tests.support.unsafe import unsafe_in

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
NUMBERS = st.floats(-1e15, 1e15)
DAYS = st.dates()


@given(TEXTS, st.floats(5, 400))
def test_a_fitted_text_is_never_wider_than_its_room(text: str, room: float) -> None:
    shown = fitted(text, max(room, 20), 12)
    assert text_width(shown, 12) <= max(room, 20)
    assert unsafe_in(shown, allowed="") == set()


def test_a_text_that_fits_is_shown_whole_and_a_longer_one_ends_with_a_mark() -> None:
    assert fitted("Plan a week", 200, 12) == "Plan a week"
    assert fitted("Plan a week", 50, 12) == "Plan…"
    assert fitted("  two\nlines ", 200, 12) == "two lines"
    assert fitted("", 1, 12) == ""


def test_wide_characters_are_wide_and_accents_have_no_width() -> None:
    assert text_width("計", 10) == 12.5
    assert text_width("e\u0301", 10) == text_width("e", 10)
    assert text_width("Ж", 10) == 11
    assert text_width("i", 10, bold=True) > text_width("i", 10)


def test_a_wrapped_text_has_at_most_so_many_lines() -> None:
    assert wrapped("one two three four", 60, 12, 2) == ("one two", "three f…")
    assert wrapped("one", 60, 12, 2) == ("one",)
    assert wrapped("", 60, 12, 2) == ()


@given(NUMBERS, NUMBERS, st.integers(1, 20))
def test_ticks_are_round_few_and_in_order(one: float, other: float, most: int) -> None:
    scale = number_scale(min(one, other), max(one, other), 100, 0, room=0.1)
    ticks = [*number_ticks(scale, most)]
    assert len(ticks) <= most + 2
    assert all(0 <= tick.at <= 100 for tick in ticks)
    assert all(left.at >= right.at for left, right in pairwise(ticks))


def test_numbers_that_are_equal_have_room_around_them() -> None:
    assert number_scale(0, 0, 0, 10).at(0) == 5
    assert number_scale(8, 8, 0, 10) == NumberScale(4, 12, 0, 10)
    assert [tick.text for tick in number_ticks(NumberScale(0, 1, 0, 100), 4)] == ["0.0", "0.5", "1.0"]
    assert [tick.text for tick in number_ticks(NumberScale(0, 4e6, 0, 100), 2)] == ["0", "2e+06", "4e+06"]


@given(DAYS, DAYS, st.floats(30, 200))
def test_ticks_of_days_keep_their_distance(one: date, other: date, room: float) -> None:
    scale = DayScale(min(one, other), max(one, other), 0, 500)
    ticks = [*scale.ticks(room)]
    assert all(right.at - left.at > room * 0.8 for left, right in pairwise(ticks))
    assert len(ticks) <= 500 / room + 2


def test_days_beyond_the_ends_are_at_the_ends() -> None:
    scale = DayScale(date(2026, 1, 1), date(2026, 1, 11), 10, 110)
    assert (scale.at(date(2025, 1, 1)), scale.at(date(2026, 1, 6)), scale.at(date(2027, 1, 1))) == (10, 60, 110)
    months = [tick.text for tick in DayScale(date(2026, 1, 15), date(2026, 7, 2), 0, 600).ticks(60)]
    assert months == ["Feb 2026", "Mar 2026", "Apr 2026", "May 2026", "Jun 2026", "Jul 2026"]
    years = [tick.text for tick in DayScale(date(2020, 5, 1), date(2030, 1, 1), 0, 600).ticks(60)]
    assert years == ["2021", "2022", "2023", "2024", "2025", "2026", "2027", "2028", "2029", "2030"]
    assert [tick.text for tick in DayScale(date(9990, 1, 1), date.max, 0, 90).ticks(60)] == ["9990"]


def test_layers_end_with_what_leads_to_nothing() -> None:
    graph = {"a": ["b"], "b": ["c", "d"], "c": [], "d": ["b"], "e": ["c"]}
    assert layers_of(graph) == (("a",), ("b", "d", "e"), ("c",))
    assert layers_of({}) == ()


@given(st.dictionaries(st.sampled_from("abcdefgh"), st.lists(st.sampled_from("abcdefgh"), max_size=3)))
def test_every_edge_is_routed_through_each_layer_between(graph: dict[str, list[str]]) -> None:
    whole = {node: graph.get(node, []) for node in "abcdefgh"}
    layers = layers_of(whole)
    assert sorted(node for layer in layers for node in layer) == list("abcdefgh")
    edges = [(source, target) for source, targets in whole.items() for target in targets]
    drawn = routed(layers, edges)
    at = {node: number for number, layer in enumerate(drawn.layers) for node in layer}
    for (source, target), route in drawn.routes.items():
        assert {route[0], route[-1]} == {source, target}
        if at[source] != at[target]:
            assert [at[node] for node in route] == list(range(at[route[0]], at[route[-1]] + 1))


def test_an_edge_back_to_an_earlier_layer_begins_at_its_target() -> None:
    drawn = routed([["a"], ["b"], ["c"]], [("c", "a"), ("a", "c")])
    assert drawn.routes["c", "a"][0] == "a"
    assert drawn.routes["c", "a"][-1] == "c"
    assert len(drawn.layers[1]) == 3


def test_things_near_each_other_share_a_spot() -> None:
    spots = spots_of([Labelled(10, 10, "a"), Labelled(10.4, 10, "b"), Labelled(50, 10, "c")])
    assert [spot.names for spot in spots] == [("a", "b"), ("c",)]
    assert spots[0].label(200) == "a (+1)"
    assert not Area(0, 0, 1, 1).meets(Area(1, 0, 2, 1))


def test_very_many_things_share_fewer_spots() -> None:
    many = [Labelled(x * 5, y * 5, f"{x} {y}") for x in range(100) for y in range(100)]
    spots = spots_of(many)
    assert len(spots) <= 400
    assert sum(len(spot.names) for spot in spots) == len(many)
    endless = [Labelled(x * 40, 0, str(x)) for x in range(500)]
    assert len(spots_of(endless)) == 500


def test_a_terminal_line_keeps_its_columns_whatever_the_font() -> None:
    canvas = Canvas(300)
    canvas.columns(10, 20, "a  計b", column=8, size=13)
    first, second = ET.fromstring(canvas.svg(40, "", "")).iter(f"{SVG}text")
    assert (first.text, first.attrib["x"], first.attrib["textLength"]) == ("a", "10", "8")
    assert (second.text, second.attrib["x"], second.attrib["textLength"]) == ("計b", "34", "24")


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("name", COLOURS)
def test_every_colour_can_be_seen_on_a_light_and_on_a_dark_page(name: str) -> None:
    seen = luminance(COLOURS[name])
    for page in ("#ffffff", "#0d1117", "#111111", "#1e1e1e"):
        light, dark = sorted((seen, luminance(page)), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 3
    assert f"var(--productgov-{name},{COLOURS[name]})" in STYLE


def test_every_rule_of_the_style_is_for_pictures_only() -> None:
    flat = STYLE.replace("@media(prefers-color-scheme:dark){", "").replace("@media print{", "")
    selectors = [part.rpartition("}")[2] for part in flat.split("{")[:-1]]
    assert all(one.startswith(".pg") for selector in selectors for one in selector.split(","))
