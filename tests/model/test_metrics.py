"""A KPI knows its latest observation, its progress and its bounds."""

from datetime import date

import attrs
import pytest

from productgov.errors import InvalidValueError
from productgov.model.cadence.cadence import Cadence
from productgov.model.metrics import KPI, Metrics, Observation
from productgov.model.targets import Bounds, DatedTarget, Target

JANUARY, FEBRUARY, MARCH = date(2026, 1, 31), date(2026, 2, 28), date(2026, 3, 31)


def kpi(
    *observed: tuple[date, float],
    baseline: float | None = None,
    target: float | None = None,
    bounds: Bounds | None = None,
    refresh: str | None = None,
) -> KPI:
    return KPI(
        id="activation",
        name="Activation",
        baseline=baseline,
        target=None if target is None else Target(value=target),
        bounds=bounds,
        refresh=refresh,
        observations=tuple(Observation(date=day, value=value) for day, value in observed),
    )


def test_the_current_observation_is_the_latest_in_whatever_order_they_are_listed() -> None:
    measured = kpi((MARCH, 3), (JANUARY, 1), (FEBRUARY, 2))
    assert measured.current() == Observation(date=MARCH, value=3)
    assert measured.current(MARCH) == Observation(date=MARCH, value=3)
    assert measured.current(date(2026, 3, 30)) == Observation(date=FEBRUARY, value=2)


def test_nothing_is_current_before_the_first_observation() -> None:
    assert kpi((JANUARY, 1)).current(date(2026, 1, 30)) is None
    assert kpi().current() is None


def test_of_two_observations_on_one_day_the_last_listed_counts() -> None:
    assert kpi((JANUARY, 1), (JANUARY, 2), (date(2025, 1, 1), 0)).current() == Observation(date=JANUARY, value=2)


@pytest.mark.parametrize(
    ("baseline", "target", "current", "progress"),
    [
        (40, 60, 45, 0.25),
        (520, 350, 435, 0.5),
        (40, 60, 70, 1.5),
        (40, 60, 30, -0.5),
        (-10, 10, 0, 0.5),
        (40, 60, 40, 0),
        (40, 60, 60, 1),
    ],
)
def test_progress_is_the_share_of_the_way_in_either_direction(
    baseline: float, target: float, current: float, progress: float
) -> None:
    assert kpi((JANUARY, current), baseline=baseline, target=target).progress() == progress


def test_progress_is_seen_from_a_day() -> None:
    measured = kpi((JANUARY, 45), (MARCH, 60), baseline=40, target=60)
    assert measured.progress(FEBRUARY) == 0.25
    assert measured.progress() == 1


@pytest.mark.parametrize(
    "unknown",
    [
        kpi(baseline=1, target=2),
        kpi((JANUARY, 1), target=2),
        kpi((JANUARY, 1), baseline=1),
        kpi((JANUARY, 1), baseline=2, target=2),
        kpi((JANUARY, 1e15), baseline=0, target=5e-324),
    ],
)
def test_progress_that_cannot_be_known_is_none(unknown: KPI) -> None:
    assert unknown.progress() is None


@pytest.mark.parametrize(
    ("bounds", "value", "inside"),
    [
        (Bounds(min=1, max=2), 1, True),
        (Bounds(min=1, max=2), 2, True),
        (Bounds(min=1, max=2), 0.99, False),
        (Bounds(min=1, max=2), 2.01, False),
        (Bounds(min=1), 1e15, True),
        (Bounds(max=2), -1e15, True),
        (Bounds(), 0, True),
    ],
)
def test_bounds_hold_their_limits_and_what_lies_between(bounds: Bounds, value: float, *, inside: bool) -> None:
    assert (value in bounds) is inside
    assert kpi((JANUARY, value), bounds=bounds).breached() is not inside


def test_without_bounds_or_observation_nothing_is_breached() -> None:
    assert not kpi((JANUARY, 1)).breached()
    assert not kpi(bounds=Bounds(min=5)).breached()


def test_bounds_without_limits_ask_for_nothing() -> None:
    assert not Bounds().limited
    assert Bounds(min=0).limited
    assert Bounds(max=0).limited


@pytest.mark.parametrize(("age", "stale"), [(14, False), (15, True), (0, False)])
def test_an_observation_is_stale_when_two_scheduled_ones_were_missed(age: int, *, stale: bool) -> None:
    measured = kpi((JANUARY, 1), refresh="weekly")
    assert measured.stale(date.fromordinal(JANUARY.toordinal() + age)) is stale


def test_a_weekend_is_not_a_missed_observation() -> None:
    friday = kpi((date(2026, 2, 27), 1), refresh="weekdays")
    assert not friday.stale(date(2026, 3, 2))
    assert not friday.stale(date(2026, 3, 3))
    assert friday.stale(date(2026, 3, 4))


def test_how_many_missed_observations_make_it_stale_is_an_argument() -> None:
    measured = kpi((JANUARY, 1), refresh="weekly")
    assert measured.stale(date(2026, 2, 8), after=1)
    assert not measured.stale(date(2026, 2, 15), after=3)


@pytest.mark.parametrize("refresh", [None, "ad hoc", "whenever"])
def test_without_a_schedule_an_observation_is_stale_after_400_days(refresh: str | None) -> None:
    measured = kpi((JANUARY, 1), refresh=refresh)
    assert not measured.stale(date.fromordinal(JANUARY.toordinal() + 400))
    assert measured.stale(date.fromordinal(JANUARY.toordinal() + 401))


def test_an_observation_on_the_last_day_of_the_calendar_is_not_stale() -> None:
    assert not kpi((date.max, 1), refresh="weekly").stale(date.max)


TARGETS = (
    DatedTarget(value=20, by=date(2026, 3, 31)),
    DatedTarget(value=60, by=date(2026, 6, 30)),
)


@pytest.mark.parametrize(
    ("day", "value"), [(date(2026, 1, 1), 20), (date(2026, 3, 31), 20), (date(2026, 4, 1), 60), (date(2027, 1, 1), 60)]
)
def test_of_several_targets_the_first_that_has_not_passed_counts(day: date, value: int) -> None:
    measured = attrs.evolve(kpi((JANUARY, 10)), target=None, baseline=0, targets=TARGETS)
    target = measured.target_on(day)
    assert target is not None
    assert target.value == value
    assert (
        attrs.evolve(measured, observations=(Observation(date=date(2025, 1, 1), value=10),)).progress(day) == 10 / value
    )


def test_what_was_never_observed_is_not_stale() -> None:
    assert not kpi(refresh="daily").stale(date.max)


def test_the_cadence_is_read_from_the_refresh() -> None:
    assert kpi(refresh="every 2 weeks").cadence == Cadence.parse("biweekly")
    assert kpi(refresh="now and then").cadence is None
    assert kpi().cadence is None


def test_a_target_in_words_keeps_value_unit_and_text() -> None:
    stated = Target.parse("at or below 45 days")
    assert (stated.value, stated.unit, stated.strict, stated.text) == (45, "days", False, "at or below 45 days")
    with pytest.raises(InvalidValueError, match="cannot be read as a target"):
        Target.parse("better than last year")


def test_the_north_star_is_found_by_id_then_by_name() -> None:
    teams = KPI(id="weekly-teams", name="Weekly teams")
    decoy = KPI(id="decoy", name="weekly-teams")
    assert (
        Metrics(north_star_metric="weekly-teams", input_metrics=(decoy,), output_metrics=(teams,)).north_star == teams
    )
    assert Metrics(north_star_metric="Weekly teams", output_metrics=(teams,)).north_star == teams
    assert Metrics(north_star_metric="Happy customers", output_metrics=(teams,)).north_star is None
