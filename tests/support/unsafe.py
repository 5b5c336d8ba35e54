"""Characters that are never printed as they are, found by what Unicode says about them."""

import sys
import unicodedata

__all__ = ["UNSAFE", "unsafe_in"]

_READING_DIRECTION = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
_IGNORABLE = (0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFFA0, *range(0x180B, 0x1810), *range(0xFE00, 0xFE10))
"""What Unicode calls default-ignorable, though it is no format character; U+E0000 to U+E0FFF come in addition."""
_VISIBLE = (*range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD, *range(0x13430, 0x13440))
"""Format characters that are seen: signs around Arabic numbers, joiners of hieroglyphs."""


def _is_unsafe(code: int) -> bool:
    if code in _IGNORABLE or 0xE0000 <= code <= 0xE0FFF:
        return True
    if code in _VISIBLE:
        return False
    character = chr(code)
    if unicodedata.bidirectional(character) in _READING_DIRECTION:
        return True
    return unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp")


UNSAFE = frozenset(chr(code) for code in range(sys.maxunicode + 1) if _is_unsafe(code))
"""All of them, line ends and tabs included."""


def unsafe_in(text: str, *, allowed: str = "\n") -> set[str]:
    """The unsafe characters in a text, but those that are allowed in it."""
    return {character for character in text if character in UNSAFE} - set(allowed)
