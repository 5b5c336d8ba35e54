"""What ignores do, and what can be wrong with them (PG607)."""

import sys
from datetime import date
from types import FrameType

import pytest

from productgov.found import Found
from productgov.rules.ignores import not_ignored
from productgov.rules.placed import PlacedObject
from productgov.rules.registry import RULES
from tests.support.examples import Fragment, codes_and_places, document_with, item, messages

NEXT = "/roadmap/timeHorizon/next/0"
REASON = {"code": "PG603", "reason": "the law"}


def settings(*ignores: object) -> Fragment:
    return {"x-productgov": {"ignore": list(ignores)}}


def payments(*ignores: object, metrics: tuple[str, ...] = ()) -> Fragment:
    """Payments, which name no metric (PG603), and what they ask to ignore."""
    return item("next", "payments", metrics=list(metrics), **settings(*ignores))


def test_an_object_ignores_a_code_for_itself() -> None:
    assert codes_and_places(payments(REASON)) == []


@pytest.mark.parametrize(
    "holder",
    [settings(REASON), {"roadmap": settings(REASON)}, {"roadmap": {"timeHorizon": settings(REASON)}}],
)
def test_an_object_ignores_a_code_for_what_it_holds(holder: Fragment) -> None:
    assert codes_and_places(payments()) == [("PG603", NEXT)]
    assert codes_and_places(payments(), holder) == []


def test_an_ignore_does_not_reach_other_objects() -> None:
    found = codes_and_places(item("now", "checkout", metrics=[]), payments(REASON))
    assert ("PG603", "/roadmap/timeHorizon/now/0") in found


@pytest.mark.parametrize("entry", [{"code": "PG603"}, {"code": "PG603", "reason": " "}, {"code": "PG603", "reason": 5}])
def test_an_ignore_without_reason_works_and_is_found(entry: object) -> None:
    assert codes_and_places(payments(entry)) == [("PG607", f"{NEXT}/x-productgov/ignore/0")]


def test_an_unknown_code_is_found_at_the_code() -> None:
    assert codes_and_places(payments({"code": "PG999", "reason": "the law"}, metrics=("activation",))) == [
        ("PG607", f"{NEXT}/x-productgov/ignore/0/code")
    ]


def test_an_ignore_of_a_retired_code_is_told_what_became_of_it() -> None:
    fragment = payments({"code": "PG204", "reason": "the law"}, metrics=("activation",))
    assert codes_and_places(fragment) == [("PG607", f"{NEXT}/x-productgov/ignore/0")]
    assert messages(fragment)[0].startswith("PG204 is retired: ")


def test_an_ignore_that_ignores_nothing_is_found() -> None:
    fragment = payments({"code": "PG605", "reason": "the law"}, REASON)
    assert codes_and_places(fragment) == [("PG607", f"{NEXT}/x-productgov/ignore/0")]
    assert "matches no finding" in messages(payments({"code": "PG605"}, REASON))[0]


def test_an_ignore_holds_until_its_last_day() -> None:
    fragment = payments({**REASON, "until": "2026-03-02"})
    assert codes_and_places(fragment) == []
    assert codes_and_places(fragment, as_of=date(2026, 3, 3)) == [
        ("PG603", NEXT),
        ("PG607", f"{NEXT}/x-productgov/ignore/0/until"),
    ]
    (message,) = (one for one in messages(payments({**REASON, "until": "2026-03-01"})) if "ended" in one)
    assert message == (
        "the ignore of PG603 ended on 2026-03-01 | correct what it ignored, or set a later day with a new reason"
    )


def test_an_ignore_that_has_ended_and_matches_nothing_is_only_told_to_match_nothing() -> None:
    fragment = payments({**REASON, "until": "2026-03-01"}, metrics=("activation",))
    assert codes_and_places(fragment) == [("PG607", f"{NEXT}/x-productgov/ignore/0")]
    assert "matches no finding" in messages(fragment)[0]


def test_of_two_ignores_one_that_holds_is_enough() -> None:
    ended = {**REASON, "until": "2026-03-01"}
    assert codes_and_places(payments(ended, REASON)) == [("PG607", f"{NEXT}/x-productgov/ignore/0/until")]


@pytest.mark.parametrize("until", ["soon", "2026-02-30", "20260301", 2026, None, ["2026-04-01"]])
def test_a_last_day_of_another_form_is_found_and_the_ignore_works(until: object) -> None:
    assert codes_and_places(payments({**REASON, "until": until})) == [("PG607", f"{NEXT}/x-productgov/ignore/0/until")]


def test_an_unknown_key_of_an_ignore_is_found_once() -> None:
    fragment = payments({"code": "PG603", "resaon": "the law", "until": "soon"})
    assert codes_and_places(fragment) == [("PG607", f"{NEXT}/x-productgov/ignore/0/resaon")]
    assert messages(fragment) == [
        'the ignore of PG603 has the unknown key "resaon" | an ignore has the keys code, reason and until'
    ]


def test_an_unknown_key_of_the_settings_is_found() -> None:
    fragment = item("next", "payments", **{"x-productgov": {"ignores": [REASON]}})
    assert codes_and_places(fragment) == [("PG607", f"{NEXT}/x-productgov/ignores")]
    assert messages(fragment) == ['x-productgov has the unknown key "ignores" | write ignore']


def test_of_two_ignores_of_one_finding_both_are_of_use() -> None:
    assert codes_and_places(payments({"code": "PG603", "reason": "a"}, {"code": "PG603", "reason": "b"})) == []


@pytest.mark.parametrize(
    ("ignore", "place"),
    [(5, "/ignore"), ([5], "/ignore/0"), ([{"reason": "why"}], "/ignore/0"), ([{"code": 603}], "/ignore/0")],
)
def test_an_ignore_of_another_form_is_found(ignore: object, place: str) -> None:
    fragment = item("next", "payments", **{"x-productgov": {"ignore": ignore}})
    assert codes_and_places(fragment) == [("PG607", f"{NEXT}/x-productgov{place}")]


def test_settings_of_another_form_are_found() -> None:
    assert codes_and_places({"x-productgov": ["PG603"]}) == [("PG607", "/x-productgov")]
    assert codes_and_places({"x-productgov": {}}) == []


def test_an_invalid_ignore_can_be_ignored_too_but_not_by_itself() -> None:
    known = {"code": "PG607", "reason": "we know"}
    second = [("PG607", f"{NEXT}/x-productgov/ignore/1")]
    assert codes_and_places(payments({"code": "PG603"}, known)) == []
    assert codes_and_places(payments({"code": "PG603"}, {"code": "PG607"})) == second
    assert codes_and_places(payments(REASON, known)) == second


def test_what_is_not_selected_still_counts_as_ignored() -> None:
    assert codes_and_places(payments(REASON), select="PG607") == []


def steps_of(count: int) -> int:
    """How many steps of the interpreter it takes to ignore so many findings by so many entries."""
    ignores = [{"code": "PG205", "reason": "known"}] * count
    holder = PlacedObject((), document_with(settings(*ignores)).governance)
    found = [Found(("x", index), "late", "be on time", code="PG205") for index in range(count)]
    steps = 0

    def traced(frame: FrameType, event: str, _arg: object) -> object:
        nonlocal steps
        frame.f_trace_opcodes = True
        steps += event == "opcode"
        return traced

    before = sys.gettrace()
    sys.settrace(traced)  # type: ignore[arg-type]
    try:
        assert not_ignored(found, [holder], RULES, date(2026, 3, 2)) == ()
    finally:
        sys.settrace(before)
    return steps


def test_findings_and_ignores_cost_what_they_are_and_not_their_product() -> None:
    assert steps_of(400) < 2.5 * steps_of(200)
