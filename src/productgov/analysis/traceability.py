"""Traceability: from every pillar to its initiatives, their metrics and guardrails, and the reviews of these."""

from collections.abc import Iterable

import attrs

from productgov.analysis.by_id import first_by_id
from productgov.analysis.graph import reachable
from productgov.model.governance import ProductGovernance
from productgov.model.initiative import Status
from productgov.model.metrics import KPI, Metrics
from productgov.model.reviews import ReviewKind
from productgov.model.roadmap import PlacedInitiative

__all__ = ["Chain", "PillarTrace", "Traceability", "trace"]


@attrs.frozen(kw_only=True)
class Chain:
    """One initiative, and the metrics and reviews it is linked to.

    Attributes:
        placed: the initiative and its horizon.
        metrics: the KPIs that it is meant to move; unknown ones are left out.
        guardrails: the guardrail metrics that it names, and those that its metrics lead to by `influences`.
        outputs: the output metrics among its metrics, and those that they lead to.
        reviews: the kinds of review that look at one of its metrics or guardrails.
    """

    placed: PlacedInitiative
    metrics: tuple[KPI, ...]
    guardrails: tuple[KPI, ...]
    outputs: tuple[KPI, ...]
    reviews: tuple[ReviewKind, ...]

    @property
    def missing(self) -> tuple[str, ...]:
        """The missing links: "metric", "watch" (a guardrail or an output metric), "review"."""
        links = (("metric", self.metrics), ("watch", (*self.guardrails, *self.outputs)), ("review", self.reviews))
        return tuple(name for name, found in links if not found)


@attrs.frozen(kw_only=True)
class PillarTrace:
    """One pillar and its initiatives.

    Attributes:
        pillar: its name; None for the initiatives without a known pillar.
        chains: the chain of each of its initiatives.
    """

    pillar: str | None
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


@attrs.frozen(kw_only=True)
class Traceability:
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
    """Follow every initiative from its pillar to the reviews; delivered ones too, dropped ones not."""
    index = _Index(governance)
    pillars = dict.fromkeys(governance.product_vision.strategic_pillars)
    chains: dict[str | None, list[Chain]] = {pillar: [] for pillar in (*pillars, None)}
    for placed in governance.initiatives():
        initiative = placed.initiative
        if initiative.status is not Status.DROPPED:
            chains[initiative.pillar if initiative.pillar in pillars else None].append(index.chain(placed))
    return Traceability(
        pillars=tuple(PillarTrace(pillar=pillar, chains=tuple(chains[pillar])) for pillar in pillars),
        unassigned=PillarTrace(pillar=None, chains=tuple(chains[None])),
    )


class _Index:
    """What the KPIs of a governance lead to, and who looks at them; the first counts where an id is used twice."""

    def __init__(self, governance: ProductGovernance) -> None:
        metrics: Metrics = governance.metrics
        self._kpis = first_by_id((kpi.id, kpi) for kpi in metrics.kpis())
        self._influences = {name: kpi.influences for name, kpi in self._kpis.items()}
        self._guardrails = {kpi.id for kpi in metrics.guardrail_metrics}
        self._outputs = {kpi.id for kpi in metrics.output_metrics}
        reviews = governance.reviews
        self._seen = {kind: {kpi.id for kpi in reviews.metrics_of(kind, metrics)} for kind in ReviewKind}
        self._reached: dict[tuple[str, ...], tuple[KPI, ...]] = {}

    def chain(self, placed: PlacedInitiative) -> Chain:
        initiative = placed.initiative
        moved = self._known(initiative.metrics)
        reached = self._reach(initiative.metrics)
        named = self._known(initiative.guardrails)
        guardrails = _each_once((*named, *(kpi for kpi in reached if kpi.id in self._guardrails)))
        looked_at = {kpi.id for kpi in (*moved, *guardrails)}
        return Chain(
            placed=placed,
            metrics=moved,
            guardrails=guardrails,
            outputs=tuple(kpi for kpi in reached if kpi.id in self._outputs),
            reviews=tuple(kind for kind, seen in self._seen.items() if not seen.isdisjoint(looked_at)),
        )

    def _known(self, names: Iterable[str]) -> tuple[KPI, ...]:
        return tuple(self._kpis[name] for name in dict.fromkeys(names) if name in self._kpis)

    def _reach(self, names: tuple[str, ...]) -> tuple[KPI, ...]:
        """The KPIs with these ids, and all that they lead to."""
        if names not in self._reached:
            self._reached[names] = self._known(reachable(self._influences, names))
        return self._reached[names]


def _each_once(kpis: Iterable[KPI]) -> tuple[KPI, ...]:
    return tuple({kpi.id: kpi for kpi in kpis}.values())
