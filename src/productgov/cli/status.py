"""What the exit status says, the same for every command."""

__all__ = ["ERRORS_FOUND", "NO_ERROR", "UNUSABLE"]

NO_ERROR = 0
ERRORS_FOUND = 1
UNUSABLE = 2
