"""Findings as annotations of a GitHub workflow: commands on standard output that show them beside the lines."""

from productgov.findings import Finding, Severity

__all__ = ["annotation"]

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def annotation(file: str, finding: Finding) -> str:
    """A finding of a file as one workflow command, its text escaped so that it stays one."""
    properties = {"file": file}
    if finding.location:
        properties |= {"line": str(finding.location.line), "col": str(finding.location.column)}
    properties["title"] = finding.code
    given = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{_COMMANDS[finding.severity]} {given}::{_data(f'{finding.message}; hint: {finding.hint}')}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
