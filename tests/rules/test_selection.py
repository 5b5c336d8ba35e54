"""Which codes are reported."""

import pytest

from productgov.errors import InvalidValueError
from productgov.rules.registry import RULES
from productgov.rules.selection import selected_codes


def test_nothing_said_means_all() -> None:
    assert selected_codes(None, None) == set(RULES)


@pytest.mark.parametrize("given", ["PG5,pg603", ["PG5", "PG603"], ("PG603 ", "PG5", "PG501")])
def test_codes_and_their_beginnings_are_selected(given: object) -> None:
    assert selected_codes(given, None) == {"PG501", "PG502", "PG504", "PG505", "PG603"}  # type: ignore[arg-type]


def test_what_is_ignored_is_not_reported_even_when_selected() -> None:
    assert selected_codes("PG5", ["PG502", "PG6"]) == {"PG501", "PG504", "PG505"}


@pytest.mark.parametrize("given", ["PG208", "PGX", "", "PG2,,PG3", "203"])
@pytest.mark.parametrize("as_select", [True, False])
def test_an_unknown_code_is_refused(given: str, as_select: bool) -> None:
    with pytest.raises(InvalidValueError, match="unknown code"):
        selected_codes(given if as_select else None, None if as_select else given)


def test_near_codes_are_listed() -> None:
    with pytest.raises(InvalidValueError, match=r'unknown code "PG208"; did you mean .*PG210'):
        selected_codes("PG208", None)
    with pytest.raises(InvalidValueError, match="codes look like PG203"):
        selected_codes("everything", None)
