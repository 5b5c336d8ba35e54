"""Which codes a check reports: those selected, without those ignored."""

from collections.abc import Iterable, Mapping

from productgov.rules.registry import RULES, unknown_code
from productgov.rules.retired import RETIRED

__all__ = ["selected_codes"]


def selected_codes(
    select: Iterable[str] | str | None, ignore: Iterable[str] | str | None, codes: Mapping[str, object] = RULES
) -> frozenset[str]:
    """The codes that start with something selected (left out: all) and with nothing ignored.

    Both take codes (`PG203`) and prefixes (`PG2`), one by one or in one text with commas between them, in upper or
    lower case. A retired code may still be ignored.

    Raises:
        InvalidValueError: no code starts with one of them; the message names the nearest ones.
    """
    wanted = ("",) if select is None else _prefixes(select, codes)
    unwanted = () if ignore is None else _prefixes(ignore, {**codes, **RETIRED})
    return frozenset(code for code in codes if code.startswith(wanted) and not code.startswith(unwanted))


def _prefixes(given: Iterable[str] | str, codes: Mapping[str, object]) -> tuple[str, ...]:
    texts = given.split(",") if isinstance(given, str) else tuple(given)
    prefixes = tuple(text.strip().upper() for text in texts)
    for text, prefix in zip(texts, prefixes, strict=True):
        if not prefix or not any(code.startswith(prefix) for code in codes):
            raise unknown_code(text, codes)
    return prefixes
