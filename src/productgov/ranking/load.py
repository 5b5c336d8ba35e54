"""The load of teams: the effort of the open items beside the capacity by period, and how likely it fits."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cached_property
from itertools import repeat
from math import fsum
from operator import mul
from typing import NamedTuple

import attrs

from productgov.analysis.horizons import resolve_as_of, windows_of
from productgov.display import Displayed
from productgov.model.estimate import Estimate, likely
from productgov.model.governance import ProductGovernance
from productgov.model.initiative import Initiative, InitiativeKind
from productgov.model.metrics import ROUNDING
from productgov.model.teams import Capacity, Team
from productgov.ranking.draws import DEFAULT_ERRORS, ErrorModel, Sampling
from productgov.ranking.spread import Spread, united
from productgov.ranking.uncertain import EFFORT, UncertainScore
from productgov.tabular import Tabular
from productgov.wording import counted

__all__ = ["EffortShare", "LoadedItem", "LoadedPeriod", "LoadedTeam", "TeamLoad", "team_load"]


@attrs.frozen(kw_only=True, repr=False)
class LoadedItem(Displayed):
    """What an open item takes of a team.

    Attributes:
        initiative: the item.
        effort: its effort, in person-months.
        first: the first of the days over which the effort is spread evenly.
        last: the last of these days.
    """

    initiative: Initiative
    effort: float | Estimate
    first: date
    last: date
    _draw: "_Draw" = attrs.field(alias="draw", repr=False, eq=False)

    def within(self, first: date, last: date) -> float:
        """The share of its days that are between two days, both included."""
        inside = (min(self.last, last) - max(self.first, first)).days + 1
        return max(0, inside) / ((self.last - self.first).days + 1)

    @cached_property
    def drawn(self) -> Sequence[float] | None:
        """Its effort in each draw; None where it is certain."""
        return self._draw.effort(self.effort)


class _Draw(NamedTuple):
    """Where the draws of an effort come from."""

    sampling: Sampling
    name: str

    def effort(self, effort: float | Estimate) -> Sequence[float] | None:
        score = UncertainScore(factors={}, confidence=1, effort=effort)
        return self.sampling.draw(self.name, score).get(EFFORT)


@attrs.frozen(kw_only=True, repr=False)
class LoadedPeriod(Displayed):
    """What a team has to do in a period, beside what it can do.

    Attributes:
        capacity: the period, and what the team can do in it.
        first: the first day of the period.
        last: its last day.
        load: the effort that falls into it, by the likely values of estimates.
    """

    capacity: Capacity
    first: date
    last: date
    load: float
    _charges: "tuple[_Charge, ...]" = attrs.field(alias="charges", repr=False, eq=False)

    @property
    def items(self) -> tuple[LoadedItem, ...]:
        """The items of which some effort falls into it."""
        return tuple(charge.item for charge in self._charges if charge.item is not None and self._meets(charge))

    @property
    def not_estimated(self) -> tuple[Initiative, ...]:
        """The items of the team with days in it that have no effort; they are not in the load."""
        return tuple(charge.initiative for charge in self._charges if charge.item is None and self._meets(charge))

    @property
    def over(self) -> bool:
        """Whether the load is greater than the capacity."""
        return not self._fits(self.load)

    @cached_property
    def p_fits(self) -> float:
        """How likely the load is within the capacity, from 0 to 1: the share of draws of the efforts in which it is."""
        shares = [(item, item.within(self.first, self.last)) for item in self.items]
        exact = fsum(likely(item.effort) * share for item, share in shares if item.drawn is None)
        columns = [map(mul, item.drawn, repeat(share)) for item, share in shares if item.drawn is not None]
        if not columns:
            return float(self._fits(exact))
        totals = [*map(fsum, zip(*columns, repeat(exact), strict=False))]
        return sum(map(self._most.__ge__, totals)) / len(totals)

    def _meets(self, charge: "_Charge") -> bool:
        return charge.first <= self.last and charge.last >= self.first

    @property
    def _most(self) -> float:
        """The greatest load that fits."""
        return self.capacity.effort * (1 + ROUNDING)

    def _fits(self, load: float) -> bool:
        return load <= self._most


@attrs.frozen(kw_only=True, repr=False)
class LoadedTeam(Displayed):
    """A team with everything that its open items take of it.

    Attributes:
        team: the team.
        load: the effort of its open items, by the likely values of estimates.
        periods: its capacity periods, in the order of the document.
        outside: the part of the load on days that are in no capacity period. Where no periods overlap, it and the
            loads of the periods sum to the load.
        items: what its open items take.
        not_estimated: its open items that have no effort; they are not in the load.
    """

    team: Team
    load: float
    periods: tuple[LoadedPeriod, ...]
    outside: float
    items: tuple[LoadedItem, ...]
    not_estimated: tuple[Initiative, ...]


@attrs.frozen(kw_only=True, repr=False)
class EffortShare(Displayed):
    """A part of the effort of all open items.

    Attributes:
        name: the strategic pillar or the kind of work; None for items without a known pillar.
        effort: their effort.
        share: their share of the effort of all open items, from 0 to 1; None where no item has an effort.
        allocated: the share that the roadmap allocates; None where it allocates none.
    """

    name: str | None
    effort: float
    share: float | None
    allocated: float | None


@attrs.frozen(kw_only=True, repr=False)
class TeamLoad(Displayed, Tabular):
    """The load of all teams on a day.

    Attributes:
        as_of: the day.
        teams: every team, in the order of the document.
        by_pillar: the effort by strategic pillar, in the order of the document, then without a pillar.
        by_kind: the effort by kind of work; only kinds that there are.
        unassigned: the effort that is charged to no known team.
        estimated: how many open items have an effort.
        not_estimated: the open items that have none.
    """

    as_of: date
    teams: tuple[LoadedTeam, ...]
    by_pillar: tuple[EffortShare, ...]
    by_kind: tuple[EffortShare, ...]
    unassigned: float
    estimated: int
    not_estimated: tuple[Initiative, ...]

    @property
    def known_share(self) -> float:
        """The share of the open items that have an effort, from 0 to 1; 0 where no item is open."""
        items = self.estimated + len(self.not_estimated)
        return self.estimated / items if items else 0.0

    def __repr__(self) -> str:
        items = counted(self.estimated + len(self.not_estimated), "open item")
        return f"<TeamLoad on {self.as_of}: {counted(len(self.teams), 'team')}, {self.estimated} of {items} estimated>"

    def find(self, id: str) -> LoadedTeam | None:
        """The team with this id; None when there is none."""
        return next((each for each in self.teams if each.team.id == id), None)


def team_load(
    governance: ProductGovernance,
    as_of: date | None = None,
    *,
    draws: int = 2_000,
    seed: int = 0,
    error_model: ErrorModel | None = DEFAULT_ERRORS,
) -> TeamLoad:
    """How much work the teams have, in every period for which their capacity is given.

    The effort of an item is that of its `efforts`, else its RICE effort, charged to its `team`. It is spread evenly
    over the days from its start to the day it is due. Without a start, it begins on the day of the load, or on the
    first day of its horizon where that is later; without a due day, it ends on the last day of its horizon. Items that
    are done or dropped do not count, nor does the backlog.

    Whether the load fits is drawn as `simulate` draws efforts: estimates from triangular distributions, plain numbers
    from the error model.

    Args:
        governance: whose teams to look at.
        as_of: the day; left out, the document's `asOf`, else today.
        draws: the number of draws.
        seed: the same seed gives the same draws again.
        error_model: the errors of plain numbers; None takes them as exact.

    Raises:
        InvalidValueError: when draws is below 1.
    """
    day = resolve_as_of(governance, as_of)
    sampling = Sampling(draws=draws, seed=seed, error_model=error_model)
    charges = tuple(_charges(governance, day, sampling))
    by_team: dict[str | None, list[_Charge]] = {}
    efforts: dict[int, list[float]] = {}
    for charge in charges:
        by_team.setdefault(charge.team, []).append(charge)
        taken = efforts.setdefault(id(charge.initiative), [])
        if charge.item is not None:
            taken.append(likely(charge.item.effort))
    items = tuple({id(charge.initiative): charge.initiative for charge in charges}.values())
    estimated = [(item, fsum(efforts[id(item)])) for item in items if efforts[id(item)]]
    known = {team.id for team in governance.teams}
    return TeamLoad(
        as_of=day,
        teams=tuple(_team(team, by_team.get(team.id, ()), governance.fiscal_year_start) for team in governance.teams),
        by_pillar=_by_pillar(governance, estimated),
        by_kind=_by_kind(estimated),
        unassigned=fsum(
            likely(charge.item.effort) for charge in charges if charge.item is not None and charge.team not in known
        ),
        estimated=len(estimated),
        not_estimated=tuple(item for item in items if not efforts[id(item)]),
    )


class _Charge(NamedTuple):
    """What an open item takes of a team, or of none.

    Attributes:
        initiative: the item.
        team: the id of the team.
        item: the effort that it takes; None where it has none.
        first: its first day.
        last: its last day.
    """

    initiative: Initiative
    team: str | None
    item: LoadedItem | None
    first: date
    last: date


def _charges(governance: ProductGovernance, day: date, sampling: Sampling) -> Iterator[_Charge]:
    windows, start = windows_of(governance, day), governance.fiscal_year_start
    for initiative, horizon in governance.initiatives():
        if horizon is None or initiative.status.finished:
            continue
        window = windows[horizon]
        first = initiative.start_date or max(day, window.start)
        end = window.end - timedelta(days=1) if window.end is not None else first
        last = max(first, initiative.due(start) or end)
        for team, name, effort in _efforts(initiative):
            item = None
            if effort is not None:
                draw = _Draw(sampling, name)
                item = LoadedItem(initiative=initiative, effort=effort, first=first, last=last, draw=draw)
            yield _Charge(initiative, team, item, first, last)


def _efforts(initiative: Initiative) -> Iterator[tuple[str | None, str, float | Estimate | None]]:
    """The teams that it is charged to, each with the name of its draws, and its effort where it has one."""
    rice = initiative.scoring.rice if initiative.scoring else None
    if not initiative.efforts:
        yield initiative.team, initiative.id, rice.effort if rice else None
    for each in initiative.efforts:
        yield each.team, f"{initiative.id}/{each.team}", each.effort


def _team(team: Team, charges: Iterable[_Charge], fiscal_year_start: int) -> LoadedTeam:
    charges = tuple(charges)
    items = tuple(charge.item for charge in charges if charge.item is not None)
    spread = Spread((item.first, item.last, likely(item.effort)) for item in items)
    periods = tuple(
        LoadedPeriod(
            capacity=capacity,
            first=capacity.period.first(fiscal_year_start),
            last=capacity.period.last(fiscal_year_start),
            load=spread.within(capacity.period.first(fiscal_year_start), capacity.period.last(fiscal_year_start)),
            charges=charges,
        )
        for capacity in team.capacity
    )
    load = fsum(likely(item.effort) for item in items)
    inside = fsum(spread.within(*span) for span in united((period.first, period.last) for period in periods))
    return LoadedTeam(
        team=team,
        load=load,
        periods=periods,
        outside=load - inside if load - inside > ROUNDING * load else 0.0,
        items=items,
        not_estimated=tuple(charge.initiative for charge in charges if charge.item is None),
    )


def _by_pillar(governance: ProductGovernance, estimated: Iterable[tuple[Initiative, float]]) -> tuple[EffortShare, ...]:
    pillars = dict.fromkeys(governance.product_vision.strategic_pillars)
    efforts: dict[str | None, list[float]] = {pillar: [] for pillar in pillars}
    for item, effort in estimated:
        efforts.setdefault(item.pillar if item.pillar in pillars else None, []).append(effort)
    allocated = {each.pillar: each.share for each in reversed(governance.roadmap.allocation)}
    return _shares(efforts, {name: allocated.get(name) if name else None for name in efforts})


def _by_kind(estimated: Iterable[tuple[Initiative, float]]) -> tuple[EffortShare, ...]:
    efforts: dict[str | None, list[float]] = {}
    for item, effort in estimated:
        efforts.setdefault(item.kind.value, []).append(effort)
    return _shares({kind.value: efforts[kind.value] for kind in InitiativeKind if kind.value in efforts}, {})


def _shares(
    efforts: Mapping[str | None, Iterable[float]], allocated: Mapping[str | None, float | None]
) -> tuple[EffortShare, ...]:
    sums = {name: fsum(each) for name, each in efforts.items()}
    total = fsum(sums.values())
    return tuple(
        EffortShare(name=name, effort=effort, share=effort / total if total else None, allocated=allocated.get(name))
        for name, effort in sums.items()
    )
