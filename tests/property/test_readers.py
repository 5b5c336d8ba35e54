"""What holds for every text: the readers never raise, agree with those who know, and know where things stand."""

import json
import random
import tomllib
from collections.abc import Iterator
from datetime import date, time

import pytest
import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from productgov.findings import Location
from productgov.formats.json.positioned_reader import read_positioned_json
from productgov.formats.json.reader import read_json
from productgov.formats.limits import Limits
from productgov.formats.lines import Lines
from productgov.formats.reading import Reading
from productgov.formats.registry import FORMATS, FormatName, read_text, write_text
from productgov.formats.toml.reader import read_toml
from productgov.formats.yaml.parsers import PureParser
from productgov.formats.yaml.reader import read_yaml
from tests.fuzz.pieces import PIECES

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]

CHARACTERS = st.characters(exclude_categories=["Cs"])
TEXTS = (
    st.text(CHARACTERS, max_size=12)
    | st.text("\n\t '\"#:-\\[]{}a1", max_size=12)
    | st.sampled_from(["no", "1", "1.0", "2026-01-01", "~", "null", "<<", "a: b", "a\nb\n", "é😀", "\x85", "\u2028"])
)
SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | TEXTS
FINITE = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXTS
MANY = settings(max_examples=3 * settings().max_examples)
WITHOUT_NULL = st.booleans() | st.integers() | st.floats(allow_nan=False) | TEXTS


def trees(scalars: st.SearchStrategy[Json]) -> st.SearchStrategy[Json]:
    return st.recursive(
        scalars, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4), max_leaves=12
    )


TABLES = st.dictionaries(TEXTS, trees(WITHOUT_NULL), max_size=5)


def same(left: object, right: object) -> bool:
    """Equal, and of the same types throughout: 1 is neither 1.0 nor True; the order of keys does not matter."""
    if isinstance(left, dict) and isinstance(right, dict):
        return left.keys() == right.keys() and all(same(left[key], right[key]) for key in left)
    if isinstance(left, list) and isinstance(right, list):
        return len(left) == len(right) and all(map(same, left, right))
    return type(left) is type(right) and repr(left) == repr(right)


@given(trees(FINITE))
def test_json_is_read_as_it_was_written(data: Json) -> None:
    text = write_text(data, "json")
    assert same(read_json(text).data, data)
    assert same(read_positioned_json(text).data, data)


@given(trees(SCALARS))
def test_yaml_is_read_as_it_was_written_by_both_parsers(data: Json) -> None:
    text = write_text(data, "yaml")
    assert same(read_yaml(text).data, data)
    assert same(read_yaml(text, parser=PureParser).data, data)


@given(TABLES)
def test_toml_is_read_as_it_was_written(data: dict[str, Json]) -> None:
    text = write_text(data, "toml")
    assert same(read_toml(text).data, data)


@given(trees(FINITE), st.sampled_from([None, 1, "\t"]))
def test_json_is_yaml(data: Json, indent: int | str | None) -> None:
    for text in (json.dumps(data, indent=indent), json.dumps(data, indent=indent, ensure_ascii=False)):
        assume("\x7f" not in text)
        reading = read_yaml(text)
        if not reading.findings:
            assert same(reading.data, data)
        else:
            assert {finding.code for finding in reading.findings} == {"PG001"}


class _Loader(yaml.SafeLoader):
    """YAML 1.1, save that dates stay text."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in known if not tag.endswith("timestamp")]
    for first, known in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@given(trees(SCALARS))
def test_readers_of_yaml_1_1_read_what_we_write_as_it_was_meant(data: Json) -> None:
    assert same(yaml.load(write_text(data, "yaml"), _Loader), data)


@st.composite
def damaged(draw: st.DrawFn, texts: st.SearchStrategy[str]) -> str:
    """A good text with a few characters removed, doubled, moved or replaced."""
    text = draw(texts)
    for _ in range(draw(st.integers(0, 3))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, min(len(text), start + 8)))
        other = draw(
            st.sampled_from(["", text[start:end] * 2, *"\n\t \"',:[]{}#\\01e-.ué", "NaN", '"a":', "- ", "= ", "[["])
        )
        text = text[:start] + other + text[end:]
    return text


JSON_TEXTS = damaged(trees(FINITE).map(lambda data: json.dumps(data, indent=1)) | trees(FINITE).map(json.dumps))
YAML_TEXTS = damaged(trees(SCALARS).map(lambda data: write_text(data, "yaml")) | JSON_TEXTS)
TOML_TEXTS = damaged(TABLES.map(lambda data: write_text(data, "toml")))


def strict(text: str) -> tuple[bool, object]:
    """What the standard library reads, without its constants that are not JSON; and whether a key stood twice."""
    twice = False

    def first_of_each(pairs: list[tuple[str, object]]) -> dict[str, object]:
        nonlocal twice
        twice = twice or len(dict(pairs)) < len(pairs)
        return dict(reversed(pairs))

    def refuse(constant: str) -> object:
        raise ValueError(constant)

    data = json.loads(text, object_pairs_hook=first_of_each, parse_constant=refuse)
    return twice, data


@given(JSON_TEXTS | st.text(max_size=20) | st.text('{}[]",:\\u0019.eE+- tfn\n', max_size=20))
def test_json_is_accepted_exactly_when_the_standard_library_does(text: str) -> None:
    quick, slow = read_json(text), read_positioned_json(text)
    assert quick.findings == slow.findings
    assert same(quick.data, slow.data)
    try:
        twice, data = strict(text)
    except ValueError:
        assert slow.broken
        assert slow.findings[-1].code == "PG001"
        return
    assert not slow.broken
    assert same(slow.data, data)
    assert {finding.code for finding in slow.findings} == ({"PG002"} if twice else set())


PUZZLES_OF_YAML = st.lists(st.sampled_from(PIECES["yaml"]), max_size=12).map("".join)


@MANY
@given(YAML_TEXTS | PUZZLES_OF_YAML)
def test_the_two_parsers_of_yaml_agree(text: str) -> None:
    fast, pure = read_yaml(text), read_yaml(text, parser=PureParser)
    assert fast.broken == pure.broken
    assert same(fast.data, pure.data)
    if not fast.broken:
        assert fast.findings == pure.findings
        for path in paths(fast.data):
            assert fast.positions.locate(path) == pure.positions.locate(path)
            assert fast.positions.locate(path, key=True) == pure.positions.locate(path, key=True)


KEYS = st.lists(st.sampled_from("abc"), min_size=1, max_size=3).map(".".join)
TOML_VALUES = st.sampled_from(
    ["1", "{}", "[]", "[{}]", "{a = 1}", "{b = {c = 1}}", "{a.b = 1, a.c = 2}", "{a = 1, a = 2}", "{a = {}, a.b = 1}"]
)
TOML_STATEMENTS = st.one_of(
    st.tuples(KEYS, TOML_VALUES).map(" = ".join), KEYS.map("[{}]".format), KEYS.map("[[{}]]".format)
)
"""Statements that meet: tables that are declared twice, in parts, out of order or after they are complete."""


@MANY
@given(TOML_TEXTS | st.lists(TOML_STATEMENTS, max_size=7).map("\n".join))
def test_toml_is_accepted_exactly_when_tomllib_does(text: str) -> None:
    reading, (data, problem) = read_toml(text), by_tomllib(text)
    codes = {finding.code for finding in reading.findings}
    if problem:
        assert codes
        assert codes <= {"PG001", "PG002"}
        assert reading.broken or problem.startswith(("Cannot", "Duplicate"))
    else:
        assert not codes
        assert same(reading.data, data)


def by_tomllib(text: str) -> tuple[object, str]:
    """What the standard library reads, dates as text; or what it says of a text that it refuses."""
    try:
        return _without_dates(tomllib.loads(text)), ""
    except tomllib.TOMLDecodeError as error:
        return None, str(error)


def _without_dates(value: object) -> object:
    if isinstance(value, dict):
        return {key: _without_dates(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_without_dates(item) for item in value]
    return value.isoformat() if isinstance(value, date | time) else value


@given(st.binary(max_size=60) | st.text(max_size=60), st.sampled_from(FORMATS))
def test_anything_at_all_gives_a_reading(source: bytes | str, form: FormatName) -> None:
    _, reading = read_text(source, form)
    assert reading.broken == any(finding.code in {"PG001", "PG010"} for finding in reading.findings)
    assert not reading.broken or reading.data is None


@given(
    YAML_TEXTS | JSON_TEXTS | TOML_TEXTS,
    st.sampled_from(FORMATS),
    st.integers(1, 6),
    st.integers(1, 12),
    st.integers(1, 4),
)
def test_no_limit_is_exceeded(text: str, form: FormatName, depth: int, nodes: int, digits: int) -> None:
    limits = Limits(max_bytes=100, max_depth=depth, max_nodes=nodes, max_digits=digits)
    _, reading = read_text(text, form, limits)
    if len(text.encode()) > 100:
        assert [finding.code for finding in reading.findings] == ["PG010"]
    places = list(paths(reading.data))
    assert reading.broken or len(places) <= nodes
    containers = [path for path in places if isinstance(value_at(reading.data, path), (dict, list))]
    assert all(len(path) < depth for path in containers)


def paths(data: object, before: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    yield before
    if isinstance(data, dict):
        for key, value in data.items():
            yield from paths(value, (*before, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from paths(value, (*before, index))


def value_at(data: object, path: tuple[str | int, ...]) -> object:
    for token in path:
        assert isinstance(data, (dict, list))
        data = data[token]  # type: ignore[index]
    return data


def offset_of(text: str, location: Location | None) -> int:
    assert location is not None
    return Lines(text).offset(location)


@given(trees(FINITE), st.sampled_from([None, 1, 3]), st.booleans())
def test_json_values_begin_where_they_are_located(data: Json, indent: int | None, ascii_only: bool) -> None:
    text = "  " + json.dumps(data, indent=indent, ensure_ascii=ascii_only)
    reading = read_json(text)
    for path in paths(reading.data):
        begins = text[offset_of(text, reading.positions.locate(path)) :]
        assert same(json.JSONDecoder().raw_decode(begins)[0], value_at(data, path))
        if path and isinstance(path[-1], str):
            begins = text[offset_of(text, reading.positions.locate(path, key=True)) :]
            assert json.JSONDecoder().raw_decode(begins)[0] == path[-1]


@given(trees(FINITE), st.sampled_from([None, 1, 3]))
def test_yaml_places_are_those_of_json(data: Json, indent: int | None) -> None:
    text = json.dumps(data, indent=indent)
    quick, slow = read_json(text), read_yaml(text)
    assume(not slow.broken)
    for path in paths(quick.data):
        assert quick.positions.locate(path) == slow.positions.locate(path)
        assert quick.positions.locate(path, key=True) == slow.positions.locate(path, key=True)


@given(TABLES)
def test_toml_keys_and_values_begin_where_they_are_located(data: dict[str, Json]) -> None:
    text = write_text(data, "toml")
    reading = read_toml(text)
    for path in paths(reading.data):
        value = value_at(reading.data, path)
        begins = text[offset_of(text, reading.positions.locate(path)) :]
        if path and isinstance(path[-1], str):
            name = text[offset_of(text, reading.positions.locate(path, key=True)) :]
            assert name.startswith((path[-1], json.dumps(path[-1], ensure_ascii=False).replace("\x7f", "\\u007f")))
        if not isinstance(value, (dict, list)):
            statement = begins if begins.startswith('"""') else begins.split("\n")[0]
            assert any(same(_toml_value(statement[:end]), value) for end in range(1, len(statement) + 1))


def _toml_value(text: str) -> object:
    try:
        return tomllib.loads(f"a = {text}")["a"]
    except tomllib.TOMLDecodeError:
        return None


@pytest.mark.parametrize("form", FORMATS)
def test_a_document_of_many_values_is_read_through_every_path(form: FormatName) -> None:
    numbers = random.Random(7)
    data = {f"k{index}": [numbers.random(), {"a": "b", "c": index}] for index in range(300)}
    reading: Reading = read_text(write_text(data, form), form)[1]
    assert same(reading.data, data)
