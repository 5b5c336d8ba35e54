"""The findings of a check on a page, each with its place in the source."""

from collections.abc import Iterator

from productgov.finding_text import counts_text, omitted_text, place_text
from productgov.findings import Severity
from productgov.report import Report
from productgov.views.blocks import Block, Paragraph
from productgov.views.marks import Level, Mark
from productgov.views.pages.data import grid

__all__ = ["finding_blocks"]

_LEVELS = {Severity.ERROR: Level.BAD, Severity.WARNING: Level.CAUTION, Severity.INFO: Level.NEUTRAL}
_ORDER = tuple(Severity)


def finding_blocks(report: Report, name: str, most: int) -> Iterator[Block]:
    """The findings, errors first.

    Args:
        report: the report of the check.
        name: the name of the file, where there is one.
        most: how many findings to show.
    """
    yield Paragraph(f"{counts_text(report.findings, report.omitted)}.")
    found = sorted(report.findings, key=lambda finding: _ORDER.index(finding.severity))
    if found:
        rows = (
            (
                str(Mark(_LEVELS[each.severity], each.severity.value)),
                each.code,
                place_text(each, name),
                each.message,
                each.hint,
            )
            for each in found
        )
        yield grid(("Severity", "Code", "Place", "What", "What to do"), rows, most)
    for omitted in report.omitted:
        yield Paragraph(omitted_text(omitted, name))
