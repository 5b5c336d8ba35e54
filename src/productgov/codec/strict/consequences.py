"""One mistake, one finding: what follows from a duplicate key or a misspelt one is not told as well."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import cast

from productgov.found import Found, Rename
from productgov.paths import Path

__all__ = ["without_consequences"]


def without_consequences(
    mistakes: Collection[Found], data: object = None, duplicates: Iterable[Path] = ()
) -> Iterator[Found]:
    """The mistakes without those that are only there because of another one.

    Of a key that stands twice only the first value is read. What that one lacks may be in the second, and which of the
    two contradicts another field is open.

    Args:
        mistakes: what the walk found.
        data: where it was found.
        duplicates: the paths of the keys that stand twice.
    """
    twice = frozenset(duplicates)
    unclear = {path[:-1] for path in twice}
    renamed = {one.path[:-1] for one in mistakes if isinstance(one.proposal, Rename)}
    for one in mistakes:
        lacks = one.code == "PG004" or (one.code == "PG005" and one.path in twice and _at(data, one.path) is None)
        if lacks and one.path in twice:
            continue
        if one.code == "PG008" and (one.path in renamed or not unclear.isdisjoint((one.path, one.path[:-1]))):
            continue
        yield one


def _at(data: object, path: Path) -> object:
    """The value at a path that is in the data."""
    for token in path:
        holder = cast("Mapping[str | int, object]", data)
        data = holder[token]
    return data
