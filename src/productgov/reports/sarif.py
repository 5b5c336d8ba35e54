"""Findings as SARIF 2.1.0, the format that code scanning services read (OASIS, 2020)."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import sha256

from productgov import __version__
from productgov.findings import Finding, Severity
from productgov.paths import from_pointer
from productgov.reports.machine_text import json_text, uri_path
from productgov.reports.reporter import CheckedDocument
from productgov.rules.registry import RULES
from productgov.rules.rule import Rule

__all__ = ["sarif_report"]

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_CODES = tuple(RULES)
_NAMES = ("id", "code", "date", "title", "url")


def sarif_report(documents: Sequence[CheckedDocument]) -> str:
    """One run of the tool over the documents.

    Every result has a partial fingerprint that stays the same when lines or items move. It is made from the file, the
    code and the place, in which items of lists are identified by their ids instead of their positions.
    """
    driver = {
        "name": "productgov",
        "semanticVersion": __version__,
        "rules": [_rule(rule) for rule in RULES.values()],
    }
    results = [result for document in documents for result in _results(document)]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return json_text({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(rule: Rule) -> dict[str, object]:
    return {
        "id": rule.code,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.meaning},
        "help": {"text": rule.why},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _results(document: CheckedDocument) -> Iterator[dict[str, object]]:
    seen: Counter[str] = Counter()
    for finding in document.findings:
        place = f"{document.name}:{finding.code}:{_stable_place(document.data, finding.path)}"
        seen[place] += 1
        fingerprint = sha256(f"{place}:{seen[place]}".encode(errors="backslashreplace")).hexdigest()
        yield {
            "ruleId": finding.code,
            "ruleIndex": _CODES.index(finding.code),
            "level": _LEVELS[finding.severity],
            "message": {"text": f"{finding.message}. Hint: {finding.hint}"},
            "locations": [_location(document.name, finding)],
            "partialFingerprints": {"place/v1": fingerprint},
        }


def _location(name: str, finding: Finding) -> dict[str, object]:
    physical: dict[str, object] = {"artifactLocation": {"uri": uri_path(name)}}
    if finding.location:
        physical["region"] = {"startLine": finding.location.line, "startColumn": finding.location.column}
    logical = {"fullyQualifiedName": finding.path, "kind": "value"}
    return {"physicalLocation": physical, "logicalLocations": [logical]}


def _stable_place(data: object, pointer: str) -> str:
    """The place, with the items of lists identified by what they contain instead of by their index."""
    names: list[str] = []
    for token in from_pointer(pointer):
        if isinstance(data, dict):
            data = data.get(str(token))
            names.append(str(token))
        elif isinstance(data, list) and isinstance(token, int) and token < len(data):
            data = data[token]
            names.append(_name_of(data))
        else:
            names.append(str(token))
    return json.dumps(names)


def _name_of(item: object) -> str:
    if not isinstance(item, dict):
        return str(item)
    if "from" in item and "to" in item:
        return f"{item['from']} {item.get('type', 'requires')} {item['to']}"
    return next((f"{name}={item[name]}" for name in _NAMES if name in item), "")
