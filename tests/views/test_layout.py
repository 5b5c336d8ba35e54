"""Text in columns, as a terminal shows it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from productgov.views.layout import cut, fitted, hanging, joined, packed, pad, side_by_side, width, wrap
from productgov.wording import one_line


@pytest.mark.parametrize(("text", "columns"), [("abc", 3), ("漢字", 4), ("e\u0301", 1), ("", 0), ("👩\u200d🍳", 4)])
def test_a_width_is_what_a_terminal_shows(text: str, columns: int) -> None:
    assert width(text) == columns


def test_a_text_on_one_line_cannot_move_the_cursor_or_turn_the_reading_direction() -> None:
    assert one_line(" a\n\tb  c ") == "a b c"
    assert one_line("a\u202eb\u001bc") == "a\\u202eb\\u001bc"


def test_what_is_too_long_is_cut_with_an_ellipsis() -> None:
    assert cut("abcdef", 6) == "abcdef"
    assert cut("abcdefg", 6) == "abcde…"
    assert cut("漢字漢字", 6) == "漢字…"


def test_words_are_wrapped_and_long_ones_broken() -> None:
    assert wrap("one two three", 7) == ["one two", "three"]
    assert wrap("one two three", 7, indent="  ") == ["one two", "  three"]
    assert wrap("abcdefghij kl", 4) == ["abcd", "efgh", "ij", "kl"]
    assert wrap("", 4) == []
    assert wrap("  \n ", 4) == []


@given(st.text(st.characters(exclude_categories=["Cs"])), st.integers(4, 40), st.sampled_from(["", "  "]))
def test_wrapped_lines_fit_and_lose_nothing_but_blanks(text: str, columns: int, indent: str) -> None:
    lines = wrap(text, columns, indent=indent)
    assert all(width(line) <= columns for line in lines)
    assert "".join("".join(lines).split()) == "".join(one_line(text).split())


def test_cells_stand_side_by_side() -> None:
    assert side_by_side([["a", "b"], ["c"]], 3) == ["a   │ c", "b   │"]
    assert side_by_side([], 3) == []
    assert pad("漢", 3) == "漢 "


def test_parts_are_joined_by_dots_where_there_are_any() -> None:
    assert joined(["a", "", "b"]) == "a · b"


def test_as_many_parts_stand_on_a_line_as_fit() -> None:
    assert packed(["one", "", "two", "a third part"], 14) == ["one · two", "a third part"]
    assert packed(["one", "a part that is long"], 9) == ["one", "a part", "that is", "long"]
    assert packed(["", ""], 9) == []


def test_further_lines_are_indented_a_little_where_the_head_is_long() -> None:
    assert hanging("id: ", "one two three four", 14) == ["id: one two", "    three four"]
    assert hanging("  a-long-head: ", "one two", 20) == ["  a-long-head: one", "      two"]
    assert hanging("a head: ", "x" * 17, 24) == ["a head:", f"    {'x' * 17}"]
    assert fitted("  fits", 6) == ["  fits"]
    assert fitted("  one two three", 11) == ["  one two", "      three"]
