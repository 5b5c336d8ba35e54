"""The displays of documents and of what a check found."""

from collections.abc import Iterator

from productgov.document import Document, has_errors
from productgov.finding_text import as_of_text, counts_text, omitted_text, place_text
from productgov.report import Report
from productgov.views.blocks import Block, Facts, Grid, Heading, Paragraph, bounded

__all__ = ["check_blocks", "document_blocks"]


def check_blocks(report: Report) -> Iterator[Block]:
    """How many findings there are, and the first of them."""
    yield Paragraph(f"{counts_text(report.findings, report.omitted)}{as_of_text([report.as_of])}")
    if report.findings:
        shown, more = bounded(report.findings)
        yield Grid(
            head=("place", "severity", "code", "message", "hint"),
            rows=tuple((place_text(each), each.severity.value, each.code, each.message, each.hint) for each in shown),
            more=more,
        )
    yield from (Paragraph(omitted_text(omitted)) for omitted in report.omitted)


def document_blocks(document: Document) -> Iterator[Block]:
    """The name and format of a document, what is in it, and what is wrong with it."""
    yield Heading(document.name, 3)
    name = None if has_errors(document) else document.governance.name or "a governance without a name"
    lines = len(document.text.splitlines())
    pairs = (("format", document.format), ("lines", lines or None), ("holds", name))
    yield Facts(tuple((label, value) for label, value in pairs if value is not None))
    if document.findings:
        yield from check_blocks(Report(document.findings, omitted=document.omitted))
