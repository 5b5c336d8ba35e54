"""What is said of a difference, and what has to be known to say it."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import NamedTuple

import attrs

from productgov.changes.change import ChangeCode, Level
from productgov.changes.delta import Delta
from productgov.changes.other_codes import DETAIL, EXTENSION, ORDER, WORDS
from productgov.changes.values import value_text
from productgov.model.governance import ProductGovernance
from productgov.model.references import references
from productgov.model.roadmap import ExternalStatus

__all__ = ["BREAKING", "INFO", "NOTABLE", "Judging", "Verdict", "plain", "said"]

BREAKING, NOTABLE, INFO = Level.BREAKING, Level.NOTABLE, Level.INFO

_WORDS = frozenset(
    ("agenda", "description", "name", "note", "purpose", "reason", "signals", "source", "statement", "title")
)
"""Fields that hold words for people."""

_BEFORE_AFTER = {"added": "{field}: {new} added", "removed": "{field}: {old} removed"}


class Verdict(NamedTuple):
    """What is said of a difference.

    Attributes:
        code: its code.
        message: what has changed, in one sentence without the item.
        level: how much it matters; None for the level of the code.
    """

    code: ChangeCode
    message: str
    level: Level | None = None


@attrs.frozen(kw_only=True)
class Judging:
    """Two versions of a governance, and what is asked of them for many differences.

    Attributes:
        old: the old version, with the new names.
        new: the new version.
        day: the day of the judgement.
    """

    old: ProductGovernance
    new: ProductGovernance
    day: date

    @cached_property
    def referred(self) -> frozenset[tuple[str, str]]:
        """The kind and the name of everything that the old version refers to, but for decisions, which are past."""
        return frozenset(
            (kind, mention.name)
            for mention in references(self.old)
            for kind in mention.kinds
            if mention.exact and mention.path[0] != "decisions"
        )

    @cached_property
    def old_lists(self) -> Mapping[str, str]:
        """The list of the roadmap that each item of the old version was in."""
        return _lists(self.old)

    @cached_property
    def finished(self) -> frozenset[str]:
        """The ids of the items and externals of the new version that nobody has to wait for."""
        roadmap = self.new.roadmap
        done = [placed.initiative.id for placed in roadmap.initiatives() if placed.initiative.status.finished]
        arrived = [each.id for each in roadmap.externals if each.status is ExternalStatus.DELIVERED]
        return frozenset((*done, *arrived))


def plain(delta: Delta) -> Verdict:
    """What is said of a difference that no promise hangs on."""
    if any(field.startswith("x-") for field in delta.fields):
        return Verdict(EXTENSION, said(delta))
    if delta.kind == "moved":
        return Verdict(ORDER, moved(delta))
    return Verdict(WORDS if delta.fields and delta.fields[-1] in _WORDS else DETAIL, said(delta))


def said(delta: Delta) -> str:
    """The difference in words: the field with its old and its new value."""
    form = _BEFORE_AFTER.get(delta.kind, "{field}: {old} → {new}")
    key = delta.key if isinstance(delta.key, tuple) else (delta.key,)
    names = " ".join(value_text(part) for part in key if part is not None)
    within = f" of {names}" if names and delta.key != delta.new else ""
    return form.format(field=f"{delta.field}{within}", old=value_text(delta.old), new=value_text(delta.new))


def moved(delta: Delta) -> str:
    """Where something has moved within its list."""
    if delta.fields:
        return f"{delta.field}: {value_text(delta.new)} moved"
    return f"{delta.subject.new_list}: position {value_text(delta.old)} → {value_text(delta.new)}"


def _lists(governance: ProductGovernance) -> Mapping[str, str]:
    placed = governance.roadmap.initiatives()
    return {each.initiative.id: each.horizon.value if each.horizon else "delivered" for each in placed}
