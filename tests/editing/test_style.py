"""What is usual in a text, which new text follows."""

import pytest

from productgov.editing.json_nodes import json_nodes
from productgov.editing.layout import Layout
from productgov.editing.style import Style
from productgov.editing.wanted import Wanted
from tests.support.extras import needs

needs_yaml = needs("yaml")
OBJECT = Wanted(fields={"a": Wanted(value=1)})
IDENTIFIED = Wanted(fields={"id": Wanted(value="a"), "tags": Wanted(value=[1])})
LIST = Wanted(items=[Wanted(value=1)])
OBJECT_OF_OTHERS = Wanted(fields={"a": LIST})
LIST_OF_OTHERS = Wanted(items=[OBJECT])


def style_of(text: str, *, is_json: bool = False) -> Style:
    if is_json:
        return Style(Layout(text), json_nodes(text), is_json=True)
    from productgov.editing.yaml_nodes import yaml_nodes

    return Style(Layout(text), yaml_nodes(text), is_json=False)


@needs_yaml
@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("a:\n   b: 1\nc:\n   d: 1\ne:\n f: 1", 3),
        ("a:\n  - b:\n        c: 1", 4),
        ("a: 1", 2),
        ("a: [\n    1]", 4),
        ("a: {\n    b: 1}", 4),
        ("- a: {\n     b: 1}", 5),
        ("a: [\n    1]\nb:\n   c: 1", 3),
        ("a:\n  {b: 1}", 2),
    ],
)
def test_the_step_is_how_much_objects_are_further_right_than_their_keys(text: str, step: int) -> None:
    assert style_of(text).step == step


@needs_yaml
@pytest.mark.parametrize(
    ("text", "dash"),
    [
        ("a:\n- 1\nb:\n- 1\nc:\n    - 1", 0),
        ("a:\n - 1", 1),
        ("a:\n   b: 1", 3),
        ("a: [1]\nb: [1]\nc:\n - 1", 1),
        ("- a:\n    - 1", 2),
    ],
)
def test_dashes_are_as_far_right_as_most_are_else_as_far_as_objects(text: str, dash: int) -> None:
    assert style_of(text).dash == dash


@needs_yaml
@pytest.mark.parametrize(
    ("text", "gap"),
    [
        ("-   a", "   "),
        ("-  a: 1", "  "),
        ("a: 1", " "),
        ("-\n  a: 1", " "),
        ("a: [1,   2]\nb:\n  -  c", "  "),
        ("a:\n  - 1\nb:\n  -  1\nc:\n  -  1", "  "),
    ],
)
def test_the_gap_after_a_dash_is_the_usual_one(text: str, gap: str) -> None:
    assert style_of(text).gap == gap


@needs_yaml
@pytest.mark.parametrize(
    ("text", "spaced"),
    [
        ("- a: 1\n\n- a: 2", True),
        ("- a: 1\n- a: 2", False),
        ("- a: 1\n\n- a: 2\n- a: 3", False),
        ("- a: 1\n\n- a: 2\n\n- a: 3\n- a: 4", True),
        ("- a: 1", False),
        ("- 1\n\n- 2", False),
        ("- {a: 1}\n\n- {a: 2}", False),
        ("[a: 1,\n\n b: 2]", False),
    ],
)
def test_objects_in_lists_are_spaced_where_most_of_them_are(text: str, *, spaced: bool) -> None:
    assert style_of(text).spaced is spaced


@needs_yaml
@pytest.mark.parametrize(
    ("text", "colon", "comma", "padding"),
    [
        ("a: 1", ": ", ", ", ""),
        ('{"a":1,"b":2}', ":", ",", ""),
        ('{"a":1}', ":", ",", ""),
        ("{a: 1,b: 2}", ": ", ",", ""),
        ("{ a: 1 , b: 2 }", ": ", " , ", " "),
        ("{a: 1}", ": ", ", ", ""),
        ("[1,2]", ": ", ",", ""),
        ("[\n  1,\n  2]", ": ", ", ", ""),
        ("[1,\n  2,3]", ": ", ",", ""),
        ("{a, b, c}", ": ", ", ", ""),
        ('{"a":\n 1}', ": ", ", ", ""),
        ("x: {\n  a: 1}", ": ", ", ", ""),
        ("[[ 1 ], {a: 1}]", ": ", ", ", ""),
        ("[{  a: 1  }, [1,2,3,4]]", ": ", ",", ""),
        ("{? a : 1, ? b : 2, ? c : 3,d : 4}", " : ", ",", ""),
    ],
)
def test_brackets_have_the_usual_blanks_at_their_signs(text: str, colon: str, comma: str, padding: str) -> None:
    style = style_of(text)
    assert (style.colon, style.comma, style.padding) == (colon, comma, padding)


@pytest.mark.parametrize(
    ("text", "escapes"), [(r'{"a": "\u00e4"}', True), (r'{"a": "\u00e4ö"}', False), ('{"a": "o"}', False)]
)
def test_json_is_escaped_where_it_is_and_all_else_is_ascii(text: str, *, escapes: bool) -> None:
    assert style_of(text, is_json=True).escapes is escapes


@needs_yaml
@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("a: 2026-01-01", True),
        ("- [2026-01-01]", True),
        ("a: '2026-01-01'", False),
        ("a: 20260101", False),
        ("a: abcd-01-01", False),
        ("a: 2026", False),
    ],
)
def test_dates_are_plain_where_one_is(text: str, *, plain: bool) -> None:
    assert style_of(text).plain_dates is plain


def test_dates_in_json_are_never_plain() -> None:
    assert not style_of('{"a": 2026}', is_json=True).plain_dates


@needs_yaml
def test_a_key_has_the_quotes_that_it_has_elsewhere_else_those_of_others() -> None:
    style = style_of("'a': 1\n'b': 2\nc: {\"d\": 1, \"e\": 2, a: 3}\nf: 1\n'g': 5")
    assert [style.key_quote(name, in_brackets=False) for name in "acx"] == ["'", "", "'"]
    assert [style.key_quote(name, in_brackets=True) for name in "adx"] == ["", '"', '"']
    assert style_of("a: 1").key_quote("a", in_brackets=True) == ""
    assert style_of("{}", is_json=True).key_quote("a", in_brackets=False) == '"'


@needs_yaml
def test_a_text_has_the_quotes_of_its_field_else_those_of_others() -> None:
    style = style_of("a: 'x'\nb: ['x', \"y\", \"z\"]\nc: x\nd: |\n  'x'\ne: 5\nf: x\ng: 5")
    assert [style.quote(("v", name)) for name in ("a", "c", "d", "x")] == ["'", "", "", ""]
    assert style.quote(("b", 7)) == '"'
    assert style_of("a: 5\nb: true\nc: 'x'").quote(("a",)) == "'"
    assert style_of("a: 5").quote(()) == ""


@needs_yaml
@pytest.mark.parametrize(
    ("text", "wanted", "form"),
    [
        ("a: 1\n", OBJECT, "block"),
        ("{}", OBJECT, "inline"),
        ("x: {b: 1}\n", OBJECT, "inline"),
        ("x:\n  b: 1\n", OBJECT, "block"),
        ("x: {\n  b: 1}\n", OBJECT, "lines"),
        ("x: [1]\ny:\n  b: 1\n", OBJECT, "inline"),
        ("y: [1]\n", OBJECT, "block"),
        ("y: [1]\n", LIST, "inline"),
        ("y: [1]\n", LIST_OF_OTHERS, "block"),
        ("y: [{a: 1}]\n", LIST_OF_OTHERS, "inline"),
        ("y: [{a: 1}]\n", LIST, "block"),
        ("y: {a: [1]}\nz: {a: [1]}\n", OBJECT_OF_OTHERS, "inline"),
        ("y: {a: [1]}\n", OBJECT, "block"),
        ("y: {id: 1}\n", IDENTIFIED, "inline"),
        ("y: {id: [1]}\nz: [id]\n", IDENTIFIED, "inline"),
        ("y: {id: 1}\n", OBJECT, "block"),
        ("y: {name: 1}\n", IDENTIFIED, "block"),
        ("x:\n  - b: 1\ny: {b: 1}\n", OBJECT, "block"),
        ("x: [1]\ny:\n  - 1\nz:\n  - 1\n", LIST, "inline"),
        ("a:\n  x: [1]\nb:\n  x: {b: 1}\n", OBJECT, "inline"),
        ("x: []\ny:\n  - 1\n", LIST, "block"),
    ],
)
def test_a_value_has_the_form_of_its_field_else_of_its_kind(text: str, wanted: Wanted, form: str) -> None:
    assert style_of(text).form(wanted, ("x",), in_brackets=False) == form


@needs_yaml
def test_items_have_a_form_of_their_own_and_in_brackets_there_are_no_blocks() -> None:
    style = style_of("x:\n  - {a: 1}\n  - {a: 1}\ny:\n  a: 1\nz:\n  a: 1\nv:\n  a: 1\n")
    assert style.form(OBJECT, ("x", 5), in_brackets=False) == "inline"
    assert style.form(OBJECT, ("w", 5), in_brackets=False) == "block"
    assert style.form(OBJECT, ("y",), in_brackets=True) == "inline"


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ('{"x": {"a": 1}}', "inline"),
        ('{"x": {\n  "a": 1}}', "lines"),
        ('{"x": 1}', "inline"),
        ('{"x": 1}\n', "inline"),
        ('{"y": [1]}\n', "lines"),
        ('{"y": [1]}', "inline"),
        ('{"x": [1, \n2]}\n', "inline"),
    ],
)
def test_json_has_lines_where_the_text_has(text: str, form: str) -> None:
    assert style_of(text, is_json=True).form(OBJECT, ("x",), in_brackets=True) == form


@needs_yaml
def test_of_each_list_only_the_first_items_are_looked_at() -> None:
    items = "".join(f"- a{number}: 'x'\n" for number in range(20))
    others = "".join(f"- b{number}: x\n" for number in range(30))
    assert style_of(items + others).quote(("b0",)) == "'"
    assert style_of(items.replace("- a19: 'x'\n", "") + others).quote(("b0",)) == ""
