"""The kinds of single values, each declared once: text, number, flag, date, constant, terms.

A kind knows which values documents and constructors can give, how to read and write them, and how to describe them in
words and JSON Schema. Every reading of the model asks the kind. The fast paths have shortcuts for common kinds, which
are tested to agree with it. A new kind is a new subclass of `Scalar` or `Patterned`.
"""

from abc import abstractmethod
from collections.abc import Callable
from datetime import date, datetime
from functools import cache
from math import inf
from numbers import Integral, Real
from typing import ClassVar, NamedTuple, TypeAlias

import attrs

from productgov.fields.hints import Recogniser, hint_for
from productgov.fields.marks import Pattern
from productgov.fields.portable import pattern_schema
from productgov.fields.types import DATE, MAGNITUDE, TEXT, Term
from productgov.found import Proposal

__all__ = ["Constant", "Date", "Flag", "Json", "Number", "Patterned", "Problem", "Scalar", "Terms", "Text"]

Json: TypeAlias = dict[str, object]
"""An object of JSON."""


class Problem(NamedTuple):
    """Why a value is not accepted.

    Attributes:
        code: the code of the finding: PG005 for a wrong type, PG006 for a value that is not among a few allowed ones,
            PG007 for any other.
        allowed: what is allowed, in words that complete "must be …".
        hint: how to correct it, where the mistake is a known one; else empty.
        proposal: what the hint proposes, where it is one concrete value.
    """

    code: str
    allowed: str
    hint: str = ""
    proposal: Proposal | None = None


class Scalar:
    """One kind of single value."""

    __slots__ = ()

    plain_types: ClassVar[tuple[type, ...]]
    """The Python types of its values in documents, by which it is told apart from objects and other kinds."""

    @property
    @abstractmethod
    def words(self) -> str:
        """What is allowed, in words that complete "must be …"."""

    @property
    def type_words(self) -> str:
        """What type of value is allowed, in words that complete "must be …"."""
        return self.words

    @property
    def values(self) -> tuple[str, ...]:
        """All values, for kinds with a few."""
        return ()

    @abstractmethod
    def accepts(self, value: object) -> bool:
        """Whether a document can give this value."""

    def problem(self, value: object) -> Problem:
        """Why a value is not accepted."""
        hint = hint_for(value, self, self.recognisers)
        if self.fits(value):
            return Problem("PG006" if self.values else "PG007", self.words, *hint)
        return Problem("PG005", self.type_words, *hint)

    @property
    def recognisers(self) -> tuple[Recogniser, ...]:
        """What its hints come from, in the order in which they are asked; imported only when something is wrong."""
        return ()

    def fits(self, value: object) -> bool:
        """Whether a value has one of the plain types; true and false are not numbers."""
        return isinstance(value, self.plain_types) and isinstance(value, bool) == (bool in self.plain_types)

    @property
    def reader(self) -> Callable[..., object]:
        """A function that makes the Python value from an accepted value of a document."""
        return _unchanged

    @property
    def writer(self) -> Callable[..., object]:
        """A function that makes the value of a document from a Python value."""
        return _unchanged

    def take(self, value: object) -> object:
        """The Python value for what a constructor is given, or the `Problem` with it."""
        return self.reader(value) if self.accepts(value) else self.problem(value)

    @abstractmethod
    def schema(self) -> Json:
        """The JSON Schema of what is written."""

    def input_schema(self) -> Json:
        """The JSON Schema of what can be read, for kinds where that is more."""
        return self.schema()


def _unchanged(value: object) -> object:
    return value


class Patterned(Scalar):
    """A kind of value that is written as a text of a certain form."""

    __slots__ = ()

    plain_types: ClassVar[tuple[type, ...]] = (str,)

    pattern: Pattern

    @property
    def words(self) -> str:
        return self.pattern.allows

    def accepts(self, value: object) -> bool:
        return isinstance(value, str) and self.pattern.match(value) is not None

    def schema(self) -> Json:
        return {"type": "string", **pattern_schema(self.pattern.regex)}


@attrs.frozen
class Text(Patterned):
    """A text of a certain form."""

    pattern: Pattern = TEXT

    @property
    def type_words(self) -> str:
        return "text"

    @property
    def recognisers(self) -> tuple[Recogniser, ...]:
        from productgov.fields.text_hints import TEXT_HINTS  # noqa: PLC0415 - for mistakes only

        return TEXT_HINTS

    @property
    def reader(self) -> Callable[..., object]:
        return str.__str__


@attrs.frozen
class Date(Patterned):
    """A day of the calendar, written YYYY-MM-DD."""

    pattern: Pattern = DATE

    @property
    def type_words(self) -> str:
        return "a date as text"

    @property
    def recognisers(self) -> tuple[Recogniser, ...]:
        from productgov.fields.date_hints import DATE_HINTS  # noqa: PLC0415 - for mistakes only

        return DATE_HINTS

    @property
    def reader(self) -> Callable[..., object]:
        return date.fromisoformat

    @property
    def writer(self) -> Callable[..., object]:
        return str

    def take(self, value: object) -> object:
        if type(value) is date:
            return value
        if isinstance(value, datetime):
            from productgov.fields.date_hints import moment_slip  # noqa: PLC0415 - documents hold no time stamps

            hint = moment_slip(value)
            return Problem("PG005", self.words, hint) if hint else value.date()
        if isinstance(value, date):
            return date(value.year, value.month, value.day)
        if isinstance(value, str):
            return super().take(value)
        return Problem("PG005", self.words, "write date(2026, 1, 31)")

    def schema(self) -> Json:
        return {**super().schema(), "format": "date"}


@attrs.frozen(kw_only=True)
class Number(Scalar):
    """A finite number within limits; `above` excludes its limit, and replaces `at_least`.

    `scale` gives numbers that have names, for the hints alone.
    """

    plain_types: ClassVar[tuple[type, ...]] = (int, float)

    whole: bool = False
    at_least: float | None = -MAGNITUDE
    above: float | None = None
    at_most: float = MAGNITUDE
    scale: tuple[tuple[float, str], ...] = ()

    @property
    def words(self) -> str:
        noun = self._noun
        least, most = self.at_least, self.at_most
        if self.above is not None:
            return f"{noun} above {self.above:g}" + (f", at most {most:g}" if most < MAGNITUDE else "")
        if least is None or least <= -MAGNITUDE:
            return f"{noun} within ±1e15" if most >= MAGNITUDE else f"{noun} of at most {most:g}"
        return f"{noun} of at least {least:g}" if most >= MAGNITUDE else f"{noun} from {least:g} to {most:g}"

    @property
    def _noun(self) -> str:
        return "a whole number" if self.whole else "a number"

    @property
    def _largest(self) -> str:
        """What is allowed, for a number that is too large."""
        return self.words if self.at_most < MAGNITUDE else f"{self._noun} within ±1e15"

    def accepts(self, value: object) -> bool:
        if not isinstance(value, (int, float)) or isinstance(value, bool):
            return False
        least = self.at_least if self.above is None else self.above
        within = least is None or least <= value
        return within and value <= self.at_most and value != self.above and not (self.whole and value != int(value))

    @property
    def recognisers(self) -> tuple[Recogniser, ...]:
        from productgov.fields.number_hints import NUMBER_HINTS  # noqa: PLC0415 - for mistakes only

        return NUMBER_HINTS

    def problem(self, value: object) -> Problem:
        problem = super().problem(value)
        is_too_large = problem.code == "PG007" and isinstance(value, (int, float)) and MAGNITUDE < abs(value) < inf
        return problem._replace(allowed=self._largest) if is_too_large else problem

    @property
    def reader(self) -> Callable[..., object]:
        return int if self.whole else _unchanged

    def take(self, value: object) -> object:
        if isinstance(value, bool) or not isinstance(value, Real):
            return super().take(value)
        try:
            return super().take(int(value) if isinstance(value, Integral) else float(value))
        except OverflowError:
            return Problem("PG007", self._largest)

    def schema(self) -> Json:
        limits = {"minimum": self.at_least, "exclusiveMinimum": self.above, "maximum": self.at_most}
        given = {
            key: int(limit) if limit == int(limit) else limit for key, limit in limits.items() if limit is not None
        }
        return {"type": "integer" if self.whole else "number", **given}


@attrs.frozen
class Flag(Scalar):
    """True or false."""

    plain_types: ClassVar[tuple[type, ...]] = (bool,)

    @property
    def words(self) -> str:
        return "true or false"

    def accepts(self, value: object) -> bool:
        return isinstance(value, bool)

    @property
    def recognisers(self) -> tuple[Recogniser, ...]:
        from productgov.fields.text_hints import FLAG_HINTS  # noqa: PLC0415 - for mistakes only

        return FLAG_HINTS

    def schema(self) -> Json:
        return {"type": "boolean"}


@attrs.frozen
class Constant(Scalar):
    """A single text."""

    plain_types: ClassVar[tuple[type, ...]] = (str,)

    value: str

    @property
    def words(self) -> str:
        return f'the text "{self.value}"'

    @property
    def values(self) -> tuple[str, ...]:
        return (self.value,)

    def accepts(self, value: object) -> bool:
        return isinstance(value, str) and value == self.value

    @property
    def reader(self) -> Callable[..., object]:
        return str.__str__

    def schema(self) -> Json:
        return {"type": "string", "const": self.value}


@attrs.frozen
class Terms(Scalar):
    """One of the terms of an enumeration."""

    plain_types: ClassVar[tuple[type, ...]] = (str,)

    terms: type[Term]

    @property
    def words(self) -> str:
        return f"one of {', '.join(self.values)}"

    @property
    def values(self) -> tuple[str, ...]:
        return tuple(term.value for term in self.terms)

    def accepts(self, value: object) -> bool:
        return isinstance(value, str) and value in _members_of(self.terms)

    @property
    def recognisers(self) -> tuple[Recogniser, ...]:
        from productgov.fields.term_hints import TERM_HINTS  # noqa: PLC0415 - for mistakes only

        return TERM_HINTS

    @property
    def reader(self) -> Callable[..., object]:
        return _members_of(self.terms).__getitem__

    @property
    def writer(self) -> Callable[..., object]:
        return str.__str__

    def schema(self) -> Json:
        terms = [{"const": term.value, "description": term.description} for term in self.terms]
        return {"type": "string", "oneOf": terms}


@cache
def _members_of(terms: type[Term]) -> dict[str, Term]:
    return {term.value: term for term in terms}
