"""What every reader of text gives: plain data, where each value stood, and what could not be read."""

from typing import Protocol

import attrs

from productgov.findings import Finding, Location
from productgov.found import Found

__all__ = ["NoPositions", "Positions", "Reading"]


class Positions(Protocol):
    """Where the values of a text stand, by the tokens of a JSON Pointer (object keys and list indices)."""

    def locate(self, tokens: tuple[str | int, ...], *, key: bool = False) -> Location | None:
        """The place of a value (of its key, when `key`), or of its nearest ancestor that has one."""


class NoPositions:
    """The positions of data that came from no text."""

    def locate(self, tokens: tuple[str | int, ...], *, key: bool = False) -> Location | None:  # noqa: ARG002 - a protocol
        return None


@attrs.frozen(kw_only=True)
class Reading:
    """The outcome of reading one text.

    Attributes:
        data: dicts with text keys, lists, str, int, float, bool and None; or None when `broken`.
        positions: where each value stood.
        findings: PG001, PG002 and PG010; each already has its location.
        broken: True when nothing usable was read (PG001 and PG010).
    """

    data: object
    positions: Positions
    findings: tuple[Finding, ...] = ()
    broken: bool = False

    def locate(self, found: Found) -> Finding:
        """What was found in the data as a finding, with its place in the text."""
        return found.to_finding(location=self.positions.locate(found.path, key=found.on_key))
