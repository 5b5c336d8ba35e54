"""What every reader of text gives: plain data, where each value is, and what could not be read."""

from typing import Protocol, TypeAlias

import attrs

from productgov.findings import Finding, Location, Omitted
from productgov.found import Found
from productgov.paths import Path

__all__ = ["Extent", "NoPositions", "Positions", "Reading"]

Extent: TypeAlias = tuple[Location, Location]
"""Where a value begins, and where its text ends on that line (exclusive)."""


class Positions(Protocol):
    """Where the values of a text are, by their paths; what is not in the text is at its nearest ancestor."""

    def locate(self, path: Path, *, key: bool = False) -> Location | None:
        """Where a value begins (its key, when `key`)."""

    def extent(self, path: Path, *, key: bool = False) -> Extent | None:
        """Where a value (its key, when `key`) begins and ends."""

    def path_at(self, location: Location) -> Path:
        """The path of the key or value that is the last to begin at this place or before it."""
        ...


class NoPositions:
    """The positions of data that came from no text."""

    def locate(self, path: Path, *, key: bool = False) -> Location | None:  # noqa: ARG002 - a protocol
        return None

    def extent(self, path: Path, *, key: bool = False) -> Extent | None:  # noqa: ARG002 - a protocol
        return None

    def path_at(self, location: Location) -> Path:  # noqa: ARG002 - a protocol
        return ()


@attrs.frozen(kw_only=True)
class Reading:
    """The outcome of reading one text.

    Attributes:
        data: dicts with text keys, lists, str, int, float, bool and None; or None when `broken`.
        positions: where each value is.
        findings: PG001, PG002, PG010 and PG011; each already has its location.
        omitted: those that were only counted, because there are more than the limit.
        broken: True when nothing usable was read (PG001 and PG010).
    """

    data: object
    positions: Positions
    findings: tuple[Finding, ...] = ()
    omitted: tuple[Omitted, ...] = ()
    broken: bool = False

    def locate(self, found: Found) -> Finding:
        """What was found in the data as a finding, with its places in the text."""
        return found.to_finding(lambda path, on_key: self.positions.extent(path, key=on_key))
