"""Checked documents for the tests of the formats that print them."""

from productgov.findings import Finding, Omitted, Severity
from productgov.report import Report
from productgov.reports.reporter import CheckedDocument, CheckRun, UnusableFile

__all__ = ["GONE", "MORE", "checked", "run_of"]

MORE = Omitted(code="PG003", severity=Severity.ERROR, count=7)
GONE = UnusableFile("gone.json", "plans/gone.json", "no such file or directory")


def checked(
    name: str, *findings: Finding, data: object = None, omitted: tuple[Omitted, ...] = (), strict: bool = False
) -> CheckedDocument:
    """A document in which these findings were found."""
    return CheckedDocument(name, name, Report(findings, omitted=omitted), data=data, strict=strict)


def run_of(name: str, *findings: Finding, data: object = None, omitted: tuple[Omitted, ...] = ()) -> CheckRun:
    """A run over one document."""
    return CheckRun((checked(name, *findings, data=data, omitted=omitted),))
