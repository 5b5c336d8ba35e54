"""Findings as a Code Quality report of GitLab, which shows them in merge requests."""

from collections.abc import Iterator

from productgov.finding_text import omitted_text, related_text
from productgov.findings import Finding, Severity
from productgov.reports.fingerprints import fingerprints
from productgov.reports.machine_text import json_text
from productgov.reports.reporter import CheckedDocument, CheckRun, UnusableFile
from productgov.wording import one_line

__all__ = ["gitlab_report"]

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.INFO: "info"}


def gitlab_report(run: CheckRun) -> str:
    """One issue for each finding; what was only counted, and files that could not be checked, are issues too."""
    issues = [
        *(issue for document in run.documents for issue in _issues(document)),
        *(_unusable(file) for file in run.unusable),
    ]
    return json_text(issues)


def _issues(document: CheckedDocument) -> Iterator[dict[str, object]]:
    for finding, fingerprint in zip(document.report.findings, fingerprints(document), strict=True):
        line = finding.location.line if finding.location else 1
        yield _issue(_description(finding), finding.code, fingerprint, finding.severity, document.path, line)
    for one in document.report.omitted:
        fingerprint = f"{document.path}:{one.code}:{one.severity.value}:omitted"
        yield _issue(omitted_text(one), one.code, fingerprint, one.severity, document.path)


def _description(finding: Finding) -> str:
    return f"{one_line(finding.message)}; {one_line(finding.hint)}{related_text(finding)}"


def _issue(
    description: str, code: str, fingerprint: str, severity: Severity, path: str, line: int = 1
) -> dict[str, object]:
    return {
        "description": description,
        "check_name": code,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[severity],
        "location": {"path": path, "lines": {"begin": line}},
    }


def _unusable(file: UnusableFile) -> dict[str, object]:
    issue = _issue(file.reason, "unusable", f"{file.path}:unusable", Severity.ERROR, file.path)
    return {**issue, "severity": "blocker"}
