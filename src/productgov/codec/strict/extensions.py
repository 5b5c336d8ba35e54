"""The strict walk over extension data: any JSON, but nothing that JSON cannot hold."""

from collections.abc import Mapping
from math import isfinite

from productgov.codec.strict.mistakes import Mistakes, mistake, subject
from productgov.model.extensions import LONE_SURROGATE, MOST_DIGITS, MOST_LEVELS, is_too_long
from productgov.paths import Trail
from productgov.wording import described

__all__ = ["walk_extension"]

_HALF = "contains half of a surrogate pair, which a text file cannot hold"
_WHOLE = "write the whole character"


def walk_extension(key: str, value: object, trail: Trail, mistakes: Mistakes) -> None:
    """Report every value below an `x-` key that extension data cannot hold; nothing more after one that is too deep."""
    _check_key(key, trail, mistakes)
    waiting: list[tuple[object, Trail, int]] = [(value, (trail, key), 1)]
    while waiting:
        item, where, level = waiting.pop()
        inner: list[tuple[object, Trail, int]] = []
        if not isinstance(item, (Mapping, list, tuple)):
            _check_scalar(item, where, mistakes)
        elif level > MOST_LEVELS:
            message = f"{subject((trail, key))} nests deeper than {MOST_LEVELS} levels, which is the most in x- data"
            mistakes.append(mistake("PG010", where, message, "flatten the data, or keep it as a text"))
            return
        elif isinstance(item, Mapping):
            for name in item:
                _check_key(name, where, mistakes)
            inner = [(within, (where, name), level + 1) for name, within in item.items() if isinstance(name, str)]
        else:
            inner = [(within, (where, index), level + 1) for index, within in enumerate(item)]
        waiting.extend(reversed(inner))


def _check_key(key: object, trail: Trail, mistakes: Mistakes) -> None:
    if not isinstance(key, str):
        message = f"{subject(trail)} has the key {described(key)}; keys must be text"
        mistakes.append(mistake("PG005", trail, message, "write the key as text"))
    elif LONE_SURROGATE.search(key):
        mistakes.append(mistake("PG007", (trail, key), f"the key {subject((trail, key))} {_HALF}", _WHOLE, on_key=True))


def _check_scalar(value: object, trail: Trail, mistakes: Mistakes) -> None:
    if isinstance(value, str):
        if not value.isascii() and LONE_SURROGATE.search(value):
            mistakes.append(mistake("PG007", trail, f"{subject(trail)} {_HALF}", _WHOLE))
    elif isinstance(value, float):
        if not isfinite(value):
            message = f"{subject(trail)} must be a finite number, not {described(value)}"
            mistakes.append(mistake("PG007", trail, message, "write a finite number or a text"))
    elif isinstance(value, int):
        if is_too_long(value):
            message = f"{subject(trail)} is a number of more than {MOST_DIGITS:,} digits, which is the most in x- data"
            mistakes.append(mistake("PG010", trail, message, "write it as a text"))
    elif value is not None:
        message = f"{subject(trail)} must be JSON, not {described(value)}"
        mistakes.append(
            mistake("PG005", trail, message, "write text, a number, true, false, null, a list or an object")
        )
