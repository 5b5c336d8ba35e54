"""Ranking methods of plug-ins: ranked by where they are named, and unable to break a ranking."""

import pickle

import pytest

from productgov import (
    InvalidValueError,
    PluginError,
    Report,
    check,
    compare_frameworks,
    rank,
    simulate,
    value_of_information,
)
from productgov.plugins import is_failure
from productgov.ranking.report import RankReport
from tests.support.initiatives import backlog, inputs, override
from tests.support.initiatives import item as initiative
from tests.support.plugins import METHOD, Installer


def codes(report: Report) -> list[str]:
    return [finding.code for finding in report]


ITEMS = (initiative("a", inputs=inputs(x=1)), initiative("b", inputs=inputs(x=2)), initiative("c"))


def test_a_document_is_ranked_by_the_method_of_a_plugin(installed: Installer) -> None:
    installed(f"{METHOD}\nMETHODS = [method()]", methods="METHODS")
    document = backlog(*ITEMS, rank_by="mine")
    with pytest.raises(InvalidValueError, match='unknown ranking method "mine"'):
        rank(document)
    assert [finding.message for finding in check(document, select="PG308")] == ['unknown ranking method "mine"']
    assert codes(check(document, select="PG308", plugins=["acme"])) == []
    ranking = rank(document, plugins=["acme"])
    assert [(each.initiative.id, each.score) for each in ranking] == [("b", 2), ("a", 1)]
    assert [each.reason for each in ranking.unranked] == ["no inputs"]
    assert str(RankReport(ranking=ranking, explained=ranking.find("a"))).splitlines()[2] == "Mine: 1"
    assert [found.code for found in check(document, plugins=["acme"], select="PG301")] == ["PG301"]
    assert not simulate(ranking, draws=5).uncertain
    assert ranking.notes == ()
    assert pickle.loads(pickle.dumps(ranking.positions())) == {"b": 1, "a": 2}


def test_the_method_of_a_plugin_can_have_all_that_ours_have(installed: Installer) -> None:
    extras = """
def prepare(settings, scorings):
    return settings

def uncertain(scoring, settings):
    return UncertainFunction(inputs={"x": scoring.inputs[0].value}, function=lambda numbers: numbers["x"])

def notes(placed, settings):
    return [f"{len(placed)} items"]
"""
    installed(f"{METHOD}{extras}\nMETHOD = method(prepare=prepare, uncertain=uncertain, notes=notes)", methods="METHOD")
    ranking = rank(backlog(*ITEMS, rank_by="Mine"), plugins=["acme"])
    assert ranking.notes == ("3 items",)
    assert not simulate(ranking, draws=5).uncertain
    assert value_of_information(ranking, draws=5) == ()
    assert [each.method.name for each in compare_frameworks(ITEMS, methods=[ranking.method]).rankings] == ["Mine"]


@pytest.mark.parametrize(
    ("changes", "raised"),
    [
        ("assess=fails", "ZeroDivisionError: it broke"),
        ("assess=lambda *_: 5", "TypeError: assess gave 5, not an Assessment"),
        (
            "assess=lambda *_: Assessment(score='much')",
            "TypeError: the score, group, confidence and effort of an Assessment must be numbers",
        ),
    ],
)
def test_what_a_method_raises_is_why_an_item_is_not_ranked_and_one_finding(
    installed: Installer, changes: str, raised: str
) -> None:
    reason = f"the plug-in acme failed: {raised}"
    installed(f"{METHOD}\nMETHOD = method({changes})", methods="METHOD")
    document = backlog(*ITEMS, initiative("d", override=override(1)), rank_by="Mine")
    ranking = rank(document, plugins=["acme"])
    assert [each.reason for each in ranking.unranked] == [reason] * 3
    assert is_failure(reason)
    found = check(document, plugins=["acme"], select=["PG3"])
    assert [(finding.code, finding.message) for finding in found] == [("PG308", reason)]


def test_what_other_parts_of_a_method_raise_is_told_in_their_place(installed: Installer) -> None:
    installed(f"{METHOD}\nMETHOD = method(**dict.fromkeys(FAILING, fails))", methods="METHOD")
    document = backlog(*ITEMS, rank_by="Mine")
    ranking = rank(document, plugins=["acme"])
    text = "the plug-in acme failed: ZeroDivisionError: it broke"
    assert ranking.notes == (text,)
    assert str(RankReport(ranking=ranking, explained=ranking.find("a"))).splitlines()[2] == text
    assert not simulate(ranking, draws=5).uncertain
    assert codes(check(document, plugins=["acme"], select="PG301")) == []


def test_a_method_that_cannot_prepare_ranks_nothing_and_is_one_finding(installed: Installer) -> None:
    installed(f"{METHOD}\nMETHOD = method(prepare=fails)", methods="METHOD")
    document = backlog(*ITEMS, rank_by="Mine")
    text = "the plug-in acme failed: ZeroDivisionError: it broke"
    with pytest.raises(InvalidValueError, match=text):
        rank(document, plugins=["acme"])
    assert [(each.code, each.message) for each in check(document, plugins=["acme"], select="PG3")] == [("PG308", text)]


@pytest.mark.parametrize(
    ("methods", "reason"),
    [
        ("[method(name='rice')]", 'there is a method "rice" already, of productgov'),
        ("[method(), method(name='MINE')]", 'there is a method "MINE" already, of the plug-in acme'),
        ("[assess]", "productgov.methods must name a RankingMethod or several, not a function"),
    ],
)
def test_a_method_has_a_name_of_its_own(installed: Installer, methods: str, reason: str) -> None:
    installed(f"{METHOD}\nMETHODS = {methods}", methods="METHODS")
    with pytest.raises(PluginError) as caught:
        rank(backlog(*ITEMS), plugins=["acme"])
    assert str(caught.value) == f"plug-in acme: {reason}"
