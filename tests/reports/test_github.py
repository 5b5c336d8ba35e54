"""Findings as annotations of a workflow."""

from productgov.findings import Finding, Location, Severity
from productgov.reports.github import github_report
from productgov.reports.reporter import CheckedDocument
from tests.support.findings import finding


def annotation(file: str, found: Finding) -> str:
    return github_report([CheckedDocument(file, {}, (found,))]).splitlines()[0]


def test_a_finding_is_one_command_with_its_place() -> None:
    here = finding(Severity.ERROR, location=Location(line=3, column=7))
    assert annotation("a.yaml", here) == "::error file=a.yaml,line=3,col=7,title=PG205::late; hint: be on time"


def test_severities_are_those_of_github() -> None:
    names = [annotation("a", finding(severity)).split(" ")[0] for severity in Severity]
    assert names == ["::error", "::warning", "::notice"]


def test_text_cannot_become_a_command_or_a_property() -> None:
    hostile = finding(Severity.INFO, message="100%\r\n::error::gone: a,b")
    assert annotation("a,b:%\nc.yaml", hostile) == (
        "::notice file=a%2Cb%3A%25\\u000ac.yaml,title=PG205::100%25\\u000d\\u000a::error::gone: a,b; hint: be on time"
    )


def test_the_last_line_is_the_summary() -> None:
    assert github_report([CheckedDocument("a", {}, (finding(),))]).endswith("\n1 file checked: 1 error\n")
    assert github_report([]) == ""
