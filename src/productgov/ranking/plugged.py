"""The ranking methods of plug-ins: what they must be, and how their failures are kept apart."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache, partial
from typing import NoReturn, TypeAlias

import attrs

from productgov.errors import InvalidValueError, PluginError
from productgov.model.roadmap import PlacedInitiative
from productgov.model.scoring import Scoring
from productgov.plugins import plugin_names, provided, tried
from productgov.ranking.method import Assessment, RankingMethod
from productgov.ranking.registry import METHODS
from productgov.ranking.settings import RankingSettings
from productgov.ranking.uncertain import UncertainFunction, UncertainScore
from productgov.wording import described, quoted_value

Prepare: TypeAlias = Callable[[RankingSettings, Sequence[Scoring]], RankingSettings]
Uncertain: TypeAlias = Callable[[Scoring, RankingSettings], UncertainScore | UncertainFunction | None]
Notes: TypeAlias = Callable[[Sequence[PlacedInitiative], RankingSettings], Iterable[str]]

__all__ = ["methods_with", "plugged_methods"]


def methods_with(plugins: Iterable[str] | str) -> tuple[RankingMethod, ...]:
    """All ranking methods: those of this library, then those of plug-ins.

    Raises:
        InvalidValueError: when there is no plug-in of a name.
        PluginError: when a plug-in cannot be imported, or what it provides is no method with a name of its own.
    """
    return (*METHODS.values(), *plugged_methods(plugin_names(plugins)))


@lru_cache(maxsize=32)
def plugged_methods(plugins: tuple[str, ...]) -> tuple[RankingMethod, ...]:
    """The methods of plug-ins, whose failures are reasons why an item is not ranked."""
    owners = {name.lower(): "productgov" for name in METHODS}
    found: list[RankingMethod] = []
    for plugin, value in provided("productgov.methods", plugins):
        for method in _methods(plugin, value):
            owner = owners.setdefault(method.name.lower(), f"the plug-in {plugin}")
            if any(each.name.lower() == method.name.lower() for each in found) or owner == "productgov":
                raise PluginError(plugin, f"there is a method {quoted_value(method.name)} already, of {owner}")
            found.append(_isolated(plugin, method))
    return tuple(found)


def _methods(plugin: str, value: object) -> Iterator[RankingMethod]:
    for item in value if isinstance(value, Iterable) else (value,):
        if not isinstance(item, RankingMethod):
            raise PluginError(plugin, f"productgov.methods must name a RankingMethod or several, not {described(item)}")
        yield item


def _isolated(plugin: str, method: RankingMethod) -> RankingMethod:
    """The method; what its functions raise is told in their place."""
    return attrs.evolve(
        method,
        has_inputs=partial(_has_inputs, plugin, method),
        assess=partial(_assess, plugin, method),
        explain=partial(_explain, plugin, method),
        prepare=method.prepare and partial(_prepare, plugin, method.prepare),
        uncertain=method.uncertain and partial(_uncertain, plugin, method.uncertain),
        notes=method.notes and partial(_notes, plugin, method.notes),
    )


def _has_inputs(plugin: str, method: RankingMethod, scoring: Scoring, settings: RankingSettings) -> bool:
    return tried(plugin, lambda: bool(method.has_inputs(scoring, settings)), lambda _: True)


def _assess(plugin: str, method: RankingMethod, scoring: Scoring, settings: RankingSettings) -> Assessment:
    return tried(plugin, lambda: _checked(method.assess(scoring, settings)), lambda text: Assessment(refusal=text))


def _checked(assessment: object) -> Assessment:
    """What a method says of an item, if it is an assessment.

    Raises:
        TypeError: when it is not.
    """
    if not isinstance(assessment, Assessment):
        raise TypeError(f"assess gave {described(assessment)}, not an Assessment")
    numbers = (assessment.score, assessment.group, assessment.confidence, assessment.effort)
    if not all(number is None or isinstance(number, (int, float)) for number in numbers):
        raise TypeError("the score, group, confidence and effort of an Assessment must be numbers")
    return assessment


def _explain(plugin: str, method: RankingMethod, scoring: Scoring, settings: RankingSettings) -> tuple[str, ...]:
    return tried(plugin, lambda: tuple(map(str, method.explain(scoring, settings))), lambda text: (text,))


def _prepare(plugin: str, prepare: Prepare, settings: RankingSettings, scorings: Sequence[Scoring]) -> RankingSettings:
    return tried(plugin, lambda: prepare(settings, scorings), _refused)


def _refused(text: str) -> NoReturn:
    raise InvalidValueError(text)


def _uncertain(
    plugin: str, uncertain: Uncertain, scoring: Scoring, settings: RankingSettings
) -> UncertainScore | UncertainFunction | None:
    return tried(plugin, lambda: uncertain(scoring, settings), lambda _: None)


def _notes(plugin: str, notes: Notes, placed: Sequence[PlacedInitiative], settings: RankingSettings) -> tuple[str, ...]:
    return tried(plugin, lambda: tuple(map(str, notes(placed, settings))), lambda text: (text,))
