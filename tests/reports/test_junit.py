"""Findings as JUnit XML."""

from xml.etree import ElementTree as ET

import attrs
from hypothesis import given
from hypothesis import strategies as st

from productgov.findings import Severity
from productgov.reports.junit import junit_report
from productgov.reports.reporter import CheckRun
from tests.support.checked import GONE, MORE, checked, run_of
from tests.support.findings import ALSO, HERE, finding

ODD = finding(Severity.WARNING)


ALLOWED = {
    "testsuites": {"tests", "failures", "errors"},
    "testsuite": {"name", "file", "tests", "failures", "errors", "skipped", "time"},
    "testcase": {"classname", "name", "time"},
    "failure": {"type", "message"},
    "error": {"type", "message"},
    "system-out": set(),
}
"""The elements and attributes that both Jenkins and GitLab read; the schema of Jenkins refuses others."""


def parsed(run: CheckRun) -> ET.Element:
    return ET.fromstring(junit_report(run).encode())


def test_a_finding_that_fails_the_check_is_a_test_that_fails() -> None:
    root = parsed(run_of("plans/a.json", HERE))
    assert root.attrib == {"tests": "1", "failures": "1", "errors": "0"}
    (suite,) = root
    assert suite.attrib == {
        "name": "plans/a.json",
        "file": "plans/a.json",
        "tests": "1",
        "failures": "1",
        "errors": "0",
        "skipped": "0",
        "time": "0",
    }
    (case,) = suite
    assert case.attrib == {
        "classname": "plans/a.json",
        "name": "PG005 /name",
        "time": "0",
    }
    (failure,) = case
    assert (failure.tag, failure.get("type"), failure.get("message")) == (
        "failure",
        "PG005",
        "name must be text, not \\u202e5",
    )
    assert failure.text == "plans/a.json:3:7 PG005 name must be text, not \\u202e5; write text"


def test_a_finding_that_does_not_fail_the_check_is_output_of_a_test_that_passes() -> None:
    (case,) = parsed(run_of("a.json", ODD)).iter("testcase")
    (output,) = case
    assert (output.tag, output.text) == ("system-out", "a.json /name PG205 late; be on time")
    assert parsed(run_of("a.json", ODD)).get("failures") == "0"
    strict = parsed(CheckRun((checked("a.json", ODD, finding(Severity.INFO), strict=True),)))
    assert strict.get("failures") == "1"
    assert [len(case.findall("failure")) for case in strict.iter("testcase")] == [1, 0]


def test_tests_are_told_apart_by_their_names() -> None:
    names = [case.get("name") for case in parsed(run_of("a", ODD, ODD, attrs.evolve(ODD, path=""))).iter("testcase")]
    assert names == ["PG205 /name", "PG205 /name (2)", "PG205"]


def test_a_file_without_findings_is_a_test_that_passes() -> None:
    (case,) = parsed(run_of("a.json")).iter("testcase")
    assert case.get("name") == "check"
    assert list(case) == []


def test_a_file_that_cannot_be_checked_is_an_error() -> None:
    root = parsed(CheckRun((checked("a.json"),), (GONE,)))
    assert root.attrib == {"tests": "2", "failures": "0", "errors": "1"}
    (error,) = root.iter("error")
    assert error.get("message") == "no such file or directory"


def test_what_is_only_counted_fails_as_its_severity_does() -> None:
    counted = attrs.evolve(MORE, severity=Severity.INFO)
    *_, error, info = parsed(run_of("a.json", HERE, omitted=(MORE, counted))).iter("testcase")
    assert error.get("name") == "PG003 error not listed"
    assert [child.tag for child in error] == ["failure"]
    assert [child.tag for child in info] == ["system-out"]
    assert info[0].text == "7 more infos of PG003, counted but not listed"


@given(st.text(), st.text(st.characters()))
def test_no_text_breaks_the_xml(name: str, message: str) -> None:
    hostile = finding(message=f"{message}\x00\x1b[31m]]>\ud800\uffff", path=f"/{message}\x85")
    root = parsed(run_of(f"{name}<&'\">\n\t\x01", hostile))
    (failure,) = root.iter("failure")
    assert (failure.get("message") or "").endswith("\\u0000\\u001b[31m]]>\\ud800\\uffff")
    assert (root[0].get("name") or "").endswith("<&'\">\n\t\\u0001")


def test_there_is_no_element_and_no_attribute_that_a_reader_refuses() -> None:
    documents = (checked("a.json", HERE, ODD, omitted=(MORE,)), checked("b.json"))
    for element in parsed(CheckRun(documents, (GONE,))).iter():
        assert set(element.attrib) <= ALLOWED[element.tag]


def test_related_places_are_in_the_text() -> None:
    text = parsed(run_of("a.json", ALSO))[0][0][0].text
    assert text is not None
    assert text.endswith("; write text; also at 9:2, /c, 20:1, 21:1, 22:1 and 6 more")
