"""Findings as annotations of a workflow, and as the summary of a job."""

from html import unescape

import attrs

from productgov.findings import Finding, Location, Severity
from productgov.reports.github import github_report
from productgov.reports.job_summary import job_summary
from productgov.reports.reporter import CheckRun
from tests.support.checked import GONE, MORE, checked, run_of
from tests.support.findings import ALSO, HERE, finding


def annotation(file: str, found: Finding) -> str:
    return github_report(run_of(file, found)).splitlines()[0]


def test_a_finding_is_one_command_with_its_place() -> None:
    here = finding(Severity.ERROR, location=Location(line=3, column=7))
    assert annotation("a.yaml", here) == "::error file=a.yaml,line=3,col=7,title=PG205::late; hint: be on time"
    ended = attrs.evolve(here, end=Location(line=3, column=9))
    assert "file=a.yaml,line=3,col=7,endLine=3,endColumn=9,title=PG205::" in annotation("a.yaml", ended)


def test_the_file_is_named_as_it_is_in_the_repository() -> None:
    document = checked("../a.yaml", finding())._replace(path="plans/a.yaml")
    assert github_report(CheckRun((document,))).startswith("::error file=plans/a.yaml,title=PG205::")


def test_severities_are_those_of_github() -> None:
    names = [annotation("a", finding(severity)).split(" ")[0] for severity in Severity]
    assert names == ["::error", "::warning", "::notice"]


def test_text_cannot_become_a_command_or_a_property() -> None:
    hostile = finding(Severity.INFO, message="100%\r\n::error::gone: a,b")
    assert annotation("a,b:%\nc.yaml", hostile) == (
        "::notice file=a%2Cb%3A%25\\u000ac.yaml,title=PG205::100%25\\u000d\\u000a::error::gone: a,b; hint: be on time"
    )


def test_the_last_line_is_the_summary() -> None:
    assert github_report(run_of("a", finding())).endswith("\n1 file checked: 1 error\n")
    assert github_report(CheckRun()) == ""


def test_what_github_does_not_show_is_said() -> None:
    ten = github_report(run_of("a", *[finding()] * 10, *[finding(Severity.WARNING)] * 10))
    assert "GitHub shows" not in ten
    lines = github_report(run_of("a", *[finding()] * 11, *[finding(Severity.WARNING)] * 46)).splitlines()
    assert lines[-3:] == [
        "GitHub shows only 10 of the 11 errors of this step at their lines; this log has them all",
        "GitHub shows only 10 of the 46 warnings of this step at their lines; this log has them all",
        "1 file checked: 11 errors, 46 warnings",
    ]


def test_a_file_that_cannot_be_checked_is_an_error() -> None:
    said = "::error file=plans/gone.json,title=not usable::no such file or directory\n"
    assert github_report(CheckRun(unusable=(GONE,))) == said
    assert "of the 11 errors" in github_report(CheckRun((checked("a", *[finding()] * 10),), (GONE,)))


def test_what_is_only_counted_is_said() -> None:
    assert "\na: 7 more errors of PG003, counted but not listed\n" in github_report(
        run_of("a", finding(), omitted=(MORE,))
    )


def test_the_summary_of_a_job_is_a_table() -> None:
    text = unescape(job_summary(run_of("a.json", HERE, finding(Severity.WARNING), omitted=(MORE,))))
    assert text == (
        "### productgov check\n\n"
        "1 file checked: 8 errors, 1 warning\n\n"
        "| place | severity | code | finding |\n"
        "|---|---|---|---|\n"
        "| a.json:3:7 | error | PG005 | name must be text, not \\u202e5; hint: write text |\n"
        "| a.json /name | warning | PG205 | late; hint: be on time |\n"
        "\n- a.json: 7 more errors of PG003, counted but not listed\n"
    )


def test_the_summary_of_a_job_without_findings_has_no_table() -> None:
    assert unescape(job_summary(run_of("a.json"))) == "### productgov check\n\n1 file checked: no findings\n\n"


def test_the_summary_of_a_job_names_files_that_could_not_be_checked() -> None:
    text = unescape(job_summary(CheckRun(unusable=(GONE,))))
    assert text.endswith("\n- plans/gone.json: not usable: no such file or directory\n")


def test_no_text_is_markup_in_the_summary_of_a_job() -> None:
    hostile = finding(message="a | b <script> [x](http://y) `c`\n# d", hint="@everyone **e** \\ ~~f~~ &lt; #12")
    row = job_summary(run_of("a|b.json", hostile)).splitlines()[-1]
    assert row.count("|") == 5
    assert not set("<>[]`#*@\\~") & set(row.replace("&#", ""))
    assert unescape(row) == (
        "| a|b.json /name | error | PG205 | "
        "a | b <script> [x](http://y) `c` # d; hint: @everyone **e** \\ ~~f~~ &lt; #12 |"
    )


def test_the_summary_of_a_job_is_smaller_than_github_allows() -> None:
    text = job_summary(run_of("a.json", *[finding(message="ä" * 1_000)] * 1_000))
    assert len(text.encode()) < 2**20
    rows = text.count("| error |")
    assert 100 < rows < 1_000
    assert f"\nand {1_000 - rows} more\n" in text


def test_related_places_are_in_the_message_and_in_the_summary() -> None:
    places = "; hint: write text; also at 9:2, /c, 20:1, 21:1, 22:1 and 6 more"
    assert annotation("a.yaml", ALSO).endswith(places)
    assert f"{places} |" in unescape(job_summary(run_of("a.yaml", ALSO)))
