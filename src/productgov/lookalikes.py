"""Texts that look the same and differ: blanks at the ends, invisible characters, accents, letters of other scripts."""

from unicodedata import category, name, normalize

__all__ = ["cleaned", "difference", "is_unseen", "named", "typographic_quotes", "unquoted"]

_QUOTES = ("“”", "„“", "„”", "””", "‘’", "‚‘", "‚’", "’’", "«»", "»«", "‹›", "›‹", "「」", "『』")
"""Pairs of typographic quotes, as several languages write them."""
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
    """How a text differs from one that looks the same, in words that follow "which"; empty where the eye sees it.

    Args:
        written: the text whose difference is told.
        known: the text that it looks like.
    """
    if written == known or _look(written) != _look(known):
        return ""
    for text, verb in ((written, ""), (known, "the other ")):
        other = known if text is written else written
        if told := _told(text, other):
            return f"{verb}{told}"
    return ""


def _told(text: str, other: str) -> str:
    """What is odd about a text, and not about the other."""
    if text.strip() != text and other.strip() == other:
        return "begins with a blank" if text[:1].isspace() else "ends with a blank"
    for character in text:
        if character in other or character == " ":
            continue
        if category(character) == "Mn":
            at = text.index(character)
            return f"writes {normalize('NFC', text[max(at - 1, 0) : at + 1])} as two characters"
        if not character.isascii() and normalize("NFD", character) == character:
            return f"has {character} as {named(character)}" if character.isprintable() else f"has a {named(character)}"
    return "has more blanks" if len(text) > len(other) and text.split() == other.split() else ""


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
