"""Findings as lines for people and as records for programs."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TypedDict

from productgov.findings import Finding, Severity
from productgov.wording import one_line

__all__ = ["FindingRecord", "finding_lines", "finding_record", "summary", "summary_line"]


class FindingRecord(TypedDict):
    """One finding as `check --format json` prints it."""

    code: str
    severity: str
    file: str
    line: int | None
    column: int | None
    path: str
    message: str
    hint: str


def finding_record(file: str, finding: Finding) -> FindingRecord:
    """A finding of a file as a record."""
    return FindingRecord(
        code=finding.code,
        severity=finding.severity.value,
        file=file,
        line=finding.location.line if finding.location else None,
        column=finding.location.column if finding.location else None,
        path=finding.path,
        message=finding.message,
        hint=finding.hint,
    )


def finding_lines(file: str, finding: Finding) -> tuple[str, str]:
    """A finding of a file as two lines: where, how bad, which, what; and under it what to do."""
    place = f"{file}:{finding.location.line}:{finding.location.column}" if finding.location else file
    head = f"{place}: {finding.severity.value} {finding.code} {one_line(finding.message)}"
    return head, f"    hint: {one_line(finding.hint)}"


def summary(findings: Iterable[Finding]) -> dict[str, int]:
    """How many errors, warnings and infos there are."""
    counts = Counter(finding.severity for finding in findings)
    return {f"{severity.value}s": counts[severity] for severity in Severity}


def summary_line(files: int, findings: Sequence[Finding]) -> str:
    """How many files were checked, and what was found in them, in words."""
    checked = "1 file" if files == 1 else f"{files} files"
    if not findings:
        return f"{checked} checked: nothing found"
    found = (_counted(count, name.removesuffix("s")) for name, count in summary(findings).items() if count)
    return f"{checked} checked: {', '.join(found)}"


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
