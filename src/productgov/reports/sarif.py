"""Findings as SARIF 2.1.0, the format that code scanning services read (OASIS, 2020)."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import NamedTuple
from urllib.parse import quote

from productgov.findings import Finding, Severity
from productgov.paths import from_pointer
from productgov.rules.registry import RULES
from productgov.rules.rule import Rule

__all__ = ["CheckedDocument", "sarif"]

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_CODES = tuple(RULES)
_NAMES = ("id", "code", "date", "title", "url")


class CheckedDocument(NamedTuple):
    """A document that was checked: its name, the plain data that was read, and what was found."""

    name: str
    data: object
    findings: Sequence[Finding]


def sarif(checked: Iterable[CheckedDocument], *, version: str) -> str:
    """One run of the tool over some documents, as SARIF text.

    Every result has a partial fingerprint that stays the same when lines or items move: it is made of the file,
    the code and the place, in which the items of lists go by their ids.
    """
    driver = {
        "name": "productgov",
        "semanticVersion": version,
        "rules": [_rule(rule) for rule in RULES.values()],
    }
    results = [result for document in checked for result in _results(document)]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2, ensure_ascii=False)


def _rule(rule: Rule) -> dict[str, object]:
    return {
        "id": rule.code,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.meaning},
        "help": {"text": rule.why},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _results(document: CheckedDocument) -> Iterable[dict[str, object]]:
    seen: Counter[str] = Counter()
    for finding in document.findings:
        place = f"{document.name}:{finding.code}:{_lasting_place(document.data, finding.path)}"
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
    physical: dict[str, object] = {"artifactLocation": {"uri": quote(name.replace("\\", "/"))}}
    if finding.location:
        physical["region"] = {"startLine": finding.location.line, "startColumn": finding.location.column}
    logical = {"fullyQualifiedName": finding.path, "kind": "value"}
    return {"physicalLocation": physical, "logicalLocations": [logical]}


def _lasting_place(data: object, pointer: str) -> str:
    """The place, with the items of lists named by what they are instead of by their number."""
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
