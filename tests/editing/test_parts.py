"""The parts that edits are made of."""

import pytest

from productgov.editing.edits import Change, Edit, applied, disjoint
from productgov.editing.scalars import BlockText, block_text
from productgov.editing.wanted import Wanted, differences, same


def test_edits_at_one_place_are_made_in_order_those_that_only_add_first() -> None:
    edits = [Edit(2, 4, "z"), Edit(2, 2, "x"), Edit(0, 1, ""), Edit(2, 2, "w"), Edit(3, 3, "y")]
    assert applied("abcdef", edits) == "bxwzyef"
    assert applied("abcdef", edits[:2], 2, 5) == "xze"


def test_changes_that_overlap_become_one() -> None:
    overlapping = [Change(2, 4, "", ()), Change(3, 3, "y", ("a",)), Change(2, 2, "x", ())]
    changes = [Change(0, 1, "w", ()), *overlapping, Change(4, 5, "z", ())]
    made = disjoint(changes)
    assert made == [Change(0, 1, "w", ()), Change(2, 4, "xy", ()), Change(4, 5, "z", ())]
    assert applied("abcdef", made) == applied("abcdef", changes)


@pytest.mark.parametrize(
    ("one", "other", "paths"),
    [
        (1, 1, []),
        (1, 1.0, [()]),
        (0.0, -0.0, [()]),
        (2.5, 2.5, []),
        (1, True, [()]),
        ({"a": [1, 2]}, {"a": [1, 3]}, [("a", 1)]),
        ({"a": [1, 2]}, {"a": [1]}, [("a",)]),
        ({"a": 1}, {"b": 1}, [()]),
        ([{"a": 1, "b": 2}, None], [{"a": 2, "b": 3}, None], [(0, "a"), (0, "b")]),
    ],
)
def test_the_smallest_parts_that_differ(one: object, other: object, paths: list[object]) -> None:
    assert differences(one, other) == paths
    assert same(one, other) is not bool(paths)


def test_a_wanted_value_knows_where_it_was() -> None:
    kept = Wanted.as_it_was({"b": [1, {"c": 2}]}, ("x", 5)).opened()
    assert kept.plain() == {"b": [1, {"c": 2}]}
    assert kept.fields is not None
    opened = Wanted(origin=("x", 5), fields={"b": kept.fields["b"].opened(), "new": Wanted(value=1)})
    assert opened.origin_at(("b", 1)) == ("x", 5, "b", 1)
    assert opened.origin_at(("b", 1, "c", "d")) == ("x", 5, "b", 1)
    assert opened.origin_at(("new",)) == ("x", 5)
    assert Wanted(value=1).opened().origin_at(()) == ()
    assert Wanted.as_it_was(1, ("a",)).opened().value == 1


@pytest.mark.parametrize(
    ("text", "style", "width", "block"),
    [
        ("one\ntwo", "|", 0, BlockText("|-", ("one", "two"))),
        ("one\n\ntwo\n", "|", 0, BlockText("|", ("one", "", "two"))),
        ("one two\nthree\n", ">", 0, BlockText(">", ("one two", "", "three"))),
        ("one two  three", ">", 5, BlockText(">-", ("one", "two  three"))),
        ("one\n\ntwo", ">", 0, None),
        ("one\n two", ">", 0, None),
        ("one\n\n", "|", 0, None),
        (" one", "|", 0, None),
        ("\none", "|", 0, None),
        ("", "|", 0, None),
        ("\t", "|", 0, None),
        ("a\x07", "|", 0, None),
        (5, "|", 0, None),
    ],
)
def test_a_text_as_a_block(text: object, style: str, width: int, block: BlockText | None) -> None:
    assert block_text(text, style, width=width) == block
    if not width:
        assert block_text(text, style) == block
