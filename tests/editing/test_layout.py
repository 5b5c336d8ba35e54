"""The lines of a text: where they begin and end, which comments stand at them, what is left when some go."""

import pytest

from productgov.editing.edits import Edit, applied
from productgov.editing.layout import Layout
from productgov.editing.pieces import Piece, shifted

MIXED = "a: 1\r\n  # of b\n  b\r\n\n \tc"
A, COMMENT, B, EMPTY, C = 0, 6, 15, 20, 21


def test_a_line_knows_where_it_begins_and_ends_whatever_its_line_break() -> None:
    layout = Layout(MIXED)
    starts = [A, COMMENT, B, EMPTY, C]
    assert [layout.line(offset) for offset in (3, 7, 16, 20, 23)] == starts
    assert [layout.line(start) for start in starts] == starts
    assert [layout.end(start) for start in starts] == [4, 14, 18, 20, 24]
    assert [layout.next_line(start) for start in starts] == [COMMENT, B, EMPTY, C, 24]
    assert [layout.previous_end(start) for start in starts] == [0, 4, 14, 18, 20]
    assert [layout.column(start + 2) for start in starts[:3]] == [2, 2, 2]
    assert [layout.indent(start) for start in starts] == [0, 2, 2, 0, 1]


def test_a_line_break_is_that_of_its_line_and_at_the_end_that_of_the_line_before() -> None:
    assert [Layout(MIXED).line_break(start) for start in (A, COMMENT, B, EMPTY, C)] == [
        "\r\n",
        "\n",
        "\r\n",
        "\n",
        "\n",
    ]
    assert Layout("a\n\r\nb").line_break(3) == "\r\n"
    assert Layout("a\n\r\nb").line_break(0) == "\n"
    assert Layout("a").line_break(0) == "\n"


def test_white_space_before_a_character_leaves_it_the_first_of_its_line() -> None:
    layout = Layout(MIXED)
    assert layout.begins_line(B + 2)
    assert layout.begins_line(C + 2)
    assert not layout.begins_line(3)


@pytest.mark.parametrize(
    ("text", "start", "end", "blank"),
    [
        ("a\n\nb", 1, 3, True),
        ("a\n \t\r\nb", 1, 6, True),
        ("a\nb\n\nc", 1, 3, False),
        ("a\n# c\nb", 1, 6, False),
    ],
)
def test_a_line_of_white_space_between_two_others_is_blank(text: str, start: int, end: int, *, blank: bool) -> None:
    assert Layout(text).has_blank_line(start, end) is blank


@pytest.mark.parametrize(
    ("text", "column", "after", "start"),
    [
        ("  # one\n  # two\n  - a", 2, 0, 0),
        ("# one\n  # two\n  - a", 2, 0, 6),
        ("# one\n  # two\n  - a", None, 0, 0),
        ("# one\r\n\t# two\r\n- a", None, 0, 0),
        ("  # one\n  # two\n  - a", 2, 8, 8),
        ("  # one\n  # two\n  - a", 2, 16, 16),
        ("  # one\n  # two\n  - a", 2, 3, 8),
        ("# one\n\n# two\n- a", 0, 0, 7),
        ("a\n- a", 0, 0, 2),
    ],
)
def test_comments_above_a_line_are_those_directly_above_it(
    text: str, column: int | None, after: int, start: int
) -> None:
    layout = Layout(text)
    assert layout.comments_above(layout.line(len(text)), column, after=after) == start


@pytest.mark.parametrize(
    ("text", "column", "end"),
    [
        ("- a\n  # one\n  # two\n- b", 0, 19),
        ("- a\n  # one\r\n# two\n- b", 0, 11),
        ("  - a\n  # one\n", 2, 5),
        ("- a\n  b\n  # one\n", 0, 3),
        ("- a\n  # one", 0, 11),
        ("- a\n", 0, 3),
    ],
)
def test_comments_below_a_place_are_those_further_right(text: str, column: int, end: int) -> None:
    assert Layout(text).comments_below(0, column) == end


@pytest.mark.parametrize(
    ("text", "ranges", "left"),
    [
        ("a\nb\nc\nd", [(2, 3)], "a\nc\nd"),
        ("a\nb\nc\nd", [(2, 3), (4, 5)], "a\nd"),
        ("a\nb\nc\nd", [(2, 3), (6, 7)], "a\nc"),
        ("a\r\nb\nc", [(3, 4)], "a\r\nc"),
        ("a\nb\r\nc", [(2, 3)], "a\nc"),
        ("a\nb\r\n", [(2, 3)], "a\n"),
        ("a\nb\nc\nd\ne\nf", [(2, 3), (6, 7), (8, 9)], "a\nc\nf"),
    ],
)
def test_lines_go_and_the_line_break_before_them_is_left(text: str, ranges: list[tuple[int, int]], left: str) -> None:
    assert applied(text, [Edit(*cut) for cut in Layout(text).without_lines(ranges)]) == left


def test_nothing_but_the_lines_is_cut_where_the_line_breaks_are_the_same() -> None:
    assert list(Layout("a\nb\nc").without_lines([(2, 3)])) == [(1, 3, "")]


def test_above_the_first_line_there_are_no_comments() -> None:
    assert Layout("- a\n# b").comments_above(0, None, after=0) == 0


@pytest.mark.parametrize(
    ("text", "by", "first", "moved"),
    [
        ("a\n  b\n\n c", 2, False, "a\n    b\n\n   c"),
        ("a\n  b\r\n\r\n c", 1, True, " a\n   b\r\n\r\n  c"),
        ("  a\n   b\n c\n", -2, True, "a\n b\nc\n"),
        ("  a\n   b", -2, False, "  a\n b"),
        ("  a\n  b", 0, True, "  a\n  b"),
        (" a", 3, False, " a"),
    ],
)
def test_a_text_moves_to_the_right_and_to_the_left_as_far_as_there_are_blanks(
    text: str, by: int, moved: str, *, first: bool
) -> None:
    assert shifted(text, by, first=first) == moved


def test_a_piece_needs_lines_for_its_form_and_for_comments_that_it_had_in_lines() -> None:
    assert Piece(text="|\n a", column=2, is_block=True).needs_lines
    assert Piece(text="a", column=2, lines="- a  # of it", behind="  # of it").needs_lines
    assert Piece(text="a", column=2, lines="# of it\n- a", above=("# of it",)).needs_lines
    assert not Piece(text="a", column=2, lines="- a").needs_lines
    assert not Piece(text="a", column=2, behind="  # of it").needs_lines


def test_a_piece_is_an_item_or_a_part_wherever_it_comes_to_stand() -> None:
    piece = Piece(text="{a: 1,\n   b: 2}", column=2, above=("# one", "# two"), behind="  # of it")
    assert piece.as_item(4, "\n", gap="  ") == "    # one\n    # two\n    -  {a: 1,\n        b: 2}  # of it"
    assert piece.as_part(4, "\r\n", comma=",") == "    # one\r\n    # two\r\n    {a: 1,\n     b: 2},  # of it"
    item = Piece(text="a", column=6, lines="    # one\n    - a\n      # two", dash=4)
    assert item.as_item(2, "\n", gap=" ") == "  # one\n  - a\n    # two"
