"""Syntax errors of TOML: for each, a message and a hint."""

import re

from productgov.lookalikes import is_unseen, named

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
    ("Invalid hex value", "a backslash itself is written \\\\, or the text put in single quotes"),
    ("Invalid initial character", "write an inline table on one line, without a comma after its last key"),
    ("Unescaped '\\' in a string", "a backslash itself is written \\\\, or the text put in single quotes"),
    ("Invalid date or datetime", "a date is written 2026-12-31"),
)
_COLON = re.compile(r"[ \t]*([A-Za-z0-9_\"'.-]+)[ \t]*:[ \t]*([^\s=].*)")
_WORDS = re.compile(r"([^\W\d_][\w'. -]*?)[ \t]*(?:#.*)?")
_CONSTANTS = {
    **dict.fromkeys(("true", "yes", "on"), "true"),
    **dict.fromkeys(("false", "no", "off"), "false"),
    **dict.fromkeys(("null", "none", "nil"), ""),
}
_LONGEST = 1_000
_ANYTHING = "each line is key = value, [table] or [[table]]"


class NotTomlError(Exception):
    """Raised inside the reader where a text is not TOML; it never leaves this package."""

    def __init__(self, offset: int, problem: str) -> None:
        super().__init__(offset, problem)
        self.offset = offset
        self.problem = problem


def explained(problem: str, text: str = "", offset: int = 0) -> tuple[str, str]:
    """A message and a hint; the text and the place where it is wrong tell the usual slips apart."""
    start = text.rfind("\n", 0, offset) + 1
    line = text[start : start + _LONGEST].partition("\n")[0]
    at = min(offset - start, len(line))
    for recognise in (_other_language, _odd_character, _unquoted_value, _joined):
        hint = recognise(problem, line, at)
        if hint:
            break
    else:
        hint = next((hint for words, hint in _HINTS if problem.startswith(words)), _ANYTHING)
    return problem[:1].lower() + problem[1:], hint


def _other_language(problem: str, line: str, at: int) -> str:  # noqa: ARG001 - as every other
    """Lines of YAML and JSON, and comments of other languages."""
    given = line.strip()
    if given.startswith(("//", "/*")):
        return "a comment begins with #"
    if given.startswith("- "):
        return "a list is written key = [ … ], and a list of tables with [[key]]"
    if given.startswith("{"):
        return "this looks like JSON: name the file .json"
    found = _COLON.fullmatch(line)
    return f"write {found[1]} = {found[2][:40]}" if found and problem.startswith("Expected '='") else ""


def _odd_character(problem: str, line: str, at: int) -> str:  # noqa: ARG001 - likewise
    """Typographic quotes, and what cannot be seen."""
    character = line[at : at + 1]
    if character and character in "“”„«»‘’":
        return f"write plain double quotes instead of {named(character)}"
    odd = next(filter(is_unseen, line), "")
    return f"write a plain space instead of {named(odd)}" if odd else ""


def _unquoted_value(problem: str, line: str, at: int) -> str:
    """Words without quotes."""
    found = _WORDS.fullmatch(line[at:]) if problem.startswith("Invalid value") else None
    if found is None:
        return ""
    words, key = found[1], line[:at].strip().removesuffix("=").strip()
    constant = _CONSTANTS.get(words.lower())
    if constant is None:
        return f'put the text in quotes: {key} = "{words[:40]}"'
    return f"write {key} = {constant}" if constant else "TOML has no null: leave the line out"


def _joined(problem: str, line: str, at: int) -> str:
    """Something that follows a value directly."""
    if not problem.startswith("Expected newline"):
        return ""
    before, after = line[:at].rstrip(), line[at : at + 1]
    if after in (",", ";") and not line[at + 1 :].strip():
        return f"remove the '{after}'"
    if before.endswith("'"):
        return "put a text with an apostrophe in double quotes"
    if after == "," and before[-1:].isdigit():
        return "a number is written without separators, or as 1_000"
    if after in ("-", "/", ".") and before[-1:].isdigit():
        return "a date is written 2026-12-31"
    if after == "%":
        return "write the number alone, or put it in quotes"
    return "put the whole text in quotes" if before.endswith('"') else ""
