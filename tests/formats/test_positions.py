"""Positions: the extent of a value on its line, and the path at a place, in every format."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

import productgov as pg
from productgov import strategies
from productgov.findings import Location
from productgov.formats.extents import end_of_value
from productgov.formats.reading import NoPositions
from productgov.formats.registry import FORMATS, FormatName, read_text
from productgov.paths import Path
from tests.support.extras import needs

ALL = ["json", "toml", pytest.param("yaml", marks=needs("yaml"))]


def paths_in(value: object, path: Path = ()) -> list[Path]:
    """The paths of a value and of everything in it."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(inner for token, item in items for inner in paths_in(item, (*path, token)))]


def value_at(data: object, path: Path) -> object:
    for token in path:
        data = data[token]  # type: ignore[index]
    return data


@pytest.mark.parametrize("form", ALL)
@given(governance=strategies.governances(consistent=False, extensions=strategies.extension_values(nulls=False)))
def test_the_path_at_the_place_of_a_value_is_its_path(form: FormatName, governance: pg.ProductGovernance) -> None:
    text = pg.dumps(governance, format=form)
    reading = read_text(text, form)[1]
    seen: dict[Location, Path] = {}
    for path in paths_in(reading.data):
        for key in (True, False):
            location = reading.positions.locate(path, key=key)
            assert location is not None
            # In block style the place of an object is that of its first key: the innermost path wins.
            seen[location] = max(seen.get(location, ()), path, key=len)
    for location, path in seen.items():
        assert reading.positions.path_at(location) == path


@pytest.mark.parametrize("form", ALL)
@given(governance=strategies.governances(consistent=False, extensions=strategies.extension_values(nulls=False)))
def test_extents_are_on_one_line_and_hold_the_value(form: FormatName, governance: pg.ProductGovernance) -> None:
    text = pg.dumps(governance, format=form)
    reading = read_text(text, form)[1]
    lines = text.split("\n")
    for path in paths_in(reading.data):
        extent = reading.positions.extent(path)
        assert extent is not None
        start, end = extent
        assert start == reading.positions.locate(path)
        assert end.line == start.line
        written = lines[start.line - 1][start.column - 1 : end.column - 1]
        value = value_at(reading.data, path)
        if form == "json" and not isinstance(value, (dict, list)):
            assert json.loads(written) == value
        elif form == "toml":
            assert written or not path
        elif isinstance(value, (dict, list)) or written in ("|", "|-"):
            assert written == written.rstrip()
            assert written
        else:
            assert read_text(written, form)[1].data == value


@pytest.mark.parametrize(
    ("text", "value", "extent"),
    [
        ('"a \\" b", 1', 'a " b', '"a \\" b"'),
        ("'it''s', 1", "it's", "'it''s'"),
        ('"never closed', "never closed", '"never closed'),
        ("12.5, 3", 12.5, "12.5"),
        ("true}", True, "true"),
        ("Fix a, and b # why", "Fix a, and b", "Fix a, and b"),
        ("folded\n  text", "folded text", "folded"),
        ("|\n  block", "block\n", "|"),
        ("{a: [1, '}'], b: \"]\"} # more", {}, "{a: [1, '}'], b: \"]\"}"),
        ("[1,\n 2]", [1, 2], "[1,"),
        ("id: a # first", {"id": "a"}, "id: a # first"),
        ("", "", ""),
    ],
)
def test_an_extent_ends_with_the_value_or_its_first_line(text: str, value: object, extent: str) -> None:
    assert text[: end_of_value(text, 0, value)] == extent


def test_an_extent_costs_no_more_than_its_first_characters() -> None:
    text = "[" + "1, " * 100_000 + "1]"
    assert end_of_value(text, 0, []) <= 1_001


def test_without_a_text_there_are_no_positions() -> None:
    nowhere = NoPositions()
    assert nowhere.extent(("a",)) is None
    assert nowhere.path_at(Location(line=1, column=1)) == ()


@pytest.mark.parametrize("form", FORMATS)
@given(line=st.integers(-2, 40), column=st.integers(-2, 200))
def test_any_place_has_a_path(form: FormatName, line: int, column: int) -> None:
    text = {"json": '{\n "a": [1, {"b": 2}]\n}', "yaml": "a:\n  - 1\n  - b: 2\n", "toml": "a = 1\n[b]\nc = 2\n"}[form]
    document = pg.parse(text, format=form)
    pointer = document.pointer_at(line, column)
    assert document.locate(pointer) is not None
