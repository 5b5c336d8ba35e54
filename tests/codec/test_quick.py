"""The quick way in for plain data: yes, or perhaps, and never a wrong yes."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

import pytest

import productgov as pg
from productgov.codec.quick.from_data import suspects, try_build
from productgov.codec.quick.uncertain import DateCache, Uncertain, accepts_all
from productgov.fields.marks import Pattern
from productgov.fields.shapes import Object
from productgov.fields.types import CLOCK_TIME, EMAIL_ADDRESS, IDENTIFIER, TIME_ZONE, URL
from productgov.model.initiative import Initiative
from productgov.model.reviews import Review
from tests.support.documents import minimal_document
from tests.support.paths import detailed

Json = dict[str, object]
GOOD = {"id": "a", "title": "A"}
INITIATIVES = Object(Initiative)


class Text(str):
    __slots__ = ()


class Rating(float):
    __slots__ = ()


def with_initiative(**fields: object) -> Json:
    return {**minimal_document(), "roadmap": {"timeHorizon": {"now": [{**GOOD, **fields}]}}}


def test_a_good_document_is_a_governance() -> None:
    with detailed():
        assert try_build(minimal_document(), pg.ProductGovernance) == pg.from_dict(minimal_document())


@pytest.mark.parametrize(
    ("fields", "good"),
    [
        ({"formula": "1"}, True),
        ({"formula": "1", "rankBy": "Formula"}, True),
        ({"formula": "1", "rankBy": "WSJF"}, False),
        ({"rankBy": "WSJF"}, True),
        ({"rankBy": "RICE"}, False),
    ],
)
def test_fields_that_may_be_given_while_another_is_left_out_are_no_doubt(fields: Json, good: bool) -> None:
    prioritization = {"framework": "RICE", "reviewCadence": "weekly", **fields}
    document = {**minimal_document(), "prioritization": prioritization}
    with detailed():
        assert (try_build(document, pg.ProductGovernance) is not None) == good


@pytest.mark.parametrize(
    "document",
    [
        with_initiative(description=Text("of a class of its own")),
        with_initiative(metrics=[Text("a")]),
        with_initiative(scoring={"ice": {"impact": Rating(5), "confidence": 5, "ease": 5}}),
        with_initiative(status=Text("done")),
        with_initiative(owner=MappingProxyType({"title": "CPO"})),
        MappingProxyType(minimal_document()),
    ],
)
def test_what_is_good_but_out_of_the_ordinary_is_left_to_the_walk(document: Mapping[str, object]) -> None:
    assert try_build(document, pg.ProductGovernance) is None
    with detailed():
        expected = pg.from_dict(document)
    assert pg.from_dict(document) == expected


@pytest.mark.parametrize(
    "fields",
    [
        {"unknown": 1},
        {"x-own": {1: 2}},
        {5: 6},
        {"tags": "one"},
        {"tags": ["one", 2]},
        {"owner": 5},
        {"startDate": "2026-02-30"},
        {"startDate": date(2026, 1, 1)},
        {"startDate": []},
        {"status": []},
        {"status": "none"},
        {"metrics": ["a b"]},
        {"metrics": ["a\nb"]},
        {"metrics": [1]},
        {"title": None},
        {"title": "\u0007"},
        {"scoring": {"rice": {"reach": True, "impact": 1, "confidence": 1, "effort": 1}}},
        {"scoring": {"rice": {"reach": 1, "impact": 1, "confidence": 1, "effort": 0}}},
        {"scoring": {"kano": {"responses": [{"functional": "like", "dysfunctional": "like", "count": 1.5}]}}},
    ],
)
def test_what_is_wrong_is_left_to_the_walk(fields: dict[str, object]) -> None:
    assert try_build(_with(fields), pg.ProductGovernance) is None
    with pytest.raises(pg.InvalidDocumentError):
        pg.from_dict(_with(fields))


def _with(fields: dict[str, object]) -> Json:
    return {**minimal_document(), "roadmap": {"timeHorizon": {"now": [{**GOOD, **fields}]}}}


def test_extensions_are_kept() -> None:
    governance = try_build({**with_initiative(**{"x-b": [1]}), "x-a": {"b": None}}, pg.ProductGovernance)
    assert governance is not None
    assert governance.extensions == pg.Extensions({"x-a": {"b": None}})
    assert governance.roadmap.time_horizon.now[0].extensions == pg.Extensions({"x-b": [1]})


def test_whole_numbers_and_tuples_are_read_as_the_walk_reads_them() -> None:
    response = {"functional": "like", "dysfunctional": "like", "count": 5.0}
    governance = try_build(with_initiative(scoring={"kano": {"responses": (response,)}}), pg.ProductGovernance)
    assert governance is not None
    survey = governance.roadmap.time_horizon.now[0].scoring
    assert survey is not None
    assert survey.kano is not None
    assert survey.kano.responses is not None
    assert repr(survey.kano.responses[0].count) == "5"


def test_only_what_may_have_mistakes_is_suspects() -> None:
    assert list(suspects([GOOD, {}, GOOD, "text", {**GOOD, "title": ""}], INITIATIVES)) == [1, 3, 4]
    assert list(suspects([], INITIATIVES)) == []


def test_a_text_that_may_be_wrong_makes_all_suspects() -> None:
    assert list(suspects([GOOD, {**GOOD, "id": "a b"}], INITIATIVES)) == [0, 1]


def test_the_texts_of_what_is_doubtful_already_make_nothing_else_so() -> None:
    assert list(suspects([GOOD, {"id": "a b", "title": ""}], INITIATIVES)) == [1]


def test_objects_of_other_classes_are_all_suspects() -> None:
    assert list(suspects([{}, {}], Object(Review, limits=None))) == [0, 1]
    assert list(suspects([GOOD], Object(pg.Document))) == [0]


def test_dates_are_read_once() -> None:
    dates = DateCache()
    assert dates["2026-01-31"] is dates["2026-01-31"]
    for wrong in ("2026-02-30", "20260131", "2026-01-31\n", 5):
        with pytest.raises(Uncertain):
            dates[wrong]  # type: ignore[index]


@pytest.mark.parametrize(
    ("pattern", "good", "bad"),
    [
        (IDENTIFIER, ["a", "A-1.b_c", "a" * 64], ["", "a b", "-a", "a" * 65, "a\n", "a\nb", "é"]),
        (URL, ["https://a", "mailto:a@b"], ["", "ftp://a", "https://", "https://a b", "https://a\n"]),
        (EMAIL_ADDRESS, ["a@b", "a.b+c@d.e"], ["", "a", "a@b.", "a@b\n", "a@b@c"]),
        (CLOCK_TIME, ["00:00", "23:59"], ["", "24:00", "9:00", "10:00\n"]),
        (TIME_ZONE, ["UTC", "Europe/Paris"], ["", "Europe/", "Europe/Paris\n", "1"]),
    ],
)
def test_many_texts_are_tested_as_each_alone(pattern: Pattern, good: list[str], bad: list[str]) -> None:
    accepts = accepts_all(pattern)
    assert accepts([])
    assert accepts(good)
    for text in bad:
        assert not accepts([text])
        assert not accepts([*good, text])
        assert not accepts([text, *good])
