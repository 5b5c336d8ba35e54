"""The progress of objectives, by hand-computed examples and by what always holds."""

from collections.abc import Mapping
from datetime import date

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import productgov as pg
from productgov.strategies import governances
from tests.support.governances import governance

DAY = date(2026, 3, 1)


def seen(*values: float) -> tuple[pg.Observation, ...]:
    return tuple(pg.Observation(date=date(2026, 1, 1 + place), value=value) for place, value in enumerate(values))


def objective(*key_results: pg.KeyResult, **fields: object) -> pg.Objective:
    return pg.from_dict(
        {
            "id": "o",
            "title": "O",
            "period": "2026-Q1",
            **fields,
            "keyResults": [pg.to_dict(each) for each in key_results],
        },
        pg.Objective,
    )


def document(
    *objectives: pg.Objective, kpis: tuple[pg.KPI, ...] = (), now: tuple[pg.Initiative, ...] = ()
) -> pg.ProductGovernance:
    return attrs.evolve(governance(as_of=DAY, inputs=kpis, now=now), objectives=objectives)


def measured(*objectives: pg.Objective, kpis: tuple[pg.KPI, ...] = ()) -> pg.MeasuredObjective:
    """The first objective."""
    return pg.objective_progress(document(*objectives, kpis=kpis)).objectives[0]


KPI = pg.KPI(id="k", name="K", baseline=40, target=60, observations=seen(45, 50))  # type: ignore[arg-type]
DATED = pg.KPI(
    id="k",
    name="K",
    baseline=0,
    targets=(pg.DatedTarget(value=10, by=date(2026, 3, 31)), pg.DatedTarget(value=90, by=date(2026, 12, 31))),
    observations=seen(5),
)


@pytest.mark.parametrize(
    ("key_result", "progress"),
    [
        (pg.KeyResult(id="r", to=20, observations=seen(5)), 0.25),
        (pg.KeyResult(id="r", from_=10, to=20, observations=seen(5)), -0.5),
        (pg.KeyResult(id="r", from_=20, to=10, observations=seen(5)), 1.5),
        (pg.KeyResult(id="r", to=20), None),
        (pg.KeyResult(id="r", to=0, observations=seen(5)), None),
        (pg.KeyResult(id="r", from_=-1e-320, to=0, observations=seen(1e15)), None),
        (pg.KeyResult(id="r", kpi="k"), 0.5),
        (pg.KeyResult(id="r", kpi="k", from_=30, to=70), 0.5),
        (pg.KeyResult(id="r", kpi="k", keep=pg.Bounds(max=50)), 1),
        (pg.KeyResult(id="r", kpi="k", keep=pg.Bounds(max=49)), 0),
        (pg.KeyResult(id="r", kpi="unknown"), None),
        (pg.KeyResult(id="r", kpi="unknown", to=3), None),
        (pg.KeyResult(id="r", keep=pg.Bounds(min=1), observations=seen(2, 0)), 0),
        (pg.KeyResult(id="r", milestone="M"), 0),
        (pg.KeyResult(id="r", milestone="M", reached=DAY), 1),
        (pg.KeyResult(id="r", milestone="M", reached=date(2026, 3, 2)), 0),
    ],
)
def test_a_key_result_has_the_progress_of_its_form(key_result: pg.KeyResult, progress: float | None) -> None:
    [result] = measured(objective(key_result), kpis=(KPI,)).key_results
    assert result.progress == progress
    assert result.by == date(2026, 3, 31)


@pytest.mark.parametrize(("by", "progress"), [(None, 0.5), (date(2026, 12, 31), 5 / 90), (date(2026, 3, 30), None)])
def test_what_to_reach_is_the_target_of_the_kpi_on_or_before_the_day(by: date | None, progress: float | None) -> None:
    [result] = measured(objective(pg.KeyResult(id="r", kpi="k", by=by)), kpis=(DATED,)).key_results
    assert result.progress == progress


def test_a_target_after_the_day_of_the_key_result_does_not_count() -> None:
    late = attrs.evolve(KPI, target=pg.Target(value=60, by=date(2026, 4, 1)))
    assert measured(objective(pg.KeyResult(id="r", kpi="k")), kpis=(late,)).progress is None
    in_time = attrs.evolve(KPI, target=pg.Target(value=60, by=date(2026, 3, 31)))
    assert measured(objective(pg.KeyResult(id="r", kpi="k")), kpis=(in_time,)).progress == 0.5


def test_progress_is_the_weighted_mean_of_what_is_known() -> None:
    found = measured(
        objective(
            pg.KeyResult(id="a", to=20, observations=seen(5), weight=3),
            pg.KeyResult(id="b", to=10, observations=seen(25)),
            pg.KeyResult(id="c", to=10, weight=4),
        )
    )
    assert found.progress == pytest.approx((3 * 0.25 + 1) / 4)
    assert found.known_share == 0.5


def test_progress_is_none_and_never_zero_where_nothing_is_known() -> None:
    found = measured(objective(pg.KeyResult(id="a", to=20)))
    assert (found.progress, found.known_share, found.reached, found.behind) == (None, 0, None, None)
    assert measured(objective()).known_share == 0


@pytest.mark.parametrize(("kind", "reached"), [("committed", False), ("aspirational", True)])
def test_a_committed_objective_is_reached_only_in_full(kind: str, *, reached: bool) -> None:
    found = measured(objective(pg.KeyResult(id="a", to=10, observations=seen(7)), kind=kind))
    assert found.reached is reached


@pytest.mark.parametrize(
    ("period", "expected"),
    [("2026-Q1", 60 / 90 * 0.7), ("2026-02", 0.7), ("2026-03", 1 / 31 * 0.7), ("2026-Q2", 0)],
)
def test_what_is_expected_grows_with_the_elapsed_days(period: str, expected: float) -> None:
    assert measured(objective(period=period)).expected == pytest.approx(expected)
    assert measured(objective(period=period, kind="committed")).expected == pytest.approx(expected / 0.7)


def test_behind_is_less_than_is_expected() -> None:
    assert measured(objective(pg.KeyResult(id="a", to=10, observations=seen(4)))).behind is True
    assert measured(objective(pg.KeyResult(id="a", to=10, observations=seen(5)))).behind is False


def test_an_objective_without_key_results_has_the_mean_of_those_that_contribute_to_it() -> None:
    known = pg.KeyResult(id="a", to=10, observations=seen(5))
    company = objective(id="company")
    found = measured(
        company,
        objective(known, id="one", parent="company"),
        objective(id="two", parent="company"),
        objective(pg.KeyResult(id="c", milestone="M"), id="three", parent="two"),
        objective(id="four", parent="company"),
    )
    assert found.progress == 0.25
    assert found.known_share == pytest.approx(2 / 3)
    assert [child.id for child in found.children] == ["one", "two", "four"]


def test_objectives_in_a_circle_are_not_followed_for_ever() -> None:
    known = pg.KeyResult(id="a", to=10, observations=seen(5))
    result = pg.objective_progress(
        document(objective(id="a", parent="b"), objective(id="b", parent="a"), objective(known, id="c", parent="b"))
    )
    assert [each.progress for each in result.objectives] == [0.5, 0.5, 0.5]
    alone = pg.objective_progress(document(objective(id="a", parent="a")))
    assert alone.objectives[0].progress is None


def test_two_objectives_with_one_id_keep_their_own_progress() -> None:
    result = pg.objective_progress(
        document(
            objective(pg.KeyResult(id="a", milestone="M")), objective(pg.KeyResult(id="b", to=1, observations=seen(1)))
        )
    )
    assert [each.progress for each in result.objectives] == [0, 1]


def test_the_initiatives_of_an_objective_name_it_or_one_of_its_key_results() -> None:
    one = pg.Initiative(id="one", title="One", objectives=("o", "r"))
    two = pg.Initiative(id="two", title="Two", objectives=("r",))
    other = pg.Initiative(id="other", title="Other", objectives=("else",))
    result = pg.objective_progress(document(objective(pg.KeyResult(id="r", to=1)), now=(two, other, one)))
    assert {each.id for each in result.objectives[0].initiatives} == {"one", "two"}
    found = result.find("o")
    assert found is result.objectives[0]
    assert result.find("p") is None


def test_a_chain_of_objectives_can_be_long() -> None:
    chain = [objective(id="0")]
    chain += [objective(id=str(place), parent=str(place - 1)) for place in range(1, 3_000)]
    chain.append(objective(pg.KeyResult(id="r", to=10, observations=seen(5)), id="last", parent="2999"))
    assert measured(*chain).progress == 0.5


@given(governances(consistent=False))
def test_progress_is_from_0_to_1_and_known_where_a_part_is(governance: pg.ProductGovernance) -> None:
    result = pg.objective_progress(governance, DAY)
    for each in result.objectives:
        assert each.progress is None or 0 <= each.progress <= 1
        assert 0 <= each.known_share <= 1
        assert 0 <= each.expected <= 1
        if each.key_results:
            assert (each.progress is None) == all(part.progress is None for part in each.key_results)


@given(st.lists(st.tuples(st.floats(0, 10), st.floats(0.1, 5)), min_size=1, max_size=4), st.data())
def test_progress_never_falls_when_a_key_result_rises(values: list[tuple[float, float]], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(values) - 1))
    rise = data.draw(st.floats(0, 10))

    def progress(rises: Mapping[int, float]) -> float:
        found = measured(
            objective(
                *(
                    pg.KeyResult(id=f"r{number}", to=10, weight=weight, observations=seen(value + rises.get(number, 0)))
                    for number, (value, weight) in enumerate(values)
                )
            )
        ).progress
        assert found is not None
        return found

    assert progress({place: rise}) >= progress({}) - 1e-12
