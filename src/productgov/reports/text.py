"""Findings as lines to read in a terminal or a log."""

from collections.abc import Sequence

from productgov.finding_text import counts_text, finding_lines
from productgov.reports.reporter import CheckedDocument, all_findings
from productgov.wording import counted

__all__ = ["summary_line", "text_report"]


def text_report(documents: Sequence[CheckedDocument]) -> str:
    """Two lines for each finding, and a summary; nothing where no document was checked."""
    lines = [line for name, _, findings in documents for finding in findings for line in finding_lines(finding, name)]
    return "".join(f"{line}\n" for line in [*lines, *summary_line(documents)])


def summary_line(documents: Sequence[CheckedDocument]) -> tuple[str, ...]:
    """The number of files and findings in words, as one line; none where no document was checked."""
    if not documents:
        return ()
    return (f"{counted(len(documents), 'file')} checked: {counts_text(all_findings(documents))}",)
