"""Texts that look the same and differ: blanks at the ends, invisible characters, accents, letters of other scripts."""

from unicodedata import category, name, normalize

__all__ = ["OPENING_QUOTES", "cleaned", "difference", "is_unseen", "named", "typographic_quotes", "unquoted"]

_QUOTES = ("“”", "„“", "„”", "””", "‘’", "‚‘", "‚’", "’’", "«»", "»«", "‹›", "›‹", "「」", "『』")
"""Pairs of typographic quotes, as several languages write them."""
OPENING_QUOTES = frozenset(pair[0] for pair in _QUOTES)
"""The characters that can begin a text in typographic quotes."""
_BLANK = "Zs"
_INVISIBLE = ("Cf", "Zl", "Zp")


def named(character: str) -> str:
    """A character by its Unicode name and number: `NO-BREAK SPACE (U+00A0)`."""
    code, known = f"U+{ord(character):04X}", name(character, "")
    return f"{known} ({code})" if known else code


def is_unseen(character: str) -> bool:
    """Whether a character is a blank other than the space, or cannot be seen at all."""
    return character != " " and category(character) in (_BLANK, *_INVISIBLE)


def typographic_quotes(text: str) -> str:
    """The two typographic quotes in which a text stands as a whole; empty where it does not."""
    pair = text[:1] + text[-1:]
    return pair if len(text) > 2 and pair in _QUOTES and not set(text[1:-1]) & set(pair) else ""


def unquoted(text: str) -> str:
    """A text without the typographic quotes around it."""
    return text[1:-1].strip() if typographic_quotes(text) else text


def cleaned(text: str) -> tuple[str, str]:
    """A text without what cannot be seen in it, and what that was, in words that follow "without"; empty for nothing.

    Blanks of other kinds become spaces, and none is left around the text.
    """
    text = text.strip(" ")
    if pair := typographic_quotes(text):
        return unquoted(text), f"the quotes {pair[0]} {pair[1]}"
    odd = next(filter(is_unseen, text), "")
    if not odd:
        return text, ""
    kept = ("" if category(c) in _INVISIBLE else " " if category(c) == _BLANK else c for c in text)
    return "".join(kept).strip(), f"the {named(odd)}"


def difference(written: str, known: str) -> str:
    """How two texts that look the same differ, as a sentence about the written one ("it") or the known one.

    Empty where they are equal, the eye sees the difference, or they are too long to compare.
    """
    if written == known or max(len(written), len(known)) > _LONGEST or _look(written) != _look(known):
        return ""
    told = _told(written, known)
    other = "" if told else _told(known, written)
    return told or other.replace("it ", "the other ", 1)


_LONGEST = 200
"""The most characters of a text that is compared with others."""


def _told(text: str, other: str) -> str:
    """What is odd about a text, and not about the other."""
    if text.strip() != text and other.strip() == other:
        return "it begins with a blank" if text[:1].isspace() else "it ends with a blank"
    if normalize("NFC", text) == normalize("NFC", other):
        whole = next((c for c in normalize("NFC", text) if c not in text), "")
        return f"it has {whole} written as several characters" if whole else ""
    for character in text:
        if character not in other and not character.isascii():
            shown = f"{character}, which is " if character.isprintable() else ""
            return f"it has {shown}{named(character)}"
    return "it has other blanks" if text.split() == other.split() and len(text) >= len(other) else ""


def _look(text: str) -> str:
    """What the eye sees of a text: its letters without what makes no difference on the screen."""
    seen = "".join(" " if c.isspace() else c for c in normalize("NFC", text) if category(c) not in _INVISIBLE)
    return " ".join(seen.translate(_CONFUSABLE).split())


_CONFUSABLE = str.maketrans(
    # Cyrillic, then Greek, then punctuation
    "АВЕКМНОРСТУХаеорсухіјѕԁһԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧονι‐‑‒–—−’‘“”",
    "ABEKMHOPCTYXaeopcyxijsdhqwABEZHIKMNOPTYXovi------''\"\"",
)
"""Letters of other scripts, and punctuation, with the ASCII character that they look like (Unicode TS 39)."""
