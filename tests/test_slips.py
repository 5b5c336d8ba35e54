"""The criterion for repairs: only what cannot be another word."""

from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from productgov.slips import folded, slipped_word, words_of

WORD = st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=10)
NAME = st.lists(WORD | st.integers(0, 999).map(str), min_size=1, max_size=4).map("-".join)
LONG_WORD = st.permutations("abcdefghijklmnopqrstuvwxyz").map(lambda letters: "".join(letters[:10]))
"""In most places of such a word, a letter can be swapped, dropped or doubled by a slip."""
CHANGES = ("swap", "drop", "double") * 3 + ("add", "change")
"""Most are of the kinds that can be slips."""


@pytest.mark.parametrize(
    ("written", "known"),
    [
        ("mau", "dau"),
        ("arr", "mrr"),
        ("ctr", "cvr"),
        ("Truth", "Trust"),
        ("Data", "Date"),
        ("api", "app"),
        ("Unsafe", "Safe"),
        ("no-churn", "churn"),
        ("unpaid-users", "paid-users"),
        ("inactive-users", "active-users"),
        ("deactivation", "activation"),
        ("unsubscribed", "subscribed"),
        ("inbound-leads", "outbound-leads"),
        ("internal-users", "external-users"),
        ("gross-margin", "cross-margin"),
        ("signin-rate", "signup-rate"),
        ("cost-per-fire", "cost-per-hire"),
        ("few-users", "new-users"),
        ("signup-rate-b", "signup-rate-a"),
        ("revenue-us", "revenue-eu"),
        ("retention-b2b", "retention-b2c"),
        ("team-b", "team-a"),
        ("Phase II", "Phase I"),
        ("Phase XVIII", "Phase XVII"),
        ("Series AA", "Series A"),
        ("kpi-1", "kpi-2"),
        ("kpi-11", "kpi-1"),
        ("version-1.1", "version-11"),
        ("cut -5 %", "cut 5 %"),
        ("C++", "C"),
        ("customer", "customers"),
        ("princes", "princess"),
        ("needles", "needless"),
        ("boats", "boast"),
        ("consumer", "consume"),
        ("Fördern", "Fordern"),
        ("form", "forms"),
        ("eactivation", "activation"),
        ("aactivation", "activation"),
        ("activationn-rate", "activation"),
        ("users-active", "active-users"),
        ("activationrate", "activatoin-rate"),
        ("growt", "growth"),
        ("grwth", "growth"),
    ],
)
def test_what_can_be_another_word_is_never_a_slip(written: str, known: str) -> None:
    for one, other in ((written, known), (known, written)):
        assert folded(one) != folded(other)
        assert slipped_word(one, other) is None


@pytest.mark.parametrize(
    ("written", "known", "word"),
    [
        ("Growht", "Growth", "growht"),
        ("Clam", "Calm", "clam"),
        ("activaton", "activation", "activaton"),
        ("activaation rate", "Activation rate", "activaation"),
        ("week1-chekout", "week1-checkout", "chekout"),
        ("Planing takes too long", "Planning takes too long", "planing"),
        ("Calmm", "Calm", "calmm"),
    ],
)
def test_a_slip_in_one_word_is_found(written: str, known: str, word: str) -> None:
    assert slipped_word(written, known) == word
    assert slipped_word(known, written) in words_of(known)


@pytest.mark.parametrize(
    "written", ["Weekly Active.Users", "weekly_active-users", "weeklyActiveUsers", " weekly  active\u00a0users ", "WAU"]
)
def test_case_and_separators_make_no_difference(written: str) -> None:
    assert (folded(written) == folded("weekly-active-users")) is (written != "WAU")


def test_the_two_ways_of_writing_an_accent_are_the_same() -> None:
    assert folded("Cafe\u0301") == folded("Caf\u00e9") != folded("Cafe")


@given(st.lists(WORD | st.integers(0, 999), min_size=2, max_size=4), st.data())
def test_separators_count_between_two_numbers_only(parts: list[str | int], data: st.DataObject) -> None:
    separators = data.draw(st.lists(st.sampled_from("-_. "), min_size=len(parts), max_size=len(parts)))
    name = "-".join(map(str, parts))
    assert folded("".join(f"{part}{mark}" for part, mark in zip(parts, separators, strict=True)).upper()) == folded(
        name
    )
    numbers = any(isinstance(one, int) and isinstance(other, int) for one, other in pairwise(parts))
    assert (folded(name.replace("-", "")) == folded(name)) is not numbers


@given(NAME | LONG_WORD, st.data())
def test_a_slip_keeps_all_numbers_short_words_first_letters_and_letters_but_one(name: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(name) - 1))
    change = data.draw(st.sampled_from(CHANGES))
    letter = data.draw(st.sampled_from("abcdefghijklmnopqrstuvwxyz0123456789"))
    head, tail = name[:at], name[at:]
    written = {
        "swap": head + tail[1:2] + tail[:1] + tail[2:],
        "drop": head + tail[1:],
        "double": head + tail[:1] + tail,
        "add": head + letter + tail,
        "change": head + letter + tail[1:],
    }[change]
    word = slipped_word(written, name)
    assume(word is not None)
    mine, theirs = words_of(written), words_of(name)
    assert len(mine) == len(theirs)
    [(one, other)] = [(one, other) for one, other in zip(mine, theirs, strict=True) if one != other]
    assert word == one
    assert one.isalpha()
    assert other.isalpha()
    assert min(len(one), len(other)) >= 4
    assert one[0] == other[0]
    assert (len(one) == len(other)) is (sorted(one) == sorted(other))
    assert slipped_word(name, written) == other
