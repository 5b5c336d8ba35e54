"""Texts in words, such as cadences and targets: put on one line, or refused with a reason."""

from productgov.errors import InvalidValueError
from productgov.wording import described

__all__ = ["phrase", "unreadable"]


def phrase(text: str, *, longest: int) -> str:
    """The text with each run of white space replaced by one blank.

    Raises:
        InvalidValueError: when the text is empty or longer than `longest`.
    """
    if len(text) > longest:
        raise InvalidValueError(f"it is {len(text)} characters long; at most {longest} are read")
    words = " ".join(text.split())
    if not words:
        raise InvalidValueError("it is empty")
    return words


def unreadable(text: str, what: str, why: object) -> InvalidValueError:
    """The error for a text that cannot be read."""
    return InvalidValueError(f"{described(text)} cannot be read as a {what}: {why}")
