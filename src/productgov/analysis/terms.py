"""The terms of a score: every input and intermediate value by name, as one value that cannot change."""

from collections.abc import Iterator, Mapping

import attrs

__all__ = ["TermValue", "Terms"]

TermValue = float | str | bool | None
"""A number, a text, a verdict, or None where a term is not defined."""


@attrs.frozen(eq=False, repr=False)
class Terms(Mapping[str, TermValue]):
    """The values a score was computed from, in the order of its formula; equal to any mapping with the same items."""

    pairs: tuple[tuple[str, TermValue], ...] = ()

    def __getitem__(self, name: str) -> TermValue:
        for key, value in self.pairs:
            if key == name:
                return value
        raise KeyError(name)

    def __iter__(self) -> Iterator[str]:
        return (name for name, _ in self.pairs)

    def __len__(self) -> int:
        return len(self.pairs)

    def __hash__(self) -> int:
        return hash(frozenset(self.pairs))

    def __repr__(self) -> str:
        return f"Terms({dict(self.pairs)})"
