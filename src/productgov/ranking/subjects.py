"""What can be ranked: a governance, or initiatives with or without their horizons."""

from collections import Counter
from collections.abc import Iterable, Mapping
from os import PathLike

from productgov.errors import InvalidValueError
from productgov.model.initiative import Initiative
from productgov.model.roadmap import PlacedInitiative
from productgov.wording import described

__all__ = ["placed_initiatives"]


def placed_initiatives(subject: object) -> tuple[PlacedInitiative, ...]:
    """Initiatives with their horizons; without a roadmap, there is none.

    Raises:
        InvalidValueError: when these are not initiatives, or two of them have the same id.
    """
    if isinstance(subject, (str, bytes, PathLike, Mapping, Initiative)) or not isinstance(subject, Iterable):
        raise InvalidValueError(f"expected a ProductGovernance or initiatives, not {_instead(subject)}")
    items = tuple(_placed(item, number) for number, item in enumerate(subject))
    for name, count in Counter(item.initiative.id for item in items).items():
        if count > 1:
            raise InvalidValueError(f"duplicate id {name!r}: {count} initiatives have it; give each its own")
    return items


def _placed(item: object, number: int) -> PlacedInitiative:
    if isinstance(item, PlacedInitiative):
        return item
    if isinstance(item, Initiative):
        return PlacedInitiative(item, None)
    raise InvalidValueError(
        f"expected initiatives, but item {number} is {described(item)}; make each with Initiative(id=…, title=…)"
    )


def _instead(subject: object) -> str:
    """What was given, and what to call with it."""
    if isinstance(subject, (str, PathLike)):
        return f"{described(str(subject))}; read a file with load(path) first"
    if isinstance(subject, Mapping):
        return "a mapping; build it first: from_dict(…)"
    if isinstance(subject, Initiative):
        return "a single Initiative; put it in a list"
    if hasattr(subject, "governance"):
        return f"{described(subject)}; pass its .governance"
    return described(subject)
