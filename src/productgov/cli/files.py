"""The documents that commands are given: files by name, and `-` for standard input."""

import sys

from productgov.document import Document, parse, read
from productgov.formats.limits import DEFAULT_LIMITS
from productgov.formats.registry import guessed_format
from productgov.model.governance import ProductGovernance
from productgov.reports.text import finding_lines

__all__ = ["STANDARD_INPUT", "governance_of", "open_document"]

STANDARD_INPUT = "-"


def open_document(name: str) -> Document:
    """Read a file, or standard input when the name is `-`.

    Raises:
        OSError: when the file cannot be read.
        ProductGovError: when its format is not known, or an extra is missing.
    """
    if name != STANDARD_INPUT:
        return read(name)
    text = sys.stdin.buffer.read(DEFAULT_LIMITS.max_bytes + 1)
    return parse(text, format=guessed_format(text.decode(errors="replace")), name=STANDARD_INPUT)


def governance_of(name: str) -> ProductGovernance | None:
    """The governance in a file; None, with the findings on standard error, when the document is not valid."""
    document = open_document(name)
    for finding in document.findings:
        print("\n".join(finding_lines(name, finding)), file=sys.stderr)
    return None if document.findings else document.governance
