"""The benchmark is fair: everyone reads the same documents, and the peers refuse what we refuse."""

import json

import pytest

import productgov as pg
from tests.support.damage import damaged, damages
from tests.support.extras import needs

pytestmark = needs("msgspec", "pydantic", "yaml")

AGREEMENTS: list[dict[str, object]] = [
    {"startDate": "2026-02-01", "targetDate": "2026-01-01"},
    {"status": "planned", "deliveredDate": "2026-01-01"},
    {"scoring": {"rice": {"reach": {"low": 2, "likely": 1, "high": 3}, "impact": 1, "confidence": 1, "effort": 1}}},
    {"scoring": {"kano": {}}},
]


def first_initiative(document: dict[str, object]) -> dict[str, object]:
    columns = document["roadmap"]["timeHorizon"]  # type: ignore[index]
    initiative: dict[str, object] = next(items[0] for items in columns.values() if items)
    return initiative


def test_everyone_reads_the_same_document_and_writes_it_again() -> None:
    from benchmarks import tasks

    assert all(load() for load in tasks.loaders(10).values())
    governance = tasks.loaders(10)["ours"]()
    assert all(pg.loads(str(dump())) == governance for dump in tasks.dumpers(10).values())


@pytest.mark.parametrize("size", [10, 200])
def test_documents_have_the_sizes_and_mistakes_they_say(size: int) -> None:
    from benchmarks import documents

    governance = pg.from_dict(documents.document_with_extensions(size))
    assert len(list(governance.initiatives())) == size
    assert pg.from_dict(documents.document(size)) == pg.from_dict(documents.document(size))
    with pytest.raises(pg.InvalidDocumentError) as caught:
        pg.from_dict(documents.broken_document(size, 5))
    assert [finding.code for finding in caught.value.findings] == ["PG007", "PG006", "PG004", "PG007", "PG005"]


def test_what_is_compared_has_moved() -> None:
    from benchmarks import documents, tasks
    from productgov.changes import diff

    document = documents.document(100)
    changes = diff(pg.from_dict(document), pg.from_dict(documents.moved(document)))
    assert {change.code for change in changes} == {"PGD601", "PGD603"}
    assert all(task() is not None for task in tasks.comparisons(20).values())


def test_the_peers_refuse_what_we_refuse() -> None:
    from msgspec import ValidationError

    from benchmarks import documents, peers_pydantic, tasks

    document = documents.document(10)
    broken = [damaged(document, one) for one in damages(document) if one.kind != "null"]
    for fields in AGREEMENTS:
        copy = documents.document(10)
        first_initiative(copy).update(fields)
        broken.append(copy)
    for one in broken:
        text = json.dumps(one)
        for refuse in (pg.loads, peers_pydantic.ProductGovernance.model_validate_json, tasks.DECODER.decode):
            with pytest.raises((ValueError, ValidationError)):
                refuse(text)
