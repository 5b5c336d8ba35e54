"""The value that is expected on a day between dated targets."""

from datetime import date

import pytest

from productgov.model.targets import DatedTarget, value_on_line

START = date(2026, 1, 1)
TARGETS = (DatedTarget(value=20, by=date(2026, 1, 11)), DatedTarget(value=60, by=date(2026, 1, 21)))


@pytest.mark.parametrize(
    ("day", "value"),
    [
        (date(2025, 12, 1), 10),
        (date(2026, 1, 6), 15),
        (date(2026, 1, 11), 20),
        (date(2026, 1, 16), 40),
        (date(2026, 1, 21), 60),
        (date(2026, 3, 1), 60),
    ],
)
def test_a_value_moves_evenly_from_target_to_target_and_stays_at_the_last(day: date, value: float) -> None:
    assert value_on_line(START, 10, TARGETS, day) == value


def test_targets_before_the_start_are_met_at_once() -> None:
    assert value_on_line(date(2026, 2, 1), 10, TARGETS, START) == 60
