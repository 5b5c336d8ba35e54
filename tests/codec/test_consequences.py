"""What follows from another mistake is not told as well; everything else is."""

import pytest

from productgov.codec.strict.consequences import without_consequences
from productgov.found import Found, Rename, Write
from productgov.paths import Path

ITEM = ("roadmap", "timeHorizon", "now", 1)
OTHER = ("roadmap", "timeHorizon", "now", 0)


def told(*mistakes: Found, data: object = None, twice: tuple[Path, ...] = ()) -> list[Found]:
    return list(without_consequences(mistakes, data, twice))


def mistake(code: str, path: Path, proposal: Rename | Write | None = None) -> Found:
    return Found(path, "a message", "a hint", code=code, proposal=proposal)


def test_what_the_first_of_two_values_lacks_may_be_in_the_second() -> None:
    assert told(mistake("PG004", ITEM), twice=(ITEM,)) == []


@pytest.mark.parametrize("twice", [(), (OTHER,), ((*ITEM, "title"),), (ITEM[:-1],)])
def test_what_any_other_object_lacks_is_told(twice: tuple[Path, ...]) -> None:
    lacks = mistake("PG004", ITEM)
    assert told(lacks, twice=twice) == [lacks]


def holding(title: object) -> object:
    """A document in which only the second item of now has a title, and that is this value."""
    return {"roadmap": {"timeHorizon": {"now": [{}, {"title": title}]}}}


def test_a_first_value_of_null_is_no_value_yet() -> None:
    title = (*ITEM, "title")
    wrong = mistake("PG005", title)
    assert told(wrong, data=holding(None), twice=(title,)) == []
    assert told(wrong, data=holding(None)) == [wrong]
    assert told(wrong, data=holding(5), twice=(title,)) == [wrong]


@pytest.mark.parametrize("code", ["PG003", "PG006", "PG007", "PG010"])
def test_what_is_wrong_with_the_first_of_two_values_is_told(code: str) -> None:
    wrong = mistake(code, (*ITEM, "title"))
    assert told(wrong, data=holding(None), twice=((*ITEM, "title"),)) == [wrong]


@pytest.mark.parametrize("path", [ITEM, (*ITEM, "targetDate")])
def test_a_contradiction_in_an_object_with_a_key_twice_is_open(path: Path) -> None:
    contradiction = mistake("PG008", path)
    assert told(contradiction, twice=((*ITEM, "startDate"),)) == []
    assert told(contradiction, twice=((*OTHER, "startDate"),)) == [contradiction]
    assert told(contradiction, twice=((*ITEM, "scoring", "rice"),)) == [contradiction]
    assert told(contradiction, twice=(ITEM[:-1],)) == [contradiction]


def test_a_contradiction_in_an_object_with_a_misspelt_key_is_open() -> None:
    misspelt = mistake("PG003", (*ITEM, "deliverdDate"), Rename("deliveredDate"))
    here, there = mistake("PG008", ITEM), mistake("PG008", OTHER)
    above, within = mistake("PG008", ITEM[:-1]), mistake("PG008", (*ITEM, "scoring", "rice"))
    assert told(misspelt, here, there, above, within) == [misspelt, there, above, within]


def test_a_contradiction_next_to_a_wrong_value_is_told() -> None:
    wrong = mistake("PG006", (*ITEM, "status"), Write("done"))
    contradiction = mistake("PG008", ITEM)
    assert told(wrong, contradiction) == [wrong, contradiction]
