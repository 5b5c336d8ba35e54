"""The load of teams, against numbers that were computed by hand."""

from datetime import date
from math import log
from statistics import NormalDist

import pytest

from productgov import ErrorModel, InvalidValueError, TeamLoad, team_load
from productgov.model.governance import ProductGovernance
from productgov.ranking.draws import DEFAULT_ERRORS, Sampling
from productgov.ranking.spread import Spread, united
from productgov.ranking.uncertain import UncertainScore
from tests.support.examples import Fragment, document_with, item

BLUE: Fragment = {
    "id": "blue",
    "name": "Blue",
    "capacity": [{"period": "2026-Q1", "effort": 1}, {"period": "2026-Q2", "effort": 2}],
}
"""A team; in the example document, dated 2026-03-02, checkout is due on 2026-04-15 and takes 2 person-months."""


def loaded(*fragments: Fragment, **options: object) -> TeamLoad:
    return team_load(governance(*fragments), **options)  # type: ignore[arg-type]


def governance(*fragments: Fragment) -> ProductGovernance:
    return document_with({"teams": [BLUE]}, *fragments).governance


def loads(*fragments: Fragment) -> list[float]:
    """The load of the blue team in each period, and outside of them."""
    (team,) = loaded(*fragments).teams
    return [*(period.load for period in team.periods), team.outside]


def checkout(**fields: object) -> Fragment:
    return item("now", "checkout", **{"team": "blue", **fields})


def test_effort_is_spread_evenly_from_the_day_to_the_due_day() -> None:
    # 30 days in March and 15 in April.
    assert loads(checkout()) == pytest.approx([2 * 30 / 45, 2 * 15 / 45, 0])


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        # 19 days in February and 31 in March, then 15 in April.
        ({"startDate": "2026-02-10"}, [2 * 50 / 65, 2 * 15 / 65, 0]),
        ({"startDate": "2025-12-22", "targetDate": "2026-01-10"}, [1, 0, 1]),
        # Without a due day, until the last day of now: 2026-06-01.
        ({"targetDate": None}, [2 * 30 / 92, 2 * 62 / 92, 0]),
        ({"targetDate": None, "targetPeriod": "2026-H1"}, [2 * 30 / 121, 2 * 91 / 121, 0]),
        # Overdue, and without a start: all of it today.
        ({"targetDate": "2026-02-15"}, [2, 0, 0]),
        ({"status": "done"}, [0, 0, 0]),
        ({"status": "paused"}, [2 * 30 / 45, 2 * 15 / 45, 0]),
        ({"efforts": [{"team": "blue", "effort": 9}]}, [6, 3, 0]),
        ({"efforts": [{"team": "blue", "effort": {"low": 1, "likely": 9, "high": 30}}]}, [6, 3, 0]),
        ({"efforts": [{"team": "other", "effort": 9}]}, [0, 0, 0]),
        ({"team": None}, [0, 0, 0]),
        ({"scoring": None}, [0, 0, 0]),
    ],
)
def test_where_effort_falls(fields: dict[str, object], expected: list[float]) -> None:
    assert loads(checkout(**fields)) == pytest.approx(expected)


def test_what_is_planned_for_later_begins_with_its_horizon() -> None:
    # Next is from 2026-06-02 to 2026-09-01: 92 days, 29 of them in June.
    assert loads(item("next", "payments", team="blue")) == pytest.approx([0, 2 * 29 / 92, 2 * 63 / 92])


def test_horizons_by_quarters_begin_and_end_with_them() -> None:
    # Next is the second quarter.
    quarters = {"roadmap": {"windows": "quarters"}}
    # Now is the first quarter, of which two months have passed.
    assert loads(checkout(targetDate=None), quarters) == pytest.approx([2, 0, 0])
    assert loads(checkout(), quarters) == pytest.approx([2 * 30 / 45, 2 * 15 / 45, 0])
    assert loads(item("next", "payments", team="blue"), quarters) == pytest.approx([0, 2, 0])


def test_periods_are_fiscal() -> None:
    # From April to June 2025, and from July to September 2025.
    assert loads(checkout(), {"fiscalYearStart": 4}) == pytest.approx([0, 0, 2])


def test_periods_that_overlap_leave_nothing_outside_twice() -> None:
    capacity = [{"period": "2026", "effort": 9}, {"period": "2026-03", "effort": 1}]
    fragment = {"teams": [{**BLUE, "capacity": capacity}]}
    assert loads(checkout(), fragment) == pytest.approx([2, 2 * 30 / 45, 0])


def test_what_has_no_effort_is_counted() -> None:
    load = loaded(checkout(), item("later", "identity", team="blue"))
    assert [one.id for one in load.not_estimated] == ["identity"]
    assert (load.estimated, load.known_share) == (2, 2 / 3)
    (team,) = load.teams
    assert [one.id for one in team.not_estimated] == ["identity"]
    assert [[one.id for one in period.not_estimated] for period in team.periods] == [[], []]
    assert [one.initiative.id for one in team.items] == ["checkout"]


def test_effort_without_a_team_is_unassigned() -> None:
    load = loaded(checkout())
    assert (load.unassigned, load.teams[0].load) == (2, 2)
    assert load.find("blue") is load.teams[0]
    assert load.find("red") is None


def test_shares_of_pillars_stand_beside_their_allocation() -> None:
    allocation = [{"pillar": "Trust", "share": 0.25}, {"pillar": "Calm", "share": 0.75}]
    load = loaded(
        {"productVision": {"strategicPillars": ["Calm", "Trust"]}, "roadmap": {"allocation": allocation}},
        item("next", "payments", kind="debt", scoring={"rice": {"effort": 6}}),
    )
    assert [(one.name, one.effort, one.share, one.allocated) for one in load.by_pillar] == [
        ("Calm", 2, 0.25, 0.75),
        ("Trust", 0, 0, 0.25),
        (None, 6, 0.75, None),
    ]
    assert [(one.name, one.share) for one in load.by_kind] == [("feature", 0.25), ("debt", 0.75)]


def test_without_any_effort_there_are_no_shares() -> None:
    load = loaded(checkout(scoring=None), item("next", "payments", scoring=None))
    assert [(one.name, one.effort, one.share) for one in load.by_pillar] == [("Calm", 0, None)]
    assert (load.by_kind, load.known_share) == ((), 0)
    empty = loaded({"roadmap": {"timeHorizon": {"now": [], "next": [], "later": []}}})
    assert (empty.estimated, empty.not_estimated, empty.known_share) == (0, (), 0)


def chances(*fragments: Fragment, **options: object) -> list[float]:
    (team,) = loaded(*fragments, **options).teams
    return [period.p_fits for period in team.periods]


def test_what_is_certain_fits_or_does_not() -> None:
    assert chances(checkout(), error_model=None) == [0, 1]
    assert [period.over for period in loaded(checkout()).teams[0].periods] == [True, False]
    assert chances() == [1, 1]


def test_a_load_of_exactly_the_capacity_fits() -> None:
    exact = {"efforts": [{"team": "blue", "effort": 3}], "startDate": "2026-01-01", "targetDate": "2026-04-15"}
    tight = {"teams": [{**BLUE, "capacity": [{"period": "2026-Q1", "effort": 3 * 90 / 105}]}]}
    assert chances(checkout(**exact), tight, error_model=None) == [1]


def test_the_error_of_one_effort_has_a_closed_form() -> None:
    # 2 × 30 ÷ 45 within 1, and 2 × 15 ÷ 45 within 2.
    expected = [NormalDist(0, 0.3).cdf(log(limit)) for limit in (45 / 60, 3)]
    assert chances(checkout(), draws=20_000) == pytest.approx(expected, abs=0.01)
    certain = ErrorModel(effort=0)
    assert chances(checkout(), error_model=certain) == [0, 1]


def test_an_estimate_is_drawn_from_its_triangle() -> None:
    # Two thirds of the days: it fits below 1.5 of low 1, likely 2, high 4, so (1.5 - 1)² ÷ (3 × 1).
    effort = [{"team": "blue", "effort": {"low": 1, "likely": 2, "high": 4}}]
    assert chances(checkout(efforts=effort), draws=20_000, error_model=None) == pytest.approx([1 / 12, 1], abs=0.01)


def test_the_draws_are_those_of_the_simulation() -> None:
    (team,) = loaded(checkout(), draws=100, seed=7).teams
    drawn = Sampling(draws=100, seed=7, error_model=DEFAULT_ERRORS).draw(
        "checkout", UncertainScore(factors={"reach": 900}, confidence=0.8, effort=2)
    )
    assert team.items[0].drawn == drawn["effort"]


def test_the_draws_of_two_teams_are_their_own() -> None:
    efforts = [{"team": "blue", "effort": 2}, {"team": "red", "effort": 2}]
    load = loaded(checkout(efforts=efforts), {"teams": [{"id": "red", "name": "Red"}]})
    blue, red = (team.items[0] for team in load.teams)
    assert blue.drawn != red.drawn
    assert load.teams[1].periods == ()
    assert load.teams[1].outside == 2


def test_the_day_and_the_draws_are_checked() -> None:
    assert loaded(as_of=date(2026, 4, 1)).as_of == date(2026, 4, 1)
    with pytest.raises(InvalidValueError, match="draws"):
        loaded(draws=0)


def test_it_has_a_short_repr() -> None:
    assert repr(loaded(checkout())) == "<TeamLoad on 2026-03-02: 1 team, 2 of 3 open items estimated>"


def test_a_spread_knows_what_falls_into_any_span() -> None:
    spread = Spread([(date(2026, 1, 1), date(2026, 1, 10), 5), (date(2026, 1, 6), date(2026, 1, 7), 4)])
    assert spread.within(date(2026, 1, 1), date(2026, 1, 10)) == pytest.approx(9)
    assert spread.within(date(2026, 1, 1), date(2026, 1, 5)) == pytest.approx(2.5)
    assert spread.within(date(2026, 1, 7), date(2026, 1, 8)) == pytest.approx(0.5 + 2 + 0.5)
    assert spread.within(date(2025, 1, 1), date(2025, 12, 31)) == 0
    assert spread.within(date(2026, 1, 11), date.max) == pytest.approx(0)
    assert Spread([]).within(date.min, date.max) == 0
    assert Spread([(date.max, date.max, 3)]).within(date.max, date.max) == 3


def test_spans_are_united_where_they_touch_the_same_days() -> None:
    first, second = (date(2026, 1, 1), date(2026, 1, 10)), (date(2026, 1, 5), date(2026, 1, 7))
    third = (date(2026, 1, 10), date(2026, 2, 1))
    assert united([third, second, first]) == [(date(2026, 1, 1), date(2026, 2, 1))]
    assert united([second, (date(2026, 1, 8), date(2026, 1, 9))]) == [second, (date(2026, 1, 8), date(2026, 1, 9))]
