"""A finding in the making: what a reader, the strict walk, a constraint or a rule found, and how to repair it."""

from typing import NamedTuple, TypeAlias

import attrs

from productgov.findings import Finding, Location, Severity
from productgov.paths import Path, bounded_pointer

__all__ = ["Found", "Remove", "Repair", "Replace"]


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
    """

    path: Path
    message: str
    hint: str
    repair: Repair | None = None
    code: str = ""
    on_key: bool = False
    severity: Severity | None = None

    def to_finding(self, extent: tuple[Location, Location] | None = None) -> Finding:
        """The finding; the extent is where its text begins and ends."""
        location, end = extent or (None, None)
        return Finding(
            code=self.code,
            severity=self.severity or Severity.ERROR,
            path=bounded_pointer(self.path),
            message=self.message,
            hint=self.hint,
            location=location,
            end=end,
        )
