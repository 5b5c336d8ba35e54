"""The errors this library raises: one root, few children, each picklable."""

from collections.abc import Iterable

from productgov.findings import Finding

__all__ = [
    "InvalidDocumentError",
    "InvalidValueError",
    "MissingExtraError",
    "ProductGovError",
    "UnknownFormatError",
    "UnknownIdError",
    "listed",
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
        return listed("the document is not valid:", self.findings)


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


class UnknownIdError(ProductGovError, LookupError):
    """A governance has nothing of this kind with this id; `near` lists the ids that look most like it."""

    def __init__(self, kind: str, id: str, near: tuple[str, ...] = ()) -> None:
        super().__init__(kind, id, near)
        self.kind = kind
        self.id = id
        self.near = near

    def __str__(self) -> str:
        found = f"; did you mean {' or '.join(self.near)}?" if self.near else ""
        return f"no {self.kind} has the id {self.id!r:.80}{found}"


def listed(title: str, findings: Iterable[Finding]) -> str:
    """A title, and under it a line for each finding."""
    places = ((finding, finding.path or "(the whole document)") for finding in findings)
    return "\n".join([title, *(f"  {finding.code} {place}: {finding.message}" for finding, place in places)])
