"""What the quick ways in share: they accept what is surely good, and leave every doubt to the walk."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from itertools import combinations

import attrs

from productgov.fields.checked import accepts_text
from productgov.fields.constraints import Agreement, Ascending, NotBefore, OnlyWhen
from productgov.fields.shapes import EXTENSIONS, TextShape
from productgov.fields.types import DATE, Pattern

__all__ = ["Dates", "DoubtError", "Patterns", "accepts_all", "is_broken"]

_ACCEPTS_DATE = accepts_text(TextShape(DATE))


class DoubtError(Exception):
    """Something is wrong, or out of the ordinary; the walk finds out which. It never leaves the codec."""


class Dates(dict[str, date]):
    """The dates of one document, each read once; for ever the same text, for most the same few days.

    Raises:
        DoubtError: when asked for anything but the text of a date.
    """

    def __missing__(self, text: str) -> date:
        if type(text) is not str or not _ACCEPTS_DATE(text):
            raise DoubtError
        day = self[text] = date.fromisoformat(text)
        return day


def accepts_all(pattern: Pattern) -> Callable[[list[str]], bool]:
    """A test of many texts at once against a pattern, which must be one that accepts no line break."""
    good = pattern.regex.removeprefix("^").removesuffix(r"$(?!\n)")
    search_bad = re.compile(rf"\n(?!(?:{good})(?:\n|\Z))").search

    def accepts(texts: list[str]) -> bool:
        lines = "\n".join(("", *texts))
        return lines.count("\n") == len(texts) and search_bad(lines) is None

    return accepts


class Patterns:
    """The patterns of the model: the texts of each are gathered from a whole document, and then tested at once."""

    def __init__(self) -> None:
        self._tests: dict[Pattern, Callable[[list[str]], bool]] = {}

    def index(self, pattern: Pattern) -> int:
        """Where the texts of a pattern are gathered."""
        if pattern not in self._tests:
            self._tests[pattern] = accepts_all(pattern)
        return list(self._tests).index(pattern)

    def nothing_seen(self) -> tuple[list[str], ...]:
        """A list for the texts of each pattern."""
        return tuple([] for _ in self._tests)

    def accept(self, seen: Sequence[list[str]]) -> bool:
        """Whether all texts that were gathered match their patterns."""
        return all(accepts(texts) for accepts, texts in zip(self._tests.values(), seen, strict=True))


def is_broken(agreement: Agreement, names: dict[str, object]) -> str:
    """Source that is true when an object called `made` breaks an agreement; what it refers to goes into the names."""
    match agreement:
        case NotBefore(later, earlier):
            return _both(earlier, later, ">")
        case Ascending(fields):
            return " or ".join(f"({_both(lower, upper, '>')})" for lower, upper in combinations(fields, 2))
        case OnlyWhen(field, other, term):
            return f"made.{field} is not None and made.{other} != {term!r}"
        case _:
            name = f"breaks_{len(names)}"
            names[name] = lambda made: _breaks(made, agreement)
            return f"{name}(made)"


def _both(first: str, second: str, comparison: str) -> str:
    return f"made.{first} is not None and made.{second} is not None and made.{first} {comparison} made.{second}"


def _breaks(made: attrs.AttrsInstance, agreement: Agreement) -> bool:
    names = (attribute.name for attribute in attrs.fields(type(made)) if attribute.name != EXTENSIONS)
    given = {name: value for name in names if (value := getattr(made, name)) is not None}
    return any(True for _ in agreement.broken(given))
