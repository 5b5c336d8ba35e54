"""The terms of a score: every input and intermediate value by name, as one value that cannot change."""

from collections.abc import Iterator, Mapping

__all__ = ["TermValue", "Terms"]

TermValue = float | str | bool | None
"""A number, a text, a verdict, or None where a term is not defined."""


class Terms(Mapping[str, TermValue]):
    """The values a score was computed from, in the order of its formula; equal to any mapping with the same items."""

    __slots__ = ("_values",)

    def __init__(self, values: Mapping[str, TermValue] | None = None) -> None:
        self._values = dict(values or {})

    def __getitem__(self, name: str) -> TermValue:
        return self._values[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __hash__(self) -> int:
        return hash(frozenset(self._values.items()))

    def __repr__(self) -> str:
        return f"Terms({self._values})"
