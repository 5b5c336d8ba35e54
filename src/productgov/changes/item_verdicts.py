"""What is said of differences between items of the roadmap: initiatives and visions."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from productgov.changes.change import ChangeCode
from productgov.changes.delta import Delta
from productgov.changes.other_codes import DETAIL
from productgov.changes.promise_codes import (
    DATE_COMMITTED,
    LATER_DATE,
    LATER_HORIZON,
    RECORD_CHANGED,
    REMOVED,
    STOPPED,
)
from productgov.changes.ranking_codes import OVERRIDE, SCORE
from productgov.changes.roadmap_codes import (
    ADDED,
    DEADLINE,
    DELIVERED,
    EARLIER_DATE,
    EARLIER_HORIZON,
    LATER_ITEM_MOVED,
    OWNER,
    PROGRESS,
    PURPOSE,
)
from productgov.changes.strategy_codes import CHECKED_IN
from productgov.changes.values import days_apart
from productgov.changes.verdict import BREAKING, INFO, NOTABLE, Judging, Verdict, plain, said
from productgov.model.check_ins import CheckIn, Health
from productgov.model.initiative import Initiative, Status
from productgov.wording import percent_text, quoted

__all__ = ["checked_in", "of_item"]

_SOON = ("now", "next")
_ORDER = ("now", "next", "later", "future", "backlog")
_DELIVERED = "delivered"
_DATES = ("startDate", "deliveredDate")
_CODES: Mapping[str, ChangeCode] = MappingProxyType(
    {
        "deadline": DEADLINE,
        **dict.fromkeys(("owner", "team"), OWNER),
        **dict.fromkeys(_DATES, PROGRESS),
        **dict.fromkeys(("kind", "theme", "pillar", "objectives", "metrics", "guardrails"), PURPOSE),
    }
)
"""The codes of fields of which nothing else has to be known."""
_FREE = ("title", "description", "statement", "signals", "tags", "links", "checkIns")
"""What may change in an item on record without changing the record."""


def of_item(delta: Delta, judging: Judging) -> Verdict:
    """What is said of a difference in an initiative or a vision."""
    if not delta.fields:
        return _whole(delta, judging)
    first, subject = delta.fields[0], delta.subject
    on_record = subject.old_list == subject.new_list == _DELIVERED
    if on_record and first not in _FREE and delta.kind != "added":
        return Verdict(RECORD_CHANGED, said(delta))
    match first:
        case "status":
            return _status(delta)
        case "targetDate" | "targetPeriod":
            return _due(delta, judging)
        case "committedDate":
            return Verdict(EARLIER_DATE if delta.kind == "added" else DATE_COMMITTED, said(delta))
        case "scoring" | "efforts":
            return Verdict(OVERRIDE if "override" in delta.fields else SCORE, said(delta))
        case "checkIns":
            return checked_in(delta)
        case "outcome":
            return Verdict(PROGRESS if delta.kind == "added" else RECORD_CHANGED, said(delta))
        case _ if first in _CODES and delta.kind != "moved":
            return Verdict(_CODES[first], said(delta), INFO if first in _DATES else None)
        case _:
            return plain(delta)


def checked_in(delta: Delta) -> Verdict:
    """What is said of a check-in."""
    if delta.kind == "added" and isinstance(delta.new, CheckIn):
        level = NOTABLE if delta.new.health is Health.OFF_TRACK else INFO
        return Verdict(CHECKED_IN, f"checked in {_check_in_text(delta.new)}", level)
    if delta.kind == "moved" or delta.fields[-1] == "note":
        return plain(delta)
    return Verdict(RECORD_CHANGED, said(delta), NOTABLE)


def _check_in_text(made: CheckIn) -> str:
    confidence = None if made.confidence is None else f"confidence {percent_text(made.confidence)}"
    note = quoted(made.note) if made.note else None
    return f"{made.date}: {', '.join(filter(None, (made.health, confidence, note)))}"


def _whole(delta: Delta, judging: Judging) -> Verdict:
    """An item that is new, gone or elsewhere."""
    subject = delta.subject
    title = quoted(str(getattr(subject.new or subject.old, "title", "")))
    if delta.kind == "added":
        return Verdict(ADDED, f"new in {subject.new_list}: {title}", None if subject.new_list in _SOON else INFO)
    if delta.kind == "removed":
        if subject.old_list == _DELIVERED:
            return Verdict(RECORD_CHANGED, f"gone from delivered: {title}")
        relied = subject.old_list in _SOON or ("item", subject.name) in judging.referred
        return Verdict(REMOVED, f"gone from {subject.old_list}: {title}", BREAKING if relied else NOTABLE)
    if subject.old_list == subject.new_list:
        return plain(delta)
    return _moved(delta)


def _moved(delta: Delta) -> Verdict:
    """An item that is in another list."""
    subject = delta.subject
    before, after = subject.old_list, subject.new_list
    place = f"{before} → {after}"
    if after == _DELIVERED:
        dropped = _status_of(subject.new) is Status.DROPPED
        if dropped and _status_of(subject.old) is not Status.DROPPED:
            return Verdict(STOPPED, f"dropped from {before}", BREAKING if before in _SOON else NOTABLE)
        done = _status_of(subject.old) is not _status_of(subject.new)
        return Verdict(DELIVERED, f"delivered from {before}" if done else place, NOTABLE if done else INFO)
    if before == _DELIVERED:
        return Verdict(RECORD_CHANGED, f"open again: {place}")
    if _ORDER.index(after) < _ORDER.index(before):
        free = after not in _SOON and before == "backlog"
        return Verdict(EARLIER_HORIZON, place, INFO if free else None)
    return Verdict(LATER_HORIZON if before in _SOON else LATER_ITEM_MOVED, place)


def _status(delta: Delta) -> Verdict:
    subject = delta.subject
    new = _status_of(subject.new)
    if subject.new_list == _DELIVERED:  # said by the move
        return Verdict(PROGRESS, said(delta), INFO)
    if new in (Status.PAUSED, Status.DROPPED):
        return Verdict(STOPPED, said(delta), BREAKING if subject.old_list in _SOON else NOTABLE)
    if new in (Status.DONE, Status.ROLLING_OUT):
        return Verdict(DELIVERED, said(delta))
    if _status_of(subject.old) is Status.DONE:
        return Verdict(RECORD_CHANGED, said(delta), INFO if subject.old_list == _DELIVERED else None)
    return Verdict(PROGRESS, said(delta))


def _status_of(item: object) -> Status | None:
    return item.status if isinstance(item, Initiative) else None


def _due(delta: Delta, judging: Judging) -> Verdict:
    """A due day that has changed; of two fields that say it, the one that counts now is judged."""
    old, new = delta.subject.old, delta.subject.new
    if not isinstance(old, Initiative) or not isinstance(new, Initiative) or delta.fields[0] != _counting(old, new):
        return Verdict(DETAIL, said(delta))
    before, after = old.due(judging.old.fiscal_year_start), new.due(judging.new.fiscal_year_start)
    if after is None or (before is not None and after > before):
        return _later(delta, old, new, before, after)
    if before is None or after < before:
        apart = f" ({days_apart(before, after)})" if before else ""
        return Verdict(EARLIER_DATE, f"{said(delta)}{apart}", INFO if new.status.finished else None)
    return Verdict(DETAIL, said(delta))


def _later(delta: Delta, old: Initiative, new: Initiative, before: date | None, after: date | None) -> Verdict:
    committed = old.committed_date
    details = [days_apart(before, after)] if before and after else []
    details += [f"committed {committed}"] if committed else []
    message = said(delta) + (f" ({'; '.join(details)})" if details else "")
    if new.status.finished:
        return Verdict(LATER_DATE, message, INFO)
    if committed:
        return Verdict(LATER_DATE, message, NOTABLE if after and after <= committed else BREAKING)
    return Verdict(LATER_DATE, message, BREAKING if delta.subject.old_list in _SOON else INFO)


def _counting(old: Initiative, new: Initiative) -> str:
    """The field that says when an item is due; where none does any more, the one that did."""
    return "targetPeriod" if (new.target_period or (not new.target_date and old.target_period)) else "targetDate"
