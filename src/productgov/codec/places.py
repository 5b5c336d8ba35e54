"""Places below the root of a document, and mistakes found there, before they become findings."""

from typing import NamedTuple

from productgov.codec.reading import Positions
from productgov.findings import Finding, Severity
from productgov.pointer import to_pointer

__all__ = ["Mistake", "Place", "subject", "tokens_of"]

Place = tuple["Place", str | int] | None
"""A value's place: the place of what holds it, and the key or index within; None is the root."""


class Mistake(NamedTuple):
    """A finding in the making: its place is a chain of tokens, and its location is not looked up yet."""

    code: str
    place: Place
    message: str
    hint: str
    on_key: bool = False

    def to_finding(self, positions: Positions) -> Finding:
        """The finding, located where its text stood."""
        tokens = tokens_of(self.place)
        return Finding(
            code=self.code,
            severity=Severity.ERROR,
            path=to_pointer(tokens),
            message=self.message,
            hint=self.hint,
            location=positions.locate(tokens, key=self.on_key),
        )


def tokens_of(place: Place) -> tuple[str | int, ...]:
    """The keys and indices from the root to a place."""
    tokens: list[str | int] = []
    while place is not None:
        place, token = place
        tokens.append(token)
    return tuple(reversed(tokens))


def subject(place: Place) -> str:
    """What a message calls the value at a place: `confidence`, `participants[2]`, or the document."""
    indices = ""
    while place is not None:
        place, token = place
        if isinstance(token, str):
            return _printable(token) + indices
        indices = f"[{token}]{indices}"
    return f"the document{indices}"


def _printable(text: str) -> str:
    return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in text)[:64]
