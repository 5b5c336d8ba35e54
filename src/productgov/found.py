"""What a reader, the strict walk, a constraint or a rule found at one place, before it becomes a finding."""

from typing import NamedTuple, TypeAlias

import attrs

from productgov.findings import Finding, Location, Severity
from productgov.paths import Path, to_pointer

__all__ = ["Found", "Remove", "Repair", "Replace"]


@attrs.frozen
class Replace:
    """The one safe repair of a text: write this instead."""

    text: str


@attrs.frozen
class Remove:
    """The one safe repair of an item of a list: take it away."""


Repair: TypeAlias = Replace | Remove


class Found(NamedTuple):
    """One mistake at one place.

    Attributes:
        path: the path of the value, in the names of the document.
        message: what is wrong, in one sentence.
        hint: what to do about it.
        repair: what would mend it, where that is beyond doubt.
        code: the code of the finding; what a rule finds gets the code of the rule.
        on_key: whether the mistake is in the key itself, and not in its value.
    """

    path: Path
    message: str
    hint: str
    repair: Repair | None = None
    code: str = ""
    on_key: bool = False

    def to_finding(
        self, severity: Severity = Severity.ERROR, extent: tuple[Location, Location] | None = None
    ) -> Finding:
        """The finding; the extent is where its text begins and ends."""
        location, end = extent or (None, None)
        return Finding(
            code=self.code,
            severity=severity,
            path=to_pointer(self.path),
            message=self.message,
            hint=self.hint,
            location=location,
            end=end,
        )
