"""What is measured: for each row, what each contender does with a document of one size."""

import json
from collections.abc import Callable, Mapping

import msgspec
import yaml
from pydantic import ValidationError

import productgov as pg
from benchmarks import documents, peers_msgspec, peers_pydantic
from productgov.changes import diff, merge
from productgov.codec.quick.structs import struct_of
from productgov.fields.shapes import shape_of
from productgov.formats.registry import write_text
from productgov.formats.yaml.parsers import fastest_parser
from productgov.formats.yaml.reader import read_yaml
from productgov.loading import parse

__all__ = ["AMPLE", "LARGEST", "ROWS", "loaders", "yaml_tasks"]

Task = Callable[[], object]
AMPLE = pg.Limits(max_bytes=1_000_000_000, max_nodes=100_000_000)
DECODER = msgspec.json.Decoder(peers_msgspec.ProductGovernance)
LIMITS_ONLY = msgspec.json.Decoder(struct_of(shape_of(pg.ProductGovernance)))
PYDANTIC = peers_pydantic.ProductGovernance


def text_of(document: Mapping[str, object]) -> str:
    return json.dumps(document, ensure_ascii=False)


def loaders(initiatives: int) -> dict[str, Task]:
    text = text_of(documents.document(initiatives))
    return {
        "ours": lambda: pg.loads(text, limits=AMPLE),
        "ours, without the extra": lambda: _plainly(text),
        "pydantic": lambda: PYDANTIC.model_validate_json(text),
        "msgspec": lambda: DECODER.decode(text),
        "msgspec, limits only": lambda: LIMITS_ONLY.decode(text),
    }


def extension_loaders(initiatives: int) -> dict[str, Task]:
    """No peer can keep `x-` keys and refuse others: pydantic reads the document without them."""
    text = text_of(documents.document_with_extensions(initiatives))
    return {
        "ours": lambda: pg.loads(text, limits=AMPLE),
        "ours, without the extra": lambda: _plainly(text),
        "pydantic": loaders(initiatives)["pydantic"],
    }


def dumpers(initiatives: int) -> dict[str, Task]:
    text = text_of(documents.document(initiatives))
    governance, model, struct = pg.loads(text, limits=AMPLE), PYDANTIC.model_validate_json(text), DECODER.decode(text)
    return {
        "ours": lambda: pg.dumps(governance),
        "ours, without the extra": lambda: write_text(pg.to_dict(governance), "json"),
        "pydantic": lambda: model.model_dump_json(by_alias=True, exclude_defaults=True, indent=2),
        "msgspec": lambda: msgspec.json.format(msgspec.json.encode(struct), indent=2).decode(),
    }


def finders(initiatives: int) -> dict[str, Task]:
    """One mistake in every ten initiatives; ours with their lines and columns."""
    broken = documents.broken_document(initiatives, max(1, initiatives // 10))
    text = text_of(broken)
    return {
        "ours": lambda: _findings(lambda: pg.loads(text, limits=AMPLE)),
        "ours, from plain data": lambda: _findings(lambda: pg.from_dict(broken, limits=AMPLE)),
        "pydantic": lambda: _errors(text),
    }


def questions(initiatives: int) -> dict[str, Task]:
    """Checking and ranking a document that is loaded, beside loading it."""
    text = text_of(documents.document(initiatives))
    governance = pg.loads(text, limits=AMPLE)
    return {
        "check": lambda: pg.check(governance, as_of=documents.AS_OF),
        "rank": lambda: pg.rank(governance),
        "load": lambda: pg.loads(text, limits=AMPLE),
    }


def comparisons(initiatives: int) -> dict[str, Task]:
    """A version in which every tenth initiative has moved to the end of its column, beside loading one version."""
    data = documents.document(initiatives)
    text, old = text_of(data), pg.from_dict(data, limits=AMPLE)
    new = pg.from_dict(documents.moved(data), limits=AMPLE)
    return {
        "diff": lambda: diff(old, new),
        "with ranks and findings": lambda: diff(old, new).derived,
        "load": lambda: pg.loads(text, limits=AMPLE),
    }


def mergers(initiatives: int) -> dict[str, Task]:
    """Merging what two sides have made of a document: as governances, and as the YAML texts that say them."""
    start = pg.from_dict(documents.document(initiatives))
    base = parse(pg.dumps(start, format="yaml"), format="yaml", limits=AMPLE)
    ids = [item.id for item, _ in start.initiatives()]

    def changed(side: int) -> pg.Document:
        document = base.edit(lambda before: before.move(ids[side], "later").change(ids[-1 - side], title="Changed"))
        assert isinstance(document.governance, pg.ProductGovernance)  # made now, and not while it is measured
        return document

    ours, theirs = changed(0), changed(1)
    return {
        "governances": lambda: merge(base.governance, ours.governance, theirs.governance),
        "YAML texts": lambda: merge(base, ours, theirs),
        "load as YAML": lambda: parse(base.text, format="yaml", limits=AMPLE).governance,
    }


def yaml_tasks(initiatives: int) -> dict[str, Task]:
    """Reading YAML into plain data with positions, beside taking libyaml's events and doing nothing with them."""
    text = pg.dumps(pg.from_dict(documents.document(initiatives)), format="yaml")
    return {"ours": lambda: read_yaml(text, AMPLE), "events": lambda: _take_events(text)}


ROWS: Mapping[str, Callable[[int], dict[str, Task]]] = {
    "load": loaders,
    "load with x- keys": extension_loaders,
    "dump": dumpers,
    "all errors": finders,
    "check, rank": questions,
    "diff": comparisons,
    "merge": mergers,
}
LARGEST = {"merge": 1_000}
"""The largest documents that a row is measured with, where that is not the largest of all."""


def _plainly(text: str) -> pg.ProductGovernance:
    return parse(text, format="json", name="<text>", limits=AMPLE).governance


def _findings(load: Task) -> tuple[pg.Finding, ...]:
    try:
        load()
    except pg.InvalidDocumentError as error:
        return error.findings
    raise AssertionError("the document should be broken")


def _errors(text: str) -> object:
    try:
        return PYDANTIC.model_validate_json(text)
    except ValidationError as error:
        return error.errors()


def _take_events(text: str) -> None:
    end: type[object] = yaml.StreamEndEvent
    get_event = fastest_parser(text).get_event
    while type(get_event()) is not end:
        pass
