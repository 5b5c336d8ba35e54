"""The text of a cell, and what is done with texts before they become values: parts, tags, mail addresses, ids."""

import re
import unicodedata
from html import unescape
from itertools import accumulate
from json import loads

from productgov.interchange.column import Part

__all__ = ["end_of_range", "is_cut_number", "is_personal", "slug_of", "text_of", "without_personal", "without_tags"]

_LONGEST_NAME = 64
_NAME = re.compile(r"[A-Za-z0-9._%+\-]+\Z")
_HOST = re.compile(r"[A-Za-z0-9\-]{1,63}(?:\.[A-Za-z0-9\-]{1,63}){1,9}")
_ACCOUNT = re.compile(
    r"\[~(?:accountid:)?[^\]\s]{1,80}\]|[0-9]{6}:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
)
_RANGE = re.compile(r"\s{0,3}(?:→|\.\.|–|—|\s-\s|\sto\s)\s{0,3}")
_CUT = re.compile(r"[0-9][.,][0-9]+[eE]\+?[0-9]{2}")
_BREAK = re.compile(r"(?i)<(?:br|p|li|div|tr)\b[^<>]{0,2000}>")
_TAG = re.compile(r"<[/!?A-Za-z][^<>]{0,2000}>")
_REMOVED = "[removed]"
_LONGEST_ID = 64
_EXACT = 10**15
"""From here on, a spreadsheet program has rounded the number."""


def text_of(cell: object) -> str:
    """The text of a cell, with plain line ends and without blanks around it."""
    if isinstance(cell, str):
        return cell.replace("\r\n", "\n").replace("\r", "\n").strip() if "\r" in cell else cell.strip()
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < _EXACT:
        return str(int(cell))
    return str(cell)


def end_of_range(text: str, part: Part) -> str:
    """One end of a range of days; a single day is its end, and has no start."""
    if text.startswith("{"):
        try:
            ends = loads(text)
        except (ValueError, RecursionError):
            return text
        return str(ends.get(part.value) or "") if isinstance(ends, dict) else text
    first, *rest = _RANGE.split(text, maxsplit=1)
    if not rest:
        return "" if part is Part.START else first
    return first if part is Part.START else rest[0]


def is_cut_number(cell: object) -> bool:
    """Whether an id is a number of which a spreadsheet program has kept only the first digits."""
    if isinstance(cell, float):
        return abs(cell) >= _EXACT
    return isinstance(cell, str) and _CUT.fullmatch(cell.strip()) is not None


def is_personal(text: str) -> bool:
    """Whether a text is nothing but a mail address or an account id."""
    return without_personal(text)[0] == _REMOVED


def without_personal(text: str) -> tuple[str, int]:
    """A text without the mail addresses and account ids in it, and how many there were."""
    text, count = _without_mail(text)
    if ":" in text or "[~" in text:
        text, found = _ACCOUNT.subn(_REMOVED, text)
        count += found
    return text, count


def _without_mail(text: str) -> tuple[str, int]:
    """A text without mail addresses; each is found from its @, so that long texts do not take long."""
    kept: list[str] = []
    end = 0
    at = text.find("@")
    while at >= 0:
        name, host = _NAME.search(text, max(end, at - _LONGEST_NAME), at), _HOST.match(text, at + 1)
        if name and host:
            kept += text[end : name.start()], _REMOVED
            end = host.end()
        at = text.find("@", max(at + 1, end))
    return "".join((*kept, text[end:])), len(kept) // 2


def slug_of(text: str, prefix: str = "") -> str:
    """An id made of a prefix and the first words of a text; empty where it has no letters, or others than a to z."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    if any(letter.isalpha() and not unicodedata.name(letter, "").startswith("LATIN") for letter in plain):
        return ""
    words = re.findall("[a-z0-9]+", plain.encode("ascii", "ignore").decode())
    most = _LONGEST_ID - len(prefix)
    lengths = accumulate(len(word) + 1 for word in words)
    kept = [word for word, length in zip(words, lengths, strict=True) if length - 1 <= most]
    return prefix + ("-".join(kept) or words[0][:most]) if words else ""


def without_tags(text: str) -> str:
    """A text without the tags of HTML; paragraphs and items of lists begin a line."""
    if "<" not in text and "&" not in text:
        return text
    plain = unescape(_TAG.sub("", _BREAK.sub("\n", text)))
    return "\n".join(" ".join(line.split()) for line in plain.splitlines() if line.strip())
