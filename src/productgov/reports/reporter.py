"""The protocol of all reporters: checked documents in, text out."""

from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeAlias

from productgov.findings import Finding

__all__ = ["CheckedDocument", "Reporter", "all_findings"]


class CheckedDocument(NamedTuple):
    """A document that was checked.

    Attributes:
        name: the name of its file, as it was given on the command line.
        data: the plain data that was read; None when the text could not be read.
        findings: what was found in it, in the order of the text.
    """

    name: str
    data: object
    findings: Sequence[Finding]


Reporter: TypeAlias = Callable[[Sequence[CheckedDocument]], str]
"""Turns the results of a check into the whole text to print, line ends included."""


def all_findings(documents: Sequence[CheckedDocument]) -> list[Finding]:
    """The findings of all documents, in order."""
    return [finding for document in documents for finding in document.findings]
