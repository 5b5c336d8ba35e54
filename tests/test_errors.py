"""The errors and the report: one root, picklable, readable."""

import pickle
from collections.abc import Callable
from pathlib import Path

import attrs
import pytest

from productgov import (
    CheckFailedError,
    Finding,
    InvalidDocumentError,
    Location,
    MissingExtraError,
    ProductGovernance,
    ProductGovError,
    Report,
    Severity,
    UnknownFormatError,
    from_dict,
    load,
    loads,
)
from productgov.errors import FileExistsAlreadyError, NotFixableError

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
    InvalidDocumentError((WRONG,), "plan.yaml"),
    NotFixableError("plan.toml: only JSON and YAML files can be fixed"),
    FileExistsAlreadyError("plan.yaml exists already"),
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


def test_an_invalid_document_lists_its_findings_with_file_line_and_hint() -> None:
    here = attrs.evolve(WRONG, location=Location(line=3, column=7))
    error = InvalidDocumentError((here, WRONG), "plan.yaml")
    assert error.name == "plan.yaml"
    assert str(error) == (
        "the document is not valid:\n"
        "  plan.yaml:3:7 PG005 name must be text; write text\n"
        "  plan.yaml /name PG005 name must be text; write text"
    )
    assert InvalidDocumentError((WRONG,)).name == ""
    assert str(InvalidDocumentError((WRONG,))).endswith("\n  /name PG005 name must be text; write text")


def test_the_text_of_an_error_is_bounded() -> None:
    assert str(InvalidDocumentError((WRONG,) * 54)).endswith("\n  and 34 more")
    assert str(CheckFailedError(Report((WRONG,) * 54))).endswith("\n  and 34 more")


def test_a_failed_check_lists_its_errors_only() -> None:
    error = CheckFailedError(Report((ODD, WRONG)))
    assert str(error) == "the check found 1 error:\n  /name PG005 name must be text; write text"


def test_a_finding_about_the_whole_document_says_so() -> None:
    nowhere = attrs.evolve(ODD, location=None)
    assert "(the whole document) PG207 a theme" in str(InvalidDocumentError((nowhere,)))


def test_a_document_that_is_not_valid_is_named_by_its_error(tmp_path: Path) -> None:
    path = tmp_path / "plan.json"
    path.write_text('{"name": 5}', encoding="utf-8")
    ways: dict[str, Callable[[], ProductGovernance]] = {
        str(path): lambda: load(path),
        "<text>": lambda: loads('{"name": 5}'),
        "<mapping>": lambda: from_dict({"name": 5}),
    }
    for name, way in ways.items():
        with pytest.raises(InvalidDocumentError) as caught:
            way()
        assert caught.value.name == name
        assert f"\n  {name}" in str(caught.value)


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


def test_a_report_is_printed_as_the_command_line_prints_it_without_the_file() -> None:
    assert str(Report((WRONG, ODD))) == (
        "/name: error PG005 name must be text\n"
        "    hint: write text\n"
        "1:2: warning PG207 a theme without items\n"
        "    hint: use it\n"
        "1 error, 1 warning"
    )
    assert str(Report()) == "no findings"


def test_a_report_is_represented_by_its_counts() -> None:
    assert repr(Report((WRONG, WRONG, ODD))) == "<Report: 2 errors, 1 warning>"
    assert repr(Report()) == "<Report: no findings>"


def test_raise_for_errors_raises_only_for_errors() -> None:
    Report((ODD, ASIDE)).raise_for_errors()
    with pytest.raises(CheckFailedError) as caught:
        Report((WRONG,)).raise_for_errors()
    assert caught.value.report.errors == (WRONG,)
