"""The result of a check: its findings, by severity."""

from collections.abc import Iterator
from datetime import date

import attrs

from productgov.display import Displayed
from productgov.errors import ProductGovError
from productgov.finding_text import (
    as_of_text,
    count_by_severity,
    counts_text,
    finding_lines,
    finding_list,
    omitted_text,
)
from productgov.findings import Finding, Omitted, Severity
from productgov.tabular import Tabular
from productgov.wording import counted

__all__ = ["CheckFailedError", "Report"]


@attrs.frozen(repr=False)
class Report(Displayed, Tabular):
    """The findings of one check, in the order of their places. Iterate over it to read them, print it to show them.

    Attributes:
        findings: all findings, in the order of the document; of one code as many as `Limits.max_findings` allows.
        omitted: the findings above that limit, which are only counted. They count for `ok` and in the text.
        as_of: the day of the check; None where the document could not be built, which no day changes.
    """

    findings: tuple[Finding, ...] = ()
    omitted: tuple[Omitted, ...] = attrs.field(default=(), kw_only=True)
    as_of: date | None = attrs.field(default=None, kw_only=True)

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.findings)

    def __len__(self) -> int:
        return len(self.findings)

    def __repr__(self) -> str:
        return f"<Report: {counts_text(self.findings, self.omitted)}>"

    def __str__(self) -> str:
        lines = (line for finding in self.findings for line in finding_lines(finding))
        more = map(omitted_text, self.omitted)
        return "\n".join([*lines, *more, counts_text(self.findings, self.omitted) + as_of_text([self.as_of])])

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
        return not count_by_severity(self.findings, self.omitted)[Severity.ERROR]

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
        report: the report of the check.
    """

    def __init__(self, report: Report) -> None:
        super().__init__(report)
        self.report = report

    def __str__(self) -> str:
        omitted = [one for one in self.report.omitted if one.severity is Severity.ERROR]
        errors = count_by_severity(self.report.errors, omitted)[Severity.ERROR]
        return finding_list(f"the check found {counted(errors, 'error')}:", self.report.errors, omitted=omitted)
