"""Findings as one JSON object for programs; its schema is printed by `productgov schema --of check`."""

import attrs

from productgov.finding_text import count_by_severity
from productgov.findings import Finding, Related, Severity
from productgov.reports.machine_text import json_text
from productgov.reports.reporter import CheckRun
from productgov.schema.check_output import (
    CheckOutput,
    FindingRecord,
    OmittedRecord,
    RelatedRecord,
    Summary,
    UnusableRecord,
)

__all__ = ["json_report"]


def json_report(run: CheckRun) -> str:
    """The findings of all documents, the files that could not be checked, and the number of each severity."""
    output = CheckOutput(
        version=1,
        asOf=str(run.as_of) if run.as_of else None,
        findings=tuple(_record(one.path, finding) for one in run.documents for finding in one.report.findings),
        unusable=tuple(UnusableRecord(file=one.path, reason=one.reason) for one in run.unusable),
        summary=_summary(run),
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
        related=tuple(map(_related, finding.related)),
        relatedOmitted=finding.related_omitted,
    )


def _related(related: Related) -> RelatedRecord:
    return RelatedRecord(
        path=related.path,
        line=related.location.line if related.location else None,
        column=related.location.column if related.location else None,
    )


def _summary(run: CheckRun) -> Summary:
    counts = count_by_severity(run.findings, run.omitted)
    omitted = (
        OmittedRecord(file=document.path, code=one.code, severity=one.severity, count=one.count)
        for document in run.documents
        for one in document.report.omitted
    )
    return Summary(
        errors=counts[Severity.ERROR],
        warnings=counts[Severity.WARNING],
        infos=counts[Severity.INFO],
        omitted=tuple(omitted),
    )
