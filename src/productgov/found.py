"""A finding in the making: what a reader, the strict walk, a constraint or a rule found, and how to repair it."""

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

import attrs

from productgov.findings import MOST_RELATED, Finding, Location, Related, Severity
from productgov.paths import Path, bounded_pointer

__all__ = ["Common", "Entry", "Found", "Proposal", "Remove", "Rename", "Repair", "Replace", "Write"]


@attrs.frozen
class Replace:
    """Repair a text: write another in its place.

    Attributes:
        text: what to write.
    """

    text: str


@attrs.frozen
class Remove:
    """Repair a list: remove this item."""


Repair: TypeAlias = Replace | Remove
"""A repair that is certain enough for `check --fix` to make."""


@attrs.frozen
class Write:
    """Propose another value in the place of this one.

    Attributes:
        value: the value to write, as plain data.
    """

    value: object


@attrs.frozen
class Rename:
    """Propose another key for the same value.

    Attributes:
        key: the key to write.
    """

    key: str


@attrs.frozen
class Entry:
    """Propose another key and another value: what was written as one key is both.

    Attributes:
        key: the key to write.
        value: the value to write, as plain data.
    """

    key: str
    value: object


Proposal: TypeAlias = Write | Rename | Entry
"""What a hint proposes, as a change of the data. The words of the hint say the same."""


@attrs.frozen(kw_only=True)
class Common:
    """What a mistake has in common with others of its list; of all that say the same, a check makes one finding.

    `Common(list="items in now", total=18, what="have no owner", name="tickets")` of 14 items becomes "14 of the 18
    items in now have no owner: tickets, …".

    Attributes:
        list: the list that the rule looks at, in words.
        total: how many items are in it.
        what: what is said of the items.
        name: the name of the item.
    """

    list: str
    total: int
    what: str
    name: str


_Extent: TypeAlias = tuple[Location, Location] | None
"""Where a value begins and ends, where that is known."""


def _not_in_a_text(path: Path, on_key: bool) -> _Extent:  # noqa: ARG001, FBT001 - what takes its place has them
    return None


class Found(NamedTuple):
    """One mistake at one place.

    Attributes:
        path: the path of the value, in the names of the document.
        message: what is wrong, in one sentence.
        hint: what to do about it.
        repair: the repair, where there is a certain one.
        code: the code of the finding; a rule leaves it out, and the engine adds the code of the rule.
        on_key: True when the mistake is in the key and not in its value.
        severity: the severity, where it differs from that of the rule; without a rule, an error.
        proposal: what the hint proposes, where it names one change; the finding is gone once it is made.
        related: the paths of the other places that it is about, in the order of the document.
        common: what it has in common with others of its list, where the check makes one finding of them.
    """

    path: Path
    message: str
    hint: str
    repair: Repair | None = None
    code: str = ""
    on_key: bool = False
    severity: Severity | None = None
    proposal: Proposal | None = None
    related: tuple[Path, ...] = ()
    common: Common | None = None

    def to_finding(
        self, extent_of: Callable[[Path, bool], tuple[Location, Location] | None] = _not_in_a_text
    ) -> Finding:
        """The finding.

        Args:
            extent_of: tells where the value at a path begins and ends, or its key.
        """
        location, end = extent_of(self.path, self.on_key) or (None, None)
        listed = self.related[:MOST_RELATED]
        return Finding(
            code=self.code,
            severity=self.severity or Severity.ERROR,
            path=bounded_pointer(self.path),
            message=self.message,
            hint=self.hint,
            location=location,
            end=end,
            related=tuple(_related(path, extent_of(path, False)) for path in listed),  # noqa: FBT003 - of the value
            related_omitted=len(self.related) - len(listed),
        )


def _related(path: Path, extent: _Extent) -> Related:
    location, end = extent or (None, None)
    return Related(path=bounded_pointer(path), location=location, end=end)
