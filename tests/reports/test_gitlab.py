"""Findings as a Code Quality report of GitLab."""

import json

from productgov.findings import Severity
from productgov.reports.gitlab import gitlab_report
from productgov.reports.reporter import CheckRun
from tests.support.checked import GONE, MORE, checked, run_of
from tests.support.findings import ALSO, HERE, NOWHERE, finding


def test_a_finding_is_an_issue_with_everything_that_gitlab_requires() -> None:
    first, second = json.loads(gitlab_report(run_of("plans/a.json", HERE, NOWHERE)))
    assert len(first.pop("fingerprint")) > 30
    assert first == {
        "description": "name must be text, not \\u202e5; write text",
        "check_name": "PG005",
        "severity": "critical",
        "location": {"path": "plans/a.json", "lines": {"begin": 3}},
    }
    assert second["location"]["lines"] == {"begin": 1}


def test_severities_are_those_of_gitlab() -> None:
    issues = json.loads(gitlab_report(run_of("a", *map(finding, Severity))))
    assert [issue["severity"] for issue in issues] == ["critical", "minor", "info"]


def test_nothing_is_left_out() -> None:
    run = CheckRun((checked("a.json", HERE, omitted=(MORE,)), checked("b.json", HERE, omitted=(MORE,))), (GONE,))
    issues = json.loads(gitlab_report(run))
    assert [issue["description"] for issue in issues[1:2]] == ["7 more errors of PG003, counted but not listed"]
    assert issues[-1]["check_name"] == "unusable"
    assert issues[-1]["severity"] == "blocker"
    assert issues[-1]["location"] == {"path": "plans/gone.json", "lines": {"begin": 1}}
    assert len({issue["fingerprint"] for issue in issues}) == len(issues) == 5


def test_without_findings_the_report_is_an_empty_list() -> None:
    assert gitlab_report(run_of("a.json")) == "[]\n"


def test_related_places_are_in_the_description() -> None:
    (issue,) = json.loads(gitlab_report(run_of("a.json", ALSO)))
    assert issue["description"].endswith("; write text; also at 9:2, /c, 20:1, 21:1, 22:1 and 6 more")
