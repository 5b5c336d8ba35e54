"""The result of a check: its findings, by severity."""

from collections.abc import Iterator

import attrs

from productgov.errors import ProductGovError
from productgov.finding_text import counts_text, finding_lines, finding_list
from productgov.findings import Finding, Severity
from productgov.wording import counted

__all__ = ["CheckFailedError", "Report"]


@attrs.frozen(repr=False)
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

    def __repr__(self) -> str:
        return f"<Report: {counts_text(self.findings)}>"

    def __str__(self) -> str:
        lines = (line for finding in self.findings for line in finding_lines(finding))
        return "\n".join([*lines, counts_text(self.findings)])

    def of(self, severity: Severity) -> tuple[Finding, ...]:
        """The findings of one severity."""
        return tuple(finding for finding in self.findings if finding.severity is severity)

    @property
    def errors(self) -> tuple[Finding, ...]:
        """What must be corrected."""
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
    """A check found errors; its text shows the first 20 of them.

    Attributes:
        report: all findings of the check.
    """

    def __init__(self, report: Report) -> None:
        super().__init__(report)
        self.report = report

    def __str__(self) -> str:
        errors = self.report.errors
        return finding_list(f"the check found {counted(len(errors), 'error')}:", errors)
