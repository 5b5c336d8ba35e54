"""However long the keys and texts of a document are, what is said of them is short, and its place is right."""

import copy
import json
from collections.abc import Iterator
from typing import Any

import pytest

from productgov import Finding, Location, parse
from productgov.paths import LONGEST_POINTER
from tests.support.examples import example_data

LONGEST_SENTENCE = 400
LONG_VALUES = ["K" * 5_000, "\ud800" * 5_000, "9 % " * 2_000, "TBD " * 2_000, "“" + " a" * 5_000, {"K" * 5_000: 1}]


def places(value: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    for key, item in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield (*path, key)
        yield from places(item, (*path, key))


def with_value(path: tuple[str | int, ...], value: object) -> str:
    data: Any = copy.deepcopy(example_data())
    holder = data
    for token in path[:-1]:
        holder = holder[token]
    holder[path[-1]] = value
    return json.dumps(data)


@pytest.mark.parametrize("value", LONG_VALUES, ids=["text", "surrogates", "numbers", "words", "quote", "key"])
def test_what_is_said_of_long_values_is_short(value: object) -> None:
    found = [one for path in places(example_data()) for one in parse(with_value(path, value), format="json").check()]
    assert len(found) > 20
    assert [one for one in found if len(one.message) > LONGEST_SENTENCE or len(one.hint) > LONGEST_SENTENCE] == []


def findings_in(text: str) -> dict[str, Finding]:
    return {one.code: one for one in parse(text, format="json").findings if one.code != "PG004"}


def test_below_a_long_key_a_finding_has_the_path_of_a_parent_and_its_own_place() -> None:
    long = "K" * 5_000
    text = f'{{\n"x-a": {{"b": {{"{long}":\n  ["\\ud800"]}}}}}}'
    found = findings_in(text)["PG007"]
    assert found.path == "/x-a/b"
    assert (found.location, found.end) == (Location(line=3, column=4), Location(line=3, column=12))
    assert found.message.startswith(f"{'K' * 63}…[0] contains")
    assert parse(text, format="json").locate(found.path) == Location(line=2, column=14)


def test_a_long_key_itself_has_its_place() -> None:
    found = findings_in('{"name": "x",\n "' + "/" * 5_000 + '": 1}')["PG003"]
    assert found.path == ""
    assert found.location == Location(line=2, column=2)
    assert len(found.path) <= LONGEST_POINTER


def test_a_long_key_given_twice_has_its_place() -> None:
    long = "K" * 5_000
    found = findings_in(f'{{"{long}": 1,\n "{long}": 2}}')["PG002"]
    assert (found.path, found.location) == ("", Location(line=2, column=2))
    assert found.message == f'duplicate key "{"K" * 40}…"'
