"""Compact YAML: flat values in brackets, everything else in block style."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from productgov.formats.yaml.compact import write_compact_yaml

EDGES = [{"from": "a", "to": "b"}, {"from": "b", "to": "a"}]


@pytest.mark.parametrize(
    ("data", "written"),
    [
        ({"a": 1, "b": [1, "x"], "c": {"d": True, "e": ["f"]}}, "a: 1\nb: [1, x]\nc: {d: true, e: [f]}"),
        ({"edges": EDGES}, "edges:\n  - {from: a, to: b}\n  - {from: b, to: a}"),
        ({"a": [{"id": "b", "c": {"d": 1}}, {"id": "e"}]}, "a:\n  - id: b\n    c: {d: 1}\n  - {id: e}"),
        ({"a": {"b": {"c": 1}}}, "a:\n  b: {c: 1}"),
        ({"a": [[1], [{}]]}, "a:\n  - [1]\n  - - {}"),
        ({"a": [], "b": {}, "c": None, "d": "2026-03-02"}, "a: []\nb: {}\nc: null\nd: 2026-03-02"),
        ({"a": ["2026-03-02"]}, "a: [2026-03-02]"),
        ({"a": ["1,000", "x: y", "[z]", "no", "b"]}, 'a: ["1,000", "x: y", "[z]", "no", b]'),
        ({"a": "b, c"}, "a: b, c"),
        ({"a": ("x",)}, "a: [x]"),
    ],
)
def test_flat_values_are_in_brackets_and_others_are_not(data: dict[str, object], written: str) -> None:
    assert write_compact_yaml(data, width=40) == written


def test_what_is_too_wide_is_in_block_style_and_a_long_text_stays_whole() -> None:
    wide = {"a": ["x" * 20, "y" * 20], "b": {"c": "z" * 50}}
    assert write_compact_yaml(wide, width=40) == f"a:\n  - {'x' * 20}\n  - {'y' * 20}\nb:\n  c: {'z' * 50}"
    assert write_compact_yaml({"a": ["x" * 34]}, width=40) == f"a: [{'x' * 34}]"
    assert write_compact_yaml({"a": ["x" * 36]}, width=40) == f"a:\n  - {'x' * 36}"


ODD = st.sampled_from(["a, b", "{x}", "no", "1", "a: b", "- a"])
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8) | ODD
SCALARS = st.none() | st.booleans() | st.integers(-99, 99) | TEXTS
DATA = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3), max_leaves=12
)


@given(st.dictionaries(TEXTS, DATA, min_size=1, max_size=3), st.integers(4, 60))
def test_what_is_written_reads_as_the_same_data(data: dict[str, object], width: int) -> None:
    from productgov.formats.yaml.reader import read_yaml

    assert read_yaml(write_compact_yaml(data, width=width)).data == data
