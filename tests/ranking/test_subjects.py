"""What can be ranked, and what to call with what cannot."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import productgov as pg
from productgov.errors import InvalidValueError
from productgov.model.initiative import Initiative
from productgov.model.roadmap import Horizon, PlacedInitiative
from productgov.ranking.comparison import compare_frameworks
from productgov.ranking.information import value_of_information
from productgov.ranking.ranking import rank
from productgov.ranking.simulation import simulate
from tests.support.initiatives import INTERCOM, backlog

FUNCTIONS: tuple[Callable[[Any], object], ...] = (rank, simulate, value_of_information, compare_frameworks)
DOCUMENT = backlog(*INTERCOM)


@pytest.mark.parametrize(
    ("subject", "instead"),
    [
        ("governance.yaml", 'the text "governance.yaml"; read a file with load(path) first'),
        (Path("governance.yaml"), 'the text "governance.yaml"; read a file with load(path) first'),
        (b"{}", "a bytes"),
        (pg.to_dict(DOCUMENT), "a mapping; build it first: from_dict(…)"),
        (INTERCOM[0], "a single Initiative; put it in a list"),
        (DOCUMENT.roadmap, "a Roadmap"),
        (None, "null"),
    ],
)
@pytest.mark.parametrize("function", FUNCTIONS)
def test_what_cannot_be_ranked_is_refused_with_what_to_call(
    function: Callable[[Any], object], subject: object, instead: str
) -> None:
    with pytest.raises(InvalidValueError) as caught:
        function(subject)
    assert str(caught.value) == f"expected a ProductGovernance or initiatives, not {instead}"


def test_a_document_is_not_the_governance_in_it(tmp_path: Path) -> None:
    pg.dump(DOCUMENT, tmp_path / "governance.json")
    document: Any = pg.read(tmp_path / "governance.json")
    with pytest.raises(InvalidValueError, match=r"not a Document; pass its \.governance"):
        rank(document)


@pytest.mark.parametrize(
    ("items", "given"),
    [
        (["id", "title"], 'item 0 is the text "id"'),
        ([INTERCOM[0], {"id": "x"}], "item 1 is an object"),
        (rank(INTERCOM, method="RICE"), "item 0 is a Ranked"),
    ],
)
def test_items_that_are_no_initiatives_are_refused_by_number(items: Any, given: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        rank(items, method="RICE")
    assert str(caught.value) == f"expected initiatives, but {given}; make each with Initiative(id=…, title=…)"


def test_any_iterable_of_initiatives_can_be_ranked_once_consumed() -> None:
    assert len(rank(iter(INTERCOM), method="RICE")) == 3
    assert len(compare_frameworks(iter(INTERCOM)).rankings) == 1
    assert len(rank(dict.fromkeys(INTERCOM).keys(), method="RICE")) == 3
    mixed: list[Initiative | PlacedInitiative] = [INTERCOM[0], PlacedInitiative(INTERCOM[1], Horizon.NEXT)]
    assert {ranked.horizon for ranked in rank(mixed, method="RICE")} == {None, Horizon.NEXT}


def test_a_ranking_has_its_method_already() -> None:
    ranking = rank(INTERCOM, method="RICE")
    for function in (simulate, value_of_information):
        with pytest.raises(InvalidValueError, match="the ranking already has a method, RICE; leave method out"):
            function(ranking, method="ICE")
