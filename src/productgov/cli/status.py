"""Exit statuses, the same for every command, and the line that says why a command could not be carried out."""

from productgov.escaping import escaped
from productgov.wording import reason

__all__ = ["ERRORS_FOUND", "INTERRUPTED", "NO_ERROR", "UNUSABLE", "reason_line"]

NO_ERROR = 0
ERRORS_FOUND = 1
UNUSABLE = 2
INTERRUPTED = 130
"""Ended by Ctrl-C, as shells report it: 128 + SIGINT."""


def reason_line(error: Exception, name: str = "") -> str:
    """One line for standard error: the file, where one is known, and the reason.

    Args:
        error: why the command could not be carried out.
        name: the file that the command was working on; empty where that is not known.
    """
    said = reason(error)
    if isinstance(error, OSError) and error.strerror:
        name = str(error.filename or name)
    elif said.startswith(name):
        name = ""
    return escaped(f"productgov: {name}: {said}" if name else f"productgov: {said}")
