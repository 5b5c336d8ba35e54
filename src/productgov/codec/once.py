"""Things that are made at first use are made once, whichever thread comes first.

Generated functions, structs and decoders are made from the model when they are first needed. `functools.cache` would
let several threads make them at the same time, which crashes msgspec.
"""

from collections.abc import Callable
from functools import wraps
from threading import RLock
from typing import TypeVar, TypeVarTuple

__all__ = ["once"]

Arguments = TypeVarTuple("Arguments")
Made = TypeVar("Made")

_LOCK = RLock()
"""One lock for everything, because making one thing can need others."""


def once(make: "Callable[[*Arguments], Made]") -> "Callable[[*Arguments], Made]":
    """A function that makes something for its arguments at the first call, and returns it at every other."""
    made: dict[tuple[object, ...], Made] = {}

    @wraps(make)
    def get(*arguments: *Arguments) -> Made:
        if arguments in made:
            return made[arguments]
        with _LOCK:
            return made[arguments] if arguments in made else made.setdefault(arguments, make(*arguments))

    return get
