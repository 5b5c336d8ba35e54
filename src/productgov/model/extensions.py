"""Extension data: what other tools keep under `x-` keys, as one frozen value."""

import re
from collections.abc import Iterator, Mapping
from math import isfinite
from typing import Protocol

from productgov.errors import InvalidValueError
from productgov.wording import described, quoted_value

__all__ = ["LONE_SURROGATE", "SETTINGS", "Extensions", "HasExtensions"]

SETTINGS = "x-productgov"
"""The key under which any object of a document can hold settings for this library, such as findings to ignore."""

LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_TRUE, _FALSE = object(), object()


class Extensions(Mapping[str, object]):
    """A JSON object that cannot change: its objects are `Extensions`, its lists are tuples.

    It compares equal to equal JSON only (1 is not true, the order of keys does not matter), can be hashed
    and pickled, and keeps the order and the form of what it was given.

    Raises:
        InvalidValueError: when a value is not JSON, such as a date, NaN or a key that is not text.
    """

    __slots__ = ("_values",)

    _values: dict[str, object]

    def __init__(self, values: Mapping[str, object] | None = None) -> None:
        frozen = {_key(key): freeze(value) for key, value in (values or {}).items()}
        object.__setattr__(self, "_values", frozen)

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


def freeze(value: object) -> object:
    """A JSON value as extension data: objects become `Extensions`, lists become tuples."""
    if isinstance(value, str):
        if LONE_SURROGATE.search(value):
            raise InvalidValueError("extension data contains half of a surrogate pair; write the whole character")
        return value
    if value is None or isinstance(value, int):
        return value
    if isinstance(value, float):
        if not isfinite(value):
            raise InvalidValueError(f"extension data contains {value}; numbers must be finite")
        return value
    if isinstance(value, Extensions):
        return value
    if isinstance(value, Mapping):
        return Extensions(value)
    if isinstance(value, (list, tuple)):
        return tuple(freeze(item) for item in value)
    raise InvalidValueError(f"extension data must be JSON, not a {type(value).__name__}")


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
