"""Findings as lines to read in a terminal or a log."""

from collections.abc import Iterator

from productgov.finding_text import counts_text, finding_lines, omitted_text
from productgov.reports.reporter import CheckRun
from productgov.wording import counted

__all__ = ["omitted_lines", "summary_line", "text_report"]


def text_report(run: CheckRun) -> str:
    """Two lines for each finding, and a summary; nothing where no document was checked."""
    found = ((finding, document.name) for document in run.documents for finding in document.report.findings)
    lines = [line for finding, name in found for line in finding_lines(finding, name)]
    return "".join(f"{line}\n" for line in (*lines, *omitted_lines(run), *summary_line(run)))


def omitted_lines(run: CheckRun) -> Iterator[str]:
    """What was only counted: a line for each document and code."""
    for document in run.documents:
        yield from (omitted_text(one, document.name) for one in document.report.omitted)


def summary_line(run: CheckRun) -> tuple[str, ...]:
    """The number of files and findings in words, as one line; none where no document was checked."""
    if not run.documents:
        return ()
    return (f"{counted(len(run.documents), 'file')} checked: {counts_text(run.findings, run.omitted)}",)
