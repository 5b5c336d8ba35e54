"""The protocol of all reporters: what a check did in, text out."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import NamedTuple, TypeAlias

from productgov.editing.repairs import PlannedRepair
from productgov.finding_text import count_by_severity
from productgov.findings import Finding, Omitted, Severity
from productgov.report import Report
from productgov.rules.rule import Rule

__all__ = ["CheckRun", "CheckedDocument", "Reporter", "UnusableFile"]


class CheckedDocument(NamedTuple):
    """A document that was checked.

    Attributes:
        name: the name of its file, as it was given on the command line.
        path: where the file is in its repository, with forward slashes; outside of it, the absolute path.
        report: what was found in it, in the order of the text.
        data: the plain data that was read; None when the text could not be read.
        text: what was read.
        strict: whether warnings fail too.
        age: how many days ago its own `asOf` is, where it was judged for that day; else 0.
        repairs: plans the repairs of what was found; called only by formats that hold repairs.
    """

    name: str
    path: str
    report: Report
    data: object = None
    text: str = ""
    strict: bool = False
    age: int = 0
    repairs: Callable[[], Iterable[PlannedRepair]] = tuple

    def fails(self, severity: Severity) -> bool:
        """Whether a finding of this severity makes the check fail."""
        return severity is Severity.ERROR or (self.strict and severity is Severity.WARNING)

    @property
    def failed(self) -> bool:
        """Whether any finding makes the check fail, one that was only counted included."""
        counts = count_by_severity(self.report.findings, self.report.omitted)
        return any(count and self.fails(severity) for severity, count in counts.items())


class UnusableFile(NamedTuple):
    """A file that could not be checked at all.

    Attributes:
        name: its name, as it was given on the command line.
        path: where it is in its repository, as for a document.
        reason: why it could not be checked.
    """

    name: str
    path: str
    reason: str


class CheckRun(NamedTuple):
    """What one call of `check` did.

    Attributes:
        documents: the documents that were checked.
        unusable: the files that could not be checked.
        rules: the rules of plug-ins that were tried.
    """

    documents: Sequence[CheckedDocument] = ()
    unusable: Sequence[UnusableFile] = ()
    rules: Sequence[Rule] = ()

    @property
    def findings(self) -> list[Finding]:
        """The findings of all documents, in order."""
        return [finding for document in self.documents for finding in document.report.findings]

    @property
    def omitted(self) -> list[Omitted]:
        """What was only counted, in all documents."""
        return [one for document in self.documents for one in document.report.omitted]

    @property
    def as_of(self) -> date | None:
        """The day that all documents were judged for; None where they were judged for several days, or not at all."""
        days = {document.report.as_of for document in self.documents} - {None}
        return days.pop() if len(days) == 1 else None


Reporter: TypeAlias = Callable[[CheckRun], str]
"""Turns the results of a check into the whole text to print, line ends included."""
