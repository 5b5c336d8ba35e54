"""An edit of what is in brackets: on one line, over lines, and where a bracket is opened into lines."""

import json

import attrs
import pytest

import productgov as pg
from tests.support.changed import lists_of, with_lists
from tests.support.documents import minimal_document
from tests.support.edited import TAIL, changed, document, document_with, item, moved, without
from tests.support.extras import needs

needs_yaml = needs("yaml")

IN_LINES = """\
roadmap:
  timeHorizon:
    now: [
      # about a
      {id: a, title: First},  # of a
      {id: b,
        title: Second,   # of the title
        tags: [x, y]}   # of b
    ]  # of now
    next: [
      {id: c, title: Third},
    ]
    later: [{id: d, title: Fourth}, {id: e, title: Fifth}]
  delivered:
    # about f
    - id: f
      title: Sixth
      status: done
    - {id: g, title: Seventh, status: done}
"""
A = "      # about a\n      {id: a, title: First},  # of a\n"
B = "      {id: b,\n        title: Second,   # of the title\n        tags: [x, y]}   # of b\n"
C = "      {id: c, title: Third},\n"
F = "    # about f\n    - id: f\n      title: Sixth\n      status: done\n"
G = "    - {id: g, title: Seventh, status: done}\n"


@needs_yaml
@pytest.mark.parametrize(
    ("id", "to", "at", "replaced"),
    [
        ("a", "now", 1, {A: B.replace("]}", "]},"), B: A.replace("},", "}")}),
        ("a", "next", 0, {A: "", C: f"{A}{C}"}),
        ("a", "next", 1, {A: "", C: f"{C}{A}"}),
        ("b", "next", 1, {A: A.replace("},", "}"), B: "", C: f"{C}{B.replace(']}', ']},')}"}),
        ("c", "now", 2, {B: f"{B.replace(']}', ']},')}{C.replace('},', '}')}", f"[\n{C}    ]": "[]"}),
        (
            "d",
            "later",
            1,
            {"{id: d, title: Fourth}, {id: e, title: Fifth}": "{id: e, title: Fifth}, {id: d, title: Fourth}"},
        ),
        ("e", "next", 0, {", {id: e, title: Fifth}]": "]", C: f"      {{id: e, title: Fifth}},\n{C}"}),
        (
            "d",
            "delivered",
            2,
            {"{id: d, title: Fourth}, ": "", G: f"{G}    - {{id: d, title: Fourth, status: done}}\n"},
        ),
        ("g", "later", 0, {"[{id: d": "[{id: g, title: Seventh, status: done}, {id: d", G: ""}),
        (
            "a",
            "later",
            2,
            {
                A: "",
                "[{id: d, title: Fourth}, {id: e, title: Fifth}]": (
                    "[\n      {id: d, title: Fourth},\n      {id: e, title: Fifth},\n"
                    "      # about a\n      {id: a, title: First}  # of a\n    ]"
                ),
            },
        ),
        (
            "f",
            "now",
            0,
            {
                "now: [\n": "now:  # of now\n",
                A: (
                    "      # about f\n      - id: f\n        title: Sixth\n        status: done\n"
                    "      # about a\n      - {id: a, title: First}  # of a\n"
                ),
                B: "      - {id: b,\n          title: Second,   # of the title\n          tags: [x, y]}   # of b\n",
                "    ]  # of now\n": "",
                F: "",
            },
        ),
        (
            "f",
            "later",
            1,
            {
                " [{id: d, title: Fourth}, {id: e, title: Fifth}]": (
                    "\n      - {id: d, title: Fourth}\n      # about f\n      - id: f\n        title: Sixth\n"
                    "        status: done\n      - {id: e, title: Fifth}"
                ),
                F: "",
            },
        ),
    ],
)
def test_a_part_moves_with_its_comments_and_the_commas_follow(
    id: str, to: str, at: int, replaced: dict[str, str]
) -> None:
    before = document(IN_LINES)
    governance = moved(before.governance, id, to, at) if to != "delivered" else before.governance
    if to == "delivered":
        governance = moved(item(governance, id, status=pg.Status.DONE), id, to, at)
    after = before.edit(governance)
    assert after.text == document_with(IN_LINES, replaced)
    assert after.rewritten == ()


@needs_yaml
@pytest.mark.parametrize(
    ("old", "new", "tags"),
    [
        ("[x, y, z]", "[x, z]", "xz"),
        ("[x, y, z]", "[z]", "z"),
        ("[x, y, z]", "[x]", "x"),
        ("[x, y, z]", "[y]", "y"),
        ("[x,y,z]", "[w,x,y,z]", "wxyz"),
        ("[ x, y, z, ]", "[ x, y, ]", "xy"),
        ("[x,  # of x\n          y,\n          z]", "[x,  # of x\n          y]", "xy"),
        ("[x,  # of x\n          y,  # of y\n          z]", "[  # of x\n          y,  # of y\n          z]", "yz"),
        ("[x,  # of x\n          y,  # of y\n          z]", "[x,  # of x\n            # of y\n          z]", "xz"),
        ("[x, y, z]", '[x, y, z, "a, b"]', ["x", "y", "z", "a, b"]),
        ("[x, y, z]", "[v, w]", "vw"),
    ],
)
def test_parts_on_one_line_come_and_go_with_their_commas(old: str, new: str, tags: str) -> None:
    roadmap = f"roadmap:\n  timeHorizon:\n    now:\n      - id: a\n        title: First\n        tags: {old}\n"
    before = document(roadmap)
    assert before.edit(item(before.governance, "a", tags=tuple(tags))).text == document_with(roadmap, {old: new})


@needs_yaml
def test_objects_in_brackets_keep_their_padding_and_their_quotes() -> None:
    items = ", ".join(f"""{{ "id":"{name}","title":'Item {name}' }}""" for name in "abcdefgh")
    roadmap = f"roadmap:\n  timeHorizon:\n    now: [{items}]\n"
    before = document(roadmap)
    columns = before.governance.roadmap.time_horizon
    new = attrs.evolve(columns.now[0], id="new", title="New", extensions=pg.Extensions({"x-n": {}}))
    added = moved(item(before.governance, "h", title="It's"), "h", "now", 0)
    wanted = with_lists(added, {**lists_of(added), "next": (new,)})
    after = """{ "id":"h","title":'It\'\'s' }, """
    assert before.edit(wanted).text == document_with(
        f'{roadmap}    next: [{{ "id":"new", "title":\'New\', "x-n":{{}} }}]\n',
        {'{ "id":"a"': after + '{ "id":"a"', """, { "id":"h","title":'Item h' }""": ""},
    )


@needs_yaml
def test_brackets_around_a_list_are_opened_where_it_receives_lines() -> None:
    roadmap = """\
roadmap:
  timeHorizon: {now: [{id: a, title: "First"}], next: []}  # of the horizons
  delivered:
    - id: b  # of b
      title: Second
      status: done
"""
    before = document(roadmap)
    after = before.edit(moved(before.governance, "b", "next"))
    opened = """\
  timeHorizon:  # of the horizons
    now: [{id: a, title: "First"}]
    next:
      - id: b  # of b
        title: Second
        status: done
  delivered: []
"""
    assert after.text == document_with(roadmap, {roadmap.removeprefix("roadmap:\n"): opened})


def json_document(**options: object) -> pg.Document:
    data = minimal_document()
    data["roadmap"] = {
        "timeHorizon": {
            "now": [{"id": "a", "title": "First", "tags": ["x", "y"]}, {"id": "b", "title": "Zweite Stufe für alle"}],
            "later": [],
        }
    }
    return pg.parse(json.dumps(data, **options), format="json")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "options", [{"indent": 2}, {"indent": 4, "ensure_ascii": False}, {}, {"separators": (",", ":")}]
)
def test_json_stays_as_it_is_laid_out(options: dict[str, object]) -> None:
    before = json_document(**options)
    governance = item(before.governance, "a", tags=("x", "ä", "y"), owner=pg.Role(title="PM", name="Bo"))
    governance = moved(without(governance, "b"), "a", "later")
    data = json.loads(before.text)
    wanted = {"id": "a", "title": "First", "owner": {"title": "PM", "name": "Bo"}, "tags": ["x", "ä", "y"]}
    data["roadmap"]["timeHorizon"] = {"now": [], "later": [wanted]}
    assert before.edit(governance).text == json.dumps(data, **options)  # type: ignore[arg-type]


def test_json_changes_no_other_line() -> None:
    before = json_document(indent=1)
    after = before.edit(item(before.governance, "b", description="Two"))
    assert changed(before, after) == [
        '-     "title": "Zweite Stufe f\\u00fcr alle"',
        '+     "title": "Zweite Stufe f\\u00fcr alle",',
        '+     "description": "Two"',
    ]


def test_json_with_escaped_keys_is_changed_in_its_place() -> None:
    text = json.dumps({**minimal_document(), "x-\u00e4": {"a": "\u00f6"}, "x-b": 1})
    before = pg.parse(text, format="json")
    wanted = attrs.evolve(before.governance, extensions=pg.Extensions({"x-\u00e4": {"a": "\u00fc"}, "x-b": 1}))
    after = before.edit(wanted)
    assert after.text == text.replace("\\u00f6", "\\u00fc")
    assert after.rewritten == ()


@needs_yaml
def test_an_empty_bracket_inside_another_gets_lines_for_a_part_with_comments() -> None:
    roadmap = """\
roadmap: {
  timeHorizon: {
    now: [
      # about a
      {id: a, title: First},  # of a
      {id: b, title: Second}
    ],
    next: []
  }
}
"""
    before = document(roadmap)
    after = before.edit(moved(before.governance, "a", "next"))
    a = "      # about a\n      {id: a, title: First},  # of a\n"
    assert after.text == document_with(roadmap, {a: "", "next: []": f"next: [\n{a.replace('},', '}')}    ]"})


@needs_yaml
@pytest.mark.parametrize("lists", ["[[{a: 1}], [{a: 1}]]", "\n  - - a: 1\n  - - a: 1"])
def test_comments_come_along_into_a_bracket_that_would_be_on_one_line(lists: str) -> None:
    roadmap = """\
roadmap: {timeHorizon: {
    now: [
      {id: a, title: First},  # of a
      {id: b, title: Second}
    ],
    next: [{id: c, title: Third}], later: [], future: [{id: v, title: Vision}] }}
"""
    before = document(roadmap, tail=f"{TAIL}x-lists: {lists}\n")
    after = before.edit(moved(before.governance, "a", "later"))
    assert "later: [\n      {id: a, title: First}  # of a\n    ], future" in after.text
    assert after.rewritten == ()


@needs_yaml
def test_a_part_that_cannot_keep_its_lines_in_brackets_is_written_anew() -> None:
    roadmap = """\
roadmap:
  timeHorizon: {now: [{id: a, title: First}]}
  delivered:
    - id: b
      title: Second
      status: done
      description: |
        two
        lines
      owner: &OWNER
        title: PM
"""
    before = document(roadmap.replace(" &OWNER", ""))
    after = before.edit(moved(before.governance, "b", "now", 0))
    assert after.governance == moved(before.governance, "b", "now", 0)
    assert "  timeHorizon:\n    now:\n      - id: b\n" in after.text
