"""The documents that commands are given: files by name, and `-` for standard input."""

import re
import sys

from productgov.document import Document, parse, read
from productgov.finding_text import finding_lines
from productgov.formats.limits import DEFAULT_LIMITS
from productgov.formats.registry import Format
from productgov.model.governance import ProductGovernance

__all__ = ["STANDARD_INPUT", "governance_of", "open_document"]

STANDARD_INPUT = "-"

_TOML = re.compile(rb"\s*(?:#[^\n]*\n\s*)*(?:\[|[A-Za-z0-9_\"'.-]+[ \t]*=)")


def open_document(name: str) -> Document:
    """Read a file, or standard input when the name is `-`.

    Raises:
        OSError: when the file cannot be read.
        ProductGovError: when its format is not known, or an extra is missing.
    """
    if name != STANDARD_INPUT:
        return read(name)
    text = sys.stdin.buffer.read(DEFAULT_LIMITS.max_bytes + 1)
    return parse(text, format=_guessed(text), name=STANDARD_INPUT, limits=DEFAULT_LIMITS)


def governance_of(name: str) -> ProductGovernance | None:
    """The governance in a file; None, with the findings on standard error, when the document is not valid."""
    document = open_document(name)
    for finding in document.findings:
        print("\n".join(finding_lines(finding, name)), file=sys.stderr)
    return None if document.findings else document.governance


def _guessed(text: bytes) -> Format:
    start = text.removeprefix(b"\xef\xbb\xbf").lstrip()
    if start.startswith((b"{", b"[{", b'["')) or not start:
        return Format.JSON
    return Format.TOML if _TOML.match(start) else Format.YAML
