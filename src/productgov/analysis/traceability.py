"""Traceability: from every pillar to its initiatives, their metrics and guardrails, and the reviews of these."""

from collections.abc import Iterable, Mapping

import attrs

from productgov.analysis.by_id import first_by_id
from productgov.analysis.graph import nearest, reachable, reverse
from productgov.model.governance import ProductGovernance
from productgov.model.initiative import Initiative, Status
from productgov.model.metrics import KPI, Metrics
from productgov.model.reviews import ReviewKind
from productgov.model.roadmap import PlacedInitiative

__all__ = ["Chain", "PillarTrace", "Traceability", "trace"]

_FEW = 7
"""How many guardrails, and how many outputs, a chain knows at once."""


@attrs.frozen(kw_only=True)
class Chain:
    """One initiative, and the metrics and reviews it is linked to.

    Attributes:
        placed: the initiative and its horizon.
        metrics: the KPIs that it is meant to move; unknown ones are left out.
        watched_by: the first few of its guardrails and outputs, to be shown: at most 14, guardrails first,
            and the nearest first.
        reviews: the kinds of review that look at one of its metrics or guardrails.
    """

    placed: PlacedInitiative
    metrics: tuple[KPI, ...]
    watched_by: tuple[KPI, ...]
    reviews: tuple[ReviewKind, ...]
    _index: "_Index" = attrs.field(repr=False, eq=False)

    @property
    def guardrails(self) -> tuple[KPI, ...]:
        """The guardrail metrics that it names, and those that its metrics lead to by `influences`."""
        return self._index.guardrails(self.placed.initiative)

    @property
    def outputs(self) -> tuple[KPI, ...]:
        """The output metrics among its metrics, and those that they lead to."""
        return self._index.outputs(self.placed.initiative)

    @property
    def missing(self) -> tuple[str, ...]:
        """The missing links: "metric", "watch" (a guardrail or an output metric), "review"."""
        links = (("metric", self.metrics), ("watch", self.watched_by), ("review", self.reviews))
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

    def chain(self, placed: PlacedInitiative) -> Chain:
        initiative = placed.initiative
        moved, named = self._known(initiative.metrics), self._known(initiative.guardrails)
        guardrails = (*named, *self._first(initiative.metrics, self._first_guardrails))
        watching = _each_once((*guardrails[:_FEW], *self._first(initiative.metrics, self._first_outputs)))
        looked_at = {kpi.id for kpi in (*moved, *named)}
        return Chain(
            placed=placed,
            metrics=moved,
            watched_by=watching,
            reviews=tuple(
                kind
                for kind, seen in self._seen.items()
                if not seen.isdisjoint(looked_at) or not self._leading_to_seen[kind].isdisjoint(initiative.metrics)
            ),
            index=self,
        )

    def guardrails(self, initiative: Initiative) -> tuple[KPI, ...]:
        reached = (kpi for kpi in self._reached(initiative) if kpi.id in self._guardrails)
        return _each_once((*self._known(initiative.guardrails), *reached))

    def outputs(self, initiative: Initiative) -> tuple[KPI, ...]:
        return tuple(kpi for kpi in self._reached(initiative) if kpi.id in self._outputs)

    def _known(self, names: Iterable[str]) -> tuple[KPI, ...]:
        return tuple(self._kpis[name] for name in dict.fromkeys(names) if name in self._kpis)

    def _reached(self, initiative: Initiative) -> tuple[KPI, ...]:
        """The KPIs that an initiative is meant to move, and all that they lead to."""
        return self._known(reachable(self._influences, initiative.metrics))

    def _first(self, names: Iterable[str], found: Mapping[str, Iterable[str]]) -> tuple[KPI, ...]:
        return self._known(target for name in names for target in found.get(name, ()))[:_FEW]


def _each_once(kpis: Iterable[KPI]) -> tuple[KPI, ...]:
    return tuple({kpi.id: kpi for kpi in kpis}.values())
