"""Texts that look the same and differ."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from productgov.lookalikes import cleaned, difference, named, typographic_quotes, unquoted


@pytest.mark.parametrize(
    ("written", "known", "told"),
    [
        ("Calm ", "Calm", "it ends with a blank"),
        ("Calm", "Calm ", "the other ends with a blank"),
        ("Cafe\u0301", "Caf\u00e9", "it has é written as several characters"),
        ("Caf\u00e9", "Cafe\u0301", "the other has é written as several characters"),
        ("\u0421alm", "Calm", "it has \u0421, which is CYRILLIC CAPITAL LETTER ES (U+0421)"),
        ("Don\u2019t", "Don't", "it has \u2019, which is RIGHT SINGLE QUOTATION MARK (U+2019)"),
        ("a\u2013b", "a-b", "it has \u2013, which is EN DASH (U+2013)"),
        ("a\nb", "a b", "it has other blanks"),
        ("a\u00adb", "ab", "it has SOFT HYPHEN (U+00AD)"),
        ("calm", "Calm", ""),
        ("Calm", "Calm", ""),
        ("Calm", "Clam", ""),
    ],
)
def test_a_difference_that_cannot_be_seen_is_told(written: str, known: str, told: str) -> None:
    assert difference(written, known) == told


@given(st.text(max_size=8), st.text(max_size=8))
def test_a_difference_is_told_in_both_directions_or_in_none(first: str, second: str) -> None:
    assert bool(difference(first, second)) == bool(difference(second, first))


def test_characters_are_named() -> None:
    assert [named(c) for c in "\u00a0\u0000"] == ["NO-BREAK SPACE (U+00A0)", "U+0000"]


def test_quotes_are_seen_around_a_whole_text_only() -> None:
    assert [typographic_quotes(text) for text in ("“a”", "“a” “b”", "a", "“”")] == ["“”", "", "", ""]
    assert [unquoted(text) for text in ("“ a ”", "a")] == ["a", "a"]


def test_a_text_is_cleaned_of_what_cannot_be_seen() -> None:
    assert cleaned(" a ") == ("a", "")
    assert cleaned("a\u00a0b\u200b") == ("a b", "the NO-BREAK SPACE (U+00A0)")
    assert cleaned("„a“") == ("a", "the quotes „ “")


def test_very_long_texts_are_not_compared() -> None:
    assert difference("a" * 199 + " ", "a" * 199) == "it ends with a blank"
    assert difference("a" * 200 + " ", "a" * 200) == ""
