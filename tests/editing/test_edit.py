"""An edit changes the lines of what changes, and no others: lists with dashes and objects in lines."""

from datetime import date

import attrs
import pytest

import productgov as pg
from tests.support.changed import lists_of, with_lists
from tests.support.edited import HEAD, TAIL, changed, document, document_with, item, moved, without
from tests.support.extras import needs

pytestmark = needs("yaml")

BLOCK = """\
roadmap:
  timeHorizon:
    now:  # until June
      # about a
      - id: a  # the first
        title: "First"  # its title
        owner: Head of Product
        status: proposed  # said, though it is the default
        description: >-
          Words that are
          folded into lines
        tags: [x, 'y']  # two
      # about b
      - id: b
        # what it is called
        title: Second
        targetDate: 2026-06-30
    next: []  # nothing yet
    later:

      - id: c
        title: Third

      - id: d
        title: Fourth
  delivered:
  - {id: e, title: Fifth, status: done}  # in March
"""


@pytest.mark.parametrize(
    ("id", "fields", "lines"),
    [
        ("a", {"title": "New"}, ['-        title: "First"  # its title', '+        title: "New"  # its title']),
        ("b", {"title": "Two: more"}, ["-        title: Second", '+        title: "Two: more"']),
        ("b", {"title": "two\nlines"}, ["-        title: Second", '+        title: "two\\nlines"']),
        ("a", {"owner": pg.Role(title="PM")}, ["-        owner: Head of Product", "+        owner: PM"]),
        (
            "a",
            {"owner": pg.Role(title="PM", name="Bo")},
            ["-        owner: Head of Product", "+        owner: {title: PM, name: Bo}"],
        ),
        ("a", {"owner": None}, ["-        owner: Head of Product"]),
        (
            "a",
            {"status": pg.Status.PLANNED},
            [
                "-        status: proposed  # said, though it is the default",
                "+        status: planned  # said, though it is the default",
            ],
        ),
        ("b", {"status": pg.Status.PLANNED}, ["+        status: planned"]),
        (
            "b",
            {"target_date": date(2026, 7, 1)},
            ["-        targetDate: 2026-06-30", "+        targetDate: 2026-07-01"],
        ),
        ("c", {"target_date": date(2026, 7, 1)}, ["+        targetDate: 2026-07-01"]),
        (
            "a",
            {"description": "Other words that need more than one line"},
            [
                "-          Words that are",
                "-          folded into lines",
                "+          Other words that",
                "+          need more than",
                "+          one line",
            ],
        ),
        (
            "a",
            {"description": " blank first"},
            [
                "-        description: >-",
                "-          Words that are",
                "-          folded into lines",
                '+        description: " blank first"',
            ],
        ),
        ("a", {"tags": ("x", "z", "y")}, ["-        tags: [x, 'y']  # two", "+        tags: [x, z, 'y']  # two"]),
        ("a", {"tags": ("y",)}, ["-        tags: [x, 'y']  # two", "+        tags: ['y']  # two"]),
        ("a", {"tags": ()}, ["-        tags: [x, 'y']  # two", "+        tags: []  # two"]),
        ("a", {"tags": ("q", "r")}, ["-        tags: [x, 'y']  # two", "+        tags: [q, 'r']  # two"]),
        ("a", {"id": "aa"}, ["-      - id: a  # the first", "+      - id: aa  # the first"]),
        (
            "c",
            {"scoring": pg.Scoring(rice=pg.Rice(reach=1, impact=2, confidence=1, effort=1))},
            ["+        scoring:", "+          rice: {reach: 1, impact: 2, confidence: 1, effort: 1}"],
        ),
        (
            "e",
            {"title": "Last, and least"},
            [
                "-  - {id: e, title: Fifth, status: done}  # in March",
                '+  - {id: e, title: "Last, and least", status: done}  # in March',
            ],
        ),
        (
            "e",
            {"owner": pg.Role(title="PM")},
            [
                "-  - {id: e, title: Fifth, status: done}  # in March",
                "+  - {id: e, title: Fifth, owner: PM, status: done}  # in March",
            ],
        ),
        ("d", {"description": "two\nlines\n"}, ["+        description: |", "+          two", "+          lines"]),
        ("d", {"extensions": {"x-n": [1, {"a": None}]}}, ["+        x-n:", "+          - 1", "+          - {a: null}"]),
    ],
)
def test_a_field_changes_on_its_line_in_its_own_style(id: str, fields: dict[str, object], lines: list[str]) -> None:
    before = document(BLOCK)
    after = before.edit(item(before.governance, id, **fields))
    assert changed(before, after) == lines
    assert after.rewritten == ()


ITEM_A = """\
      # about a
      - id: a  # the first
        title: "First"  # its title
        owner: Head of Product
        status: proposed  # said, though it is the default
        description: >-
          Words that are
          folded into lines
        tags: [x, 'y']  # two
"""
ITEM_B = """\
      # about b
      - id: b
        # what it is called
        title: Second
        targetDate: 2026-06-30
"""
ITEM_C = "\n      - id: c\n        title: Third\n"
ITEM_D = "\n      - id: d\n        title: Fourth\n"
ITEM_E = "  - {id: e, title: Fifth, status: done}  # in March\n"


@pytest.mark.parametrize(
    ("id", "to", "at", "replaced"),
    [
        ("a", "later", 1, {ITEM_A: "", ITEM_C: f"{ITEM_C}\n{ITEM_A}"}),
        ("a", "now", 1, {ITEM_A: ITEM_B, ITEM_B: ITEM_A}),
        ("b", "next", 0, {ITEM_B: "", "    next: []  # nothing yet\n": f"    next:  # nothing yet\n{ITEM_B}"}),
        ("d", "later", 0, {ITEM_C: ITEM_D, ITEM_D: ITEM_C}),
        ("e", "now", 2, {ITEM_B: f"{ITEM_B}    {ITEM_E}", f"  delivered:\n{ITEM_E}": "  delivered: []\n"}),
        (
            "c",
            "delivered",
            0,
            {ITEM_C + "\n": "\n", ITEM_E: f"  - id: c\n    title: Third\n    status: done\n{ITEM_E}"},
        ),
    ],
)
def test_an_item_takes_its_lines_and_the_comments_above_it_along(
    id: str, to: str, at: int, replaced: dict[str, str]
) -> None:
    before = document(BLOCK)
    status = pg.Status.DONE if to == "delivered" else before.governance.initiative(id).status
    after = before.edit(moved(item(before.governance, id, status=status), id, to, at))
    assert after.text == document_with(BLOCK, replaced)
    assert after.rewritten == ()


@pytest.mark.parametrize(
    ("id", "replaced"),
    [("a", {ITEM_A: ""}), ("b", {ITEM_B: ""}), ("c", {f"{ITEM_C}\n": "\n"}), ("d", {ITEM_D: ""})],
)
def test_an_item_that_goes_takes_its_comments_and_the_blank_line_that_parts_it(
    id: str, replaced: dict[str, str]
) -> None:
    before = document(BLOCK)
    assert before.edit(without(before.governance, id)).text == document_with(BLOCK, replaced)


FIELDS = """\
roadmap:
  timeHorizon:
    now:
      -   description: One  # of the first
          # above the id
          id: a
          # above the title
          title: First
          owner: Head of Product  # of the owner

          pillar: Calm
"""


@pytest.mark.parametrize(
    ("fields", "replaced"),
    [
        (
            {"description": None},
            {"      -   description: One  # of the first\n": "      -\n"},
        ),
        ({"owner": None}, {"          owner: Head of Product  # of the owner\n": ""}),
        (
            {"pillar": None, "owner": None},
            {"          owner: Head of Product  # of the owner\n": "", "          pillar: Calm\n": ""},
        ),
        (
            {"theme": "Food", "tags": ("x",)},
            {
                "Product  # of the owner\n": "Product  # of the owner\n          theme: Food\n",
                "pillar: Calm\n": "pillar: Calm\n          tags: [x]\n",
            },
        ),
    ],
)
def test_a_field_takes_only_the_comment_on_its_line(fields: dict[str, object], replaced: dict[str, str]) -> None:
    before = document(FIELDS)
    assert before.edit(item(before.governance, "a", **fields)).text == document_with(FIELDS, replaced)


def test_the_first_fields_of_an_item_leave_its_dash_to_the_next() -> None:
    roadmap = "roadmap:\n  timeHorizon:\n    now:\n    -   description: One\n        id: a\n        title: First\n"
    before = document(roadmap)
    after = before.edit(item(before.governance, "a", description=None))
    assert after.text == document_with(roadmap, {"description: One\n        id: a": "id: a"})


def test_the_first_fields_of_a_document_go_and_come() -> None:
    roadmap = "roadmap: {timeHorizon: {}}\n"
    before = document(roadmap, head=f"name: Plan  # its name\n# about the vision\n{HEAD}")
    after = before.edit(attrs.evolve(before.governance, name=None))
    assert after.text == f"# about the vision\n{HEAD}{roadmap}{TAIL}"
    again = after.edit(attrs.evolve(after.governance, name="New", schema="https://example.com/s.json"))
    start = "# about the vision\n$schema: https://example.com/s.json\nname: New\n"
    assert again.text == f"{start}{HEAD}{roadmap}{TAIL}"
    short = document(roadmap, head=f"name: Plan\n{HEAD}")
    assert short.edit(attrs.evolve(short.governance, name=None)).text == f"{HEAD}{roadmap}{TAIL}"


SCALARS = """\
roadmap:
  timeHorizon:
    now:
      - id: a
        title:   # behind the key
          Plain text that
          goes on
        description: |2-  # behind the bar
            one
           two
        x-folded: >
          A paragraph in lines

          and another
        x-kept: |+
          text

        x-empty:
        x-last: |
          line
"""


@pytest.mark.parametrize(
    ("fields", "replaced"),
    [
        ({"title": "Short"}, {"Plain text that\n          goes on": "Short"}),
        ({"description": "x\n y\n"}, {"|2-": "|2", "            one\n           two\n": "          x\n           y\n"}),
        ({"x-folded": "One\nTwo\n"}, {"A paragraph in lines\n\n          and another": "One\n\n          Two"}),
        (
            {"x-folded": "One\n\nTwo\n"},
            {">\n          A paragraph in lines\n\n          and another": '"One\\n\\nTwo\\n"'},
        ),
        ({"x-kept": 5}, {"|+\n          text\n\n": "5\n"}),
        ({"x-empty": 5}, {"x-empty:": "x-empty: 5"}),
        ({"x-empty": [5, {"a": 1}]}, {"x-empty:": "x-empty:\n          - 5\n          - {a: 1}"}),
        ({"x-last": {"a": {"b": 1}}}, {"x-last: |\n          line": "x-last:\n          a: {b: 1}"}),
        ({"x-last": "line\nmore"}, {"x-last: |\n          line": "x-last: |-\n          line\n          more"}),
    ],
)
def test_a_text_is_replaced_in_the_form_it_has(fields: dict[str, object], replaced: dict[str, str]) -> None:
    before = document(SCALARS)
    initiative = before.governance.initiative("a")
    own = {name: value for name, value in fields.items() if not name.startswith("x-")}
    others = {name: value for name, value in fields.items() if name.startswith("x-")}
    wanted = item(before.governance, "a", **own, extensions={**initiative.extensions, **others})
    after = before.edit(wanted)
    assert after.text == document_with(SCALARS, replaced)
    assert after.rewritten == ()


def test_comments_below_an_item_that_are_further_right_than_its_dash_are_its_own() -> None:
    first = "      - id: a\n        title: First\n        # of a\n          # too\n"
    second = "      - id: b\n        title: Second\n      # of the list"
    roadmap = f"roadmap:\n  timeHorizon:\n    now:\n{first}{second}\n"
    before = document(f"{TAIL}{roadmap}".removesuffix("\n"), tail="")
    after = before.edit(moved(before.governance, "a", "now", 1))
    assert after.text == before.text.replace(
        f"{first}{second}", f"{second}".replace("      # of the list", first.rstrip("\n")) + "\n      # of the list"
    )


def test_new_text_for_roles_is_as_short_as_it_is_elsewhere_and_never_wide() -> None:
    roadmap = "roadmap:\n  timeHorizon:\n    now:\n      - id: a\n        title: First\n"
    before = document(
        f"{roadmap}x-a: 1\n",
        tail=TAIL.replace(
            "strategyReview: {frequency: weekly, participants: [Head of Product]}",
            "strategyReview: {frequency: weekly, participants: [{title: CTO}]}",
        ),
    )
    words = tuple(f"a long tag number {number}" for number in range(6))
    wanted = item(before.governance, "a", owner=pg.Role(title="PM"), tags=words)
    review = attrs.evolve(wanted.reviews.product_review, participants=(pg.Role(title="CEO"), pg.Role(title="CFO")))
    after = before.edit(attrs.evolve(wanted, reviews=attrs.evolve(wanted.reviews, product_review=review)))
    assert changed(before, after) == [
        "+        owner: PM",
        "+        tags:",
        *(f"+          - {word}" for word in words),
        "-  productReview: {frequency: weekly, participants: [Head of Product]}",
        "+  productReview: {frequency: weekly, participants: [CEO, CFO]}",
    ]


def test_an_item_that_is_mostly_the_same_under_another_id_is_renamed() -> None:
    before = document(BLOCK)
    wanted = item(before.governance, "a", id="z", title="Other", tags=("y", "x"))
    assert changed(before, before.edit(wanted)) == [
        "-      - id: a  # the first",
        '-        title: "First"  # its title',
        "+      - id: z  # the first",
        '+        title: "Other"  # its title',
        "-        tags: [x, 'y']  # two",
        "+        tags: ['y', x]  # two",
    ]


def test_an_item_of_one_field_keeps_its_comment_when_the_field_changes() -> None:
    lines = "\n    frequency: weekly\n    participants:\n      - title: Head of Product  # she decides"
    before = document(BLOCK, tail=TAIL.replace("{frequency: weekly, participants: [Head of Product]}", lines, 1))
    review = attrs.evolve(before.governance.reviews.product_review, participants=(pg.Role(title="CPO"),))
    after = before.edit(lambda old: attrs.evolve(old, reviews=attrs.evolve(old.reviews, product_review=review)))
    assert changed(before, after) == [
        "-      - title: Head of Product  # she decides",
        "+      - title: CPO  # she decides",
    ]


def test_an_item_that_moves_and_loses_its_last_field_leaves_no_blank_line() -> None:
    before = document(BLOCK)
    wanted = moved(item(before.governance, "b", target_date=None), "b", "now", 0)
    short = ITEM_B.replace("        targetDate: 2026-06-30\n", "")
    assert before.edit(wanted).text == document_with(BLOCK, {ITEM_A: f"{short}{ITEM_A}", ITEM_B: ""})


def test_an_item_that_is_added_follows_one_that_has_lost_its_last_field() -> None:
    before = document(BLOCK)
    lists = lists_of(item(before.governance, "b", target_date=None))
    new = pg.Initiative(id="new", title="New")
    wanted = with_lists(before.governance, {**lists, "now": (*lists["now"], new)})
    added = "        title: Second\n      - id: new\n        title: New\n"
    end = "        title: Second\n        targetDate: 2026-06-30\n"
    assert before.edit(wanted).text == document_with(BLOCK, {end: added})


def test_line_ends_of_two_kinds_stay_where_they_are() -> None:
    lines = BLOCK.splitlines(keepends=True)
    mixed = "".join(line.replace("\n", "\r\n") if index % 2 else line for index, line in enumerate(lines))
    before = document(mixed)
    wanted = item(
        without(without(before.governance, "b"), "d"), "a", owner=None, status=pg.Status.PROPOSED, tags=("x",)
    )
    after = before.edit(wanted)
    kept = after.text.splitlines(keepends=True)
    old = before.text.splitlines(keepends=True)
    assert [line for line in kept if line not in old] == [
        line.replace("[x, 'y']", "[x]") for line in old if "tags" in line
    ]
    assert after.edit(item(wanted, "a", title="New")).text.count("\r\n") == after.text.count("\r\n")


def test_a_document_with_a_text_that_is_cut_off_can_be_edited() -> None:
    before = pg.parse(HEAD + BLOCK.replace("title: Third", "title: Fix #12 pay") + TAIL, format="yaml")
    assert [finding.code for finding in before.findings] == ["PG011"]
    after = before.edit(lambda governance: governance.change("d", title="New"))
    assert changed(before, after) == ["-        title: Fourth", "+        title: New"]
