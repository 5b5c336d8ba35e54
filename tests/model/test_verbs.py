"""Changes of a governance: what each does, what it refuses, and that it keeps everything else."""

import pickle
from collections.abc import Callable
from datetime import date

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import productgov as pg
from productgov.model.references import references
from productgov.strategies import governances

DAY = date(2026, 3, 1)
REVIEW = {"frequency": "weekly", "participants": ["CPO"]}
DOCUMENT: dict[str, object] = {
    "productVision": {"mission": "m", "targetMarket": ["t"], "valueProposition": "v", "strategicPillars": ["Trust"]},
    "prioritization": {"framework": "RICE", "reviewCadence": "weekly"},
    "roadmap": {
        "timeHorizon": {
            "now": [{"id": "a", "title": "A", "metrics": ["k"], "objectives": ["o", "r"]}, {"id": "b", "title": "B"}],
            "next": [{"id": "c", "title": "C", "x-note": 1}],
            "future": [
                {"id": "far", "title": "Far", "pillar": "Trust"},
                {"id": "wide", "title": "W", "signals": ["S"]},
            ],
        },
        "backlog": [{"id": "idea", "title": "Idea"}],
        "delivered": [{"id": "old", "title": "Old", "status": "done", "deliveredDate": "2026-01-01"}],
        "dependencies": [{"from": "a", "to": "law"}, {"from": "b", "to": "a"}],
        "externals": [{"id": "law", "title": "Law"}],
    },
    "metrics": {
        "northStarMetric": "k",
        "inputMetrics": [
            {
                "id": "k",
                "name": "K",
                "observations": [{"date": "2026-01-01", "value": 1}, {"date": "2026-02-01", "value": 2}],
            },
            {"id": "shared", "name": "S", "influences": ["k"]},
        ],
    },
    "reviews": {"productReview": {**REVIEW, "metrics": ["k"]}, "strategyReview": REVIEW, "portfolioReview": REVIEW},
    "objectives": [
        {"id": "o", "title": "O", "period": "2026", "keyResults": [{"id": "r", "kpi": "k"}, {"id": "own", "to": 3}]},
        {"id": "shared", "title": "S", "period": "2026", "parent": "o"},
    ],
    "teams": [{"id": "core", "name": "Core"}],
    "decisions": [
        {"id": "d", "date": "2026-01-01", "subjects": ["a", "k", "gone"], "verdict": "keep", "reason": "Why"},
        {"id": "e", "date": "2026-01-02", "subjects": ["a"], "verdict": "keep", "reason": "Why", "supersedes": "d"},
    ],
}


@pytest.fixture
def governance() -> pg.ProductGovernance:
    return pg.from_dict(DOCUMENT)


def ids(governance: pg.ProductGovernance, place: str) -> list[str]:
    roadmap = governance.roadmap
    return [item.id for item in getattr(roadmap if hasattr(roadmap, place) else roadmap.time_horizon, place)]


def test_an_item_is_added_at_the_end_or_before_another(governance: pg.ProductGovernance) -> None:
    new = pg.Initiative(id="new", title="New")
    assert ids(governance.add(new, "now"), "now") == ["a", "b", "new"]
    assert ids(governance.add(new, "now", before="b"), "now") == ["a", "new", "b"]
    assert ids(governance.add(new, "backlog"), "backlog") == ["idea", "new"]
    assert ids(governance.add(pg.Vision(id="new", title="New"), "future"), "future") == ["far", "wide", "new"]
    assert ids(governance.add(new, pg.Horizon.NEXT), "next") == ["c", "new"]  # type: ignore[arg-type]


def test_an_item_moves_between_lists_and_within_one(governance: pg.ProductGovernance) -> None:
    moved = governance.move("b", "next", before="c")
    assert (ids(moved, "now"), ids(moved, "next")) == (["a"], ["b", "c"])
    assert ids(governance.move("b", "now", before="a"), "now") == ["b", "a"]
    assert ids(governance.move("a", "now"), "now") == ["b", "a"]
    assert ids(governance.move("idea", "now"), "now") == ["a", "b", "idea"]
    assert governance.move("c", "now").find("c") == governance.find("c")


def test_an_initiative_becomes_a_vision_where_nothing_is_lost(governance: pg.ProductGovernance) -> None:
    assert governance.move("c", "future").vision("c").extensions == pg.Extensions({"x-note": 1})
    assert governance.move("far", "later").initiative("far").pillar == "Trust"


@pytest.mark.parametrize(
    ("act", "error", "message"),
    [
        (
            lambda g: g.add(pg.Initiative(id="law", title="L"), "now"),
            pg.InvalidValueError,
            '"law" is the id of another item',
        ),
        (
            lambda g: g.add(pg.Initiative(id="n", title="N"), "soon"),
            pg.InvalidValueError,
            "to must be one of now, next",
        ),
        (
            lambda g: g.add(pg.Initiative(id="n", title="N"), "now", before="c"),
            pg.UnknownIdError,
            "no item in now has the id 'c'",
        ),
        (lambda g: g.move("a", "delivered"), pg.InvalidValueError, "use deliver or drop"),
        (lambda g: g.move("a", "future"), pg.InvalidValueError, "a as a vision would lose its objectives and metrics"),
        (lambda g: g.move("wide", "now"), pg.InvalidValueError, "wide as an initiative would lose its signals"),
        (lambda g: g.move("law", "now"), pg.InvalidValueError, "law is an external"),
        (lambda g: g.move("a", "now", before="a"), pg.InvalidValueError, "before itself"),
        (lambda g: g.move("ab", "now"), pg.UnknownIdError, "no item has the id 'ab'; did you mean b or a?"),
        (lambda g: g.change("shared", name="S"), pg.AmbiguousIdError, "write kpi:shared or objective:shared"),
        (lambda g: g.change("a", id="z"), pg.InvalidValueError, "use rename"),
        (
            lambda g: g.change("a", onwer="Ana"),
            pg.InvalidValueError,
            "Initiative has no field onwer; did you mean owner",
        ),
        (lambda g: g.change("core", zzzzzz=1), pg.InvalidValueError, "Team has no field zzzzzz; it has id, name, lead"),
        (lambda g: g.change("a", title=""), pg.InvalidValueError, "Initiative.title must be"),
        (lambda g: g.rename("a", "law"), pg.InvalidValueError, '"law" is the id of another item'),
        (lambda g: g.rename("o", "r"), pg.InvalidValueError, '"r" is the id of another key result'),
        (lambda g: g.rename("a", "no id"), pg.InvalidValueError, "Initiative.id must be"),
        (lambda g: g.remove("k"), pg.InvalidValueError, "KPI k is referred to by roadmap/timeHorizon/now/0/metrics/0"),
        (lambda g: g.remove("zzz"), pg.UnknownIdError, "has the id 'zzz'"),
        (lambda g: g.deliver("far", on=DAY), pg.InvalidValueError, "far is not an initiative"),
        (lambda g: g.drop("law", "No", on=DAY), pg.InvalidValueError, "law is not an initiative"),
        (
            lambda g: g.observe("k", 3, on=date(2026, 2, 1)),
            pg.InvalidValueError,
            "k was 2 on 2026-02-01 already, not 3",
        ),
        (lambda g: g.observe("r", 3, on=DAY), pg.InvalidValueError, "r is measured by the KPI k"),
        (lambda g: g.observe("a", 3, on=DAY), pg.UnknownIdError, "no KPI or key result has the id 'a'"),
        (lambda g: g.check_in("far", on=DAY, confidence=1), pg.InvalidValueError, "far is a vision"),
        (lambda g: g.check_in("a", on=DAY), pg.InvalidValueError, "health or confidence is needed"),
    ],
)
def test_what_cannot_be_done_is_refused(
    governance: pg.ProductGovernance,
    act: Callable[[pg.ProductGovernance], object],
    error: type[Exception],
    message: str,
) -> None:
    with pytest.raises(error) as caught:
        act(governance)
    assert message in str(caught.value)


def test_fields_are_changed_in_whatever_form_a_constructor_takes(governance: pg.ProductGovernance) -> None:
    changed = governance.change("a", owner="Ana", status="in-progress", start_date="2026-02-01")
    assert changed.initiative("a") == attrs.evolve(
        governance.initiative("a"),
        owner=pg.Role(title="Ana"),
        status=pg.Status.IN_PROGRESS,
        start_date=date(2026, 2, 1),
    )
    assert governance.change("kpi:shared", name="New").kpi("shared").name == "New"
    assert governance.change("team:core", name="New").teams[0].name == "New"
    assert governance.change("own", to=5).objectives[0].key_results[1].to == 5
    assert governance.change("d", reason="New").decisions[0].reason == "New"


def test_every_reference_follows_a_new_id(governance: pg.ProductGovernance) -> None:
    renamed = governance.rename("k", "kept")
    assert pg.to_dict(renamed) == _replaced(pg.to_dict(governance), "k", "kept")
    assert pg.to_dict(governance.rename("a", "z")) == _replaced(pg.to_dict(governance), "a", "z")
    assert pg.to_dict(governance.rename("o", "z")) == _replaced(pg.to_dict(governance), "o", "z")
    assert pg.to_dict(governance.rename("r", "z")) == _replaced(pg.to_dict(governance), "r", "z")
    assert pg.to_dict(governance.rename("d", "z")) == _replaced(pg.to_dict(governance), "d", "z")
    assert governance.rename("a", "a") == governance


def _replaced(value: object, old: str, new: str) -> object:
    match value:
        case dict():
            return {key: _replaced(item, old, new) for key, item in value.items()}
        case list():
            return [_replaced(item, old, new) for item in value]
        case _:
            return new if value == old else value


def test_a_subject_of_a_decision_follows_the_first_kind_that_has_the_id(governance: pg.ProductGovernance) -> None:
    both = governance.add(pg.Initiative(id="k", title="K"), "now")
    assert both.rename("kpi:k", "z").decisions[0].subjects == ("a", "k", "gone")
    assert both.rename("item:k", "z").decisions[0].subjects == ("a", "z", "gone")


def test_what_nothing_refers_to_is_removed(governance: pg.ProductGovernance) -> None:
    assert ids(governance.remove("c"), "next") == []
    assert governance.remove("core").teams == ()
    assert [each.id for each in governance.remove("own").objectives[0].key_results] == ["r"]
    assert governance.remove("kpi:shared").find("shared") is None
    assert [each.id for each in governance.remove("k", dangling=True).kpis()] == ["shared"]


def test_a_decision_does_not_hold_what_it_is_about(governance: pg.ProductGovernance) -> None:
    loose = attrs.evolve(governance, roadmap=attrs.evolve(governance.roadmap, dependencies=()))
    assert loose.remove("a").decisions == loose.decisions


def test_the_second_of_two_with_one_id_can_be_removed(governance: pg.ProductGovernance) -> None:
    roadmap = governance.roadmap
    twice = attrs.evolve(governance, roadmap=attrs.evolve(roadmap, backlog=(pg.Initiative(id="a", title="Again"),)))
    assert ids(twice.remove("a"), "now") == ["b"]


def test_what_is_delivered_is_done_and_in_the_record(governance: pg.ProductGovernance) -> None:
    delivered = governance.deliver("a", on=DAY)
    assert (ids(delivered, "now"), ids(delivered, "delivered")) == (["b"], ["old", "a"])
    assert delivered.initiative("a") == attrs.evolve(
        governance.initiative("a"), status=pg.Status.DONE, delivered_date=DAY
    )
    again = delivered.deliver("a", on=date(2026, 3, 2))
    assert ids(again, "delivered") == ["old", "a"]
    assert again.initiative("a").delivered_date == date(2026, 3, 2)


def test_an_external_is_delivered_where_it_is(governance: pg.ProductGovernance) -> None:
    law = governance.deliver("law", on=DAY).external("law")
    assert (law.status, law.delivered_date) == (pg.ExternalStatus.DELIVERED, DAY)


def test_what_is_dropped_leaves_a_decision(governance: pg.ProductGovernance) -> None:
    dropped = governance.drop("a", "Nobody asked for it", on=DAY)
    assert ids(dropped, "delivered") == ["old", "a"]
    assert dropped.initiative("a").status is pg.Status.DROPPED
    assert dropped.decisions[-1] == pg.Decision(
        id="drop-a", date=DAY, subjects=("a",), verdict=pg.DecisionVerdict.STOP, reason="Nobody asked for it"
    )
    assert dropped.drop("a", "Still not", on=DAY).decisions[-1].id == "drop-a-2"
    undone = governance.drop("old", "Taken back", on=DAY)
    assert undone.initiative("old").delivered_date is None
    long = governance.rename("b", "b" * 64).drop("b" * 64, "Why", on=DAY)
    assert long.decisions[-1].id == "drop-" + "b" * 59


@pytest.mark.parametrize(
    ("dates", "new", "expected"),
    [
        ((1, 5), 3, (1, 3, 5)),
        ((1, 5), 7, (1, 5, 7)),
        ((5, 1), 3, (5, 3, 1)),
        ((5, 1), 7, (7, 5, 1)),
        ((3, 5, 1), 4, (3, 5, 1, 4)),
        ((), 4, (4,)),
        ((2,), 1, (1, 2)),
    ],
)
def test_an_observation_comes_in_its_place(dates: tuple[int, ...], new: int, expected: tuple[int, ...]) -> None:
    observations = [{"date": f"2026-01-0{day}", "value": day} for day in dates]
    base = pg.from_dict(
        {
            **DOCUMENT,
            "metrics": {
                "northStarMetric": "k",
                "inputMetrics": [{"id": "k", "name": "K", "observations": observations}],
            },
        }
    )
    observed = base.observe("k", new, on=date(2026, 1, new)).kpi("k").observations
    assert tuple(seen.date.day for seen in observed) == expected


def test_an_observation_is_recorded_once_and_corrected_only_on_purpose(governance: pg.ProductGovernance) -> None:
    assert governance.observe("k", 2, on=date(2026, 2, 1)) == governance
    corrected = governance.observe("k", 3, on=date(2026, 1, 1), replace=True, note="Late orders").kpi("k").observations
    assert [(seen.date.month, seen.value, seen.note) for seen in corrected] == [(1, 3, "Late orders"), (2, 2, None)]
    noted = governance.observe("k", 2, on=date(2026, 2, 1), note="Holidays", replace=True).kpi("k")
    assert noted.observations[-1].note == "Holidays"
    assert governance.observe("own", 2, on=DAY).objectives[0].key_results[1].observations[0].value == 2


@pytest.mark.parametrize("name", ["a", "law", "o", "own", "key-result:r"])
def test_a_check_in_is_recorded_once(governance: pg.ProductGovernance, name: str) -> None:
    checked = governance.check_in(name, on=DAY, health="at-risk", note="Waiting", author="Ana")  # type: ignore[arg-type]
    assert checked != governance
    assert (
        checked.check_in(name, on=DAY, health=pg.Health.AT_RISK, note="Waiting", author=pg.Role(title="Ana")) == checked
    )


def test_an_ambiguous_id_can_be_pickled() -> None:
    error = pickle.loads(pickle.dumps(pg.AmbiguousIdError("a", ("item", "kpi"))))
    assert (error.id, error.kinds) == ("a", ("item", "kpi"))
    assert str(error) == "several things have the id 'a'; write item:a or kpi:a"


@given(governances(), st.data())
def test_a_rename_and_back_changes_nothing(governance: pg.ProductGovernance, data: st.DataObject) -> None:
    names = [f"item:{placed.initiative.id}" for placed in governance.initiatives()]
    names += [f"kpi:{kpi.id}" for kpi in governance.kpis()] + [f"objective:{each.id}" for each in governance.objectives]
    if names:
        name = data.draw(st.sampled_from(names))
        kind, _, old = name.partition(":")
        there = governance.rename(name, "brand-new")
        assert not any(each.name == old and kind == each.kind and each.exact for each in references(there))
        assert there.rename(f"{kind}:brand-new", old) == governance


@given(governances(), st.sampled_from(["now", "next", "later", "backlog"]), st.data())
def test_a_move_keeps_every_item(governance: pg.ProductGovernance, to: pg.Place, data: st.DataObject) -> None:
    def items(of: pg.ProductGovernance) -> list[pg.Initiative]:
        placed = [initiative for initiative, _ in of.initiatives()]
        return sorted((*placed, *of.roadmap.backlog), key=lambda item: item.id)

    if items(governance):
        item = data.draw(st.sampled_from(items(governance)))
        moved = governance.move(item.id, to)
        assert items(moved) == items(governance)
        assert getattr(moved.roadmap if to == "backlog" else moved.roadmap.time_horizon, to)[-1] == item
