"""Exit statuses, the same for every command, and the line that says why a command could not be carried out."""

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
    if isinstance(error, OSError) and error.strerror:
        name, reason = error.filename or name, error.strerror.lower()
        return f"productgov: {name}: {reason}" if name else f"productgov: {reason}"
    reason = str(error)
    return f"productgov: {reason}" if reason.startswith(name) else f"productgov: {name}: {reason}"
