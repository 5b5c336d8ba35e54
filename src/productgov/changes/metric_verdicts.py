"""What is said of differences between KPIs, and between the sections that hold them."""

from collections.abc import Iterable

from productgov.changes.delta import Delta
from productgov.changes.metric_codes import (
    EASIER_TARGET,
    HARDER_TARGET,
    KPI_ADDED,
    KPI_MOVED,
    KPI_REMOVED,
    MEASUREMENT,
    NARROWER_BOUNDS,
    NORTH_STAR,
    OBSERVED,
    PAST_CHANGED,
    SERIES_BROKEN,
    WIDER_BOUNDS,
)
from productgov.changes.other_codes import DETAIL
from productgov.changes.roadmap_codes import OWNER
from productgov.changes.values import value_text
from productgov.changes.verdict import BREAKING, INFO, NOTABLE, Judging, Verdict, plain, said
from productgov.model.metrics import KPI, Direction, Observation
from productgov.model.targets import Target
from productgov.wording import quoted

__all__ = ["observed", "of_kpi", "of_metrics", "widened"]

_GUARDRAILS = "guardrailMetrics"


def of_metrics(delta: Delta, judging: Judging) -> Verdict:
    """What is said of a difference in the metrics as a whole: of the north star."""
    before, after = judging.old.metrics.north_star, judging.new.metrics.north_star
    same = before is not None and after is not None and before.id == after.id
    return Verdict(NORTH_STAR, said(delta), INFO if same else None)


def of_kpi(delta: Delta, judging: Judging) -> Verdict:
    """What is said of a difference in a KPI."""
    subject = delta.subject
    if not delta.fields:
        return _whole(delta)
    match delta.fields[0]:
        case "unit" | "direction" | "baseline" | "baselineDate":
            return Verdict(SERIES_BROKEN, said(delta), NOTABLE if delta.kind == "added" else None)
        case "target" | "targets":
            return _target(delta, judging)
        case "bounds":
            if not widened(delta):
                return Verdict(NARROWER_BOUNDS, said(delta))
            return Verdict(WIDER_BOUNDS, said(delta), BREAKING if subject.old_list == _GUARDRAILS else NOTABLE)
        case "observations":
            return observed(delta)
        case "owner":
            return Verdict(OWNER, said(delta))
        case "refresh" | "source" | "influences" if delta.kind != "moved":
            return Verdict(MEASUREMENT, said(delta))
        case _:
            return plain(delta)


def observed(delta: Delta) -> Verdict:
    """What is said of an observation."""
    if delta.kind == "added" and isinstance(delta.new, Observation):
        return Verdict(OBSERVED, f"observed {delta.new.date}: {value_text(delta.new.value)}")
    if delta.kind == "moved":
        return plain(delta)
    if delta.kind == "removed" and isinstance(delta.old, Observation):
        return Verdict(PAST_CHANGED, f"observation of {delta.old.date} removed: {value_text(delta.old.value)}")
    return Verdict(PAST_CHANGED, said(delta), INFO if delta.fields[-1] != "value" else None)


def widened(delta: Delta) -> bool:
    """Whether a range allows more than before; by one of its limits, or because it is gone."""
    if delta.kind != "changed":
        return delta.kind == "removed"
    assert isinstance(delta.old, (int, float))
    assert isinstance(delta.new, (int, float))
    return delta.new < delta.old if delta.fields[-1] == "min" else delta.new > delta.old


def _whole(delta: Delta) -> Verdict:
    subject = delta.subject
    name = quoted(str(getattr(subject.new or subject.old, "name", "")))
    if delta.kind == "added":
        return Verdict(KPI_ADDED, f"new in {subject.new_list}: {name}")
    if delta.kind == "removed":
        return Verdict(KPI_REMOVED, f"gone from {subject.old_list}: {name}")
    if subject.old_list == subject.new_list:
        return plain(delta)
    level = BREAKING if subject.old_list == _GUARDRAILS else None
    return Verdict(KPI_MOVED, f"{subject.old_list} → {subject.new_list}", level)


def _target(delta: Delta, judging: Judging) -> Verdict:
    """A target that has changed; of the two fields that say it, the one that counts now is judged."""
    old, new = delta.subject.old, delta.subject.new
    assert isinstance(old, KPI)
    assert isinstance(new, KPI)
    if delta.fields[0] != _counting(old, new):
        return Verdict(DETAIL, said(delta))
    waiting = [target for target in _targets(old) if target.by is None or target.by >= judging.day]
    kept = all(any(_covers(other, target, old, new) for other in _targets(new)) for target in waiting)
    return Verdict(HARDER_TARGET if kept else EASIER_TARGET, said(delta))


def _counting(old: KPI, new: KPI) -> str:
    return "targets" if new.targets or (new.target is None and old.targets) else "target"


def _targets(kpi: KPI) -> Iterable[Target]:
    dated = [Target(value=target.value, by=target.by) for target in kpi.targets]
    return (kpi.target, *dated) if kpi.target else dated


def _covers(new: Target, old: Target, before: KPI, after: KPI) -> bool:
    """Whether who reaches the new target has reached the old one, and in time."""
    if old.by is not None and (new.by is None or new.by > old.by):
        return False
    if new.value == old.value:
        return True
    upwards = _upwards(after, new.value)
    if upwards is None:
        upwards = _upwards(before, old.value)
    return upwards is not None and (new.value > old.value) == upwards


def _upwards(kpi: KPI, goal: float) -> bool | None:
    """Whether more is better; None where nothing says so."""
    if kpi.direction in (Direction.INCREASE, Direction.DECREASE):
        return kpi.direction is Direction.INCREASE
    return None if kpi.baseline is None or kpi.baseline == goal else goal > kpi.baseline
