"""A rule that is made in a test works like any other: it is one object, and nothing else has to know it."""

from collections.abc import Iterator

import attrs
import pytest

from productgov.errors import InvalidValueError
from productgov.findings import Severity
from productgov.found import Found, Replace
from productgov.rules.context import Context
from productgov.rules.engine import diagnose
from productgov.rules.registry import RULES
from productgov.rules.rule import Rule
from tests.support.examples import Fragment, bad_document, document_with, good_document, item


def _capitals(context: Context) -> Iterator[Found]:
    for path, initiative, _ in context.items:
        if initiative.title.isupper():
            worse = Severity.ERROR if initiative.title.endswith("!") else None
            message = f"the title of {initiative.id} is in capitals"
            yield Found((*path, "title"), message, "write it in lower case", severity=worse)


CAPITALS = Rule(
    code="XX101",
    severity=Severity.INFO,
    title="title in capitals",
    meaning="The title of an open item is written in capitals.",
    why="Capitals are harder to read.",
    bad=item("next", "payments", title="PAY BY INVOICE"),
    good=item("next", "payments", title="Pay by invoice"),
    find=_capitals,
)
ALL = (*RULES.values(), CAPITALS)
NEXT = "/roadmap/timeHorizon/next/0"


def found(*fragments: Fragment, **options: object) -> list[tuple[str, Severity, str]]:
    subject = document_with(*fragments).governance
    findings = (one.to_finding() for one in diagnose(subject, rules=ALL, **options))  # type: ignore[arg-type]
    return [(finding.code, finding.severity, finding.path) for finding in findings]


def test_its_examples_do_what_they_promise() -> None:
    for document, codes in ((bad_document(CAPITALS), ["XX101"]), (good_document(CAPITALS), [])):
        assert [one.code for one in diagnose(document.governance, rules=ALL)] == codes


def test_a_finding_has_the_severity_of_its_rule_unless_it_has_its_own() -> None:
    assert found(item("next", "payments", title="PAY")) == [("XX101", Severity.INFO, f"{NEXT}/title")]
    assert found(item("next", "payments", title="PAY!")) == [("XX101", Severity.ERROR, f"{NEXT}/title")]


def test_it_is_selected_and_ignored_by_its_code() -> None:
    both = item("next", "payments", title="PAY", metrics=[])
    assert [code for code, *_ in found(both)] == ["PG603", "XX101"]
    assert [code for code, *_ in found(both, select="XX")] == ["XX101"]
    assert [code for code, *_ in found(both, ignore=["XX1"])] == ["PG603"]
    with pytest.raises(InvalidValueError, match="XX101"):
        found(both, select="XX102")


def test_it_is_ignored_in_the_document() -> None:
    ignore = {"code": "XX101", "reason": "it is an acronym"}
    fragment = item("next", "payments", title="PAY", **{"x-productgov": {"ignore": [ignore]}})
    assert found(fragment) == []
    assert [one.code for one in diagnose(document_with(fragment).governance)] == ["PG607"]


def test_it_explains_itself() -> None:
    assert CAPITALS.heading == "XX101 (info): title in capitals"
    assert str(CAPITALS) == (
        "The title of an open item is written in capitals.\n\n"
        "Why it matters: Capitals are harder to read.\n\n"
        "Bad:\n    roadmap:\n      timeHorizon:\n        next:\n          - {id: payments, title: PAY BY INVOICE}\n\n"
        "Good:\n    roadmap:\n      timeHorizon:\n        next:\n          - {id: payments, title: Pay by invoice}"
    )


def test_the_repairs_of_a_rule_about_references_are_made_before_other_rules_look() -> None:
    def references(context: Context) -> Iterator[Found]:
        for path, initiative, _ in context.items:
            if initiative.title == "Pay by invoise":
                yield Found((*path, "title"), "a slip", "write INVOICE", Replace("INVOICE"))

    slip = Rule(
        code="XX102",
        severity=Severity.ERROR,
        title="slip",
        meaning="A slip.",
        why="It confuses.",
        bad={},
        good={},
        find=references,
        as_written=True,
    )
    subject = document_with(item("next", "payments", title="Pay by invoise")).governance
    assert [one.code for one in diagnose(subject, rules=(CAPITALS, slip))] == ["XX101", "XX102"]


def test_its_texts_are_filled_to_80_columns_and_no_word_is_broken_at_a_hyphen() -> None:
    written = attrs.evolve(
        CAPITALS,
        meaning=f"""{"a" * 70}
        to-the-last-word.""",
    )
    assert written.meaning == f"{'a' * 70} to-the-last-word."
    meaning, why, bad, good = str(written).split("\n\n")
    assert meaning == f"{'a' * 70}\nto-the-last-word."
    assert why == "Why it matters: Capitals are harder to read."
    assert (bad, good) == tuple(
        f"{label}:\n    roadmap:\n      timeHorizon:\n        next:\n          - {{id: payments, title: {title}}}"
        for label, title in (("Bad", "PAY BY INVOICE"), ("Good", "Pay by invoice"))
    )
