"""How much a change matters, and what is said of it: one case for each verdict."""

import attrs
import pytest

from productgov.changes import apply, diff
from tests.changes.item_cases import (
    DECISION,
    DONE,
    GOAL,
    ITEM_CASES,
    LEGAL,
    RESULT,
    TEAM,
    Part,
    delivered,
    externals,
    goals,
)
from tests.changes.other_cases import OTHER_CASES
from tests.support.examples import document_with, item

CASES = {**ITEM_CASES, **OTHER_CASES}


@pytest.mark.parametrize("case", CASES)
def test_one_difference_is_one_change_with_its_level_and_its_words(case: str) -> None:
    before, after, expected = CASES[case]
    old, new = document_with(before).governance, document_with(after).governance
    (change,) = diff(old, new)
    assert f"{change.code} {change.level} {change.message}".startswith(expected)
    assert apply(old, diff(old, new)) == new


def said(before: Part, after: Part) -> list[str]:
    changes = diff(document_with(before).governance, document_with(after).governance)
    return [f"{change.code} {change.level} {change.item} {change.message}" for change in changes]


def test_a_delivery_is_said_once() -> None:
    assert said(
        item("now", "e", title="E", status="in-progress"), delivered({"id": "e", "title": "E", "status": "done"})
    ) == [
        "PGD203 notable e delivered from now",
        "PGD206 info e status: in-progress → done",
    ]


@pytest.mark.parametrize(("horizon", "level"), [("now", "breaking"), ("later", "notable")])
def test_a_drop_is_said_once(horizon: str, level: str) -> None:
    assert said(item(horizon, "e", title="E"), delivered({"id": "e", "title": "E", "status": "dropped"})) == [
        f"PGD105 {level} e dropped from {horizon}",
        "PGD206 info e status: proposed → dropped",
    ]


def test_what_was_delivered_is_open_again() -> None:
    assert said(delivered({"id": "e", **DONE}), item("next", "e", title="Done", status="planned")) == [
        "PGD107 breaking e open again: delivered → next",
        "PGD107 info e status: done → planned",
    ]


def test_a_date_in_place_of_a_period_is_judged_once() -> None:
    assert said(
        item("next", "payments", targetPeriod="2026-Q3"), item("next", "payments", targetDate="2026-12-01")
    ) == [
        "PGD103 breaking payments targetDate: 2026-12-01 added (62 days later)",
        "PGD602 info payments targetPeriod: 2026-Q3 removed",
    ]


def test_several_targets_are_judged_together() -> None:
    half, full = {"value": 35, "by": "2026-06-30"}, {"value": 40, "by": "2026-12-31"}
    bare = {"metrics": {"inputMetrics": [{"id": "a", "name": "A", "direction": "increase"}]}}

    def targets(*dated: Part, **fields: object) -> Part:
        return {
            "metrics": {
                "inputMetrics": [{"id": "a", "name": "A", "direction": "increase", "targets": [*dated]} | fields]
            }
        }

    assert said(targets(half, full), targets(half, {**full, "value": 42}))[0].startswith("PGD406 notable a targets")
    assert said(targets(half, full), targets(full))[0].startswith("PGD405 breaking a targets")
    assert said(targets(half, full), bare)[0].startswith("PGD405 breaking a targets")
    single = {"metrics": {"inputMetrics": [{"id": "a", "name": "A", "direction": "increase", "target": full}]}}
    assert [line[:17] for line in said(single, targets(half, full))] == ["PGD406 notable a ", "PGD602 info a targ"[:17]]


def test_a_pillar_that_is_used_is_missed() -> None:
    assert said({}, {"productVision": {"strategicPillars": ["Trust"]}}) == [
        "PGD501 breaking productVision strategicPillars: Calm removed",
        "PGD501 notable productVision strategicPillars: Trust added",
    ]


def test_what_others_refer_to_is_missed_more() -> None:
    waiting = {"roadmap": {"externals": [LEGAL], "dependencies": [{"from": "checkout", "to": "opinion"}]}}
    assert said(waiting, {}) == [
        'PGD102 breaking opinion gone from externals: "Legal opinion"',
        "PGD211 notable checkout checkout requires opinion no longer",
    ]


def test_nobody_waits_for_what_has_arrived() -> None:
    arrived = {**LEGAL, "status": "delivered"}
    edge = {"from": "checkout", "to": "opinion"}
    assert said(externals(arrived), {"roadmap": {"externals": [arrived], "dependencies": [edge]}}) == [
        "PGD211 notable checkout checkout requires opinion"
    ]


def test_a_key_result_can_belong_to_another_objective() -> None:
    other = {"id": "b", "title": "B", "period": "2026-Q1"}
    assert said(
        goals(GOAL, other), goals({**GOAL, "keyResults": []}, {**other, "keyResults": [{**RESULT, "to": 60}]})
    ) == [
        "PGD506 notable r calm → b",
        "PGD506 notable r to: 50 → 60",
    ]
    assert said(goals(GOAL, other), goals(other, GOAL)) == ["PGD603 info b objectives: position 2 → 1"]


def test_kpis_can_be_in_another_order() -> None:
    old = document_with({"metrics": {"inputMetrics": [{"id": "b", "name": "B", "source": "x"}]}}).governance
    metrics = attrs.evolve(old.metrics, input_metrics=old.metrics.input_metrics[::-1])
    (change,) = diff(old, attrs.evolve(old, metrics=metrics))
    assert (change.code, change.message) == ("PGD603", "inputMetrics: position 2 → 1")


def test_decisions_and_teams_can_be_in_another_order() -> None:
    one, other = {**DECISION}, {**DECISION, "id": "e", "reason": "It costs."}
    old = attrs.evolve(document_with({"decisions": [one, other], "teams": [TEAM, {**TEAM, "id": "b"}]}).governance)
    new = attrs.evolve(old, decisions=old.decisions[::-1], teams=old.teams[::-1])
    assert [(change.code, change.message) for change in diff(old, new)] == [
        ("PGD603", "teams: position 2 → 1"),
        ("PGD603", "decisions: position 2 → 1"),
    ]


def test_two_with_one_id_are_compared_one_by_one() -> None:
    twice = delivered({"id": "e", **DONE}, {"id": "e", **DONE, "title": "Again"})
    assert said(twice, delivered({"id": "e", **DONE})) == ['PGD107 breaking e gone from delivered: "Again"']


def test_items_in_another_order_are_as_few_as_can_be() -> None:
    def now(*names: str) -> Part:
        return {"roadmap": {"timeHorizon": {"next": [{"id": name, "title": name} for name in names]}}}

    old, new = document_with(now("a", "b", "c", "d")), document_with(now("d", "a", "b", "c"))
    both = [document.governance for document in (old, new)]
    reordered = [both[0], both[0].move("d", to="next", before="payments")]
    assert [(change.item, change.old, change.new) for change in diff(*reordered)] == [("d", 5, 1)]


def test_a_key_of_nothing_pairs_what_is_alike() -> None:
    def capacity(*periods: tuple[str, int]) -> Part:
        return {"teams": [{**TEAM, "capacity": [{"period": period, "effort": effort} for period, effort in periods]}]}

    assert said(capacity(("2026-Q1", 3), ("2026-Q2", 3)), capacity(("2026-Q1", 3))) == [
        "PGD214 notable web capacity: period 2026-Q2, effort 3 removed"
    ]
    assert len(said(capacity(("2026-Q1", 3)), capacity(("2027", 5)))) == 2
