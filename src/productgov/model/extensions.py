"""Extension data: what other tools keep under `x-` keys, as one frozen value."""

import re
from collections.abc import Iterator, Mapping
from math import isfinite
from typing import Protocol

from productgov.errors import InvalidValueError
from productgov.wording import described, quoted_value

__all__ = ["LONE_SURROGATE", "MOST_DIGITS", "MOST_LEVELS", "SETTINGS", "Extensions", "HasExtensions", "is_too_long"]

SETTINGS = "x-productgov"
"""The key under which any object of a document can hold settings for this library, such as findings to ignore."""

MOST_LEVELS = 80
"""How deep lists and objects may nest in extension data: within what `loads` reads, wherever in a document it is."""
MOST_DIGITS = 1_000
"""How many digits a whole number in extension data may have, which is as many as `loads` reads."""

_TOO_LONG = 10**MOST_DIGITS
LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_TRUE, _FALSE = object(), object()


class Extensions(Mapping[str, object]):
    """A JSON object that cannot change: its objects are `Extensions`, its lists are tuples.

    It compares equal to equal JSON only (1 is not true, the order of keys does not matter), can be hashed
    and pickled, and keeps the order and the form of what it was given.

    Lists and objects may nest 80 levels below an `x-` key, and whole numbers may have 1,000 digits.

    Raises:
        InvalidValueError: when a value is not JSON, such as a date, NaN or a key that is not text; when it nests
            deeper, as one that holds itself does, or a number is longer.
    """

    __slots__ = ("_levels", "_values")

    _values: dict[str, object]
    _levels: int

    def __init__(self, values: Mapping[str, object] | None = None) -> None:
        self._fill(values or {}, MOST_LEVELS)

    def _fill(self, values: Mapping[str, object], levels: int) -> None:
        frozen = {_key(key): freeze(value, levels) for key, value in values.items()}
        object.__setattr__(self, "_values", frozen)
        object.__setattr__(self, "_levels", 1 + max(map(_levels_of, frozen.values()), default=0))

    @classmethod
    def of(cls, values: Mapping[str, object]) -> "Extensions":
        """Extension data for an object of the model, whose keys all start with `x-`.

        Raises:
            InvalidValueError: when a key does not start with `x-`.
        """
        if not isinstance(values, Mapping):
            raise InvalidValueError(f"extensions must be a mapping of keys that start with x-, not {described(values)}")
        for key in values:
            if not str(key).startswith("x-"):
                raise InvalidValueError(f'extension keys start with "x-", not {quoted_value(str(key))}')
        return values if isinstance(values, Extensions) else cls(values)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("extension data cannot change; make new Extensions")

    def __getitem__(self, key: str) -> object:
        return self._values[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Extensions):
            return NotImplemented
        return self._values.keys() == other._values.keys() and canonical(self) == canonical(other)

    def __hash__(self) -> int:
        return hash(canonical(self))

    def __repr__(self) -> str:
        return f"Extensions({self._values!r})"

    def __reduce__(self) -> tuple[type["Extensions"], tuple[dict[str, object]]]:
        return (Extensions, (self._values,))


class HasExtensions(Protocol):
    """Any object of the model."""

    @property
    def extensions(self) -> Extensions:
        """Its `x-` data."""
        ...


def is_too_long(number: int) -> bool:
    """Whether a whole number has more digits than extension data may hold."""
    return not -_TOO_LONG < number < _TOO_LONG


def freeze(value: object, levels: int = MOST_LEVELS) -> object:
    """A JSON value as extension data: objects become `Extensions`, lists become tuples, so many levels deep."""
    if isinstance(value, str):
        if LONE_SURROGATE.search(value):
            raise InvalidValueError("extension data contains half of a surrogate pair; write the whole character")
        return value
    if value is None or isinstance(value, int):
        if value is not None and is_too_long(value):
            raise InvalidValueError(f"extension data contains a number of more than {MOST_DIGITS:,} digits")
        return value
    if isinstance(value, float):
        if not isfinite(value):
            raise InvalidValueError(f"extension data contains {value}; numbers must be finite")
        return value
    if not isinstance(value, (Mapping, list, tuple)):
        raise InvalidValueError(f"extension data must be JSON, not a {type(value).__name__}")
    if levels < (_levels_of(value) if isinstance(value, Extensions) else 1):
        raise InvalidValueError(f"extension data nests deeper than {MOST_LEVELS} levels")
    if isinstance(value, Extensions):
        return value
    if isinstance(value, Mapping):
        inner = Extensions.__new__(Extensions)
        inner._fill(value, levels - 1)  # noqa: SLF001 - it is made here
        return inner
    return tuple([freeze(item, levels - 1) for item in value])


def _levels_of(frozen: object) -> int:
    """How deep lists and objects nest in a frozen value, itself included."""
    if isinstance(frozen, tuple):
        return 1 + max(map(_levels_of, frozen), default=0)
    return frozen._levels if isinstance(frozen, Extensions) else 0  # noqa: SLF001 - likewise


def thaw_object(value: Extensions) -> dict[str, object]:
    """Extension data as plain dicts and lists, ready to be written."""
    return {key: _thaw(item) for key, item in value.items()}


def _thaw(value: object) -> object:
    if isinstance(value, Extensions):
        return thaw_object(value)
    if isinstance(value, tuple):
        return [_thaw(item) for item in value]
    return value


def canonical(value: object) -> object:
    """A hashable value that is equal for equal JSON and for nothing else."""
    if isinstance(value, bool):
        return _TRUE if value else _FALSE
    if isinstance(value, tuple):
        return tuple(canonical(item) for item in value)
    if isinstance(value, Extensions):
        return frozenset((key, canonical(item)) for key, item in value.items())
    return value


def _key(key: object) -> str:
    if not isinstance(key, str):
        raise InvalidValueError(f"extension data has the key {key!r:.40}; keys must be text")
    freeze(key)
    return key
