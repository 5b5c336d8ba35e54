"""Governances of any size, with everything that charts show; the same size gives the same governance."""

from datetime import date, timedelta
from functools import cache
from random import Random

import productgov as pg

__all__ = ["DAY", "large"]

DAY = date(2026, 10, 1)
_WORDS = ("plan", "week", "dinner", "households", "& <b>shop</b>", "'pantry'", "計画", "Großküchenvertrag", "list")


@cache
def large(size: int) -> pg.ProductGovernance:
    """A governance with so many initiatives and KPIs."""
    dice = Random(size)
    items = tuple(_item(dice, number, size) for number in range(size))
    kpis = tuple(_kpi(dice, number) for number in range(size))
    review = pg.Review(frequency="monthly", participants=(pg.Role(title="Head of Product"),))
    return pg.ProductGovernance(
        name=f"{_title(dice)} " * 3,
        as_of=DAY,
        product_vision=pg.ProductVision(
            mission="Cook.", target_market=("all",), value_proposition="Food.", strategic_pillars=("Calm",)
        ),
        prioritization=pg.Prioritization(framework=pg.Framework.RICE, review_cadence=pg.ReviewCadence.MONTHLY),
        roadmap=pg.Roadmap(
            time_horizon=pg.TimeHorizon(
                now=items[: size // 3 + 1],
                next=items[size // 3 + 1 : 2 * size // 3],
                later=items[2 * size // 3 :],
                future=(pg.Vision(id="vision", title=_title(dice)),),
            ),
            externals=(
                pg.External(id="opinion", title=_title(dice), expected_date=date(2026, 9, 1)),
                pg.External(
                    id="parts", title="Parts", status=pg.ExternalStatus.DELIVERED, delivered_date=date(2026, 8, 1)
                ),
                pg.External(id="undated", title="Someday"),
            ),
            dependencies=(
                *(_dependency(dice, number) for number in range(1, size)),
                pg.Dependency(from_="i0", to="opinion"),
                pg.Dependency(from_="i1", to="parts"),
                pg.Dependency(from_="vision", to="i1"),
                pg.Dependency(from_="i0", to="unknown"),
            ),
        ),
        metrics=pg.Metrics(
            north_star_metric="k0", input_metrics=kpis[2:], output_metrics=kpis[:1], guardrail_metrics=kpis[1:2]
        ),
        objectives=tuple(_objective(dice, number) for number in range(max(1, size // 5))),
        teams=tuple(_team(dice, number) for number in range(max(2, size // 10))),
        reviews=pg.Reviews(product_review=review, strategy_review=review, portfolio_review=review),
    )


def _title(dice: Random) -> str:
    return " ".join(dice.choice(_WORDS) for _ in range(dice.randint(1, 9))).capitalize()


def _day(dice: Random, first: int, last: int) -> date:
    return DAY + timedelta(days=dice.randint(first, last))


def _item(dice: Random, number: int, size: int) -> pg.Initiative:
    start = _day(dice, -60, 200) if dice.random() < 0.7 else None
    target = (
        (start or DAY) + timedelta(days=dice.randint(-5 if start is None else 5, 150)) if dice.random() < 0.8 else None
    )
    committed = start or DAY if target and dice.random() < 0.4 else None
    status = dice.choice([*pg.Status])
    return pg.Initiative(
        id=f"i{number}",
        title=_title(dice),
        status=status,
        start_date=start,
        committed_date=committed,
        target_date=target,
        delivered_date=target if status is pg.Status.DONE else None,
        deadline=pg.Deadline(date=target, kind=pg.DeadlineKind.LEGAL) if target and dice.random() < 0.2 else None,
        team=f"t{number % max(2, size // 10)}",
        scoring=pg.Scoring(
            rice=pg.Rice(
                reach=pg.Estimate(low=100, likely=dice.randint(200, 900), high=1000 + dice.randint(0, 900)),
                impact=dice.choice([0.5, 1, 2]),
                confidence=0.8,
                effort=dice.randint(1, 9),
            ),
            value_effort=pg.ValueEffort(value=dice.randint(1, 10), effort=dice.randint(1, 10)),
            kano=pg.KanoSurvey(
                counts=pg.KanoCounts(
                    attractive=dice.randint(0, 30), must_be=dice.randint(0, 30), indifferent=dice.randint(1, 30)
                )
            ),
        ),
    )


def _dependency(dice: Random, number: int) -> pg.Dependency:
    return pg.Dependency(
        from_=f"i{number}",
        to=f"i{dice.randrange(max(0, number - 8), number)}",
        type=dice.choice([*pg.DependencyType, pg.DependencyType.REQUIRES]),
    )


def _kpi(dice: Random, number: int) -> pg.KPI:
    return pg.KPI(
        id=f"k{number}",
        name=_title(dice),
        unit=dice.choice(["%", "minutes per week and person", None]),
        baseline=dice.choice([None, 10.5]),
        target=pg.Target(value=dice.random() * 200, by=_day(dice, 20, 300)) if dice.random() < 0.7 else None,
        bounds=dice.choice([None, pg.Bounds(min=0), pg.Bounds(max=90), pg.Bounds(min=20, max=80)]),
        observations=tuple(
            pg.Observation(date=DAY - timedelta(days=30 * back + 1), value=dice.random() * 120)
            for back in range(dice.randint(0, 9))
        ),
        influences=(f"k{dice.randrange(number)}",) if number else (),
    )


def _objective(dice: Random, number: int) -> pg.Objective:
    return pg.Objective(
        id=f"o{number}",
        title=_title(dice),
        period=pg.Period("2026-Q3"),
        grade=pg.Grade(value=0.4) if dice.random() < 0.3 else None,
        key_results=tuple(
            pg.KeyResult(
                id=f"o{number}r{each}",
                title=_title(dice) if dice.random() < 0.5 else None,
                to=10,
                observations=(pg.Observation(date=DAY, value=dice.random() * 12),) if dice.random() < 0.8 else (),
            )
            for each in range(dice.randint(0, 3))
        ),
    )


def _team(dice: Random, number: int) -> pg.Team:
    periods = ("2026-Q2", "2026-Q4", "2027-Q1", "2027-Q2")[: dice.randint(0, 4)]
    return pg.Team(
        id=f"t{number}",
        name=_title(dice),
        capacity=tuple(pg.Capacity(period=pg.Period(period), effort=dice.randint(0, 9)) for period in periods),
    )
