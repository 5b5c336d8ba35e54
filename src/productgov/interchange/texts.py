"""The text of a cell, and what is done with texts before they become values: parts, tags, mail addresses, ids."""

import re
import unicodedata
from collections.abc import Iterator
from html.parser import HTMLParser
from json import loads

from productgov.interchange.column import Part

__all__ = ["end_of_range", "is_cut_number", "is_personal", "slug_of", "text_of", "without_personal", "without_tags"]

_MAIL = re.compile(r"[A-Za-z0-9._%+\-]{1,64}@[A-Za-z0-9\-]{1,63}(?:\.[A-Za-z0-9\-]{1,63}){1,9}")
_ACCOUNT = re.compile(
    r"\[~(?:accountid:)?[^\]\s]{1,80}\]|[0-9]{6}:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
)
_RANGE = re.compile(r"\s*(?:→|\.\.|–|—|\s-\s|\sto\s)\s*")
_CUT = re.compile(r"[0-9][.,][0-9]+[eE]\+?[0-9]{2}")
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
    return bool(_MAIL.fullmatch(text) or _ACCOUNT.fullmatch(text))


def without_personal(text: str) -> tuple[str, int]:
    """A text without the mail addresses and account ids in it, and how many there were."""
    count = 0
    for pattern, sign in ((_MAIL, "@"), (_ACCOUNT, ":"), (_ACCOUNT, "[~")):
        if sign in text:
            text, found = pattern.subn(_REMOVED, text)
            count += found
    return text, count


def slug_of(text: str, prefix: str = "") -> str:
    """An id made of a prefix and the first words of a text; empty where it has no letters, or others than a to z."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    if any(letter.isalpha() and not unicodedata.name(letter, "").startswith("LATIN") for letter in plain):
        return ""
    words = re.findall("[a-z0-9]+", plain.encode("ascii", "ignore").decode())
    most = _LONGEST_ID - len(prefix)
    while len(words) > 1 and len("-".join(words)) > most:
        words.pop()
    return prefix + "-".join(words)[:most] if words else ""


class _Texts(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_data(self, data: str) -> None:
        self.found.append(data)

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 - of html.parser
        if tag in ("br", "p", "li", "div", "tr"):
            self.found.append("\n")


def without_tags(text: str) -> str:
    """A text without the tags of HTML; paragraphs and items of lists begin a line."""
    if "<" not in text and "&" not in text:
        return text
    parser = _Texts()
    parser.feed(text)
    parser.close()
    return "\n".join(_lines("".join(parser.found)))


def _lines(text: str) -> Iterator[str]:
    yield from (" ".join(line.split()) for line in text.splitlines() if line.strip())
