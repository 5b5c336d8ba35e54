"""Helpers for tests of the readers."""

from productgov.findings import Finding
from productgov.formats.reading import Reading

__all__ = ["only", "place"]


def only(reading: Reading) -> Finding:
    """The one finding of a reading that broke."""
    assert reading.broken
    assert reading.data is None
    (finding,) = reading.findings
    return finding


def place(finding: Finding) -> tuple[int, int]:
    """Line and column."""
    assert finding.location is not None
    return finding.location.line, finding.location.column
