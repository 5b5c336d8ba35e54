"""The check as a whole: its order, its day, its report, and what it does not do."""

from datetime import UTC, date, datetime
from pathlib import Path

import attrs
import pytest

from productgov.dumping import to_dict
from productgov.errors import InvalidValueError
from productgov.findings import Finding, Severity
from productgov.model.initiative import Initiative
from productgov.model.roadmap import Dependency
from productgov.report import CheckFailedError
from productgov.rules.engine import check
from productgov.rules.registry import RULES
from tests.support.examples import Fragment, codes_and_places, document_with, item, kpi
from tests.support.governances import governance

MANY: Fragment = {
    "productVision": {"mission": "TBD", "strategicPillars": ["Calm", "Trust"]},
    "roadmap": {
        "timeHorizon": {
            "now": [{"id": "checkout", "owner": None, "targetDate": "2026-01-05", "theme": "Nothing"}],
            "later": [{"id": "identity", "pillar": "Nothing"}],
        },
        "dependencies": [{"from": "checkout", "to": "payments"}, {"from": "nowhere", "to": "payments"}],
    },
    "metrics": {
        "inputMetrics": [{"id": "activation", "target": 3}],
        "guardrailMetrics": [{"id": "crash-rate", "bounds": None}],
    },
    "reviews": {"productReview": {"frequency": "sometimes", "participants": []}},
}


def test_findings_come_in_the_order_of_the_document() -> None:
    assert codes_and_places(MANY) == [
        ("PG606", "/productVision/mission"),
        ("PG206", "/roadmap/timeHorizon/now/0"),
        ("PG104", "/roadmap/timeHorizon/now/0/theme"),
        ("PG205", "/roadmap/timeHorizon/now/0/targetDate"),
        ("PG105", "/roadmap/timeHorizon/later/0/pillar"),
        ("PG202", "/roadmap/dependencies/0/to"),
        ("PG102", "/roadmap/dependencies/1/from"),
        ("PG408", "/metrics/inputMetrics/0/target"),
        ("PG401", "/metrics/guardrailMetrics/0"),
        ("PG501", "/reviews/productReview/frequency"),
        ("PG502", "/reviews/productReview/participants"),
    ]


def without_places(finding: Finding) -> Finding:
    related = tuple(attrs.evolve(one, location=None, end=None) for one in finding.related)
    return attrs.evolve(finding, location=None, end=None, related=related)


def test_a_document_and_its_governance_have_the_same_findings() -> None:
    document = document_with(MANY)
    bare = [without_places(finding) for finding in document.check()]
    assert sorted(bare, key=str) == sorted(check(document.governance), key=str)


def test_every_finding_is_located_and_hints_at_something() -> None:
    for finding in document_with(MANY).check():
        assert finding.location is not None
        assert finding.hint


def test_a_check_changes_nothing_and_says_the_same_again() -> None:
    subject = document_with(MANY).governance
    before = to_dict(subject)
    assert check(subject) == check(subject)
    assert to_dict(subject) == before


def test_a_broken_document_has_its_level_one_findings_alone_whatever_is_selected() -> None:
    document = document_with(MANY, {"name": 5})
    assert [finding.code for finding in document.check()] == ["PG005"]
    assert [finding.code for finding in document.check(select="PG2", ignore="PG0")] == ["PG005"]
    with pytest.raises(InvalidValueError, match="unknown code"):
        document.check(select="PGX")


def test_select_and_ignore_choose_codes() -> None:
    assert {code for code, _ in codes_and_places(MANY, select="PG2")} == {"PG202", "PG205", "PG206"}
    assert {code for code, _ in codes_and_places(MANY, select=["PG2"], ignore=["PG20"])} == set()
    assert "PG502" not in {code for code, _ in codes_and_places(MANY, ignore="PG502")}


def test_the_report_sorts_by_severity_and_raises_for_errors() -> None:
    report = check(document_with(MANY).governance)
    assert {finding.severity for finding in report.errors} == {Severity.ERROR}
    assert not report.ok
    with pytest.raises(CheckFailedError) as caught:
        report.raise_for_errors()
    assert caught.value.report is report
    assert all(RULES[finding.code].severity is finding.severity for finding in report)


def test_the_day_is_the_argument_else_the_document_s() -> None:
    subject = governance(as_of=date(2026, 3, 1), north_star="weekly-teams")
    assert check(subject) == check(subject, as_of=date(2026, 3, 1))
    assert check(attrs.evolve(subject, as_of=None), as_of=date(2026, 3, 1)) == check(subject)


@pytest.mark.parametrize(
    ("subject", "message"),
    [
        ("plan.yaml", 'not the text "plan.yaml"; to check a file, call read(path).check(), or check(load(path))'),
        (Path("plan.yaml"), "Path; to check a file, call read(path).check(), or check(load(path))"),
        ({"name": "Tempo"}, "not an object; call check(from_dict(mapping))"),
        (document_with(), "not a Document; a document has a method of its own: document.check()"),
    ],
)
def test_a_wrong_subject_is_refused_with_the_call_that_was_meant(subject: object, message: str) -> None:
    with pytest.raises(InvalidValueError, match="check takes a ProductGovernance, not ") as caught:
        check(subject)  # type: ignore[arg-type]
    assert str(caught.value).endswith(message)


@pytest.mark.parametrize(
    ("day", "message"),
    [
        ("2027-01-01", 'as_of must be a datetime.date, not the text "2027-01-01"; write date(2027, 1, 1)'),
        ("tomorrow", 'as_of must be a datetime.date, not the text "tomorrow"; write date(2027, 1, 31)'),
        (
            datetime(2027, 1, 2, 3, tzinfo=UTC),
            "as_of must be a datetime.date, not the datetime 2027-01-02 03:00:00+00:00; write as_of.date()",
        ),
        (20270101, "as_of must be a datetime.date, not 20270101; write date(2027, 1, 31)"),
    ],
)
def test_a_wrong_day_is_refused_with_what_to_write(day: object, message: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        check(governance(), as_of=day)  # type: ignore[arg-type]
    assert str(caught.value) == message


def test_the_options_of_a_check_are_keywords() -> None:
    with pytest.raises(TypeError, match="positional"):
        check(governance(), date(2026, 3, 1))  # type: ignore[call-arg]


def test_a_misspelt_dependency_is_read_as_it_was_meant() -> None:
    fragment: Fragment = {"roadmap": {"dependencies": [{"from": "checkout", "to": "paymnets"}]}}
    assert codes_and_places(fragment) == [
        ("PG102", "/roadmap/dependencies/0/to"),
        ("PG202", "/roadmap/dependencies/0/to"),
    ]


SIGN_UPS = kpi(
    "input", "sign-ups", name="Sign-ups", direction="increase", target=9, source="the shop", influences=["activation"]
)
SIGN_UPS_LEAD_ASTRAY = kpi("input", "sign-ups", influences=["weekly-teens"])
THEMES: Fragment = {"roadmap": {"themes": ["Fewer meetings", "Work from anywhere"]}}
PILLARS: Fragment = {"productVision": {"strategicPillars": ["Calm", "Trust"]}}


@pytest.mark.parametrize(
    ("fragments", "code"),
    [
        ((PILLARS, item("next", "payments", pillar="Turst")), "PG105"),
        ((item("now", "checkout", guardrails=["crash-rates"]),), "PG103"),
        ((kpi("input", "activation", influences=["weekly-teans"]),), "PG107"),
        ((PILLARS, item("next", "payments", pillar="Truth")), "PG105"),
        ((THEMES, item("later", "identity", theme="Work from home")), "PG104"),
        ((SIGN_UPS, item("next", "payments", metrics=["sign-up"])), "PG103"),
        ((SIGN_UPS, item("now", "checkout", metrics=["sign-ups", "activated"], guardrails=[])), "PG103"),
        ((SIGN_UPS, item("now", "checkout", metrics=["sign-ups"], guardrails=[]), SIGN_UPS_LEAD_ASTRAY), "PG107"),
    ],
)
def test_one_slip_is_one_finding(fragments: tuple[Fragment, ...], code: str) -> None:
    assert [found for found, _ in codes_and_places(*fragments)] == [code]


def test_a_breach_is_a_warning_while_a_metric_is_unknown_that_might_answer_it() -> None:
    breach = kpi("guardrail", "crash-rate", observations=[{"date": "2026-03-01", "value": 3.4}])
    assert [code for code, _ in codes_and_places(breach)] == ["PG410"]
    fragments = (breach, item("now", "checkout", metrics=["activation", "crashes"]))
    assert sorted(code for code, _ in codes_and_places(*fragments)) == ["PG103", "PG403"]


def test_the_record_may_name_other_themes_while_one_is_not_used() -> None:
    delivered = {"id": "trial", "title": "A trial", "status": "done", "theme": "Growth"}
    found = codes_and_places(THEMES, {"roadmap": {"delivered": [delivered]}})
    assert found == [("PG207", "/roadmap/themes/1")]


def test_a_long_way_round_is_walked_without_recursion() -> None:
    items = tuple(Initiative(id=f"i{number}", title="An item") for number in range(3_000))
    ring = tuple(Dependency(from_=f"i{number}", to=f"i{(number + 1) % 3_000}") for number in range(3_000))
    subject = governance(now=items)
    subject = attrs.evolve(subject, roadmap=attrs.evolve(subject.roadmap, dependencies=ring))
    (finding,) = check(subject, select="PG201")
    assert finding.message.count("→") == 3_000
