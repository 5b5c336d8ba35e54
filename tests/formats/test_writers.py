"""What the writers write: the same everywhere, read by everyone as it was meant."""

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from productgov.errors import InvalidValueError
from productgov.formats.json.writer import write_json
from productgov.formats.toml.writer import write_toml
from productgov.formats.yaml.parsers import PureParser
from productgov.formats.yaml.reader import read_yaml
from productgov.formats.yaml.writer import scalar_in_brackets, write_yaml
from tests.support.extras import has, needs

MANY = settings(max_examples=8 * settings().max_examples)

DATA: dict[str, object] = {
    "schemaVersion": "1.0",
    "roadmap": {
        "now": [
            {
                "id": "a",
                "description": "one\n  two # three\n",
                "owner": {"title": "PM"},
                "startDate": "2026-01-01",
                "metrics": ["k", "l"],
                "scoring": {"rice": {"reach": 450, "impact": {"low": 1, "high": 1e16}, "effort": 450.0}},
            },
        ],
        "next": [],
        "dependencies": [{"from": "a", "to": "b"}, {"from": "b", "to": "c"}],
    },
    "name": "é 😀",
    "x-data": [1, [True, {"a b": "c\nd"}], {}],
    "x-none": {},
}

AS_YAML = """\
schemaVersion: "1.0"
roadmap:
  now:
    - id: a
      description: |
        one
          two # three
      owner:
        title: PM
      startDate: "2026-01-01"
      metrics:
        - k
        - l
      scoring:
        rice:
          reach: 450
          impact:
            low: 1
            high: 1.0e+16
          effort: 450.0
  next: []
  dependencies:
    - from: a
      to: b
    - from: b
      to: c
name: é 😀
x-data:
  - 1
  - - true
    - a b: |-
        c
        d
  - {}
x-none: {}
"""

AS_TOML = '''\
schemaVersion = "1.0"
name = "é 😀"
x-data = [
  1,
  [true, {"a b" = "c\\nd"}],
  {},
]

[roadmap]
next = []
dependencies = [
  {from = "a", to = "b"},
  {from = "b", to = "c"},
]

[[roadmap.now]]
id = "a"
description = """
one
  two # three
"""
owner = {title = "PM"}
startDate = "2026-01-01"
metrics = ["k", "l"]

[roadmap.now.scoring.rice]
reach = 450
impact = {low = 1, high = 1e+16}
effort = 450.0

[x-none]
'''


def test_yaml_looks_as_people_write_it() -> None:
    assert write_yaml(DATA) == AS_YAML


def test_toml_looks_as_people_write_it() -> None:
    assert write_toml(DATA) == AS_TOML


def test_json_is_indented_and_keeps_characters() -> None:
    assert write_json({"b": [1, 1.0, "é"], "a": None}) == (
        '{\n  "b": [\n    1,\n    1.0,\n    "é"\n  ],\n  "a": null\n}\n'
    )


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_json_has_no_way_to_write_what_is_not_finite(value: float) -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        write_json([value])


WORDS = r"""
no yes on off y N true False null Null ~ 08 1e3 0o14 0x1F 0b1 12:30:45 1_000 +1 -1 .5 1. 1.0 .inf -.INF .nan NaN
2026-01-01T10:00:00Z = << * & ! % @ ` | > ? : - -- --- ... # " ' [a] {a} , ,a a: &a *a !a %a @a [ ] { } ~x <x
"""
ODD = (
    "\x7f",
    "\x85",
    "\xa0",
    "\u2028",
    "\u200b",
    "\ufeff",
    "\ufffe",
    "\t",
    "a\tb",
    "a:\tb",
    "a\r\nb",
    "\n",
    "a\n\n",
    "\na",
)
SPACED = "", " ", " a", "a ", "a: b", "a #b", "- a", "? a", " a\nb", "2026-01-01 10:00:00", "a\x85b", "a\u2028b\n"


@pytest.mark.parametrize("text", [*WORDS.split(), *ODD, *SPACED])
def test_yaml_quotes_what_another_reader_could_take_for_something_else(text: str) -> None:
    written = write_yaml({"a": text, text: "a", "b": [text]})
    assert written.startswith('a: "')
    assert read_yaml(written).data == {"a": text, text: "a", "b": [text]}
    assert yaml.safe_load(written) == {"a": text, text: "a", "b": [text]}


@pytest.mark.parametrize(
    "text",
    [
        "a",
        "a b",
        "a:b",
        "a#b",
        "C#",
        "https://a.b/c?d=e#f",
        "it's",
        '5" disk',
        "3rd",
        "(a) [b], {c}",
        "$a",
        "50 %",
        "é",
        "日本",
        "👩‍💻 x",
        "a, b",
        "/a",
        "+1 for all",
        "_x",
        "x-a",
        "nope",
        "NaN%",
    ],
)
def test_yaml_leaves_plain_what_everyone_takes_for_text(text: str) -> None:
    assert write_yaml({text: text}) == f"{text}: {text}\n"
    assert read_yaml(write_yaml({text: text})).data == {text: text}


@pytest.mark.parametrize("text", ["a\nb", "a\n", "a\n\nb\n", "a\n  b\n\tc", "# a\n- b: c", "a \n \nb", "'\"\\\n"])
def test_yaml_writes_lines_as_lines(text: str) -> None:
    written = write_yaml({"a": text, "b": [text, [text]], "c": {"d": text}})
    assert written.startswith("a: |")
    assert read_yaml(written).data == {"a": text, "b": [text, [text]], "c": {"d": text}}


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (1e16, "1.0e+16"),
        (1e-7, "1.0e-07"),
        (1.5e300, "1.5e+300"),
        (450.0, "450.0"),
        (-0.0, "-0.0"),
        (10**30, "1000000000000000000000000000000"),
        (float("inf"), ".inf"),
        (float("-inf"), "-.inf"),
        (float("nan"), ".nan"),
        (None, "null"),
        (True, "true"),
        ([], "[]"),
        ({}, "{}"),
        ("a", "a"),
        ("a\nb", '"a\\nb"'),
        ([[]], "- []"),
        ((1, ()), "- 1\n- []"),
        ([[1]], "- - 1"),
    ],
)
def test_yaml_writes_values_without_a_key(value: object, written: str) -> None:
    assert write_yaml(value) == written + "\n"


@pytest.mark.parametrize("value", [1, "a\nb", {"a": 1}, [1], {}])
def test_yaml_writes_keys_of_any_length(value: object) -> None:
    data = {"k" * 1100: value, "l" * 1001: [{"m" * 2000: value, "n": value}]}
    assert read_yaml(write_yaml(data)).data == data


def test_toml_says_where_a_null_is() -> None:
    with pytest.raises(InvalidValueError, match=r"^/x-a/0/b~1c is null, which TOML does not have"):
        write_toml({"x-a": [{"b/c": None}]})


@pytest.mark.parametrize("data", [None, [], "a", 1])
def test_toml_is_an_object(data: object) -> None:
    with pytest.raises(InvalidValueError, match="a TOML document is an object"):
        write_toml(data)


@pytest.mark.parametrize("write", [write_json, write_yaml, write_toml])
def test_nothing_written_is_nothing_read(write: object) -> None:
    assert callable(write)
    assert write({}) in {"{}\n", "\n"}


def test_toml_writes_what_has_no_table_form() -> None:
    data = {
        "": {"": 1},
        "a": {"b": {"c": {}}},
        "d": [{"e": [{"f": 1}]}],
        "g": [{"h": "i\nj"}],
        "k": [{}],
        "l": {"m": "n" * 120},
    }
    assert write_toml(data).split("\n\n") == [
        "k = [\n  {},\n]",
        '[""]\n"" = 1',
        "[a.b]\nc = {}",
        "[[d]]\ne = [\n  {f = 1},\n]",
        '[[g]]\nh = """\ni\nj"""',
        f'[l]\nm = "{"n" * 120}"\n',
    ]


def test_toml_breaks_long_lists() -> None:
    assert write_toml({"a": ["b" * 60, "c" * 60]}) == f'a = [\n  "{"b" * 60}",\n  "{"c" * 60}",\n]\n'


def test_dates_are_quoted_so_that_other_readers_take_them_for_text() -> None:
    assert write_yaml({"by": "2026-01-01"}) == 'by: "2026-01-01"\n'


ALPHABETS = (
    "+-.0159eExXoO_:nafiyt~NIF= ",  # numbers, dates, times, and what is not finite
    "0123456789-:TtZz+. ",
    "yesnotrufalYESNOTRUFAL~",
    "-?:,[]{}#&*!|>'\"%@`=<~ ab\t",  # indicators
    "-?:,[]{}#&*!|>'\"%@`= a\n",
    "\\\"'#: \x85\u2028\xa0\u200b\ufeffa",
)
WORDS_OF_YAML = (
    "+.inf",
    "-.INF",
    ".NaN",
    "+.5",
    "1e5",
    "1:30",
    "0b1",
    "<<",
    "y",
    "No",
    "ON",
    "null",
    "---",
    "...",
    "- a",
)
SHORT = st.one_of(*(st.text(alphabet, max_size=7) for alphabet in ALPHABETS)) | st.sampled_from(WORDS_OF_YAML)


@needs("yaml")
@MANY
@given(SHORT)
def test_every_short_text_of_the_characters_of_scalars_is_read_back_by_all(text: str) -> None:
    flow = f"[{scalar_in_brackets(text)}, {{{scalar_in_brackets(text)}: {scalar_in_brackets(text)}}}]\n"
    for written, expected in (
        (write_yaml({"a": [text], text: {"b": text}}), {"a": [text], text: {"b": text}}),
        (flow, [text, {text: text}]),
    ):
        reading = read_yaml(written)
        assert (reading.data, reading.findings) == (expected, ())
        assert read_yaml(written, parser=PureParser).data == expected
        assert yaml.safe_load(written) == expected
        if has("ruamel.yaml"):
            for version in ("1.1", "1.2"):
                assert by_ruamel(written, version) == expected


def by_ruamel(written: str, version: str) -> object:
    from ruamel.yaml import YAML

    reader = YAML(typ="safe", pure=True)
    reader.version = version
    return reader.load(written)
