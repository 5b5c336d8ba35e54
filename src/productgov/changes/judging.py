"""From differences to changes: each with its code, its level and its sentence."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from productgov.changes.change import Change
from productgov.changes.delta import Delta
from productgov.changes.goal_verdicts import of_key_result, of_objective
from productgov.changes.item_verdicts import of_item
from productgov.changes.metric_verdicts import of_kpi, of_metrics
from productgov.changes.section_verdicts import (
    of_decision,
    of_document,
    of_external,
    of_prioritization,
    of_review,
    of_roadmap,
    of_team,
    of_vision,
)
from productgov.changes.verdict import Judging, Verdict, plain
from productgov.model.decisions import Decision
from productgov.model.governance import ProductGovernance
from productgov.model.initiative import Initiative
from productgov.model.metrics import KPI, Metrics
from productgov.model.objectives import KeyResult, Objective
from productgov.model.prioritization import Prioritization
from productgov.model.reviews import Review
from productgov.model.roadmap import Dependency, External, Roadmap
from productgov.model.teams import Team
from productgov.model.vision import ProductVision, Vision

__all__ = ["judged"]

_VERDICTS: Mapping[type, Callable[[Delta, Judging], Verdict]] = MappingProxyType(
    {
        ProductGovernance: of_document,
        ProductVision: of_vision,
        Prioritization: of_prioritization,
        Roadmap: of_roadmap,
        Initiative: of_item,
        Vision: of_item,
        External: of_external,
        Metrics: of_metrics,
        KPI: of_kpi,
        Objective: of_objective,
        KeyResult: of_key_result,
        Team: of_team,
        Decision: of_decision,
        Review: of_review,
    }
)
"""Who says what of the differences in something of a class; of `x-` data and of other classes, nothing special."""


def judged(delta: Delta, judging: Judging) -> Change:
    """A difference as a change."""
    special = None if any(field.startswith("x-") for field in delta.fields) else _VERDICTS.get(delta.subject.cls)
    verdict = special(delta, judging) if special else plain(delta)
    return Change(
        code=verdict.code.code,
        level=verdict.level or verdict.code.level,
        kind=delta.kind,
        item=_item(delta),
        field=delta.field,
        old=delta.old,
        new=delta.new,
        old_path=delta.old_path,
        new_path=delta.new_path,
        message=verdict.message,
    )


def _item(delta: Delta) -> str:
    """The id of the subject; a dependency is about the item that its sentence begins with."""
    if delta.fields[:1] == ("dependencies",):
        for value in (delta.new, delta.old):
            if isinstance(value, Dependency):
                return value.from_
    return delta.subject.name
