"""How far the objectives are: their progress, how much of it is known, and what is expected by now."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from math import fsum, isfinite
from typing import TypeAlias

import attrs

from productgov.analysis.horizons import resolve_as_of
from productgov.display import Displayed
from productgov.model.governance import ProductGovernance
from productgov.model.initiative import Initiative
from productgov.model.metrics import KPI, Observation, latest
from productgov.model.objectives import KeyResult, Objective, ObjectiveKind
from productgov.tabular import Tabular
from productgov.wording import counted

__all__ = ["MeasuredKeyResult", "MeasuredObjective", "ObjectiveProgress", "objective_progress"]


@attrs.frozen(kw_only=True, repr=False)
class MeasuredKeyResult(Displayed):
    """A key result on a day.

    Attributes:
        key_result: the key result.
        current: its latest observation, or that of its KPI; None for a milestone, and where there is none.
        progress: how far it is, not limited: 0 at its start and 1 where it is reached; a range to keep is 1 or 0, a
            milestone likewise. None where it is not known.
        by: the day by which to reach it.
    """

    key_result: KeyResult
    current: Observation | None
    progress: float | None
    by: date


_KeyResults: TypeAlias = Mapping[int, tuple[MeasuredKeyResult, ...]]
"""The key results of each objective, by its identity: two objectives can have one id by mistake."""


@attrs.frozen(kw_only=True, repr=False)
class MeasuredObjective(Displayed):
    """An objective on a day.

    Attributes:
        objective: the objective.
        progress: the weighted mean of the progress of its key results, each limited to [0, 1], over those that are
            known; without key results, the mean of the objectives that contribute to it. None where nothing is known.
        known_share: the share of the weight that is known, from 0 to 1.
        expected: the elapsed share of its period, times what its kind asks for: 1 when committed, else 0.7.
        key_results: its key results.
        initiatives: the initiatives that name it or one of its key results, wherever they are.
        children: the objectives that contribute to it.
    """

    objective: Objective
    progress: float | None
    known_share: float
    expected: float
    key_results: tuple[MeasuredKeyResult, ...]
    initiatives: tuple[Initiative, ...]
    children: tuple[Objective, ...]

    @property
    def reached(self) -> bool | None:
        """Whether it is reached: in full when committed, by 0.7 when aspirational; None where nothing is known."""
        return None if self.progress is None else self.progress >= _needed(self.objective)

    @property
    def behind(self) -> bool | None:
        """Whether it is behind what is expected by now; None where nothing is known."""
        return None if self.progress is None else self.progress < self.expected


@attrs.frozen(kw_only=True, repr=False)
class ObjectiveProgress(Displayed, Tabular):
    """How far all objectives are on a day.

    Attributes:
        as_of: the day.
        objectives: the objectives, in the order of the document.
    """

    as_of: date
    objectives: tuple[MeasuredObjective, ...]

    def __repr__(self) -> str:
        return f"<ObjectiveProgress on {self.as_of}: {counted(len(self.objectives), 'objective')}>"

    def find(self, id: str) -> MeasuredObjective | None:
        """The objective with this id; None when there is none."""
        return next((each for each in self.objectives if each.objective.id == id), None)


def objective_progress(governance: ProductGovernance, as_of: date | None = None) -> ObjectiveProgress:
    """How far every objective is (Doerr, 2018, for the two kinds and their thresholds).

    Args:
        governance: whose objectives to measure.
        as_of: the day; later observations are ignored. Left out, the document's `asOf`, else today.
    """
    day = resolve_as_of(governance, as_of)
    kpis, start = governance.metrics.by_id, governance.fiscal_year_start
    serving = _serving(placed.initiative for placed in governance.initiatives())
    children: dict[str, list[Objective]] = {}
    for objective in governance.objectives:
        if objective.parent is not None:
            children.setdefault(objective.parent, []).append(objective)
    key_results = {
        id(objective): tuple(_measured(each, objective, kpis, day, start) for each in objective.key_results)
        for objective in governance.objectives
    }
    progress = _Progress(key_results, children)
    return ObjectiveProgress(
        as_of=day,
        objectives=tuple(
            MeasuredObjective(
                objective=objective,
                progress=progress.of(objective),
                known_share=progress.known_share(objective),
                expected=_elapsed(objective, day, start) * _needed(objective),
                key_results=key_results[id(objective)],
                initiatives=_each_once(serving, (objective.id, *(each.id for each in objective.key_results))),
                children=tuple(children.get(objective.id, ())),
            )
            for objective in governance.objectives
        ),
    )


def _needed(objective: Objective) -> float:
    return 1.0 if objective.kind is ObjectiveKind.COMMITTED else 0.7


def _elapsed(objective: Objective, day: date, fiscal_year_start: int) -> float:
    """The share of its period that has passed at the end of a day."""
    passed = (day - objective.period.first(fiscal_year_start)).days + 1
    return min(1.0, max(0.0, passed / objective.period.days(fiscal_year_start)))


def _serving(initiatives: Iterable[Initiative]) -> Mapping[str, Mapping[str, Initiative]]:
    """The initiatives by the objective or key result they name."""
    serving: dict[str, dict[str, Initiative]] = {}
    for initiative in initiatives:
        for name in initiative.objectives:
            serving.setdefault(name, {}).setdefault(initiative.id, initiative)
    return serving


def _each_once(serving: Mapping[str, Mapping[str, Initiative]], names: Iterable[str]) -> tuple[Initiative, ...]:
    found: dict[str, Initiative] = {}
    for name in names:
        for key, initiative in serving.get(name, {}).items():
            found.setdefault(key, initiative)
    return tuple(found.values())


def _measured(
    key_result: KeyResult, objective: Objective, kpis: Mapping[str, KPI], day: date, fiscal_year_start: int
) -> MeasuredKeyResult:
    by = key_result.by or objective.period.last(fiscal_year_start)
    kpi = kpis.get(key_result.kpi) if key_result.kpi else None
    current = latest(kpi.observations if kpi else key_result.observations, day)
    return MeasuredKeyResult(
        key_result=key_result, current=current, progress=_progress(key_result, kpi, current, by, day), by=by
    )


def _progress(key_result: KeyResult, kpi: KPI | None, current: Observation | None, by: date, day: date) -> float | None:
    if key_result.milestone is not None:
        return 1.0 if key_result.reached is not None and key_result.reached <= day else 0.0
    if current is None:
        return None
    if key_result.keep is not None:
        return 1.0 if current.value in key_result.keep else 0.0
    start, goal = _start(key_result, kpi), _goal(key_result, kpi, by)
    if start is None or goal is None or start == goal:
        return None
    progress = (current.value - start) / (goal - start)
    return progress if isfinite(progress) else None


def _start(key_result: KeyResult, kpi: KPI | None) -> float | None:
    """Where it starts: as given, else the baseline of its KPI; 0 without a KPI."""
    if key_result.from_ is not None:
        return key_result.from_
    if key_result.kpi is None:
        return 0
    return kpi.baseline if kpi else None


def _goal(key_result: KeyResult, kpi: KPI | None, by: date) -> float | None:
    """What to reach: as given, else the last target of its KPI that is for its day, for an earlier one or for none."""
    if key_result.to is not None or kpi is None:
        return key_result.to
    if kpi.target is not None:
        return kpi.target.value if kpi.target.by is None or kpi.target.by <= by else None
    return next((target.value for target in reversed(kpi.targets) if target.by <= by), None)


class _Progress:
    """The progress of objectives, each computed once.

    Of objectives that contribute to each other in a circle, the one that closes the circle is left out.
    """

    def __init__(self, key_results: _KeyResults, children: Mapping[str, Sequence[Objective]]) -> None:
        self._key_results = key_results
        self._children = children
        self._known: dict[int, float | None] = {}
        self._begun: set[int] = set()

    def of(self, objective: Objective) -> float | None:
        """The progress of an objective; not recursive, for a chain of objectives can be long."""
        waiting = [objective]
        while waiting:
            each = waiting[-1]
            needed = () if id(each) in self._known else self._parts(each)
            self._begun.add(id(each))
            if unknown := [part for part in needed if id(part) not in self._begun]:
                waiting += unknown
            else:
                self._known.setdefault(id(each), self._mean(each))
                waiting.pop()
        return self._known[id(objective)]

    def known_share(self, objective: Objective) -> float:
        """The share of the weight of its parts that is known."""
        parts = tuple(self._weighted(objective))
        total = fsum(weight for weight, _ in parts)
        return fsum(weight for weight, progress in parts if progress is not None) / total if total else 0.0

    def _mean(self, objective: Objective) -> float | None:
        known = [(weight, progress) for weight, progress in self._weighted(objective) if progress is not None]
        if not known:
            return None
        most = max(weight for weight, _ in known)
        shares = [(weight / most, min(1.0, max(0.0, progress))) for weight, progress in known]
        return min(1.0, fsum(share * progress for share, progress in shares) / fsum(share for share, _ in shares))

    def _weighted(self, objective: Objective) -> Iterator[tuple[float, float | None]]:
        for each in self._key_results[id(objective)]:
            yield each.key_result.weight, each.progress
        for part in self._parts(objective):
            yield 1.0, self._known.get(id(part))

    def _parts(self, objective: Objective) -> Sequence[Objective]:
        """The objectives that its progress is the mean of."""
        return () if objective.key_results else self._children.get(objective.id, ())
