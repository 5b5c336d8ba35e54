"""Syntax errors of JSON: for each, a message and a hint."""

import re

__all__ = ["bad_text", "no_colon", "no_key", "no_value", "not_continued", "seen", "trailing"]

_WORD = re.compile(r"[^\s,:\[\]{}\"']{1,40}")
_NUMBER = "a number is written like 12, 0.5 or -3e6"
_TEXTS = "texts and keys are written in double quotes"
_CLOSED = "the document may have been cut off: close every object with } and every list with ]"


def seen(text: str, offset: int) -> str:
    """The word or character at an offset, short enough for a message."""
    if offset >= len(text):
        return "the end of the document"
    if not text[offset].isprintable():
        return f"the character U+{ord(text[offset]):04X}"
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
    return f"expected a key in double quotes, found {seen(text, offset)}", _comment_hint(text, offset) or _TEXTS


def no_colon(text: str, offset: int) -> tuple[str, str]:
    """A key is not followed by its colon."""
    return f"expected ':' after a key, found {seen(text, offset)}", 'write "key": value'


def not_continued(text: str, offset: int, closer: str) -> tuple[str, str]:
    """After an item of a list or an object, neither a comma nor the closing bracket follows."""
    if offset >= len(text):
        return f"the document ends before its '{closer}'", _CLOSED
    hint = _comment_hint(text, offset) or "is a comma missing before it?"
    if text[offset - 1].isdigit() and text[offset] in "0123456789.eE":
        hint = _NUMBER
    return f"expected ',' or '{closer}', found {seen(text, offset)}", hint


def trailing(text: str, offset: int) -> tuple[str, str]:
    """Text follows the end of the document."""
    hint = _comment_hint(text, offset) or "a JSON document is one value, with nothing after it"
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
    comment = _comment_hint(text, offset)
    if comment:
        return comment
    if text.startswith(("NaN", "Infinity", "-Infinity"), offset):
        return "JSON has only finite numbers: leave the value out"
    if text[offset] in "+-.0123456789":
        return _NUMBER
    if text[offset].lower() in "tfn":
        return "the constants of JSON are true, false and null"
    return _TEXTS


def _comment_hint(text: str, offset: int) -> str:
    return "JSON has no comments: remove it" if text.startswith(("//", "/*", "#"), offset) else ""


def _follows_comma(text: str, offset: int) -> bool:
    return text[:offset].rstrip(" \t\n\r").endswith(",")
