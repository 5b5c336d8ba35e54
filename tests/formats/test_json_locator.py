"""The locator of good JSON text says what the positioned reader says."""

import json
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from productgov.findings import Location
from productgov.formats.json.locator import JsonLocator
from productgov.formats.json.positioned_reader import read_positioned_json

KEYS = st.sampled_from(["a", "b", "0", "1", "é", "x/y", 'q"', "\n"])
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=8,
)
TOKENS = st.lists(KEYS | st.integers(-1, 3), max_size=4).map(tuple)
BLANKS = st.text(" \n\t\r", max_size=2)


@given(
    value=VALUES,
    sought=st.lists(st.tuples(TOKENS, st.booleans()), min_size=1, max_size=8),
    indent=st.sampled_from([None, 1]),
    separators=st.sampled_from([(",", ":"), (" ,\n", "\t: ")]),
    before=BLANKS,
)
def test_every_place_is_where_the_positioned_reader_finds_it(
    value: object,
    sought: list[tuple[tuple[str | int, ...], bool]],
    indent: int | None,
    separators: tuple[str, str],
    before: str,
) -> None:
    text = before + json.dumps(value, indent=indent, separators=separators)
    locator, expected = JsonLocator(text), read_positioned_json(text).positions
    for tokens, key in sought:
        assert locator.locate(tokens, key=key) == expected.locate(tokens, key=key)


@pytest.mark.parametrize(
    ("tokens", "column"),
    [((), 1), (("a",), 7), (("a", 1), 12), (("a", 2), 7), (("b", 0), 1), ((0,), 22), (("0", "c"), 22)],
)
def test_a_place_that_is_not_there_is_the_nearest_around_it(tokens: tuple[str | int, ...], column: int) -> None:
    assert JsonLocator('{"a": [10, 20], "0": {}}').locate(tokens) == Location(line=1, column=column)


def test_what_was_searched_in_part_is_skipped_to_its_end() -> None:
    locator = JsonLocator('{"a": [10, [20], 30], "b": 40}')
    assert locator.locate(("a", 0)) == Location(line=1, column=8)
    assert locator.locate(("b",)) == Location(line=1, column=28)
    assert locator.locate(("a", 2)) == Location(line=1, column=18)


def test_several_threads_find_what_one_finds() -> None:
    text = json.dumps({"a": [{"b": index, "c": [index, {"d": index}]} for index in range(300)]})
    paths = [("a", index, *rest) for index in range(300) for rest in ((), ("b",), ("c", 1, "d"))]
    expected = [JsonLocator(text).locate(path) for path in paths]
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        for _ in range(5):
            locator = JsonLocator(text)
            with ThreadPoolExecutor(8) as pool:
                assert list(pool.map(locator.locate, paths)) == expected
    finally:
        sys.setswitchinterval(before)
