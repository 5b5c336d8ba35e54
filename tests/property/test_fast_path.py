"""Every short cut agrees with the detailed path: on good documents, on broken ones, and on hostile text."""

import json
import random
import re
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import productgov as pg
from productgov import strategies
from productgov.codec.quick.from_data import try_build
from productgov.codec.quick.shortcut import try_load, try_write
from tests.support.damage import damaged, damages
from tests.support.extras import needs
from tests.support.paths import Outcome, bare, detailed, outcome

Json = dict[str, object]

good_documents = st.one_of(strategies.documents(), strategies.documents(consistent=False))
MANY = settings(max_examples=3 * settings().max_examples)
TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[-+.0-9eE]+|true|false|null|[{}\[\]:,]')
NUMBERS = [
    *(
        "-0",
        "0.0",
        "-0.0",
        "5.0",
        "5e0",
        "1E3",
        "1e999",
        "-1e999",
        "1e-999",
        "4.9e-324",
        "1e15",
        "1e16",
        "-1e15",
        "1e-5",
    ),
    *("1000000000000000", "1000000000000001", "999999999999999.9", "1000000000000000.1", "9007199254740993", "0.1e1"),
    *("1.7976931348623157e308", "18446744073709551616", "01", "+1", "1.", ".5", "1e", "-", "NaN", "Infinity", "0x10"),
    *("true", "null", '"5"', "[]", "{}", "1_000", "9" * 30, "1" * 1001, "0." + "0" * 1100 + "1", "1" * 5000),
]
TEXTS = [
    *('""', '" "', '"\\n"', '"\\t"', '"a\\r"', '"a\\u0000b"', '"\\u0009"', '"\\u001F"', '"\\u007f"', '"\\u007F"'),
    *(
        '"\x7f"',
        '"\t"',
        '"\n"',
        '"\x00"',
        '"\\ud800"',
        '"\\udc00\\ud800"',
        '"\\ud83d\\ude00"',
        '"\\uD83D"',
        '"\\u0022"',
    ),
    *('"\\""', '"\\\\"', '"\\\\u0022"', '"\\\\\\u0022"', '"\\/"', '"\\b"', '"\\\\b"', '"\\x"', '"\\u12"', "'a'", '"a'),
    *('"\x80\x9f"', '"\ufeff"', '"\u2028"', '"\ufffe"', '"a\\nb"', '"a\\n"', '"id\\n"', '"-a"', '"a b"', '"."', '"é"'),
    *('"2024-02-29"', '"2023-02-29"', '"0000-01-01"', '"0001-01-01"', '"9999-12-31"', '"20260101"', '"2026-1-1"'),
    *('"2026-01-01T00:00:00Z"', '"2026-W01-1"', '"٢٠٢٦-01-01"', '"24:00"', '"23:59"', '"9:00"', '"Europe/Paris"'),
    *('"http://a"', '"HTTP://a"', '"http://"', '"mailto:a"', '"javascript:a"', '"a@b"', '"a@b.c\\n"', '"1.0"', '"2.0"'),
    *('"weekly"', '"Weekly"', '"done"', '"no such term"', "null", "5", "true", "[]", "{}", '{"title": "A"}', '["a"]'),
    f'"{"a" * 64}"',
    f'"{"a" * 65}"',
]
INSERTED = [
    *(" ", "\n", "\t", "\r\n", "\x0b", "\xa0", "\ufeff", ",", "]", "}", "[" * 50, "[" * 2_000, "null", "//", "\x00"),
    *('"x-a": 1,', '"x-a": null,', '"x-a": [1e400],', '"x-a": {"b": 1, "b": 1},', '"x-a": "\\ud800",', '"x-a": 1e16,'),
    *('"\\u0078-a": 1,', '"X-a": 1,', '"unknown": 1,', '"": 1,', '"x-": {"deep": ' + "[" * 120 + "]" * 120 + "},"),
]
PLACES = {
    "title": '"a"',
    "id": '"a"',
    "url": '"https://a"',
    "date": '"2026-01-01"',
    "startTime": '"10:00"',
    "timeZone": '"Europe/Paris"',
    "email": '"a@b"',
    "status": '"done"',
    "responsibility": '"driver"',
    "cut": '"median"',
    "version": '"1.0"',
    "impact": "1",
    "least": "1",
    "target": "1",
    "count": "1",
    "minutes": "45",
}
"""Places of every kind, with something good for each."""
TEMPLATE = json.dumps(
    {
        "schemaVersion": "<version>",
        "productVision": {"mission": "a", "targetMarket": ["<title>"], "valueProposition": "a", "strategicPillars": []},
        "prioritization": {"framework": "RICE", "reviewCadence": "weekly", "valueEffortCut": "<cut>"},
        "roadmap": {
            "timeHorizon": {
                "now": [
                    {
                        "id": "<id>",
                        "title": "<title>",
                        "owner": "<title>",
                        "status": "<status>",
                        "startDate": "<date>",
                        "links": [{"url": "<url>"}],
                        "scoring": {
                            "rice": {"reach": 1, "impact": "<impact>", "confidence": 1, "effort": 1},
                            "kano": {
                                "responses": [{"functional": "like", "dysfunctional": "like", "count": "<count>"}]
                            },
                        },
                    }
                ]
            }
        },
        "metrics": {
            "northStarMetric": "a",
            "inputMetrics": [{"id": "k", "name": "k", "target": "<target>", "bounds": {"min": "<least>", "max": 5}}],
        },
        "reviews": {
            "productReview": {
                "frequency": "weekly",
                "participants": [{"title": "a", "email": "<email>", "responsibility": "<responsibility>"}],
                "startTime": "<startTime>",
                "timeZone": "<timeZone>",
                "durationMinutes": "<minutes>",
            },
            "strategyReview": {"frequency": "weekly", "participants": []},
            "portfolioReview": {"frequency": "weekly", "participants": []},
        },
    }
)


def load(text: str | bytes) -> Outcome:
    return outcome(lambda: pg.loads(text))


def assert_one_outcome(text: str | bytes) -> None:
    with detailed():
        expected = load(text)
    with bare():
        assert load(text) == expected
    assert load(text) == expected


@st.composite
def texts(draw: st.DrawFn, documents: st.SearchStrategy[Json] = good_documents) -> str:
    """A document as any program may write it."""
    document = draw(documents)
    indent = draw(st.sampled_from([None, 2, "\t"]))
    separators = draw(st.sampled_from([(",", ":"), (", ", ": "), (" ,", " : ")]))
    return json.dumps(document, indent=indent, separators=separators, ensure_ascii=draw(st.booleans()))


@st.composite
def hostile_texts(draw: st.DrawFn) -> str:
    """A document with a few of its tokens replaced, repeated or pushed aside."""
    text = draw(texts())
    for _ in range(draw(st.integers(1, 3))):
        tokens = list(TOKEN.finditer(text))
        token = draw(st.sampled_from(tokens)) if tokens else None
        start, end = token.span() if token else (0, 0)
        change = draw(st.sampled_from(["scalar", "insert", "duplicate", "escape", "cut"]))
        if change == "scalar":
            values = NUMBERS if token and token[0][0] in "-0123456789" else TEXTS
            text = text[:start] + draw(st.sampled_from(values)) + text[end:]
        elif change == "insert":
            text = text[:start] + draw(st.sampled_from(INSERTED)) + text[start:]
        elif change == "duplicate":
            members = re.findall(r'("[A-Za-z-]+"): ?("[^"]*"|[0-9.]+|\[\]|true)', text) or [('"id"', '"a"')]
            key, value = draw(st.sampled_from(members))
            key = escaped(key, draw(st.randoms(use_true_random=False))) if draw(st.booleans()) else key
            opened = text.find("{", start)
            text = f"{text[: opened + 1]}{key}: {value}, {text[opened + 1 :]}"
        elif change == "escape":
            text = text[:start] + escaped(text[start:end], draw(st.randoms(use_true_random=False))) + text[end:]
        else:
            text = text[:start] + text[end:]
    return text


def escaped(token: str, chance: random.Random) -> str:
    """The same text with some of its characters written as escapes; its quotes too, now and then."""
    if len(token) < 3 or token[0] != '"' or "\\" in token:
        return token
    inner = "".join(f"\\u{ord(c):04x}" if ord(c) < 0x10000 and chance.random() < 0.2 else c for c in token[1:-1])
    return f'"{inner}"' if chance.random() < 0.9 else f'"{inner}\\u0022"'


@MANY
@given(text=texts())
def test_a_good_document_loads_alike_on_every_path(text: str) -> None:
    assert_one_outcome(text)
    with detailed():
        expected = pg.loads(text)
    assert pg.loads(text) == expected
    assert hash(pg.loads(text)) == hash(expected)
    with bare():
        assert pg.loads(text) == expected


@needs("msgspec")
@given(text=texts(strategies.documents()))
def test_the_fast_path_is_taken_for_ordinary_documents(text: str) -> None:
    assert try_load(text, pg.Limits()) == pg.loads(text)


@given(document=good_documents)
def test_plain_data_that_is_good_is_never_in_doubt(document: Json) -> None:
    with detailed():
        expected = pg.from_dict(document)
        text = pg.dumps(expected)
    made = try_build(document, pg.ProductGovernance)
    assert made == expected
    with detailed():
        assert made is not None
        assert pg.dumps(made) == text


@MANY
@given(document=good_documents, data=st.data())
def test_a_broken_document_has_the_same_findings_on_every_path(document: Json, data: st.DataObject) -> None:
    chosen = data.draw(st.sampled_from(damages(document)))
    broken = damaged(document, chosen)
    assert_one_outcome(json.dumps(broken, indent=data.draw(st.sampled_from([None, 2]))))
    with detailed():
        expected = outcome(partial(pg.from_dict, broken))
    assert not isinstance(expected, str)
    assert outcome(partial(pg.from_dict, broken)) == expected


@MANY
@given(text=hostile_texts())
def test_hostile_text_has_the_same_outcome_on_every_path(text: str) -> None:
    assert_one_outcome(text)


@given(text=hostile_texts(), before=st.sampled_from([b"", b"\xef\xbb\xbf", b"\xff", b"\xed\xa0\x80", b" "]))
def test_hostile_bytes_have_the_same_outcome_on_every_path(text: str, before: bytes) -> None:
    data = text.encode("utf-8", "surrogatepass")
    assert_one_outcome(before + data)
    assert_one_outcome(data[: len(data) // 2] + before + data[len(data) // 2 :])


@pytest.mark.parametrize("place", PLACES)
def test_every_scalar_has_the_same_outcome_on_every_path_at_every_kind_of_place(place: str) -> None:
    for written in (*NUMBERS, *TEXTS):
        text = TEMPLATE
        for name, good in (PLACES | {place: written}).items():
            text = text.replace(f'"<{name}>"', good)
        assert_one_outcome(text)


@given(text=texts(), nodes=st.integers(1, 60), depth=st.integers(1, 12), digits=st.integers(1, 20))
def test_limits_are_the_same_on_every_path(text: str, nodes: int, depth: int, digits: int) -> None:
    for limits in (pg.Limits(max_nodes=nodes), pg.Limits(max_depth=depth), pg.Limits(max_digits=digits)):
        load_within = partial(pg.loads, text, limits=limits)
        with detailed():
            expected = outcome(load_within)
        with bare():
            assert outcome(load_within) == expected
        assert outcome(load_within) == expected


@MANY
@given(governance=st.one_of(strategies.governances(), strategies.governances(consistent=False)))
def test_a_governance_is_written_alike_on_every_path(governance: pg.ProductGovernance) -> None:
    with detailed():
        expected = pg.dumps(governance)
    assert pg.dumps(governance) == expected


@needs("msgspec")
@given(governance=strategies.governances())
def test_the_fast_path_writes_ordinary_governances(governance: pg.ProductGovernance) -> None:
    assert try_write(governance) == pg.dumps(governance)
