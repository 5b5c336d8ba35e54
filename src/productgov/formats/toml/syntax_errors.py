"""Syntax errors of TOML: for each, a message and a hint."""

__all__ = ["NotTomlError", "explained"]

_HINTS = (
    ("Invalid value", "write texts in quotes; only numbers, dates, true and false have none"),
    (
        "Invalid statement",
        "each line is key = value, [table] or [[table]]; other keys than a-z, 0-9, - and _ need quotes",
    ),
    ("Expected '=' after a key", "each line is key = value, [table] or [[table]]"),
    ("Expected newline", "write each key = value on its own line"),
    ("Unclosed array", "items of an array are separated by commas, and the array ends with ]"),
    ("Unclosed inline table", "write an inline table on one line, with commas between its keys, and end it with }"),
    ("Unterminated string", "close the text with its quotes"),
    (
        "Illegal character",
        "write a text over several lines in three quotes, and escape control characters",
    ),
    ("Unescaped '\\' in a string", "a backslash itself is written \\\\, or the text put in single quotes"),
    ("Invalid date or datetime", "a date is written 2026-12-31"),
)
_ANYTHING = "each line is key = value, [table] or [[table]]"


class NotTomlError(Exception):
    """Raised inside the reader where a text is not TOML; it never leaves this package."""

    def __init__(self, offset: int, problem: str) -> None:
        super().__init__(offset, problem)
        self.offset = offset
        self.problem = problem


def explained(problem: str) -> tuple[str, str]:
    """A message and a hint."""
    hint = next((hint for words, hint in _HINTS if problem.startswith(words)), _ANYTHING)
    return problem[:1].lower() + problem[1:], hint
