"""Which codes a check reports: those selected, without those ignored."""

from collections.abc import Iterable

from productgov.errors import InvalidValueError
from productgov.nearest import nearest
from productgov.rules.registry import SEVERITIES

__all__ = ["known_code", "selected_codes"]


def selected_codes(select: Iterable[str] | str | None, ignore: Iterable[str] | str | None) -> frozenset[str]:
    """The codes that begin with something selected (left out: all) and with nothing ignored.

    Both take codes (`PG203`) and their beginnings (`PG2`), one by one or in one text with commas between them.

    Raises:
        InvalidValueError: when no code begins like that; the message names near ones.
    """
    wanted = ("",) if select is None else _beginnings(select)
    unwanted = () if ignore is None else _beginnings(ignore)
    return frozenset(code for code in SEVERITIES if code.startswith(wanted) and not code.startswith(unwanted))


def known_code(text: str) -> str:
    """The code that a text names, in whatever case.

    Raises:
        InvalidValueError: when there is no such code; the message names near ones.
    """
    code = text.strip().upper()
    if code not in SEVERITIES:
        raise _unknown(text)
    return code


def _beginnings(given: Iterable[str] | str) -> tuple[str, ...]:
    texts = given.split(",") if isinstance(given, str) else tuple(given)
    beginnings = tuple(text.strip().upper() for text in texts)
    for text, beginning in zip(texts, beginnings, strict=True):
        if not beginning or not any(code.startswith(beginning) for code in SEVERITIES):
            raise _unknown(text)
    return beginnings


def _unknown(text: str) -> InvalidValueError:
    near = nearest(text, SEVERITIES, most=4)
    hint = f"near are {', '.join(near)}" if near else "codes look like PG203, their beginnings like PG2"
    return InvalidValueError(f"there is no code {text.strip()[:20]!r}; {hint}")
