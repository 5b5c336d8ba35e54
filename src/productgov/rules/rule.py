"""What a rule is, and what it finds."""

from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeAlias

import attrs

from productgov.findings import Severity
from productgov.rules.context import Context, Path

__all__ = ["Found", "Remove", "Repair", "Replace", "Rule"]


@attrs.frozen
class Replace:
    """The one safe repair of a text: write this instead."""

    text: str


@attrs.frozen
class Remove:
    """The one safe repair of an item of a list: take it away."""


Repair: TypeAlias = Replace | Remove


class Found(NamedTuple):
    """What a rule finds at one place, before it becomes a finding.

    Attributes:
        path: the place, as the names and indices of the document.
        message: what is wrong, in one sentence.
        hint: what to do about it.
        repair: what would mend it, where that is beyond doubt.
    """

    path: Path
    message: str
    hint: str
    repair: Repair | None = None


@attrs.frozen(kw_only=True)
class Rule:
    """One thing that must hold: its code, how bad it is when it does not, and the function that looks for it."""

    code: str
    severity: Severity
    find: Callable[[Context], Iterator[Found]]
