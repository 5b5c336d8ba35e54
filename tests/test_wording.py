"""How messages speak of things."""

import pytest

from productgov.wording import counted, distinct_texts, listed, quoted


@pytest.mark.parametrize(
    ("names", "text"),
    [("a", "a"), ("ab", "a and b"), ("abc", "a, b and c"), ("abcdefgh", "a, b, c, d, e and 3 more")],
)
def test_names_are_listed_and_many_are_counted(names: str, text: str) -> None:
    assert listed(list(names)) == text


@pytest.mark.parametrize(
    ("values", "texts"),
    [
        ((3, 2.5), ("3", "2.5")),
        ((160.0, 1 / 3), ("160", "0.3333")),
        ((1.00001, 1.00002), ("1.00001", "1.00002")),
        ((1.0000000001, 1.0000000002), ("1.0000000001", "1.0000000002")),
        ((5, 5.0), ("5", "5")),
    ],
)
def test_numbers_are_short_and_told_apart(values: tuple[float, ...], texts: tuple[str, ...]) -> None:
    assert distinct_texts(*values) == texts


def test_a_huge_name_is_read_from_its_start_alone() -> None:
    assert quoted("a " + "b" * 1_000_000) == '"a ' + "b" * 57 + '…"'
    assert quoted("a" + " " * 1_000_000 + "b") == '"a…"'


def test_texts_are_quoted_on_one_line_and_cut() -> None:
    assert quoted("Less\n is\tmore") == '"Less is more"'
    assert quoted("x" * 61) == f'"{"x" * 59}…"'
    assert quoted("x " * 5_000) == f'"{"x " * 29}x…"'
    assert quoted("x" + " " * 5_000 + "y") == '"x…"'


def test_things_are_counted() -> None:
    assert [counted(1, "day"), counted(2, "day")] == ["1 day", "2 days"]
