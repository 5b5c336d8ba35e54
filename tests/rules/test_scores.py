"""The inputs of the scores: whether every item can be ranked, and whether its inputs are meaningful."""

import pytest

from tests.support.examples import Fragment, codes_and_places, document_with, item, messages
from tests.support.scoring import ICE, MATRIX, rice

NEXT = "/roadmap/timeHorizon/next/0"


def payments(**scoring: object) -> Fragment:
    return item("next", "payments", scoring=scoring)


def test_now_and_next_need_the_inputs_of_the_framework() -> None:
    assert codes_and_places(item("next", "payments", scoring=None)) == [("PG301", NEXT)]
    assert codes_and_places(payments(rice=None, ice=ICE)) == [("PG301", f"{NEXT}/scoring")]


def test_a_backlog_that_nobody_scored_is_one_finding() -> None:
    items = [{"id": f"n{number}", "title": f"Item {number}", "metrics": ["activation"]} for number in range(18)]
    bare: Fragment = {"roadmap": {"timeHorizon": {"next": items}}}
    [finding] = document_with(bare).check()
    assert (finding.code, finding.path) == ("PG301", "/roadmap/timeHorizon/next/1")
    assert finding.message == (
        "18 of the 20 open items in now and next have no RICE inputs (scoring.rice): n0, n1, n2, n3, n4 and 13 more"
    )
    assert len(finding.related) == 17


def test_an_override_is_enough_to_be_ranked() -> None:
    assert codes_and_places(payments(rice=None, override={"score": 5, "reason": "the law"})) == []


RATED = {"businessValue": 1, "userImpact": 1, "effort": 0, "strategicAlignment": 1}


@pytest.mark.parametrize(
    ("framework", "enough", "not_enough"),
    [
        ("ICE", {"ice": ICE}, {"valueEffort": MATRIX}),
        ("Value-Effort", {"valueEffort": MATRIX}, {"ice": ICE}),
        ("Value-Effort", {"criteria": RATED}, {"kano": {"counts": {"mustBe": 9}}}),
        ("Kano", {"kano": {"counts": {"mustBe": 99}}}, {"kano": {"counts": {}}}),
        ("Kano", {"kano": {"counts": {"reverse": 99}}}, {"ice": ICE}),
    ],
)
def test_each_framework_has_its_own_inputs(framework: str, enough: Fragment, not_enough: Fragment) -> None:
    def found(inputs: Fragment) -> list[tuple[str, str]]:
        chosen: Fragment = {"prioritization": {"framework": framework}}
        done = item("now", "checkout", status="done")
        return [one for one in codes_and_places(chosen, done, payments(**inputs)) if one[0] == "PG301"]

    assert found(enough) == []
    assert found(not_enough) == [("PG301", f"{NEXT}/scoring")]


@pytest.mark.parametrize("impact", [3, 2, 1, 0.5, 0.25, {"low": 0.3, "likely": 0.4, "high": 5}])
def test_the_steps_of_the_scale_and_ranges_are_on_it(impact: object) -> None:
    assert codes_and_places(payments(rice={"reach": 9, "impact": impact})) == []


def test_what_is_off_the_scale_is_found_where_it_is() -> None:
    fragment = payments(rice=rice(9, impact=5, confidence=0.3))
    assert codes_and_places(fragment) == [
        ("PG303", f"{NEXT}/scoring/rice/impact"),
        ("PG303", f"{NEXT}/scoring/rice/confidence"),
    ]
    assert "write 3, the nearest step" in messages(fragment)[0]


@pytest.mark.parametrize(
    ("impact", "steps"),
    [
        (2.5, "write 3 or 2, the nearest steps, to"),
        (1.5, "write 2 or 1, the nearest steps, to"),
        (0.75, "write 1 or 0.5, the nearest steps, to"),
        (2.6, "write 3, the nearest step, to"),
        (0, "write 0.25, the nearest step, to"),
    ],
)
def test_the_nearest_steps_of_the_scale_are_named(impact: float, steps: str) -> None:
    assert steps in messages(payments(rice=rice(9, impact=impact)))[0]


def test_the_inputs_of_the_backlog_are_judged_and_need_not_be_there() -> None:
    ideas = [
        {"id": "idea", "title": "An idea", "scoring": {"rice": rice(9, impact=5)}},
        {"id": "survey", "title": "A survey", "scoring": {"kano": {"counts": {"reverse": 9}}}},
        {"id": "bare", "title": "Nothing yet"},
        {"id": "gone", "title": "Dropped", "status": "dropped", "scoring": {"rice": rice(9, impact=5)}},
    ]
    assert codes_and_places({"roadmap": {"backlog": ideas}}) == [
        ("PG303", "/roadmap/backlog/0/scoring/rice/impact"),
        ("PG305", "/roadmap/backlog/1/scoring/kano"),
    ]


@pytest.mark.parametrize(("effort", "found"), [(0, [("PG304", "/prioritization/scoringCriteria")]), (1, [])])
def test_one_weight_is_enough(effort: int, found: list[tuple[str, str]]) -> None:
    weights = {"businessValue": 0, "userImpact": 0, "effort": effort, "strategicAlignment": 0}
    assert codes_and_places({"prioritization": {"scoringCriteria": weights}}) == found


@pytest.mark.parametrize(
    ("counts", "found"),
    [
        (
            {
                "mustBe": 15,
                "oneDimensional": 24,
                "attractive": 121,
                "indifferent": 124,
                "reverse": 6,
                "questionable": 6,
            },
            True,
        ),
        ({"mustBe": 95, "oneDimensional": 123, "attractive": 45, "indifferent": 33}, False),
        ({"reverse": 27}, True),
        ({"questionable": 27}, True),
        ({"attractive": 0.34, "indifferent": 0.33, "mustBe": 0.33}, False),
        ({}, False),
    ],
)
def test_a_verdict_needs_its_sample(counts: dict[str, float], found: bool) -> None:
    fragment = payments(kano={"counts": counts})
    assert codes_and_places(fragment) == ([("PG305", f"{NEXT}/scoring/kano")] if found else [])


@pytest.mark.parametrize(
    ("counts", "message"),
    [
        ({"reverse": 27}, "by its Kano survey, customers would rather not have payments | drop the item, or ask"),
        ({"questionable": 9}, "by its Kano survey, the answers about payments contradict each other | check how"),
        ({"attractive": 1}, "with 1 respondent, a lead of 1.2 is needed (Fong, 1996) | ask more people, or look"),
        (
            {"attractive": 53, "mustBe": 47},
            "(Fong, 1996) | if these are percentages, write how many people answered so; else ask more people",
        ),
    ],
)
def test_what_a_survey_says_is_said_in_words(counts: dict[str, float], message: str) -> None:
    assert message in messages(payments(kano={"counts": counts}))[0]


def matrix(first: Fragment, second: Fragment, cut: object = "midpoint") -> tuple[Fragment, ...]:
    return (
        {"prioritization": {"framework": "Value-Effort", "valueEffortCut": cut}},
        item("now", "checkout", scoring={"valueEffort": first}),
        payments(valueEffort=second),
    )


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ({"value": 9, "effort": 3}, {"value": 7, "effort": 8}, "all 2 items count as high value"),
        ({"value": 5, "effort": 3}, {"value": 4, "effort": 8}, "all 2 items count as low value"),
        ({"value": 9, "effort": 6}, {"value": 4, "effort": 8}, "all 2 items count as high effort"),
        ({"value": 9, "effort": 3}, {"value": 4, "effort": 4}, "all 2 items count as low effort"),
    ],
)
def test_a_matrix_with_one_side_is_found_once(first: Fragment, second: Fragment, found: str) -> None:
    assert codes_and_places(*matrix(first, second)) == [("PG307", "/prioritization")]
    assert found in messages(*matrix(first, second))[0]


def test_a_fixed_cut_that_divides_nothing_is_found_at_the_cut() -> None:
    fragments = matrix({"value": 9, "effort": 3}, {"value": 4, "effort": 8}, {"value": 2, "effort": 5})
    assert codes_and_places(*fragments) == [("PG307", "/prioritization/valueEffortCut")]


def test_criteria_are_cut_at_their_own_midpoint() -> None:
    rated = {"businessValue": 5.2, "userImpact": 5.2, "effort": 3, "strategicAlignment": 5.2}
    chosen: Fragment = {"prioritization": {"framework": "Value-Effort"}}
    both = item("now", "checkout", scoring={"criteria": rated}), payments(criteria={**rated, "effort": 9})
    assert "all 2 items count as high value (the cut is 5), so the matrix divides" in messages(chosen, *both)[0]
    mixed = both[0], payments(valueEffort={"value": 6, "effort": 9})
    assert "all 2 items count as high value (the cut is 5 and 5.5), so" in messages(chosen, *mixed)[0]
    assert codes_and_places(chosen, both[0], payments(valueEffort={"value": 5.2, "effort": 9})) == []


def test_a_single_item_has_no_sides() -> None:
    chosen: Fragment = {"prioritization": {"framework": "Value-Effort"}}
    done = item("now", "checkout", status="done")
    assert codes_and_places(chosen, done, payments(valueEffort={"value": 9, "effort": 3})) == []
