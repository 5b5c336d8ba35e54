"""How a KPI stands: the states, what decides between them, and which comes first."""

from datetime import date, timedelta

import attrs
import pytest

from productgov.model.metrics import KPI, Direction, KPIStatus, Observation
from productgov.model.targets import Bounds, DatedTarget, Target

FIRST = date(2026, 1, 1)
BY = date(2026, 4, 11)  # 100 days later
HALF_WAY = FIRST + timedelta(days=50)


def kpi(
    *values: float,
    direction: Direction | None = Direction.INCREASE,
    baseline: float | None = None,
    target: float | Target | None = None,
    bounds: Bounds | None = None,
    refresh: str | None = None,
) -> KPI:
    """A KPI observed on the first day, and then half way."""
    days = (FIRST, HALF_WAY)[-len(values) :] if values else ()
    return KPI(
        id="k",
        name="K",
        direction=direction,
        baseline=baseline,
        target=Target(value=target) if isinstance(target, (int, float)) else target,
        bounds=bounds,
        refresh=refresh,
        observations=tuple(Observation(date=day, value=value) for day, value in zip(days, values, strict=True)),
    )


def dated(current: float, direction: Direction | None = Direction.INCREASE) -> KPI:
    """From 40 on the first day to 60 a hundred days later, or from 60 to 40."""
    baseline, target = (60, 40) if direction is Direction.DECREASE else (40, 60)
    return kpi(baseline, current, direction=direction, baseline=baseline, target=Target(value=target, by=BY))


def test_without_an_observation_by_then_it_is_unknown() -> None:
    assert kpi(target=1).status(HALF_WAY) is KPIStatus.UNKNOWN
    assert kpi(5, 6, target=1).status(FIRST - timedelta(days=1)) is KPIStatus.UNKNOWN


def test_without_anything_to_hold_it_against_it_is_unknown() -> None:
    assert kpi(5).status(HALF_WAY) is KPIStatus.UNKNOWN
    assert kpi(5, bounds=Bounds()).status(HALF_WAY) is KPIStatus.UNKNOWN
    assert kpi(5, target=5, direction=None).status(HALF_WAY) is KPIStatus.UNKNOWN
    assert kpi(5, target=5, baseline=5, direction=None).status(HALF_WAY) is KPIStatus.UNKNOWN


@pytest.mark.parametrize("refresh", [None, "ad hoc", "per release", "twice a month", "whenever"])
def test_without_dates_of_observations_the_latest_is_stale_after_400_days(refresh: str | None) -> None:
    measured = kpi(5, refresh=refresh)
    assert not measured.stale(HALF_WAY + timedelta(days=400))
    assert measured.stale(HALF_WAY + timedelta(days=401))


def test_a_breach_counts_until_it_is_measured_again_however_stale() -> None:
    measured = kpi(5, bounds=Bounds(max=1), refresh="weekly")
    assert measured.status(HALF_WAY + timedelta(days=14)) is KPIStatus.BREACHED
    assert measured.status(HALF_WAY + timedelta(days=1_000)) is KPIStatus.BREACHED


def test_an_old_observation_within_bounds_is_stale() -> None:
    measured = kpi(1, bounds=Bounds(max=1), refresh="weekly")
    assert measured.status(HALF_WAY + timedelta(days=14)) is KPIStatus.ACHIEVED
    assert measured.status(HALF_WAY + timedelta(days=15)) is KPIStatus.STALE
    assert measured.status(HALF_WAY + timedelta(days=15), stale_after=3) is KPIStatus.ACHIEVED


def test_out_of_bounds_comes_before_a_target_that_is_met() -> None:
    assert kpi(5, target=1, bounds=Bounds(max=4)).status(HALF_WAY) is KPIStatus.BREACHED


@pytest.mark.parametrize("direction", [Direction.MAINTAIN, Direction.INCREASE, None])
def test_where_bounds_are_all_it_must_keep_it_is_achieved_within_them(direction: Direction | None) -> None:
    measured = kpi(5, direction=direction, bounds=Bounds(min=4, max=5))
    assert measured.status(HALF_WAY) is KPIStatus.ACHIEVED


def test_maintain_looks_at_the_bounds_and_not_at_the_target() -> None:
    assert kpi(5, direction=Direction.MAINTAIN, target=9, bounds=Bounds(min=4)).status(HALF_WAY) is KPIStatus.ACHIEVED
    assert kpi(5, direction=Direction.MAINTAIN, target=5).status(HALF_WAY) is KPIStatus.UNKNOWN


@pytest.mark.parametrize(
    ("direction", "target", "current", "expected"),
    [
        (Direction.INCREASE, 100, 100, KPIStatus.ACHIEVED),
        (Direction.INCREASE, 100, 120, KPIStatus.ACHIEVED),
        (Direction.INCREASE, 100, 99, KPIStatus.AT_RISK),
        (Direction.INCREASE, 100, 95, KPIStatus.AT_RISK),
        (Direction.INCREASE, 100, 94.9, KPIStatus.OFF_TRACK),
        (Direction.INCREASE, 1, 0.95, KPIStatus.AT_RISK),
        (Direction.INCREASE, -100, -105, KPIStatus.AT_RISK),
        (Direction.DECREASE, 100, 100, KPIStatus.ACHIEVED),
        (Direction.DECREASE, 100, 105, KPIStatus.AT_RISK),
        (Direction.DECREASE, 100, 105.1, KPIStatus.OFF_TRACK),
        (Direction.DECREASE, 0, 1, KPIStatus.OFF_TRACK),
        (Direction.INCREASE, 0.3, 0.1 * 3, KPIStatus.ACHIEVED),
        (Direction.DECREASE, 0.3, 0.1 * 3, KPIStatus.ACHIEVED),
    ],
)
def test_a_standing_target_is_met_or_missed_by_a_little_or_by_more(
    direction: Direction, target: float, current: float, expected: KPIStatus
) -> None:
    assert kpi(current, direction=direction, target=target).status(HALF_WAY) is expected


def test_what_counts_as_a_little_is_an_argument() -> None:
    assert kpi(90, target=100).status(HALF_WAY) is KPIStatus.OFF_TRACK
    assert kpi(90, target=100).status(HALF_WAY, tolerance=0.1) is KPIStatus.AT_RISK
    assert dated(49).status(HALF_WAY, tolerance=0.01) is KPIStatus.OFF_TRACK


@pytest.mark.parametrize(
    ("rising", "expected"),
    [
        (60, KPIStatus.ACHIEVED),
        (50, KPIStatus.ON_TRACK),
        (55, KPIStatus.ON_TRACK),
        (49, KPIStatus.AT_RISK),
        (48.9, KPIStatus.OFF_TRACK),
        (30, KPIStatus.OFF_TRACK),
    ],
)
def test_a_target_with_a_day_is_held_against_the_line(rising: float, expected: KPIStatus) -> None:
    assert dated(rising).status(HALF_WAY) is expected
    assert dated(100 - rising, Direction.DECREASE).status(HALF_WAY) is expected


def test_without_a_direction_the_way_from_baseline_to_target_says_what_is_better() -> None:
    assert dated(50, None).status(HALF_WAY) is KPIStatus.ON_TRACK
    assert kpi(45, direction=None, baseline=60, target=45).status(HALF_WAY) is KPIStatus.ACHIEVED


def test_a_value_is_not_held_against_days_after_it_was_observed() -> None:
    assert dated(50).status(BY) is KPIStatus.ON_TRACK


def test_once_its_day_has_passed_the_target_itself_counts() -> None:
    after = BY + timedelta(days=1)
    assert dated(58.9).status(after) is KPIStatus.OFF_TRACK
    assert dated(59).status(after) is KPIStatus.AT_RISK
    assert dated(60).status(after) is KPIStatus.ACHIEVED


def test_a_single_observation_without_the_day_of_the_baseline_says_nothing_of_the_way() -> None:
    single = kpi(40, baseline=40, target=Target(value=60, by=BY))
    assert single.status(HALF_WAY) is KPIStatus.UNKNOWN
    assert single.status(BY + timedelta(days=1)) is KPIStatus.OFF_TRACK
    assert kpi(60, baseline=40, target=Target(value=60, by=BY)).status(HALF_WAY) is KPIStatus.ACHIEVED


def test_the_line_starts_on_the_day_of_the_baseline() -> None:
    measured = attrs.evolve(kpi(50, baseline=40, target=Target(value=60, by=BY)), baseline_date=FIRST)
    assert measured.status(HALF_WAY) is KPIStatus.ON_TRACK
    assert attrs.evolve(measured, baseline_date=FIRST - timedelta(days=100)).status(HALF_WAY) is KPIStatus.OFF_TRACK
    assert attrs.evolve(measured, baseline_date=HALF_WAY).status(HALF_WAY) is KPIStatus.ON_TRACK


@pytest.mark.parametrize(
    ("current", "expected"),
    [(10, KPIStatus.ON_TRACK), (9.6, KPIStatus.AT_RISK), (8, KPIStatus.OFF_TRACK), (20, KPIStatus.ACHIEVED)],
)
def test_the_line_goes_through_each_dated_target_in_turn(current: float, expected: KPIStatus) -> None:
    """From 0 on the first day to 20 on BY and 200 later: half way to BY, 10 is on the line."""
    targets = (DatedTarget(value=20, by=BY), DatedTarget(value=200, by=BY + timedelta(days=10)))
    measured = attrs.evolve(kpi(0, current, baseline=0), targets=targets)
    assert measured.status(HALF_WAY) is expected


def test_after_an_earlier_target_the_line_to_the_next_one_counts() -> None:
    targets = (DatedTarget(value=20, by=HALF_WAY), DatedTarget(value=40, by=BY))
    measured = attrs.evolve(kpi(0, 20, baseline=0), targets=targets)
    assert measured.status(HALF_WAY) is KPIStatus.ACHIEVED
    assert measured.status(HALF_WAY + timedelta(days=1)) is KPIStatus.ON_TRACK
    assert measured.status(BY + timedelta(days=1)) is KPIStatus.OFF_TRACK


def test_a_day_before_the_first_observation_leaves_no_time() -> None:
    target = Target(value=60, by=FIRST - timedelta(days=1))
    assert kpi(59, baseline=40, target=target).status(HALF_WAY) is KPIStatus.AT_RISK


def test_a_target_for_the_first_day_leaves_no_line() -> None:
    measured = kpi(50, baseline=40, target=Target(value=60, by=HALF_WAY))
    assert attrs.evolve(measured, baseline_date=HALF_WAY).status(HALF_WAY) is KPIStatus.OFF_TRACK


def test_without_a_baseline_an_unmet_target_is_unknown_until_its_day() -> None:
    measured = kpi(58, target=Target(value=60, by=BY))
    assert measured.status(BY) is KPIStatus.UNKNOWN
    assert measured.status(BY + timedelta(days=1)) is KPIStatus.AT_RISK
    assert kpi(60, target=Target(value=60, by=BY)).status(HALF_WAY) is KPIStatus.ACHIEVED
