"""The fast path: taken for what is ordinary, and in no doubt ever."""

import json
import sys
from collections.abc import Callable

import pytest

import productgov as pg
from productgov.codec.quick.shortcut import try_load, try_write
from productgov.extras import has_msgspec
from productgov.formats.json.fast_reader import try_read
from tests.support.documents import minimal_document
from tests.support.extras import needs
from tests.support.paths import bare, detailed

pytestmark = needs("msgspec")

Json = dict[str, object]
Change = Callable[[Json], object]

INITIATIVE: Json = {"id": "a", "title": "A"}


def document(initiative: Json | None = None, **fields: object) -> Json:
    columns = {"now": [{**INITIATIVE, **(initiative or {})}]}
    return {**minimal_document(), "roadmap": {"timeHorizon": columns}, **fields}


def kano(**survey: object) -> Json:
    return document({"scoring": {"kano": survey}})


def rice(reach: object) -> Json:
    return document({"scoring": {"rice": {"reach": reach, "impact": 1, "confidence": 1, "effort": 1}}})


def kpi(**fields: object) -> Json:
    return document(metrics={"northStarMetric": "K", "inputMetrics": [{"id": "k", "name": "K", **fields}]})


ORDINARY = {
    "the least": minimal_document(),
    "a role as a text": document({"owner": "CPO"}),
    "a role as an object": document({"owner": {"title": "CPO", "email": "cpo@example.com"}}),
    "a target as a number": kpi(target=5),
    "a target as an object": kpi(target={"value": 5.5, "by": "2026-12-31"}),
    "an estimate": rice({"low": 1, "likely": 2, "high": 2}),
    "a cut": document(prioritization={"framework": "ICE", "reviewCadence": "weekly", "valueEffortCut": "median"}),
    "a cut of one's own": document(
        prioritization={
            "framework": "ICE",
            "reviewCadence": "weekly",
            "valueEffortCut": {"value": 5, "effort": 6},
            "scoringCriteria": {"businessValue": 0, "userImpact": 1, "effort": 1, "strategicAlignment": 1},
        }
    ),
    "defaults written out": kano(responses=[{"functional": "like", "dysfunctional": "like", "count": 1}]),
    "zeros written out": kano(counts={"attractive": 0, "mustBe": 0.0}),
    "an empty list written out": document({"tags": [], "status": "proposed"}),
    "bounds on one side": kpi(bounds={"min": 5}),
    "dates in order": document({"startDate": "2026-01-01", "targetDate": "2026-01-01"}),
    "delivered": document({"status": "done", "deliveredDate": "2026-01-01"}),
    "texts with escapes": document({"description": 'a "quote"\n\tand a \\b \u2028 é 😀 / '}),
}
WRONG = {
    "dates out of order": document({"startDate": "2026-01-02", "targetDate": "2026-01-01"}),
    "delivered and not done": document({"deliveredDate": "2026-01-01"}),
    "an estimate out of order": rice({"low": 3, "likely": 2, "high": 4}),
    "an estimate outside the limits of its field": rice({"low": -1, "likely": 2, "high": 4}),
    "bounds out of order": kpi(bounds={"min": 5, "max": 4}),
    "responses and counts": kano(responses=[], counts={}),
    "neither responses nor counts": kano(),
    "delivered and open": document(roadmap={"timeHorizon": {}, "delivered": [INITIATIVE]}),
    "an id with a blank": document({"id": "a b"}),
    "a reference with a line break": document({"metrics": ["a\nb"]}),
    "no address": document({"links": [{"url": "javascript:alert()"}]}),
    "null": document({"owner": None}),
    "an empty text": document({"title": ""}),
    "an unknown field": document({"titel": "A"}),
    "another version": document(schemaVersion="0.9"),
    "a control character": document({"title": "a\u0007"}),
    "a delete character": document({"title": "a\x7f"}),
}


@pytest.mark.parametrize("name", ORDINARY)
def test_ordinary_documents_take_the_fast_path(name: str) -> None:
    for ascii_only in (True, False):
        text = json.dumps(ORDINARY[name], ensure_ascii=ascii_only)
        with detailed():
            expected = pg.loads(text)
        made = try_load(text, pg.Limits())
        assert made == expected
        with detailed():
            assert made is not None
            assert pg.dumps(made) == pg.dumps(expected)


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_is_left_to_the_detailed_path(name: str) -> None:
    text = json.dumps(WRONG[name])
    assert try_load(text, pg.Limits()) is None
    with pytest.raises(pg.InvalidDocumentError):
        pg.loads(text)


@pytest.mark.parametrize(
    ("member", "again"),
    [
        ('"title": "A"', '"title": "A"'),
        ('"title": "A"', '"title": "B"'),
        ('"title": "A"', '"t\\u0069tle": "A"'),
        ('"id": "a"', '"id": "a"'),
        ('"now": [', '"now": [], "now": ['),
    ],
)
def test_a_key_that_stands_twice_is_seen(member: str, again: str) -> None:
    text = json.dumps(document())
    twice = text.replace(member, again if again.startswith(member[:6]) and "[" in again else f"{member}, {again}", 1)
    assert try_load(text, pg.Limits()) is not None
    assert try_load(twice, pg.Limits()) is None
    assert try_read(text) == json.loads(text)
    assert try_read(twice) is None


def test_two_mistakes_that_hide_each_other_are_seen() -> None:
    text = json.dumps(document({"description": 'a " and a "'})).replace('"id": "a"', '"id": "a", "id": "a"')
    assert try_load(text, pg.Limits()) is None
    assert try_load(text.replace('\\"', "\\u0022"), pg.Limits()) is None
    assert try_read(text.replace('\\"', "\\u0022")) is None


def test_extensions_take_the_way_through_plain_data() -> None:
    text = json.dumps(document({"x-tracker": {"points": [1, 1.0, None, True], "big": 10**30}}))
    assert try_load(text, pg.Limits()) is None
    assert try_read(text) == json.loads(text)
    with bare():
        assert pg.loads(text) == pg.from_dict(json.loads(text))


@pytest.mark.parametrize("text", ["", "{", "[1e999]", '"\\ud800"', "nul", "[" * 100_000])
def test_what_cannot_be_try_read_is_left_to_the_readers(text: str) -> None:
    assert try_read(text) is None


def test_text_that_is_not_utf_8_is_left_to_the_detailed_path() -> None:
    assert try_load(b"\xff", pg.Limits()) is None


def test_numbers_keep_their_form() -> None:
    governance = try_load(json.dumps(rice(450)), pg.Limits())
    assert governance is not None
    scoring = governance.roadmap.time_horizon.now[0].scoring
    assert scoring is not None
    assert scoring.rice is not None
    assert type(scoring.rice.reach) is int


@pytest.mark.parametrize("name", ORDINARY)
def test_ordinary_governances_are_written_by_the_fast_path(name: str) -> None:
    governance = pg.from_dict(ORDINARY[name])
    with detailed():
        expected = pg.dumps(governance)
    assert try_write(governance) == expected


@pytest.mark.parametrize("value", [{"a": [1, 1.5, None, True, "é", {}, []]}, 10**30, -0.0, 1e15])
def test_extensions_are_written_at_the_end_of_their_object(value: object) -> None:
    governance = pg.from_dict(document({"x-b": value, "x-a": 1}))
    with detailed():
        expected = pg.dumps(governance)
    assert try_write(governance) == expected


@pytest.mark.parametrize("number", [1e-5, -1e-5, 5e-324, 1e16, 1e300])
def test_numbers_that_msgspec_writes_otherwise_are_left_to_the_detailed_path(number: float) -> None:
    assert try_write(pg.from_dict(document({"x-n": [{"n": number}]}))) is None
    if abs(number) < 1:
        assert try_write(pg.from_dict(kpi(baseline=number))) is None


def test_without_the_extra_there_is_no_fast_path(monkeypatch: pytest.MonkeyPatch) -> None:
    governance = pg.loads(json.dumps(document()))
    has_msgspec.cache_clear()
    monkeypatch.setitem(sys.modules, "msgspec", None)
    assert not has_msgspec()
    assert try_load("{}", pg.Limits()) is None
    assert try_write(governance) is None
    assert pg.loads(json.dumps(document())) == governance
    monkeypatch.undo()
    has_msgspec.cache_clear()
    assert has_msgspec()
