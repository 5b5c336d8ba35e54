"""What merging makes of every kind of change: fields, lists, places, ids, and what does not go together."""

from collections.abc import Callable
from datetime import date

import attrs
import pytest

import productgov as pg
from productgov.changes import Merged, merge, merge_governances
from productgov.changes.merge_records import ROOT
from productgov.changes.three_way_order import merged_order

Governance = pg.ProductGovernance
Change = Callable[[Governance], Governance]

ANN = pg.Role(title="Head of Product", name="Ann")
FIVE = pg.Estimate(low=1, likely=5, high=9)
WEEKLY = pg.Review(frequency="weekly", participants=(ANN,))
MEALS = pg.KPI(
    id="meals",
    name="Meals cooked",
    owner=ANN,
    observations=(pg.Observation(date=date(2026, 1, 5), value=40), pg.Observation(date=date(2026, 2, 2), value=42)),
)
BASE = Governance(
    product_vision=pg.ProductVision(
        mission="Cook", target_market=("Families",), value_proposition="Dinner", strategic_pillars=("Calm", "Fast")
    ),
    prioritization=pg.Prioritization(framework=pg.Framework.RICE, review_cadence=pg.ReviewCadence.WEEKLY),
    roadmap=pg.Roadmap(
        time_horizon=pg.TimeHorizon(
            now=tuple(
                pg.Initiative(id=f"n{number}", title=f"The plan of number {number}", tags=("a", "b"))
                for number in range(4)
            ),
            next=(pg.Initiative(id="x", title="Next one", start_date=date(2026, 3, 1)),),
            future=(pg.Vision(id="v", title="A dream of robots"),),
        ),
        themes=("Trust", "Speed"),
        dependencies=(pg.Dependency(from_="n0", to="x", reason="It is needed."),),
    ),
    metrics=pg.Metrics(north_star_metric="meals", output_metrics=(MEALS,)),
    objectives=(
        pg.Objective(
            id="o", title="Cook more", period=pg.Period("2026"), key_results=(pg.KeyResult(id="kr", kpi="meals"),)
        ),
        pg.Objective(id="p", title="Waste less", period=pg.Period("2026-H1")),
    ),
    reviews=pg.Reviews(product_review=WEEKLY, strategy_review=WEEKLY, portfolio_review=WEEKLY),
)


def vision(**fields: object) -> Change:
    return lambda before: attrs.evolve(before, product_vision=attrs.evolve(before.product_vision, **fields))  # type: ignore[arg-type]


def item(id: str, **fields: object) -> Change:
    return lambda before: before.change(id, **fields)


def merged(ours: Change, theirs: Change, base: Governance = BASE) -> Merged:
    return merge(base, ours(base), theirs(base))


def clean(ours: Change, theirs: Change) -> Governance:
    """What is merged, the same whichever side is ours."""
    result, other = merged(ours, theirs), merged(theirs, ours)
    assert list(map(str, result.conflicts)) == []
    assert result.governance == other.governance
    return result.governance


def said(ours: Change, theirs: Change) -> list[str]:
    result = merged(ours, theirs)
    assert len(merged(theirs, ours).conflicts) == len(result.conflicts)
    return list(map(str, result.conflicts))


def unchanged(before: Governance) -> Governance:
    return before


def observed(value: float, month: int) -> Change:
    return lambda before: before.observe("meals", value, on=date(2026, month, 2))


def test_fields_are_merged_one_by_one() -> None:
    found = clean(vision(mission="Cook well"), vision(value_proposition="Dinner at six"))
    assert found.product_vision == attrs.evolve(
        BASE.product_vision, mission="Cook well", value_proposition="Dinner at six"
    )
    assert said(vision(mission="A"), vision(mission="B" * 80)) == [
        '/productVision/mission: is "A" in ours and "' + "B" * 58 + "… in theirs"
    ]
    result = merged(item("x", title="A"), item("x", title="B"))
    assert result.governance == BASE.change("x", title="A")
    assert [(one.kind, one.item, one.path, one.base, one.ours, one.theirs) for one in result.conflicts] == [
        ("changed", "x", "/roadmap/timeHorizon/next/0/title", "Next one", "A", "B")
    ]
    assert said(item("x", target_date=date(2026, 6, 1)), item("x", target_date=date(2026, 7, 1))) == [
        'x: targetDate is "2026-06-01" in ours and "2026-07-01" in theirs'
    ]


def test_texts_in_lists_are_a_set_with_an_order() -> None:
    found = clean(item("n0", tags=("b", "new", "a")), item("n0", tags=("a", "b", "other")))
    assert sorted(found.find("n0").tags) == ["a", "b", "new", "other"]  # type: ignore[union-attr]
    assert clean(item("n0", tags=()), item("n0", tags=("a",))) == BASE.change("n0", tags=())
    assert said(vision(target_market=("Young families",)), vision(target_market=("Big families",))) == [
        '/productVision/targetMarket: is ["Young families"] in ours and ["Big families"] in theirs'
    ]


def test_both_name_another_person_which_is_a_conflict_and_not_a_third_one() -> None:
    bo, cy = pg.Role(title="Head of Product", name="Bo"), pg.Role(title="CPO", name="Ann")
    assert len(said(item("meals", owner=bo), item("meals", owner=cy))) == 1
    assert len(said(item("meals", owner=None), item("meals", owner=cy))) == 1
    responsible = attrs.evolve(ANN, responsibility=pg.Responsibility.DRIVER)
    mail = attrs.evolve(ANN, email="ann@example.com")
    found = clean(item("meals", owner=responsible), item("meals", owner=mail))
    assert found.metrics.by_id["meals"].owner == attrs.evolve(mail, responsibility=pg.Responsibility.DRIVER)


def test_observations_are_told_apart_by_their_days() -> None:
    found = clean(observed(44, 4), observed(43, 3)).metrics.by_id["meals"]
    assert [one.value for one in found.observations] == [40, 42, 43, 44]
    assert clean(observed(43, 3), observed(43, 3)) == observed(43, 3)(BASE)
    assert said(observed(43, 3), observed(44, 3)) == ["meals: added by both, and not alike"]
    again = item("meals", observations=(*MEALS.observations, MEALS.observations[0]))
    assert len(clean(again, observed(43, 3)).metrics.by_id["meals"].observations) == 4


def test_estimates_take_the_place_of_numbers() -> None:
    def reach(number: pg.Estimate | float) -> Change:
        return item("x", scoring=pg.Scoring(rice=pg.Rice(reach=number, impact=1, confidence=1, effort=1)))

    base = reach(10)(BASE)
    estimate = pg.Estimate(low=1, likely=2, high=3)
    assert len(merge(base, reach(estimate)(base), reach(20)(base)).conflicts) == 1
    wider = merge(
        reach(estimate)(base),
        reach(attrs.evolve(estimate, low=0.5))(base),
        reach(attrs.evolve(estimate, high=9))(base),
    )
    assert wider.governance == reach(pg.Estimate(low=0.5, likely=2, high=9))(base)


def test_data_of_other_tools_is_merged_by_its_keys_and_its_lists_as_a_whole() -> None:
    def data(**fields: object) -> Change:
        return lambda before: attrs.evolve(before, extensions=pg.Extensions({"x-tool": fields}))

    base = data(a=1, list=[1])(BASE)
    result = merge(base, data(a=2, list=[1])(base), data(a=1, b=None, list=[1])(base))
    assert result.governance == data(a=2, b=None, list=[1])(base)
    conflict = merge(base, data(a=1, list=[1, 2])(base), data(a=1, list=[1, 3])(base))
    assert [str(one) for one in conflict.conflicts] == ["/x-tool/list: is [1, 2] in ours and [1, 3] in theirs"]


def test_what_one_removes_and_the_other_leaves_alone_is_removed() -> None:
    found = clean(lambda before: before.remove("n1"), item("n2", title="Another"))
    assert [one.id for one in found.roadmap.time_horizon.now] == ["n0", "n2", "n3"]
    assert clean(lambda before: before.remove("n1"), lambda before: before.remove("n1")) == BASE.remove("n1")


@pytest.mark.parametrize("change", [item("n1", title="Another"), lambda before: before.move("n1", "next")])
def test_what_one_removes_and_the_other_changes_is_a_conflict(change: Change) -> None:
    assert said(lambda before: before.remove("n1"), change) == ["n1: removed by ours, changed by theirs"]
    assert said(change, lambda before: before.remove("n1")) == ["n1: removed by theirs, changed by ours"]


def test_an_objective_is_changed_when_a_key_result_in_it_is() -> None:
    def without(before: Governance) -> Governance:
        return before.remove("o")

    new = pg.KeyResult(id="new", to=3)
    added = item("o", key_results=(pg.KeyResult(id="kr", kpi="meals"), new))
    result = merged(without, added)
    assert list(map(str, result.conflicts)) == ["o: removed by ours, changed by theirs"]
    assert result.governance == without(BASE)
    assert said(without, item("kr", weight=2)) == [
        "o: removed by ours, changed by theirs",
        "kr: removed by ours, changed by theirs",
    ]


def test_a_key_result_moves_to_another_objective_with_what_the_other_changed_in_it() -> None:
    def moved(before: Governance) -> Governance:
        return before.change("o", key_results=()).change("p", key_results=before.objectives[0].key_results)

    assert clean(moved, item("kr", weight=2)) == moved(BASE).change("kr", weight=2)


def test_what_one_renames_keeps_what_the_other_changes() -> None:
    found = clean(lambda before: before.rename("x", "better"), item("x", description="More of it"))
    assert found == BASE.rename("x", "better").change("better", description="More of it")
    assert found.roadmap.dependencies[0].to == "better"
    both = clean(lambda before: before.rename("x", "better"), lambda before: before.rename("x", "better"))
    assert both == BASE.rename("x", "better")
    pillar = clean(vision(strategic_pillars=("Calmness", "Fast")), item("x", pillar="Calm"))
    assert pillar.find("x").pillar == "Calmness"  # type: ignore[union-attr]


def test_two_names_for_one_thing_are_a_conflict_and_not_two_things() -> None:
    result = merged(lambda before: before.rename("x", "mine"), lambda before: before.rename("x", "others"))
    assert list(map(str, result.conflicts)) == ['mine: id is "mine" in ours and "others" in theirs']
    assert result.governance == BASE.rename("x", "mine")
    assert said(vision(strategic_pillars=("Calmer", "Fast")), vision(strategic_pillars=("Calmest", "Fast"))) == [
        '/productVision/strategicPillars: is "Calmer" in ours and "Calmest" in theirs'
    ]


def test_what_one_renames_and_the_other_removes_is_a_conflict() -> None:
    def removed(before: Governance) -> Governance:
        return before.remove("x", dangling=True)

    assert said(lambda before: before.rename("x", "mine"), removed) == ["mine: removed by theirs, changed by ours"]
    assert said(removed, lambda before: before.rename("x", "mine")) == ["mine: removed by ours, changed by theirs"]


def test_a_name_that_the_other_side_has_given_to_something_else_is_not_followed() -> None:
    new = pg.Initiative(id="mine", title="Something else altogether")
    result = merged(lambda before: before.rename("x", "mine"), lambda before: before.add(new, "later"))
    assert [one.kind for one in result.conflicts] == ["added"]
    other = merged(lambda before: before.add(new, "later"), lambda before: before.rename("x", "mine"))
    assert [one.kind for one in other.conflicts] == ["added"]


def test_an_item_that_one_makes_a_vision_and_the_other_changes_is_a_conflict() -> None:
    def as_vision(before: Governance) -> Governance:
        return before.change("x", start_date=None).move("x", "future")

    result = merged(as_vision, item("x", description="More"))
    assert list(map(str, result.conflicts)) == ["x: changed by both sides"]
    assert result.governance == as_vision(BASE)
    assert clean(as_vision, item("n0", title="Another")).roadmap.horizon_of("x") is pg.Horizon.FUTURE


def test_the_changes_of_both_that_are_not_valid_together_are_a_conflict() -> None:
    assert said(item("n0", target_date=date(2026, 6, 1)), item("n0", target_period=pg.Period("2026-Q2"))) == [
        "n0: the changes of both sides are valid alone, and not together"
    ]
    early = merged(item("x", start_date=date(2026, 5, 1)), item("x", target_date=date(2026, 4, 1)))
    assert [one.kind for one in early.conflicts] == ["together"]
    assert early.governance == BASE.change("x", start_date=date(2026, 5, 1))


def test_parts_that_are_not_valid_together_are_a_conflict_no_larger_than_needed() -> None:
    def rice(**fields: float) -> Change:
        reach = attrs.evolve(FIVE, **fields)  # type: ignore[arg-type]
        return item("x", title="Kept", scoring=pg.Scoring(rice=pg.Rice(reach=reach, impact=1, confidence=1, effort=1)))

    def effort(**fields: float) -> Change:
        estimate = attrs.evolve(FIVE, **fields)  # type: ignore[arg-type]
        return item("x", efforts=(pg.TeamEffort(team="t", effort=estimate),))

    base = rice()(BASE)
    result = merge(base, rice(low=4)(base), rice(likely=3)(base))
    assert [one.path for one in result.conflicts] == ["/roadmap/timeHorizon/next/0/scoring/rice"]
    inside = merge(effort()(base), effort(low=4)(base), effort(likely=3)(base))
    assert [(one.kind, one.path) for one in inside.conflicts] == [("together", "/roadmap/timeHorizon/next/0")]


def test_where_nothing_smaller_helps_the_whole_documents_are_the_conflict(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [[(ROOT, ("name",))], [], []]
    monkeypatch.setattr(merge_governances, "_wrong", lambda _side: iter(found.pop(0)))
    result = merged(vision(mission="A"), vision(value_proposition="B"))
    assert list(map(str, result.conflicts)) == [
        "the document: the changes of both sides are valid alone, and not together"
    ]
    assert result.governance == vision(mission="A")(BASE)


def test_what_one_leaves_out_and_the_other_changes_is_a_conflict() -> None:
    base = item("x", target_date=date(2026, 6, 1))(BASE)
    result = merge(base, base.change("x", target_date=None), base.change("x", target_date=date(2026, 7, 1)))
    assert list(map(str, result.conflicts)) == ['x: targetDate is left out in ours and "2026-07-01" in theirs']


def test_what_one_delivers_and_the_other_goes_on_with_is_a_conflict() -> None:
    result = merged(lambda before: before.deliver("n0", on=date(2026, 3, 1)), item("n0", status=pg.Status.IN_PROGRESS))
    assert {one.item for one in result.conflicts} == {"n0"}
    assert result.governance == BASE.deliver("n0", on=date(2026, 3, 1))


def test_without_a_base_what_both_have_is_the_same_or_a_conflict() -> None:
    assert merge(None, BASE, BASE).governance == BASE
    added = merge(None, BASE, BASE.add(pg.Initiative(id="new", title="New"), "later"))
    assert added.conflicts == ()
    assert added.governance.find("new") is not None
    result = merge(None, BASE, BASE.change("x", title="Another"))
    assert list(map(str, result.conflicts)) == ["x: added by both, and not alike"]


def test_ids_that_are_there_twice_stay_as_they_are() -> None:
    twice = attrs.evolve(
        BASE, metrics=attrs.evolve(BASE.metrics, input_metrics=(MEALS, MEALS), guardrail_metrics=(MEALS,))
    )
    ours = attrs.evolve(twice, metrics=attrs.evolve(twice.metrics, input_metrics=(MEALS,)))
    result = merge(twice, ours, item("x", title="Another")(twice))
    assert result.conflicts == ()
    assert result.governance == item("x", title="Another")(ours)


def test_errors_that_neither_side_has_are_found_in_the_result() -> None:
    def removed(before: Governance) -> Governance:
        return before.remove("n3")

    needed = pg.Dependency(from_="x", to="n3")

    def needing(before: Governance) -> Governance:
        dependencies = (*before.roadmap.dependencies, needed)
        return attrs.evolve(before, roadmap=attrs.evolve(before.roadmap, dependencies=dependencies))

    result = merged(removed, needing)
    assert result.conflicts == ()
    assert [one.code for one in result.new_errors(as_of=date(2026, 3, 1))] == ["PG102"]
    assert result.new_errors(ignore="PG102") == ()
    assert merged(unchanged, needing).new_errors() == ()
    assert merged(item("x", title="A"), item("x", title="B")).new_errors() == ()


def test_a_merge_says_what_has_to_be_decided() -> None:
    result = merged(item("x", title="A"), item("x", title="B"))
    assert repr(result) == "<Merged: 1 conflict>"
    assert str(result).splitlines()[-1] == "merged, 1 conflict"
    assert "conflict" in result._repr_mimebundle_()["text/markdown"]
    assert str(attrs.evolve(result, rewritten=("", "/roadmap"))).count("the whole document, /roadmap") == 1
    assert "text/html" in merged(unchanged, unchanged)._repr_mimebundle_()


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "merged"),
    [
        ("abc", "cab", "abc", "cab"),
        ("abc", "abcx", "abcd", "abcdx"),
        ("abc", "axbc", "abyc", "axbyc"),
        ("abcd", "bacd", "abdc", "badc"),
        ("abc", "bca", "acb", "cba"),
        ("abc", "ac", "abxc", "axc"),
        ("", "zy", "x", "xzy"),
        ("abc", "abxc", "ybca", "ybxca"),
    ],
)
def test_the_order_of_a_list_that_both_have_changed(base: str, ours: str, theirs: str, merged: str) -> None:
    removed = set(base) - set(ours) | set(base) - set(theirs)
    kept = [each for each in dict.fromkeys(ours + theirs) if each not in removed]
    assert "".join(merged_order(base, ours, theirs, kept, ascending=False)) == merged
    assert "".join(merged_order(base, theirs, ours, kept, ascending=False)) == merged


def test_items_in_one_place_ascend_together_where_they_ascend_on_both_sides() -> None:
    assert merged_order("", "adf", "be", "abdef", ascending=True) == list("abdef")
    assert merged_order("", "adf", "be", "abdef", ascending=False) == list("adfbe")
    assert merged_order("", "fd", "be", "bdef", ascending=True) == list("befd")
