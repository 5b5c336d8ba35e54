"""How messages show things: values, names in quotes, lists, counts, numbers and percentages, each in one way."""

from collections.abc import Collection, Mapping

from productgov.escaping import escaped as safe
from productgov.escaping import visible

__all__ = [
    "counted",
    "described",
    "distinct_texts",
    "listed",
    "number_text",
    "one_line",
    "percent_text",
    "quoted",
    "quoted_value",
    "reason",
    "shortened",
]

_LONGEST_NAME = 60
_LONGEST_VALUE = 40
_MOST_NAMES = 6
_LOOKED_AT = 1_000
"""How much of a text is folded, so that a message about a long text costs no more than one about a short one."""


def one_line(text: str) -> str:
    """A text on one line, with nothing in it that could move the cursor or change the reading direction."""
    return safe(" ".join(text.split()))


def described(value: object) -> str:
    """A value of a document in a message: short, on one line, and with its type where that is the point."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f"the text {quoted_value(value)}"
    if isinstance(value, (int, float)):
        return "a number of over 18 digits" if isinstance(value, int) and abs(value) > 10**18 else str(value)
    if isinstance(value, Mapping):
        return "an object"
    if isinstance(value, (list, tuple)):
        return "a list"
    return f"a {type(value).__name__}"


def quoted_value(text: str) -> str:
    """A text in quotes as it is, blanks included, but for what cannot be printed; the end is cut where it is long."""
    text = str.__str__(text)
    shown = escaped(text[: _LONGEST_VALUE + 1])
    return f'"{shown[:_LONGEST_VALUE]}…"' if len(text) > _LONGEST_VALUE else f'"{shown}"'


def escaped(text: str) -> str:
    """A text with every character that cannot be seen or printed, or told from a blank, written as its code."""
    return visible(text)


def quoted(text: str) -> str:
    """A name or title in quotes, on one line and not too long."""
    folded = " ".join(text[:_LOOKED_AT].split())
    return f'"{shortened(folded if len(text) <= _LOOKED_AT else f"{folded}…", _LONGEST_NAME)}"'


def shortened(text: str, longest: int) -> str:
    """A text of at most so many characters, its end replaced by an ellipsis where it is longer."""
    return text if len(text) <= longest else f"{text[: longest - 1]}…"


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


def distinct_texts(*values: float) -> tuple[str, ...]:
    """Numbers to be compared: whole where they are whole, else to four digits, or to as many as make them differ."""
    attempts = (tuple(_rounded(value, digits) for value in values) for digits in (4, 6, 9))
    different = len(set(values))
    texts = next((texts for texts in attempts if len(set(texts)) == different), None)
    return texts or tuple(f"{value:.17g}" for value in values)


def _rounded(value: float, digits: int) -> str:
    return str(int(value)) if value == int(value) else f"{value:.{digits}g}"


def number_text(number: float) -> str:
    """A number on its own: whole where it is whole, else with as many decimals as its size deserves."""
    if abs(number) >= 1e15:
        return f"{number:.3g}"
    if number == int(number):
        return f"{number:,.0f}"
    if abs(number) >= 100:
        return f"{number:,.1f}"
    return f"{number:.2f}" if abs(number) >= 10 else f"{number:.3g}"


def percent_text(share: float) -> str:
    """A share as a whole percentage; what is possible is never shown as impossible or certain."""
    if 0 < share < 0.005:
        return "<1 %"
    return ">99 %" if 0.995 < share < 1 else f"{share:z.0%}".replace("%", " %")


def reason(error: Exception) -> str:
    """Why something could not be done, in one sentence."""
    return error.strerror.lower() if isinstance(error, OSError) and error.strerror else str(error)
