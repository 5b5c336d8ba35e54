"""Slips in texts of a certain form: ids, addresses, times of day; and numbers where a text is expected."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from productgov.fields.hints import Hint, Recogniser, write
from productgov.fields.types import CLOCK_TIME, EMAIL_ADDRESS, IDENTIFIER, TEXT, URL
from productgov.found import Write

if TYPE_CHECKING:
    from productgov.fields.scalars import Scalar

__all__ = ["FLAG_HINTS", "TEXT_HINTS"]

_CLOCK = re.compile(
    r"(?P<hour>[0-9]{1,2})(?:[:.h]?(?P<minute>[0-9]{2}))?(?::00)?(?: ?(?P<half>[ap])\.?m\.?)?", re.IGNORECASE
)
_HOST = re.compile(r"(?:www\.)?[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})*\.[A-Za-z]{2,20}(?:[/?#].*)?")
_ADDRESS = re.compile(r"(?:[^<>]*<|mailto:)(?P<address>[^<>]+?)>?")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
_FLAGS = {
    **dict.fromkeys(("true", "yes", "y", "on", "1"), True),
    **dict.fromkeys(("false", "no", "n", "off", "0"), False),
}


def _empty(value: object, shape: "Scalar") -> Hint | None:  # noqa: ARG001 - as every recogniser
    """A text without characters."""
    return Hint("write something") if isinstance(value, str) and not value else None


def _blanks_around(value: object, shape: "Scalar") -> Hint | None:  # noqa: ARG001
    """Blanks and line breaks at the ends."""
    if not isinstance(value, str) or value == value.strip():
        return None
    return Hint("remove the blanks and line breaks around it", Write(value.strip()))


def _number_for_text(value: object, shape: "Scalar") -> Hint | None:  # noqa: ARG001
    """5, where a text is expected."""
    if isinstance(value, bool):
        return Hint("put it in quotes", Write(str(value).lower()))
    return Hint("put it in quotes", Write(str(value))) if isinstance(value, (int, float)) else None


def _colon_in_text(value: object, shape: "Scalar") -> Hint | None:  # noqa: ARG001
    """`Pay: now` in a list of YAML, which is read as an object."""
    if not isinstance(value, Mapping) or len(value) != 1:
        return None
    ((key, item),) = value.items()
    if not isinstance(key, str) or not isinstance(item, str):
        return None
    return Hint("put a text that holds ': ' in quotes", Write(f"{key}: {item}"))


def _control_character(value: object, shape: "Scalar") -> Hint | None:
    """A character that no text holds."""
    found = _CONTROL.search(value) if isinstance(value, str) and getattr(shape, "pattern", None) == TEXT else None
    if found is None:
        return None
    return Hint(f"remove the control character U+{ord(found[0]):04X}", Write(_CONTROL.sub("", str(value))))


def _id_of_words(value: object, shape: "Scalar") -> Hint | None:
    """`week in a tap`, where an id is expected."""
    if not isinstance(value, str) or getattr(shape, "pattern", None) != IDENTIFIER:
        return None
    return write("-".join(re.findall("[A-Za-z0-9._]+", value))) if value.isascii() else None


def _address_without_scheme(value: object, shape: "Scalar") -> Hint | None:
    """`www.example.com`, `ana@example.com`, where the address of a page is expected."""
    if not isinstance(value, str) or getattr(shape, "pattern", None) != URL:
        return None
    scheme, colon, rest = value.partition(":")
    if colon and scheme.lower() in ("http", "https", "mailto"):
        return write(f"{scheme.lower()}:{rest}")
    if EMAIL_ADDRESS.match(value):
        return write(f"mailto:{value}")
    return write(f"https://{value}") if _HOST.fullmatch(value) else None


def _address_with_name(value: object, shape: "Scalar") -> Hint | None:
    """`Ana <ana@example.com>`, where an e-mail address is expected."""
    found = _ADDRESS.fullmatch(value) if isinstance(value, str) else None
    is_address = found and getattr(shape, "pattern", None) == EMAIL_ADDRESS
    return write(found["address"].strip()) if found and is_address else None


def _time_of_day(value: object, shape: "Scalar") -> Hint | None:
    """`9:30`, `9.30`, `2 pm`, `14:30:00`, where a time of day is expected."""
    found = _CLOCK.fullmatch(str(value).strip()) if getattr(shape, "pattern", None) == CLOCK_TIME else None
    if found is None or not (found["minute"] or found["half"]):
        return None
    hour, half = int(found["hour"]), (found["half"] or "").lower()
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return write(f"{hour:0>2}:{found['minute'] or '00'}")


def _truth(value: object, shape: "Scalar") -> Hint | None:  # noqa: ARG001
    """`yes`, 1, `"true"`, where true or false is expected."""
    given = str(value).strip().lower() if isinstance(value, (str, int)) else ""
    meant = _FLAGS.get(given)
    if meant is None:
        return None
    word = str(meant).lower()
    return Hint(f"write {word}{' without quotes' if given == word else ''}", Write(meant))


TEXT_HINTS: tuple[Recogniser, ...] = (
    _empty,
    _blanks_around,
    _time_of_day,
    _number_for_text,
    _colon_in_text,
    _control_character,
    _id_of_words,
    _address_without_scheme,
    _address_with_name,
)
"""What is recognised in a text, in this order."""

FLAG_HINTS: tuple[Recogniser, ...] = (_truth,)
"""What is recognised in a value that should be true or false."""
