"""A limited number of findings is kept, and the others are counted: while they are collected, and everywhere after."""

import json
from collections.abc import Callable

import pytest

from productgov import (
    CheckFailedError,
    Document,
    InvalidDocumentError,
    Limits,
    Omitted,
    Report,
    Severity,
    from_dict,
    loads,
    parse,
)
from productgov.collected import Collected
from productgov.findings import Finding
from productgov.model.initiative import Initiative
from productgov.rules.engine import check
from tests.support.examples import example_data, merged
from tests.support.findings import finding

FEW = Limits(max_findings=3)
UNKNOWN = "{" + ",".join(f'"k{index}":1' for index in range(10)) + "}"
TWICE = "{" + ",".join(['"name":1'] * 10) + "}"
SEVEN = (Omitted(code="PG003", severity=Severity.ERROR, count=7),)


def collected(most: int, *findings: Finding) -> Collected[Finding]:
    made = Collected[Finding](most)
    made.extend(findings)
    return made


def test_of_each_code_the_first_are_kept_and_the_others_counted() -> None:
    late, early = finding(code="PG205"), finding(code="PG203")
    made = collected(2, late, early, late, late, early, early, late)
    assert made.kept == [late, early, late, early]
    assert len(made) == 7
    assert made.omitted == (
        Omitted(code="PG203", severity=Severity.ERROR, count=1),
        Omitted(code="PG205", severity=Severity.ERROR, count=2),
    )


def test_omitted_findings_are_counted_by_severity() -> None:
    made = collected(1, finding(), finding(Severity.WARNING), finding(Severity.INFO), finding(Severity.WARNING))
    assert {one.severity: one.count for one in made.omitted} == {Severity.WARNING: 2, Severity.INFO: 1}


def test_the_last_finding_can_be_replaced_while_it_is_kept() -> None:
    made = collected(1, finding())
    made.replace_last(finding(message="later"))
    assert made.last() == finding(message="later")
    made.append(finding(message="too many"))
    assert made.last() is None
    made.replace_last(finding(message="lost"))
    assert [one.message for one in made.kept] == ["later"]


def test_without_a_limit_all_are_kept() -> None:
    made = Collected[Finding]()
    made.extend([finding()] * 20_000)
    assert len(made.kept) == 20_000
    assert made.omitted == ()


def test_a_document_keeps_as_many_findings_of_a_code_as_its_limits_allow() -> None:
    document = parse(UNKNOWN, format="json", limits=FEW)
    assert [one.path for one in document.findings if one.code == "PG003"] == ["/k0", "/k1", "/k2"]
    assert [one for one in document.omitted if one.code == "PG003"] == list(SEVEN)
    assert parse(UNKNOWN, format="json").omitted == ()
    assert parse(json.dumps(example_data()), format="json", limits=FEW).omitted == ()


@pytest.mark.parametrize("end", ["", "["])
def test_duplicate_keys_are_counted_too_also_where_the_reader_had_to_stop(end: str) -> None:
    document = parse(TWICE + end, format="json", limits=FEW)
    assert [one.code for one in document.findings].count("PG002") == 3
    assert Omitted(code="PG002", severity=Severity.ERROR, count=6) in document.omitted


def test_a_document_of_another_version_has_one_finding() -> None:
    document = parse('{"schemaVersion": "9.0", "k": 1, "k": 2, "k": 3}', format="json", limits=Limits(max_findings=1))
    assert [one.code for one in document.findings] == ["PG009"]
    assert document.omitted == ()


@pytest.mark.parametrize(
    "act",
    [
        lambda: loads(UNKNOWN, limits=FEW),
        lambda: from_dict(json.loads(UNKNOWN), limits=FEW),
        lambda: from_dict(json.loads(UNKNOWN), Initiative, limits=FEW),
        lambda: loads(UNKNOWN.replace("{", '{"x-other":{},'), limits=FEW),
    ],
)
def test_an_error_tells_what_it_does_not_hold(act: Callable[[], object]) -> None:
    with pytest.raises(InvalidDocumentError) as caught:
        act()
    assert [one for one in caught.value.omitted if one.code == "PG003"] == list(SEVEN)


def test_the_text_of_an_error_counts_all_findings() -> None:
    error = InvalidDocumentError((finding(),) * 25, "plan.json", SEVEN)
    assert str(error).endswith("\n  and 12 more")
    assert str(InvalidDocumentError((finding(),), "plan.json", SEVEN)).endswith("\n  and 7 more")


def late(most: int, items: int = 30) -> Document:
    """Late items, of whose findings so many are kept."""
    now = [{"id": f"i{index}", "title": "An item", "targetDate": "2026-01-05"} for index in range(items)]
    text = json.dumps(merged(example_data(), {"roadmap": {"timeHorizon": {"now": now}}}))
    return parse(text, format="json", limits=Limits(max_findings=most))


def test_findings_of_rules_are_limited_in_the_order_of_the_document() -> None:
    whole, limited = late(100).check(select="PG205"), late(4).check(select="PG205")
    assert len(whole) == 30
    assert limited.findings == whole.findings[:4]
    assert limited.omitted == (Omitted(code="PG205", severity=Severity.WARNING, count=26),)
    assert str(limited).endswith("\n26 more warnings of PG205, counted but not listed\n30 warnings (as of 2026-03-02)")
    assert repr(limited) == "<Report: 30 warnings>"


def test_a_check_of_a_governance_keeps_ten_thousand() -> None:
    report = check(late(10_000, items=10_002).governance, select="PG205")
    assert len(report) == Limits().max_findings == 10_000
    assert [one.count for one in report.omitted] == [2]


def test_omitted_errors_are_errors() -> None:
    report = Report((finding(Severity.WARNING),), omitted=SEVEN)
    assert not report.ok
    with pytest.raises(CheckFailedError, match=r"^the check found 7 errors:\n  and 7 more$"):
        report.raise_for_errors()
    warnings = (Omitted(code="PG205", severity=Severity.WARNING, count=7),)
    assert Report((), omitted=warnings).ok
    assert str(CheckFailedError(Report((finding(),), omitted=warnings))).startswith("the check found 1 error:\n")


def test_a_report_knows_its_day() -> None:
    document = late(4)
    assert str(document.check().as_of) == example_data()["asOf"]
    assert str(check(document.governance).as_of) == example_data()["asOf"]
    assert parse("{}", format="json").check().as_of is None


def test_what_is_only_counted_changes_no_hint() -> None:
    text = '{"id": 5, "title": null}'
    with pytest.raises(InvalidDocumentError) as caught:
        from_dict(json.loads(text), Initiative, limits=Limits(max_findings=1))
    (kept,) = caught.value.findings
    assert kept.path == "/id"
    assert "required" not in kept.hint
    with pytest.raises(InvalidDocumentError) as caught:
        from_dict(json.loads(text), Initiative)
    assert caught.value.findings[1].hint == "write a value: title is required"
