"""What is said of differences between objectives and key results."""

from productgov.changes.change import Level
from productgov.changes.delta import Delta, Subject
from productgov.changes.item_verdicts import checked_in
from productgov.changes.metric_verdicts import observed, widened
from productgov.changes.promise_codes import RECORD_CHANGED
from productgov.changes.roadmap_codes import OWNER, PURPOSE
from productgov.changes.strategy_codes import GOAL, GOAL_ADDED, GOAL_LOWERED
from productgov.changes.verdict import BREAKING, NOTABLE, Judging, Verdict, plain, said
from productgov.model.objectives import KeyResult, Objective, ObjectiveKind
from productgov.wording import quoted

__all__ = ["of_key_result", "of_objective"]


def of_objective(delta: Delta, judging: Judging) -> Verdict:
    """What is said of a difference in an objective."""
    if not delta.fields:
        return _whole(delta)
    match delta.fields[0]:
        case "period":
            old, new = delta.subject.old, delta.subject.new
            assert isinstance(old, Objective)
            assert isinstance(new, Objective)
            before = old.period.last(judging.old.fiscal_year_start)
            return _goal(delta, lowered=new.period.last(judging.new.fiscal_year_start) > before)
        case "kind":
            return _goal(delta, lowered=_committed(delta.subject))
        case "grade":
            return Verdict(GOAL if delta.kind == "added" else RECORD_CHANGED, said(delta))
        case "owner" | "team":
            return Verdict(OWNER, said(delta))
        case "pillar" | "parent":
            return Verdict(PURPOSE, said(delta))
        case "checkIns":
            return checked_in(delta)
        case _:
            return plain(delta)


def of_key_result(delta: Delta, _judging: Judging) -> Verdict:
    """What is said of a difference in a key result."""
    if not delta.fields:
        return _whole(delta)
    match delta.fields[0]:
        case "observations":
            return observed(delta)
        case "checkIns":
            return checked_in(delta)
        case "owner":
            return Verdict(OWNER, said(delta))
        case "reached":
            return Verdict(GOAL, said(delta)) if delta.kind == "added" else Verdict(RECORD_CHANGED, said(delta))
        case "to":
            return _goal(delta, lowered=_easier(delta))
        case "by":
            return _goal(delta, lowered=delta.kind == "removed" or _is_later(delta.old, delta.new))
        case "keep":
            return _goal(delta, lowered=widened(delta))
        case "kpi" | "milestone" | "from" | "unit":
            return _goal(delta, lowered=delta.kind != "added")
        case "weight":
            return Verdict(GOAL, said(delta))
        case _:
            return plain(delta)


def _whole(delta: Delta) -> Verdict:
    """An objective or a key result that is new, gone or elsewhere."""
    subject = delta.subject
    title = quoted(str(getattr(subject.new or subject.old, "title", None) or subject.name))
    if delta.kind == "added":
        return Verdict(GOAL_ADDED, f"new: {title}")
    if delta.kind == "removed":
        return Verdict(GOAL_LOWERED, f"gone: {title}", _level(subject))
    if isinstance(delta.old, str):
        return Verdict(GOAL, f"{delta.old} → {delta.new}")
    return plain(delta)


def _goal(delta: Delta, *, lowered: bool) -> Verdict:
    return Verdict(GOAL_LOWERED, said(delta), _level(delta.subject)) if lowered else Verdict(GOAL, said(delta))


def _level(subject: Subject) -> Level:
    return BREAKING if _committed(subject) else NOTABLE


def _committed(subject: Subject) -> bool:
    """Whether the objective was committed in the old version."""
    holder = subject if subject.cls is Objective else subject.holder
    old = holder.old if holder else None
    return isinstance(old, Objective) and old.kind is ObjectiveKind.COMMITTED


def _easier(delta: Delta) -> bool:
    """Whether a number to reach is easier than before, seen from where it starts; yes where that is not known."""
    if not isinstance(delta.old, (int, float)) or not isinstance(delta.new, (int, float)):
        return delta.kind == "removed"
    new = delta.subject.new
    start = new.from_ if isinstance(new, KeyResult) else None
    if start is None or start == delta.old:
        return True
    return (delta.new < delta.old) == (delta.old > start)


def _is_later(old: object, new: object) -> bool:
    return old is not None and new is not None and str(new) > str(old)
