"""Patterns that every engine of regular expressions reads alike: ECMA 262, Python, RE2, Rust and Java.

Python's `$` admits a newline after it, Java's any line break, so JSON Schema refuses line breaks in a keyword of their
own. Apart from that, a pattern keeps to what all engines have and mean the same by.
"""

import re
from functools import cache

from productgov.errors import InvalidValueError
from productgov.wording import quoted_value

__all__ = ["pattern_schema"]

_LINE_BREAKS = {"\n": r"\n", "\r": r"\r", "\x85": r"\x85", "\u2028": "\u2028", "\u2029": "\u2029"}
_ALL_LINE_BREAKS = "".join(_LINE_BREAKS.values())
_RAW = r"[\x20-\x7e\xa0-\ud7ff\ue000-\uffff]"
_ESCAPE = r"\\(?:x[0-9A-Fa-f]{2}|[nrt^$\\.*+?()\[\]{}|/])"
_ITEM = rf"(?:(?![\^$()\[\]{{}}/|\\-]){_RAW}|\\-|{_ESCAPE})"
_CLASS = rf"\[\^?(?![^\]]*(?P<once>[!#%&*+,.:;<=>?@`~])(?P=once))(?:{_ITEM}(?:-{_ITEM})?)+\]"
_LITERAL = rf"(?![\^$()\[\]{{}}|\\.*+?]){_RAW}"
_TIMES = r"(?:[*+?]|\{[0-9]{1,3}(?:,[0-9]{0,3})?\})\??"
_OPENING = r"\((?:\?:)?"
_PORTABLE = rf"\^(?:{_OPENING}|\||(?:{_CLASS}|{_ESCAPE}|{_LITERAL}|\))(?:{_TIMES})?)*\$"


@cache
def pattern_schema(regex: str) -> dict[str, object]:
    r"""The keywords of JSON Schema for texts that match a pattern.

    Raises:
        InvalidValueError: when engines would not read it alike: it is not anchored at both ends, it contains
            lookaround, `.`, `\d`, `\w`, `\s`, `\b`, `\u`, or characters in a class that need a backslash, or it accepts
            a line break and is not a single class that is repeated.
    """
    refused = "".join(written for each, written in _LINE_BREAKS.items() if not _can_hold(regex, each))
    several_lines = len(refused) < len(_ALL_LINE_BREAKS) and not re.fullmatch(rf"\^{_CLASS}[+*]\$", regex)
    if several_lines or not re.fullmatch(_PORTABLE, regex) or re.search(r"[()|]", _without_groups(regex)):
        raise InvalidValueError(
            f"the pattern {quoted_value(regex)} is not read alike by all regular expression engines; write ^(?:…)$ "
            r"with literals, groups, repetitions and classes such as [A-Za-z0-9_\-], without line breaks, lookaround, "
            r"., \d, \w and \u"
        )
    return {"pattern": regex, "not": {"pattern": f"[{refused}]"}} if refused else {"pattern": regex}


def _without_groups(regex: str) -> str:
    """A pattern without its characters and groups; what is left of these is not balanced, or not in a group."""
    rest = re.sub(rf"{_CLASS}|{_ESCAPE}", "", regex)
    while (outer := re.sub(r"\([^()]*\)", "", rest)) != rest:
        rest = outer
    return rest


def _can_hold(regex: str, character: str) -> bool:
    """Whether a class, an escape or a literal of a pattern accepts a character."""
    parts = re.finditer(rf"{_CLASS}|{_ESCAPE}|{_LITERAL}", regex)
    return any(re.fullmatch(part[0], character) for part in parts)
