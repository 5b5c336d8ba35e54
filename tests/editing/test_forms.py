"""Extension data of any form becomes any other: the text that a small change leaves, to the last comma and blank."""

import attrs
import pytest

import productgov as pg
from productgov.editing.wanted import same
from tests.support.edited import HEAD, TAIL, document
from tests.support.extras import needs

pytestmark = needs("yaml")
ROADMAP = "roadmap: {timeHorizon: {}}\n"


def edited(said: str, wanted: object) -> tuple[str, tuple[str, ...]]:
    """What stands behind the key after an edit, and what was written anew; all else stays as it is."""
    start = f"{ROADMAP}x-data:{'' if said.startswith(chr(10)) else ' '}"
    before = document(f"{start}{said}\n")
    governance = attrs.evolve(before.governance, extensions=pg.Extensions({"x-data": wanted}))
    after = before.edit(governance)
    assert same(pg.to_dict(after.governance), pg.to_dict(governance))
    start = f"{HEAD}{ROADMAP}x-data:"
    assert after.text.startswith(start)
    assert after.text.endswith(f"\n{TAIL}")
    assert after.text.count("# of it") == before.text.count("# of it")
    return after.text.removeprefix(start).removesuffix(f"\n{TAIL}").removeprefix(" "), after.rewritten


@pytest.mark.parametrize(
    ("said", "wanted", "says"),
    [
        ("\n  - - - 1\n    - 2\n  - 3", [[[], 2], 3], "\n  - - []\n    - 2\n  - 3"),
        ("\n  - - a: 1\n      b: 2\n  - 3", [[{"b": 2}], 3], "\n  - - b: 2\n  - 3"),
        ("\n  - - 1\n  - - 2\n    - 3", [[2, 3], [1], 4], "\n  - - 2\n    - 3\n  - - 1\n  - 4"),
        ("{? a : 1, b: 2}", {"a": 3, "b": 2}, "{? a : 3, b: 2}"),
        ("[{a: 1}, {b: 2}]", [{"c": 3}, {"d": 4}], "[{c: 3}, {d: 4}]"),
        ("\n  - a\n\n  # of it\n\n  - b", ["b"], "\n  # of it\n\n  - b"),
        ("\n  - a\n\n  # of it\n\n  - b", [], "[]\n  # of it"),
        ("{a: , b: }", {"a": 1, "b": [2]}, "{a: 1, b: [2]}"),
        ("\n  -\n  - 1", [2, 1, None], "\n  - 2\n  - 1\n  -"),
        ("\n  a: 1\n  b: 2", {"c": 3}, "\n  c: 3"),
        ("\n  a: 1  # of it\n  b: 2\n  c: 3\n  d: 4", {"a": 1, "d": 5}, "\n  a: 1  # of it\n  d: 5"),
        ("\n  - 1  # of it\n  - 2\n  - 3\n  - 4", [1, 4, 5], "\n  - 1  # of it\n  - 4\n  - 5"),
        ("\n  a: 1\n  b: 2", [], "[]"),
        ("\n  - 1\n  - 2", {}, "{}"),
        ("\n  - # of the list\n    - 1\n\n  - 2", [[], 2], "\n  - [] # of the list\n\n  - 2"),
        ("\n  - a: 1  # of a\n    b: 2\n    # of c\n    c: 3", [{"c": 3}], "\n  -\n    # of c\n    c: 3"),
        (
            "  # of it\n  {a: 1,\n  # of b\n  b: 2}",
            {"a": 2, "c": "x\ny"},
            '  # of it\n  {a: 2, c: "x\\ny",\n  # of b\n  }',
        ),
        ("  # of it\n  a: 1", "text", "text   # of it"),
        (
            "  # of it\n  - 1",
            [{"a": {"b": "x\ny\n"}}, [[1, 2], [3]]],
            '  # of it\n  - {a: {b: "x\\ny\\n"}}\n  - - [1, 2]\n    - [3]',
        ),
        ("text  # of it", {"a": [1, {"b": 1}], "c": "t"}, "{a: [1, {b: 1}], c: t}  # of it"),
        ("\n  text\n  more", {"a": "x\ny"}, '\n  {a: "x\\ny"}'),
        ("\n  - text  # of it\n  - 2", ["x\ny", 2], '\n  - "x\\ny"  # of it\n  - 2'),
        ("|  # of it\n  text", [1], "[1]  # of it"),
        ('"q"', "x\u2028y", '"x\\u2028y"'),
        ("'q'", "x\ny", '"x\\ny"'),
        ("[a, b]", ["a", "x, y", "b", "no", "2026-01-01"], '[a, "x, y", b, "no", "2026-01-01"]'),
        ("2026-01-01", "2026-01-02", "2026-01-02"),
        ("x", "2026-01-02", '"2026-01-02"'),
        ("[1, 2, 3]", ["a"], "[a]"),
        ("[1, 2, 3, 4, 5]", [1, 4], "[1, 4]"),
        ("[\n  a,\n  b\n  ]", ["a", 5, "b"], "[\n  a,\n  5,\n  b\n  ]"),
        ("[a,\n  b,c]", ["a", "b", "c", 5], "[a,\n  b,c,5]"),
        ("{? a : 1, ? b : 2,c: 3}", {"a": 1, "b": 2, "c": 3, "d": 4}, "{? a : 1, ? b : 2,c: 3,d: 4}"),
        ('[x, "# b", "# c", 5]', ["x", 5], "[x, 5]"),
        ('[x, "# b", 5, y]', ["x", 5, "y"], "[x, 5, y]"),
        ("[\n  a,\n  # of b\n  b,\n  5\n  ]", ["a", 5, "b"], "[\n  a,\n  5,\n  # of b\n  b\n  ]"),
        ("\n  - - 1\n    - 2", [[1, 5]], "\n  - - 1\n    - 5"),
        ("\n  - 1\n  -\n    a: 2\n  - b", [1, "b"], "\n  - 1\n  - b"),
        ("\n  - 1\n  -\n    a: 2\n  - b", [{"a": 2}, 1, "b"], "\n  -\n    a: 2\n  - 1\n  - b"),
        ("\n  - 1\n  -\n\n    a: 2\n  - b", [1, {"a": 3}, "b"], "\n  - 1\n  -\n\n    a: 3\n  - b"),
        ("|\n", "one\ntwo", "|-\n  one\n  two\n"),
        ("|+\n\n", "one\ntwo", "|-\n  one\n  two"),
        (">\n", "one two", ">-\n  one two\n"),
        ("{a: 1}", {"a": 1, "x,y": 2}, '{a: 1, "x,y": 2}'),
        ("\n  - 1\n\n  - 2", [1, 2, "a"], "\n  - 1\n\n  - 2\n\n  - a"),
        ("\n  - 1\n\n  - 2", ["a", 1, 2], "\n  - a\n\n  - 1\n\n  - 2"),
        ("\n  - 1\n\n  - 2\n\n  - b", [1, "b"], "\n  - 1\n\n  - b"),
        ("\n  - 1\n\n  - 2\n  - b", [1, "b"], "\n  - 1\n\n  - b"),
        ("\n  - 1\n  - 2\n\n  - b", [1, "b"], "\n  - 1\n\n  - b"),
        ("\n  - 1\n\n  - 2\n  - b", ["b"], "\n  - b"),
        ("\n  - 1\n\n\n  - 2\n\n  - b", [1, "b"], "\n  - 1\n\n  - b"),
        ("\n  - 1\n\n  - b", [1], "\n  - 1"),
        ("\n  - 1\n\n  # of it\n\n  - b", [1], "\n  - 1\n\n  # of it"),
        ("\n  - 1\n  -\n  - b", [1, "b"], "\n  - 1\n  - b"),
        ("\n  - 1\n  # x\n  - # y\n    a: 2\n  - b", [1, "b"], "\n  - 1\n  - b"),
        ("\n  -\n\n    - 1\n  - b", ["b"], "\n  - b"),
        ("[[a], [b]]", [["b"], ["a"], 5], "[[b], [a], 5]"),
        ("[1, 2,]", [1, 2, "a"], "[1, 2, a,]"),
        ("[\n  1,\n  2,\n  ]", [1, 2, "a"], "[\n  1,\n  2,\n  a,\n  ]"),
        ("[\n  1,\n  2\n  ]", [1, 2, "a"], "[\n  1,\n  2,\n  a\n  ]"),
        ("[\n  1,\n  2\n  ]", ["a", 1, 2], "[\n  a,\n  1,\n  2\n  ]"),
        ("[\n  # of it\n  1,\n  2\n  ]", ["a", 1, 2], "[\n  a,\n  # of it\n  1,\n  2\n  ]"),
        ("[\n  1,\n  2,\n  a\n  ]", [1], "[\n  1\n  ]"),
        ("[1, 2, a]", ["a", 1], "[a, 1]"),
        ("[1  , 2  , a]", ["a"], "[a]"),
        ("[  # of it\n  1, 2]", ["b", 1, 2], "[  # of it\n  b, 1, 2]"),
        ("{a: 1, b: 2}", {"b": 2, "a": 1, "c": 3}, "{a: 1, c: 3, b: 2}"),
        ("{b: 2}", {"a": 1, "b": 2}, "{a: 1, b: 2}"),
        ('\n- 1\n- "a\n# b"\n- 5', [1, "a # b"], '\n- 1\n- "a\n# b"'),
        ("\n  - |+\n    a\n\n  - 5", ["a\n\n"], "\n  - |+\n    a\n"),
        ("\n  - |+\n    a\n\n  - 5\n  - b", ["a\n\n", "b"], "\n  - |+\n    a\n\n  - b"),
        ("\n  -\n    - 1\n  - 5", [{"a": {"b": 1}, "c": 2}, 5], "\n  - a: {b: 1}\n    c: 2\n  - 5"),
        ("\n  -\n\n    a: 1\n  - 5", [{"c": {"d": 1}, "e": [[1]]}, 5], "\n  - c: {d: 1}\n    e:\n      - [1]\n  - 5"),
        ("\n  -   - 1\n  -   5", [{"a": {"b": 1}, "c": 2}, 5], "\n  -   a: {b: 1}\n      c: 2\n  -   5"),
        ("\n  - 1\n  -   5", [{"a": {"b": 1}, "c": 2}, 5], "\n  - {a: {b: 1}, c: 2}\n  -   5"),
        ("\n  - 1\n\n  - 2\n  - b", [1, 2, "b", {"a": 1}], "\n  - 1\n\n  - 2\n  - b\n\n  - {a: 1}"),
        (
            "\n  - a: 'x'\n  - a: 'y'\n  - a: z",
            [{"a": "x"}, {"a": "y"}, {"a": "w"}],
            "\n  - a: 'x'\n  - a: 'y'\n  - a: w",
        ),
        ("\n  - a: '5'\n  - a: x\n  - a: y", [{"a": "6"}, {"a": "x"}, {"a": "y"}], "\n  - a: '6'\n  - a: x\n  - a: y"),
        ("|2-\n    a\n", " b\nc", '" b\\nc"\n'),
        ("|2-\n    a\n", "b\nc\n", "|2\n  b\n  c\n"),
        (">1\n  a\n", "b c\n", ">1\n b c\n"),
        (
            "\n  - a: 5\n    b: x\n  - a: 6\n    b: x",
            [{"a": 5, "b": "x", "c": {"d": 1}}, {"b": "x"}],
            "\n  - a: 5\n    b: x\n    c: {d: 1}\n  - b: x",
        ),
        ("\n  a:\n    # inside\n    b: 1\n  c: 2", {"c": 2}, "\n  c: 2"),
        ("\n  a:\n    - 1\n    # of it\n  c: 2", {"c": 2}, "\n    # of it\n  c: 2"),
        ("\n  a: 1\n\n  b: 2\n\n  c: 3", {"a": 1, "c": 3}, "\n  a: 1\n\n\n  c: 3"),
        ("\n  a: 1\n\n  b: 2\n\n  c: 3", {"b": 2, "c": 3}, "\n  b: 2\n\n  c: 3"),
        ("\n  a: 1\n\n  b: 2\n\n  c: 3", {"c": 3}, "\n  c: 3"),
        ("\n  - a: 1\n    b: 2\n    c: 3", [{"b": 2, "c": 3}], "\n  - b: 2\n    c: 3"),
        ("\n  - a: 1\n    b: 2\n    c: 3", [{"c": 3}], "\n  - c: 3"),
        ("\n  - a: 1  # x\n    b: 2\n    # y\n    c: 3", [{"b": 2, "c": 3}], "\n  - b: 2\n    # y\n    c: 3"),
        ("\n  - a: 1\n    b: 2  # x\n    c: 3", [{"c": 3}], "\n  - c: 3"),
        (
            "\n  a: >-\n    one two\n    three four\n\n    five",
            {"a": "six seven eight nine ten\nfive"},
            "\n  a: >-\n    six seven\n    eight nine\n    ten\n\n    five",
        ),
        (
            "\n  a: >-\n    one two three\n\n    five",
            {"a": "six seven eight nine ten\nfive"},
            "\n  a: >-\n    six seven eight nine ten\n\n    five",
        ),
        ("\n  a: >-\n\n    one\n    two", {"a": "six seven\neight"}, "\n  a: >-\n    six\n    seven\n\n    eight"),
        ("\n  a: |\n    x\n\n    y\n\n  b: 1", {"a": "x\n\nz\n", "b": 1}, "\n  a: |\n    x\n\n    z\n\n  b: 1"),
        ("\n  a: |+\n    x\n\n  b: 1", {"a": "z", "b": 1}, "\n  a: |-\n    z\n  b: 1"),
        ("\n  a: |+\n    x\n\n  b: 1", {"a": 5, "b": 1}, "\n  a: 5\n  b: 1"),
        ("\n  a: |  # of it\n    x\n  b: 1", {"a": 5, "b": 1}, "\n  a: 5  # of it\n  b: 1"),
        (
            "\n  a: |  # of it\n    x\n  b: 1",
            {"a": [{"c": {"d": 2}}], "b": 1},
            "\n  a:  # of it\n    - {c: {d: 2}}\n  b: 1",
        ),
        (
            "\n  a:   5  # of it\n  b: 1",
            {"a": {"c": {"d": [{"e": {"f": 1}}]}}, "b": 1},
            "\n  a:   {c: {d: [{e: {f: 1}}]}}  # of it\n  b: 1",
        ),
        (
            "\n  a: [1]  # of it\n  b: 1",
            {"a": [{"c": {"d": [{"e": {"f": 1}}]}}], "b": 1},
            "\n  a: [{c: {d: [{e: {f: 1}}]}}]  # of it\n  b: 1",
        ),
        ("\n  a:\n    b: 1", {"a": 5}, "\n  a: 5"),
        (
            "\n  a:  # of it\n    b: 1",
            {"a": [{"c": {"d": [{"e": {"f": 1}}]}}]},
            "\n  a:  # of it\n    - {c: {d: [{e: {f: 1}}]}}",
        ),
        ("\n  a:\n    - 1\n    - 2", {"a": []}, "\n  a: []"),
        ("\n  a:  # of it\n    - 1\n    - 2", {"a": []}, "\n  a: []  # of it"),
        ("[{title: a, b: 1}]", ["x"], "[x]"),
        ("[x]", [{"title": "a"}], "[{title: a}]"),
        ("\n  -\n    a: 1\n  - 5", [{"c": {"d": {"e": 1}}}, 5], "\n  - c: {d: {e: 1}}\n  - 5"),
        (
            "\n  a: [\n    {t: [\n      1\n    ]}\n  ]",
            {"a": [{"t": [1]}, {"t": ["x"], "u": "y"}]},
            '\n  a: [\n    {t: [\n      1\n    ]},\n    {t: [\n      x\n    ], u: "y"}\n  ]',
        ),
        (
            "[\n  5,\n  # of b\n  b,\n  {c: 1,\n   d: 2}\n  ]",
            [5, {"c": 1, "d": 2}, "b"],
            "[\n  5,\n  {c: 1,\n   d: 2},\n  # of b\n  b\n  ]",
        ),
    ],
)
def test_a_small_change_leaves_the_rest_as_it_is_written(said: str, wanted: object, says: str) -> None:
    assert edited(said, wanted) == (says, ())


@pytest.mark.parametrize(
    ("said", "wanted", "says", "rewritten"),
    [
        ("[a: 1, b: 2]", [{"a": 2}, {"b": 2}], "[{a: 2}, b: 2]", ("/x-data/0",)),
        ("\n  - - 1\n    - 2\n  - 3", [[2], 3], "\n  - - 2\n  - 3", ("/x-data/0",)),
        ("\n  - - 1\n    - 2\n  - 3", [[1, 5, 2], 3], "\n  - - 1\n    - 5\n    - 2\n  - 3", ("/x-data/0",)),
        ("\n  ? a\n  ? b\n  : 1", {"a": 5, "b": 1}, "\n  a: 5\n  b: 1", ("/x-data",)),
        (
            "\n  - - a: |\n        x\n      b: 2\n  - 3",
            [[{"a": "x\n", "b": 2}, 5], 3],
            "\n  - - a: |\n        x\n      b: 2\n    - 5\n  - 3",
            ("/x-data/0",),
        ),
        ("\n  - - 1\n    - 2\n  - 3", [[1, 2, "a"], 3], "\n  - - 1\n    - 2\n    - a\n  - 3", ("/x-data/0",)),
        ("[a: 1, b: 2]", [{"a": 1, "c": 2}, {"b": 2}], "[{a: 1, c: 2}, b: 2]", ("/x-data/0",)),
        ("\n  ? a\n  ? b\n  : 0x10", {"a": 5, "b": 16}, "\n  a: 5\n  b: 0x10", ("/x-data",)),
        ("{a, b: 0x10}", {"a": 3, "b": 16}, "{a: 3, b: 16}", ("/x-data",)),
        ("\n  - - a: x, y\n    - 5", [[5, {"a": "x, y"}]], "\n  - - 5\n    - a: x, y", ("/x-data/0",)),
    ],
)
def test_what_a_small_change_does_not_do_for_is_written_anew_and_no_more(
    said: str, wanted: object, says: str, rewritten: tuple[str, ...]
) -> None:
    assert edited(said, wanted) == (says, rewritten)


def test_new_brackets_on_one_line_are_at_most_so_wide_and_else_have_lines() -> None:
    assert edited("[1]", {"a": "x" * 50, "b": "y" * 60}) == (f"{{a: {'x' * 50}, b: {'y' * 60}}}", ())
    assert edited("[1]", {"a": "x" * 50, "b": "y" * 61}) == (f"\n  a: {'x' * 50}\n  b: {'y' * 61}", ())
    lines = "\n  - t: [\n      1\n      ]"
    wide = f"\n    t: [\n      {'x' * 70},\n      {'y' * 70}\n    ]\n    u: 5"
    assert edited(lines, [{"t": [1]}, {"t": ["x" * 70, "y" * 70], "u": 5}]) == (f"{lines}\n  -{wide[4:]}", ())
    wide = f"\n  - c:\n      d: {'x' * 120}\n  - 5"
    assert edited("\n  -\n    a: 1\n  - 5", [{"c": {"d": "x" * 120}}, 5]) == (wide, ())
