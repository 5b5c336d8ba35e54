"""The walk over extension data: any JSON, but nothing that JSON cannot carry."""

from collections.abc import Mapping
from math import isfinite

from productgov.codec.strict.mistakes import mistake, subject
from productgov.found import Found
from productgov.model.extensions import LONE_SURROGATE
from productgov.paths import Trail
from productgov.wording import described

__all__ = ["walk_extension"]

_HALF = "holds half of a surrogate pair, which no text file can carry"
_WHOLE = "write the whole character"


def walk_extension(key: str, value: object, place: Trail, mistakes: list[Found]) -> None:
    """Report every value below an `x-` key that JSON cannot carry; iterative, so depth does not matter."""
    _check_key(key, place, mistakes)
    waiting: list[tuple[object, Trail]] = [(value, (place, key))]
    while waiting:
        item, where = waiting.pop()
        if isinstance(item, Mapping):
            for name in item:
                _check_key(name, where, mistakes)
            inner = [(within, (where, name)) for name, within in item.items() if isinstance(name, str)]
            waiting.extend(reversed(inner))
        elif isinstance(item, (list, tuple)):
            waiting.extend((item[index], (where, index)) for index in range(len(item) - 1, -1, -1))
        else:
            _check_scalar(item, where, mistakes)


def _check_key(key: object, place: Trail, mistakes: list[Found]) -> None:
    if not isinstance(key, str):
        message = f"{subject(place)} has the key {described(key)}; keys must be text"
        mistakes.append(mistake("PG005", place, message, "write the key as text"))
    elif LONE_SURROGATE.search(key):
        mistakes.append(mistake("PG007", (place, key), f"the key {subject((place, key))} {_HALF}", _WHOLE, on_key=True))


def _check_scalar(value: object, where: Trail, mistakes: list[Found]) -> None:
    if isinstance(value, str):
        if not value.isascii() and LONE_SURROGATE.search(value):
            mistakes.append(mistake("PG007", where, f"{subject(where)} {_HALF}", _WHOLE))
    elif isinstance(value, float):
        if not isfinite(value):
            message = f"{subject(where)} must be a finite number, not {described(value)}"
            mistakes.append(mistake("PG007", where, message, "write a finite number or a text"))
    elif value is not None and not isinstance(value, int):
        message = f"{subject(where)} must be JSON, not {described(value)}"
        mistakes.append(
            mistake("PG005", where, message, "write text, a number, true, false, null, a list or an object")
        )
