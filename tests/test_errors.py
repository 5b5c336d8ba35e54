"""The errors: one root, picklable, and readable."""

import pickle

import pytest

from productgov import (
    CheckFailedError,
    Finding,
    InvalidDocumentError,
    Location,
    MissingExtraError,
    ProductGovError,
    Report,
    Severity,
    UnknownFormatError,
)

WRONG = Finding(code="PG005", severity=Severity.ERROR, path="/name", message="name must be text", hint="write text")
ODD = Finding(
    code="PG207",
    severity=Severity.WARNING,
    path="",
    message="a theme without items",
    hint="use it",
    location=Location(line=1, column=2),
)
ASIDE = Finding(code="PG302", severity=Severity.INFO, path="/a", message="outranks", hint="look")

ERRORS = [
    InvalidDocumentError((WRONG,)),
    CheckFailedError(Report((WRONG, ODD))),
    MissingExtraError("reading YAML", "yaml"),
    UnknownFormatError("no such format"),
]


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_errors_have_one_root_and_survive_pickling(error: ProductGovError) -> None:
    copy = pickle.loads(pickle.dumps(error))
    assert isinstance(error, ProductGovError)
    assert type(copy) is type(error)
    assert str(copy) == str(error)
    assert vars(copy) == vars(error)


def test_an_invalid_document_lists_its_findings() -> None:
    assert str(InvalidDocumentError((WRONG,))) == "the document is not valid:\n  PG005 /name: name must be text"


def test_a_failed_check_lists_its_errors_only() -> None:
    assert str(CheckFailedError(Report((ODD, WRONG)))) == "the check found errors:\n  PG005 /name: name must be text"


def test_a_finding_about_the_whole_document_says_so() -> None:
    assert "(the whole document): a theme" in str(InvalidDocumentError((ODD,)))


def test_a_missing_extra_names_the_command_that_helps() -> None:
    message = str(MissingExtraError("reading YAML", "yaml"))
    assert message == "reading YAML needs an extra that is not installed: pip install 'productgov[yaml]'"


def test_a_report_sorts_its_findings_by_severity_on_demand() -> None:
    report = Report((WRONG, ODD, ASIDE))
    assert list(report) == [WRONG, ODD, ASIDE]
    assert len(report) == 3
    assert (report.errors, report.warnings, report.infos) == ((WRONG,), (ODD,), (ASIDE,))
    assert not report.ok
    assert Report((ODD, ASIDE)).ok


def test_raise_for_errors_raises_only_for_errors() -> None:
    Report((ODD, ASIDE)).raise_for_errors()
    with pytest.raises(CheckFailedError) as caught:
        Report((WRONG,)).raise_for_errors()
    assert caught.value.report.errors == (WRONG,)
