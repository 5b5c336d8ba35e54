"""Efforts that are spread evenly over days."""

from bisect import bisect_right
from collections.abc import Iterable
from datetime import date
from itertools import accumulate, pairwise
from math import fsum

__all__ = ["Spread", "united"]


class Spread:
    """Efforts, each spread evenly from its first day to its last.

    What falls into a span is found by bisection, so that many efforts and many spans take time about linear in their
    number.
    """

    def __init__(self, efforts: Iterable[tuple[date, date, float]]) -> None:
        changes: dict[int, list[float]] = {}
        for first, last, effort in efforts:
            day, after = first.toordinal(), last.toordinal() + 1
            rate = effort / (after - day)
            changes.setdefault(day, []).append(rate)
            changes.setdefault(after, []).append(-rate)
        self._days = sorted(changes)
        self._rates = list(accumulate(fsum(changes[day]) for day in self._days))
        lengths = (after - day for day, after in pairwise(self._days))
        self._sums = list(
            accumulate((rate * length for rate, length in zip(self._rates, lengths, strict=False)), initial=0.0)
        )

    def within(self, first: date, last: date) -> float:
        """The effort between two days, both included."""
        return max(0.0, self._before(last.toordinal() + 1) - self._before(first.toordinal()))

    def _before(self, day: int) -> float:
        """The effort before a day."""
        at = bisect_right(self._days, day) - 1
        if at < 0:
            return 0.0
        is_last = at + 1 == len(self._days)
        return self._sums[at] + (0.0 if is_last else self._rates[at] * (day - self._days[at]))


def united(spans: Iterable[tuple[date, date]]) -> list[tuple[date, date]]:
    """The same days as spans that do not overlap."""
    found: list[tuple[date, date]] = []
    for first, last in sorted(spans):
        if found and first <= found[-1][1]:
            found[-1] = (found[-1][0], max(last, found[-1][1]))
        else:
            found.append((first, last))
    return found
