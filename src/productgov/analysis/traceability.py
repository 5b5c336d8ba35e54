"""Traceability: from every pillar through objectives and initiatives to metrics, reviews and outcomes."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import attrs

from productgov.analysis.by_id import first_by_id
from productgov.analysis.graph import nearest, reachable, reverse
from productgov.display import Displayed
from productgov.model.delivery import Outcome
from productgov.model.governance import ProductGovernance
from productgov.model.initiative import Initiative, Status
from productgov.model.metrics import KPI, Metrics
from productgov.model.objectives import KeyResult, Objective
from productgov.model.reviews import ReviewKind
from productgov.model.roadmap import PlacedInitiative
from productgov.tabular import Tabular

__all__ = ["Chain", "ObjectiveTrace", "PillarTrace", "Traceability", "TracedKeyResult", "trace"]

_FEW = 7
"""How many guardrails, and how many outputs, a chain knows at once."""


@attrs.frozen(kw_only=True, repr=False)
class Chain(Displayed):
    """One initiative, and the objectives, metrics and reviews it is linked to.

    Attributes:
        placed: the initiative and its horizon; its outcome is in it.
        objectives: the objectives that it serves: those it names, and those of the key results it names.
        moves: the first few of its metrics, to be shown: all that it names, and at most seven that measure each
            objective or key result that it serves.
        watched_by: the first few of its guardrails and outputs, to be shown: at most 14, guardrails first,
            and the nearest first.
        reviews: the kinds of review that look at one of its metrics or guardrails.
    """

    placed: PlacedInitiative
    objectives: tuple[Objective, ...]
    moves: tuple[KPI, ...]
    watched_by: tuple[KPI, ...]
    reviews: tuple[ReviewKind, ...]
    _index: "_Index" = attrs.field(alias="index", repr=False, eq=False)

    @property
    def metrics(self) -> tuple[KPI, ...]:
        """The KPIs that it is meant to move: those it names, and those that measure what it serves; known ones only."""
        return self._index.metrics(self.placed.initiative)

    @property
    def guardrails(self) -> tuple[KPI, ...]:
        """The guardrail metrics that it names, and those that its metrics lead to by `influences`."""
        return self._index.guardrails(self.placed.initiative)

    @property
    def outputs(self) -> tuple[KPI, ...]:
        """The output metrics among its metrics, and those that they lead to."""
        return self._index.outputs(self.placed.initiative)

    @property
    def outcome(self) -> Outcome | None:
        """What became of it; None when nobody has looked yet."""
        return self.placed.initiative.outcome

    @property
    def missing(self) -> tuple[str, ...]:
        """The missing links: "metric", "watch" (a guardrail or an output metric), "review"."""
        links = (("metric", self.moves), ("watch", self.watched_by), ("review", self.reviews))
        return tuple(name for name, found in links if not found)


@attrs.frozen(kw_only=True, repr=False)
class TracedKeyResult(Displayed):
    """A key result, and the KPI that measures it.

    Attributes:
        key_result: the key result.
        kpi: its KPI; None where it has none, or an unknown one.
    """

    key_result: KeyResult
    kpi: KPI | None


@attrs.frozen(kw_only=True, repr=False)
class ObjectiveTrace(Displayed):
    """One objective, what measures it, and what is done for it.

    Attributes:
        objective: the objective.
        key_results: its key results with their KPIs.
        initiatives: the initiatives that name it or one of its key results, whatever their pillar.
    """

    objective: Objective
    key_results: tuple[TracedKeyResult, ...]
    initiatives: tuple[Initiative, ...]


@attrs.frozen(kw_only=True, repr=False)
class PillarTrace(Displayed):
    """One pillar, its objectives and its initiatives.

    Attributes:
        pillar: its name; None for the objectives and initiatives without a known pillar.
        objectives: its objectives, with what measures and serves them.
        chains: the chain of each of its initiatives.
    """

    pillar: str | None
    objectives: tuple[ObjectiveTrace, ...]
    chains: tuple[Chain, ...]

    @property
    def metrics(self) -> tuple[KPI, ...]:
        """The KPIs that its initiatives are meant to move."""
        return _each_once(kpi for chain in self.chains for kpi in chain.metrics)

    @property
    def guardrails(self) -> tuple[KPI, ...]:
        """The guardrails of its initiatives."""
        return _each_once(kpi for chain in self.chains for kpi in chain.guardrails)

    @property
    def reviews(self) -> tuple[ReviewKind, ...]:
        """The kinds of review that look at its metrics or guardrails."""
        found = {kind for chain in self.chains for kind in chain.reviews}
        return tuple(kind for kind in ReviewKind if kind in found)

    @property
    def coverage(self) -> float | None:
        """The share of its initiatives whose chain is complete; None when it has no initiative.

        A chain is complete when the initiative moves a metric, has a guardrail or leads to an output metric, and a
        review looks at one of these.
        """
        if not self.chains:
            return None
        return sum(not chain.missing for chain in self.chains) / len(self.chains)


@attrs.frozen(kw_only=True, repr=False)
class Traceability(Displayed, Tabular):
    """Every pillar with its chains, in the order of the document, and the initiatives without a known pillar."""

    pillars: tuple[PillarTrace, ...]
    """Every strategic pillar with its initiatives."""
    unassigned: PillarTrace
    """The initiatives without a known pillar."""

    @property
    def coverage(self) -> float | None:
        """The share of all initiatives that serve a pillar and have a complete chain; None without initiatives."""
        chains = [chain for pillar in self.pillars for chain in pillar.chains]
        total = len(chains) + len(self.unassigned.chains)
        return sum(not chain.missing for chain in chains) / total if total else None


def trace(governance: ProductGovernance) -> Traceability:
    """Follow every initiative from its pillar to the reviews, and every objective to what measures and serves it.

    Delivered initiatives are followed too, dropped ones are not.
    """
    index = _Index(governance)
    pillars = dict.fromkeys(governance.product_vision.strategic_pillars)
    chains: dict[str | None, list[Chain]] = {pillar: [] for pillar in (*pillars, None)}
    for placed in governance.initiatives():
        initiative = placed.initiative
        if initiative.status is not Status.DROPPED:
            chains[initiative.pillar if initiative.pillar in pillars else None].append(index.chain(placed))
    objectives: dict[str | None, list[ObjectiveTrace]] = {pillar: [] for pillar in chains}
    serving = _serving(chain for each in chains.values() for chain in each)
    for objective in governance.objectives:
        pillar = objective.pillar if objective.pillar in pillars else None
        objectives[pillar].append(index.objective(objective, serving.get(id(objective), ())))

    def traced(pillar: str | None) -> PillarTrace:
        return PillarTrace(pillar=pillar, objectives=tuple(objectives[pillar]), chains=tuple(chains[pillar]))

    return Traceability(pillars=tuple(map(traced, pillars)), unassigned=traced(None))


def _serving(chains: Iterable[Chain]) -> Mapping[int, Sequence[Initiative]]:
    """The initiatives that serve each objective, by its identity: two objectives can have one id by mistake."""
    serving: dict[int, list[Initiative]] = {}
    for chain in chains:
        for objective in chain.objectives:
            serving.setdefault(id(objective), []).append(chain.placed.initiative)
    return serving


class _Goal(NamedTuple):
    """What an initiative can name, an objective or a key result, and what follows from its KPIs.

    Attributes:
        objective: the objective.
        kpis: its known KPIs.
        guardrails: the first few guardrails that they lead to.
        outputs: the first few outputs that they lead to.
        reviews: the reviews that look at them.
    """

    objective: Objective
    kpis: tuple[KPI, ...]
    guardrails: tuple[KPI, ...]
    outputs: tuple[KPI, ...]
    reviews: tuple[ReviewKind, ...]


class _Index:
    """What the KPIs of a governance lead to, and who looks at them; the first counts where an id is used twice.

    What a chain always needs is found for all KPIs at once, so that many long chains take time linear in their number.
    """

    def __init__(self, governance: ProductGovernance) -> None:
        metrics: Metrics = governance.metrics
        self._kpis = first_by_id((kpi.id, kpi) for kpi in metrics.kpis())
        self._influences = {name: kpi.influences for name, kpi in self._kpis.items()}
        self._guardrails = dict.fromkeys(kpi.id for kpi in metrics.guardrail_metrics)
        self._outputs = dict.fromkeys(kpi.id for kpi in metrics.output_metrics)
        self._first_guardrails = nearest(self._influences, self._guardrails, _FEW)
        self._first_outputs = nearest(self._influences, self._outputs, _FEW)
        reviews, leading = governance.reviews, reverse(self._influences)
        self._seen = {kind: {kpi.id for kpi in reviews.metrics_of(kind, metrics)} for kind in ReviewKind}
        self._leading_to_seen = {
            kind: frozenset(reachable(leading, [name for name in self._guardrails if name in seen]))
            for kind, seen in self._seen.items()
        }
        self._goals = first_by_id(self._named_goals(governance.objectives))

    def chain(self, placed: PlacedInitiative) -> Chain:
        initiative = placed.initiative
        goals = self._served(initiative)
        moved, named = self._known(initiative.metrics), self._known(initiative.guardrails)
        guardrails = (*named, *self._first(initiative.metrics, self._first_guardrails))
        outputs = self._first(initiative.metrics, self._first_outputs)
        reviews = {*self._reviews(moved, named), *(kind for goal in goals for kind in goal.reviews)}
        watching = (*guardrails, *(kpi for goal in goals for kpi in goal.guardrails))[:_FEW]
        following = (*outputs, *(kpi for goal in goals for kpi in goal.outputs))[:_FEW]
        return Chain(
            placed=placed,
            objectives=tuple({id(goal.objective): goal.objective for goal in goals}.values()),
            moves=_each_once((*moved, *(kpi for goal in goals for kpi in goal.kpis[:_FEW]))),
            watched_by=_each_once((*watching, *following)),
            reviews=tuple(kind for kind in ReviewKind if kind in reviews),
            index=self,
        )

    def metrics(self, initiative: Initiative) -> tuple[KPI, ...]:
        through = (kpi for goal in self._served(initiative) for kpi in goal.kpis)
        return _each_once((*self._known(initiative.metrics), *through))

    def objective(self, objective: Objective, initiatives: Iterable[Initiative]) -> ObjectiveTrace:
        return ObjectiveTrace(
            objective=objective,
            key_results=tuple(
                TracedKeyResult(key_result=each, kpi=self._kpis.get(each.kpi) if each.kpi else None)
                for each in objective.key_results
            ),
            initiatives=tuple(initiatives),
        )

    def guardrails(self, initiative: Initiative) -> tuple[KPI, ...]:
        reached = (kpi for kpi in self._reached(initiative) if kpi.id in self._guardrails)
        return _each_once((*self._known(initiative.guardrails), *reached))

    def outputs(self, initiative: Initiative) -> tuple[KPI, ...]:
        return tuple(kpi for kpi in self._reached(initiative) if kpi.id in self._outputs)

    def _named_goals(self, objectives: Iterable[Objective]) -> Iterator[tuple[str, _Goal]]:
        """Objectives with all their KPIs and key results with their own, by their ids."""
        for objective in objectives:
            yield objective.id, self._goal(objective, [each.kpi for each in objective.key_results if each.kpi])
            for each in objective.key_results:
                yield each.id, self._goal(objective, [each.kpi] if each.kpi else [])

    def _goal(self, objective: Objective, names: Sequence[str]) -> _Goal:
        kpis = self._known(names)
        return _Goal(
            objective=objective,
            kpis=kpis,
            guardrails=self._first(names, self._first_guardrails),
            outputs=self._first(names, self._first_outputs),
            reviews=self._reviews(kpis, ()),
        )

    def _served(self, initiative: Initiative) -> tuple[_Goal, ...]:
        """The objectives and key results that an initiative names."""
        if not initiative.objectives:
            return ()
        return tuple(self._goals[name] for name in dict.fromkeys(initiative.objectives) if name in self._goals)

    def _reviews(self, moved: Iterable[KPI], named: Iterable[KPI]) -> tuple[ReviewKind, ...]:
        """The reviews that look at metrics or guardrails, or at guardrails that the metrics lead to."""
        names = {kpi.id for kpi in moved}
        looked_at = names.union(kpi.id for kpi in named)
        return tuple(
            kind
            for kind, seen in self._seen.items()
            if not seen.isdisjoint(looked_at) or not self._leading_to_seen[kind].isdisjoint(names)
        )

    def _known(self, names: Iterable[str]) -> tuple[KPI, ...]:
        return tuple(self._kpis[name] for name in dict.fromkeys(names) if name in self._kpis)

    def _reached(self, initiative: Initiative) -> tuple[KPI, ...]:
        """The KPIs that an initiative is meant to move, and all that they lead to."""
        names = (kpi.id for kpi in self.metrics(initiative))
        return self._known(reachable(self._influences, names))

    def _first(self, names: Iterable[str], found: Mapping[str, Iterable[str]]) -> tuple[KPI, ...]:
        return self._known(target for name in names for target in found.get(name, ()))[:_FEW]


def _each_once(kpis: Iterable[KPI]) -> tuple[KPI, ...]:
    return tuple({kpi.id: kpi for kpi in kpis}.values())
