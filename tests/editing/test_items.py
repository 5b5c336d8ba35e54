"""Which item became which: what is renamed keeps its lines, what is new is written as its neighbours are."""

import attrs
import pytest

import productgov as pg
from tests.support.changed import lists_of, with_lists
from tests.support.edited import TAIL, changed, document, document_with, item, moved, without
from tests.support.extras import needs

pytestmark = needs("yaml")
ROADMAP = "roadmap: {timeHorizon: {}}\n"


def reviews(product: str, strategy: str, portfolio: str) -> pg.Document:
    return document(
        ROADMAP,
        tail=f"""\
metrics: {{northStarMetric: Meals}}
reviews:
  productReview: {{frequency: weekly, participants: {product}}}
  strategyReview: {{frequency: weekly, participants: {strategy}}}
  portfolioReview: {{frequency: weekly, participants: {portfolio}}}
""",
    )


def with_participants(governance: pg.ProductGovernance, *roles: pg.Role) -> pg.ProductGovernance:
    review = attrs.evolve(governance.reviews.product_review, participants=roles)
    return attrs.evolve(governance, reviews=attrs.evolve(governance.reviews, product_review=review))


@pytest.mark.parametrize(
    ("strategy", "portfolio", "written"),
    [
        ("[Bo]", "[Cy]", "Di"),
        ("[{title: Bo}]", "[Cy]", "Di"),
        ("[{title: Bo}]", "[{title: Cy}]", "{title: Di}"),
        ("[{title: Bo}, {title: Cy}]", "[{title: Ed}]", "{title: Di}"),
        ("[{title: Bo, name: Cy}]", "[{title: Ed, name: Fi}, {title: Gus, name: Hal}]", "Di"),
    ],
)
def test_a_new_role_is_short_where_more_are_short_than_could_be_and_are_not(
    strategy: str, portfolio: str, written: str
) -> None:
    before = reviews("[Al, Ann]", strategy, portfolio)
    roles = (*before.governance.reviews.product_review.participants, pg.Role(title="Di"))
    after = before.edit(with_participants(before.governance, *roles))
    assert after.text == before.text.replace("[Al, Ann]", f"[Al, Ann, {written}]")


PARTICIPANTS = """
roadmap: {timeHorizon: {}}
metrics: {northStarMetric: Meals}
reviews:
  productReview:
    frequency: weekly
    participants:
      - Al  # runs it
      - 'Bo'
  strategyReview: {frequency: weekly, participants: [Al]}
  portfolioReview: {frequency: weekly, participants: [Al]}
"""


@pytest.mark.parametrize(
    ("roles", "lines"),
    [
        ((pg.Role(title="Cy"), pg.Role(title="Bo")), ["-      - Al  # runs it", "+      - Cy  # runs it"]),
        ((pg.Role(title="Al"), pg.Role(title="Cy")), ["-      - 'Bo'", "+      - 'Cy'"]),
        (
            (pg.Role(title="Al", name="Cy"), pg.Role(title="Bo")),
            ["-      - Al  # runs it", "+      - {title: Al, name: Cy}"],
        ),
    ],
)
def test_a_role_of_one_word_becomes_another_in_its_place(roles: tuple[pg.Role, ...], lines: list[str]) -> None:
    before = document("", tail=PARTICIPANTS)
    assert changed(before, before.edit(with_participants(before.governance, *roles))) == lines


ITEMS = """\
roadmap:
  timeHorizon:
    now:
      - {id: a, title: First}
      - {id: b, title: Second}
      - {id: c, title: Third}
  dependencies:
    - {from: a, to: b}  # why
    - {from: b, to: c}
"""


@pytest.mark.parametrize(
    ("from_", "to", "line"), [("a", "c", "    - {from: a, to: c}  # why"), ("c", "a", "    - {from: c, to: a}")]
)
def test_a_dependency_that_has_nothing_of_another_is_a_new_one(from_: str, to: str, line: str) -> None:
    before = document(ITEMS)
    first = pg.Dependency(from_=from_, to=to)
    roadmap = before.governance.roadmap
    wanted = attrs.evolve(
        before.governance, roadmap=attrs.evolve(roadmap, dependencies=(first, *roadmap.dependencies[1:]))
    )
    assert before.edit(wanted).text == document_with(ITEMS, {"    - {from: a, to: b}  # why": line})


@pytest.mark.parametrize(
    ("fields", "is_renamed"),
    [
        ({"title": "New", "tags": ("x", "y")}, True),
        ({"title": "New", "tags": ("x",)}, False),
        ({"title": "First", "tags": ()}, True),
        ({"title": "New", "tags": ("x", "y"), "theme": "Food"}, False),
    ],
)
def test_an_item_with_another_id_and_half_of_what_it_said_is_the_same(
    fields: dict[str, object], *, is_renamed: bool
) -> None:
    roadmap = "roadmap:\n  timeHorizon:\n    now:\n      # of a\n      - {id: a, title: First, tags: [x, y]}\n"
    before = document(roadmap)
    after = before.edit(item(before.governance, "a", id="z", **fields))
    assert ("# of a" in after.text) is is_renamed
    assert after.rewritten == ()


OBJECTIVES = """\
roadmap: {timeHorizon: {}}
objectives:
  - {id: o, title: 'Quoted', period: 2026-Q1, keyResults: [{id: k, title: "Of o", milestone: Done}]}
  - id: p
    title: Plain
    period: 2026-Q1
    keyResults:
      # why
      - id: l
        title: Of p
        milestone: Done
      - {id: m, title: Of p too, milestone: 'Done'}
"""
ONE = "  - {id: o, title: 'Quoted', period: 2026-Q1, keyResults: [{id: k, title: \"Of o\", milestone: Done}]}\n"
BLOCK = "      # why\n      - id: l\n        title: Of p\n        milestone: Done\n"
INLINE = "      - {id: m, title: Of p too, milestone: 'Done'}\n"


@pytest.mark.parametrize(
    ("index", "replaced"),
    [
        (
            0,
            {
                ONE: (
                    "  - id: o\n    title: 'Quoted'\n    period: 2026-Q1\n    keyResults:\n"
                    f'      - {{id: k, title: "Of o", milestone: Done}}\n{BLOCK}'
                ),
                BLOCK: "",
            },
        ),
        (1, {ONE: ONE.replace("}]}", "}, {id: m, title: Of p too, milestone: 'Done'}]}"), INLINE: ""}),
    ],
)
def test_a_bracket_around_a_bracket_is_opened_for_lines_and_keeps_what_it_says(
    index: int, replaced: dict[str, str]
) -> None:
    before = document(OBJECTIVES)
    one, other = before.governance.objectives
    results = list(other.key_results)
    taken = results.pop(index)
    wanted = attrs.evolve(
        before.governance,
        objectives=(
            attrs.evolve(one, key_results=(*one.key_results, taken)),
            attrs.evolve(other, key_results=tuple(results)),
        ),
    )
    after = before.edit(wanted)
    assert after.text == document_with(OBJECTIVES, replaced)
    assert after.rewritten == ()


@pytest.mark.parametrize(
    ("id", "later"),
    [
        ("g", "\n      - {id: b, title: 'Second'}\n      - {id: g, title: Seventh, status: done}  # of g"),
        ("h", " [{id: b, title: 'Second'}, {id: h, title: 'Eighth', status: done}]"),
    ],
)
def test_a_bracket_gets_lines_for_an_item_with_a_comment_and_for_no_other(id: str, later: str) -> None:
    roadmap = """\
roadmap:
  timeHorizon:
    later: [{id: b, title: 'Second'}]
  delivered:
    - {id: f, title: Sixth, status: done}
    - {id: g, title: Seventh, status: done}  # of g
    - {id: h, title: 'Eighth', status: done}
"""
    before = document(roadmap)
    after = before.edit(moved(before.governance, id, "later"))
    gone = next(line for line in roadmap.splitlines(keepends=True) if f"id: {id}" in line)
    assert after.text == document_with(roadmap, {" [{id: b, title: 'Second'}]": later, gone: ""})


@pytest.mark.parametrize(("between", "gap"), [("\n", "\n"), ("", "")])
def test_a_second_item_is_spaced_as_other_lists_are(between: str, gap: str) -> None:
    items = f"      -  id: a\n         title: First\n{between}      -  id: b\n         title: Second\n"
    roadmap = f"roadmap:\n  timeHorizon:\n    now:\n{items}    later:\n      -  id: c\n         title: Third\n"
    before = document(roadmap)
    lists = lists_of(before.governance)
    new = pg.Initiative(id="new", title="New")
    after = before.edit(with_lists(before.governance, {**lists, "later": (*lists["later"], new)}))
    third = "         title: Third\n"
    assert after.text == document_with(roadmap, {third: f"{third}{gap}      -  id: new\n         title: New\n"})


def test_an_item_that_moves_and_one_that_takes_its_id_are_two() -> None:
    roadmap = "roadmap:\n  timeHorizon:\n    now:\n      # of a\n      - {id: a, title: First}\n    later: []\n"
    before = document(roadmap)
    lists = lists_of(before.governance)
    new = pg.Initiative(id="b", title="Other words")
    after = before.edit(with_lists(before.governance, {**lists, "now": (new,), "later": lists["now"]}))
    moved_item = "      # of a\n      - {id: a, title: First}\n"
    assert after.text == document_with(
        roadmap, {moved_item: "      - {id: b, title: Other words}\n", "    later: []\n": f"    later:\n{moved_item}"}
    )
    assert after.edit(without(after.governance, "b")).text == document_with(
        roadmap, {f"now:\n{moved_item}": "now: []\n", "    later: []\n": f"    later:\n{moved_item}"}
    )


def test_new_fields_come_after_the_field_before_them_in_the_usual_order() -> None:
    roadmap = "roadmap:\n  timeHorizon:\n    now:\n      - title: First\n        owner: PM\n        id: a\n"
    before = document(roadmap)
    after = before.edit(item(before.governance, "a", theme="Food", tags=("x",), description="Words"))
    assert after.text == document_with(
        roadmap,
        {
            "title: First\n": "title: First\n        description: Words\n",
            "owner: PM\n": "owner: PM\n        theme: Food\n        tags: [x]\n",
        },
    )


def test_an_empty_object_receives_its_first_fields() -> None:
    for empty in ("{}", "{\n  }", "{ }"):
        before = document(f"roadmap: {{timeHorizon: {empty}}}\n")
        lists = lists_of(before.governance)
        after = before.edit(with_lists(before.governance, {**lists, "now": (pg.Initiative(id="a", title="First"),)}))
        assert after.text == document_with("roadmap: {timeHorizon: {now: [{id: a, title: First}]}}\n", {" ": " "})


def test_an_item_that_moves_keeps_its_comments_when_something_else_is_written_anew() -> None:
    items = "      # of a\n      - {id: a, title: First}\n"
    roadmap = f"roadmap:\n  timeHorizon:\n    now:\n{items}    later: []\n"
    before = document("", tail=f"{TAIL}{roadmap}x-note: |\n  no line end")
    wanted = moved(before.governance, "a", "later")
    wanted = attrs.evolve(wanted, extensions=pg.Extensions({**wanted.extensions, "x-other": 1}))
    after = before.edit(wanted)
    assert f"    now: []\n    later:\n{items}x-note" in after.text
    assert after.rewritten == ("/x-note",)


def test_an_item_that_moves_and_loses_its_last_field_keeps_to_its_line_breaks() -> None:
    items = "      - id: a\r\n        title: First\r\n        theme: Food\n      - id: b\r\n        title: Second\r\n"
    roadmap = (
        f"roadmap:\r\n  timeHorizon:\r\n    now:\r\n{items}    later:\r\n      - id: c\r\n        title: Third\r\n"
    )
    before = document(roadmap)
    after = before.edit(moved(item(before.governance, "a", theme=None), "a", "later"))
    a = "      - id: a\r\n        title: First\r\n"
    assert "\n\r\n" not in after.text
    assert after.text.endswith(f"Third\r\n{a}{TAIL}")
    assert after.rewritten == ()


def test_lists_that_are_said_to_be_empty_are_as_good_as_none() -> None:
    end = "objectives: []\nteams: []\n"
    before = document(f"{ROADMAP}{end}")
    after = before.edit(attrs.evolve(before.governance, name="New"))
    assert after.text == f"name: New\n{before.text}"


def test_what_the_document_says_nowhere_is_not_said_for_short() -> None:
    tail = TAIL.replace(
        "{northStarMetric: Meals}", "\n  northStarMetric: meals\n  outputMetrics:\n  - {id: meals, name: Meals}"
    )
    before = document(ROADMAP, tail=tail)
    metrics = before.governance.metrics
    kpi = attrs.evolve(metrics.output_metrics[0], target=pg.Target(value=9))
    after = before.edit(attrs.evolve(before.governance, metrics=attrs.evolve(metrics, output_metrics=(kpi,))))
    assert after.text == before.text.replace("name: Meals}", "name: Meals, target: {value: 9}}")


def test_of_two_copies_of_an_item_that_leaves_its_list_one_takes_its_lines() -> None:
    items = "      # of a\n      - {id: a, title: First}\n"
    before = document(f"roadmap:\n  timeHorizon:\n    now:\n{items}    next: []\n    later: []\n")
    lists = lists_of(before.governance)
    wanted = with_lists(before.governance, {**lists, "now": (), "next": lists["now"], "later": lists["now"]})
    after = before.edit(wanted)
    assert after.text.count("# of a") == 1
    assert after.text.count("id: a") == 2
