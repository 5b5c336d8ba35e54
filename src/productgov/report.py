"""The result of a check: its findings, sorted by severity on demand."""

from collections.abc import Iterator

import attrs

from productgov.errors import ProductGovError, listed
from productgov.findings import Finding, Severity

__all__ = ["CheckFailedError", "Report"]


@attrs.frozen
class Report:
    """The findings of one check, in the order of their places. Iterate over it to read them, print it to show them.

    Attributes:
        findings: all findings, in the order of the document.
    """

    findings: tuple[Finding, ...] = ()

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.findings)

    def __len__(self) -> int:
        return len(self.findings)

    def of(self, severity: Severity) -> tuple[Finding, ...]:
        """The findings of one severity."""
        return tuple(finding for finding in self.findings if finding.severity is severity)

    @property
    def errors(self) -> tuple[Finding, ...]:
        """What must be mended."""
        return self.of(Severity.ERROR)

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """What is most likely a mistake."""
        return self.of(Severity.WARNING)

    @property
    def infos(self) -> tuple[Finding, ...]:
        """What is worth a look."""
        return self.of(Severity.INFO)

    @property
    def ok(self) -> bool:
        """True when there is no finding of severity error."""
        return not self.errors

    def raise_for_errors(self) -> None:
        """Raise `CheckFailedError` when there is a finding of severity error.

        Raises:
            CheckFailedError: with this report as `.report`.
        """
        if not self.ok:
            raise CheckFailedError(self)


class CheckFailedError(ProductGovError, ValueError):
    """A check found errors; `report` holds them and everything else it found."""

    def __init__(self, report: Report) -> None:
        super().__init__(report)
        self.report = report

    def __str__(self) -> str:
        return listed("the check found errors:", self.report.errors)
