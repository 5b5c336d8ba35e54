"""The verdict of loading, and whether a validator of JSON Schema may differ from it."""

import re
from collections.abc import Iterable

from productgov import Finding, InvalidDocumentError, from_dict
from productgov.codec.build import structure
from productgov.paths import Path, from_pointer
from productgov.schema.differences import DIFFERENCES

__all__ = ["Judged", "assert_one_verdict", "assert_one_verdict_on_each", "findings_in", "findings_of"]

Judged = tuple[object, tuple[Finding, ...]]


def findings_of(value: object) -> tuple[Finding, ...]:
    """Why a value cannot be loaded as a document."""
    try:
        from_dict(value)  # type: ignore[call-overload]
    except InvalidDocumentError as error:
        return error.findings
    return ()


def findings_in(cls: type, value: object) -> tuple[Finding, ...]:
    """Why a value cannot be read as an object of a class."""
    try:
        structure(value, cls)
    except InvalidDocumentError as error:
        return error.findings
    return ()


def assert_one_verdict(value: object, findings: tuple[Finding, ...], *, valid: bool) -> None:
    """A valid value may have findings of the named list and no other; one that is refused has findings."""
    if valid:
        assert [finding for finding in findings if not _is_named(finding, value)] == [], value
    else:
        assert findings, value


def assert_one_verdict_on_each(judged: Iterable[Judged], verdicts: Iterable[bool]) -> None:
    """The same for many values and what a validator said of them."""
    for (value, findings), valid in zip(judged, verdicts, strict=True):
        assert_one_verdict(value, findings, valid=valid)


def _is_named(finding: Finding, document: object) -> bool:
    path = from_pointer(finding.path)
    tokens = [str(token) for token in path] or [""]
    return any(
        difference.code == finding.code
        and any(token.startswith(difference.path) for token in tokens)
        and re.search(difference.holding, str(_at(document, path)))
        for difference in DIFFERENCES
    )


def _at(value: object, path: Path) -> object:
    for token in path:
        value = value[int(token)] if isinstance(value, list) else value[token]  # type: ignore[index]
    return value
