"""Findings as annotations of a GitHub workflow: commands on standard output, which GitHub shows at the lines."""

from collections.abc import Iterator

from productgov.escaping import command_free, escaped
from productgov.finding_text import count_by_severity, related_text
from productgov.findings import Finding, Severity
from productgov.reports.reporter import CheckRun, UnusableFile
from productgov.reports.text import omitted_lines, summary_line
from productgov.wording import counted

__all__ = ["github_report"]

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_MOST_SHOWN = 10
"""How many annotations of each level GitHub shows for a step."""


def github_report(run: CheckRun) -> str:
    """A workflow command for each finding and each file that could not be checked, then the summary of the text format.

    Where there are more than GitHub shows, a line says so.
    """
    lines = [_command(one.path, finding) for one in run.documents for finding in one.report.findings]
    lines += [_unusable(file) for file in run.unusable]
    return "".join(f"{line}\n" for line in (*lines, *omitted_lines(run), *_not_shown(run), *summary_line(run)))


def _command(file: str, finding: Finding) -> str:
    """A finding as a workflow command, escaped so that no text can start a second one."""
    properties = {"file": file}
    if finding.location:
        properties |= {"line": str(finding.location.line), "col": str(finding.location.column)}
    if finding.location and finding.end:
        properties |= {"endLine": str(finding.end.line), "endColumn": str(finding.end.column)}
    properties["title"] = finding.code
    given = ",".join(f"{name}={_escaped_property(value)}" for name, value in properties.items())
    said = f"{finding.message}; hint: {finding.hint}{related_text(finding)}"
    return f"::{_COMMANDS[finding.severity]} {given}::{_escaped(said)}"


def _unusable(file: UnusableFile) -> str:
    return f"::error file={_escaped_property(file.path)},title=not usable::{_escaped(file.reason)}"


def _not_shown(run: CheckRun) -> Iterator[str]:
    """A line for each level of which there are more than GitHub shows."""
    counts = count_by_severity(run.findings)
    counts[Severity.ERROR] += len(run.unusable)
    for severity, count in counts.items():
        if count > _MOST_SHOWN:
            noun = counted(count, severity.value)
            yield f"GitHub shows only {_MOST_SHOWN} of the {noun} of this step at their lines; this log has them all"


def _escaped(text: str) -> str:
    return command_free(escaped(text)).replace("%", "%25")


def _escaped_property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
