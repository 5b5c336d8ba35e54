"""JSON Pointers are written and read as RFC 6901 says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from productgov.errors import InvalidValueError
from productgov.paths import LONGEST_POINTER, bounded_pointer, from_pointer, to_pointer

TOKENS = st.lists(st.text(max_size=8) | st.integers(min_value=0, max_value=10**6)).map(tuple)


@pytest.mark.parametrize(
    ("tokens", "pointer"),
    [
        ((), ""),
        (("",), "/"),
        (("foo", 0), "/foo/0"),
        (("a/b",), "/a~1b"),
        (("m~n",), "/m~0n"),
        (("~1",), "/~01"),
        ((" ",), "/ "),
        (("007",), "/007"),
    ],
)
def test_the_examples_of_the_standard(tokens: tuple[str | int, ...], pointer: str) -> None:
    assert to_pointer(tokens) == pointer
    assert from_pointer(pointer) == tokens


@given(TOKENS)
def test_every_path_survives_as_text(tokens: tuple[str | int, ...]) -> None:
    assert tuple(map(str, from_pointer(to_pointer(tokens)))) == tuple(map(str, tokens))


@given(st.text())
def test_what_is_read_is_written_again_as_it_was(text: str) -> None:
    try:
        tokens = from_pointer(text)
    except InvalidValueError:
        return
    assert to_pointer(tokens) == text


@pytest.mark.parametrize("text", ["a", "a/b", "#/a", "/~", "/~2", "/a~"])
def test_what_is_no_pointer_is_refused_with_the_rule(text: str) -> None:
    with pytest.raises(InvalidValueError, match="starts with '/'"):
        from_pointer(text)


def test_a_token_too_long_for_an_index_stays_a_text() -> None:
    assert from_pointer("/" + "9" * 5000) == ("9" * 5000,)


@given(TOKENS)
def test_a_bounded_pointer_is_the_pointer_where_that_is_short(tokens: tuple[str | int, ...]) -> None:
    pointer = to_pointer(tokens)
    if len(pointer) <= LONGEST_POINTER:
        assert bounded_pointer(tokens) == pointer


@given(st.lists(st.text(max_size=8) | st.just("~" * 400) | st.just("K" * 5_000)).map(tuple))
def test_a_bounded_pointer_leads_to_the_value_or_to_a_parent(tokens: tuple[str, ...]) -> None:
    pointer = bounded_pointer(tokens)
    assert len(pointer) <= LONGEST_POINTER
    assert to_pointer(tokens).startswith(pointer)
    assert tuple(map(str, from_pointer(pointer))) == tokens[: pointer.count("/")]


@pytest.mark.parametrize(
    ("tokens", "kept"),
    [
        (("a", "K" * 996), 2),
        (("a", "K" * 997), 2),
        (("a", "K" * 998), 1),
        (("a", "K" * 995 + "/"), 2),
        (("a", "K" * 996 + "/"), 1),
        (("K" * 1_000, "a"), 0),
    ],
)
def test_a_bounded_pointer_ends_before_the_key_that_is_too_long(tokens: tuple[str, ...], kept: int) -> None:
    assert bounded_pointer(tokens) == to_pointer(tokens[:kept])
