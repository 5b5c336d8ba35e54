"""Parts of a document merged into the example document, and what a check finds in the result."""

import copy
import json
from collections.abc import Mapping
from typing import Any

from productgov.document import Document
from productgov.formats.json.writer import write_json
from productgov.formats.registry import format_named
from productgov.formats.yaml.writer import write_yaml
from productgov.loading import parse
from productgov.rules.example import EXAMPLE
from productgov.rules.rule import Example, Rule, Snippet
from tests.support.extras import has

__all__ = [
    "Fragment",
    "bad_document",
    "codes_and_places",
    "document_with",
    "example_data",
    "good_document",
    "item",
    "kpi",
    "merged",
    "messages",
    "observed",
    "readable",
    "review",
]

Fragment = Mapping[str, object]
"""A part of a document as plain data."""


def example_data() -> dict[str, Any]:
    """The example document as plain data, to be changed at will."""
    return copy.deepcopy(dict(EXAMPLE))


def document_with(*fragments: Fragment) -> Document:
    """The example document with these parts merged into it."""
    data: object = EXAMPLE
    for fragment in fragments:
        data = merged(data, fragment)
    return _document(write_json(data))


def bad_document(rule: Rule) -> Document:
    """The example document with the bad example of a rule."""
    if not isinstance(rule.bad, Snippet):
        return document_with(rule.bad)
    others = {key: value for key, value in EXAMPLE.items() if key not in _data(rule.good)}
    if rule.bad.language == "yaml":
        return parse(f"{write_yaml(others)}{rule.bad.text}\n", format="yaml", name="example")
    return _document(f"{json.dumps(others)[:-1]}, {rule.bad.text.removeprefix('{')}")


def readable(rule: Rule) -> bool:
    """Whether the examples of a rule can be read with what is installed."""
    return not isinstance(rule.bad, Snippet) or rule.bad.language != "yaml" or has("yaml")


def good_document(rule: Rule) -> Document:
    """The example document with the good example of a rule."""
    return document_with(_data(rule.good))


def _data(example: Example) -> Fragment:
    if isinstance(example, Snippet):
        data = parse(example.text, format=format_named(example.language)).data
        assert isinstance(data, dict)
        return data
    return example


def _document(text: str) -> Document:
    return parse(text, format="json", name="example")


def merged(base: object, patch: object) -> object:
    """A merge patch (RFC 7396), in which lists of objects with ids are merged by them."""
    if isinstance(patch, Mapping):
        result = dict(base) if isinstance(base, Mapping) else {}
        for key, value in patch.items():
            if value is None:
                result.pop(key, None)
            else:
                result[key] = merged(result.get(key), value)
        return result
    if isinstance(patch, list) and patch and all(isinstance(item, dict) and "id" in item for item in patch):
        items = list(base) if isinstance(base, list) else []
        places = {item["id"]: place for place, item in enumerate(items)}
        for item in patch:
            if item["id"] in places:
                items[places[item["id"]]] = merged(items[places[item["id"]]], item)
            else:
                items.append(item)
        return items
    return patch


def item(horizon: str, id: str, **fields: object) -> Fragment:
    """A part of the roadmap: one item of a horizon."""
    return {"roadmap": {"timeHorizon": {horizon: [{"id": id, **fields}]}}}


def kpi(group: str, id: str, **fields: object) -> Fragment:
    """A part of the metrics: one KPI of the inputs, outputs or guardrails."""
    return {"metrics": {f"{group}Metrics": [{"id": id, **fields}]}}


def review(kind: str, **fields: object) -> Fragment:
    """A part of the reviews: one of the three."""
    return {"reviews": {f"{kind}Review": fields}}


def codes_and_places(*fragments: Fragment, **options: object) -> list[tuple[str, str]]:
    """What a check finds in the example document with these parts."""
    report = document_with(*fragments).check(**options)  # type: ignore[arg-type]
    return [(finding.code, finding.path) for finding in report]


def messages(*fragments: Fragment) -> list[str]:
    """The messages of the findings, each with its hint."""
    return [f"{finding.message} | {finding.hint}" for finding in document_with(*fragments).check()]


def observed(group: str, id: str, value: float, day: str = "2026-03-01", **fields: object) -> Fragment:
    """A part of the metrics: one KPI with one observation."""
    return kpi(group, id, observations=[{"date": day, "value": value}], **fields)
