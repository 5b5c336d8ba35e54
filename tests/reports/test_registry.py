"""One protocol for all formats: a reporter takes checked documents and returns a text."""

from collections.abc import Sequence
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from productgov.cli import check
from productgov.cli.main import main
from productgov.finding_text import finding_line
from productgov.reports.registry import REPORTERS
from productgov.reports.reporter import CheckedDocument, Reporter
from tests.support.findings import HERE, NOWHERE


def junit_report(documents: Sequence[CheckedDocument]) -> str:
    """A reporter that productgov does not have: a test case for each document, a failure for each finding."""
    suite = ET.Element("testsuite", name="productgov", tests=str(len(documents)))
    for document in documents:
        case = ET.SubElement(suite, "testcase", name=document.name)
        for finding in document.findings:
            ET.SubElement(case, "failure", type=finding.code).text = finding_line(finding, document.name)
    return ET.tostring(suite, encoding="unicode") + "\n"


@pytest.mark.parametrize("reporter", REPORTERS.values(), ids=REPORTERS)
def test_every_reporter_takes_documents_and_ends_with_a_line_end(reporter: Reporter) -> None:
    text = reporter([CheckedDocument("a.json", None, (HERE, NOWHERE)), CheckedDocument("b.json", {}, ())])
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert "PG005" in text


def test_a_reporter_that_is_added_is_a_format_of_the_command_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(check, "REPORTERS", {**REPORTERS, "junit": junit_report})
    monkeypatch.chdir(tmp_path)
    Path("a.json").write_text('{"name": 5}')
    assert main(["check", "--format", "junit", "a.json"]) == 1
    (case,) = ET.fromstring(capsys.readouterr().out)
    assert case.get("name") == "a.json"
    (failure,) = case.findall("failure[@type='PG005']")
    assert (failure.text or "").startswith("a.json:1:10 PG005 name must be text, not 5; ")
