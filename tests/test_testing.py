"""The helpers for tests of one's own rules and methods say what is wrong with them."""

from collections.abc import Iterator

import attrs
import pytest

from productgov import Initiative, Severity
from productgov.found import Found
from productgov.ranking import METHODS, Assessment
from productgov.rules import RULES, Context, Rule, Snippet
from productgov.testing import bad_document, document_with, findings_of, good_document, verify_method, verify_rule
from tests.support.examples import item
from tests.support.extras import needs
from tests.support.initiatives import INTERCOM, override
from tests.support.initiatives import item as initiative


def capitals(context: Context) -> Iterator[Found]:
    for path, each, _ in context.items:
        if each.title.isupper():
            yield Found((*path, "title"), f"the title of {each.id} is in capitals", "write it in lower case")


GOOD = Rule(
    code="ACME101",
    severity=Severity.INFO,
    title="title in capitals",
    meaning="The title of an open item is written in capitals.",
    why="Capitals are harder to read.",
    bad=item("next", "payments", title="PAY BY INVOICE"),
    good=item("next", "payments", title="Pay by invoice"),
    find=capitals,
)


def only(message: str, *path: str | int, hint: str = "do it") -> Rule:
    """The rule, with a finding of a document in capitals at a place of its own."""
    return attrs.evolve(GOOD, find=lambda context: [Found(path, message, hint) for _ in capitals(context)])


def problem(rule: Rule) -> str:
    with pytest.raises(AssertionError) as caught:
        verify_rule(rule)
    return str(caught.value)


def test_a_rule_that_does_what_it_promises_is_good() -> None:
    verify_rule(GOOD)
    verify_rule(only("capitals", "roadmap", "timeHorizon", "next", 0))
    verify_rule(only("capitals"))


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"code": "PG101"}, "the code 'PG101' must be 2 to 10 capitals of its own"),
        ({"title": " "}, "ACME101 has no title"),
        ({"why": ""}, "ACME101 has no why"),
        ({"bad": GOOD.good}, "the bad example of ACME101 must give exactly one finding, of ACME101, and gives none"),
        ({"good": GOOD.bad}, "the good example of ACME101 must give no finding, and gives ACME101 (the title of"),
        (
            {"bad": item("next", "payments", title="PAY", metrics=[])},
            "and gives PG603 (payments names no metric, so",
        ),
        (
            {"bad": item("next", "payments", title=5)},
            "the bad example of ACME101 is no valid document: PG005 title must",
        ),
    ],
)
def test_what_is_wrong_with_a_rule_is_said(changes: dict[str, object], said: str) -> None:
    assert said in problem(attrs.evolve(GOOD, **changes))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "path",
    [("roadmaps",), ("roadmap", "timeHorizon", "next", 9), ("roadmap", "timeHorizon", "next", "x"), ("name", "x")],
)
def test_a_path_that_leads_nowhere_is_said(path: tuple[str | int, ...]) -> None:
    assert "the path of the finding of ACME101 leads nowhere in the bad example: /" in problem(only("capitals", *path))


def test_a_finding_without_a_hint_is_said() -> None:
    assert problem(only("capitals", hint="")) == "the finding of ACME101 needs a message and a hint"


def test_what_a_rule_finds_in_any_document_can_be_asked() -> None:
    assert findings_of(GOOD) == ()
    (found,) = findings_of(GOOD, item("now", "checkout", title="BUY", metrics=[]))
    assert (found.code, found.path) == ("ACME101", "/roadmap/timeHorizon/now/0/title")


def test_the_example_document_has_no_finding() -> None:
    assert document_with().check().findings == ()


def test_our_own_examples_are_made_in_the_same_way() -> None:
    assert [one.code for one in bad_document(RULES["PG002"]).check()] == ["PG002"]
    assert bad_document(RULES["PG203"]).check().findings != good_document(RULES["PG203"]).check().findings


@needs("yaml")
def test_an_example_can_be_a_text() -> None:
    snippet = Snippet(text="name: TEMPO", language="yaml")
    rule = attrs.evolve(GOOD, bad=snippet, good=Snippet(text="name: Tempo", language="yaml"), find=named)
    verify_rule(rule)


def named(context: Context) -> Iterator[Found]:
    if (context.governance.name or "").isupper():
        yield Found(("name",), "the name is in capitals", "write it in lower case")


RICE = METHODS["RICE"]


def complaint(items: tuple[Initiative, ...] = INTERCOM, **changes: object) -> str:
    with pytest.raises(AssertionError) as caught:
        verify_method(attrs.evolve(RICE, **changes), items)  # type: ignore[arg-type]
    return str(caught.value)


def test_a_method_that_does_what_it_promises_is_good() -> None:
    verify_method(RICE, INTERCOM)


def test_what_is_wrong_with_a_method_is_said() -> None:
    assert complaint(has_inputs=lambda *_: True) == "has_inputs is true for an item without any scoring"
    assert (
        complaint(assess=lambda *_: Assessment(score=1))
        == "an item without any scoring is ranked; assess must give it a refusal"
    )
    assert complaint(explain=lambda *_: ["x"]) == "explain has lines for an item without any scoring"
    assert complaint(explain=lambda *_: []) == "explain has no line for p1"
    assert complaint(has_inputs=lambda *_: False) == "has_inputs is false for p1, which is ranked"
    assert complaint((initiative("x"),)) == "x is not ranked: no RICE inputs (scoring.rice)"
    assert complaint((initiative("x", override=override(1)),)) == "has_inputs is false for x, which is ranked"
