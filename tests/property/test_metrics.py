"""Laws of progress and status."""

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from productgov.model.metrics import KPI, Direction, KPIStatus, Observation
from productgov.model.targets import Bounds, Target

FIRST = date(2026, 1, 1)
VALUES = st.integers(-1000, 1000)
FACTORS = st.floats(0.001, 1000)
DIRECTIONS = st.sampled_from([Direction.INCREASE, Direction.DECREASE])
DAYS = st.integers(0, 400).map(lambda days: FIRST + timedelta(days=days))
BEST_FIRST = [
    KPIStatus.ACHIEVED,
    KPIStatus.ON_TRACK,
    KPIStatus.AT_RISK,
    KPIStatus.OFF_TRACK,
    KPIStatus.UNKNOWN,
    KPIStatus.STALE,
    KPIStatus.BREACHED,
]


def kpi(
    baseline: float | None,
    target: Target | float,
    *observed: tuple[date, float],
    direction: Direction | None = None,
    bounds: Bounds | None = None,
) -> KPI:
    return KPI(
        id="k",
        name="K",
        baseline=baseline,
        target=target if isinstance(target, Target) else Target(value=target),
        direction=direction,
        bounds=bounds,
        refresh="monthly",
        observations=tuple(Observation(date=day, value=value) for day, value in observed),
    )


def progress(baseline: float, target: float, current: float) -> float | None:
    return kpi(baseline, target, (FIRST, current)).progress()


@given(VALUES, VALUES, VALUES, FACTORS, VALUES)
def test_progress_does_not_change_with_the_unit(
    baseline: int, target: int, current: int, factor: float, shift: int
) -> None:
    assume(baseline != target)
    there = progress(baseline * factor + shift, target * factor + shift, current * factor + shift)
    assert there == pytest.approx(progress(baseline, target, current), rel=1e-6, abs=1e-6)


@given(VALUES, VALUES, VALUES)
def test_progress_is_the_same_with_every_sign_turned(baseline: int, target: int, current: int) -> None:
    assert progress(-baseline, -target, -current) == progress(baseline, target, current)


@given(VALUES, VALUES, VALUES)
def test_progress_on_the_way_back_is_what_was_left_of_the_way(baseline: int, target: int, current: int) -> None:
    assume(baseline != target)
    there, back = progress(baseline, target, current), progress(target, baseline, current)
    assert there is not None
    assert back == pytest.approx(1 - there, abs=1e-9)


@given(DIRECTIONS, st.none() | VALUES, VALUES, st.none() | DAYS, VALUES, st.data())
def test_the_status_never_improves_when_the_observation_worsens(
    direction: Direction, baseline: int | None, value: int, by: date | None, first: int, data: st.DataObject
) -> None:
    day, as_of = sorted((data.draw(DAYS), data.draw(DAYS)))
    better = data.draw(VALUES | st.floats(-1000, 1000))
    worse = better + data.draw(st.floats(0, 500)) * (-1 if direction is Direction.INCREASE else 1)
    limit = data.draw(st.none() | VALUES)
    bounds = Bounds(min=limit) if direction is Direction.INCREASE else Bounds(max=limit)

    def status(current: float) -> KPIStatus:
        target = Target(value=value, by=by)
        measured = kpi(baseline, target, (FIRST, first), (day, current), direction=direction, bounds=bounds)
        return measured.status(as_of)

    assert BEST_FIRST.index(status(worse)) >= BEST_FIRST.index(status(better))


@given(DIRECTIONS, VALUES, VALUES, st.none() | DAYS, VALUES, DAYS)
def test_the_status_is_the_same_with_direction_and_every_sign_turned(
    direction: Direction, baseline: int, value: int, by: date | None, current: int, as_of: date
) -> None:
    turned = Direction.DECREASE if direction is Direction.INCREASE else Direction.INCREASE
    one = kpi(baseline, Target(value=value, by=by), (FIRST, current), direction=direction)
    other = kpi(-baseline, Target(value=-value, by=by), (FIRST, -current), direction=turned)
    assert one.status(as_of) is other.status(as_of)


@given(VALUES, VALUES, DAYS, st.lists(st.tuples(DAYS, VALUES)), DAYS)
def test_what_is_observed_later_changes_nothing_before(
    baseline: int, value: int, by: date, observed: list[tuple[date, int]], as_of: date
) -> None:
    target = Target(value=value, by=by)
    known = [(day, seen) for day, seen in observed if day <= as_of]
    assert kpi(baseline, target, *observed).status(as_of) is kpi(baseline, target, *known).status(as_of)
