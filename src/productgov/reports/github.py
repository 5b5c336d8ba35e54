"""Findings as annotations of a GitHub workflow: commands on standard output, which GitHub shows at the lines."""

from collections.abc import Sequence

from productgov.escaping import command_free, escaped
from productgov.findings import Finding, Severity
from productgov.reports.reporter import CheckedDocument
from productgov.reports.text import summary_line

__all__ = ["github_report"]

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def github_report(documents: Sequence[CheckedDocument]) -> str:
    """One workflow command for each finding, then the summary of the text format."""
    commands = [_command(name, finding) for name, _, findings in documents for finding in findings]
    return "".join(f"{line}\n" for line in [*commands, *summary_line(documents)])


def _command(file: str, finding: Finding) -> str:
    """A finding as a workflow command, escaped so that no text can start a second one."""
    properties = {"file": file}
    if finding.location:
        properties |= {"line": str(finding.location.line), "col": str(finding.location.column)}
    properties["title"] = finding.code
    given = ",".join(f"{name}={_escaped_property(value)}" for name, value in properties.items())
    return f"::{_COMMANDS[finding.severity]} {given}::{_escaped(f'{finding.message}; hint: {finding.hint}')}"


def _escaped(text: str) -> str:
    return command_free(escaped(text)).replace("%", "%25")


def _escaped_property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
