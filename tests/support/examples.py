"""Parts of a document merged into the example document, and what a check finds in the result."""

import copy
from collections.abc import Mapping
from typing import Any

from productgov.rules.example import EXAMPLE, merged
from productgov.rules.rule import Rule, Snippet
from productgov.testing import bad_document, document_with, good_document
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


def readable(rule: Rule) -> bool:
    """Whether the examples of a rule can be read with what is installed."""
    return not isinstance(rule.bad, Snippet) or rule.bad.language != "yaml" or has("yaml")


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
