"""What holds for the load of any teams."""

from math import fsum, isclose

import attrs
from hypothesis import given
from hypothesis import strategies as st

from productgov.fields import Period
from productgov.model.estimate import likely
from productgov.model.governance import ProductGovernance
from productgov.model.teams import Capacity, Team
from productgov.ranking.load import team_load
from productgov.strategies import governances


def parts_of(period: Period, start: int, cuts: list[bool]) -> list[Period]:
    """A period, or its halves, quarters and months, as the cuts say."""
    if not cuts or not cuts.pop() or not period.parts(start):
        return [period]
    return [part for each in period.parts(start) for part in parts_of(each, start, cuts)]


def with_capacity(subject: ProductGovernance, periods: list[Period]) -> ProductGovernance:
    capacity = tuple(Capacity(period=period, effort=1) for period in periods)
    teams = tuple(Team(id=name, name=name, capacity=capacity) for name in ("team-a", "team-b"))
    return attrs.evolve(subject, teams=teams)


@given(governances(), st.lists(st.booleans(), max_size=30), st.integers(1, 12), st.randoms(use_true_random=False))
def test_load_by_period_sums_to_the_load(
    subject: ProductGovernance, cuts: list[bool], start: int, random: object
) -> None:
    assert subject.as_of is not None
    year = subject.as_of.year
    periods = [part for each in (year, year + 1) for part in parts_of(Period(str(each)), start, cuts)]
    random.shuffle(periods)  # type: ignore[attr-defined]
    load = team_load(attrs.evolve(with_capacity(subject, periods), fiscal_year_start=start))
    for team in load.teams:
        parts = fsum((*(period.load for period in team.periods), team.outside))
        assert isclose(parts, team.load, rel_tol=1e-9, abs_tol=1e-9)
        assert team.outside >= 0


@given(governances())
def test_every_effort_is_charged_once_and_shares_sum_to_one(subject: ProductGovernance) -> None:
    load = team_load(with_capacity(subject, []))
    total = fsum((*(team.load for team in load.teams), load.unassigned))
    items = [item for item, horizon in subject.initiatives() if horizon is not None and not item.status.finished]
    efforts = [fsum(likely(each.effort) for each in item.efforts) for item in items if item.efforts]
    scored = [item.scoring.rice for item in items if not item.efforts and item.scoring and item.scoring.rice]
    rice = [effort for effort in (each.effort for each in scored) if effort]
    assert isclose(total, fsum((*efforts, *map(likely, rice))), rel_tol=1e-9)
    assert load.estimated == len(efforts) + len(rice)
    assert load.estimated + len(load.not_estimated) == len(items)
    for shares in (load.by_pillar, load.by_kind):
        assert isclose(fsum(share.effort for share in shares), total, rel_tol=1e-9)
        assert not efforts + rice or isclose(fsum(share.share or 0 for share in shares), 1, rel_tol=1e-9)


@given(governances(max_initiatives=4))
def test_a_probability_is_one_and_more_capacity_never_fits_less(subject: ProductGovernance) -> None:
    assert subject.as_of is not None
    periods = [Period(str(subject.as_of.year))]
    little = with_capacity(subject, periods)
    larger = tuple(Capacity(period=period, effort=5) for period in periods)
    much = attrs.evolve(little, teams=tuple(attrs.evolve(team, capacity=larger) for team in little.teams))
    for first, second in zip(team_load(little, draws=50).teams, team_load(much, draws=50).teams, strict=True):
        assert 0 <= first.periods[0].p_fits <= second.periods[0].p_fits <= 1
