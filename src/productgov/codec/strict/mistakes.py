"""How the strict walk reports a mistake: its path, the subject of its message, and near names for its hint."""

from typing import TypeAlias

from productgov.collected import Collected
from productgov.found import Found, Proposal
from productgov.paths import Trail, path_of
from productgov.wording import escaped, shortened

__all__ = ["Mistakes", "mistake", "subject"]

_LONGEST_KEY = 64

Mistakes: TypeAlias = Collected[Found]
"""What a walk adds its mistakes to."""


def mistake(
    code: str, trail: Trail, message: str, hint: str, *, on_key: bool = False, proposal: Proposal | None = None
) -> Found:
    """A mistake in the value at a trail, or in its key."""
    return Found(path_of(trail), message, hint, code=code, on_key=on_key, proposal=proposal)


def subject(trail: Trail) -> str:
    """What a message calls the value at a trail: `confidence`, `participants[2]`, or the document."""
    indices = ""
    while trail is not None:
        trail, token = trail
        if isinstance(token, str):
            return shortened(escaped(token[: _LONGEST_KEY + 1]), _LONGEST_KEY) + indices
        indices = f"[{token}]{indices}"
    return f"the document{indices}"
