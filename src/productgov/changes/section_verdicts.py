"""What is said of differences in the sections of a document, and in what else has an id."""

from productgov.changes.change import Level
from productgov.changes.delta import Delta
from productgov.changes.item_verdicts import checked_in
from productgov.changes.other_codes import WORDS
from productgov.changes.promise_codes import NEW_REQUIREMENT, RECORD_CHANGED, REMOVED
from productgov.changes.ranking_codes import METHOD
from productgov.changes.roadmap_codes import DELIVERED, DEPENDENCY, EXTERNAL, OWNER, PLANNING, THEME
from productgov.changes.strategy_codes import DECIDED, PILLAR, REVIEW, VISION
from productgov.changes.verdict import BREAKING, INFO, NOTABLE, Judging, Verdict, plain, said
from productgov.model.roadmap import Dependency, DependencyType
from productgov.wording import quoted

__all__ = [
    "of_decision",
    "of_document",
    "of_external",
    "of_prioritization",
    "of_review",
    "of_roadmap",
    "of_team",
    "of_vision",
]

_SOON = ("now", "next")
_ARRIVED = "delivered"


def of_document(delta: Delta, _judging: Judging) -> Verdict:
    """What is said of a difference in the fields of the document itself."""
    if delta.fields[:1] == ("fiscalYearStart",):
        return Verdict(PLANNING, said(delta), BREAKING)
    return plain(delta)


def of_vision(delta: Delta, judging: Judging) -> Verdict:
    """What is said of a difference in the product vision."""
    if delta.kind == "moved":
        return plain(delta)
    if delta.fields[0] == "strategicPillars":
        return Verdict(PILLAR, said(delta), _if_named(delta, "pillar", judging))
    return Verdict(VISION, said(delta))


def of_prioritization(delta: Delta, _judging: Judging) -> Verdict:
    """What is said of a difference in the prioritization."""
    return Verdict(REVIEW if delta.fields[0] == "reviewCadence" else METHOD, said(delta))


def of_roadmap(delta: Delta, judging: Judging) -> Verdict:
    """What is said of a difference in the roadmap that is about no item."""
    if delta.kind == "moved":
        return plain(delta)
    match delta.fields[0]:
        case "themes":
            return Verdict(THEME, said(delta), _if_named(delta, "theme", judging))
        case "dependencies":
            return _dependency(delta, judging)
        case _:
            return Verdict(PLANNING, said(delta))


def of_external(delta: Delta, judging: Judging) -> Verdict:
    """What is said of a difference in an external."""
    subject = delta.subject
    if not delta.fields:
        title = quoted(str(getattr(subject.new or subject.old, "title", "")))
        if delta.kind == "added":
            return Verdict(EXTERNAL, f"new: {title}")
        if delta.kind == "removed":
            relied = ("item", subject.name) in judging.referred
            return Verdict(REMOVED, f"gone from externals: {title}", BREAKING if relied else NOTABLE)
        return plain(delta)
    match delta.fields[0]:
        case "checkIns":
            return checked_in(delta)
        case "owner":
            return Verdict(OWNER, said(delta))
        case "status" if delta.new == _ARRIVED:
            return Verdict(DELIVERED, said(delta))
        case "status" | "expectedDate" | "deliveredDate":
            return Verdict(EXTERNAL, said(delta), INFO if delta.fields[0] == "deliveredDate" else None)
        case _:
            return plain(delta)


def of_team(delta: Delta, _judging: Judging) -> Verdict:
    """What is said of a difference in a team."""
    if delta.kind == "moved":
        return plain(delta)
    if not delta.fields:
        return Verdict(PLANNING, f"team {'new' if delta.kind == 'added' else 'gone'}: {_name(delta)}")
    if delta.fields[0] == "lead":
        return Verdict(OWNER, said(delta))
    return Verdict(PLANNING, said(delta)) if delta.fields[0] == "capacity" else plain(delta)


def of_decision(delta: Delta, _judging: Judging) -> Verdict:
    """What is said of a difference in a decision."""
    if delta.kind == "moved":
        return plain(delta)
    if delta.fields:
        return Verdict(RECORD_CHANGED, said(delta))
    made = delta.subject.new or delta.subject.old
    text = f"{getattr(made, 'verdict', '')} {', '.join(getattr(made, 'subjects', ()))}".rstrip()
    reason = quoted(str(getattr(made, "reason", "")))
    if delta.kind == "added":
        return Verdict(DECIDED, f"decided: {text}, because {reason}")
    return Verdict(RECORD_CHANGED, f"decision gone: {text}, because {reason}")


def of_review(delta: Delta, _judging: Judging) -> Verdict:
    """What is said of a difference in a review."""
    if delta.kind == "moved":
        return plain(delta)
    return Verdict(REVIEW, said(delta))


def _name(delta: Delta) -> str:
    return quoted(str(getattr(delta.subject.new or delta.subject.old, "name", "")))


def _if_named(delta: Delta, kind: str, judging: Judging) -> Level | None:
    """Breaking for a name that is gone and was used."""
    return BREAKING if delta.kind == "removed" and (kind, str(delta.old)) in judging.referred else None


def _dependency(delta: Delta, judging: Judging) -> Verdict:
    if len(delta.fields) > 1:
        return Verdict(WORDS, said(delta)) if delta.fields[1] == "reason" else plain(delta)
    edge = delta.new or delta.old
    assert isinstance(edge, Dependency)
    if edge.type is DependencyType.RELATES_TO:
        return Verdict(DEPENDENCY, f"{_edge_text(edge)}{_no_longer(delta)}", INFO)
    waiting, required = (edge.from_, edge.to) if edge.type is DependencyType.REQUIRES else (edge.to, edge.from_)
    text = f"{_edge_text(edge)}{_no_longer(delta)}"
    if delta.kind != "added" or required in judging.finished:
        return Verdict(DEPENDENCY, text)
    return Verdict(NEW_REQUIREMENT, text, BREAKING if judging.old_lists.get(waiting) in _SOON else NOTABLE)


def _edge_text(edge: Dependency) -> str:
    verb = "relates to" if edge.type is DependencyType.RELATES_TO else edge.type.value
    return f"{edge.from_} {verb} {edge.to}"


def _no_longer(delta: Delta) -> str:
    return " no longer" if delta.kind == "removed" else ""
