"""Findings as lines to read in a terminal or a log."""

from collections.abc import Iterator

from productgov.escaping import escaped
from productgov.finding_text import as_of_text, counts_text, finding_lines, omitted_text
from productgov.reports.reporter import CheckRun
from productgov.wording import counted

__all__ = ["omitted_lines", "summary_line", "text_report"]

_LONG_AGO = 92
"""After so many days, a quarter, an `asOf` was more likely forgotten than meant."""


def text_report(run: CheckRun) -> str:
    """Two lines for each finding, and a summary; nothing where no document was checked.

    Documents that were judged for an `asOf` of long ago are told in one line.
    """
    found = ((finding, document.name) for document in run.documents for finding in document.report.findings)
    lines = [line for finding, name in found for line in finding_lines(finding, name)]
    return "".join(f"{line}\n" for line in (*lines, *omitted_lines(run), *_outdated_line(run), *summary_line(run)))


def omitted_lines(run: CheckRun) -> Iterator[str]:
    """What was only counted: a line for each document and code."""
    for document in run.documents:
        yield from (omitted_text(one, document.name) for one in document.report.omitted)


def summary_line(run: CheckRun) -> tuple[str, ...]:
    """The number of files and findings in words and the day, as one line; none where no document was checked."""
    if not run.documents:
        return ()
    day = as_of_text(document.report.as_of for document in run.documents)
    return (f"{counted(len(run.documents), 'file')} checked: {counts_text(run.findings, run.omitted)}{day}",)


def _outdated_line(run: CheckRun) -> Iterator[str]:
    """The documents whose own `asOf` is long ago: what became due since then is not seen."""
    outdated = [document for document in run.documents if document.age > _LONG_AGO]
    if outdated:
        first, *others = outdated
        more = f", and {counted(len(others), 'other file')} likewise" if others else ""
        when = f"judged as of {first.report.as_of}, its asOf, {counted(first.age, 'day')} ago{more}"
        yield f"{escaped(first.name)}: {when}; write a later asOf, leave it out, or give --as-of"
