"""The name that was meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from productgov.nearest import Names, nearest


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Clam", "Calm"),
        ("calm", "Calm"),
        ("Cal", "Calm"),
        ("Calmm", "Calm"),
        ("Clm", "Calm"),
        ("Cblm", "Calm"),
        ("Fewer meetngs!", "Fewer meetings"),
    ],
)
def test_one_slip_or_most_letters_are_enough(written: str, meant: str) -> None:
    assert Names(("Calm", "Fewer meetings")).near(written).meant == meant


@pytest.mark.parametrize("written", ["Growth", "Fewer", "x", "漢字"])
def test_a_name_that_is_far_from_all_means_none(written: str) -> None:
    assert Names(("Calm", "Fewer meetings")).near(written).meant is None


def test_numbers_are_never_repaired() -> None:
    near = Names(("kpi-1",)).near("kpi-2")
    assert near.names == ("kpi-1",)
    assert near.meant is None


def test_two_near_names_are_suggested_and_none_is_written() -> None:
    near = Names(("Growth", "Grow")).near("Growt")
    assert set(near.names) == {"Growth", "Grow"}
    assert near.repair is None
    assert 'did you mean "Growth" or "Grow"?' in Names(("Growth", "Grow")).hint("Growt", "add it")


def test_names_that_differ_in_case_only_are_two() -> None:
    assert Names(("Calm", "calm")).near("clam").meant is None


def test_without_any_name_the_hint_is_what_to_do() -> None:
    assert Names(()).hint("Calm", "add it to strategicPillars") == "add it to strategicPillars"


@given(st.integers(0, 9_999), st.data())
def test_among_many_names_one_slip_is_found(number: int, data: st.DataObject) -> None:
    words = tuple(f"{first}{second}{third}" for first in "abcdefghij" for second in "klmnopqrst" for third in "uvwxyz")
    names = tuple(f"{word}-initiative" for word in words)
    name = names[number % len(names)]
    at = data.draw(st.integers(4, len(name) - 1))
    assert name in Names(names).near(name[:at] + name[at + 1 :]).names


def test_the_nearest_names_come_first_and_no_more_than_asked_for() -> None:
    known = ("startDate", "targetDate", "targetValue", "owner")
    assert nearest("target_date", known) == ("targetDate", "startDate", "targetValue")
    assert nearest("target_date", known, most=1) == ("targetDate",)
    assert nearest("reach", known) == ()
    assert nearest("clam", ("Calm", "calm"), most=1) == ("Calm",)


@pytest.mark.parametrize("known", [("Calm",), tuple(map(str, range(1_000)))])
def test_a_huge_name_is_compared_by_its_start_alone(known: tuple[str, ...]) -> None:
    for name in ("-" * 1_000_000, "x" * 1_000_000, "999" + " " * 1_000_000):
        assert set(nearest(name, known)) <= set(known)
