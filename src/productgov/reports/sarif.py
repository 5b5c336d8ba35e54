"""Findings as SARIF 2.1.0, the format that code scanning services read (OASIS, 2020)."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from productgov import __version__
from productgov.editing.repairs import PlannedRepair
from productgov.finding_text import omitted_text
from productgov.findings import Finding, Location, Related, Severity
from productgov.formats.lines import Lines
from productgov.reports.documentation import address_of_code
from productgov.reports.fingerprints import fingerprints
from productgov.reports.machine_text import json_text, uri_path
from productgov.reports.reporter import CheckedDocument, CheckRun
from productgov.rules.registry import RULES
from productgov.rules.rule import Rule

__all__ = ["sarif_report"]

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_WORD = re.compile("[A-Za-z0-9]+")
_ABSOLUTE = re.compile("/|[A-Za-z]:/")

_Json: TypeAlias = dict[str, object]


def sarif_report(run: CheckRun) -> str:
    """One run of the tool over the documents.

    Every result has a partial fingerprint that stays the same when lines or items move, under the name that GitHub
    reads. Files that could not be checked, and findings that were only counted, are notifications of the tool.
    """
    rules = (*RULES.values(), *run.rules)
    indices = {rule.code: index for index, rule in enumerate(rules)}
    driver = {
        "name": "productgov",
        "fullName": f"productgov {__version__}",
        "semanticVersion": __version__,
        "rules": [_rule(rule) for rule in rules],
    }
    invocation = {
        "executionSuccessful": not run.unusable,
        "toolExecutionNotifications": list(_notifications(run, indices)),
    }
    output = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [invocation],
        "results": [result for document in run.documents for result in _results(document, indices)],
    }
    return json_text({"$schema": _SCHEMA, "version": "2.1.0", "runs": [output]})


def _rule(rule: Rule) -> _Json:
    address = address_of_code(rule.code) if rule.code in RULES else None
    return {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in _WORD.findall(rule.title)),
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.meaning},
        "help": {"text": rule.why, "markdown": _help(rule)},
        **({"helpUri": address} if address else {}),
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _help(rule: Rule) -> str:
    bad, good = (f"```\n{text}\n```" for text in (rule.bad_text, rule.good_text))
    return f"{rule.meaning}\n\n**Why it matters**: {rule.why}\n\n**Bad**\n\n{bad}\n\n**Good**\n\n{good}\n"


def _notifications(run: CheckRun, indices: Mapping[str, int]) -> Iterator[_Json]:
    for file in run.unusable:
        yield {
            "level": "error",
            "message": {"text": file.reason},
            "locations": [{"physicalLocation": {"artifactLocation": _artifact(file.path)}}],
        }
    for document in run.documents:
        for one in document.report.omitted:
            yield {
                "level": "warning",
                "message": {"text": omitted_text(one)},
                "locations": [{"physicalLocation": {"artifactLocation": _artifact(document.path)}}],
                "associatedRule": {"id": one.code, "index": indices[one.code]},
            }


def _results(document: CheckedDocument, indices: Mapping[str, int]) -> Iterator[_Json]:
    fixes = _fixes(document) if document.report.findings else {}
    for finding, fingerprint in zip(document.report.findings, fingerprints(document), strict=True):
        result: _Json = {
            "ruleId": finding.code,
            "ruleIndex": indices[finding.code],
            "level": _LEVELS[finding.severity],
            "message": {"text": f"{finding.message}. Hint: {finding.hint}"},
            "locations": [_location(document.path, finding)],
            "partialFingerprints": {"primaryLocationLineHash": fingerprint},
        }
        if finding.related:
            related = enumerate(finding.related, start=1)
            result["relatedLocations"] = [
                {"id": number, **_location(document.path, one), "message": {"text": "also here"}}
                for number, one in related
            ]
        if finding in fixes:
            result["fixes"] = [fixes[finding]]
        yield result


def _location(path: str, finding: Finding | Related) -> _Json:
    physical = {"artifactLocation": _artifact(path), "region": _region(finding.location, finding.end)}
    logical = {"fullyQualifiedName": finding.path, "kind": "value"}
    return {"physicalLocation": physical, "logicalLocations": [logical]}


def _region(start: Location | None, end: Location | None) -> _Json:
    """The part of a text between two places; the first line where no place is known."""
    if start is None:
        return {"startLine": 1}
    region: _Json = {"startLine": start.line, "startColumn": start.column}
    return region if end is None else {**region, "endLine": end.line, "endColumn": end.column}


def _artifact(path: str) -> _Json:
    """The address of a file: relative in its repository, else absolute."""
    address = uri_path(path)
    if not _ABSOLUTE.match(path):
        return {"uri": address}
    return {"uri": f"file://{address}" if address.startswith("/") else f"file:///{address}"}


def _fixes(document: CheckedDocument) -> Mapping[Finding, _Json]:
    lines = Lines(document.text)
    planned: Iterable[PlannedRepair] = (repair for repair in document.repairs() if repair.edits)
    return {repair.finding: _fix(repair, document.path, lines) for repair in planned}


def _fix(repair: PlannedRepair, path: str, lines: Lines) -> _Json:
    replacements = [
        {"deletedRegion": _region(lines.at(edit.start), lines.at(edit.end)), "insertedContent": {"text": edit.text}}
        for edit in repair.edits
    ]
    change = {"artifactLocation": _artifact(path), "replacements": replacements}
    return {"description": {"text": repair.what}, "artifactChanges": [change]}
