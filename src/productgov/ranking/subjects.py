"""What can be ranked: a governance, or initiatives with or without their horizons."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from os import PathLike
from types import MappingProxyType
from typing import NamedTuple

import attrs

from productgov.errors import InvalidValueError
from productgov.model.governance import ProductGovernance
from productgov.model.initiative import Initiative
from productgov.model.roadmap import Horizon, PlacedInitiative
from productgov.model.scoring import NO_SCORING, Scoring
from productgov.model.verbs.placing import Place
from productgov.wording import described

__all__ = ["Subject", "placed_initiatives", "scoring_of", "subjects_of"]


class Subject(NamedTuple):
    """An initiative that is ranked.

    Attributes:
        initiative: the initiative.
        place: the list of the roadmap that it is in; None without a roadmap.
    """

    initiative: Initiative
    place: Place | None


def subjects_of(subject: ProductGovernance | Iterable[Initiative | PlacedInitiative]) -> Iterator[Subject]:
    """What is ranked: now, next, later, the backlog and what was delivered; or initiatives as they are given.

    Raises:
        InvalidValueError: as `placed_initiatives` does.
    """
    if not isinstance(subject, ProductGovernance):
        for initiative, horizon in placed_initiatives(subject):
            yield Subject(initiative, None if horizon is None else _PLACE_OF[horizon])
        return
    roadmap = subject.roadmap
    columns = roadmap.time_horizon
    lists: tuple[tuple[Place, tuple[Initiative, ...]], ...] = (
        ("now", columns.now),
        ("next", columns.next),
        ("later", columns.later),
        ("backlog", roadmap.backlog),
        ("delivered", roadmap.delivered),
    )
    for place, initiatives in lists:
        for initiative in initiatives:
            yield Subject(initiative, place)


def scoring_of(initiative: Initiative) -> Scoring:
    """The inputs that an initiative is ranked by; where its efforts are given by team, RICE divides by their sum."""
    scoring = initiative.scoring or NO_SCORING
    if not initiative.efforts or scoring.rice is None:
        return scoring
    return attrs.evolve(scoring, rice=attrs.evolve(scoring.rice, effort=initiative.effort))


_PLACE_OF: Mapping[Horizon, Place] = MappingProxyType(
    {Horizon.NOW: "now", Horizon.NEXT: "next", Horizon.LATER: "later", Horizon.FUTURE: "future"}
)


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
