"""PG3xx: what comes first, and how well that is known."""

import pytest

from tests.support.examples import codes_and_places, messages
from tests.support.extras import needs

pytestmark = needs("yaml")

HORIZONS = "/roadmap/timeHorizon"
NOW, NEXT, LATER = (f"{HORIZONS}/{horizon}/0" for horizon in ("now", "next", "later"))


def scored(horizon: str, id: str, scoring: str, more: str = "") -> str:
    return f"roadmap: {{timeHorizon: {{{horizon}: [{{id: {id}, scoring: {scoring}{more}}}]}}}}"


def rice(reach: float, impact: float = 1, confidence: float = 1, effort: float = 1) -> str:
    return f"{{rice: {{reach: {reach}, impact: {impact}, confidence: {confidence}, effort: {effort}}}}}"


def test_now_and_next_need_the_inputs_of_the_framework() -> None:
    assert codes_and_places(scored("next", "payments", "null")) == [("PG301", NEXT)]
    assert codes_and_places(scored("next", "payments", "{rice: null, ice: {impact: 5, confidence: 5, ease: 5}}")) == [
        ("PG301", f"{NEXT}/scoring")
    ]


def test_an_override_is_enough_to_be_ranked() -> None:
    assert codes_and_places(scored("next", "payments", "{rice: null, override: {score: 5, reason: the law}}")) == []


@pytest.mark.parametrize(
    ("framework", "enough", "not_enough"),
    [
        ("ICE", "ice: {impact: 5, confidence: 5, ease: 5}", "valueEffort: {value: 5, effort: 5}"),
        ("Value-Effort", "valueEffort: {value: 5, effort: 5}", "ice: {impact: 5, confidence: 5, ease: 5}"),
        (
            "Value-Effort",
            "criteria: {businessValue: 1, userImpact: 1, effort: 0, strategicAlignment: 1}",
            "kano: {counts: {mustBe: 9}}",
        ),
        ("Kano", "kano: {counts: {mustBe: 99}}", "kano: {counts: {}}"),
        ("Kano", "kano: {counts: {reverse: 99}}", "ice: {impact: 5, confidence: 5, ease: 5}"),
    ],
)
def test_each_framework_has_inputs_of_its_own(framework: str, enough: str, not_enough: str) -> None:
    def codes(inputs: str) -> list[tuple[str, str]]:
        done = "now: [{id: checkout, status: done}]"
        fragment = f"""
            prioritization: {{framework: {framework}}}
            roadmap: {{timeHorizon: {{{done}, next: [{{id: payments, scoring: {{{inputs}}}}}]}}}}
            """
        return [found for found in codes_and_places(fragment) if found[0] == "PG301"]

    assert codes(enough) == []
    assert codes(not_enough) == [("PG301", f"{NEXT}/scoring")]


def test_an_item_that_outranks_an_earlier_horizon_is_shown_with_both_scores() -> None:
    assert codes_and_places(scored("later", "identity", rice(200))) == [("PG302", LATER)]
    assert (
        "identity in later outranks payments in next (RICE 200 to 160)"
        in (messages(scored("later", "identity", rice(200)))[0])
    )
    assert codes_and_places(scored("later", "identity", rice(160))) == []


def test_what_is_in_progress_is_not_weighed_against_the_next_column() -> None:
    planned = "status: planned"
    assert codes_and_places(scored("next", "payments", rice(900))) == []
    fragment = f"""
        roadmap:
          timeHorizon:
            now: [{{id: checkout, {planned}}}]
            next: [{{id: payments, scoring: {rice(900)}}}]
        """
    assert codes_and_places(fragment) == [("PG302", NEXT)]


def test_an_item_is_weighed_against_the_worst_of_the_nearest_earlier_horizon_that_has_any() -> None:
    fragment = f"""
        roadmap:
          timeHorizon:
            now: [{{id: checkout, status: planned}}]
            next: [{{id: payments, status: in-progress}}]
            later: [{{id: identity, scoring: {rice(900)}}}]
        """
    assert codes_and_places(fragment) == [("PG302", LATER)]
    assert "outranks checkout in now" in messages(fragment)[0]


@pytest.mark.parametrize(
    ("awaited", "silent"),
    [
        ("externals: [{id: bank, title: B}]", True),
        ("externals: [{id: bank, title: B, expectedDate: 2026-03-03}]", True),
        ("externals: [{id: bank, title: B, expectedDate: 2026-03-02}]", False),
        ("delivered: [{id: bank, title: B, status: done}]", False),
    ],
)
def test_an_item_that_waits_may_wait(awaited: str, silent: bool) -> None:
    fragment = f"""
        roadmap:
          timeHorizon: {{later: [{{id: identity, scoring: {rice(200)}}}]}}
          dependencies: [{{from: identity, to: bank}}]
          {awaited}
        """
    assert codes_and_places(fragment) == ([] if silent else [("PG302", LATER)])


def test_waiting_for_a_vision_or_an_open_item_is_waiting() -> None:
    fragment = f"""
        roadmap:
          timeHorizon:
            later: [{{id: identity, scoring: {rice(200)}}}]
          dependencies: [{{from: identity, to: payments}}]
        """
    assert codes_and_places(fragment) == []
    vision = fragment.replace("payments", "offline").replace(
        "later:", "future: [{id: offline, title: O}]\n            later:"
    )
    assert [code for code, _ in codes_and_places(vision)] == ["PG202"]


def test_an_item_inherits_the_best_rank_of_what_depends_on_it() -> None:
    fragment = f"""
        roadmap:
          timeHorizon:
            later:
              - {{id: identity, scoring: {rice(1)}}}
              - {{id: invoices, title: Invoices, theme: Fewer meetings, scoring: {rice(300)}}}
          dependencies: [{{from: invoices, to: identity}}]
        """
    assert codes_and_places(fragment) == [("PG302", LATER)]
    assert (
        "identity, which invoices needs, in later outranks payments in next (RICE 300 to 160)" in messages(fragment)[0]
    )


def test_an_item_that_something_better_depends_on_is_not_outranked() -> None:
    fragment = f"""
        roadmap:
          timeHorizon:
            next:
              - {{id: payments, scoring: {rice(1)}}}
              - {{id: ledger, title: A ledger, metrics: [activation], scoring: {rice(300)}}}
            later: [{{id: identity, scoring: {rice(200)}}}]
          dependencies: [{{from: ledger, to: payments}}]
        """
    assert codes_and_places(fragment) == []


def test_the_worst_of_a_horizon_is_counted_with_what_it_inherits() -> None:
    fragment = f"""
        roadmap:
          timeHorizon:
            next:
              - {{id: payments, scoring: {rice(1)}}}
              - {{id: ledger, title: A ledger, metrics: [activation], scoring: {rice(300)}}}
              - {{id: export, title: An export, metrics: [activation], scoring: {rice(100)}}}
            later: [{{id: identity, scoring: {rice(200)}}}]
          dependencies: [{{from: ledger, to: payments}}]
        """
    assert codes_and_places(fragment) == [("PG302", LATER)]
    assert "outranks export in next (RICE 200 to 100)" in messages(fragment)[0]


def test_a_prerequisite_in_a_later_horizon_is_not_said_twice() -> None:
    fragment = f"""
        roadmap:
          timeHorizon: {{later: [{{id: identity, scoring: {rice(1)}}}]}}
          dependencies: [{{from: payments, to: identity}}]
        """
    assert [code for code, _ in codes_and_places(fragment)] == ["PG202"]


def test_equal_scores_are_no_inversion_however_the_tie_is_broken() -> None:
    assert codes_and_places(scored("later", "identity", rice(160))) == []


@pytest.mark.parametrize("impact", [3, 2, 1, 0.5, 0.25, "{low: 0.3, likely: 0.4, high: 5}"])
def test_the_steps_of_the_scale_and_ranges_are_on_it(impact: object) -> None:
    fragment = scored("next", "payments", f"{{rice: {{reach: 9, impact: {impact}}}}}")
    assert codes_and_places(fragment) == []


def test_what_is_off_the_scale_is_found_where_it_is() -> None:
    fragment = scored("next", "payments", rice(9, impact=5, confidence=0.3))
    assert codes_and_places(fragment) == [
        ("PG303", f"{NEXT}/scoring/rice/impact"),
        ("PG303", f"{NEXT}/scoring/rice/confidence"),
    ]
    assert "write 3, the nearest step" in messages(fragment)[0]


def test_one_weight_is_enough() -> None:
    weights = "prioritization: {scoringCriteria: {businessValue: 0, userImpact: 0, effort: %s, strategicAlignment: 0}}"
    assert codes_and_places(weights % 0) == [("PG304", "/prioritization/scoringCriteria")]
    assert codes_and_places(weights % 1) == []


@pytest.mark.parametrize(
    ("counts", "found"),
    [
        ("mustBe: 15, oneDimensional: 24, attractive: 121, indifferent: 124, reverse: 6, questionable: 6", True),
        ("mustBe: 95, oneDimensional: 123, attractive: 45, indifferent: 33", False),
        ("reverse: 27", True),
        ("questionable: 27", True),
        ("attractive: 0.34, indifferent: 0.33, mustBe: 0.33", False),
        ("", False),
    ],
)
def test_a_verdict_needs_its_sample(counts: str, found: bool) -> None:
    fragment = scored("next", "payments", f"{{kano: {{counts: {{{counts}}}}}}}")
    assert codes_and_places(fragment) == ([("PG305", f"{NEXT}/scoring/kano")] if found else [])


def top_two(first: str, second: str) -> str:
    ready = "owner: O, targetDate: 2026-05-04, metrics: [activation], guardrails: [crash-rate]"
    return f"""
        roadmap:
          timeHorizon:
            now:
              - {{id: checkout, scoring: {{rice: {{reach: {first}, impact: 1, confidence: 1, effort: 1}}}}}}
              - {{id: import, title: I, {ready}, scoring: {second}}}
        """


def test_the_top_two_are_a_coin_toss_only_under_an_estimate() -> None:
    assert codes_and_places(top_two("{low: 100, likely: 900, high: 1000}", rice(899))) == [("PG306", f"{NOW}/scoring")]
    assert codes_and_places(top_two("900", rice(899))) == []
    assert codes_and_places(top_two("{low: 899, likely: 900, high: 1000}", rice(899))) == []


def test_an_override_is_a_decision_and_no_coin_toss() -> None:
    fragment = top_two("{low: 100, likely: 900, high: 1000}", rice(899)).replace(
        "id: checkout, scoring: {", "id: checkout, scoring: {override: {score: 9999, reason: the law}, "
    )
    assert codes_and_places(fragment) == []


def test_one_item_alone_is_no_coin_toss() -> None:
    fragment = """
        roadmap:
          timeHorizon:
            now: [{id: checkout, status: done}]
            next: [{id: payments, scoring: {rice: {reach: {low: 1, likely: 400, high: 500}}}}]
        """
    assert codes_and_places(fragment) == []


def matrix(first: str, second: str, cut: str = "midpoint") -> str:
    return f"""
        prioritization: {{framework: Value-Effort, valueEffortCut: {cut}}}
        roadmap:
          timeHorizon:
            now: [{{id: checkout, scoring: {{valueEffort: {first}}}}}]
            next: [{{id: payments, scoring: {{valueEffort: {second}}}}}]
        """


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ("{value: 9, effort: 3}", "{value: 7, effort: 8}", "all 2 items count as high value"),
        ("{value: 5, effort: 3}", "{value: 4, effort: 8}", "all 2 items count as low value"),
        ("{value: 9, effort: 6}", "{value: 4, effort: 8}", "all 2 items count as high effort"),
        ("{value: 9, effort: 3}", "{value: 4, effort: 4}", "all 2 items count as low effort"),
    ],
)
def test_a_matrix_with_one_side_is_found_once(first: str, second: str, found: str) -> None:
    assert codes_and_places(matrix(first, second)) == [("PG307", "/prioritization")]
    assert found in messages(matrix(first, second))[0]


def test_a_fixed_cut_that_divides_nothing_is_found_at_the_cut() -> None:
    fragment = matrix("{value: 9, effort: 3}", "{value: 4, effort: 8}", "{value: 2, effort: 5}")
    assert codes_and_places(fragment) == [("PG307", "/prioritization/valueEffortCut")]


def test_a_single_item_has_no_sides() -> None:
    fragment = """
        prioritization: {framework: Value-Effort}
        roadmap:
          timeHorizon:
            now: [{id: checkout, status: done}]
            next: [{id: payments, scoring: {valueEffort: {value: 9, effort: 3}}}]
        """
    assert codes_and_places(fragment) == []
