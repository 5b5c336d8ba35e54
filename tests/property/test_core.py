"""What the core promises of every document: found mistakes, lossless round trips, nothing but documented errors."""

import json
import random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import productgov as pg
from productgov import strategies
from productgov.formats.registry import FormatName
from tests.support.damage import Damage, damaged, damages
from tests.support.extras import needs

FORMATS = ["json", "toml", pytest.param("yaml", marks=needs("yaml"))]
Json = dict[str, object]

good_documents = st.one_of(strategies.documents(), strategies.documents(consistent=False))


def found(document: Json) -> set[tuple[str, str]]:
    with pytest.raises(pg.InvalidDocumentError) as caught:
        pg.from_dict(document)
    codes = [(finding.code, finding.path) for finding in caught.value.findings]
    assert len(codes) == len(set(codes)), "one mistake, one finding"
    assert all(finding.message and finding.hint for finding in caught.value.findings)
    return set(codes)


def text_of(governance: pg.ProductGovernance) -> str:
    """The JSON text tells apart what == cannot: 450 and 450.0, 1 and true."""
    return json.dumps(pg.to_dict(governance), sort_keys=True)


def without_nulls(value: object) -> object:
    if isinstance(value, dict):
        return {key: without_nulls(item) for key, item in value.items() if item is not None}
    if isinstance(value, list):
        return [without_nulls(item) for item in value if item is not None]
    return value


@given(strategies.governances_with_documents(consistent=False))
def test_a_document_is_read_as_the_governance_it_says(pair: tuple[pg.ProductGovernance, Json]) -> None:
    governance, document = pair
    assert pg.from_dict(document) == governance
    assert text_of(pg.from_dict(document)) == text_of(governance)


@given(strategies.governances(consistent=False))
def test_a_governance_survives_plain_data(governance: pg.ProductGovernance) -> None:
    data = pg.to_dict(governance)
    assert pg.from_dict(data) == governance
    assert pg.to_dict(pg.from_dict(data)) == data
    assert text_of(pg.from_dict(data)) == text_of(governance)


@pytest.mark.parametrize("format", FORMATS)
@given(data=st.data())
def test_a_governance_survives_every_format(format: FormatName, data: st.DataObject) -> None:
    governance = data.draw(strategies.governances(consistent=False))
    if format == "toml":
        governance = pg.from_dict(without_nulls(pg.to_dict(governance)))  # type: ignore[call-overload]
    text = pg.dumps(governance, format=format)
    read = pg.loads(text, format=format)
    assert read == governance
    assert text_of(read) == text_of(governance)
    assert pg.dumps(read, format=format) == text


@given(good_documents, st.randoms(use_true_random=False))
def test_the_order_of_keys_does_not_matter(document: Json, order: random.Random) -> None:
    def shuffled(value: object) -> object:
        if isinstance(value, dict):
            items = [(key, shuffled(item)) for key, item in value.items()]
            order.shuffle(items)
            return dict(items)
        return [shuffled(item) for item in value] if isinstance(value, list) else value

    other = pg.from_dict(shuffled(document))  # type: ignore[call-overload]
    assert other == pg.from_dict(document)
    assert hash(other) == hash(pg.from_dict(document))
    assert text_of(other) == text_of(pg.from_dict(document))


@given(good_documents, st.data())
def test_a_single_mistake_is_found_where_it_is_and_nothing_else(document: Json, data: st.DataObject) -> None:
    possible = damages(document)
    kind = data.draw(st.sampled_from(sorted({damage.kind for damage in possible})))
    damage = data.draw(st.sampled_from([damage for damage in possible if damage.kind == kind]))
    assert found(damaged(document, damage)) == damage.findings


@given(good_documents, st.data())
def test_independent_mistakes_are_found_together_as_they_are_alone(document: Json, data: st.DataObject) -> None:
    possible = damages(document)
    chosen: list[Damage] = []
    for damage in data.draw(st.lists(st.sampled_from(possible), min_size=2, max_size=6)):
        if all(damage.is_apart_from(other) for other in chosen):
            chosen.append(damage)
    assume(len(chosen) > 1)
    together = frozenset().union(*(damage.findings for damage in chosen))
    assert found(damaged(document, *chosen)) == together


@given(good_documents, st.data())
def test_findings_in_text_stand_where_the_value_stands(document: Json, data: st.DataObject) -> None:
    damage = data.draw(st.sampled_from([one for one in damages(document) if one.kind == "out of range"]))
    text = json.dumps(damaged(document, damage), indent=2, ensure_ascii=data.draw(st.booleans()))
    with pytest.raises(pg.InvalidDocumentError) as caught:
        pg.loads(text)
    [finding] = caught.value.findings
    assert finding.location is not None
    line = text.split("\n")[finding.location.line - 1]
    value, _ = json.JSONDecoder().raw_decode(line[finding.location.column - 1 :])
    assert value == damage.value


@pytest.mark.parametrize("format", FORMATS)
@given(text=st.one_of(st.text(), st.binary()))
def test_whatever_is_read_there_is_no_other_error(format: FormatName, text: str | bytes) -> None:
    with pytest.raises(pg.InvalidDocumentError) as caught:
        pg.loads(text, format=format)
    assert caught.value.findings
    assert {finding.code for finding in caught.value.findings} <= {f"PG{number:03}" for number in range(1, 11)}


@given(good_documents)
def test_plain_data_with_nulls_dropped_is_the_document_without_them(document: Json) -> None:
    def with_nulls(value: object) -> object:
        if isinstance(value, dict):
            own = {key: item if key.startswith("x-") else with_nulls(item) for key, item in value.items()}
            return {**own, "notGiven": None}
        return [with_nulls(item) for item in value] if isinstance(value, list) else value

    assert pg.drop_nulls(with_nulls(document)) == document  # type: ignore[arg-type]
