"""Words that people wrote: brought onto one line, and refused with a reason."""

from productgov.errors import InvalidValueError
from productgov.wording import described

__all__ = ["phrase", "unreadable"]


def phrase(text: str, *, longest: int) -> str:
    """The text with its runs of white space made single blanks.

    Raises:
        InvalidValueError: the text is empty or longer than `longest`.
    """
    if len(text) > longest:
        raise InvalidValueError(f"it is {len(text)} characters long; at most {longest} are read")
    words = " ".join(text.split())
    if not words:
        raise InvalidValueError("it is empty")
    return words


def unreadable(text: str, what: str, why: object) -> InvalidValueError:
    """The error that says which text could not be read, as what, and why."""
    return InvalidValueError(f"{described(text)} cannot be read as a {what}: {why}")
