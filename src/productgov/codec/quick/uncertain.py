"""What the quick paths share: they accept what is certainly valid, and leave anything else to the strict walk."""

import re
from collections.abc import Callable, Sequence
from datetime import date

from productgov.fields.marks import Pattern
from productgov.fields.types import DATE

__all__ = ["DateCache", "PatternBatch", "Uncertain", "accepts_all"]


_is_date = DATE.match


class Uncertain(Exception):  # noqa: N818 - it is a signal and not an error
    """Something is wrong or unusual; the strict walk finds out which. It is always caught in the codec."""


class DateCache(dict[str, date]):
    """The dates of one document by their texts, each text read once.

    Raises:
        Uncertain: when asked for anything but the text of a date.
    """

    def __missing__(self, text: str) -> date:
        if type(text) is not str or not _is_date(text):
            raise Uncertain
        day = self[text] = date.fromisoformat(text)
        return day


class PatternBatch:
    """The patterns of the model: texts are collected for each pattern, and tested together at the end."""

    def __init__(self) -> None:
        self._indices: dict[Pattern, int] = {}
        self._tests: list[Callable[[list[str]], bool]] = []

    def index(self, pattern: Pattern) -> int:
        """The index at which the texts of a pattern are collected."""
        if pattern not in self._indices:
            self._indices[pattern] = len(self._tests)
            self._tests.append(accepts_all(pattern))
        return self._indices[pattern]

    def nothing_seen(self) -> tuple[list[str], ...]:
        """An empty list for the texts of each pattern."""
        return tuple([] for _ in self._tests)

    def accept(self, seen: Sequence[list[str]]) -> bool:
        """Whether all collected texts match their patterns."""
        return all(accepts(texts) for accepts, texts in zip(self._tests, seen, strict=True))


def accepts_all(pattern: Pattern) -> Callable[[list[str]], bool]:
    """A test of many texts at once against a pattern that accepts no line break."""
    search_bad = re.compile(rf"\n(?!(?:{pattern.inner})(?:\n|\Z))").search

    def accepts(texts: list[str]) -> bool:
        lines = "\n".join(("", *texts))
        return lines.count("\n") == len(texts) and search_bad(lines) is None

    return accepts
