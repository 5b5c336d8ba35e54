"""The name that was meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from productgov.nearest import Names, nearest


@pytest.mark.parametrize(
    ("written", "meant"),
    [("Clam", "Calm"), ("calm", "Calm"), ("Calmm", "Calm"), ("fewer-meetings", "Fewer meetings")],
)
def test_what_differs_in_case_separators_or_one_slip_was_meant(written: str, meant: str) -> None:
    near = Names(("Calm", "Fewer meetings")).near(written)
    assert (near.names, near.meant) == ((meant,), meant)


@pytest.mark.parametrize("written", ["Cal", "Clm", "Cblm", "Fewer meetngs!"])
def test_a_name_that_is_near_in_another_way_is_only_suggested(written: str) -> None:
    near = Names(("Calm", "Fewer meetings")).near(written)
    assert near.names
    assert near.meant is None


def test_the_name_of_another_kind_may_have_been_meant() -> None:
    assert Names(("activation",), others=("activatoin",)).near("activatoin").meant is None
    assert Names(("activation",), others=("ACTIVATION",)).near("Activation").meant is None
    assert Names(("activation",), others=("activatioon",)).near("activatoin").meant == "activation"
    assert Names(("revenue",), others=("reveenue",)).near("Revenue").meant == "revenue"
    assert Names((), others=("revenue",)).near("Revenue").meant is None


def test_two_slips_away_from_each_other_are_two_candidates() -> None:
    assert Names(("customer",)).near("custmoer").meant == "customer"
    assert Names(("customer", "cutsmoer")).near("custmoer").meant is None
    assert Names(("customer",), others=("cutsmoer",)).near("custmoer").meant is None


def test_the_same_name_in_two_kinds_is_one() -> None:
    assert Names(("Growth",), others=("Growth",)).near("growth").meant == "Growth"


def test_a_word_that_the_document_uses_is_no_slip() -> None:
    assert Names(("contracts-signed",)).near("contacts-signed").meant == "contracts-signed"
    assert Names(("contracts-signed",), others=("New contacts",)).near("contacts-signed").meant is None


def test_names_after_the_first_are_corrected_only_in_case_and_separators() -> None:
    known = tuple(f"{word}-{'x' * 50}" for word in ("checkout", "payments", "identity"))
    names = Names(known)
    for number in range(2_000):
        names.near(f"wrong-{number}")
    assert names.near(known[0].replace("ck", "kc")) == ((), None)
    assert names.near(known[0].upper()) == ((), known[0])
    assert Names(known).near(known[0].replace("ck", "kc")).meant == known[0]


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
