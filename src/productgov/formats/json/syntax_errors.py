"""Syntax errors of JSON: for each, a message and a hint."""

import re

from productgov.lookalikes import is_unseen, named

__all__ = ["bad_text", "no_colon", "no_key", "no_value", "not_continued", "seen", "trailing"]

_WORD = re.compile(r"[^\s,:\[\]{}\"']{1,40}")
_DATE = re.compile(r"[0-9]{1,4}([-/.])[0-9]{1,2}\1[0-9]{1,4}")
_GROUP = re.compile(r"[0-9],\Z")
_NUMBER = "a number is written like 12, 0.5 or -3e6"
_CONSTANTS = frozenset({"undefined", "yes", "on", "off"})
_TEXTS = "texts and keys are written in double quotes"
_CLOSED = "the document may have been cut off: close every object with } and every list with ]"


def seen(text: str, offset: int) -> str:
    """The word or character at an offset, short enough for a message."""
    if offset >= len(text):
        return "the end of the document"
    if not text[offset].isprintable():
        return f"the character {named(text[offset])}"
    word = _WORD.match(text, offset)
    return repr(word[0] if word else text[offset])


def no_value(text: str, offset: int) -> tuple[str, str]:
    """A value is missing."""
    if not text.strip(" \t\n\r"):
        return "the document is empty", "write a JSON object: { … }"
    if offset >= len(text):
        return "the document ends where a value is expected", _CLOSED
    if text[offset] in "]}" and _follows_comma(text, offset):
        return f"a comma before '{text[offset]}'", "remove the comma after the last item"
    return f"expected a value, found {seen(text, offset)}", _value_hint(text, offset)


def no_key(text: str, offset: int) -> tuple[str, str]:
    """A key is missing."""
    if offset >= len(text):
        return "the document ends where a key or '}' is expected", _CLOSED
    if text[offset] == "}" and _follows_comma(text, offset):
        return "a comma before '}'", "remove the comma after the last item"
    hint = _odd_hint(text, offset) or _TEXTS
    if text[offset].isdecimal() and _GROUP.search(text[max(offset - 2, 0) : offset]):
        hint = "a number is written without separators, such as 1000"
    return f"expected a key in double quotes, found {seen(text, offset)}", hint


def no_colon(text: str, offset: int) -> tuple[str, str]:
    """A key is not followed by its colon."""
    return f"expected ':' after a key, found {seen(text, offset)}", 'write "key": value'


def not_continued(text: str, offset: int, closer: str) -> tuple[str, str]:
    """After an item of a list or an object, neither a comma nor the closing bracket follows."""
    if offset >= len(text):
        return f"the document ends before its '{closer}'", _CLOSED
    hint = _odd_hint(text, offset) or _joined_hint(text, offset, closer)
    return f"expected ',' or '{closer}', found {seen(text, offset)}", hint


def trailing(text: str, offset: int) -> tuple[str, str]:
    """Text follows the end of the document."""
    hint = _odd_hint(text, offset) or "a JSON document is one value, with nothing after it"
    return f"unexpected {seen(text, offset)} after the end of the document", hint


def bad_text(text: str, offset: int, problem: str) -> tuple[str, str]:
    """A text in double quotes is malformed; `problem` is the message of the standard library."""
    if problem.startswith("Unterminated"):
        return "this text is never closed", "close it with a double quote"
    if problem.startswith("Invalid control"):
        code = f"U+{ord(text[offset]):04X}"
        return (
            f"the text holds the control character {code}",
            "write a line break as \\n and a tab as \\t, or close the text",
        )
    return (
        "the text holds an escape that JSON does not have",
        'a backslash itself is written \\\\, others are \\" \\n \\t \\u00e9',
    )


def _value_hint(text: str, offset: int) -> str:
    odd = _odd_hint(text, offset)
    if odd:
        return odd
    if text[offset] in ",}]":
        return "write a value before it"
    if text.startswith(("NaN", "Infinity", "-Infinity"), offset):
        return "JSON has only finite numbers: leave the value out"
    if text[offset] in "+-.0123456789":
        return _NUMBER
    word = _WORD.match(text, offset)
    if text[offset] in "tfnTFN" or (word and word[0].lower() in _CONSTANTS):
        return "the constants of JSON are true, false and null"
    return _TEXTS


def _joined_hint(text: str, offset: int, closer: str) -> str:
    """What to do where something follows a value directly."""
    start = max(text.rfind(c, max(offset - 20, 0), offset) for c in " :,[\n") + 1
    if _DATE.match(text, start):
        return "put a date in double quotes"
    if text[offset] == "%":
        return "write the number alone, or put it in double quotes"
    if text[offset - 1].isdigit() and text[offset] in "0123456789.eE_xX":
        return _NUMBER
    if text[offset] == ";":
        return "items are separated by commas"
    if text[offset] in "]}":
        return f"close it with {closer}"
    if text[offset - 1] == '"' and text[offset].isalnum():
        return 'a double quote within a text is written \\"'
    return "is a comma missing before it?"


def _odd_hint(text: str, offset: int) -> str:
    """The hint for comments, typographic quotes, and what cannot be seen."""
    if text.startswith(("//", "/*", "#"), offset):
        return "JSON has no comments: remove it"
    if text[offset] in "“”„«»‘’":
        return f"write plain double quotes instead of {named(text[offset])}"
    return "remove it, or write a plain space" if is_unseen(text[offset]) else ""


def _follows_comma(text: str, offset: int) -> bool:
    return text[:offset].rstrip(" \t\n\r").endswith(",")
