"""How messages speak of things: names in quotes, lists in words, numbers without noise."""

from collections.abc import Collection

__all__ = ["counted", "listed", "quoted", "shown"]

_LONGEST_NAME = 60
_MOST_NAMES = 6


def quoted(text: str) -> str:
    """A text of the document in quotes, on one line and not too long."""
    line = " ".join(text.split())
    return f'"{line}"' if len(line) <= _LONGEST_NAME else f'"{line[: _LONGEST_NAME - 1]}…"'


def listed(names: Collection[str], last: str = "and") -> str:
    """One name or more in a sentence: "a", "a and b", "a, b and c"; of many, the first few and how many more."""
    kept = list(names)
    if len(kept) > _MOST_NAMES:
        kept = [*kept[: _MOST_NAMES - 1], f"{len(kept) - _MOST_NAMES + 1} more"]
    *first, final = kept
    return f"{', '.join(first)} {last} {final}" if first else final


def counted(count: int, noun: str) -> str:
    """A number of things: "1 item", "3 items"."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def shown(*values: float) -> tuple[str, ...]:
    """Numbers as people read them: whole where they are, else to four digits, or as many as tell them apart."""
    attempts = (tuple(_plain(value, digits) for value in values) for digits in (4, 6, 9))
    different = len(set(values))
    told_apart = next((texts for texts in attempts if len(set(texts)) == different), None)
    return told_apart or tuple(f"{value:.17g}" for value in values)


def _plain(value: float, digits: int) -> str:
    return str(int(value)) if value == int(value) else f"{value:.{digits}g}"
