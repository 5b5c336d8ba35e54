"""Findings as JUnit XML, the format of test results that most services for continuous integration read."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from productgov.escaping import escaped_in_data
from productgov.finding_text import finding_line, omitted_text, related_text
from productgov.reports.reporter import CheckedDocument, CheckRun, UnusableFile
from productgov.wording import one_line

__all__ = ["junit_report"]

_MARKUP = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}
)


class _Test(NamedTuple):
    """A test of one file.

    Attributes:
        name: its name, which stays the same when lines move.
        outcome: the element that tells how it ended: failure, error, or system-out where it passed with a remark.
        type: the kind of failure.
        message: what is wrong, in one sentence.
        text: the same with place and hint.
    """

    name: str
    outcome: str = ""
    type: str = ""
    message: str = ""
    text: str = ""


def junit_report(run: CheckRun) -> str:
    """A suite for each file, and a test for each finding.

    A test fails where its finding makes the check fail; the others pass, and hold their finding as output. A file
    without findings is one test that passes, a file that could not be checked is an error.
    """
    suites = [(document.path, tuple(_tests(document))) for document in run.documents]
    suites += [(file.path, (_unusable(file),)) for file in run.unusable]
    inside = "".join(_suite(path, tests) for path, tests in suites)
    counts = _counts([test for _, tests in suites for test in tests])
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{_element("testsuites", counts, inside)}'


def _tests(document: CheckedDocument) -> Iterator[_Test]:
    seen: Counter[str] = Counter()
    for finding in document.report.findings:
        name = f"{finding.code} {finding.path}".rstrip()
        seen[name] += 1
        yield _Test(
            name=name if seen[name] == 1 else f"{name} ({seen[name]})",
            outcome="failure" if document.fails(finding.severity) else "system-out",
            type=finding.code,
            message=one_line(finding.message),
            text=f"{finding_line(finding, document.name)}{related_text(finding)}",
        )
    for one in document.report.omitted:
        outcome = "failure" if document.fails(one.severity) else "system-out"
        said = omitted_text(one)
        yield _Test(f"{one.code} {one.severity.value} not listed", outcome, one.code, said, said)
    if not document.report.findings:
        yield _Test("check")


def _unusable(file: UnusableFile) -> _Test:
    return _Test("check", "error", "unusable", file.reason, file.reason)


def _suite(path: str, tests: Sequence[_Test]) -> str:
    inside = "".join(_case(path, test) for test in tests)
    return _element("testsuite", {"name": path, "file": path, **_counts(tests), "skipped": "0", "time": "0"}, inside)


def _counts(tests: Sequence[_Test]) -> Mapping[str, str]:
    outcomes = Counter(test.outcome for test in tests)
    counts = {"tests": len(tests), "failures": outcomes["failure"], "errors": outcomes["error"]}
    return {name: str(count) for name, count in counts.items()}


def _case(path: str, test: _Test) -> str:
    attributes = {"classname": path, "name": test.name, "time": "0"}
    why = {} if test.outcome == "system-out" else {"type": test.type, "message": test.message}
    return _element("testcase", attributes, _element(test.outcome, why, _escaped(test.text)) if test.outcome else "")


def _element(name: str, attributes: Mapping[str, str], inside: str) -> str:
    given = "".join(f' {key}="{_escaped(value)}"' for key, value in attributes.items())
    return f"<{name}{given}>{inside}</{name}>\n"


def _escaped(text: str) -> str:
    """A text within XML; what is unsafe to print, which is all that XML cannot hold, is written as its code."""
    return escaped_in_data(text).translate(_MARKUP)
