"""Findings as the summary of a GitHub job: one table in Markdown, shown on the page of the run."""

import re
from collections.abc import Iterator

from productgov.finding_text import omitted_text, place_text, related_text
from productgov.findings import Finding
from productgov.reports.reporter import CheckRun
from productgov.reports.text import summary_line
from productgov.wording import one_line

__all__ = ["job_summary"]

_LONGEST = 900_000
"""How many characters of a table are written; GitHub refuses a summary of over a mebibyte."""

_SPECIAL = re.compile(r"[\\`*_{}\[\]<>()#+!|~&$@:-]")


def job_summary(run: CheckRun) -> str:
    """A heading, the counts, and a table of the findings; of very many, the first, and how many more there are."""
    parts = ["### productgov check\n\n", *(f"{_literal(line)}\n\n" for line in summary_line(run))]
    rows = [*_rows(run)]
    if rows:
        parts.append("| place | severity | code | finding |\n|---|---|---|---|\n")
    left = _LONGEST
    for index, row in enumerate(rows):
        left -= len(row.encode(errors="backslashreplace"))
        if left < 0:
            parts.append(f"\nand {len(rows) - index} more\n")
            break
        parts.append(row)
    more = [_literal(omitted_text(one, document.path)) for document in run.documents for one in document.report.omitted]
    unusable = [f"{_literal(file.path)}: not usable: {_literal(file.reason)}" for file in run.unusable]
    return "".join([*parts, *(f"\n- {line}\n" for line in (*more, *unusable))])


def _rows(run: CheckRun) -> Iterator[str]:
    for document in run.documents:
        for finding in document.report.findings:
            cells = (
                _literal(place_text(finding, document.path)),
                finding.severity.value,
                finding.code,
                _literal(_said(finding)),
            )
            yield f"| {' | '.join(cells)} |\n"


def _said(finding: Finding) -> str:
    return f"{finding.message}; hint: {finding.hint}{related_text(finding)}"


def _literal(text: str) -> str:
    """A text in which Markdown and HTML see nothing but text."""
    return _SPECIAL.sub(lambda found: f"&#{ord(found[0])};", one_line(text))
