"""The errors this library raises: one root, few children, each picklable."""

from typing import TYPE_CHECKING

from productgov.findings import Finding

if TYPE_CHECKING:
    from productgov.report import Report

__all__ = [
    "CheckFailedError",
    "InvalidDocumentError",
    "InvalidValueError",
    "MissingExtraError",
    "ProductGovError",
    "UnknownFormatError",
]


class ProductGovError(Exception):
    """The root of every error this library raises on purpose."""


class InvalidValueError(ProductGovError, ValueError):
    """A constructor was given a value outside what its field allows."""


class InvalidDocumentError(ProductGovError, ValueError):
    """A document cannot be built; `findings` lists every reason, each with its place."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(findings)
        self.findings = findings

    def __str__(self) -> str:
        return "\n".join(["the document is not valid:", *map(_line, self.findings)])


class CheckFailedError(ProductGovError, ValueError):
    """A check found errors; `report` holds them and everything else it found."""

    def __init__(self, report: "Report") -> None:
        super().__init__(report)
        self.report = report

    def __str__(self) -> str:
        return "\n".join(["the check found errors:", *map(_line, self.report.errors)])


class MissingExtraError(ProductGovError, ImportError):
    """A feature needs an optional dependency that is not installed."""

    def __init__(self, feature: str, extra: str) -> None:
        super().__init__(feature, extra)
        self.feature = feature
        self.extra = extra

    def __str__(self) -> str:
        return f"{self.feature} needs an extra that is not installed: pip install 'productgov[{self.extra}]'"


class UnknownFormatError(ProductGovError, ValueError):
    """A file's name or a `format` argument names no format that can be read or written."""


def _line(finding: Finding) -> str:
    place = finding.path or "(the whole document)"
    return f"  {finding.code} {place}: {finding.message}"
