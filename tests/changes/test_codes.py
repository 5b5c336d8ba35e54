"""Every code of changes: its example gives it, its explanation fits, and no code is used for two things."""

import pytest

from productgov import InvalidValueError, explain
from productgov.changes import CHANGE_CODES, CHANGE_FAMILIES, Level, apply, diff
from productgov.changes.change import ChangeCode
from tests.support.examples import document_with

DERIVED = ("PGD304", "PGD901", "PGD902")


def test_every_code_is_in_one_family() -> None:
    codes = [code.code for family in CHANGE_FAMILIES for code in family.codes]
    assert codes == sorted(set(codes)) == list(CHANGE_CODES)
    assert all(family.title and family.about.endswith(".") for family in CHANGE_FAMILIES)


@pytest.mark.parametrize("code", CHANGE_CODES)
def test_the_example_differs_by_one_change_of_the_kind(code: str) -> None:
    kind = CHANGE_CODES[code]
    old, new = document_with(kind.before).governance, document_with(kind.after).governance
    changes = diff(old, new)
    found = changes.derived if code in DERIVED else changes.changes
    assert [(change.code, change.level) for change in found] == [(code, kind.level)]
    assert apply(old, changes) == new


@pytest.mark.parametrize("code", CHANGE_CODES)
def test_an_explanation_fits_a_terminal(code: str) -> None:
    kind = explain(code)
    assert isinstance(kind, ChangeCode)
    assert max(map(len, (kind.heading, *str(kind).splitlines()))) <= 80
    assert kind.meaning.endswith(".")
    assert kind.why.endswith(".")
    assert "Why it matters: " in str(kind)


def test_a_code_is_explained_in_upper_and_lower_case() -> None:
    assert explain(" pgd103 ") is CHANGE_CODES["PGD103"]
    assert explain("pg203").heading == "PG203 (warning): dates outside the horizon"
    assert CHANGE_CODES["PGD103"].heading == "PGD103 (breaking): due later"


@pytest.mark.parametrize("code", ["PGD999", "PGD", "PGD1"])
def test_an_unknown_code_is_refused_with_the_nearest_ones(code: str) -> None:
    with pytest.raises(InvalidValueError, match="unknown code"):
        explain(code)


def test_levels_are_ordered() -> None:
    assert [level.rank for level in Level] == [0, 1, 2]
