"""When a name that does not exist is certainly another one: the criterion for repairs.

`check --fix` writes the name that was meant, and the rules judge the document as if it said so. Therefore only such
differences count that do not make another word:

- The names are equal but for upper and lower case, blanks, hyphens, underscores and dots. Digits, accents and all other
  signs count, and so does a separator between two digits: 1.1 is not 11.
- All words are equal but one. In that one, two neighbouring letters are swapped, or a letter is doubled or not doubled,
  or one letter is missing or too many inside a word of six or more letters.

A changed letter is never a slip (mau is not dau, Truth is not Trust), nor is any difference in the first letter, in a
word of three letters or fewer (team-b is not team-a), in numbers, in Roman numerals (Phase II is not Phase I), or in
the letters s at the end, which can be a plural.
"""

import re
from itertools import takewhile
from unicodedata import normalize

__all__ = ["folded", "slipped_word", "words_of"]

_TOKEN = re.compile(r"[^\W\d_]+|\d+|(?<![^\W_])[-.](?=\d)|[^\w\s.\-\u2010\u2011]")
"""A run of letters, a run of digits, or a sign; a hyphen or dot is one where it begins a number."""
_ROMAN = frozenset("ivxlcdm")
_SHORTEST = 4
_LONG = 6


def words_of(name: str) -> tuple[str, ...]:
    """The words, numbers and signs of a name in lower case, without the separators."""
    return tuple(_TOKEN.findall(normalize("NFC", name).lower()))


def folded(name: str) -> str:
    """A name without what makes no difference: equal for names that differ in case and separators only."""
    parts: list[str] = []
    for word in words_of(name):
        if word.isdigit() and parts and parts[-1].isdigit():
            parts.append(" ")
        parts.append(word)
    return "".join(parts)


def slipped_word(written: str, known: str) -> str | None:
    """The word of a written name that is a slip in the word of a known one; None where they differ in any other way."""
    mine, theirs = words_of(written), words_of(known)
    different = [(one, other) for one, other in zip(mine, theirs, strict=False) if one != other]
    if len(mine) != len(theirs) or len(different) != 1 or not _is_slip(*different[0]):
        return None
    return different[0][0]


def _is_slip(written: str, known: str) -> bool:
    shorter, longer = sorted((written, known), key=len)
    if len(shorter) < _SHORTEST or shorter[0] != longer[0] or _plural(shorter) != _plural(longer):
        return False
    if any(not word.isalpha() or _ROMAN.issuperset(word) for word in (shorter, longer)):
        return False
    start = _shared(shorter, longer)
    if len(shorter) == len(longer):
        swapped = shorter[start + 1 : start + 2] + shorter[start : start + 1]
        return shorter[:start] + swapped + shorter[start + 2 :] == longer
    if shorter[start:] != longer[start + 1 :]:
        return False
    if longer[start] == longer[start - 1]:
        return start > 1
    return len(shorter) >= _LONG and start < len(shorter)


def _plural(word: str) -> str:
    return word[len(word.rstrip("s")) :]


def _shared(first: str, second: str) -> int:
    """With how many equal letters two words begin."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(first, second, strict=False)))
