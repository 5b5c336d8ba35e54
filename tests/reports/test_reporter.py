"""What the reporters are given: whether a check failed, and for which day."""

import pytest

from productgov.findings import Omitted, Severity
from tests.support.checked import checked
from tests.support.findings import finding


@pytest.mark.parametrize(
    ("severity", "strict", "fails"),
    [
        (Severity.ERROR, False, True),
        (Severity.WARNING, False, False),
        (Severity.WARNING, True, True),
        (Severity.INFO, True, False),
    ],
)
def test_errors_fail_and_warnings_only_when_strict(severity: Severity, strict: bool, fails: bool) -> None:
    document = checked("a.json", finding(severity), strict=strict)
    assert document.fails(severity) is document.failed is fails
    counted = checked("a.json", omitted=(Omitted(code="PG205", severity=severity, count=1),), strict=strict)
    assert counted.failed is fails


def test_a_document_without_findings_does_not_fail() -> None:
    assert not checked("a.json", strict=True).failed
