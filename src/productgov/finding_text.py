"""Findings as text: where, how severe, which code, what is wrong, what to do and where else to look."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from productgov.escaping import escaped
from productgov.findings import Finding, Omitted, Related, Severity
from productgov.wording import counted, listed, one_line

__all__ = [
    "as_of_text",
    "count_by_severity",
    "counts_text",
    "finding_line",
    "finding_lines",
    "finding_list",
    "omitted_text",
    "place_text",
    "related_text",
]

_MOST_LISTED = 20
_MOST_RELATED = 5


def place_text(finding: Finding | Related, name: str = "") -> str:
    """Where a finding is: `file:line:column`, or file and JSON Pointer where the line is not known.

    Args:
        finding: the finding, or a place that is related to one.
        name: the name of the file; empty where there is none.
    """
    name = escaped(name)
    if finding.location:
        place = f"{finding.location.line}:{finding.location.column}"
        return f"{name}:{place}" if name else place
    return " ".join(part for part in (name, escaped(finding.path)) if part) or "(the whole document)"


def finding_line(finding: Finding, name: str = "") -> str:
    """A finding on one line, as error messages show it: `file:line:column CODE message; hint`."""
    return f"{place_text(finding, name)} {finding.code} {one_line(finding.message)}; {one_line(finding.hint)}"


def finding_lines(finding: Finding, name: str = "") -> tuple[str, ...]:
    """A finding on lines, as `check` prints it: `file:line:column: severity CODE message`, the hint, related places."""
    head = f"{place_text(finding, name)}: {finding.severity.value} {finding.code} {one_line(finding.message)}"
    return head, f"    hint: {one_line(finding.hint)}", *_related_lines(finding, name)


def _related_lines(finding: Finding, name: str) -> Iterator[str]:
    """A line for each of the first related places, `also: file:line:column path`, and how many more there are."""
    shown = finding.related[:_MOST_RELATED]
    for related in shown:
        path = f" {escaped(related.path)}" if related.location else ""
        yield f"    also: {place_text(related, name)}{path}"
    more = len(finding.related) - len(shown) + finding.related_omitted
    if more:
        yield f"    and {counted(more, 'more place')}"


def related_text(finding: Finding) -> str:
    """The related places after a message and a hint: `; also at 12:5, 14:5 and 3 more`; empty where there are none."""
    shown = [place_text(related) for related in finding.related[:_MOST_RELATED]]
    more = len(finding.related) - len(shown) + finding.related_omitted
    return f"; also at {listed([*shown, *([f'{more} more'] if more else [])])}" if shown else ""


def omitted_text(omitted: Omitted, name: str = "") -> str:
    """What is said of findings that were only counted: `file: 12 more errors of PG003, counted but not listed`."""
    text = f"{counted(omitted.count, f'more {omitted.severity.value}')} of {omitted.code}, counted but not listed"
    return f"{escaped(name)}: {text}" if name else text


def finding_list(title: str, findings: Sequence[Finding], name: str = "", *, omitted: Iterable[Omitted] = ()) -> str:
    """A title and one line for each finding; of more than 20, the first 20 and how many more there are."""
    lines = [f"  {finding_line(finding, name)}" for finding in findings[:_MOST_LISTED]]
    more = len(findings) - len(lines) + sum(one.count for one in omitted)
    return "\n".join([title, *lines, *([f"  and {more} more"] if more else [])])


def count_by_severity(findings: Iterable[Finding], omitted: Iterable[Omitted] = ()) -> dict[Severity, int]:
    """The number of errors, warnings and infos, with those that were only counted."""
    counts = Counter(finding.severity for finding in findings)
    for one in omitted:
        counts[one.severity] += one.count
    return {severity: counts[severity] for severity in Severity}


def as_of_text(days: Iterable[date | None]) -> str:
    """The day that findings were judged for, after their counts: " (as of 2026-10-01)"; of several, first and last."""
    known = sorted({day for day in days if day is not None})
    if not known:
        return ""
    return f" (as of {known[0]})" if len(known) == 1 else f" (as of {known[0]} to {known[-1]})"


def counts_text(findings: Iterable[Finding], omitted: Iterable[Omitted] = ()) -> str:
    """The number of findings of each severity in words: "2 errors, 1 warning", or "no findings"."""
    counts = count_by_severity(findings, omitted).items()
    return ", ".join(counted(count, severity.value) for severity, count in counts if count) or "no findings"
