"""Governances whose parts are consistent: `check` finds no error in them."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import TypeVar, cast

import attrs
from hypothesis import strategies as st

from productgov.fields import Period
from productgov.model.check_ins import CheckIn
from productgov.model.decisions import Decision
from productgov.model.delivery import Deadline, Outcome
from productgov.model.governance import ProductGovernance
from productgov.model.initiative import Initiative, Status
from productgov.model.metrics import KPI, Direction, MetricGroup, Metrics, Observation
from productgov.model.objectives import KeyResult, Objective
from productgov.model.organization import Organization, SuccessMetric
from productgov.model.prioritization import FORMULA, Prioritization
from productgov.model.reviews import Review, Reviews
from productgov.model.roadmap import Dependency, DependencyType, External, Roadmap, TimeHorizon, Windows
from productgov.model.targets import Bounds
from productgov.model.teams import Team, TeamEffort
from productgov.model.vision import ProductVision, Vision
from productgov.strategies.drafts import Draft, drafts
from productgov.strategies.values import Range, dates

__all__ = ["consistent_drafts"]

Item = TypeVar("Item")

_PILLARS = ("Trust", "Speed", "Reach")
_THEMES = ("Activation", "Search", "Teams")
_TEAMS = ("team-a", "team-b")
_GOALS = ("objective-1", "objective-2")
_DATES = ("start_date", "committed_date", "target_date", "delivered_date")
_METHODS = ("Weighted", "WSJF", "MoSCoW", "Opportunity")
_RHYTHMS = ("weekly", "every 2 weeks", "monthly", "quarterly")
_WINDOWS = {"delivered": (-300, -1), "now": (0, 88), "next": (92, 180), "later": (184, 364), "backlog": (0, 364)}
"""Days from the date of the document that are within each place, however long the months are."""
_WIDEST: Mapping[str, Callable[[list[float]], float]] = {"min": min, "max": max}


@attrs.frozen(kw_only=True)
class _Maker:
    """Draws objects of one governance, whose date is known."""

    draw: st.DrawFn
    within: Range
    today: date

    def one(self, cls: type, **chosen: object) -> Draft:
        """A draft with some fields chosen, as strategies or as values."""
        return self.draw(drafts(cls, self.within, chosen))

    def day(self, first: int, last: int) -> date:
        """A day, counted from the document's date."""
        return self.today + timedelta(days=self.draw(st.integers(first, last)))

    def maybe_day(self, first: int, last: int) -> date | None:
        """A day, or none."""
        return self.day(first, last) if self.draw(st.booleans()) else None


@st.composite
def consistent_drafts(draw: st.DrawFn, within: Range, max_initiatives: int) -> Draft:
    """Drafts of whole governances without errors."""
    maker = _Maker(draw=draw, within=within, today=draw(dates(exhaustive=False)))
    pillars, themes, teams = draw(_some(_PILLARS)), draw(_some(_THEMES)), draw(_some(_TEAMS))
    metrics = _metrics(maker)
    ids = [str(kpi.values["id"]) for group in MetricGroup for kpi in _items(metrics, group.field)]
    guardrails = [str(kpi.values["id"]) for kpi in _items(metrics, MetricGroup.GUARDRAIL.field)]
    review = drafts(
        Review,
        within,
        {"frequency": st.sampled_from(_RHYTHMS), "metrics": st.none() | _some(ids)},
    )
    objectives = _objectives(maker, ids, pillars, teams)
    serving = {
        "theme": _one_of(themes),
        "pillar": _one_of(pillars),
        "metrics": _some(ids),
        "guardrails": _some(guardrails),
        "team": _one_of(teams),
        "efforts": [maker.one(TeamEffort, team=team) for team in draw(_some(teams))],
        "objectives": _some([str(objective.values["id"]) for objective in objectives]),
    }
    return maker.one(
        ProductGovernance,
        schema=st.none() | st.just("./productgov.schema.json"),
        as_of=maker.today,
        product_vision=maker.one(ProductVision, strategic_pillars=pillars),
        prioritization=_prioritization(maker),
        roadmap=_roadmap(maker, max_initiatives, themes, serving),
        metrics=metrics,
        reviews=maker.one(Reviews, product_review=review, strategy_review=review, portfolio_review=review),
        objectives=objectives,
        teams=[maker.one(Team, id=team) for team in teams],
        decisions=_decisions(maker, ids),
        organization=_organization(maker, ids),
    )


def _prioritization(maker: _Maker) -> Draft:
    """Ranked by a method that there is; a formula has only names that every document gives."""
    formula = maker.draw(st.none() | st.just("1 + weights.userImpact"))
    return maker.one(Prioritization, rank_by=FORMULA if formula else _one_of(_METHODS), formula=formula)


def _objectives(maker: _Maker, kpis: Sequence[str], pillars: Sequence[str], teams: Sequence[str]) -> list[Draft]:
    """Objectives, each for the fiscal year or a part of it, that contribute only to earlier ones for the whole year."""
    names, made = maker.draw(_some(_GOALS)), []
    for place, name in enumerate(names):
        made.append(
            maker.one(
                Objective,
                id=name,
                period=Period(str(maker.today.year)),
                team=_one_of(teams),
                pillar=_one_of(pillars),
                parent=_one_of(names[:place]),
                key_results=[
                    _key_result(maker, f"{name}-{number}", kpis)
                    for number in range(1, maker.draw(st.integers(0, 2)) + 1)
                ],
                check_ins=_check_ins(maker),
            )
        )
    return made


def _key_result(maker: _Maker, name: str, kpis: Sequence[str]) -> Draft:
    """A number of its own, the target of a KPI, a range or a milestone."""
    measure = maker.draw(st.sampled_from(("to", "keep", "milestone", *(("kpi",) if kpis else ()))))
    names = ("to", "from_", "keep", "milestone", "kpi", "unit", "reached", "by")
    nothing: dict[str, object] = {**dict.fromkeys(names)}
    values: dict[str, dict[str, object]] = {
        "to": {"to": maker.draw(st.integers(0, 100)), "from_": st.none() | st.integers(0, 100)},
        "keep": {"keep": maker.one(Bounds)},
        "milestone": {"milestone": "Everyone has moved", "reached": maker.maybe_day(-60, 0)},
        "kpi": {"kpi": st.sampled_from(tuple(kpis) or ("",))},
    }
    seen = [maker.one(Observation, date=maker.day(-60, 0))] if measure in ("to", "keep") else []
    return maker.one(
        KeyResult, id=name, check_ins=_check_ins(maker), **{**nothing, "observations": seen, **values[measure]}
    )


def _check_ins(maker: _Maker) -> list[Draft]:
    return [maker.one(CheckIn, date=maker.day(-60, 0))] if maker.draw(st.booleans()) else []


def _decisions(maker: _Maker, subjects: Sequence[str]) -> list[Draft]:
    if not maker.draw(st.booleans()):
        return []
    return [maker.one(Decision, id="decision-1", date=maker.day(-60, 0), subjects=_some(subjects), supersedes=None)]


def _organization(maker: _Maker, kpis: Sequence[str]) -> Draft | None:
    if not maker.draw(st.booleans()):
        return None
    measured = [maker.one(SuccessMetric, kpi=kpi) for kpi in maker.draw(_some(kpis))]
    return maker.one(Organization, success_metrics=measured)


def _metrics(maker: _Maker) -> Draft:
    counts = [maker.draw(st.integers(0, 2)) for _ in MetricGroup]
    ids = [f"kpi-{number}" for number in range(1, sum(counts) + 1)]
    kpis = iter([_kpi(maker, name, later=ids[number:]) for number, name in enumerate(ids, start=1)])
    groups = {group.field: [next(kpis) for _ in range(count)] for group, count in zip(MetricGroup, counts, strict=True)}
    north_star = st.sampled_from((*ids, "Teams that got an answer this week"))
    return maker.one(Metrics, north_star_metric=north_star, **groups)


def _kpi(maker: _Maker, name: str, later: Sequence[str]) -> Draft:
    """A KPI that influences only later ones, should improve, and is within its bounds."""
    seen = [maker.one(Observation, date=maker.day(-60, 0)) for _ in range(maker.draw(st.integers(0, 2)))]
    kpi = maker.one(
        KPI,
        id=name,
        refresh=st.none() | st.sampled_from(_RHYTHMS),
        influences=_some(later),
        observations=seen,
    )
    values = dict(kpi.values)
    match values:
        case {
            "direction": Direction() as way,
            "baseline": baseline,
            "target": Draft(values={"value": value}) as target,
        }:
            values["baseline"], better = sorted((baseline, value), reverse=way is Direction.DECREASE)
            values["target"] = _changed(target, value=better)
        case {"direction": Direction() as way, "baseline": baseline, "targets": [*dated]}:
            numbers = sorted((baseline, *(each.values["value"] for each in dated)), reverse=way is Direction.DECREASE)
            values["baseline"] = numbers[0]
            values["targets"] = [_changed(each, value=number) for each, number in zip(dated, numbers[1:], strict=True)]
    match values:
        case {"bounds": Draft(values=bounds) as draft}:
            numbers = [observation.values["value"] for observation in seen]
            widest = {limit: pick([bounds[limit], *numbers]) for limit, pick in _WIDEST.items() if limit in bounds}
            values["bounds"] = _changed(draft, **widest)
    return attrs.evolve(kpi, values=values)


def _roadmap(maker: _Maker, most: int, themes: Sequence[str], serving: Mapping[str, object]) -> Draft:
    """A roadmap on which every item requires only items before it."""
    places = sorted(maker.draw(st.lists(st.sampled_from(tuple(_WINDOWS)), max_size=most)), key=list(_WINDOWS).index)
    items = [_initiative(maker, f"item-{number}", place, serving) for number, place in enumerate(places, start=1)]
    columns = {place: [item for item, where in zip(items, places, strict=True) if where == place] for place in _WINDOWS}
    delivered, backlog = columns.pop("delivered"), columns.pop("backlog")
    vision_fields = {name: serving[name] for name in ("theme", "pillar")}
    future = [maker.one(Vision, id="vision-1", **vision_fields)] if maker.draw(st.booleans()) else []
    externals = [maker.one(External, id="external-1")] if maker.draw(st.booleans()) else []
    return maker.one(
        Roadmap,
        time_horizon=maker.one(TimeHorizon, **columns, future=future),
        windows=Windows.ROLLING,
        backlog=backlog,
        delivered=delivered,
        themes=themes,
        dependencies=_dependencies(maker, [str(item.values["id"]) for item in (*externals, *items, *future)]),
        externals=externals,
        allocation=[],
    )


def _initiative(maker: _Maker, name: str, place: str, serving: Mapping[str, object]) -> Draft:
    statuses = [status for status in Status if status.finished == (place == "delivered")]
    days: dict[str, object] = {name: maker.maybe_day(*_WINDOWS[place]) for name in _DATES}
    status = maker.draw(st.sampled_from(statuses))
    outcome = (
        maker.one(Outcome, date=maker.day(-60, 0)) if status is Status.DONE and maker.draw(st.booleans()) else None
    )
    if days["target_date"] is None and maker.draw(st.booleans()):
        days["target_period"] = Period(f"{maker.day(*_WINDOWS[place]):%Y-%m}")
    else:
        days["target_period"] = None
    return maker.one(
        Initiative,
        id=name,
        status=status,
        proposed_date=maker.maybe_day(-400, -300),
        deadline=maker.one(Deadline, date=maker.day(400, 800)) if maker.draw(st.booleans()) else None,
        check_ins=_check_ins(maker),
        outcome=outcome,
        **days,
        **serving,
    )


def _dependencies(maker: _Maker, ids: Sequence[str]) -> list[Draft]:
    pairs = [(earlier, later) for place, later in enumerate(ids) for earlier in ids[:place]]
    found = []
    for earlier, later in maker.draw(_some(pairs)):
        kind = maker.draw(st.sampled_from(tuple(DependencyType)))
        first, second = (earlier, later) if kind is DependencyType.BLOCKS else (later, earlier)
        found.append(maker.one(Dependency, from_=first, to=second, type=kind))
    return found


def _some(items: Sequence[Item]) -> st.SearchStrategy[list[Item]]:
    """Up to two of the items, each once."""
    return _some_of(tuple(items))


@lru_cache
def _some_of(items: tuple[Item, ...]) -> st.SearchStrategy[list[Item]]:
    return st.lists(st.sampled_from(items), unique=True, max_size=2) if items else st.just([])


def _one_of(items: Sequence[str]) -> st.SearchStrategy[str | None]:
    return st.sampled_from((None, *items))


def _items(draft: Draft, field: str) -> list[Draft]:
    return cast(list[Draft], draft.values[field])


def _changed(draft: Draft, **values: object) -> Draft:
    return attrs.evolve(draft, values={**draft.values, **values})
