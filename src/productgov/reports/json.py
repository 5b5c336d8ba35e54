"""Findings as one JSON object for programs; its schema is printed by `productgov schema --of check`."""

from collections.abc import Iterable, Sequence

import attrs

from productgov.finding_text import count_by_severity
from productgov.findings import Finding, Severity
from productgov.reports.machine_text import json_text
from productgov.reports.reporter import CheckedDocument, all_findings
from productgov.schema.check_output import CheckOutput, FindingRecord, Summary

__all__ = ["json_report"]


def json_report(documents: Sequence[CheckedDocument]) -> str:
    """The findings of all documents, and the number of each severity."""
    output = CheckOutput(
        version=1,
        findings=tuple(_record(name, finding) for name, _, findings in documents for finding in findings),
        summary=_summary(all_findings(documents)),
    )
    return json_text(attrs.asdict(output))


def _record(file: str, finding: Finding) -> FindingRecord:
    return FindingRecord(
        code=finding.code,
        severity=finding.severity,
        file=file,
        line=finding.location.line if finding.location else None,
        column=finding.location.column if finding.location else None,
        path=finding.path,
        message=finding.message,
        hint=finding.hint,
    )


def _summary(findings: Iterable[Finding]) -> Summary:
    counts = count_by_severity(findings)
    return Summary(errors=counts[Severity.ERROR], warnings=counts[Severity.WARNING], infos=counts[Severity.INFO])
