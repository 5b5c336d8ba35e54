"""The strict walk over extension data: any JSON, but nothing that JSON cannot hold."""

from collections.abc import Mapping
from math import isfinite

from productgov.codec.strict.mistakes import Mistakes, mistake, subject
from productgov.model.extensions import LONE_SURROGATE
from productgov.paths import Trail
from productgov.wording import described

__all__ = ["walk_extension"]

_HALF = "contains half of a surrogate pair, which a text file cannot hold"
_WHOLE = "write the whole character"


def walk_extension(key: str, value: object, trail: Trail, mistakes: Mistakes) -> None:
    """Report every value below an `x-` key that JSON cannot hold; iterative, so depth does not matter."""
    _check_key(key, trail, mistakes)
    waiting: list[tuple[object, Trail]] = [(value, (trail, key))]
    while waiting:
        item, where = waiting.pop()
        inner: list[tuple[object, Trail]] = []
        if isinstance(item, Mapping):
            for name in item:
                _check_key(name, where, mistakes)
            inner = [(within, (where, name)) for name, within in item.items() if isinstance(name, str)]
        elif isinstance(item, (list, tuple)):
            inner = [(within, (where, index)) for index, within in enumerate(item)]
        else:
            _check_scalar(item, where, mistakes)
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
    elif value is not None and not isinstance(value, int):
        message = f"{subject(trail)} must be JSON, not {described(value)}"
        mistakes.append(
            mistake("PG005", trail, message, "write text, a number, true, false, null, a list or an object")
        )
