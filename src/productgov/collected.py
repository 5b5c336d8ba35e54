"""Findings while they are collected: of each code as many as a limit allows, the others only counted."""

from collections.abc import Iterable
from sys import maxsize
from typing import Generic, Protocol, TypeVar

from productgov.findings import Omitted, Severity

__all__ = ["Collected"]


class _Coded(Protocol):
    """A finding, or a finding in the making."""

    @property
    def code(self) -> str: ...

    @property
    def severity(self) -> Severity | None: ...


One = TypeVar("One", bound=_Coded)


class Collected(Generic[One]):
    """A list that keeps so many findings of each code, in the order in which they come.

    Its length counts all of them, so that it tells whether anything was found.

    Args:
        most: how many findings of one code are kept; left out, all.

    Attributes:
        kept: the findings that are kept.
    """

    __slots__ = ("_counts", "_last_was_kept", "_most", "_omitted", "kept")

    def __init__(self, most: int = maxsize) -> None:
        self.kept: list[One] = []
        self._most = most
        self._counts: dict[str, int] = {}
        self._omitted: dict[tuple[str, Severity], int] = {}
        self._last_was_kept = False

    def __len__(self) -> int:
        return sum(self._counts.values())

    def append(self, one: One) -> None:
        """Keep a finding, or count it."""
        count = self._counts[one.code] = self._counts.get(one.code, 0) + 1
        self._last_was_kept = count <= self._most
        if self._last_was_kept:
            self.kept.append(one)
        else:
            kind = one.code, one.severity or Severity.ERROR
            self._omitted[kind] = self._omitted.get(kind, 0) + 1

    def extend(self, many: Iterable[One]) -> None:
        """Keep or count each of several findings."""
        for one in many:
            self.append(one)

    def last(self) -> One | None:
        """The finding that came last; None where it was only counted."""
        return self.kept[-1] if self._last_was_kept else None

    def replace_last(self, one: One) -> None:
        """Put another finding of the same code in the place of the last one."""
        if self._last_was_kept:
            self.kept[-1] = one

    @property
    def omitted(self) -> tuple[Omitted, ...]:
        """What was only counted, by code and severity."""
        return tuple(
            Omitted(code=code, severity=severity, count=count)
            for (code, severity), count in sorted(self._omitted.items())
        )
